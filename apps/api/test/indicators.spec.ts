import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openRegistry, type Asker, type Loose, type Registry } from './support/harness.js';

const REPORT = `query ($code: String!, $on: Day, $from: Day, $to: Day, $known: Day) { indicatorReport(code: $code, on: $on, from: $from, to: $to, known: $known) {
  value allies instruments participations ever withAlliance withoutAlliance target finalTarget light progress expected freshness confirmedOn withheldCounted
  counted { because on record { kind title } through { title } } excluded { reason record { kind title } } } }`;
const BREAKDOWN = `query ($code: String!, $by: String!, $on: Day, $from: Day, $to: Day) {
  indicatorBreakdown(code: $code, by: $by, on: $on, from: $from, to: $to) { additive total cells { key value } } }`;
const SNAPSHOTS = `query { snapshots { id value valueNow knownOn contentHash intact proposedBy approvedBy canApprove withheldCounted counted { record { title } }
  difference { withheld added { because record { title } } removed { because record { title } } } } }`;
const PROPOSE = 'mutation ($on: Day, $from: Day, $to: Day, $indicator: String!) { proposeSnapshot(indicator: $indicator, on: $on, from: $from, to: $to) }';
const APPROVE = 'mutation ($id: ID!) { approveSnapshot(id: $id) }';
const TARGET = 'mutation ($year: Int!, $value: Float) { setTarget(indicator: "alliances_in_force", year: $year, value: $value) }';
const ALLIANCES = { code: 'alliances_in_force' };
const DONE = { code: 'joint_activities_done' };

let registry: Registry;
let clerk: Asker;
let colleague: Asker;
let presidency: Asker;
let observer: Asker;
let stranger: Asker;
const ids: Record<string, string> = {};

interface Instrument { with: string; from: string; until?: string; recorded?: string; verified?: string | null; visibility?: string; kind?: string; themes?: string[] }

async function instrument({ with: ally, from, until, recorded = from, verified = recorded, visibility = 'coalition', kind = 'memorandum', themes = ['trafficking'] }: Instrument): Promise<string> {
  const [{ id }] = await registry.sql(`insert into agreement (title, kind, stage, effective_from, effective_to, recorded_on, visibility, themes)
    values ($1, $2, 'text_agreed', $3, $4, $5, $6, $7) returning id`, [`Acuerdo con ${ally} ${from}`, kind, from, until ?? null, recorded, visibility, themes]) as [{ id: string }];
  const [coalition] = await registry.sql("select id from organisation where standing = 'coalition'");
  for (const side of [coalition.id, ids[ally]!]) {
    await registry.sql('insert into agreement_party (agreement_id, organisation_id, signed_on, recorded_on) values ($1, $2, $3, $4)', [id, side, from, recorded]);
  }
  await registry.sql("insert into evidence (agreement_id, title, archive_reference, verified_on) values ($1, 'Texto', 'A-1', $2)", [id, verified]);
  return id;
}

async function activity(title: string, endsOn: string, ally: string, more: { role?: string; axis?: string | null; countries?: string[] } = {}): Promise<void> {
  const { role = 'co_organises', axis = 'E3', countries = ['GT', 'HN'] } = more;
  const [{ id }] = await registry.sql(`insert into activity (title, kind, status, ends_on, axis, recorded_on, countries, themes)
    values ($1, 'workshop', 'done', $2, $3, $2, $4, '{trafficking,smuggling}') returning id`, [title, endsOn, axis, countries]) as [{ id: string }];
  await registry.sql('insert into participation (activity_id, organisation_id, role) values ($1, $2, $3)', [id, ids[ally]!, role]);
  await registry.sql("insert into evidence (activity_id, title, archive_reference, verified_on) values ($1, 'Informe', 'A-2', $2)", [id, endsOn]);
}

