import { beforeEach, describe, expect, it } from '@jest/globals';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInApp, serverAnswers } from '../../../test/support.js';
import { LogMeetingForm } from './log-meeting-form.js';
import { commitmentsOf, nameableIn } from './meeting-values.js';

const UNICEF = { id: 'o1', label: 'UNICEF · Infancia', visibility: 'public', country: null };
const HIDDEN = { id: 'o2', label: 'Refugio Jacaranda', visibility: 'secretariat', country: null };
const OURS = { id: 'o3', label: 'Red de Honduras', visibility: 'country', country: 'HN' };

describe('an organisation named in the title that is proposed', () => {
  const named = (visibility: string, country: string | null, ...organisations: object[]) => nameableIn({ visibility, country }, organisations as never, 'HN')?.id;
  it('is one that whoever reads the meeting reads too', () => {
    expect(named('coalition', 'HN', HIDDEN, UNICEF)).toBe('o1');
    expect(named('coalition', 'HN', HIDDEN)).toBeUndefined();
    expect(named('secretariat', null, HIDDEN)).toBe('o2');
    expect(named('coalition', 'HN', OURS)).toBeUndefined();
    expect(named('country', 'HN', OURS)).toBe('o3');
    expect(named('country', 'GT', OURS)).toBeUndefined();
    expect(named('secretariat', 'GT', OURS)).toBe('o3');
    expect(named('coalition', null, { id: 'o4', label: 'De un borrador' })).toBeUndefined();
    expect(named('public', null, { id: 'new:Alba', label: 'Alba' })).toBeUndefined();
    expect(named('coalition', null, { id: 'new:Alba', label: 'Alba' })).toBe('new:Alba');
  });

  it('is not in the subject that the form shows and sends where it is hidden', async () => {
    localStorage.clear();
    const { sent, when } = await open(HIDDEN);
    await userEvent.type(when, 'ayer 15:00');
    await userEvent.click(screen.getByRole('button', { name: 'Guardar reunión' }));
    await waitFor(() => expect(sent.some(({ query }) => query.includes('logMeeting'))).toBe(true));
    expect(JSON.stringify(sent)).not.toContain('Jacaranda');
  });
});

describe('to whom we promise', () => {
  it('is asked where several partners are there, and not of one', () => {
    const us = { text: 'x', owner: 'us', dueOn: null };
    const [a, member, fresh] = [{ id: 'o1', label: 'A' }, { id: 'o9', label: 'M', standing: 'member' }, { id: 'new:N', label: 'N' }];
    expect(commitmentsOf([us], [a, member])).toEqual([{ text: 'x', dueOn: null }]);
    expect(commitmentsOf([us], [member, a, fresh])).toEqual([{ text: 'x', dueOn: null, beneficiaryOrganisationId: 'o1' }]);
    expect(commitmentsOf([{ ...us, to: 'new:N' }], [member, a, fresh])).toEqual([{ text: 'x', dueOn: null, beneficiaryAttendee: 2 }]);
    expect(commitmentsOf([{ ...us, owner: 'o1', to: 'new:N' }], [a, fresh])).toEqual([{ text: 'x', dueOn: null, ownerOrganisationId: 'o1' }]);
  });
});

async function open(organisation?: { id: string; label: string }) {
  const sent = serverAnswers(() => ({ data: { taxonomies: [] } }));
  const router = createRouter({ routeTree: createRootRoute({ component: () => <LogMeetingForm organisation={organisation} onDone={() => {}} /> }), history: createMemoryHistory() });
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
