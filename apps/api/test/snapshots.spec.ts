import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { hashOf } from '../src/features/indicators/snapshot-content.js';
import { runProgram } from './support/cli.js';
import { giveTime } from './support/demonstration.js';
import { openRegistry, type Asker, type Loose, type Registry } from './support/harness.js';

giveTime();

const PROPOSE = 'mutation ($on: Day, $from: Day, $to: Day, $indicator: String!) { proposeSnapshot(indicator: $indicator, on: $on, from: $from, to: $to) }';
const APPROVE = 'mutation ($id: ID!) { approveSnapshot(id: $id) }';
const LIST = '{ snapshots { id value intact counted { record { title titleEn } } } }';
const ALLIANCES = 'alliances_in_force';
const DAY = '2026-06-30';

let registry: Registry;
let clerk: Asker;
let presidency: Asker;
let observer: Asker;
const ids: Record<string, string> = {};

async function instrument(title: string, ally: string, given: { from: string; until?: string; renews?: string; titleEn?: string; visibility?: string }): Promise<void> {
  const { from, until = null, renews, titleEn = null, visibility = 'coalition' } = given;
  const [{ id }] = await registry.sql(`insert into agreement (title, title_en, kind, stage, effective_from, effective_to, recorded_on, reference, renews_id, visibility)
    values ($1, $2, 'memorandum', 'text_agreed', $3, $4, $3, $5, $6, $7) returning id`, [title, titleEn, from, until, `R-${title}`, renews ? ids[renews] : null, visibility]) as [{ id: string }];
  const [coalition] = await registry.sql("select id from organisation where standing = 'coalition'");
  for (const side of [coalition.id, ids[ally]]) await registry.sql('insert into agreement_party (agreement_id, organisation_id, signed_on, recorded_on) values ($1, $2, $3, $3)', [id, side, from]);
  await registry.sql("insert into evidence (agreement_id, title, address, verified_on) values ($1, 'Texto', 'https://archivo.example/1', $2)", [id, from]);
  await registry.sql("insert into evidence (agreement_id, title, archive_reference) values ($1, 'Sin verificar', 'A-1')", [id]);
  ids[title] = id;
}

beforeAll(async () => {
  registry = await openRegistry();
  [clerk, presidency, observer] = await Promise.all([registry.as('secretariat'), registry.as('presidency'), registry.as('observer')]) as [Asker, Asker, Asker];
  ids['OIM'] = await registry.organisation({ name: 'Organización Internacional para las Migraciones', acronym: 'OIM', audience: 'international' });
  await registry.sql("update organisation set acronym_en = 'IOM' where acronym = 'OIM'");
  for (const name of ['FOPREL', 'UNODC', 'ACNUR']) ids[name] = await registry.organisation({ name });
  await instrument('Marco OIM', 'OIM', { from: '2020-01-01', titleEn: 'IOM framework' });
  await instrument('FOPREL vence', 'FOPREL', { from: '2024-01-01', until: '2026-12-31' });
  await instrument('UNODC vence', 'UNODC', { from: '2024-01-01', until: '2026-09-30' });
  await instrument('UNODC renovado', 'UNODC', { from: '2026-10-01', renews: 'UNODC vence' });
  await instrument('ACNUR nuevo', 'ACNUR', { from: '2026-03-01', until: '2030-12-31', visibility: 'secretariat' });
  await registry.sql("update indicator set baseline_value = 1, baseline_on = '2020-01-01' where code = $1", [ALLIANCES]);
  await registry.sql('insert into target (indicator, year, value) values ($1, 2026, 5), ($1, 2027, 8)', [ALLIANCES]);
});
beforeEach(() => registry.travelTo('2026-11-24'));
afterAll(() => registry.close());

const frozen = async (id: string): Promise<Loose> => (await registry.sql('select * from snapshot where id = $1', [id]))[0];
const propose = async (given: object): Promise<string> => (await clerk.get(PROPOSE, given)).proposeSnapshot;
const refusal = async (asker: Asker, query: string, variables: object) => (await asker.ask(query, variables)).errors?.[0]?.extensions;

