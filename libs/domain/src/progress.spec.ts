import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { expectedShare, freshnessOf, progressOf } from './progress.js';

describe('progress', () => {
  it('is grey, never red, without a target or a value, and zero is a value', () => {
    expect(progressOf({ value: null, baseline: 0, target: 5, expected: 1 }).light).toBe('none');
    expect(progressOf({ value: 3, baseline: 0, target: null, expected: 1 }).light).toBe('none');
    expect(progressOf({ value: 0, baseline: 0, target: 5, expected: 1 }).light).toBe('behind');
  });

  it('with a target equal to the baseline is met by keeping it', () => {
    const keep = (value: number) => progressOf({ value, baseline: 4, target: 4, expected: 0.5 }).light;
    expect([5, 4, 3].map(keep)).toEqual(['met', 'met', 'behind']);
  });

  it('puts the boundaries on the better side, whatever binary fractions say', () => {
    const light = (share: number, expected: number) => progressOf({ value: share, baseline: 0, target: 1, expected }).light;
    expect(light(0.9 * 0.64, 0.64)).toBe('on_track');
    expect(light(0.7 * 0.64, 0.64)).toBe('at_risk');
    expect(light(0.69 * 0.64, 0.64)).toBe('behind');
    expect(light(0.1 + 0.2, (0.1 + 0.2) / 0.9)).toBe('on_track');
  });

  it('is not late before anything is expected, unless it went back', () => {
    expect(progressOf({ value: 2, baseline: 2, target: 12, expected: 0 }).light).toBe('on_track');
    expect(progressOf({ value: 1, baseline: 2, target: 12, expected: 0 }).light).toBe('behind');
  });
});

describe('the expected share', () => {
  it('is linear between start and end without milestones', () => {
    expect(expectedShare('2024-01-01', '2024-01-11', '2024-01-06')).toBeCloseTo(0.5);
    expect(expectedShare('2024-01-01', '2024-01-11', '2023-01-01')).toBe(0);
    expect(expectedShare('2024-01-01', '2024-01-11', '2025-01-01')).toBe(1);
  });

  it('goes through its milestones, in whatever order they are given', () => {
    const milestones = [{ on: '2024-01-09', share: 0.4 }, { on: '2024-01-05', share: 0.2 }];
    const at = (day: string) => expectedShare('2024-01-01', '2024-01-11', day, milestones);
    expect([at('2024-01-05'), at('2024-01-07'), at('2024-01-09'), at('2024-01-10')].map((share) => share.toFixed(2))).toEqual(['0.20', '0.30', '0.40', '0.70']);
  });

  it('stays between 0 and 1', () => {
    const days = fc.integer({ min: 1, max: 28 }).map((day) => `2024-02-${String(day).padStart(2, '0')}`);
    fc.assert(fc.property(days, days, days, (start, end, day) => {
      const share = expectedShare(start, end, day);
      expect(share >= 0 && share <= 1).toBe(true);
    }));
  });
});

describe('freshness', () => {
  it.each([
    [null, 'never'], ['2025-06-02', 'fresh'], ['2025-06-01', 'ageing'], ['2024-06-02', 'ageing'], ['2024-06-01', 'stale'],
  ] as const)('confirmed on %s is %s on 1 June 2026', (day, light) => expect(freshnessOf(day, '2026-06-01')).toBe(light));

  it('of a leap day ages on the first of March', () => {
    expect(['2025-02-28', '2025-03-01'].map((today) => freshnessOf('2024-02-29', today))).toEqual(['fresh', 'ageing']);
  });
});