beforeAll(async () => {
  registry = await openRegistry();
  [clerk, colleague, presidency, observer, stranger] = await Promise.all([
    registry.as('secretariat'), registry.as('secretariat'), registry.as('presidency'), registry.as('observer'), registry.as('public')]) as [Asker, Asker, Asker, Asker, Asker];
  ids['OIM'] = await registry.organisation({ name: 'OIM', audience: 'international', scope: 'extra_regional', visibility: 'public' });
  ids['FOPREL'] = await registry.organisation({ name: 'FOPREL', audience: 'forum', scope: 'regional' });
  ids['Reservada'] = await registry.organisation({ name: 'Reservada', visibility: 'secretariat' });
  await instrument({ with: 'OIM', from: '2021-05-01', visibility: 'public' });
  await instrument({ with: 'OIM', from: '2023-03-01' });
  await instrument({ with: 'FOPREL', from: '2022-01-01', until: '2023-06-30', themes: ['smuggling'] });
  await instrument({ with: 'FOPREL', from: '2024-10-24', themes: ['smuggling'] });
  await instrument({ with: 'FOPREL', from: '2024-10-01', verified: null });
  await instrument({ with: 'Reservada', from: '2024-01-01', visibility: 'secretariat' });
  await activity('Taller', '2024-06-15', 'OIM');
  await activity('Foro', '2025-02-01', 'FOPREL', { countries: ['CR'] });
  await activity('Solo asistencia', '2024-07-01', 'OIM', { role: 'attends' });
});
beforeEach(() => registry.travelTo('2026-11-24'));
afterAll(() => registry.close());

const report = async (asker: Asker, variables: object) => (await asker.get(REPORT, variables)).indicatorReport;
const refusal = async (asker: Asker, query: string, variables: object = {}) => (await asker.ask(query, variables)).errors?.[0]?.extensions;
const breakdown = async (variables: object) => {
  const { additive, total, cells } = (await clerk.get(BREAKDOWN, variables)).indicatorBreakdown;
  return { additive, total, cells: Object.fromEntries(cells.map(({ key, value }: { key: string; value: number }) => [key, value])) };
};

