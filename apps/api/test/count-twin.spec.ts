import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { jointActivitiesDone } from '@tejido/domain/activity-count.js';
import { alliancesEver, alliancesInForce } from '@tejido/domain/alliance-count.js';
import { ledgerOf } from '@tejido/domain/alliance-ledger.js';
import { allianceMovements } from '@tejido/domain/alliance-movements.js';
import { alliesBy } from '@tejido/domain/disaggregation.js';
import { ACTIVITIES, ALLIANCES, ALLIES_BY_SCOPE } from './support/count-sql.js';
import { openRegistry, type Asker, type Registry } from './support/harness.js';
import { aDay, aHistory, writeHistory } from './support/histories.js';

// Three counts of the same history: the pure functions over what was generated, plain SQL over what was written, and the API over HTTP.
const RUNS = { numRuns: 60, endOnFailure: true };
const ASK = `query ($from: Day!, $to: Day!, $known: Day) {
  stock: indicatorReport(code: "alliances_in_force", on: $to, known: $known) { value excluded { reason } withheldCounted }
  moved: indicatorMovements(code: "alliances_in_force", from: $from, to: $to, known: $known) {
    start { value } new { value } reactivated { value } exits { value } end { value } renewals { value } }
  done: indicatorReport(code: "joint_activities_done", from: $from, to: $to, known: $known) { value allies participations withAlliance }
}`;
const period = fc.tuple(aDay(), aDay()).map(([a, b]) => (a < b ? [a, b] : [b, a]) as [string, string]);
const known = fc.option(aDay(), { nil: null });

let registry: Registry;
let clerk: Asker;
beforeAll(async () => {
  registry = await openRegistry();
  clerk = await registry.as('secretariat');
});
afterAll(() => registry.close());

const values = (moved: object) => Object.fromEntries(Object.entries(moved).flatMap(([turn, count]) => (typeof count === 'object' ? [[turn, count.value]] : [])));

it('the generated histories reach force often enough to prove anything', () => {
  // From one seed: whether the generator is rich enough is a fact of the generator, not of today's luck.
  const samples = fc.sample(fc.tuple(aHistory, aDay()), { numRuns: 400, seed: 7 });
  const allies = samples.map(([history, day]) => alliancesInForce(history, day).value);
  expect(allies.filter((each) => each > 0).length).toBeGreaterThan(50);
  expect(Math.max(...allies)).toBeGreaterThan(1);
});

it('alliances and joint activities come to the same by the domain, by SQL and over HTTP', async () => {
  await fc.assert(fc.asyncProperty(aHistory, period, known, async (history, [from, to], knownOn) => {
    await writeHistory(registry, history);
    const how = knownOn ? { knownOn } : {};
    const moved = values(allianceMovements(history, from, to, how));
    const stock = alliancesInForce(history, to, how);
    const done = jointActivitiesDone(history, from, to, how);

    const [bySql] = await registry.sql(ALLIANCES, [knownOn ?? 'infinity', from, to]);
    const { renewals: _, ...turns } = moved;
    expect(bySql).toEqual({ ...turns, ever: alliancesEver(history, from, to, how).value });
    const [doneBySql] = await registry.sql(ACTIVITIES, [knownOn ?? 'infinity', from, to]);
    expect(doneBySql).toEqual({ value: done.value, allies: done.allies, participations: done.participations });

    const answer = await clerk.get(ASK, { from, to, known: knownOn });
    expect(answer.stock.value).toBe(stock.value);
    expect(answer.stock.excluded.map((each: { reason: string }) => each.reason).sort()).toEqual(stock.excluded.map(({ reason }) => reason).sort());
    expect(values(answer.moved)).toEqual(moved);
    expect(answer.done).toEqual({ value: done.value, allies: done.allies, participations: done.participations, withAlliance: done.withAlliance });
  }), RUNS);
}, 400_000);

it('disaggregations come to the same by the domain and by SQL', async () => {
  await fc.assert(fc.asyncProperty(aHistory, aDay(), async (history, day) => {
    await writeHistory(registry, history);
    const { cells } = alliesBy(ledgerOf(history), { ...history, themes: [] }, 'scope', day);
    const bySql = await registry.sql(ALLIES_BY_SCOPE, ['infinity', day]);
    expect(bySql).toEqual(cells);
  }), { ...RUNS, numRuns: 30 });
}, 60_000);
