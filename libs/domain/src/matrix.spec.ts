import { describe, expect, it } from '@jest/globals';
import { adjustmentProblems, advanceOf, matrixProblems, type LinkCount, type MatrixDraft, type RowFacts } from './matrix.js';

const DAY = '2026-07-02';
const row = (given: Partial<RowFacts> = {}): RowFacts =>
  ({ progress: null, state: 'planned', expectedCount: null, currentFrom: '2026-01-01', currentTo: '2026-12-31', linked: [], ...given });
const activities = (done: number, total: number): LinkCount => ({ kind: 'activity', done, total });

describe('how far a row of the matrix is', () => {
  it('is the linked records done of those linked, and moves the state on', () => {
    expect(advanceOf(row({ linked: [activities(2, 3)] }), DAY)).toMatchObject({ value: 66, byHand: false, done: 2, total: 3, state: 'under_way' });
    expect(advanceOf(row({ linked: [activities(2, 2), { kind: 'dissemination', done: 1, total: 1 }] }), DAY)).toMatchObject({ value: 100, done: 3, total: 3, state: 'done', light: 'met' });
    expect(advanceOf(row({ linked: [activities(0, 4)] }), DAY)).toMatchObject({ value: 0, state: 'planned' });
  });

  it('is measured against how many are expected, when more are than were linked so far', () => {
    expect(advanceOf(row({ expectedCount: 8, linked: [activities(2, 3)] }), DAY)).toMatchObject({ value: 25, done: 2, total: 8, state: 'under_way' });
    expect(advanceOf(row({ expectedCount: 2, linked: [activities(3, 4)] }), DAY)).toMatchObject({ value: 75, total: 4 });
    expect(advanceOf(row({ expectedCount: 5 }), DAY)).toMatchObject({ value: 0, done: 0, total: 5, state: 'planned' });
  });

  it('by hand stays by hand, whatever is linked', () => {
    expect(advanceOf(row({ progress: 40, state: 'planned', linked: [activities(3, 3)] }), DAY)).toMatchObject({ value: 40, byHand: true, state: 'planned', done: 3, total: 3 });
    expect(advanceOf(row({ progress: 0 }), DAY)).toMatchObject({ value: 0, byHand: true });
  });

  it('is not known when nothing is linked and nothing was said: grey, never red', () => {
    expect(advanceOf(row(), DAY)).toMatchObject({ value: null, total: 0, state: 'planned', light: 'none' });
  });

  it('leaves what somebody said: constrained by an outside cause, cancelled, done', () => {
    for (const state of ['constrained', 'cancelled', 'done'] as const) expect(advanceOf(row({ state, linked: [activities(1, 3)] }), DAY).state).toBe(state);
    expect(advanceOf(row({ state: 'constrained', progress: 10 }), DAY).light).toBe('none');
  });

  it('has the light of its share of the days gone', () => {
    const light = (progress: number) => advanceOf(row({ progress }), DAY).light;
    expect(advanceOf(row({ progress: 50 }), DAY).expected).toBe(50);
    expect([light(100), light(50), light(45), light(36), light(20)]).toEqual(['met', 'on_track', 'on_track', 'at_risk', 'behind']);
    expect(advanceOf(row({ progress: 0 }), '2025-12-31')).toMatchObject({ light: 'on_track', expected: 0 });
    expect(advanceOf(row({ progress: 99 }), '2027-03-01')).toMatchObject({ light: 'on_track', expected: 100 });
  });

  it('is never rounded up to done', () => expect(advanceOf(row({ linked: [activities(299, 300)] }), DAY).value).toBe(99));

  it('has a light also when it begins and ends on one day', () => {
    const oneDay = (progress: number, day: string) => advanceOf(row({ progress, currentFrom: DAY, currentTo: DAY }), day).expected;
    expect([oneDay(0, '2026-07-01'), oneDay(0, '2026-07-03')]).toEqual([0, 100]);
  });
});

const draft: MatrixDraft = {
  label: null, country: null, actualFrom: null, actualTo: null, responsibleRole: '', coResponsible: '', progress: null, expectedCount: null, state: 'planned',
  observations: '', assumptions: '', meansOfVerification: '', rating: null,
};

describe('what cannot be written of a row', () => {
  it('a country\'s row without words of its own', () => {
    expect(matrixProblems(draft, DAY)).toEqual([]);
    expect(matrixProblems({ ...draft, country: 'HN' }, DAY)).toEqual([{ path: 'label', problem: 'required' }]);
  });

  it('days that end before they start, are to come, or have no start', () => {
    expect(matrixProblems({ ...draft, actualFrom: '2026-05-02', actualTo: '2026-05-01' }, DAY)).toEqual([{ path: 'actualTo', problem: 'end_before_start', values: { start: '2026-05-02' } }]);
    expect(matrixProblems({ ...draft, actualFrom: '2026-07-03' }, DAY)).toEqual([{ path: 'actualFrom', problem: 'day_in_future' }]);
    expect(matrixProblems({ ...draft, actualTo: '2026-05-01' }, DAY)).toEqual([{ path: 'actualFrom', problem: 'required' }]);
  });

  it('numbers out of range or not whole', () => {
    expect(matrixProblems({ ...draft, progress: 101, rating: 0, expectedCount: 0 }, DAY).map(({ path, problem }) => [path, problem])).toEqual([
      ['progress', 'number_out_of_range'], ['expectedCount', 'number_out_of_range'], ['rating', 'number_out_of_range']]);
    expect(matrixProblems({ ...draft, progress: 12.5 }, DAY)).toEqual([{ path: 'progress', problem: 'not_a_number' }]);
    expect(matrixProblems({ ...draft, progress: 0 }, DAY)).toEqual([]);
  });

  it('a state that is none', () => expect(matrixProblems({ ...draft, state: 'late' }, DAY)).toEqual([{ path: 'state', problem: 'not_a_choice' }]));
});

it('an adjustment says what and why', () => {
  expect(adjustmentProblems({ kind: 'dates', what: 'Cierre a marzo', why: 'El financiamiento llegó tarde' })).toEqual([]);
  expect(adjustmentProblems({ kind: 'mood', what: ' ', why: '' }).map(({ path }) => path)).toEqual(['kind', 'what', 'why']);
});
