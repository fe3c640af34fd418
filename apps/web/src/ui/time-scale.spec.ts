import { describe, expect, it } from '@jest/globals';
import { leftOf, placeOf, scaleOfYears, ticksOf } from './time-scale.js';

describe('a stretch of days on a scale', () => {
  const scale = scaleOfYears(2025, 2026);

  it.each([
    ['2025-01-01', '2025-12-31', { left: '0%', width: '50%' }], ['2026-01-01', null, { left: '50%', width: '50%' }], ['2020-01-01', '2025-12-31', { left: '0%', width: '50%' }],
    ['2026-12-31', '2030-01-01', { left: '99.863%', width: '0.137%' }], ['2020-01-01', '2024-12-31', null], ['2027-01-01', null, null],
  ])('from %s to %s', (from, to, expected) => expect(placeOf(scale, from, to)).toEqual(expected));
});

describe('the axis', () => {
  const scale = scaleOfYears(2024, 2025);

  it('is cut without gaps, a leap year too', () => {
    for (const months of [1, 3, 12] as const) {
      const ticks = ticksOf(scale, months);
      expect(ticks).toHaveLength(24 / months);
      expect([ticks[0]!.from, ticks.at(-1)!.to]).toEqual(['2024-01-01', '2025-12-31']);
    }
    expect(ticksOf(scale, 3).slice(0, 2).map(({ from, to }) => [from, to])).toEqual([['2024-01-01', '2024-03-31'], ['2024-04-01', '2024-06-30']]);
    expect(ticksOf(scale, 1)[1]).toMatchObject({ to: '2024-02-29', part: 2 });
  });

  it('keeps what lies beyond at its edge', () => expect([leftOf(scale, '2020-01-01'), leftOf(scale, '2024-01-01'), leftOf(scale, '2031-01-01')]).toEqual(['0%', '0%', '100%']));
});
