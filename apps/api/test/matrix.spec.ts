import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openRegistry, type Asker, type Loose, type Registry } from './support/harness.js';

const ROW = `id strategyActivity activity { es } axis country label result product plannedFrom plannedTo currentFrom currentTo actualFrom actualTo responsibleRole responsibleCountry coResponsible
  progress expectedCount state observations assumptions meansOfVerification rating version viewerCan allies { id name } advance { value byHand done total state light linked { kind done total } }`;
const MATRIX = `{ monitoringMatrix { day axes { code label { es en } tactic { es } results { code indicator { code baselineValue targets { year value } } } rows { ${ROW} } } } }`;
const ONE = `query ($id: ID!) { matrixRow(id: $id) { ${ROW} linked { kind title done on } adjustments { kind what why fromDays { from to } toDays { from to } approvedBy approvedOn minutes { title approved } version } } }`;

let registry: Registry;
let secretariat: Asker;
let honduras: Asker;

beforeAll(async () => {
  registry = await openRegistry();
  registry.travelTo('2026-11-24');
  [secretariat, honduras] = [await registry.as('secretariat'), await registry.as('delegate', 'HN')];
});
afterAll(() => registry.close());

const rows = async (asker = secretariat): Promise<Loose[]> => (await asker.get<Loose>(MATRIX)).monitoringMatrix.axes.flatMap((axis: Loose) => axis.rows);
const rowOf = async (activity: string, asker = secretariat): Promise<Loose> => (await rows(asker)).find((row) => row.strategyActivity === activity && row.country === null)!;
const row = async (id: string, asker = secretariat): Promise<Loose> => (await asker.get<Loose>(ONE, { id })).matrixRow;

/** An activity tied to the strategy, written past the register's own checks. */
async function activity(strategyActivity: string, given: { status?: string; endsOn?: string; visibility?: string; countries?: string[]; title?: string; parent?: string } = {}): Promise<string> {
  const { status = 'done', endsOn = '2026-05-10', visibility = 'coalition', countries = [], title = 'Taller', parent = null } = given;
  const made = await registry.sql(`insert into activity (title, kind, status, starts_on, ends_on, strategy_activity, visibility, country, countries, parent_id)
    values ($1, (select code from activity_kind order by position limit 1), $2, $3::date, $3::date, $4, $5, 'HN', $6, $7) returning id`, [title, status, endsOn, strategyActivity, visibility, countries, parent]);
  return made[0]!.id as string;
}

describe('the matrix', () => {
  it('has every axis of the strategy with a regional row for each of its activities, planned as the strategy says', async () => {
    const { monitoringMatrix } = await secretariat.get<Loose>(MATRIX);
    expect(monitoringMatrix.day).toBe('2026-11-24');
    expect(monitoringMatrix.axes.map(({ code }: Loose) => code)).toEqual(['E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7', 'E8']);
    const [{ count }] = await registry.sql('select count(*)::int as count from strategy_activity');
    expect((await rows()).length).toBe(count);
    expect(await rowOf('E1.A3')).toMatchObject({ axis: 'E1', plannedFrom: '2022-01-01', plannedTo: '2022-12-31', currentTo: '2022-12-31', actualFrom: null, state: 'planned', advance: { value: null, byHand: false, state: 'planned', light: 'none' } });
    const e3 = monitoringMatrix.axes[2];
    expect(e3.results.map(({ indicator }: Loose) => indicator?.code)).toEqual(['alliances_in_force', 'joint_activities_done']);
  });

  it('is told in one statement', async () => {
    const statements = (await registry.statementsOf(() => secretariat.get(MATRIX))).filter((each) => !each.includes('user_session'));
    expect(statements).toHaveLength(1);
  });

  it('is for those with an account', async () => {
    const { errors } = await (await registry.as('public')).ask(MATRIX);
    expect(errors?.[0]?.extensions.code).toBe('NOT_SIGNED_IN');
    expect((await rows(await registry.as('observer'))).length).toBeGreaterThan(30);
  });

  it('keeps the plan, whoever writes', async () => {
    const { id } = await rowOf('E1.A1');
    await expect(registry.sql("update matrix_row set planned_to = '2030-01-01' where id = $1", [id])).rejects.toThrow(/planned days stay/);
  });
});

