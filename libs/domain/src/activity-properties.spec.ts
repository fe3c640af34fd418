import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { jointActivitiesDone } from './activity-count.js';
import { dayAfter } from './day.js';
import { ACTIVITY_DIMENSIONS, type ActivityDimension, activitiesBy, activitiesByTerm, activitiesByYear } from './disaggregation.js';
import { aPeriod, anyActivityRegister, options } from './testing/arbitraries.js';

const themes = ['trafficking', 'smuggling'];
const dimensions = Object.keys(ACTIVITY_DIMENSIONS) as ActivityDimension[];
const EVER = ['2023-01-01', '2025-12-31'] as const;
const sum = (cells: readonly { value: number }[]) => cells.reduce((total, { value }) => total + value, 0);

describe('joint activities of random histories', () => {
  it('are counted often enough to prove anything', () => {
    const values = fc.sample(anyActivityRegister, { numRuns: 200, seed: 7 }).map((register) => jointActivitiesDone(register, ...EVER));
    expect(values.filter(({ value }) => value >= 2).length).toBeGreaterThan(20);
    expect(values.filter(({ withAlliance, withoutAlliance }) => withAlliance > 0 && withoutAlliance > 0).length).toBeGreaterThan(2);
  });

  it('count once in every way of cutting a period in two', () => {
    fc.assert(fc.property(anyActivityRegister, aPeriod, aPeriod, options, (register, [from, middle], [, to], how) => {
      fc.pre(middle < to);
      const ids = (first: string, last: string) => jointActivitiesDone(register, first, last, how).counted.map(({ id }) => id);
      expect([...ids(from, middle), ...ids(dayAfter(middle), to)].sort()).toEqual(ids(from, to).sort());
    }));
  });

  it('tell of every activity either why it counts or why not', () => {
    fc.assert(fc.property(anyActivityRegister, aPeriod, options, (register, [from, to], how) => {
      const { counted, excluded, value } = jointActivitiesDone(register, from, to, how);
      expect(counted).toHaveLength(value);
      expect([...counted, ...excluded].map(({ id }) => id).sort()).toEqual(register.activities.map(({ id }) => id).sort());
    }));
  });

  it('have companions that agree with each other', () => {
    fc.assert(fc.property(anyActivityRegister, aPeriod, options, (register, [from, to], how) => {
      const { value, allies, participations, withAlliance, withoutAlliance } = jointActivitiesDone(register, from, to, how);
      expect(withAlliance + withoutAlliance).toBe(allies);
      expect(participations).toBeGreaterThanOrEqual(Math.max(value, allies));
    }));
  });

  it('look, as known on a day, as if nothing had been entered after it', () => {
    fc.assert(fc.property(anyActivityRegister, aPeriod, aPeriod, (register, [from, to], [knownOn]) => {
      const entered = { ...register, activities: register.activities.filter(({ recordedOn }) => recordedOn <= knownOn) };
      expect(jointActivitiesDone(register, from, to, { knownOn }).counted).toEqual(jointActivitiesDone(entered, from, to, { knownOn }).counted);
    }));
  });
});

describe('disaggregations of joint activities', () => {
  it.each(dimensions)('by %s add up exactly when they say so', (dimension) => {
    fc.assert(fc.property(anyActivityRegister, aPeriod, (register, [from, to]) => {
      const count = jointActivitiesDone(register, from, to);
      const table = activitiesBy(count, { ...register, themes }, dimension);
      expect(table).toMatchObject({ additive: ACTIVITY_DIMENSIONS[dimension], total: count.value });
      if (table.additive) expect(sum(table.cells)).toBe(table.total);
      else expect(sum(table.cells)).toBeGreaterThanOrEqual(table.total);
      for (const { value } of table.cells) expect(value).toBeLessThanOrEqual(table.total);
    }));
  });

  it('by year and by term add up, for an activity ends once', () => {
    const terms = [{ id: 'a', country: 'GT', from: '2023-07-01', to: '2023-12-31' }, { id: 'b', country: 'HN', from: '2023-12-31', to: '2024-05-01' }];
    fc.assert(fc.property(anyActivityRegister, (register) => {
      const count = jointActivitiesDone(register, ...EVER);
      for (const table of [activitiesByYear(count, [2023, 2024, 2025]), activitiesByTerm(count, terms)]) {
        expect(table.additive).toBe(true);
        expect(sum(table.cells)).toBe(count.value);
      }
      expect(activitiesByTerm(count, terms).cells.map(({ key }) => key).slice(0, 2)).toEqual(['a', 'b']);
    }));
  });
});
