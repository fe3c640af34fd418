import { describe, expect, it } from '@jest/globals';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInApp, serverAnswers } from '../../../test/support.js';
import { PendingHint } from './pending-hint.js';

const organisation = (id: string, name: string) => ({ id, name, nameEn: null, acronym: null, acronymEn: null });
const commitment = (id: string, given: object) => ({
  id, text: `Compromiso ${id}`, dueOn: '2020-01-01', status: 'open', direction: 'they_owe', version: 1, viewerCan: ['amend'], meetingId: null, meetingTitle: null, agreementId: null, agreementTitle: null,
  owner: null, ownerUser: null, ownerPerson: null, beneficiary: null, verifier: null, ...given,
});
const NODES = [
  commitment('1', { owner: organisation('a', 'Alba'), status: 'overdue' }), commitment('2', { beneficiary: organisation('a', 'Alba') }), commitment('3', { owner: organisation('b', 'Brisa') }),
];

/** Inside something that hears of sent forms, as the form that logs a meeting does. */
async function renderHint(partners: { id: string; label: string }[]) {
  let submitted = 0;
  const root = createRootRoute({ component: () => <div onSubmit={() => { submitted += 1; }}><PendingHint partners={partners} /></div> });
  await renderInApp(<RouterProvider router={createRouter({ routeTree: root, history: createMemoryHistory() })} />);
  return () => submitted;
}

describe('what is open with the partners of a meeting', () => {
  it('is told a line a partner, with how much of it is late, and nothing for those with nothing open', async () => {
    const sent = serverAnswers(() => ({ data: { commitments: { nodes: NODES } } }));
    await renderHint([{ id: 'a', label: 'Alba' }, { id: 'b', label: 'Brisa' }, { id: 'c', label: 'Cima' }]);
    expect(await screen.findByText('2 compromisos pendientes con Alba')).toBeInTheDocument();
    expect(screen.getByText(/1 vencido/)).toBeInTheDocument();
    expect(screen.getByText('1 compromiso pendiente con Brisa')).toBeInTheDocument();
    expect(screen.queryByText(/Cima/)).toBeNull();
    expect(sent).toHaveLength(1);
    expect(sent[0]!.variables).toEqual({ organisationIds: ['a', 'b', 'c'], status: ['open', 'overdue'] });
  });

  it('is settled in its dialog without sending the form around it', async () => {
    const sent = serverAnswers(({ query }) => (query.includes('mutation PostponeCommitment') ? { data: { postponeCommitment: { id: '3' } } } : { data: { commitments: { nodes: NODES } } }));
    const submitted = await renderHint([{ id: 'b', label: 'Brisa' }]);
    const user = userEvent.setup();
    await user.click(await screen.findByText('1 compromiso pendiente con Brisa'));
    await user.click(await screen.findByRole('button', { name: 'Posponer' }));
    await user.type(await screen.findByLabelText(/Nueva fecha/), '2027-01-15');
    await user.type(screen.getByLabelText(/Motivo/), 'Esperan la firma{Tab}');
    await user.click(screen.getAllByRole('button', { name: 'Posponer' }).at(-1)!);
    await waitFor(() => expect(sent.some(({ query }) => query.includes('mutation PostponeCommitment'))).toBe(true));
    expect(submitted()).toBe(0);
  });

  it('is left out when it cannot be had', async () => {
    const sent = serverAnswers(() => { throw new TypeError('no network'); });
    await renderHint([{ id: 'b', label: 'Brisa' }]);
    await waitFor(() => expect(sent.length).toBeGreaterThan(0));
    expect(screen.queryByText(/pendiente|alert/)).toBeNull();
  });
});
