import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openRegistry, type Asker, type Loose, type Registry } from './support/harness.js';

const REGISTER = 'mutation ($input: AgreementInput!) { registerAgreement(input: $input) { id version phase } }';
const MOVE = 'mutation ($id: ID!, $version: Int!, $stage: String!) { moveAgreement(id: $id, version: $version, stage: $stage) { id version stage phase status } }';
const LIST = `query ($filter: AgreementFilter, $first: Int, $after: String) { agreements(filter: $filter, sort: TITLE, first: $first, after: $after) {
  total hasMore endCursor nodes { id title phase responsible } } }`;

let registry: Registry;
let clerk: Asker;
let honduras: Asker;
let guatemala: Asker;
let observer: Asker;
const ids: Record<string, string> = {};
let coalition: string;
let ally: string;

beforeAll(async () => {
  registry = await openRegistry();
  registry.travelTo('2026-11-24');
  [clerk, honduras, guatemala, observer] = [await registry.as('secretariat'), await registry.as('delegate', 'HN'), await registry.as('delegate', 'GT'), await registry.as('observer')];
  coalition = (await registry.sql("select id from organisation where standing = 'coalition'"))[0].id;
  ally = await registry.organisation({ name: 'OIM' });
  const add = async (title: string, signed: [string | null, string | null], given: object = {}) => {
    ids[title] = (await clerk.get(REGISTER, { input: { title, kind: 'memorandum', parties: [{ organisationId: coalition, signedOn: signed[0] }, { organisationId: ally, signedOn: signed[1] }], ...given } })).registerAgreement.id;
  };
  for (const stage of ['identified', 'contacted', 'negotiating', 'text_agreed']) await add(stage, [null, null], { stage });
  await add('of Honduras', [null, null], { stage: 'contacted', visibility: 'country', country: 'HN' });
  await add('of the office', [null, null], { stage: 'contacted', visibility: 'secretariat' });
  await add('half signed', ['2026-10-01', null], { stage: 'contacted', effectiveFrom: '2026-12-10' });
  await add('ahead', ['2026-10-01', '2026-10-02'], { effectiveFrom: '2027-01-01' });
  await add('lasts', ['2025-01-01', '2025-01-02'], { effectiveTo: '2026-12-05' });
  await add('over', ['2024-01-01', '2024-01-02'], { effectiveTo: '2025-12-31' });
});
afterAll(() => registry.close());

const list = async (asker: Asker, filter: object = {}, more: object = {}) => (await asker.get(LIST, { filter, first: 50, ...more })).agreements;
const titles = async (asker: Asker, filter: object) => (await list(asker, filter)).nodes.map(({ title }: Loose) => title);
const PHASES = ['identified', 'contacted', 'negotiating', 'text_agreed', 'awaiting_signatures', 'signed', 'in_force', 'suspended', 'expired', 'terminated'];
/** The counts of the columns, empty ones left out. */
const phases = async (asker: Asker) => {
  const totals = await asker.get(`{ ${PHASES.map((phase) => `${phase}: agreements(filter: { phase: ["${phase}"] }, first: 1) { total }`).join(' ')} }`);
  return Object.fromEntries(Object.entries(totals).flatMap(([phase, { total }]: [string, Loose]) => (total > 0 ? [[phase, total]] : [])));
};
const version = async (title: string) => (await registry.sql('select version from agreement where id = $1', [ids[title]]))[0].version as number;
const move = async (asker: Asker, title: string, stage: string, at?: number) => asker.ask(MOVE, { id: ids[title], version: at ?? await version(title), stage });

describe('the board', () => {
  it('has a column for each stage before signature, then what the dates say', async () => {
    expect(await phases(clerk)).toEqual({ identified: 1, contacted: 3, negotiating: 1, text_agreed: 1, awaiting_signatures: 1, signed: 1, in_force: 1, expired: 1 });
    expect(await titles(clerk, { phase: ['contacted'] })).toEqual(['contacted', 'of Honduras', 'of the office']);
    expect(await titles(clerk, { phase: ['awaiting_signatures', 'signed'] })).toEqual(['ahead', 'half signed']);
  });

  it('counts and pages only what the viewer may see', async () => {
    expect((await phases(honduras)).contacted).toBe(2);
    expect((await phases(guatemala)).contacted).toBe(1);
    expect(await titles(observer, { phase: ['contacted'] })).toEqual(['contacted']);
    const page = await list(honduras, { phase: ['contacted'] }, { first: 1 });
    expect([page.total, page.hasMore, page.nodes.length]).toEqual([2, true, 1]);
    expect((await list(honduras, { phase: ['contacted'] }, { first: 1, after: page.endCursor })).nodes.map(({ title }: Loose) => title)).toEqual(['of Honduras']);
  });

  it('says who looks after each: who is named, else who registered it', async () => {
    const [named] = await registry.sql("insert into user_account (email, name, role, password_hash) values ('r@test.example', 'Rosa', 'secretariat', 'none') returning id");
    await registry.sql('update agreement set responsible_id = $1 where id = $2', [named.id, ids['lasts']]);
    const found = Object.fromEntries((await list(clerk, { phase: ['in_force', 'expired'] })).nodes.map(({ title, responsible }: Loose) => [title, responsible]));
    expect(found).toEqual({ lasts: 'Rosa', over: 'secretariat' });
  });
});

