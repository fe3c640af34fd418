import { expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { refused, renderInApp, serverAnswers } from '../../../test/support.js';
import { UsersSection } from './users-section.js';

const LUIS = { id: 'u2', name: 'Luis Paz', email: 'luis@example.test', role: 'observer', country: null, language: 'es', lastSeenAt: null, disabledAt: null,
  hasPassword: true, linkExpiresAt: null, version: 1 };

it('disables the person whatever the version, and after a refusal shows the list as it is now', async () => {
  let reads = 0;
  const sent = serverAnswers(({ query }) => {
    if (query.includes('query Users')) return { data: { users: [reads++ === 0 ? LUIS : { ...LUIS, name: 'Luis Paz Rivas', version: 2 }] } };
    return query.includes('mutation DisableUser') ? refused('CONFLICT_STALE') : { data: {} };
  });
  await renderInApp(<UsersSection />);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Acciones para Luis Paz' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Deshabilitar' }));
  await user.click(await screen.findByRole('button', { name: 'Deshabilitar' }));
  expect(await screen.findByText('Luis Paz Rivas')).toBeTruthy();
  await waitFor(() => expect(sent.filter(({ query }) => query.includes('mutation DisableUser')).map(({ variables }) => variables)).toEqual([{ id: 'u2' }]));
});
