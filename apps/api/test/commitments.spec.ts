import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openRegistry, type Asker, type Registry } from './support/harness.js';

const FIELDS = 'id text status dueOn version ownerUser owner { name } ownerPerson { name } viewerCan postponements { fromDay toDay reason }';
const MAKE = `mutation ($input: CommitmentInput!) { makeCommitment(input: $input) { ${FIELDS} } }`;
const verb = (name: string) => `mutation ($id: ID!, $version: Int!) { ${name}(id: $id, version: $version) { ${FIELDS} } }`;
const [FULFIL, VERIFY, CANCEL] = ['fulfilCommitment', 'verifyCommitment', 'cancelCommitment'].map(verb) as [string, string, string];
const POSTPONE = `mutation ($id: ID!, $version: Int!, $dueOn: Day!, $reason: String!) { postponeCommitment(id: $id, version: $version, dueOn: $dueOn, reason: $reason) { ${FIELDS} } }`;
const AMEND = `mutation ($id: ID!, $version: Int!, $input: CommitmentInput!) { amendCommitment(id: $id, version: $version, input: $input) { ${FIELDS} } }`;
const LIST = 'query ($filter: CommitmentFilter) { commitments(filter: $filter, first: 200) { total nodes { text } facets { name values { value count } } } }';

let registry: Registry;
let clerk: Asker;
let colleague: Asker;
let honduras: Asker;

beforeAll(async () => {
  registry = await openRegistry();
  [clerk, colleague, honduras] = [await registry.as('secretariat'), await registry.as('secretariat'), await registry.as('delegate', 'HN')];
});
beforeEach(() => registry.travelTo('2026-11-24'));
afterAll(() => registry.close());

const make = async (asker: Asker, input: object = {}) => (await asker.get(MAKE, { input: { text: 'Enviar el plan', ...input } })).makeCommitment;
const refusal = async (asker: Asker, query: string, variables: object) => (await asker.ask(query, variables)).errors?.[0]?.extensions;
const found = async (asker: Asker, filter: object) => (await asker.get(LIST, { filter })).commitments.nodes.map((each: { text: string }) => each.text);

describe('verifying a commitment', () => {
  it('takes a second person', async () => {
    const { id, version } = await make(clerk);
    const fulfilled = (await clerk.get(FULFIL, { id, version })).fulfilCommitment;
    expect(fulfilled.status).toBe('fulfilled');
    expect(fulfilled.viewerCan).not.toContain('verify');
    expect(await refusal(clerk, VERIFY, { id, version: fulfilled.version })).toEqual({ code: 'FORBIDDEN', fields: [{ path: '', problem: 'own_commitment' }] });
    expect((await colleague.get(VERIFY, { id, version: fulfilled.version })).verifyCommitment.status).toBe('verified');
  });

  it('is refused to whoever marked another\'s as fulfilled', async () => {
    const owner = await registry.organisation();
    const { id, version } = await make(clerk, { ownerOrganisationId: owner });
    const fulfilled = (await colleague.get(FULFIL, { id, version })).fulfilCommitment;
    expect((await refusal(colleague, VERIFY, { id, version: fulfilled.version }))?.code).toBe('FORBIDDEN');
    expect((await clerk.get(VERIFY, { id, version: fulfilled.version })).verifyCommitment.status).toBe('verified');
  });

  it('comes after it was fulfilled', async () => {
    const { id, version } = await make(clerk);
    expect((await refusal(colleague, VERIFY, { id, version }))?.fields).toEqual([{ path: '', problem: 'wrong_stage' }]);
  });
});

