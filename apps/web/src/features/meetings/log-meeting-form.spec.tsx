import { beforeEach, describe, expect, it } from '@jest/globals';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInApp, serverAnswers } from '../../../test/support.js';
import { LogMeetingForm } from './log-meeting-form.js';

async function open() {
  const sent = serverAnswers(() => ({ data: { taxonomies: [] } }));
  const router = createRouter({ routeTree: createRootRoute({ component: () => <LogMeetingForm onDone={() => {}} /> }), history: createMemoryHistory() });
  await renderInApp(<RouterProvider router={router as never} />);
  const when = await screen.findByLabelText(/Cuándo/);
  return { sent, when };
}
const save = () => userEvent.click(screen.getByRole('button', { name: 'Guardar reunión' }));

describe('when a meeting was', () => {
  beforeEach(() => localStorage.clear());

  it('is asked for where nothing was typed', async () => {
    const { sent, when } = await open();
    await save();
    expect(await screen.findByText('Hace falta este dato.')).toBeInTheDocument();
    expect(when).toHaveAttribute('aria-invalid', 'true');
    expect(screen.queryByText(/No se entiende esa fecha/)).toBeNull();
    expect(sent.some(({ query }) => query.includes('logMeeting'))).toBe(false);
  });

  it('is told not to be understood where something else was typed', async () => {
    const { sent, when } = await open();
    await userEvent.type(when, 'algún día');
    await save();
    expect((await screen.findAllByText(/No se entiende esa fecha/)).length).toBeGreaterThan(0);
    expect(when).toHaveAttribute('aria-invalid', 'true');
    expect(screen.queryByText('Hace falta este dato.')).toBeNull();
    expect(sent.some(({ query }) => query.includes('logMeeting'))).toBe(false);
  });
});