describe('what is linked moves by itself', () => {
  it('an activity done, an encounter held, a product sent, a proposal submitted', async () => {
    await activity('E4.A6');
    await activity('E4.A6', { status: 'planned', endsOn: '2026-12-10' });
    await activity('E4.A6', { status: 'cancelled' });
    expect((await rowOf('E4.A6')).advance).toMatchObject({ value: 50, byHand: false, done: 1, total: 2, state: 'under_way', linked: [{ kind: 'activity', done: 1, total: 2 }] });

    await registry.sql(`insert into meeting (title, kind, starts_at, ends_at, time_zone, strategy_activity)
      values ('Encuentro', (select code from meeting_kind limit 1), '2026-03-01T15:00Z', '2026-03-01T17:00Z', 'America/Guatemala', 'E4.A6')`);
    expect((await rowOf('E4.A6')).advance).toMatchObject({ value: 66, done: 2, total: 3 });

    await registry.sql("insert into dissemination (audience, message, product, medium, sent_on) select 'state', 'Informe', 'annual_report', (select code from medium limit 1), '2026-02-01'");
    expect((await rowOf('E6.A4')).advance.value).toBeNull();
    await registry.sql("update matrix_row set product = 'annual_report' where strategy_activity = 'E6.A4'");
    expect((await rowOf('E6.A4')).advance).toMatchObject({ value: 100, state: 'done', light: 'met' });

    await registry.sql("insert into proposal (title, stage, submitted_on, strategy_activity) values ('Fondo', 'submitted', '2026-02-01', 'E7.A2'), ('Otro', 'drafting', null, 'E7.A2')");
    expect((await rowOf('E7.A2')).advance).toMatchObject({ value: 50, linked: [{ kind: 'proposal', done: 1, total: 2 }] });
  });

  it('counts no part beside its whole, and nothing that only some of the coalition may see', async () => {
    const whole = await activity('E2.A3');
    await activity('E2.A3', { parent: whole });
    await activity('E2.A3', { visibility: 'country', title: 'Solo Honduras' });
    await activity('E2.A3', { visibility: 'secretariat', title: 'Reservada' });
    for (const asker of [secretariat, honduras]) expect((await rowOf('E2.A3', asker)).advance).toMatchObject({ done: 1, total: 1 });
    expect((await row((await rowOf('E2.A3')).id)).linked.map(({ title }: Loose) => title)).toEqual(['Taller']);
  });

  it('moves a country\'s row by what was done in that country', async () => {
    const [made] = await registry.sql(`insert into matrix_row (strategy_activity, country, label, planned_from, planned_to, current_from, current_to)
      values ('E5.A2', 'HN', 'Parte de Honduras', '2026-01-01', '2026-12-31', '2026-01-01', '2026-12-31') returning id`);
    await activity('E5.A2', { countries: ['HN', 'GT'] });
    await registry.sql("insert into activity (title, kind, status, starts_on, ends_on, strategy_activity, countries) values ('En Panamá', (select code from activity_kind limit 1), 'done', '2026-01-01', '2026-01-01', 'E5.A2', '{PA}')");
    expect((await row(made!.id as string)).advance).toMatchObject({ done: 1, total: 1 });
    expect((await rowOf('E5.A2')).advance).toMatchObject({ done: 2, total: 2 });
  });
});

const AMEND = `mutation ($id: ID!, $version: Int!, $input: MatrixRowInput!) { amendMatrixRow(id: $id, version: $version, input: $input) { ${ROW} } }`;
const ADD = `mutation ($input: NewMatrixRowInput!) { addMatrixRow(input: $input) { ${ROW} } }`;
const RATE = `mutation ($id: ID!, $version: Int!, $rating: Int) { rateMatrixRow(id: $id, version: $version, rating: $rating) { ${ROW} } }`;
const ARCHIVE = 'mutation ($id: ID!, $version: Int!) { archiveMatrixRow(id: $id, version: $version) }';
const ADJUST = 'mutation ($id: ID!, $input: MatrixAdjustmentInput!) { adjustMatrixRow(id: $id, input: $input) { adjustments { id version kind what why madeBy approvedBy approvedOn minutes { title approved } } } }';
const APPROVE = 'mutation ($id: ID!, $version: Int!) { approveMatrixAdjustment(id: $id, version: $version) { adjustments { approvedBy approvedOn } } }';

const refusal = async (asker: Asker, query: string, variables: object) => (await asker.ask<Loose>(query, variables)).errors?.[0]?.extensions as Loose;
const amend = async (id: string, version: number, input: object, asker = secretariat): Promise<Loose> => (await asker.get<Loose>(AMEND, { id, version, input })).amendMatrixRow;
const NEW = { strategyActivity: 'E5.A4', label: 'Campaña en Honduras', from: '2026-02-01', to: '2026-09-30' };

