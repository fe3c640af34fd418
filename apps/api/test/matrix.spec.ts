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