describe('moving a card', () => {
  it('among the stages changes the stage and nothing else, and its answer can be undone with the version that it gives', async () => {
    const moved = (await move(clerk, 'identified', 'negotiating')).data!.moveAgreement;
    expect(moved).toMatchObject({ stage: 'negotiating', phase: 'negotiating', status: 'negotiating' });
    const back = (await move(clerk, 'identified', 'identified', moved.version)).data!.moveAgreement;
    expect(back).toMatchObject({ phase: 'identified' });
    const trail = await registry.sql("select action from audit_entry where action = 'agreement.moveStage'");
    expect(trail.length).toBeGreaterThanOrEqual(2);
  });

  it('is refused for a stale version, and the card stays', async () => {
    const before = await version('contacted');
    await move(clerk, 'contacted', 'negotiating');
    const { errors } = await move(clerk, 'contacted', 'text_agreed', before);
    expect(errors?.[0]?.extensions.code).toBe('CONFLICT_STALE');
    expect(await titles(clerk, { phase: ['negotiating'] })).toContain('contacted');
    await move(clerk, 'contacted', 'contacted');
  });

  it.each(['in_force', 'expired', 'nonsense', ''])('to %s is refused: it is no stage', async (stage) => {
    const { errors } = await move(clerk, 'contacted', stage);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', fields: [{ path: 'stage', problem: 'not_a_choice' }] });
  });

  it.each(['half signed', 'ahead', 'lasts', 'over'])('is refused for %s: signatures and dates decide', async (title) => {
    const { errors } = await move(clerk, title, 'contacted');
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', fields: [{ path: 'stage', problem: 'wrong_stage' }] });
  });

  it('is for those who may amend it, and a hidden card does not exist', async () => {
    expect((await move(observer, 'contacted', 'negotiating')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await move(guatemala, 'contacted', 'negotiating')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await move(guatemala, 'of Honduras', 'negotiating')).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await move(honduras, 'of Honduras', 'negotiating')).data?.moveAgreement.phase).toBe('negotiating');
    await move(honduras, 'of Honduras', 'contacted');
  });
});

describe('the calendar', () => {
  const within = (from: string, to: string) => titles(clerk, { happening: { from, to } });

  it('finds what takes effect, ends, or should be signed in the days asked', async () => {
    expect(await within('2026-12-01', '2026-12-31')).toEqual(['half signed', 'lasts']);
    expect(await within('2027-01-01', '2027-01-31')).toEqual(['ahead']);
    expect(await within('2025-01-02', '2025-01-02')).toEqual(['lasts']);
    expect(await within('2025-12-31', '2025-12-31')).toEqual(['over']);
    expect(await within('2026-01-01', '2026-11-30')).toEqual([]);
  });

  it('finds a pause, its end, and a last day that comes during one', async () => {
    await registry.sql("insert into agreement_suspension (agreement_id, from_day, to_day, reason, recorded_on) values ($1, '2026-06-10', '2026-08-31', 'x', '2026-06-01')", [ids['lasts']]);
    expect(await within('2026-06-01', '2026-06-30')).toEqual(['lasts']);
    expect(await within('2026-09-01', '2026-09-01')).toEqual(['lasts']);
    expect(await within('2026-07-01', '2026-07-31')).toEqual([]);
    await registry.sql("update agreement_suspension set to_day = null where agreement_id = $1", [ids['lasts']]);
    expect(await within('2026-12-05', '2026-12-05')).toEqual(['lasts']);
    await registry.sql('delete from agreement_suspension where agreement_id = $1', [ids['lasts']]);
  });

  it('obeys the other filters, and shows nobody what is hidden', async () => {
    expect(await titles(clerk, { happening: { from: '2026-12-01', to: '2026-12-31' }, text: 'lasts' })).toEqual(['lasts']);
    await registry.sql("update agreement set visibility = 'secretariat' where id = $1", [ids['lasts']]);
    expect(await titles(observer, { happening: { from: '2026-12-01', to: '2026-12-31' } })).toEqual(['half signed']);
    await registry.sql("update agreement set visibility = 'coalition' where id = $1", [ids['lasts']]);
  });
});
