import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { expectedShare, flowProgress, freshnessOf, progressOf, stockProgress } from './progress.js';

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

describe('the progress of a stock', () => {
  const baseline = { on: '2019-01-01', value: 2 };
  const targets = [{ on: '2027-12-31', value: 12 }, { on: '2023-12-31', value: 8.4 }];

  it('goes by the last target, with the ones before it as milestones', () => {
    const then = stockProgress(7, '2023-12-31', baseline, targets);
    expect(then).toMatchObject({ light: 'at_risk', target: 12, expected: expect.closeTo(0.64) });
    expect([8, 14].map((value) => stockProgress(value, '2023-12-31', baseline, targets).light)).toEqual(['on_track', 'met']);
  });

  it('is grey without a target after the baseline', () => {
    expect(stockProgress(7, '2023-12-31', baseline, [{ on: '2018-12-31', value: 9 }])).toEqual({ light: 'none', share: null, target: null, expected: null });
  });

  it('with a last target equal to the baseline is met by keeping it', () => {
    expect([2, 1].map((value) => stockProgress(value, '2020-01-01', baseline, [{ on: '2027-12-31', value: 2 }]).light)).toEqual(['met', 'behind']);
  });
});

describe('the progress of a flow', () => {
  const targets = new Map([[2023, 4], [2024, 10]]);

  it('expects of the running year the days gone by', () => {
    expect(flowProgress(5, '2024-01-01', '2024-07-01', targets)).toMatchObject({ light: 'on_track', target: 10, expected: expect.closeTo(0.5) });
    expect(flowProgress(3, '2024-01-01', '2024-07-01', targets).light).toBe('behind');
  });

  it('adds the targets of several years', () => {
    expect(flowProgress(13, '2023-01-01', '2024-12-31', targets)).toMatchObject({ light: 'on_track', target: 14, expected: 1 });
  });

  it('is grey where a year has no target or the period begins within one', () => {
    expect(flowProgress(3, '2022-01-01', '2023-12-31', targets)).toMatchObject({ light: 'none', target: null });
    expect(flowProgress(3, '2024-02-01', '2024-12-31', targets).light).toBe('none');
  });

  it('with a target of nothing is met', () => {
    expect(flowProgress(0, '2024-01-01', '2024-03-01', new Map([[2024, 0]])).light).toBe('met');
  });
});
