import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openRegistry, type Asker, type Loose, type Registry } from './support/harness.js';

const GROUP = 'value withheld records { because on record { kind title titleEn } through { title } }';
const COMPARE = `query ($code: String!, $first: ComparedDays!, $second: ComparedDays!) { indicatorComparison(code: $code, first: $first, second: $second) {
  before { value from to known instruments } after { value from to known } change kept gained { ${GROUP} } lost { ${GROUP} } } }`;
const FORECAST = `query ($code: String!, $until: Day!) { indicatorForecast(code: $code, until: $until) { today value until valueThen endingCount
  ending { lastDay record { title titleEn } allies { title } } steps { on value lost { ${GROUP} } gained { ${GROUP} } } } }`;
const VALUE = 'query ($on: Day) { indicatorReport(code: "alliances_in_force", on: $on) { value } }';
const ALLIANCES = 'alliances_in_force';

let registry: Registry;
let clerk: Asker;
let observer: Asker;
let stranger: Asker;
const ids: Record<string, string> = {};

async function instrument(title: string, ally: string, given: { from: string; until?: string; recorded?: string; visibility?: string; titleEn?: string }): Promise<void> {
  const { from, until = null, recorded = from, visibility = 'coalition', titleEn = null } = given;
  const [{ id }] = await registry.sql(`insert into agreement (title, title_en, kind, stage, effective_from, effective_to, recorded_on, visibility)
    values ($1, $2, 'memorandum', 'text_agreed', $3, $4, $5, $6) returning id`, [title, titleEn, from, until, recorded, visibility]) as [{ id: string }];
  const [coalition] = await registry.sql("select id from organisation where standing = 'coalition'");
  for (const side of [coalition.id, ids[ally]]) {
    await registry.sql('insert into agreement_party (agreement_id, organisation_id, signed_on, recorded_on) values ($1, $2, least($3::date, $4::date), $4)', [id, side, from, recorded]);
  }
  await registry.sql("insert into evidence (agreement_id, title, archive_reference, verified_on) values ($1, 'Texto', 'A-1', $2)", [id, recorded]);
  ids[title] = id;
}

async function activity(title: string, endsOn: string): Promise<void> {
  const [{ id }] = await registry.sql(`insert into activity (title, kind, status, ends_on, axis, recorded_on) values ($1, 'workshop', 'done', $2, 'E3', $2) returning id`, [title, endsOn]) as [{ id: string }];
  await registry.sql("insert into participation (activity_id, organisation_id, role) values ($1, $2, 'co_organises')", [id, ids['OIM']]);
  await registry.sql("insert into evidence (activity_id, title, archive_reference, verified_on) values ($1, 'Informe', 'A-2', $2)", [id, endsOn]);
}

beforeAll(async () => {
  registry = await openRegistry();
  registry.travelTo('2026-11-24');
  [clerk, observer, stranger] = await Promise.all([registry.as('secretariat'), registry.as('observer'), registry.as('public')]) as [Asker, Asker, Asker];
  for (const name of ['OIM', 'FOPREL', 'ACNUR', 'UNODC']) ids[name] = await registry.organisation({ name, visibility: name === 'OIM' ? 'public' : 'coalition' });
  ids['Reservada'] = await registry.organisation({ name: 'Reservada', visibility: 'secretariat' });
  await instrument('OIM marco', 'OIM', { from: '2021-01-01', visibility: 'public' });
  await instrument('FOPREL antes', 'FOPREL', { from: '2020-01-01', until: '2022-06-30' });
  await instrument('FOPREL vuelve', 'FOPREL', { from: '2024-05-01', until: '2026-12-31', titleEn: 'FOPREL returns' });
  await instrument('ACNUR terminado', 'ACNUR', { from: '2021-01-01', until: '2024-03-31' });
  await instrument('UNODC tarde', 'UNODC', { from: '2023-02-01', recorded: '2025-03-10' });
  await instrument('Con reservada', 'Reservada', { from: '2024-02-01', until: '2027-02-28', visibility: 'secretariat' });
  await activity('Taller', '2023-06-01');
  await activity('Foro', '2024-06-01');
});
afterAll(() => registry.close());

const compare = async (asker: Asker, first: object, second: object, code = ALLIANCES) => (await asker.get(COMPARE, { code, first, second })).indicatorComparison;
const forecast = async (asker: Asker, until: string) => (await asker.get(FORECAST, { code: ALLIANCES, until })).indicatorForecast;
const refusal = async (query: string, variables: object) => (await clerk.ask(query, variables)).errors?.[0]?.extensions;