describe('a colleague asked to verify', () => {
  const NAME = `mutation ($id: ID!, $version: Int!, $verifierId: ID) { nameVerifier(id: $id, version: $version, verifierId: $verifierId) { ${FIELDS} verifier { id name active } } }`;
  const MAKE_ASKING = `mutation ($input: CommitmentInput!) { makeCommitment(input: $input) { ${FIELDS} verifier { id } } }`;
  const named = async (asker: Asker, verifierId: string | null, input: object = {}) => (await asker.get(MAKE_ASKING, { input: { text: 'Con quien verifica', verifierId, ...input } })).makeCommitment;
  const disable = (userId: string | null) => registry.sql('update user_account set disabled_at = now() where id = $1', [userId]);

  it('may, though the policy alone would not let them, and sees it waiting', async () => {
    const presidency = await registry.as('presidency');
    const { id, version } = await named(clerk, presidency.userId);
    const fulfilled = (await clerk.get(FULFIL, { id, version })).fulfilCommitment;
    expect(await found(presidency, { toVerify: true })).toEqual(['Con quien verifica']);
    expect(await found(colleague, { toVerify: true })).not.toContain('Con quien verifica');
    expect((await presidency.get('{ commitmentLists { toVerify } }')).commitmentLists).toEqual({ toVerify: 1 });
    expect((await refusal(await registry.as('presidency'), VERIFY, { id, version: fulfilled.version }))?.code).toBe('FORBIDDEN');
    expect((await presidency.get(VERIFY, { id, version: fulfilled.version })).verifyCommitment.status).toBe('verified');
    expect(await found(presidency, { toVerify: true })).toEqual([]);
  });

  it('does not keep those from verifying who may by policy', async () => {
    const { id, version } = await named(clerk, honduras.userId);
    const fulfilled = (await clerk.get(FULFIL, { id, version })).fulfilCommitment;
    expect((await colleague.get(VERIFY, { id, version: fulfilled.version })).verifyCommitment.status).toBe('verified');
  });

  it('is somebody else than whoever owes, can sign in, and sees it', async () => {
    const [observer, gone] = [await registry.as('observer'), await registry.as('secretariat')];
    await disable(gone.userId);
    const problems = async (verifierId: string | null, input: object = {}) => (await refusal(clerk, MAKE_ASKING, { input: { text: 'x', verifierId, ...input } }))?.fields;
    expect(await problems(clerk.userId)).toEqual([{ path: 'verifierId', problem: 'own_commitment' }]);
    expect(await problems(gone.userId)).toEqual([{ path: 'verifierId', problem: 'unknown_record' }]);
    expect(await problems('00000000-0000-4000-8000-000000000000')).toEqual([{ path: 'verifierId', problem: 'unknown_record' }]);
    expect(await problems(observer.userId)).toEqual([{ path: 'verifierId', problem: 'not_a_choice' }]);
    const [{ id: reserved }] = await registry.sql("insert into agreement (title, kind, visibility) values ('De la secretaría', 'memorandum', 'secretariat') returning id");
    expect(await problems(honduras.userId, { agreementId: reserved })).toEqual([{ path: 'verifierId', problem: 'not_a_choice' }]);
  });

  it('is replaced when they left, also after it was fulfilled, and never by whoever owes it', async () => {
    const leaver = await registry.as('secretariat');
    const { id, version } = await named(clerk, leaver.userId);
    const fulfilled = (await clerk.get(FULFIL, { id, version })).fulfilCommitment;
    await disable(leaver.userId);
    expect((await refusal(clerk, NAME, { id, version: fulfilled.version, verifierId: clerk.userId }))?.fields).toEqual([{ path: 'verifierId', problem: 'own_commitment' }]);
    const { nameVerifier } = await clerk.get(NAME, { id, version: fulfilled.version, verifierId: colleague.userId });
    expect(nameVerifier.verifier).toEqual({ id: colleague.userId, name: 'secretariat', active: true });
    const verified = (await colleague.get(VERIFY, { id, version: nameVerifier.version })).verifyCommitment;
    expect((await refusal(clerk, NAME, { id, version: verified.version, verifierId: null }))?.code).toBe('CONFLICT');
  });

  it('is named by whoever keeps the commitment, not by a delegate of another country or a stranger', async () => {
    const { id, version } = await named(clerk, null);
    expect((await refusal(honduras, NAME, { id, version, verifierId: honduras.userId }))?.code).toBe('FORBIDDEN');
    expect((await refusal(await registry.as('public'), NAME, { id, version, verifierId: null }))?.code).toBe('NOT_SIGNED_IN');
  });

  it('is never who owes it, in the database too', async () => {
    const { id } = await named(clerk, colleague.userId);
    await expect(registry.sql('update commitment set owner_user_id = $1 where id = $2', [colleague.userId, id])).rejects.toThrow('commitment_verifier_is_another');
  });

  it('is chosen among those who can sign in; strangers get no names', async () => {
    const gone = await registry.as('secretariat');
    await disable(gone.userId);
    const { colleagues } = await honduras.get('{ colleagues { id } }');
    const ids = colleagues.map((each: { id: string }) => each.id);
    expect(ids).toContain(clerk.userId);
    expect(ids).not.toContain(gone.userId);
    expect((await refusal(await registry.as('public'), '{ colleagues { id } }', {}))?.code).toBe('NOT_SIGNED_IN');
  });
});