describe('the number of allies', () => {
  it('tells what counts, by which agreements, and why the rest does not', async () => {
    const { value, instruments, ever, counted, excluded, withheldCounted } = await report(clerk, { ...ALLIANCES, on: '2024-12-31' });
    expect({ value, instruments, ever, withheldCounted }).toEqual({ value: 3, instruments: 4, ever: 3, withheldCounted: 0 });
    expect(counted.map(({ record }: Loose) => record.title).sort()).toEqual(['FOPREL', 'OIM', 'Reservada']);
    expect(counted.find(({ record }: Loose) => record.title === 'OIM').through).toHaveLength(2);
    expect(excluded.map(({ reason }: Loose) => reason).sort()).toEqual(['status_expired', 'to_verify']);
  });

  it('counts for everybody what only the secretariat sees, and names it to nobody else', async () => {
    for (const [asker, named, withheld] of [[observer, ['FOPREL', 'OIM'], 1], [stranger, ['OIM'], 2]] as const) {
      const seen = await report(asker, { ...ALLIANCES, on: '2024-12-31' });
      expect([seen.value, seen.withheldCounted]).toEqual([3, withheld]);
      expect(seen.counted.map(({ record }: Loose) => record.title).sort()).toEqual(named);
      expect(JSON.stringify(seen)).not.toContain('Reservada');
    }
    const { counted, excluded } = await report(stranger, { ...ALLIANCES, on: '2024-12-31' });
    expect([counted[0].through.length, excluded.length]).toEqual([1, 0]);
  });

  it('is of the day, and as known on a day', async () => {
    const late = await instrument({ with: 'FOPREL', from: '2023-08-01', until: '2024-09-30', recorded: '2025-03-10' });
    const on = { ...ALLIANCES, on: '2023-12-31' };
    expect((await report(clerk, on)).value).toBe(2);
    const before = await report(clerk, { ...on, known: '2025-03-09' });
    expect(before.value).toBe(1);
    expect(before.excluded).toContainEqual(expect.objectContaining({ reason: 'recorded_later' }));
    await registry.sql('delete from agreement where id = $1', [late]);
    expect((await report(clerk, on)).value).toBe(1);
  });

  it('is by scope, audience, theme, country, goal, year and term, and says what adds up', async () => {
    expect(await breakdown({ ...ALLIANCES, by: 'scope', on: '2024-12-31' })).toEqual({ additive: true, total: 3, cells: { extra_regional: 1, regional: 1, null: 1 } });
    expect(await breakdown({ ...ALLIANCES, by: 'theme', on: '2024-12-31' })).toEqual({ additive: false, total: 3, cells: { trafficking: 2, smuggling: 1 } });
    expect(await breakdown({ ...ALLIANCES, by: 'theme_set', on: '2024-12-31' })).toMatchObject({ additive: true, cells: { 'only:trafficking': 2, 'only:smuggling': 1 } });
    expect(await breakdown({ ...ALLIANCES, by: 'year', from: '2021-01-01', to: '2024-12-31' })).toEqual({ additive: false, total: 3, cells: { 2021: 1, 2022: 2, 2023: 1, 2024: 3 } });
    for (const by of ['audience', 'kind', 'country', 'sdg', 'term']) expect((await breakdown({ ...ALLIANCES, by })).total).toBeGreaterThanOrEqual(0);
    expect((await refusal(clerk, BREAKDOWN, { ...ALLIANCES, by: 'constructor' }))?.fields).toEqual([{ path: 'by', problem: 'not_a_choice' }]);
  });

  it('moves so that start + new + reactivated − exits = end, each with its reasons', async () => {
    const { indicatorMovements: moved } = await clerk.get(`{ indicatorMovements(code: "alliances_in_force", from: "2023-01-01", to: "2024-12-31") {
      start { value } new { value counted { on record { title } } } reactivated { value counted { on record { title } } } exits { value counted { on } } renewals { value } end { value } } }`);
    expect(moved).toMatchObject({ start: { value: 2 }, new: { value: 1 }, reactivated: { value: 1 }, exits: { value: 1 }, renewals: { value: 0 }, end: { value: 3 } });
    expect(moved.reactivated.counted).toEqual([{ on: '2024-10-24', record: { title: 'FOPREL' } }]);
    expect(moved.exits.counted).toEqual([{ on: '2023-07-01' }]);
  });

  it('has a trend whose years to come have a target alone', async () => {
    await clerk.get(TARGET, { year: 2027, value: 12 });
    const { indicatorTrend } = await clerk.get('{ indicatorTrend(code: "alliances_in_force", fromYear: 2025, toYear: 2027) { year value target running renewals breakdowns { dimension total } } }');
    expect(indicatorTrend.map(({ year, value, target, running }: Loose) => [year, value, target, running])).toEqual([[2025, 3, null, false], [2026, 3, null, true], [2027, null, 12, false]]);
    expect(indicatorTrend[0].breakdowns.map(({ dimension, total }: Loose) => `${dimension} ${total}`)).toEqual(
      ['scope', 'audience', 'kind', 'theme_set', 'theme', 'country', 'sdg'].map((dimension) => `${dimension} 3`));
    expect(indicatorTrend[2].breakdowns).toEqual([]);
    await clerk.get(TARGET, { year: 2027, value: null });
  });

  it('refuses a period that ends before it begins, and what is not counted from the register', async () => {
    expect((await refusal(clerk, REPORT, { ...ALLIANCES, from: '2024-02-01', to: '2024-01-01' }))?.fields).toEqual([{ path: 'to', problem: 'end_before_start' }]);
    expect((await refusal(clerk, REPORT, { code: 'good_practice_encounters' }))?.code).toBe('NOT_FOUND');
    expect((await refusal(clerk, REPORT, { code: 'none' }))?.code).toBe('NOT_FOUND');
  });
});

describe('the joint activities', () => {
  it('fall in the period of their last day, with their companions', async () => {
    const { value, allies, participations, withAlliance, withoutAlliance, excluded } = await report(clerk, { ...DONE, from: '2024-01-01', to: '2024-12-31' });
    expect({ value, allies, participations, withAlliance, withoutAlliance }).toEqual({ value: 1, allies: 1, participations: 1, withAlliance: 1, withoutAlliance: 0 });
    expect(excluded.map(({ reason, record }: Loose) => [reason, record.title]).sort()).toEqual([['no_external_contributor', 'Solo asistencia'], ['outside_period', 'Foro']]);
  });

  it('add up by year and presidency term, not by country', async () => {
    const both = { ...DONE, from: '2024-01-01', to: '2025-12-31' };
    expect(await breakdown({ ...both, by: 'year' })).toEqual({ additive: true, total: 2, cells: { 2024: 1, 2025: 1 } });
    expect(await breakdown({ ...both, by: 'country' })).toEqual({ additive: false, total: 2, cells: { GT: 1, HN: 1, CR: 1 } });
    expect(await breakdown({ ...both, by: 'audience' })).toMatchObject({ additive: false, cells: { international: 1, forum: 1 } });
    const [{ id }] = await registry.sql("insert into presidency_term (country, from_day, to_day) values ('GT', '2024-01-01', '2025-02-01') returning id") as [{ id: string }];
    expect(await breakdown({ ...both, by: 'term' })).toEqual({ additive: true, total: 2, cells: { [id]: 1, null: 1 } });
    await registry.sql('delete from presidency_term');
  });
});

