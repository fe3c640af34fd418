import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from './day.js';
import { type Span, clip, contains, inclusive, intersect, normalise, overlaps, subtract, union } from './span.js';
import { WORLD_DAYS, WORLD_START, aSpan } from './testing/arbitraries.js';

const days = Array.from({ length: WORLD_DAYS + 20 }, (_, at) => addDays(WORLD_START, at - 10));
const spans = fc.array(aSpan, { maxLength: 5 });
const isNormal = (list: readonly Span[]) =>
  list.every(({ from, to }, at) => {
    const next = list[at + 1];
    return (to === null || from < to) && (next === undefined || (to !== null && to < next.from));
  });

describe('spans', () => {
  it('agree with a look at every single day', () => {
    fc.assert(fc.property(spans, spans, aSpan, (a, b, window) => {
      const results: [string, Span[], (day: string) => boolean][] = [
        ['normalise', normalise(a), (day) => contains(a, day)],
        ['union', union(a, b), (day) => contains(a, day) || contains(b, day)],
        ['intersect', intersect(a, b), (day) => contains(a, day) && contains(b, day)],
        ['subtract', subtract(a, b), (day) => contains(a, day) && !contains(b, day)],
        ['clip', clip(a, window), (day) => contains(a, day) && contains([window], day)],
      ];
      for (const [name, result, expected] of results) {
        expect([name, isNormal(result)]).toEqual([name, true]);
        expect([name, days.filter((day) => contains(result, day))]).toEqual([name, days.filter(expected)]);
      }
    }));
  });

  it('overlap when they share a day', () => {
    fc.assert(fc.property(aSpan, aSpan, (a, b) => {
      expect(overlaps(a, b)).toBe(days.some((day) => contains([a], day) && contains([b], day)));
    }));
  });

  it('merge on the morrow, not a day later', () => {
    const january = inclusive('2024-01-01', '2024-01-31');
    expect(normalise([january, inclusive('2024-02-01', null)])).toEqual([{ from: '2024-01-01', to: null }]);
    expect(normalise([inclusive('2024-02-02', null), january])).toHaveLength(2);
  });

  it('hold their first day and not the one they end at', () => {
    const span = [{ from: '2024-01-01', to: '2024-02-01' }];
    expect(['2023-12-31', '2024-01-01', '2024-01-31', '2024-02-01'].map((day) => contains(span, day))).toEqual([false, true, true, false]);
  });
});
