import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from './day.js';
import { agreementHealth, type Bond, commitmentsHealth, contactHealth, type Promised } from './partnership-health.js';

const TODAY = '2026-11-24';
const ago = (days: number) => addDays(TODAY, -days);

describe('recency of contact', () => {
  it.each([[0, 'good', 'recent'], [90, 'good', 'recent'], [91, 'attention', 'cooling'], [180, 'attention', 'cooling'], [181, 'bad', 'cold']])(
    'of %i days is %s, %s', (days, light, state) => expect(contactHealth(ago(days), TODAY)).toEqual({ light, state, days }));

  it('is grey when they were never met', () => expect(contactHealth(null, TODAY)).toEqual({ light: 'none', state: 'never', days: null }));
});

describe('commitments kept', () => {
  const kept = (dueOn: string, fulfilledOn = dueOn): Promised => ({ dueOn, fulfilledOn });
  const open = (dueOn: string | null): Promised => ({ dueOn, fulfilledOn: null });

  it('tells four of five kept, one overdue by 12 days', () => {
    const promises = [kept(ago(10)), kept(ago(40)), kept(ago(80)), kept(ago(364)), open(ago(12))];
    expect(commitmentsHealth(promises, TODAY)).toEqual({ light: 'attention', due: 5, kept: 4, late: 0, overdue: 1, overdueDays: 12, ahead: 0 });
  });

  it('is good when what fell due in the year was kept in time, three of four at least', () => {
    expect(commitmentsHealth([kept(ago(5)), kept(ago(6)), kept(ago(7)), kept(ago(8), ago(1))], TODAY)).toMatchObject({ light: 'good', late: 1 });
    expect(commitmentsHealth([kept(ago(5)), kept(ago(6)), kept(ago(8), ago(1))], TODAY)).toMatchObject({ light: 'attention', late: 1 });
    expect(commitmentsHealth([kept(ago(8), ago(1)), kept(ago(9), ago(1)), kept(ago(9))], TODAY)).toMatchObject({ light: 'bad', late: 2 });
  });

  it('is bad when one is overdue for more than 30 days, whatever else was kept', () => {
    const rest = Array.from({ length: 9 }, () => kept(ago(20)));
    expect(commitmentsHealth([...rest, open(ago(30))], TODAY)).toMatchObject({ light: 'attention', overdueDays: 30 });
    expect(commitmentsHealth([...rest, open(ago(31))], TODAY)).toMatchObject({ light: 'bad', overdueDays: 31 });
  });

  it('calls nobody bad for one slip of one or two', () => {
    expect(commitmentsHealth([open(ago(6))], TODAY)).toMatchObject({ light: 'attention', due: 1, kept: 0 });
    expect(commitmentsHealth([open(ago(6)), kept(ago(9), ago(1))], TODAY)).toMatchObject({ light: 'attention', due: 2 });
    expect(commitmentsHealth([open(ago(6)), kept(ago(9), ago(1)), kept(ago(9))], TODAY)).toMatchObject({ light: 'bad', due: 3 });
  });

  it('looks a year back, and does not forget what is overdue for longer', () => {
    expect(commitmentsHealth([kept(ago(365))], TODAY)).toMatchObject({ light: 'none', due: 0 });
    expect(commitmentsHealth([open(ago(400))], TODAY)).toMatchObject({ light: 'bad', due: 1, overdue: 1, overdueDays: 400 });
  });

  it('is grey with nothing due; what is due today or later, or never, lies ahead', () => {
    expect(commitmentsHealth([open(TODAY), open(addDays(TODAY, 9)), open(null)], TODAY)).toEqual({ light: 'none', due: 0, kept: 0, late: 0, overdue: 0, overdueDays: null, ahead: 3 });
    expect(commitmentsHealth([kept(TODAY)], TODAY)).toMatchObject({ light: 'good', due: 1, kept: 1 });
  });

  it('never counts one twice: what is due is kept or overdue', () => {
    const day = fc.integer({ min: -500, max: 500 }).map((days) => addDays(TODAY, days));
    const promise = fc.record({ dueOn: fc.option(day, { nil: null }), fulfilledOn: fc.option(fc.integer({ min: -500, max: 0 }).map((days) => addDays(TODAY, days)), { nil: null }) });
    fc.assert(fc.property(fc.array(promise, { maxLength: 12 }), (promises) => {
      const { light, due, kept: done, late, overdue, overdueDays, ahead } = commitmentsHealth(promises, TODAY);
      expect(due).toBe(done + overdue);
      expect(late).toBeLessThanOrEqual(done);
      expect(overdue + ahead).toBe(promises.filter(({ fulfilledOn }) => fulfilledOn === null).length);
      expect(light === 'none').toBe(due === 0);
      expect(overdueDays === null).toBe(overdue === 0);
      if (overdue > 0) expect(light).not.toBe('good');
    }));
  });
});

describe('the state of the agreements', () => {
  const bond = (given: Partial<Bond>): Bond => ({ id: 'a', status: 'in_force', until: null, withdrawnOn: null, endedOn: null, ...given });
  const health = (...bonds: Bond[]) => agreementHealth(bonds, TODAY);

  it('is that of the one in force that ends last; within 90 days it asks for attention', () => {
    expect(health(bond({ until: addDays(TODAY, 90) }))).toEqual({ light: 'attention', state: 'ending', id: 'a', until: addDays(TODAY, 90), days: 90 });
    expect(health(bond({ until: addDays(TODAY, 40) }), bond({ id: 'b', until: addDays(TODAY, 91) }))).toMatchObject({ light: 'good', state: 'in_force', id: 'b', days: 91 });
    expect(health(bond({ until: addDays(TODAY, 400) }), bond({ id: 'open' }))).toEqual({ light: 'good', state: 'in_force', id: 'open', until: null, days: null });
  });

  it('asks for attention when nothing is in force and something is suspended or under way', () => {
    expect(health(bond({ status: 'suspended' }), bond({ status: 'expired', endedOn: ago(3) }))).toMatchObject({ light: 'attention', state: 'suspended' });
    expect(health(bond({ status: 'awaiting_signatures', id: 'new' }), bond({ status: 'expired', endedOn: ago(3) }))).toMatchObject({ light: 'attention', state: 'in_progress', id: 'new' });
  });

  it('is bad when all has ended, and names the one that ended last', () => {
    expect(health(bond({ status: 'expired', endedOn: ago(30), id: 'old' }), bond({ status: 'terminated', endedOn: ago(12), until: addDays(TODAY, 90) })))
      .toEqual({ light: 'bad', state: 'ended', id: 'a', until: ago(12), days: -12 });
  });

  it('does not count what they withdrew from', () => {
    expect(health(bond({ withdrawnOn: ago(5) }))).toMatchObject({ light: 'bad', state: 'ended', days: -5 });
    expect(health(bond({ withdrawnOn: addDays(TODAY, 5) }))).toMatchObject({ light: 'good', state: 'in_force' });
  });

  it('is grey where there never was one, or only a prospect', () => {
    expect(health()).toMatchObject({ light: 'none', state: 'none', id: null });
    expect(health(bond({ status: 'prospect' }))).toMatchObject({ light: 'none', state: 'none' });
  });
});
