import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openRegistry, type Asker, type Registry } from './support/harness.js';

const SENT = 'id audience message product medium sentOn recipients strategyActivity visibility country version viewerCan organisation { name }';
const LIST = 'query ($filter: DisseminationFilter) { disseminations(filter: $filter) { total nodes { message } facets { name values { value count } } } }';
const ONE = `query ($id: ID!) { dissemination(id: $id) { ${SENT} } }`;
const REGISTER = `mutation ($input: DisseminationInput!) { registerDissemination(input: $input) { ${SENT} } }`;
const AMEND = `mutation ($id: ID!, $version: Int!, $input: DisseminationInput!) { amendDissemination(id: $id, version: $version, input: $input) { ${SENT} } }`;
const ARCHIVE = 'mutation ($id: ID!, $version: Int!) { archiveDissemination(id: $id, version: $version) }';
const message = { message: 'La trata no es tráfico.', audience: 'state', medium: 'email', sentOn: '2026-07-30' };

let registry: Registry;
let secretariat: Asker;
let honduras: Asker;

beforeAll(async () => {
  registry = await openRegistry();
  registry.travelTo('2026-11-24');
  [secretariat, honduras] = [await registry.as('secretariat'), await registry.as('delegate', 'HN')];
});
afterAll(() => registry.close());

const refusal = async (asker: Asker, query: string, variables: object) => (await asker.ask(query, variables)).errors?.[0]?.extensions;
const register = async (input: object = {}, asker = secretariat) => (await asker.get(REGISTER, { input: { ...message, ...input } })).registerDissemination;

describe('what was sent', () => {
  it('says what, to which audience, by which medium, when and to whom', async () => {
    const organisationId = await registry.organisation({ name: 'Ministerio Ficticio' });
    const sent = await register({ product: 'quarterly_bulletin', organisationId, recipients: 'Puntos focales de los nueve países', strategyActivity: 'E5.A4' });
    expect(sent).toMatchObject({ ...message, product: 'quarterly_bulletin', organisation: { name: 'Ministerio Ficticio' }, recipients: 'Puntos focales de los nueve países' });
    const amended = (await secretariat.get(AMEND, { id: sent.id, version: sent.version, input: { organisationId: null, sentOn: '2026-07-31' } })).amendDissemination;
    expect(amended).toMatchObject({ organisation: null, sentOn: '2026-07-31', product: 'quarterly_bulletin' });
    expect((await refusal(secretariat, AMEND, { id: sent.id, version: sent.version, input: { message: 'Tarde' } }))?.code).toBe('CONFLICT_STALE');
  });

  it('has all of that, and took place', async () => {
    expect((await refusal(secretariat, REGISTER, { input: { message: ' ' } }))?.fields).toEqual([
      { path: 'message', problem: 'required' }, { path: 'audience', problem: 'required' }, { path: 'medium', problem: 'required' }, { path: 'sentOn', problem: 'required' }]);
    expect((await refusal(secretariat, REGISTER, { input: { ...message, sentOn: '2026-11-25' } }))?.fields).toEqual([{ path: 'sentOn', problem: 'day_in_future' }]);
    expect(await refusal(secretariat, REGISTER, { input: { ...message, medium: 'pigeon' } })).toMatchObject({ code: 'INVALID', fields: [{ path: 'medium' }] });
  });

  it('goes to the trash', async () => {
    const { id, version } = await register();
    await secretariat.get(ARCHIVE, { id, version });
    expect((await secretariat.get(ONE, { id })).dissemination).toBeNull();
  });
});

it('is found by its words and facets', async () => {
  await register({ message: 'Boletín del Corazón Azul', audience: 'forum', sentOn: '2024-01-05' });
  const { disseminations } = await secretariat.get(LIST, { filter: { text: 'corason', year: ['2024'] } });
  expect(disseminations.nodes).toEqual([{ message: 'Boletín del Corazón Azul' }]);
  expect(disseminations.facets.find(({ name }: { name: string }) => name === 'audience').values).toEqual([{ value: 'forum', count: 1 }]);
});

