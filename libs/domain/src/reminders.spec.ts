import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from './day.js';
import { canRead, type Role, type Visibility } from './policy.js';
import { digestPeriod, remindersOn, worthTelling, type Account, type ReminderFacts } from './reminders.js';

const account = (userId: string, role: Role, country: string | null = null): Account => ({ userId, role, country });
const OFFICE = account('office', 'secretariat');
const SECOND = account('second', 'secretariat');
const HN = account('hn', 'delegate', 'HN');
const GT = account('gt', 'delegate', 'GT');
const PRESIDENCY = account('presidency', 'presidency');
const OBSERVER = account('observer', 'observer');
const EVERYBODY = [OFFICE, SECOND, HN, GT, PRESIDENCY, OBSERVER, account('admin', 'admin')];
const TODAY = '2026-03-10';

const facts = (given: Partial<ReminderFacts>): ReminderFacts => ({ agreements: [], commitments: [], minutes: [], evidence: [], organisations: [], ...given });
const open = { visibility: 'coalition' as Visibility, country: null as string | null };
const agreement = (effectiveTo: string, more = {}) => facts({ agreements: [{ id: 'a', ...open, effectiveTo, responsibleId: null, ...more }] });
const commitment = (dueOn: string | null, more = {}) =>
  facts({ commitments: [{ id: 'c', ...open, dueOn, owerIds: ['hn'], fulfilledOn: null, fulfilledBy: null, ownerUserId: null, verifierId: null, ...more }] });
const whom = (given: ReminderFacts, day = TODAY) => remindersOn(day, given, EVERYBODY).map(({ userId }) => userId).sort();
const threshold = (given: ReminderFacts, day = TODAY) => [...new Set(remindersOn(day, given, EVERYBODY).map((each) => each.threshold))];

describe('an agreement that ends', () => {
  it.each([[91, []], [90, [90]], [61, [90]], [60, [60]], [31, [60]], [30, [30]], [16, [30]], [15, [15]], [0, [15]], [-1, []]])('in %i days: threshold %j', (days, expected) => {
    expect(threshold(agreement(addDays(TODAY, days)))).toEqual(expected);
  });
  it('is told to its responsible person, the secretariat and its country\'s delegate', () => {
    expect(whom(agreement('2026-04-01', { country: 'HN', responsibleId: 'presidency' }))).toEqual(['hn', 'office', 'presidency', 'second']);
  });
  it('tells a responsible person of the secretariat once', () => expect(whom(agreement('2026-04-01', { responsibleId: 'office' }))).toEqual(['office', 'second']));
  it('is not told to a responsible person who may not see it', () => {
    expect(whom(agreement('2026-04-01', { visibility: 'secretariat', responsibleId: 'hn', country: 'HN' }))).toEqual(['office', 'second']);
  });
  it('is another cause once its end has moved', () => {
    const cause = (to: string) => remindersOn(TODAY, agreement(to), [OFFICE])[0]!.cause;
    expect(cause('2026-04-01')).not.toBe(cause('2026-04-02'));
  });
});

describe('a commitment', () => {
  it.each([[8, []], [7, [7]], [1, [7]], [0, [0]], [-1, [-1]], [-400, [-1]]])('due in %i days: threshold %j', (days, expected) => {
    expect(threshold(commitment(addDays(TODAY, days)))).toEqual(expected);
  });
  it('is told a week before to whoever owes it alone', () => expect(whom(commitment('2026-03-15'))).toEqual(['hn']));
  it('is told from its day on to those who follow it up, and to its verifier', () => {
    expect(whom(commitment(TODAY, { country: 'GT', verifierId: 'presidency' }))).toEqual(['gt', 'hn', 'office', 'presidency', 'second']);
  });
  it('without a day is nobody\'s reminder', () => expect(whom(commitment(null))).toEqual([]));
  it('that is fulfilled waits for a verifier who neither owed nor fulfilled it', () => {
    const done = { fulfilledOn: '2026-03-01', fulfilledBy: 'office', ownerUserId: 'second', country: 'HN' };
    expect(whom(commitment('2026-02-01', done))).toEqual(['hn']);
    expect(whom(commitment('2026-02-01', { ...done, ownerUserId: null, verifierId: 'second' }))).toEqual(['second']);
  });
});

describe('minutes', () => {
  const minutes = (more = {}) => facts({ minutes: [{ id: 'm', ...open, state: 'draft' as const, since: '2026-03-09', approvableFrom: null, writerId: 'hn', ...more }] });
  it('in draft wait for the secretariat and their writer from the day after the meeting', () => {
    expect(whom(minutes({ country: 'HN' }))).toEqual(['hn', 'office', 'second']);
    expect(whom(minutes({ since: TODAY }))).toEqual([]);
  });
  it('do not wait for a writer who may not circulate them any more', () => expect(whom(minutes({ writerId: 'observer' }))).toEqual(['office', 'second']));
  it('circulated wait for the presidency once the time for observations is over', () => {
    expect(whom(minutes({ state: 'circulated', approvableFrom: '2026-03-11' }))).toEqual([]);
    expect(whom(minutes({ state: 'circulated', approvableFrom: TODAY }))).toEqual(['presidency']);
  });
});