describe('a snapshot freezes all that a report tells', () => {
  it('of a stock: companions, movements of its year, breakdowns, years, progress, instruments with evidence, what expires', async () => {
    const { figures, hash_version: version } = await frozen(await propose({ indicator: ALLIANCES, on: DAY }));
    expect(version).toBe(2);
    expect(figures.companions).toMatchObject({ allies: 4, instruments: 4, ever: 4, participations: null });
    expect(figures.movements).toMatchObject({ from: '2026-01-01', to: DAY, start: { value: 3 }, new: { value: 1 }, reactivated: { value: 0 }, exits: { value: 0 }, end: { value: 4 } });
    expect(figures.movements.new.records).toEqual([{ id: ids['ACNUR'], title: 'ACNUR', titleEn: null, because: 'first_ever', on: '2026-03-01', visibility: 'coalition', country: null }]);
    expect(figures.breakdowns.find(({ dimension }: Loose) => dimension === 'audience')).toEqual({ dimension: 'audience', additive: true, total: 4,
      cells: [{ key: 'international', value: 1 }, { key: null, value: 3 }] });
    expect(figures.trend.map(({ year, value, target }: Loose) => [year, value, target])).toEqual(
      [[2020, 1, null], [2021, 1, null], [2022, 1, null], [2023, 1, null], [2024, 3, null], [2025, 3, null], [2026, 4, 5], [2027, null, 8]]);
    expect(figures.progress).toMatchObject({ target: 5, finalTarget: 8, finalYear: 2027, baselineValue: 1, baselineOn: '2020-01-01', confirmedOn: '2026-03-01' });
    expect(figures.instruments.map(({ title }: Loose) => title)).toEqual(['ACNUR nuevo', 'FOPREL vence', 'Marco OIM', 'UNODC vence']);
    const [coalition] = await registry.sql("select acronym from organisation where standing = 'coalition'");
    expect(figures.instruments[2]).toEqual({ id: ids['Marco OIM'], title: 'Marco OIM', titleEn: 'IOM framework', reference: 'R-Marco OIM', kind: 'memorandum', visibility: 'coalition', country: null,
      parties: [coalition.acronym, 'OIM'], partiesEn: [coalition.acronym, 'IOM'], signedOn: '2020-01-01', inForceFrom: '2020-01-01', effectiveTo: null,
      evidence: [{ title: 'Texto', address: 'https://archivo.example/1', verifiedOn: '2020-01-01' }] });
    expect(figures.instruments[0].visibility).toBe('secretariat');
    // UNODC's ends sooner, and its renewal takes over.
    expect(figures.expiring).toEqual([{ id: ids['FOPREL vence'], title: 'FOPREL vence', titleEn: null, effectiveTo: '2026-12-31', allies: ['FOPREL'], alliesEn: ['FOPREL'], visibility: 'coalition', country: null }]);
  });

  it('of a flow: its companions, without movements or instruments', async () => {
    const { figures, from_day: from, value } = await frozen(await propose({ indicator: 'joint_activities_done', from: '2025-01-01', to: '2025-12-31' }));
    expect([from, Number(value), figures.movements, figures.instruments, figures.expiring]).toEqual(['2025-01-01', 0, null, [], []]);
    expect(figures.companions).toMatchObject({ participations: 0, countries: 0 });
    expect(figures.breakdowns.map(({ dimension }: Loose) => dimension)).toContain('country');
  });

  it('and names what it counts in both languages', async () => {
    const [first] = (await clerk.get(LIST)).snapshots.filter(({ value }: Loose) => value === 4);
    expect(first.counted.map(({ record }: Loose) => record)).toContainEqual({ title: 'OIM', titleEn: 'IOM' });
  });

  it('but not of days to come, nor of a period that ends before it begins', async () => {
    expect((await refusal(clerk, PROPOSE, { indicator: ALLIANCES, on: '2026-11-25' }))?.fields).toEqual([{ path: 'on', problem: 'day_in_future' }]);
    expect((await refusal(clerk, PROPOSE, { indicator: 'joint_activities_done', from: '2026-01-01', to: '2026-12-31' }))?.fields).toEqual([{ path: 'to', problem: 'day_in_future' }]);
    expect((await refusal(clerk, PROPOSE, { indicator: 'joint_activities_done', from: '2026-02-01', to: '2026-01-01' }))?.fields).toEqual([{ path: 'to', problem: 'end_before_start' }]);
  });
});