describe('a row is written', () => {
  it('cell by cell: absent keeps, null clears, and progress by hand can be given back to what is linked', async () => {
    const before = await rowOf('E1.A4');
    const one = await amend(before.id, before.version, { responsibleRole: ' Secretaría técnica ', responsibleCountry: 'GT', progress: 40, state: 'under_way', result: 'E1.R2', actualFrom: '2026-02-01' });
    expect(one).toMatchObject({ responsibleRole: 'Secretaría técnica', responsibleCountry: 'GT', progress: 40, result: 'E1.R2', advance: { value: 40, byHand: true, state: 'under_way' } });
    const two = await amend(before.id, one.version, { progress: null, actualFrom: null });
    expect(two).toMatchObject({ responsibleRole: 'Secretaría técnica', progress: null, actualFrom: null, advance: { value: null, byHand: false } });
  });

  it('constrained by an outside cause, which no linked thing takes back', async () => {
    const { id, version } = await rowOf('E4.A6');
    expect(await amend(id, version, { state: 'constrained' })).toMatchObject({ advance: { state: 'constrained', light: 'none' } });
  });

  it('not with what contradicts itself, each problem at its field', async () => {
    const { id, version } = await rowOf('E1.A5');
    const problems = async (input: object) => ((await refusal(secretariat, AMEND, { id, version, input })).fields as Loose[]).map(({ path, problem }) => `${path} ${problem}`);
    expect(await problems({ progress: 101, actualFrom: '2026-03-02', actualTo: '2026-03-01' })).toEqual(['actualTo end_before_start', 'progress number_out_of_range']);
    expect(await problems({ state: 'late' })).toEqual(['state not_a_choice']);
    expect(await problems({ result: 'E3.R1' })).toEqual(['result unknown_code']);
    expect(await problems({ product: 'none' })).toEqual(['product unknown_record']);
    expect(await problems({ responsibleCountry: 'XX' })).toEqual(['responsibleCountry unknown_country']);
    expect((await rowOf('E1.A5')).version).toBe(version);
  });

  it('against the version that was read', async () => {
    const { id, version } = await rowOf('E2.A1');
    await amend(id, version, { observations: 'Primera' });
    expect((await refusal(secretariat, AMEND, { id, version, input: { observations: 'Tardía' } })).code).toBe('CONFLICT_STALE');
  });

  it('with allies: those that the viewer may not see stay, and cannot be named', async () => {
    const made = (await honduras.get<Loose>(ADD, { input: NEW })).addMatrixRow;
    const [seen, hidden] = [await registry.organisation({ name: 'Aliada vista' }), await registry.organisation({ name: 'Aliada reservada', visibility: 'secretariat' })];
    const both = await amend(made.id, made.version, { allyIds: [seen, hidden] });
    expect(both.allies).toHaveLength(2);
    expect((await row(made.id, honduras)).allies.map(({ name }: Loose) => name)).toEqual(['Aliada vista']);
    expect((await refusal(honduras, AMEND, { id: made.id, version: both.version, input: { allyIds: [hidden] } })).fields).toEqual([{ path: 'allyIds.0', problem: 'unknown_record' }]);
    await amend(made.id, both.version, { allyIds: [] }, honduras);
    expect((await row(made.id)).allies.map(({ name }: Loose) => name)).toEqual(['Aliada reservada']);
  });
});