describe('changing a commitment', () => {
  it('postpones with a reason and keeps the earlier day', async () => {
    const { id, version } = await make(clerk, { dueOn: '2026-12-01' });
    expect((await refusal(clerk, POSTPONE, { id, version, dueOn: '2026-11-30', reason: ' ' }))?.fields.map((each) => each.path)).toEqual(['dueOn', 'reason']);
    const { postponeCommitment } = await clerk.get(POSTPONE, { id, version, dueOn: '2027-01-15', reason: 'Falta la firma' });
    expect(postponeCommitment).toMatchObject({ dueOn: '2027-01-15', postponements: [{ fromDay: '2026-12-01', toDay: '2027-01-15', reason: 'Falta la firma' }] });
    const history = await clerk.get('query ($id: ID!) { commitment(id: $id) { firstDueOn recordedOn postponements { recordedOn postponedBy } } }', { id });
    expect(history.commitment).toEqual({ firstDueOn: '2026-12-01', recordedOn: '2026-11-24', postponements: [{ recordedOn: '2026-11-24', postponedBy: 'secretariat' }] });
    expect((await refusal(clerk, AMEND, { id, version: postponeCommitment.version, input: { dueOn: '2028-01-01' } }))?.fields).toEqual([{ path: 'dueOn', problem: 'read_only' }]);
  });

  it('is owed by a colleague only while nobody else is named', async () => {
    const owner = await registry.organisation({ name: 'Quien debe' });
    const { id, version, ownerUser } = await make(clerk);
    expect(ownerUser).toBe('secretariat');
    const theirs = (await clerk.get(AMEND, { id, version, input: { ownerOrganisationId: owner } })).amendCommitment;
    expect(theirs).toMatchObject({ owner: { name: 'Quien debe' }, ownerUser: null });
    const ours = (await clerk.get(AMEND, { id, version: theirs.version, input: { ownerOrganisationId: null } })).amendCommitment;
    expect(ours).toMatchObject({ owner: null, ownerUser: 'secretariat' });
  });

  it('ends with fulfilment or cancellation', async () => {
    const { id, version } = await make(clerk);
    const cancelled = (await clerk.get(CANCEL, { id, version })).cancelCommitment;
    expect(cancelled.status).toBe('cancelled');
    expect((await refusal(clerk, FULFIL, { id, version: cancelled.version }))?.code).toBe('CONFLICT');
    expect((await refusal(clerk, FULFIL, { id, version }))?.code).toBe('CONFLICT');
  });

  it('is refused to a delegate of another country and to strangers', async () => {
    const { id, version } = await make(clerk);
    expect((await refusal(honduras, FULFIL, { id, version }))?.code).toBe('FORBIDDEN');
    expect((await refusal(await registry.as('public'), FULFIL, { id, version }))?.code).toBe('NOT_SIGNED_IN');
    const own = await make(honduras);
    expect((await honduras.get(FULFIL, { id: own.id, version: own.version })).fulfilCommitment.status).toBe('fulfilled');
  });

  it('cannot name what is hidden', async () => {
    const hidden = await registry.organisation({ visibility: 'secretariat' });
    expect((await refusal(honduras, MAKE, { input: { text: 'x', beneficiaryOrganisationId: hidden } }))?.fields).toEqual([{ path: 'beneficiaryOrganisationId', problem: 'unknown_record' }]);
  });
});

it('finds mine, the overdue ones and those of a country, and counts each status', async () => {
  const other = await registry.as('delegate', 'GT');
  await make(other, { text: 'Vencido de Guatemala', dueOn: '2026-11-23' });
  await make(other, { text: 'Vence hoy', dueOn: '2026-11-24' });
  expect(await found(other, { mine: true })).toEqual(['Vencido de Guatemala', 'Vence hoy']);
  expect(await found(other, { mine: true, status: ['overdue'] })).toEqual(['Vencido de Guatemala']);
  expect(await found(clerk, { country: 'GT', dueBefore: '2026-11-24' })).toEqual(['Vencido de Guatemala']);
  const { commitments } = await other.get(LIST, { filter: { mine: true, status: ['open'] } });
  expect(commitments.facets).toEqual([
    { name: 'status', values: [{ value: 'open', count: 1 }, { value: 'overdue', count: 1 }] }, { name: 'direction', values: [{ value: 'we_owe', count: 1 }] },
  ]);
  const lists = async (asker: Asker, country?: string) => (await asker.get('query ($country: String) { commitmentLists(country: $country) { pending mine country overdue } }', { country })).commitmentLists;
  expect(await lists(other)).toMatchObject({ mine: 2, country: 2, overdue: 1 });
  const body = (await registry.sql("insert into organisation (name, standing, seat_country) values ('Comisión de Guatemala', 'member', 'GT') returning id"))[0].id;
  await make(clerk, { text: 'Del órgano de Guatemala', ownerOrganisationId: body });
  expect(await found(other, { country: 'GT', text: 'órgano' })).toEqual(['Del órgano de Guatemala']);
  expect(await lists(other)).toMatchObject({ mine: 2, country: 3 });
  expect((await lists(clerk, 'GT')).country).toBe(3);
  expect((await lists(await registry.as('delegate', 'PA')))).toMatchObject({ mine: 0, country: 0 });
  registry.travelTo('2026-11-25');
  expect(await found(other, { mine: true, status: ['overdue'] })).toHaveLength(2);
});

