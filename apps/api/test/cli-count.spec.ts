import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { prepare as prepareCount } from '../src/features/indicators/count.command.js';
import { TODAY } from '../src/start/demonstration/days.js';
import { runProgram } from './support/cli.js';
import { giveTime, openDemonstration, SLOW } from './support/demonstration.js';
import type { Asker, Registry } from './support/harness.js';

giveTime();
let registry: Registry;
let office: Asker;
beforeAll(async () => {
  registry = await openDemonstration();
  office = await registry.as('secretariat');
}, SLOW);
afterAll(() => registry?.close());

const tejido = (...args: string[]) => runProgram(args, { databaseUrl: registry.ownerUrl });

describe('count', () => {
  const REPORT = `query ($code: String!, $on: Day, $from: Day, $to: Day, $known: Day) {
    indicatorReport(code: $code, on: $on, from: $from, to: $to, known: $known) {
      value allies instruments participations from to
      counted { record { id kind title } because on through { id kind title } } excluded { record { id kind title } reason } } }`;
  const BREAKDOWN = `query ($code: String!, $by: String!, $on: Day, $from: Day, $to: Day, $known: Day) {
    indicatorBreakdown(code: $code, by: $by, on: $on, from: $from, to: $to, known: $known) { dimension additive total cells { key value } } }`;
  const options = (days: object) => Object.entries(days).flatMap(([name, value]) => [`--${name}`, value as string]);

  /** The verb with this registry's services: the same code without a process for each question. */
  async function answerOf(...args: string[]) {
    let written = '';
    const context = { app: registry.app, viewer: { userId: null, role: 'admin', country: null } as const, language: 'es' as const,
      tell: () => undefined };
    await prepareCount([...args, '--json'], 'es')({ ...context, write: (bytes) => { written += String(bytes); } });
    return JSON.parse(written);
  }

  it.each([
    ['alliances_in_force', { on: '2019-12-31' }], ['alliances_in_force', { on: '2024-12-31' }],
    ['alliances_in_force', { on: '2024-12-31', known: '2025-01-15' }], ['alliances_in_force', { on: TODAY }],
    ['alliances_in_force', { from: '2025-01-01', to: '2025-06-30' }],
    ['joint_activities_done', { from: '2024-01-01', to: '2024-12-31' }],
    ['joint_activities_done', { from: '2019-01-01', to: '2027-12-31' }],
    ['joint_activities_done', { from: '2024-11-01', to: '2025-01-31', known: '2025-01-01' }],
  ])('%s %j says what the API says, and why', async (code, days) => {
    const said = await answerOf(code, ...options(days));
    const { indicatorReport: { counted, excluded, ...figures } } = await office.get(REPORT, { code, ...days });
    expect(said).toMatchObject(Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== null)));
    expect(said.counted).toEqual(counted.map(({ record, ...rest }: { record: object }) => ({ ...record, ...rest })));
    expect(said.excluded).toEqual(excluded.map(({ record, reason }: { record: object; reason: string }) => ({ ...record, reason })));
    expect(said.counted).toHaveLength(said.value);
  });

  it('as a process of its own too', async () => {
    for (const args of [['alliances_in_force', '--on', '2024-12-31', '--by', 'country'],
      ['joint_activities_done', '--from', '2024-01-01', '--to', '2024-12-31']]) {
      const ran = await tejido('count', ...args, '--json');
      expect([ran.code, ran.stderr, JSON.parse(ran.stdout)]).toEqual([0, '', await answerOf(...args)]);
    }
  });

  it('by every dimension says what the API says', async () => {
    const day = { on: '2024-12-31' };
    const year = { from: '2025-01-01', to: '2025-12-31' };
    const asked: [string, string, object][] = [
      ...['scope', 'audience', 'kind', 'theme_set', 'theme', 'country', 'sdg',
        'term'].map((by): [string, string, object] => ['alliances_in_force', by, day]),
      ['alliances_in_force', 'year', { from: '2019-01-01', to: '2026-11-24' }],
      ...['kind', 'theme_set', 'theme', 'country', 'scope', 'audience',
        'sdg'].map((by): [string, string, object] => ['joint_activities_done', by, year]),
      ...['year', 'term'].map((by): [string, string, object] => ['joint_activities_done', by, { from: '2019-01-01', to: '2026-11-24' }]),
    ];
    for (const [code, by, days] of asked) {
      const { breakdown } = await answerOf(code, ...options(days), '--by', by);
      const { indicatorBreakdown } = await office.get(BREAKDOWN, { code, by, ...days });
      expect([by, breakdown]).toEqual([by, indicatorBreakdown]);
      expect(breakdown.cells.length).toBeGreaterThan(1);
    }
  });

  it('prints a table for people, with words instead of codes', async () => {
    const [why, spanish, english] = await Promise.all([
      tejido('count', 'alliances_in_force', '--on', '2024-12-31'),
      tejido('count', 'alliances_in_force', '--on', '2024-12-31', '--by', 'theme_set'),
      tejido('count', 'alliances_in_force', '--on', '2024-12-31', '--by', 'country', '--lang', 'en'),
    ]);
    expect(why.stdout).toMatch(/\n28 \(31 instrumentos\), el 2024-12-31\n\nCuentan \(28\):\n/);
    expect(why.stdout).toMatch(/\n {2}vencido \(\d+\):\n {4}\S/);
    expect(why.stdout).not.toMatch(/status_|in_force|to_verify/);
    expect(spanish.stdout).toMatch(/\n {2}Solo Trata de personas +\d+\n/);
    expect(english.stdout).toMatch(/\n {2}Guatemala +\d+\n/);
    expect(english.stdout).toContain('The cells do not add up to the total');
  });
});
