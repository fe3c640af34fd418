import { describe, expect, it } from '@jest/globals';
import { instancesOf, nthOf, readRecurrence, writeRecurrence, type Recurrence } from './recurrence.js';

const days = (rule: string, first: string) => {
  const read = readRecurrence('repeats', rule, `${first}T10:00:00`);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return instancesOf(read.recurrence, `${first}T10:00:00`).map((local) => local.slice(0, 10));
};
const refused = (rule: string, first = '2026-01-06') => {
  const read = readRecurrence('repeats', rule, `${first}T10:00:00`);
  return 'problems' in read ? read.problems.map((each) => each.problem) : null;
};

describe('a series of meetings', () => {
  it('repeats weekly, every so many weeks, on one weekday or several', () => {
    expect(days('FREQ=WEEKLY;COUNT=3', '2026-01-06')).toEqual(['2026-01-06', '2026-01-13', '2026-01-20']);
    expect(days('FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=5', '2026-01-06')).toEqual(['2026-01-06', '2026-01-08', '2026-01-20', '2026-01-22', '2026-02-03']);
    expect(days('FREQ=WEEKLY;UNTIL=20260120', '2026-01-06')).toEqual(['2026-01-06', '2026-01-13', '2026-01-20']);
  });

  it('repeats monthly on the day of the month, leaving out months without it', () => {
    expect(days('FREQ=MONTHLY;COUNT=4', '2026-01-31')).toEqual(['2026-01-31', '2026-03-31', '2026-05-31', '2026-07-31']);
  });

  it('repeats monthly on the second Tuesday or the last Friday', () => {
    expect(days('FREQ=MONTHLY;BYDAY=2TU;COUNT=3', '2026-01-13')).toEqual(['2026-01-13', '2026-02-10', '2026-03-10']);
    expect(days('FREQ=MONTHLY;BYDAY=-1FR;COUNT=3', '2026-01-30')).toEqual(['2026-01-30', '2026-02-27', '2026-03-27']);
  });

  it('repeats yearly, on 29 February only when there is one', () => {
    expect(days('FREQ=YEARLY;COUNT=2', '2026-07-30')).toEqual(['2026-07-30', '2027-07-30']);
    expect(days('FREQ=YEARLY;COUNT=2', '2024-02-29')).toEqual(['2024-02-29']);
  });

  it('is never longer than two years', () => {
    expect(days('FREQ=YEARLY;COUNT=20', '2026-07-30')).toEqual(['2026-07-30', '2027-07-30', '2028-07-30']);
    expect(refused('FREQ=WEEKLY;UNTIL=20300101')).toEqual(['series_too_long']);
    expect(refused('FREQ=WEEKLY;COUNT=500')).toEqual(['number_out_of_range']);
  });

  it('is refused per second, minute or hour, and without an end', () => {
    for (const often of ['SECONDLY', 'MINUTELY', 'HOURLY']) expect(refused(`FREQ=${often};COUNT=5`)).toEqual(['repeats_too_often']);
    expect(refused('FREQ=WEEKLY')).toEqual(['endless']);
    expect(refused('FREQ=WEEKLY;UNTIL=20251231')).toEqual(['end_before_start']);
    for (const odd of ['', 'FREQ=DAILY;COUNT=2', 'FREQ=WEEKLY;BYDAY=2TU;COUNT=2', 'FREQ=MONTHLY;BYDAY=1MO;COUNT=2', 'FREQ=WEEKLY;BYSETPOS=1;COUNT=2', 'FREQ=WEEKLY;BYDAY=XX;COUNT=2']) expect(refused(odd)).toEqual(['not_a_choice']);
    expect(refused('FREQ=WEEKLY;INTERVAL=0;COUNT=2')).toEqual(['number_out_of_range']);
  });

  it('is written as it was read', () => {
    for (const rule of ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=5', 'FREQ=MONTHLY;BYDAY=1TU;UNTIL=20261231', 'FREQ=YEARLY;COUNT=2']) {
      const read = readRecurrence('', rule, '2026-01-06T10:00:00') as { recurrence: Recurrence };
      expect(writeRecurrence(read.recurrence, '2026-01-06T10:00:00')).toBe(rule);
    }
  });

  it('knows which weekday of its month a day is', () => {
    expect([nthOf('2026-01-07'), nthOf('2026-01-08'), nthOf('2026-01-29')]).toEqual([1, 2, -1]);
  });
});