it('does not exist for whoever may not see it, and its organisation neither', async () => {
  const secret = await registry.organisation({ name: 'Reservada', visibility: 'secretariat' });
  const { id } = await register({ organisationId: secret });
  expect((await honduras.get(ONE, { id })).dissemination.organisation).toBeNull();
  expect((await refusal(honduras, REGISTER, { input: { ...message, organisationId: secret } }))?.fields).toEqual([{ path: 'organisationId', problem: 'unknown_record' }]);
  const hidden = await register({ message: 'Mensaje interno', visibility: 'secretariat' });
  expect((await honduras.get(LIST, { filter: { text: 'interno' } })).disseminations).toMatchObject({ total: 0, nodes: [] });
  expect((await refusal(honduras, AMEND, { id: hidden.id, version: hidden.version, input: {} }))?.code).toBe('NOT_FOUND');
  const own = await register({}, honduras);
  expect(own.country).toBe('HN');
  expect((await refusal(honduras, ARCHIVE, { id, version: 1 }))?.code).toBe('FORBIDDEN');
  const stranger = await registry.as('public');
  expect((await stranger.get(LIST)).disseminations.total).toBe(0);
  expect((await refusal(stranger, REGISTER, { input: message }))?.code).toBe('NOT_SIGNED_IN');
  expect((await refusal(await registry.as('observer'), REGISTER, { input: message }))?.code).toBe('FORBIDDEN');
});

describe('the content plan beside what was sent', () => {
  const COVERAGE = `query ($from: Day!, $to: Day!) { contentCoverage(from: $from, to: $to) { audience fromYear toYear due met share sent
    entries { code kind label { es en } term every sent lastOn due met gaps } } }`;
  const forum = async (asker = secretariat) => (await asker.get(COVERAGE, { from: '2021-01-01', to: '2025-12-31' })).contentCoverage.find(({ audience }: { audience: string }) => audience === 'forum');
  const entry = (coverage: { entries: { code: string; gaps: string[] }[] }, code: string) => coverage.entries.find((each) => each.code === code);

  it('tells each message, product and medium, with what was sent of it and the periods without', async () => {
    const before = await forum();
    expect(before).toMatchObject({ fromYear: 2021, toYear: 2025 });
    expect(entry(before, 'forum.product.1')).toMatchObject({ term: 'quarterly_bulletin', every: 'quarter', due: 20, met: 0 });
    await register({ audience: 'forum', planEntry: 'forum.message.2', product: 'quarterly_bulletin', medium: 'email', sentOn: '2024-08-02' });
    const after = await forum();
    expect(entry(after, 'forum.message.2')).toMatchObject({ sent: 1, lastOn: '2024-08-02', due: 1, met: 1, gaps: [] });
    expect(entry(after, 'forum.product.1')).toMatchObject({ sent: 1, met: 1 });
    expect(entry(after, 'forum.product.1')?.gaps).not.toContain('2024-Q3');
  });

  it('counts nothing that the viewer may not see', async () => {
    const sent = async (asker: Asker) => (await forum(asker)).sent;
    const before = await sent(honduras);
    await register({ audience: 'forum', visibility: 'secretariat', sentOn: '2024-09-01' });
    expect(await sent(honduras)).toBe(before);
    expect(await sent(secretariat)).toBeGreaterThan(before);
  });

  it('refuses a message that is planned for another audience, and a period that ends before it starts', async () => {
    expect((await refusal(secretariat, REGISTER, { input: { ...message, planEntry: 'forum.message.1' } }))?.fields).toEqual([{ path: 'planEntry', problem: 'unknown_code' }]);
    const sent = await register({ planEntry: 'state.message.1' });
    expect((await refusal(secretariat, AMEND, { id: sent.id, version: sent.version, input: { audience: 'forum' } }))?.fields).toEqual([{ path: 'planEntry', problem: 'unknown_code' }]);
    expect((await refusal(secretariat, COVERAGE, { from: '2025-01-01', to: '2024-01-01' }))?.fields).toMatchObject([{ path: 'to', problem: 'end_before_start' }]);
  });
});