describe('lights', () => {
  it('go by the targets, and are grey without', async () => {
    expect(await report(clerk, { ...ALLIANCES, on: '2024-12-31' })).toMatchObject({ light: 'none', target: null, progress: null });
    for (const [year, value] of [[2024, 4], [2027, 8]] as const) await clerk.get(TARGET, { year, value });
    await clerk.get('mutation { setBaseline(indicator: "alliances_in_force", on: "2019-01-01", value: 0) }');
    expect(await report(clerk, { ...ALLIANCES, on: '2024-12-31' })).toMatchObject({ light: 'at_risk', target: 4, finalTarget: 8, progress: 0.375, expected: 0.5 });
    await clerk.get(TARGET, { year: 2024, value: 3 });
    expect((await report(clerk, { ...ALLIANCES, on: '2024-12-31' })).light).toBe('on_track');
    for (const year of [2024, 2027]) await clerk.get(TARGET, { year, value: null });
    expect((await report(clerk, { ...ALLIANCES, on: '2024-12-31' })).light).toBe('none');
  });

  it('of freshness go by the last verification of what counts', async () => {
    expect(await report(clerk, { ...ALLIANCES, on: '2022-06-30' })).toMatchObject({ confirmedOn: '2022-01-01', freshness: 'stale' });
    expect(await report(clerk, { ...ALLIANCES, on: '2020-06-30' })).toMatchObject({ confirmedOn: null, freshness: 'never' });
  });

  it('are set by the office alone, within reason', async () => {
    expect((await refusal(presidency, TARGET, { year: 2026, value: 5 }))?.code).toBe('FORBIDDEN');
    expect((await refusal(stranger, TARGET, { year: 2026, value: 5 }))?.code).toBe('NOT_SIGNED_IN');
    expect((await refusal(clerk, TARGET, { year: 1026, value: -5 }))?.fields.map(({ path }) => path)).toEqual(['year', 'value']);
  });
});

