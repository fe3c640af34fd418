import { describe, expect, it } from '@jest/globals';
import { contentCoverage, type PlanEntry, type Sending } from './content-coverage.js';

const entry = (input: Partial<PlanEntry>): PlanEntry => ({ code: 'state.message.1', audience: 'state', kind: 'message', term: null, every: 'once', fromYear: 2021, toYear: 2025, ...input });
const sending = (sentOn: string, input: Partial<Sending> = {}): Sending => ({ id: sentOn, audience: 'state', planEntry: null, product: null, medium: 'email', sentOn, ...input });
const PLAN_YEARS = { from: '2021-01-01', to: '2025-12-31' };
const TODAY = '2026-11-25';
const bulletin = entry({ code: 'state.product.1', kind: 'product', term: 'quarterly_bulletin', every: 'quarter' });

describe('the coverage of the content plan', () => {
  it('says of each audience what was due and what of it was done', () => {
    const plan = [entry({}), entry({ code: 'state.message.2' }), entry({ code: 'state.medium.1', kind: 'medium', term: 'email' })];
    const [state] = contentCoverage(plan, [sending('2024-05-02', { planEntry: 'state.message.1' })], PLAN_YEARS, TODAY);
    expect(state).toMatchObject({ audience: 'state', due: 3, met: 2, share: 2 / 3, sent: 1 });
    expect(state!.entries.map(({ code, sent, gaps }) => [code, sent, gaps])).toEqual([['state.message.1', 1, []], ['state.message.2', 0, ['']], ['state.medium.1', 1, []]]);
  });

  it('asks a quarterly product of each quarter, and a yearly one of each year', () => {
    const yearly = entry({ code: 'state.product.2', kind: 'product', term: 'annual_report', every: 'year', fromYear: 2024 });
    const sent = [sending('2024-03-31', { product: 'quarterly_bulletin' }), sending('2024-10-01', { product: 'quarterly_bulletin' }), sending('2025-01-09', { product: 'annual_report' })];
    const [state] = contentCoverage([bulletin, yearly], sent, { from: '2024-01-01', to: '2024-12-31' }, TODAY);
    expect(state!.entries[0]).toMatchObject({ due: 4, met: 2, gaps: ['2024-Q2', '2024-Q3'], lastOn: '2024-10-01' });
    expect(state!.entries[1]).toMatchObject({ due: 1, met: 0, gaps: ['2024'] });
  });

  it('holds nothing against a quarter that is not over, and credits one in which something was sent already', () => {
    const due = (sendings: Sending[]) => contentCoverage([bulletin], sendings, { from: '2025-01-01', to: '2025-12-31' }, '2025-05-10')[0]!.entries[0]!;
    expect(due([])).toMatchObject({ due: 1, met: 0, gaps: ['2025-Q1'] });
    expect(due([sending('2025-04-02', { product: 'quarterly_bulletin' })])).toMatchObject({ due: 2, met: 1, gaps: ['2025-Q1'] });
  });

  it('asks what is due once of the whole plan, not of one of its years', () => {
    const inOneYear = contentCoverage([entry({})], [sending('2024-02-01', { planEntry: 'state.message.1' })], { from: '2024-01-01', to: '2024-12-31' }, TODAY);
    expect(inOneYear[0]!.entries[0]).toMatchObject({ sent: 1, due: 0, gaps: [] });
  });

  it('asks nothing outside the plan\'s years, nor of what no list names', () => {
    const unnamed = entry({ code: 'state.medium.2', kind: 'medium', term: null });
    const [state] = contentCoverage([bulletin, unnamed], [sending('2026-02-01', { product: 'quarterly_bulletin' })], { from: '2026-01-01', to: '2026-12-31' }, TODAY);
    expect(state).toMatchObject({ due: 0, met: 0, share: null, sent: 1 });
    expect(state!.entries[0]).toMatchObject({ sent: 1, due: 0, gaps: [] });
  });

  it('keeps the audiences apart', () => {
    const plan = [entry({}), entry({ code: 'forum.medium.1', audience: 'forum', kind: 'medium', term: 'email' })];
    const covered = contentCoverage(plan, [sending('2023-01-01')], PLAN_YEARS, TODAY);
    expect(covered.map(({ audience, met }) => [audience, met])).toEqual([['state', 0], ['forum', 0]]);
  });
});
