import { describe, expect, it } from '@jest/globals';
import { daysOf, eventsOf, monthsAfter, weeksOf, type AgreementDays } from './events.js';

const lasting = (given: Partial<AgreementDays>): AgreementDays => ({ phase: 'in_force', effectiveFrom: null, effectiveTo: null, inForce: [], ...given });
const all = (given: Partial<AgreementDays>) => eventsOf(lasting(given), '2019-01-01', '2030-12-31').map(({ day, kind }) => `${day} ${kind}`);

describe('what happens to an agreement', () => {
  it('is its entry and its end', () => {
    expect(all({ effectiveTo: '2026-12-15', inForce: [{ from: '2023-03-14', to: '2026-12-15' }] })).toEqual(['2023-03-14 enters', '2026-12-15 ends']);
  });

  it('is a pause and its end, told apart from entries and ends', () => {
    expect(all({ inForce: [{ from: '2022-01-10', to: '2024-05-31' }, { from: '2025-01-01', to: null }] }))
      .toEqual(['2022-01-10 enters', '2024-05-31 pauses', '2025-01-01 resumes']);
  });

  it('is a pause also when its framework is suspended and not itself', () => {
    expect(all({ inForce: [{ from: '2022-01-10', to: '2024-05-31' }, { from: '2025-01-01', to: null }] }))
      .toEqual(['2022-01-10 enters', '2024-05-31 pauses', '2025-01-01 resumes']);
    expect(all({ phase: 'suspended', inForce: [{ from: '2022-01-10', to: '2026-05-31' }] })).toEqual(['2022-01-10 enters', '2026-05-31 pauses']);
  });

  it('is the end that a party’s withdrawal made', () => {
    expect(all({ phase: 'terminated', inForce: [{ from: '2022-05-20', to: '2024-06-29' }] })).toEqual(['2022-05-20 enters', '2024-06-29 terminates']);
  });

  it('is its termination, told on the last day before', () => {
    expect(all({ phase: 'terminated', terminatedOn: '2024-09-15', inForce: [{ from: '2021-09-01', to: '2024-09-14' }] })).toEqual(['2021-09-01 enters', '2024-09-14 terminates']);
  });

  it('is the day by which it should be signed, while it is not', () => {
    expect(all({ phase: 'awaiting_signatures', effectiveFrom: '2026-12-16' })).toEqual(['2026-12-16 to_sign']);
    expect(all({ phase: 'signed', effectiveFrom: '2027-01-01', inForce: [{ from: '2027-01-01', to: '2029-12-31' }], effectiveTo: '2029-12-31' })).toEqual(['2027-01-01 enters', '2029-12-31 ends']);
  });

  it('is its last day also when that comes during a pause', () => {
    expect(all({ phase: 'suspended', effectiveTo: '2026-12-31', inForce: [{ from: '2022-12-01', to: '2026-07-31' }] }))
      .toEqual(['2022-12-01 enters', '2026-07-31 pauses', '2026-12-31 ends']);
  });

  it('is only told for the days asked, both included', () => {
    const year = lasting({ effectiveTo: '2026-12-31', inForce: [{ from: '2026-12-01', to: '2026-12-31' }] });
    expect(eventsOf(year, '2026-12-01', '2026-12-31')).toHaveLength(2);
    expect(eventsOf(year, '2026-12-02', '2026-12-30')).toEqual([]);
  });
});

describe('a month', () => {
  it('has weeks that begin on Monday and leave other months out', () => {
    const weeks = weeksOf('2026-11');
    expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-11-01']);
    expect(weeks.flat().filter(Boolean)).toHaveLength(30);
    expect(weeksOf('2021-02').flat()).toHaveLength(28);
  });

  it.each([['2026-12', 1, '2027-01'], ['2026-01', -1, '2025-12'], ['2026-11', 14, '2028-01'], ['2026-03', -27, '2023-12']])('%s and %i months is %s', (month, count, expected) => {
    expect(monthsAfter(month, count)).toBe(expected);
  });

  it('knows its last day', () => expect(daysOf('2024-02')).toEqual(['2024-02-01', '2024-02-29']));
});