describe('two days beside each other', () => {
  it('tell who came and when, who went and why, and who stayed', async () => {
    const told = await compare(clerk, { on: '2023-12-31' }, { on: '2024-12-31' });
    expect([told.before.value, told.after.value, told.change, told.kept]).toEqual([3, 4, 1, 2]);
    expect(told.gained.records.map(({ record, because, on, through }: Loose) => [record.title, because, on, through.map(({ title }: Loose) => title)]).sort()).toEqual(
      [['FOPREL', 'returned', '2024-05-01', ['FOPREL vuelve']], ['Reservada', 'first_ever', '2024-02-01', ['Con reservada']]]);
    expect(told.lost.records).toEqual([{ because: 'status_expired', on: '2024-04-01', record: { kind: 'organisation', title: 'ACNUR', titleEn: null }, through: [{ title: 'ACNUR terminado' }] }]);
  });

  it('are told the earlier one first, whichever was asked first', async () => {
    expect(await compare(clerk, { on: '2024-12-31' }, { on: '2023-12-31' })).toEqual(await compare(clerk, { on: '2023-12-31' }, { on: '2024-12-31' }));
  });

  it('are one day known twice, where what was recorded late says so', async () => {
    const told = await compare(clerk, { on: '2023-12-31', known: '2024-01-15' }, { on: '2023-12-31' });
    expect([told.before.known, told.after.known, told.change]).toEqual(['2024-01-15', null, 1]);
    expect(told.gained.records.map(({ record, because, on }: Loose) => [record.title, because, on])).toEqual([['UNODC', 'recorded_late', null]]);
  });

  it('are periods of a flow, each with what only it counts', async () => {
    const told = await compare(clerk, { from: '2023-01-01', to: '2023-12-31' }, { from: '2024-01-01', to: '2024-12-31' }, 'joint_activities_done');
    expect([told.before.value, told.after.value, told.kept]).toEqual([1, 1, 0]);
    expect([told.gained.records[0].record.title, told.lost.records[0].record.title, told.lost.records[0].because]).toEqual(['Foro', 'Taller', 'outside_period']);
  });

  it('name to nobody what they may not see, and count it', async () => {
    const { after, gained } = await compare(stranger, { on: '2023-12-31' }, { on: '2024-12-31' });
    expect([after.value, gained.value, gained.withheld, gained.records]).toEqual([4, 2, 2, []]);
    const seen = await compare(observer, { on: '2023-12-31' }, { on: '2024-12-31' });
    expect([seen.gained.value, seen.gained.withheld]).toEqual([2, 1]);
    expect(JSON.stringify(seen)).not.toContain('eservada');
  });

  it('are refused when they are the same figure, or no figure at all', async () => {
    const same = { code: ALLIANCES, first: { on: '2024-12-31' }, second: { from: '2020-01-01', to: '2024-12-31' } };
    expect((await refusal(COMPARE, same))?.fields).toEqual([{ path: 'second', problem: 'same_days' }]);
    expect((await refusal(COMPARE, { ...same, code: 'none' }))?.code).toBe('NOT_FOUND');
    expect((await refusal(COMPARE, { code: 'joint_activities_done', first: { from: '2024-02-01', to: '2024-01-01' }, second: {} }))?.fields).toEqual([{ path: 'to', problem: 'end_before_start' }]);
  });
});

describe('the days to come', () => {
  it('tell what the number falls to if nothing is renewed, naming the agreements', async () => {
    const told = await forecast(clerk, '2027-12-31');
    expect([told.today, told.value, told.valueThen, told.endingCount]).toEqual(['2026-11-24', 4, 2, 2]);
    expect(told.ending).toEqual([
      { lastDay: '2026-12-31', record: { title: 'FOPREL vuelve', titleEn: 'FOPREL returns' }, allies: [{ title: 'FOPREL' }] },
      { lastDay: '2027-02-28', record: { title: 'Con reservada', titleEn: null }, allies: [{ title: 'Reservada' }] },
    ]);
    expect(told.steps.map(({ on, value }: Loose) => [on, value])).toEqual([['2027-01-01', 3], ['2027-03-01', 2]]);
  });

  it('are counted as the indicator is on those days', async () => {
    for (const on of ['2026-12-31', '2027-01-01', '2027-02-28', '2027-12-31']) {
      expect((await forecast(clerk, on)).valueThen).toBe((await clerk.get(VALUE, { on })).indicatorReport.value);
    }
  });

  it('count for everybody what only some may be named', async () => {
    const told = await forecast(observer, '2027-12-31');
    expect([told.valueThen, told.endingCount, told.ending.length]).toEqual([2, 2, 1]);
    expect(JSON.stringify(told)).not.toContain('eservada');
  });

  it('are not those that are over, nor a flow', async () => {
    expect((await refusal(FORECAST, { code: ALLIANCES, until: '2026-11-23' }))?.fields).toEqual([{ path: 'until', problem: 'end_before_start' }]);
    expect((await refusal(FORECAST, { code: ALLIANCES, until: '2099-01-01' }))?.fields).toMatchObject([{ path: 'until', problem: 'period_too_long' }]);
    expect((await refusal(FORECAST, { code: 'joint_activities_done', until: '2027-12-31' }))?.code).toBe('NOT_FOUND');
  });
});

it('an indicator says whether it moves', async () => {
  const { indicators } = await stranger.get('{ indicators { code moves } }');
  expect(Object.fromEntries(indicators.map(({ code, moves }: Loose) => [code, moves]))).toMatchObject({ alliances_in_force: true, joint_activities_done: false });
});
