import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ACTIVITY_EXCLUSIONS, jointActivitiesDone } from '@tejido/domain/activity-count.js';
import { linkFrameworks } from '@tejido/domain/agreement-facts.js';
import { explainStatus, STATUSES, STATUS_BECAUSE } from '@tejido/domain/agreement-status.js';
import { alliancesEver, alliancesInForce } from '@tejido/domain/alliance-count.js';
import { EXCLUSION_REASONS } from '@tejido/domain/alliance-ledger.js';
import { allianceMovements } from '@tejido/domain/alliance-movements.js';
import { PROGRESS_LIGHTS } from '@tejido/domain/progress.js';
import { Facts, type CountingFacts } from '../src/features/indicators/facts.js';
import { seriesOf } from '../src/features/meetings/meeting-series.js';
import { IndicatorsQueries } from '../src/features/indicators/indicators.queries.js';
import { CAST } from '../src/start/demonstration/cast.js';
import { MARK } from '../src/start/demonstration/cast/player.js';
import { TODAY } from '../src/start/demonstration/days.js';
import { demonstrationRows } from '../src/start/demonstration/load-demonstration.js';
import { openDemonstration } from './support/demonstration.js';
import type { Registry } from './support/harness.js';

const OFFICE = { userId: null, role: 'secretariat', country: null } as const;
let registry: Registry;
let facts: CountingFacts;

beforeAll(async () => {
  registry = await openDemonstration();
  ({ facts } = await registry.app.get(Facts).current());
});
afterAll(() => registry?.close());

const count = async (from: string): Promise<number> => (await registry.sql<{ n: number }>(`select count(*)::int as n from ${from}`))[0]!.n;

describe('the demonstration data', () => {
  it('has the numbers that the product promises, over 2019 to 2027', async () => {
    expect(await count('organisation')).toBe(150);
    expect(await count('agreement')).toBe(70);
    expect(await count('meeting where series_id is null')).toBe(200);
    expect(await count('activity')).toBe(90);
    const years = await registry.sql<{ year: number }>('select distinct extract(year from starts_on)::int as year from activity order by 1');
    expect(years.map(({ year }) => year)).toEqual([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027]);
  });

  it('is the same on every machine', () => {
    expect(demonstrationRows()).toEqual(demonstrationRows());
  });

  it('marks every record, the coalition\'s own bodies aside', async () => {
    for (const table of ['agreement', 'meeting', 'activity', 'person', 'commitment', 'proposal', 'dissemination', 'user_account']) {
      expect([table, await count(`${table} where not demonstration`)]).toEqual([table, 0]);
    }
    expect(await count("organisation where not demonstration and standing = 'external'")).toBe(0);
  });

  it('says nothing invented of a real organisation without the mark', () => {
    const real = CAST.filter((each) => each.real).flatMap(({ name, acronym }) => [name, ...(acronym ? [acronym] : [])]);
    const bodies = ['SVET', 'ATIPS', 'CICESCT', 'CNCTP', 'CONATT', 'CITIM', 'CORETT'];
    const names = new RegExp(`(?<![\\p{L}\\d])(${[...real, ...bodies].join('|')})(?![\\p{L}\\d])`, 'u');
    const told = demonstrationRows().filter(([table]) => !table.startsWith('organisation'))
      .flatMap(([table, rows]) => rows.flatMap((row) => ['title', 'summary', 'agreed', 'text', 'body', 'message',
        'post'].map((field) => [table, (row as Record<string, unknown>)[field]])));
    expect(told.filter(([, text]) => typeof text === 'string' && names.test(text) && !text.includes(MARK))).toEqual([]);
    const posts = demonstrationRows().filter(([table]) => table === 'affiliation').flatMap(([,
      rows]) => rows as { organisation_id: string; post: string }[]);
    const invented = new Set((demonstrationRows().find(([table]) => table === 'organisation')![1] as { id: string; description: string }[])
      .filter(({ description }) => !description.includes('estrategia de la coalición')).map(({ id }) => id));
    expect(posts.filter(({ organisation_id: at, post }) => !invented.has(at) && !post.includes(MARK))).toEqual([]);
  });

  it('shows every status of an agreement today, and every reason for one on some day', () => {
    const days = Array.from({ length: 108 },
      (_, month) => `${2018 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-28`);
    const today = new Set(linkFrameworks(facts.agreements).map((each) => explainStatus(each, TODAY).status));
    expect([...STATUSES].filter((status) => !today.has(status))).toEqual([]);
    const because = new Set(linkFrameworks(facts.agreements).flatMap((each) => days.flatMap((day) => [explainStatus(each, day).because,
      explainStatus(each, day, '2019-01-01').because])));
    expect([...STATUS_BECAUSE].filter((each) => !because.has(each))).toEqual([]);
  });

  it('leaves agreements out for every reason that the counting rules know', () => {
    const days = ['2021-12-31', '2024-12-31', TODAY];
    const reasons = new Set([
      ...days.flatMap((day) => [alliancesInForce(facts, day), alliancesEver(facts, '2019-01-01', day),
        alliancesInForce(facts, day, { knownOn: '2025-01-15' }), alliancesInForce(facts, day, { agreementKinds: ['treaty'] })]),
      ...days.map((day) => allianceMovements(facts, `${day.slice(0, 4)}-01-01`, day).new),
    ].flatMap(({ excluded }) => excluded.map(({ reason }) => reason)));
    expect([...EXCLUSION_REASONS].filter((reason) => !reasons.has(reason))).toEqual([]);
  });

  it('leaves activities out for every reason; done without an end the database refuses', () => {
    const reasons = new Set(['2024', '2026'].flatMap((year) => [{}, { knownOn: '2025-01-15' }].flatMap((known) =>
      jointActivitiesDone(facts, `${year}-01-01`, `${year}-12-31`, known).excluded.map(({ reason }) => reason))));
    expect([...ACTIVITY_EXCLUSIONS].filter((reason) => !reasons.has(reason))).toEqual(['no_end_date']);
  });

  it('exercises renewals with and without a gap, offices, merged twins and late recording', () => {
    const in2025 = allianceMovements(facts, '2025-01-01', '2025-12-31');
    const in2023 = allianceMovements(facts, '2023-01-01', '2023-12-31');
    expect(in2023.renewals.value).toBeGreaterThan(0);
    expect(in2023.reactivated.value).toBeGreaterThan(0);
    expect(in2025.exits.value).toBeGreaterThan(0);
    expect(in2025.end.value).toBe(in2025.start.value + in2025.new.value + in2025.reactivated.value - in2025.exits.value);
    expect(alliancesInForce(facts, TODAY).instruments).toBeGreaterThan(alliancesInForce(facts, TODAY).allies);
    expect(alliancesInForce(facts, '2024-12-31').value).toBeGreaterThan(alliancesInForce(facts, '2024-12-31',
      { knownOn: '2025-01-15' }).value);
    expect(facts.organisations.some(({ mergedIntoId }) => mergedIntoId)).toBe(true);
  });

  it('lights every light over the years', async () => {
    const queries = registry.app.get(IndicatorsQueries);
    const lights = new Set<string>();
    for (const year of [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027]) {
      lights.add((await queries.report(OFFICE, 'alliances_in_force', { on: `${year}-12-31` })).light);
      lights.add((await queries.report(OFFICE, 'joint_activities_done', { from: `${year}-01-01`, to: `${year}-12-31` })).light);
    }
    expect([...PROGRESS_LIGHTS].filter((light) => !lights.has(light))).toEqual([]);
  });
});