describe('what a commitment is under', () => {
  it('tells what we owe from what is owed to us', async () => {
    const partner = await registry.organisation({ name: 'Socia' });
    const member = await registry.organisation({ standing: 'member' });
    await make(clerk, { text: 'Nosotros: informe', ownerOrganisationId: member, beneficiaryOrganisationId: partner });
    await make(clerk, { text: 'Ellos: informe', ownerOrganisationId: partner });
    await make(clerk, { text: 'Yo: informe' });
    expect((await found(clerk, { text: 'informe', direction: ['we_owe'] })).sort()).toEqual(['Nosotros: informe', 'Yo: informe']);
    expect(await found(clerk, { text: 'INFÓRME', direction: ['they_owe'] })).toEqual(['Ellos: informe']);
    const { commitments } = await clerk.get(LIST, { filter: { text: 'informe', direction: ['they_owe'] } });
    expect(commitments.facets[1].values).toEqual([{ value: 'we_owe', count: 2 }, { value: 'they_owe', count: 1 }]);
  });

  it('is as open as the agreement that it was made under', async () => {
    const secret = (await registry.sql("insert into agreement (title, kind, visibility) values ('Reservado', 'memorandum', 'secretariat') returning id"))[0].id;
    await make(clerk, { text: 'Bajo reserva', agreementId: secret });
    expect(await found(clerk, { agreementId: secret })).toEqual(['Bajo reserva']);
    expect(await found(await registry.as('observer'), { text: 'reserva' })).toEqual([]);
    expect((await refusal(honduras, MAKE, { input: { text: 'x', agreementId: secret } }))?.fields).toEqual([{ path: 'agreementId', problem: 'unknown_record' }]);
    const open = (await registry.sql("insert into agreement (title, kind) values ('Abierto', 'memorandum') returning id"))[0].id;
    expect((await make(honduras, { text: 'Con Honduras', agreementId: open })).viewerCan).toContain('amend');
  });

  it('is as hidden as the meeting of the secretariat that it was made in, whatever it is under too', async () => {
    const [{ id: secret }] = await registry.sql("insert into meeting (title, kind, starts_at, time_zone, visibility) select 'Reservada', code, '2026-11-20T15:00Z', 'America/Tegucigalpa', 'secretariat' from meeting_kind limit 1 returning id");
    const [{ id: open }] = await registry.sql("insert into agreement (title, kind) values ('De todos', 'memorandum') returning id");
    const { id, version } = await make(clerk, { text: 'En la sala cerrada', meetingId: secret });
    await make(clerk, { text: 'En la sala cerrada, del acuerdo abierto', meetingId: secret, agreementId: open });
    expect(await found(clerk, { text: 'sala cerrada' })).toHaveLength(2);
    expect(await found(honduras, { text: 'sala cerrada' })).toEqual([]);
    expect(await found(honduras, { agreementId: open })).toEqual([]);
    expect((await refusal(honduras, FULFIL, { id, version }))?.code).toBe('NOT_FOUND');
    const one = 'query ($id: ID!) { commitment(id: $id) { text } }';
    expect([(await clerk.get(one, { id })).commitment, (await honduras.get(one, { id })).commitment]).toEqual([{ text: 'En la sala cerrada' }, null]);
    const logged = await clerk.get('mutation ($input: MeetingInput!) { logMeeting(input: $input) { commitments { text } } }', { input: {
      title: 'Reservada otra vez', kind: (await registry.sql('select code from meeting_kind limit 1'))[0].code, startsAt: '2026-11-20T15:00:00Z', timeZone: 'America/Tegucigalpa', visibility: 'secretariat', commitments: [{ text: 'Anotado en la sala cerrada' }],
    } });
    expect(logged.logMeeting.commitments).toEqual([{ text: 'Anotado en la sala cerrada' }]);
    expect(await found(honduras, { text: 'anotado' })).toEqual([]);
  });

  it('tells all that is wrong at once', async () => {
    const input = { text: ' ', ownerOrganisationId: '00000000-0000-4000-8000-000000000000' };
    expect((await refusal(clerk, MAKE, { input }))?.fields).toEqual([{ path: 'text', problem: 'required' }, { path: 'ownerOrganisationId', problem: 'unknown_record' }]);
  });

  it('refuses a stale change and keeps the other one', async () => {
    const { id, version } = await make(clerk, { dueOn: '2026-12-01' });
    await clerk.get(POSTPONE, { id, version, dueOn: '2027-01-15', reason: 'x' });
    expect((await refusal(clerk, POSTPONE, { id, version, dueOn: '2027-02-15', reason: 'y' }))?.code).toBe('CONFLICT_STALE');
  });
});