describe('a snapshot', () => {
  const on = { indicator: 'alliances_in_force', on: '2024-12-31' };
  const list = async (asker: Asker) => (await asker.get(SNAPSHOTS)).snapshots;

  it('is proposed by the secretariat and approved by another, the presidency, once', async () => {
    expect((await refusal(presidency, PROPOSE, on))?.code).toBe('FORBIDDEN');
    expect((await refusal(clerk, PROPOSE, { ...on, on: '2027-01-01' }))?.fields).toEqual([{ path: 'on', problem: 'day_in_future' }]);
    const { proposeSnapshot: id } = await clerk.get(PROPOSE, on);
    expect((await refusal(colleague, PROPOSE, on))?.code).toBe('DUPLICATE');
    expect((await refusal(clerk, APPROVE, { id }))?.code).toBe('FORBIDDEN');
    expect((await list(presidency))[0]).toMatchObject({ value: 3, valueNow: 3, canApprove: true, approvedBy: null, intact: true });
    await presidency.get(APPROVE, { id });
    expect((await list(presidency))[0]).toMatchObject({ canApprove: false, approvedBy: 'presidency' });
    expect((await refusal(presidency, APPROVE, { id }))?.code).toBe('CONFLICT');
    expect((await refusal(stranger, SNAPSHOTS))?.code).toBe('NOT_SIGNED_IN');
  });

  it('is never approved by who proposed it, whatever their role is now', async () => {
    const { proposeSnapshot: id } = await colleague.get(PROPOSE, { ...on, on: '2023-12-31' });
    await registry.sql("update user_account set role = 'presidency' where id = $1", [colleague.userId]);
    expect(await refusal(colleague, APPROVE, { id })).toEqual({ code: 'FORBIDDEN', fields: [{ path: '', problem: 'own_snapshot' }] });
    await registry.sql("update user_account set role = 'secretariat' where id = $1", [colleague.userId]);
  });

  it('is frozen in the database, and shows when its content was altered behind its back', async () => {
    const [{ id, approved_at: approved }] = await registry.sql('select id, approved_at from snapshot where approved_at is not null') as [{ id: string; approved_at: Date }];
    await expect(registry.sql('update snapshot set value = 99 where id = $1', [id])).rejects.toThrow('frozen');
    await expect(registry.sql('delete from snapshot where id = $1', [id])).rejects.toThrow('frozen');
    await registry.sql("alter table snapshot disable trigger frozen");
    await registry.sql('update snapshot set value = 99, approved_at = $2 where id = $1', [id, approved]);
    expect((await list(clerk)).find((each: Loose) => each.id === id)).toMatchObject({ value: 99, intact: false });
    await registry.sql('update snapshot set value = 3 where id = $1', [id]);
    await registry.sql("alter table snapshot enable trigger frozen");
    expect((await list(clerk)).find((each: Loose) => each.id === id)).toMatchObject({ value: 3, intact: true });
  });

  it('says what was recorded or verified late, and why what counted does not any more', async () => {
    registry.travelTo('2027-02-01');
    ids['ACNUR'] = await registry.organisation({ name: 'ACNUR' });
    const late = await instrument({ with: 'ACNUR', from: '2024-05-01', recorded: '2027-01-10' });
    await registry.sql("update agreement set terminated_on = '2024-11-30', termination_recorded_on = '2027-01-12' where title = 'Acuerdo con FOPREL 2024-10-24'");
    const [snapshot] = (await list(observer)).filter((each: Loose) => each.approvedBy);
    expect(snapshot).toMatchObject({ value: 3, valueNow: 3, withheldCounted: 1, difference: {
      withheld: 0, added: [{ because: 'recorded_late', record: { title: 'ACNUR' } }], removed: [{ because: 'status_terminated', record: { title: 'FOPREL' } }] } });
    expect(JSON.stringify(snapshot)).not.toContain('Reservada');
    await registry.sql("update agreement set terminated_on = null, termination_recorded_on = null where title = 'Acuerdo con FOPREL 2024-10-24'");
    await registry.sql('delete from agreement where id = $1', [late]);
  });
});

describe('presidency terms', () => {
  const ADD = 'mutation ($input: PresidencyTermInput!) { addPresidencyTerm(input: $input) }';
  const AMEND = 'mutation ($id: ID!, $version: Int!, $input: PresidencyTermInput!) { amendPresidencyTerm(id: $id, version: $version, input: $input) }';
  const terms = async () => (await stranger.get('{ presidencyTerms { id country fromDay toDay version } }')).presidencyTerms;

  it('are half open and never overlap', async () => {
    await clerk.get(ADD, { input: { country: 'GT', fromDay: '2026-01-01', toDay: '2027-01-01' } });
    expect((await refusal(clerk, ADD, { input: { country: 'HN', fromDay: '2026-12-31', toDay: null } }))?.fields).toEqual([{ path: 'fromDay', problem: 'overlapping' }]);
    await clerk.get(ADD, { input: { country: 'HN', fromDay: '2027-01-01' } });
    expect((await terms()).map(({ country, toDay }: Loose) => [country, toDay])).toEqual([['GT', '2027-01-01'], ['HN', null]]);
    await expect(registry.sql("insert into presidency_term (country, from_day) values ('CR', '2030-01-01')")).rejects.toThrow('presidency_term_one_at_a_time');
  });

  it('are amended on the version that was read, and taken away', async () => {
    const [first] = await terms();
    expect((await refusal(clerk, AMEND, { id: first.id, version: 1, input: { toDay: '2025-12-31' } }))?.fields).toEqual([{ path: 'toDay', problem: 'end_before_start' }]);
    await clerk.get(AMEND, { id: first.id, version: 1, input: { toDay: '2026-12-31' } });
    expect((await refusal(clerk, AMEND, { id: first.id, version: 1, input: { toDay: '2026-12-30' } }))?.code).toBe('CONFLICT_STALE');
    await clerk.get('mutation ($id: ID!) { removePresidencyTerm(id: $id, version: 2) }', { id: first.id });
    expect(await terms()).toHaveLength(1);
  });

  it('want a country and a first day, and the office to write them', async () => {
    expect((await refusal(clerk, ADD, { input: {} }))?.fields.map(({ path }) => path)).toEqual(['country', 'fromDay']);
    expect((await refusal(clerk, ADD, { input: { country: 'XX', fromDay: '2020-01-01', toDay: '2021-01-01' } }))?.fields).toEqual([{ path: 'country', problem: 'unknown_country' }]);
    expect((await refusal(observer, ADD, { input: { country: 'GT', fromDay: '2020-01-01' } }))?.code).toBe('FORBIDDEN');
  });
});

