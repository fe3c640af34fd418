import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openRegistry, type Asker, type Registry } from './support/harness.js';

const PROPOSAL = 'id title stage amount currency deadline submittedOn decidedOn strategyActivity visibility country version viewerCan partners { role organisation { name } }';
const LIST = 'query ($filter: ProposalFilter) { proposals(filter: $filter) { total nodes { title } facets { name values { value count } } } }';
const ONE = `query ($id: ID!) { proposal(id: $id) { ${PROPOSAL} } }`;
const REGISTER = `mutation ($input: ProposalInput!) { registerProposal(input: $input) { ${PROPOSAL} } }`;
const AMEND = `mutation ($id: ID!, $version: Int!, $input: ProposalInput!) { amendProposal(id: $id, version: $version, input: $input) { ${PROPOSAL} } }`;
const SUBMIT = `mutation ($id: ID!, $version: Int!, $on: Day!) { submitProposal(id: $id, version: $version, on: $on) { ${PROPOSAL} } }`;
const DECIDE = `mutation ($id: ID!, $version: Int!, $approved: Boolean!, $on: Day!) { decideProposal(id: $id, version: $version, approved: $approved, on: $on) { ${PROPOSAL} } }`;
const WITHDRAW = `mutation ($id: ID!, $version: Int!) { withdrawProposal(id: $id, version: $version) { ${PROPOSAL} } }`;
const REOPEN = `mutation ($id: ID!, $version: Int!) { reopenProposal(id: $id, version: $version) { ${PROPOSAL} } }`;
const ARCHIVE = 'mutation ($id: ID!, $version: Int!) { archiveProposal(id: $id, version: $version) }';

let registry: Registry;
let secretariat: Asker;
let honduras: Asker;
let funder: string;

beforeAll(async () => {
  registry = await openRegistry();
  registry.travelTo('2026-11-24');
  [secretariat, honduras] = [await registry.as('secretariat'), await registry.as('delegate', 'HN')];
  funder = await registry.organisation({ name: 'Fondo Ficticio' });
});
afterAll(() => registry.close());

const refusal = async (asker: Asker, query: string, variables: object) => (await asker.ask(query, variables)).errors?.[0]?.extensions;
const register = async (input: object = {}, asker = secretariat) => (await asker.get(REGISTER, { input: { title: 'Protección a sobrevivientes', ...input } })).registerProposal;
const titles = async (asker: Asker, filter: object) => (await asker.get(LIST, { filter })).proposals.nodes.map(({ title }: { title: string }) => title);

describe('a proposal', () => {
  it('is drafted with its partners, submitted, and decided', async () => {
    const drafted = await register({ amount: 250_000.5, currency: 'USD', deadline: '2026-12-15', strategyActivity: 'E7.A2', partners: [{ organisationId: funder, role: 'funder' }] });
    expect(drafted).toMatchObject({ stage: 'drafting', amount: 250_000.5, partners: [{ role: 'funder', organisation: { name: 'Fondo Ficticio' } }], viewerCan: expect.arrayContaining(['read', 'amend']) });
    const submitted = (await secretariat.get(SUBMIT, { id: drafted.id, version: drafted.version, on: '2026-11-20' })).submitProposal;
    expect(submitted).toMatchObject({ stage: 'submitted', submittedOn: '2026-11-20' });
    expect((await refusal(secretariat, SUBMIT, { id: drafted.id, version: submitted.version, on: '2026-11-21' }))?.fields).toEqual([{ path: '', problem: 'wrong_stage' }]);
    expect((await refusal(secretariat, DECIDE, { id: drafted.id, version: submitted.version, approved: true, on: '2026-11-19' }))?.fields).toMatchObject([{ path: 'on', problem: 'end_before_start' }]);
    const decided = (await secretariat.get(DECIDE, { id: drafted.id, version: submitted.version, approved: true, on: '2026-11-24' })).decideProposal;
    expect(decided).toMatchObject({ stage: 'approved', decidedOn: '2026-11-24' });
    expect((await refusal(secretariat, WITHDRAW, { id: drafted.id, version: decided.version }))?.fields).toEqual([{ path: '', problem: 'wrong_stage' }]);
    expect((await secretariat.get(REOPEN, { id: drafted.id, version: decided.version })).reopenProposal).toMatchObject({ stage: 'drafting', submittedOn: null, decidedOn: null });
  });

  it('keeps what is absent and clears what is null; an amount goes with its currency', async () => {
    const { id, version } = await register({ amount: 1000, currency: 'EUR', partners: [{ organisationId: funder, role: 'funder' }] });
    const amended = (await secretariat.get(AMEND, { id, version, input: { title: 'Otro título' } })).amendProposal;
    expect(amended).toMatchObject({ title: 'Otro título', amount: 1000, currency: 'EUR', partners: [{ role: 'funder' }] });
    expect((await refusal(secretariat, AMEND, { id, version: amended.version, input: { currency: null } }))?.fields).toEqual([{ path: 'currency', problem: 'required' }]);
    expect((await secretariat.get(AMEND, { id, version: amended.version, input: { amount: null, currency: null, partners: [] } })).amendProposal).toMatchObject({ amount: null, currency: null, partners: [] });
  });

  it('refuses a stale edit, also of a verb, and a partner twice', async () => {
    const { id, version } = await register();
    await secretariat.get(SUBMIT, { id, version, on: '2026-11-01' });
    expect((await refusal(secretariat, AMEND, { id, version, input: { title: 'Tarde' } }))?.code).toBe('CONFLICT_STALE');
    expect((await refusal(secretariat, SUBMIT, { id, version, on: '2026-11-01' }))?.code).toBe('CONFLICT_STALE');
    const twice = [{ organisationId: funder, role: 'funder' }, { organisationId: funder, role: 'funder' }];
    expect((await refusal(secretariat, REGISTER, { input: { title: 'X', partners: twice } }))?.fields).toEqual([{ path: 'partners.1', problem: 'duplicate_entry' }]);
  });

  it('goes to the trash', async () => {
    const { id, version } = await register({ title: 'Para la papelera' });
    await secretariat.get(ARCHIVE, { id, version });
    expect((await secretariat.get(ONE, { id })).proposal).toBeNull();
    expect((await refusal(secretariat, AMEND, { id, version: version + 1, input: {} }))?.code).toBe('NOT_FOUND');
  });
});