describe('tejido audit verify', () => {
  const verify = () => runProgram(['audit', 'verify', '--lang', 'en'], { databaseUrl: registry.ownerUrl });
  /** Somebody with access to the database, past every trigger. */
  const behindItsBack = async (statement: string, values: unknown[]) => {
    await registry.sql('alter table snapshot disable trigger all');
    await registry.sql(statement, values);
    await registry.sql('alter table snapshot enable trigger all');
  };
  let id: string;
  beforeAll(async () => {
    registry.travelTo('2026-11-24');
    id = await propose({ indicator: ALLIANCES, on: '2025-12-31' });
    await presidency.get(APPROVE, { id });
  });

  it('holds for what was signed under the older hash, and for what is frozen now', async () => {
    const older = { indicator: ALLIANCES, onDay: '2024-12-31', fromDay: null, toDay: null, knownOn: '2025-01-15', value: 2, counted: [], excluded: [], definition: { unit: 'ally' } };
    await registry.sql(`insert into snapshot (indicator, on_day, known_on, value, counted, excluded, definition, content_hash, proposed_by)
      values ($1, $2, $3, $4, '[]', '[]', $5, $6, $7)`, [ALLIANCES, older.onDay, older.knownOn, 2, older.definition, hashOf({ ...older, figures: null, hashVersion: 1 }), clerk.userId]);
    const told = await verify();
    expect(told).toMatchObject({ code: 0, stderr: '' });
    expect(told.stdout).toMatch(/The snapshots hold: 4, each with the hash that was signed/);
    expect((await clerk.get(LIST)).snapshots.every(({ intact }: Loose) => intact)).toBe(true);
  });

  it.each([
    ['its value', 'update snapshot set value = 9 where id = $1', 'its content has no longer the hash that was signed'],
    ['a figure beside it', "update snapshot set figures = jsonb_set(figures, '{companions,ever}', '99') where id = $1", 'its content has no longer the hash that was signed'],
  ])('names by id a snapshot of which somebody altered %s', async (_, statement, problem) => {
    const { value, figures } = await frozen(id);
    await behindItsBack(statement, [id]);
    expect(await verify()).toMatchObject({ code: 1, stderr: `Snapshot ${id} (alliances_in_force, 2025-12-31): ${problem}.\n` });
    expect((await observer.get(LIST)).snapshots.find((each: Loose) => each.id === id).intact).toBe(false);
    await behindItsBack('update snapshot set value = $2, figures = $3 where id = $1', [id, value, figures]);
    expect((await verify()).code).toBe(0);
  });

  it('names one that was given a hash that fits, an approval that nobody gave, and one that was taken away', async () => {
    const row = await frozen(id);
    const altered = { indicator: row.indicator, onDay: row.on_day, fromDay: null, toDay: null, knownOn: row.known_on, value: 9, counted: row.counted, excluded: row.excluded,
      definition: row.definition, figures: row.figures, hashVersion: 2 };
    await behindItsBack('update snapshot set value = 9, content_hash = $2 where id = $1', [id, hashOf(altered)]);
    expect((await verify()).stderr).toBe(`Snapshot ${id} (alliances_in_force, 2025-12-31): its hash or its signature is not that of the trail.\n`);
    await behindItsBack('update snapshot set value = $2, content_hash = $3, approved_by = null where id = $1', [id, row.value, row.content_hash]);
    expect((await verify()).stderr).toContain('its signature is not that of the trail');
    await behindItsBack('delete from snapshot where id = $1', [id]);
    expect((await verify()).stderr).toBe(`Snapshot ${id} (alliances_in_force, 2025-12-31): it is no more.\n`);
  });
});