describe('what is kept between questions', () => {
  it('is asked again after every write, by whichever instance, and not otherwise', async () => {
    const ask = () => report(clerk, { ...ALLIANCES, on: '2024-12-31' });
    await ask();
    const quiet = await registry.statementsOf(ask);
    expect(quiet.filter((statement) => statement.includes('agreement_kind'))).toEqual([]);
    // Written past this server, as another instance would.
    await registry.sql("update agreement set terminated_on = '2024-12-01', termination_recorded_on = '2024-12-01' where title = 'Acuerdo con FOPREL 2024-10-24'");
    const after: Loose[] = [];
    const statements = await registry.statementsOf(async () => { after.push(await ask()); });
    expect(after[0].value).toBe(2);
    expect(statements.filter((statement) => statement.includes('agreement_kind'))).toHaveLength(1);
    await registry.organisation();
    await registry.sql("insert into meeting (title, kind, starts_at, time_zone) values ('x', 'bilateral', now(), 'UTC')");
    await ask();
    const meetingsOnly = await registry.statementsOf(async () => {
      await registry.sql("insert into meeting (title, kind, starts_at, time_zone) values ('x', 'bilateral', now(), 'UTC')");
      await ask();
    });
    expect(meetingsOnly.filter((statement) => statement.includes('agreement_kind'))).toEqual([]);
  });

  it('is of today, which changes at midnight without a write', async () => {
    await instrument({ with: 'OIM', from: '2026-11-25', until: '2026-11-25' });
    ids['Nueva'] = await registry.organisation({ name: 'Nueva' });
    await instrument({ with: 'Nueva', from: '2026-11-25' });
    const before = (await report(clerk, ALLIANCES)).value;
    registry.travelTo('2026-11-25');
    expect((await report(clerk, ALLIANCES)).value).toBe(before + 1);
  });

  it('is one state for many questions asked at once', async () => {
    await registry.organisation();
    const statements = await registry.statementsOf(() => Promise.all(Array.from({ length: 6 }, () => report(observer, ALLIANCES))));
    expect(statements.filter((statement) => statement.includes('agreement_kind'))).toHaveLength(1);
  });
});

it('the strategy has its axes, dates and content plan in one statement', async () => {
  const answers: Loose[] = [];
  const statements = await registry.statementsOf(async () => {
    answers.push(await stranger.get(`{ strategy { fromYear toYear axes { code tactic { en } results { indicator } activities { code activities agreements } }
      commemorativeDates { monthDay label { es } } contentPlan { audience fromYear messages { es } products { en } media { es } } } }`));
  });
  const { strategy } = answers[0];
  expect(statements).toHaveLength(1);
  expect(strategy.axes).toHaveLength(8);
  expect(strategy.axes[2].results.map(({ indicator }: Loose) => indicator)).toEqual(['alliances_in_force', 'joint_activities_done']);
  expect(strategy.commemorativeDates[0]).toEqual({ monthDay: '07-30', label: { es: 'Día Mundial contra la Trata de Personas' } });
  expect(strategy.contentPlan.map(({ audience }: Loose) => audience)).toEqual(['state', 'forum', 'international', 'civil_society']);
});

// Later than every approval of this file, whenever it runs.
it('takes an approval in the evening for a confirmation of that day, not of the next, which it is already in UTC', async () => {
  await registry.sql(`insert into snapshot (indicator, on_day, known_on, value, counted, excluded, definition, content_hash, proposed_by, approved_by, approved_at)
    values ('alliances_in_force', '2018-12-31', '2099-11-24', 0, '[]', '[]', '{}', 'x', $1, $2, '2099-11-25T01:30:00Z')`, [clerk.userId, presidency.userId]);
  expect((await report(clerk, { ...ALLIANCES, on: '2024-12-31' })).confirmedOn).toBe('2099-11-24');
});
