import { describe, expect, it } from '@jest/globals';
import { blocksOfText, codeOf, lastPeriod, periodName, printedCode, quarterPeriod, readCode, reportPeriodProblems } from './report.js';

const today = '2026-11-25';

describe('the period of a report', () => {
  it('is proposed as the last one that is over', () => {
    expect(lastPeriod('annual', today)).toEqual({ fromDay: '2025-01-01', toDay: '2025-12-31' });
    expect(lastPeriod('quarterly', today)).toEqual({ fromDay: '2026-07-01', toDay: '2026-09-30' });
    expect(lastPeriod('quarterly', '2026-02-01')).toEqual({ fromDay: '2025-10-01', toDay: '2025-12-31' });
  });

  it('neither ends before it starts, nor in days to come, nor is longer than its kind', () => {
    expect(reportPeriodProblems('annual', '2025-12-31', '2025-01-01', today)).toEqual([{ path: 'toDay', problem: 'end_before_start', values: { start: '2025-12-31' } }]);
    expect(reportPeriodProblems('annual', '2026-01-01', '2026-12-31', today)).toEqual([{ path: 'toDay', problem: 'day_in_future' }]);
    expect(reportPeriodProblems('annual', '2024-01-01', '2024-12-31', today)).toEqual([]);
    expect(reportPeriodProblems('annual', '2024-01-01', '2025-01-01', today)).toEqual([{ path: 'toDay', problem: 'period_too_long', values: { days: 366 } }]);
    expect(reportPeriodProblems('quarterly', '2026-07-01', '2026-10-01', today)).toEqual([{ path: 'toDay', problem: 'period_too_long', values: { days: 92 } }]);
    expect(reportPeriodProblems('annual', null, '', today)).toEqual([{ path: 'fromDay', problem: 'required' }, { path: 'toDay', problem: 'required' }]);
    expect(reportPeriodProblems('annual', '2025-02-30', '2025-12-31', today)).toEqual([{ path: 'fromDay', problem: 'not_a_day' }]);
  });

  it('is called by its year or quarter where it is a whole one', () => {
    expect(periodName({ fromDay: '2024-01-01', toDay: '2024-12-31' })).toEqual({ is: 'year', year: 2024 });
    expect([1, 2, 3, 4].map((quarter) => periodName(quarterPeriod(2024, quarter)))).toEqual([1, 2, 3, 4].map((quarter) => ({ is: 'quarter', year: 2024, quarter })));
    expect(periodName({ fromDay: '2024-01-01', toDay: '2024-03-30' })).toEqual({ is: 'days' });
  });
});

describe('a text', () => {
  it('is paragraphs between empty lines, and points that begin with a dash', () => {
    expect(blocksOfText(' Uno\nsigue.\n\n\nDos:\n- a\n• b\n')).toEqual([
      { is: 'paragraph', text: 'Uno sigue.' }, { is: 'paragraph', text: 'Dos:' }, { is: 'points', points: ['a', 'b'] }]);
    expect(blocksOfText(' \n\n ')).toEqual([]);
  });
});

describe('a code', () => {
  it('is read as it was printed, and as people type it', () => {
    const code = codeOf(Uint8Array.from([0, 1, 31, 32, 40, 255, 9, 10, 18, 20]));
    expect(code).toHaveLength(10);
    expect(readCode(printedCode(code))).toBe(code);
    expect(readCode(` ${code.toLowerCase().replace(/0/g, 'o').replace(/1/g, 'l')} `)).toBe(code);
    expect(readCode('K7Q2M')).toBeNull();
    expect(readCode('K7Q2M9TD4U')).toBeNull();
  });
});
