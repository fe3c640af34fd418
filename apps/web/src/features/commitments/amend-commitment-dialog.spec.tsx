import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { refused, renderInApp, serverAnswers, type Sent } from '../../../test/support.js';
import { AmendCommitmentDialog } from './amend-commitment-dialog.js';

const OWNER = { id: 'o1', name: 'Organización para las Migraciones', acronym: 'OIM', seatCountry: null };
const recorded = { id: 'c1', text: 'Enviar el plan', dueOn: null, version: 3, owner: OWNER, ownerPerson: null, ownerUser: null, beneficiary: null };

/** The record as it is read the first time and afterwards, and what each amendment is answered. */
function aServer(reads: object[], amendments: unknown[]): Sent[] {
  const sent = serverAnswers((each) => {
    if (each.query.includes('query CommitmentToAmend')) return { data: { commitment: reads.length > 1 ? reads.shift() : reads[0] } };
    if (each.query.includes('mutation AmendCommitment')) return amendments.shift();
    return { data: {} };
  });
  return sent;
}
const amendmentsIn = (sent: Sent[]) => sent.filter(({ query }) => query.includes('mutation AmendCommitment')).map(({ variables }) => variables);
const done = { data: { amendCommitment: { id: 'c1' } } };

async function rewrite(text: string) {
  const user = userEvent.setup();
  const field = await screen.findByRole('textbox', { name: /Qué se hará/ });
  await user.clear(field);
  await user.type(field, text);
  await user.click(screen.getByRole('button', { name: 'Guardar compromiso' }));
  return user;
}

describe('correcting a commitment', () => {
  beforeEach(() => localStorage.clear());

  it('sends what was changed and nothing else, against the version that was read', async () => {
    const sent = aServer([recorded], [done]);
    let closed = false;
    await renderInApp(<AmendCommitmentDialog id="c1" onClose={() => { closed = true; }} />);
    await rewrite('Enviar el plan anual');
    await waitFor(() => expect(closed).toBe(true));
    expect(amendmentsIn(sent)).toEqual([{ id: 'c1', version: 3, input: { text: 'Enviar el plan anual' } }]);
  });

  it('shows what somebody else wrote meanwhile and lets the reader choose', async () => {
    const sent = aServer([recorded, { ...recorded, text: 'Enviar el informe', version: 4 }], [refused('CONFLICT_STALE'), done]);
    await renderInApp(<AmendCommitmentDialog id="c1" onClose={() => undefined} />);
    await rewrite('Enviar el plan anual');
    expect(await screen.findByText('Enviar el informe')).toBeInTheDocument();
    expect(amendmentsIn(sent)).toHaveLength(1);
  });

  it('names the person who owes only while no organisation does', async () => {
    aServer([{ ...recorded, owner: null, ownerPerson: { name: 'Bruno Castillo' } }], []);
    const { unmount } = await renderInApp(<AmendCommitmentDialog id="c1" onClose={() => undefined} />);
    expect(await screen.findByText(/Ahora: Bruno Castillo/)).toBeInTheDocument();
    unmount();
    aServer([{ ...recorded, ownerPerson: { name: 'Bruno Castillo' } }], []);
    await renderInApp(<AmendCommitmentDialog id="c1" onClose={() => undefined} />);
    await screen.findByRole('textbox', { name: /Qué se hará/ });
    expect(screen.queryByText(/Ahora: Bruno Castillo/)).toBeNull();
  });

  it('offers a day only where there is none: another day is a postponement', async () => {
    aServer([{ ...recorded, dueOn: '2026-12-01' }], []);
    await renderInApp(<AmendCommitmentDialog id="c1" onClose={() => undefined} />);
    expect(await screen.findByText(/Para otra fecha, use «Posponer»/)).toBeInTheDocument();
    expect(screen.queryByLabelText('Para cuándo')).toBeNull();
  });
});
