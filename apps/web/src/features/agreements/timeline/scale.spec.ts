import { describe, expect, it } from '@jest/globals';
import { scaleOf } from './scale.js';

const NOW = '2026-11-24';

describe('the scale of the timeline', () => {
  it('holds all that is drawn, and the next year', () => {
    expect(scaleOf([{ inForce: [{ from: '2019-03-14', to: '2023-03-13' }] }], NOW).years).toEqual([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027]);
    expect(scaleOf([{ inForce: [], effectiveTo: '2030-12-15' }], NOW).years.at(-1)).toBe(2030);
    expect(scaleOf([], NOW).years).toEqual([2026, 2027]);
  });

  it('does not stretch to a slip of the keyboard', () => {
    const { years } = scaleOf([{ inForce: [{ from: '1926-01-01', to: '2126-01-01' }] }], NOW);
    expect([years[0], years.at(-1)]).toEqual([2016, 2032]);
  });
});
