import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from './day.js';
import { actualProblems, brokenDependencies, closesCycle, isLate, lagProblems, rescheduleProblems, shiftEffects, slipOf, type Dependency, type Scheduled } from './schedule.js';

const row = (id: string, currentFrom: string, currentTo: string, more: Partial<Scheduled> = {}): Scheduled => ({ id, currentFrom, currentTo, ...more });
const waits = (afterId: string, beforeId: string, lagDays = 0): Dependency => ({ beforeId, afterId, lagDays });
const told = (problems: readonly { path: string; problem: string }[]) => problems.map(({ path, problem }) => `${path} ${problem}`);

const manual = row('manual', '2026-01-01', '2026-06-30');
const spread = row('spread', '2026-07-01', '2026-12-31');

describe('a dependency', () => {
  it('is kept from the day after the end on, and broken before it', () => {
    expect(brokenDependencies([manual, spread], [waits('spread', 'manual')])).toEqual([]);
    expect(brokenDependencies([manual, { ...spread, currentFrom: '2026-06-30' }], [waits('spread', 'manual')]))
      .toEqual([{ ...waits('spread', 'manual'), earliest: '2026-07-01', days: 1 }]);
  });

  it('counts its lag in full days between the two', () => {
    expect(brokenDependencies([manual, spread], [waits('spread', 'manual', 14)])).toMatchObject([{ earliest: '2026-07-15', days: 14 }]);
  });

  it('goes by what happened rather than by what was planned', () => {
    expect(brokenDependencies([{ ...manual, actualTo: '2026-08-10' }, spread], [waits('spread', 'manual')])).toMatchObject([{ days: 41 }]);
    expect(brokenDependencies([{ ...manual, actualTo: '2026-05-10' }, { ...spread, currentFrom: '2026-05-11' }], [waits('spread', 'manual')])).toEqual([]);
  });

  it('binds nothing that is done or will not be done', () => {
    const early = { ...spread, currentFrom: '2026-02-01' };
    for (const rows of [[{ ...manual, over: true }, early], [manual, { ...early, over: true }], [manual, { ...early, actualTo: '2026-03-01' }], [manual]]) {
      expect(brokenDependencies(rows, [waits('spread', 'manual')])).toEqual([]);
    }
  });
});

describe('moving a row', () => {
  const brand = row('brand', '2026-10-01', '2027-03-31');
  const chain = [waits('spread', 'manual'), waits('brand', 'spread')];

  it('tells what would start too early, and what follows from it', () => {
    const rows = [manual, spread, { ...brand, currentFrom: '2027-01-01' }];
    expect(shiftEffects(rows, chain, { id: 'manual', from: '2026-02-01', to: '2026-07-31' })).toEqual([
      { id: 'spread', beforeId: 'manual', days: 31, from: '2026-08-01', to: '2027-01-31' },
      { id: 'brand', beforeId: 'spread', days: 31, from: '2027-02-01', to: '2027-05-01' },
    ]);
  });

  it('tells nothing of what was broken before, and nothing when it only ends earlier', () => {
    expect(shiftEffects([manual, spread, brand], chain, { id: 'manual', from: '2026-01-01', to: '2026-05-31' })).toEqual([]);
  });

  it('leaves what has begun where it is', () => {
    expect(shiftEffects([manual, { ...spread, actualFrom: '2026-07-01' }], chain, { id: 'manual', from: '2026-01-01', to: '2026-09-30' })).toEqual([]);
  });

  it('leaves nothing that it broke, for any plan without cycles', () => {
    const day = fc.integer({ min: 0, max: 300 }).map((count) => addDays('2026-01-01', count));
    const plan = fc.array(fc.tuple(day, fc.integer({ min: 0, max: 60 })), { minLength: 2, maxLength: 6 });
    const links = fc.array(fc.tuple(fc.nat(5), fc.nat(5), fc.nat(20)), { maxLength: 8 });
    fc.assert(fc.property(plan, links, fc.integer({ min: -100, max: 100 }), (starts, tied, by) => {
      const rows = starts.map(([from, length], at) => row(String(at), from, addDays(from, length)));
      const dependencies = tied.filter(([a, b]) => a < b && b < rows.length).map(([a, b, lag]) => waits(String(b), String(a), lag));
      const moved = { id: '0', from: addDays(rows[0]!.currentFrom, by), to: addDays(rows[0]!.currentTo, by) };
      const effects = shiftEffects(rows, dependencies, moved);
      const placed = new Map([...effects.map(({ id, from, to }) => [id, { from, to }] as const), ['0', moved]]);
      const after = rows.map((each) => { const now = placed.get(each.id); return now ? { ...each, currentFrom: now.from, currentTo: now.to } : each; });
      const before = new Set(brokenDependencies(rows, dependencies).map((each) => `${each.beforeId} ${each.afterId}`));
      expect(brokenDependencies(after, dependencies).filter((each) => !before.has(`${each.beforeId} ${each.afterId}`))).toEqual([]);
    }));
  });
});

describe('a circle of waiting', () => {
  it('is seen however long it is', () => {
    const known = [waits('b', 'a'), waits('c', 'b')];
    expect(closesCycle(known, 'c', 'a')).toBe(true);
    expect(closesCycle(known, 'a', 'a')).toBe(true);
    expect(closesCycle(known, 'a', 'c')).toBe(false);
  });

  it('is looked for in the end, also where there is one already', () => {
    expect(closesCycle([waits('a', 'b'), waits('b', 'a')], 'a', 'c')).toBe(false);
  });
});

describe('what is refused', () => {
  const stands = { from: '2026-01-01', to: '2026-06-30' };

  it.each([
    ['an end before the start', { from: '2026-05-01', to: '2026-04-30', reason: 'x' }, ['to end_before_start']],
    ['no reason', { from: '2026-05-01', to: '2026-06-30', reason: '  ' }, ['reason required']],
    ['the dates that stand', { ...stands, reason: 'x' }, ['from duplicate_entry']],
    ['nothing else', { from: '2026-02-01', to: '2026-07-30', reason: 'El consultor renunció' }, []],
  ])('for new dates: %s', (_, proposed, expected) => expect(told(rescheduleProblems(stands, proposed))).toEqual(expected));

  it.each([
    ['to come', { from: '2026-12-01', to: null }, ['actualFrom day_in_future']],
    ['done before it began', { from: '2026-05-02', to: '2026-05-01' }, ['actualTo end_before_start']],
    ['done, and never begun', { from: null, to: '2026-05-01' }, ['actualFrom required']],
    ['neither', { from: '2026-05-01', to: '2026-05-01' }, []],
  ])('for what happened: %s', (_, actual, expected) => expect(told(actualProblems(actual, '2026-11-24'))).toEqual(expected));

  it.each([[-1, 1], [0, 0], [366, 0], [367, 1], [1.5, 1]])('a lag of %s days: %s problems', (lag, count) => expect(lagProblems(lag)).toHaveLength(count));
});

describe('how late it is', () => {
  it('counts from the baseline, by what happened when it did', () => {
    expect(slipOf('2026-06-30', { ...manual, currentTo: '2026-07-30' })).toBe(30);
    expect(slipOf('2026-06-30', { ...manual, actualTo: '2026-06-20' })).toBe(-10);
  });

  it('is late while it should be over', () => {
    expect(isLate(manual, '2026-06-30')).toBe(false);
    expect(isLate(manual, '2026-07-01')).toBe(true);
    expect(isLate({ ...manual, actualTo: '2026-07-01' }, '2026-08-01')).toBe(false);
    expect(isLate({ ...manual, over: true }, '2026-08-01')).toBe(false);
  });
});