describe('a coalition at work today', () => {
  it('keeps its word: a handful of commitments are late, all of this season, and several are soon due', async () => {
    const open = "commitment where fulfilled_on is null and cancelled_on is null";
    const late = await registry.sql<{ due: string }>(`select due_on as due from ${open} and due_on < '${TODAY}'`);
    expect(late.length).toBeGreaterThanOrEqual(4);
    expect(late.length).toBeLessThanOrEqual(8);
    expect(late.every(({ due }) => due >= '2026-08-01')).toBe(true);
    expect(await count(`${open} and due_on between '${TODAY}' and '2026-12-31'`)).toBeGreaterThanOrEqual(6);
    expect(await count('commitment where verified_on is not null')).toBeGreaterThan(await count('commitment') / 3);
  });

  it('has agreements that end within ninety days, some in the making, and a diary', async () => {
    expect(await count(`agreement where effective_to between '${TODAY}' and date '${TODAY}' + 90 and terminated_on is null`)).toBeGreaterThanOrEqual(3);
    expect(await count("agreement where stage in ('contacted', 'negotiating')")).toBeGreaterThanOrEqual(3);
    expect(await count(`meeting where starts_at > '${TODAY}'`)).toBeGreaterThanOrEqual(5);
    expect(await count("activity where status in ('planned', 'under_way')")).toBeGreaterThanOrEqual(5);
  });

  it('prepares what comes: agendas, and a monthly series of which one was moved and one called off', async () => {
    expect(await count(`(select distinct m.id from agenda_item a join meeting m on m.id = a.meeting_id where m.starts_at > '${TODAY}' and m.series_id is null) prepared`)).toBe(2);
    expect(await count("agenda_item where owner_organisation_id is null")).toBe(0);
    const [{ rule }] = await registry.sql<{ rule: string }>('select rule from meeting_series') as [{ rule: string }];
    const planned = await registry.sql<{ at: Date }>('select series_at as at from meeting where series_id is not null order by 1');
    expect(planned.map(({ at }) => new Date(at).toISOString())).toEqual(seriesOf(rule, new Date(planned[0]!.at).toISOString(), 'America/Guatemala').starts);
    expect(await count('meeting where starts_at <> series_at')).toBe(1);
    expect(await count("meeting where cancelled_on is not null and cancelled_reason <> ''")).toBe(1);
  });

  it('has evidence that was sent back with a reason', async () => {
    expect(await count('evidence where returned_by is not null and verified_on is null')).toBe(1);
  });

  it('minutes its meetings in all three states, with the hash of what was approved', async () => {
    const states = await registry.sql<{ state: string }>('select distinct state from minutes order by 1');
    expect(states.map(({ state }) => state)).toEqual(['approved', 'circulated', 'draft']);
  });

  it('meets on working days', async () => {
    expect(await count('meeting where extract(isodow from starts_at at time zone time_zone) > 5')).toBe(0);
  });

  it('knows people by posts that they hold or held, each at a place that exists', async () => {
    expect(await count('person')).toBeGreaterThan(120);
    expect(await count(`affiliation where to_day < '${TODAY}'`)).toBeGreaterThan(10);
    expect(await count('(select name from person group by name having count(*) > 1) twice')).toBe(0);
    expect(await count('contact_point where value ~ \'@|http\' and value !~ \'\\.example\'')).toBe(0);
  });
});