describe('whose rows', () => {
  it('a delegate adds and edits rows of their country, and no others', async () => {
    const made = (await honduras.get<Loose>(ADD, { input: NEW })).addMatrixRow;
    expect(made).toMatchObject({ country: 'HN', label: 'Campaña en Honduras', plannedFrom: '2026-02-01', currentTo: '2026-09-30', responsibleCountry: 'HN', viewerCan: ['read', 'amend'] });
    expect(await amend(made.id, made.version, { progress: 10 }, honduras)).toMatchObject({ progress: 10 });
    expect((await refusal(honduras, ADD, { input: { ...NEW, country: 'GT' } })).code).toBe('FORBIDDEN');
    const regional = await rowOf('E5.A4', honduras);
    expect(regional.viewerCan).toEqual(['read']);
    expect((await refusal(honduras, AMEND, { id: regional.id, version: regional.version, input: { progress: 1 } })).code).toBe('FORBIDDEN');
    const guatemala = await registry.as('delegate', 'GT');
    expect((await refusal(guatemala, AMEND, { id: made.id, version: made.version + 1, input: { progress: 1 } })).code).toBe('FORBIDDEN');
  });

  it('a new row has words, days in order, and an activity of the strategy', async () => {
    expect((await refusal(honduras, ADD, { input: { ...NEW, label: ' ', to: '2026-01-01' } })).fields.map(({ path }: Loose) => path)).toEqual(['label', 'to']);
    expect((await refusal(honduras, ADD, { input: { ...NEW, strategyActivity: 'E9.A9' } })).fields).toEqual([{ path: 'strategyActivity', problem: 'unknown_code' }]);
    expect((await refusal(secretariat, ADD, { input: NEW })).fields).toEqual([{ path: 'country', problem: 'required' }]);
  });

  it('a country\'s row can be taken off; the regional one stays', async () => {
    const made = (await honduras.get<Loose>(ADD, { input: NEW })).addMatrixRow;
    await honduras.get(ARCHIVE, { id: made.id, version: made.version });
    expect(await row(made.id)).toBeNull();
    const regional = await rowOf('E5.A4');
    expect((await refusal(secretariat, ARCHIVE, { id: regional.id, version: regional.version })).code).toBe('CONFLICT');
  });

  it('whoever reviews rates: the secretariat and the presidency, never who did it', async () => {
    const made = (await honduras.get<Loose>(ADD, { input: NEW })).addMatrixRow;
    const presidency = await registry.as('presidency');
    expect((await presidency.get<Loose>(RATE, { id: made.id, version: made.version, rating: 4 })).rateMatrixRow.rating).toBe(4);
    expect((await refusal(presidency, RATE, { id: made.id, version: made.version + 1, rating: 6 })).fields[0]).toMatchObject({ path: 'rating', problem: 'number_out_of_range' });
    expect((await refusal(honduras, RATE, { id: made.id, version: made.version + 1, rating: 5 })).code).toBe('FORBIDDEN');
    expect((await refusal(presidency, AMEND, { id: made.id, version: made.version + 1, input: { progress: 1 } })).code).toBe('FORBIDDEN');
  });
});

describe('an adjustment', () => {
  it('says what and why, and is approved by the presidency, once, never by who made it', async () => {
    const { id } = await rowOf('E6.A1');
    const [made] = (await secretariat.get<Loose>(ADJUST, { id, input: { kind: 'goal', what: 'Tres países en vez de cinco', why: 'Sin fondos para los otros dos' } })).adjustMatrixRow.adjustments;
    expect(made).toMatchObject({ kind: 'goal', approvedBy: null, minutes: null });
    expect((await refusal(secretariat, APPROVE, { id: made.id, version: made.version })).code).toBe('FORBIDDEN');
    const presidency = await registry.as('presidency');
    const [approved] = (await presidency.get<Loose>(APPROVE, { id: made.id, version: made.version })).approveMatrixAdjustment.adjustments;
    expect(approved).toMatchObject({ approvedOn: '2026-11-24', approvedBy: expect.stringContaining('presidency') });
    expect((await refusal(presidency, APPROVE, { id: made.id, version: made.version + 1 })).code).toBe('CONFLICT');
    expect((await refusal(secretariat, ADJUST, { id, input: { kind: 'dates', what: 'x', why: '' } })).fields.map(({ path }: Loose) => path).sort()).toEqual(['kind', 'why']);
  });

  it('is approved with the minutes in which it was decided, told to whoever may see the meeting', async () => {
    const { id } = await rowOf('E6.A2');
    const [meeting] = await registry.sql(`insert into meeting (title, kind, starts_at, time_zone, visibility) values ('Sesión reservada', (select code from meeting_kind limit 1), now(), 'America/Guatemala', 'secretariat') returning id`);
    await secretariat.get(ADJUST, { id, input: { kind: 'other', what: 'Se fusiona con E6.A3', why: 'Es lo mismo', meetingId: meeting!.id } });
    expect((await refusal(honduras, ADJUST, { id: (await honduras.get<Loose>(ADD, { input: NEW })).addMatrixRow.id, input: { kind: 'other', what: 'x', why: 'y', meetingId: meeting!.id } })).fields).toEqual([{ path: 'meetingId', problem: 'unknown_record' }]);
    expect((await row(id)).adjustments[0]).toMatchObject({ approvedOn: null, minutes: { title: 'Sesión reservada', approved: false } });
    await registry.sql("insert into minutes (meeting_id, state, approved_on, content_hash) values ($1, 'approved', '2026-11-20', 'x')", [meeting!.id]);
    expect((await row(id)).adjustments[0]).toMatchObject({ approvedOn: '2026-11-20', minutes: { approved: true } });
    expect((await row(id, honduras)).adjustments[0]).toMatchObject({ approvedOn: '2026-11-20', minutes: null });
  });
});
