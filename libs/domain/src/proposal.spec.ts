import { describe, expect, it } from '@jest/globals';
import { proposalProblems, proposalTotals, proposalVerbProblems, proposalVerbs, verbBetween } from './proposal.js';

const draft = { title: 'Atención a sobrevivientes', amount: 250_000, currency: 'USD', deadline: '2026-12-15', partners: [] };
const partner = (organisationId: string, role: string) => ({ organisationId, role });

describe('a proposal', () => {
  it('is submitted once, decided after it, and can go back to drafting', () => {
    expect(proposalVerbs('drafting')).toEqual(['submit', 'withdraw']);
    expect(proposalVerbs('submitted')).toEqual(['decide', 'withdraw', 'reopen']);
    expect(proposalVerbs('approved')).toEqual(['reopen']);
    expect(proposalVerbProblems('submit', { stage: 'approved', submittedOn: '2026-01-01' }, '2026-02-01', '2026-11-24')).toEqual([{ path: '', problem: 'wrong_stage' }]);
  });

  it('is decided on or after the day of its submission, and never on a day to come', () => {
    const submitted = { stage: 'submitted', submittedOn: '2026-05-10' } as const;
    expect(proposalVerbProblems('decide', submitted, '2026-05-10', '2026-11-24')).toEqual([]);
    expect(proposalVerbProblems('decide', submitted, '2026-05-09', '2026-11-24')).toEqual([{ path: 'on', problem: 'end_before_start', values: { start: '2026-05-10' } }]);
    expect(proposalVerbProblems('decide', submitted, '2026-11-25', '2026-11-24')).toEqual([{ path: 'on', problem: 'day_in_future' }]);
    expect(proposalVerbProblems('decide', submitted, '2026-02-30', '2026-11-24')).toEqual([{ path: 'on', problem: 'not_a_day' }]);
  });

  it('names the currency of its amount', () => {
    expect(proposalProblems(draft)).toEqual([]);
    expect(proposalProblems({ ...draft, amount: null, currency: null })).toEqual([]);
    expect(proposalProblems({ ...draft, currency: null })).toEqual([{ path: 'currency', problem: 'required' }]);
    expect(proposalProblems({ ...draft, amount: null })).toEqual([{ path: 'amount', problem: 'required' }]);
    expect(proposalProblems({ ...draft, currency: 'dólares' })).toEqual([{ path: 'currency', problem: 'not_a_choice' }]);
    expect(proposalProblems({ ...draft, amount: -1 })[0]).toMatchObject({ path: 'amount', problem: 'number_out_of_range' });
    expect(proposalProblems({ ...draft, amount: 0 })).toEqual([]);
  });

  it('has a partner once in each role', () => {
    expect(proposalProblems({ ...draft, partners: [partner('a', 'funder'), partner('a', 'co_author')] })).toEqual([]);
    expect(proposalProblems({ ...draft, partners: [partner('a', 'funder'), partner('a', 'funder')] })).toEqual([{ path: 'partners.1', problem: 'duplicate_entry' }]);
    expect(proposalProblems({ ...draft, partners: [partner('a', 'friend')] })).toEqual([{ path: 'partners.0.role', problem: 'not_a_choice' }]);
  });
});

describe('all proposals together', () => {
  it('succeed by what funders answered, each currency by itself', () => {
    const totals = proposalTotals([
      { stage: 'approved', currency: 'USD', count: 2, amount: 490_000 }, { stage: 'approved', currency: 'EUR', count: 1, amount: 80_000 },
      { stage: 'rejected', currency: null, count: 1, amount: 0 }, { stage: 'withdrawn', currency: 'USD', count: 5, amount: 1 },
    ]);
    expect(totals).toMatchObject({ decided: 4, approved: 3, successRate: 0.75 });
    expect(totals.byStage.find(({ stage }) => stage === 'approved')).toEqual({ stage: 'approved', count: 3, amounts: [{ currency: 'EUR', amount: 80_000 }, { currency: 'USD', amount: 490_000 }] });
    expect(totals.byStage.find(({ stage }) => stage === 'rejected')).toEqual({ stage: 'rejected', count: 1, amounts: [] });
  });

  it('have no rate of success before the first answer', () => {
    expect(proposalTotals([{ stage: 'submitted', currency: 'USD', count: 3, amount: 10 }]).successRate).toBeNull();
  });

  it('go from stage to stage by the verbs, and by none where no single step leads', () => {
    expect([verbBetween('drafting', 'submitted'), verbBetween('submitted', 'rejected'), verbBetween('approved', 'drafting')]).toEqual(['submit', 'decide', 'reopen']);
    expect([verbBetween('drafting', 'approved'), verbBetween('approved', 'submitted'), verbBetween('rejected', 'withdrawn'), verbBetween('drafting', 'drafting')]).toEqual([null, null, null, null]);
  });
});