it('evidence waits for those who may verify it, never for whoever added it', () => {
  const evidence = (more = {}) => facts({ evidence: [{ id: 'e', ...open, proves: 'agreement' as const, provesId: 'a', addedBy: 'office', ...more }] });
  expect(whom(evidence())).toEqual(['second']);
  expect(whom(evidence({ addedBy: 'hn' }))).toEqual(['office', 'second']);
});

it('an organisation is to be confirmed by its relationship owner after a year', () => {
  const organisation = (confirmedOn: string | null, more = {}) => facts({ organisations: [{ id: 'o', ...open, ownerId: 'hn', confirmedOn, recordedOn: '2020-01-01', ...more }] });
  expect(whom(organisation('2025-03-10'))).toEqual([]);
  expect(whom(organisation('2025-03-09'))).toEqual(['hn']);
  expect(whom(organisation(null))).toEqual(['hn']);
  expect(whom(organisation(null, { recordedOn: '2026-01-01' }))).toEqual([]);
  expect(whom(organisation(null, { ownerId: null }))).toEqual([]);
});

it('where the secretariat has no account, whoever administers stands in', () => {
  expect(remindersOn(TODAY, agreement('2026-04-01'), [account('admin', 'admin'), OBSERVER]).map(({ userId }) => userId)).toEqual(['admin']);
});

it('never tells anybody of what they may not read, and nothing twice', () => {
  const id = fc.constantFrom(...EVERYBODY.map(({ userId }) => userId), null);
  const owned = { id: fc.uuid(), visibility: fc.constantFrom<Visibility>('public', 'coalition', 'country', 'secretariat'), country: fc.constantFrom('HN', 'GT') };
  const day = fc.integer({ min: -100, max: 100 }).map((days) => addDays(TODAY, days));
  fc.assert(fc.property(fc.record({
    agreements: fc.array(fc.record({ ...owned, effectiveTo: day, responsibleId: id })),
    commitments: fc.array(fc.record({ ...owned, dueOn: day, owerIds: fc.array(fc.constantFrom('hn', 'observer', 'office')), fulfilledOn: fc.option(day), fulfilledBy: id, ownerUserId: id, verifierId: id })),
    minutes: fc.array(fc.record({ ...owned, state: fc.constantFrom<'draft' | 'circulated'>('draft', 'circulated'), since: day, approvableFrom: fc.option(day), writerId: id })),
    evidence: fc.array(fc.record({ ...owned, proves: fc.constantFrom<'agreement' | 'activity'>('agreement', 'activity'), provesId: fc.uuid(), addedBy: id })),
    organisations: fc.array(fc.record({ ...owned, ownerId: id, confirmedOn: fc.option(day), recordedOn: day })),
  }), (given) => {
    const told = remindersOn(TODAY, given, EVERYBODY);
    const records = new Map(Object.values(given).flat().flatMap((each) => [[each.id, each], ...('provesId' in each ? [[each.provesId, each] as const] : [])] as [string, (typeof each)][]));
    for (const { userId, subjectId } of told) expect(canRead(EVERYBODY.find((each) => each.userId === userId)!, records.get(subjectId)!)).toBe(true);
    expect(new Set(told.map((each) => JSON.stringify([each.userId, each.kind, each.subjectId, each.cause]))).size).toBe(told.length);
  }), { numRuns: 200 });
});

describe('a digest', () => {
  const at = (day: string, hour: number) => ({ day, hour });
  it('is due each day from seven on', () => {
    expect(digestPeriod('daily', at('2026-03-10', 6), '2026-01-01')).toBeNull();
    expect(digestPeriod('daily', at('2026-03-10', 7), '2026-01-01')).toEqual({ key: 'daily 2026-03-10', from: '2026-03-10' });
  });
  it('is due each week from Monday at seven on, later when nobody was there', () => {
    expect(digestPeriod('weekly', at('2026-03-09', 6), '2026-01-01')).toBeNull();
    for (const [day, hour] of [['2026-03-09', 7], ['2026-03-11', 3], ['2026-03-15', 23]] as const) expect(digestPeriod('weekly', at(day, hour), '2026-01-01')?.key).toBe('weekly 2026-03-09');
    expect(digestPeriod('weekly', at('2026-03-16', 9), '2026-01-01')?.key).toBe('weekly 2026-03-16');
  });
  it('is not due for whoever chose never, nor for a period before the account', () => {
    expect(digestPeriod('never', at('2026-03-10', 12), '2026-01-01')).toBeNull();
    expect(digestPeriod('weekly', at('2026-03-12', 12), '2026-03-10')).toBeNull();
  });
  it('tells daily what is new, weekly what waits', () => {
    expect([worthTelling('daily', { waiting: 3, fresh: 0 }), worthTelling('daily', { waiting: 3, fresh: 1 }), worthTelling('weekly', { waiting: 3, fresh: 0 }), worthTelling('weekly', { waiting: 0, fresh: 0 }), worthTelling('never', { waiting: 3, fresh: 3 })])
      .toEqual([false, true, true, false, false]);
  });
});
