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
    if (query.includes('query UserHandover')) return { data: { userHandover: [] } };
    return query.includes('mutation DisableUser') ? refused('CONFLICT_STALE') : { data: {} };
  });
  await renderInApp(<UsersSection />);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Acciones para Luis Paz' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Deshabilitar' }));
  await screen.findByText('No responde por ningún asunto pendiente.');
  await user.click(await screen.findByRole('button', { name: 'Deshabilitar' }));
  expect(await screen.findByText('Luis Paz Rivas')).toBeTruthy();
  await waitFor(() => expect(sent.filter(({ query }) => query.includes('mutation DisableUser')).map(({ variables }) => variables)).toEqual([{ id: 'u2', handOver: {} }]));
});

it('hands over what the account answers for, in the same action', async () => {
  const ana = { ...LUIS, id: 'u3', name: 'Ana Gil', email: 'ana@example.test' };
  let left = 2;
  const sent = serverAnswers(({ query }) => {
    if (query.includes('query Users')) return { data: { users: [LUIS, ana] } };
    if (query.includes('query UserHandover')) return { data: { userHandover: [{ id: 'a', kind: 'agreement', recordId: 'a', label: 'Memorando', day: null }, { id: 'c', kind: 'commitment', recordId: 'c', label: 'Enviar datos', day: null }].slice(0, left) } };
    left = 1;
    return { data: { disableUser: { id: 'u2' } } };
  });
  await renderInApp(<UsersSection />);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Acciones para Luis Paz' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Deshabilitar' }));
  expect(await screen.findByText('Memorando')).toBeTruthy();
  await user.click(screen.getByRole('combobox', { name: 'Todo pasa a' }));
  await user.click(await screen.findByRole('option', { name: /Ana Gil/ }));
  await user.click(screen.getByRole('button', { name: 'Deshabilitar y traspasar' }));
  const to = 'u3';
  await waitFor(() => expect(sent.filter(({ query }) => query.includes('mutation DisableUser')).map(({ variables }) => variables))
    .toEqual([{ id: 'u2', handOver: { organisationsTo: to, agreementsTo: to, commitmentsTo: to, verificationsTo: to, agendaTo: to } }]));
  expect(await screen.findByText(/1 asunto queda a su nombre/)).toBeTruthy();
});
