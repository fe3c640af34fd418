import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, dayAfter, dayBefore, daysBetween, endOfYear, isCalendarDay, isDay, maxDay, minDay, startOfYear, yearOf } from './day.js';

const anyDay = fc.integer({ min: 0, max: 109_000 }).map((at) => addDays('1900-01-01', at));

describe('a day', () => {
  it.each(['1900-01-01', '2024-02-29', '2200-12-31', '2000-02-29'])('is %s', (text) => expect(isDay(text)).toBe(true));

  it.each(['1899-12-31', '2201-01-01', '2023-02-29', '1900-02-29', '2024-13-01', '2024-00-10', '2024-04-31', '24-01-01',
    '2024-1-1', ' 2024-01-01', '2024-01-01T00:00', '+275760-09-13', '٢٠٢٤-٠١-٠١', '', null, undefined, 20240101, new Date()])(
    'is not %p', (value) => expect(isDay(value)).toBe(false));

  it('far away is a day of the calendar, but not of the registry', () => {
    expect(isCalendarDay('1492-10-12')).toBe(true);
    expect(isCalendarDay('2024-02-30')).toBe(false);
  });

  it('has a morrow and a yesterday over months, leap days and clock changes', () => {
    expect(dayAfter('2024-02-28')).toBe('2024-02-29');
    expect(dayAfter('2023-12-31')).toBe('2024-01-01');
    expect(dayBefore('2024-03-01')).toBe('2024-02-29');
    fc.assert(fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
      expect(addDays(addDays(day, count), -count)).toBe(day);
      expect(daysBetween(day, addDays(day, count))).toBe(count);
      expect(addDays(day, count) > day).toBe(count > 0);
    }));
  });

  it('belongs to a year', () => {
    expect([yearOf('2024-07-29'), startOfYear(2024), endOfYear(2024)]).toEqual([2024, '2024-01-01', '2024-12-31']);
  });

  it('is compared with unknown ones left aside', () => {
    expect(minDay(null, '2024-02-01', '2024-01-01', undefined)).toBe('2024-01-01');
    expect(maxDay('2024-02-01', null)).toBe('2024-02-01');
    expect([minDay(), maxDay(null)]).toEqual([null, null]);
  });
});