describe('who may know of a proposal', () => {
  it('a delegate writes their own country\'s; what is hidden does not exist for them, named or counted', async () => {
    const own = await register({ title: 'Propia de Honduras' }, honduras);
    expect(own).toMatchObject({ country: 'HN', visibility: 'coalition' });
    const hidden = await register({ title: 'Reserva institucional', visibility: 'secretariat' });
    expect((await honduras.get(ONE, { id: hidden.id })).proposal).toBeNull();
    expect((await refusal(honduras, AMEND, { id: hidden.id, version: 1, input: {} }))?.code).toBe('NOT_FOUND');
    expect(await titles(honduras, { text: 'reserva' })).toEqual([]);
    expect(await titles(secretariat, { text: 'recerva instituzional' })).toEqual(['Reserva institucional']);
    const foreign = await register({ title: 'De Guatemala', country: 'GT' });
    expect((await refusal(honduras, SUBMIT, { id: foreign.id, version: foreign.version, on: '2026-11-01' }))?.code).toBe('FORBIDDEN');
    expect((await refusal(honduras, AMEND, { id: own.id, version: own.version, input: { country: 'GT' } }))?.code).toBe('FORBIDDEN');
  });

  it('does not name a partner who is hidden, nor lets it be named', async () => {
    const secret = await registry.organisation({ name: 'Donante reservado', visibility: 'secretariat' });
    const { id } = await register({ partners: [{ organisationId: funder, role: 'co_author' }, { organisationId: secret, role: 'funder' }] });
    expect((await honduras.get(ONE, { id })).proposal.partners).toEqual([{ role: 'co_author', organisation: { name: 'Fondo Ficticio' } }]);
    expect((await refusal(honduras, REGISTER, { input: { title: 'X', partners: [{ organisationId: secret, role: 'funder' }] } }))?.fields).toEqual([{ path: 'partners.0.organisationId', problem: 'unknown_record' }]);
  });

  it('turns strangers away, and lets observers read alone', async () => {
    expect((await refusal(await registry.as('public'), LIST, {}))?.code).toBe('NOT_SIGNED_IN');
    const observer = await registry.as('observer');
    expect((await observer.get(LIST)).proposals.total).toBeGreaterThan(0);
    expect((await refusal(observer, REGISTER, { input: { title: 'X' } }))?.code).toBe('FORBIDDEN');
  });
});

it('is found by stage and year, each facet counted over the others', async () => {
  await register({ title: 'Del año treinta', deadline: '2030-05-01' });
  const { proposals } = await secretariat.get(LIST, { filter: { year: ['2030'] } });
  expect(proposals.nodes).toEqual([{ title: 'Del año treinta' }]);
  expect(proposals.facets.find(({ name }: { name: string }) => name === 'stage').values).toEqual([{ value: 'drafting', count: 1 }]);
  expect(await titles(secretariat, { organisationId: 'not an id' })).toEqual([]);
});

it('stand together by stage, each currency by itself, with the share of those answered that was approved', async () => {
  const TOTALS = 'query ($filter: ProposalFilter) { proposalTotals(filter: $filter) { decided approved successRate byStage { stage count amounts { currency amount } } } }';
  const DECIDE = 'mutation ($id: ID!, $version: Int!, $approved: Boolean!) { decideProposal(id: $id, version: $version, approved: $approved, on: "2026-11-10") { id } }';
  const answered = async (amount: number, currency: string, approved: boolean) => {
    const { id, version } = await register({ title: 'Del año treinta y uno', deadline: '2031-05-01', amount, currency });
    const sent = (await secretariat.get(SUBMIT, { id, version, on: '2026-11-01' })).submitProposal;
    await secretariat.get(DECIDE, { id, version: sent.version, approved });
  };
  await answered(100, 'USD', true);
  await answered(50, 'EUR', true);
  await answered(900, 'USD', false);
  await register({ title: 'Oculta del treinta y uno', deadline: '2031-06-01', amount: 7, currency: 'USD', visibility: 'secretariat' });
  const totals = async (asker: Asker) => (await asker.get(TOTALS, { filter: { year: ['2031'] } })).proposalTotals;
  expect(await totals(honduras)).toMatchObject({ decided: 3, approved: 2, successRate: 2 / 3, byStage: [
    { stage: 'drafting', count: 0, amounts: [] }, { stage: 'submitted', count: 0 },
    { stage: 'approved', count: 2, amounts: [{ currency: 'EUR', amount: 50 }, { currency: 'USD', amount: 100 }] },
    { stage: 'rejected', count: 1, amounts: [{ currency: 'USD', amount: 900 }] }, { stage: 'withdrawn', count: 0 },
  ] });
  expect((await totals(secretariat)).byStage[0]).toEqual({ stage: 'drafting', count: 1, amounts: [{ currency: 'USD', amount: 7 }] });
});
