import type { Day } from './day.js';
import { type FieldProblem, problem } from './error.js';
import { periodProblems, textProblems } from './field-problems.js';
import { type ProgressLight, stockProgress } from './progress.js';

/** `constrained`: hindered by a cause outside the coalition. It and `cancelled` are said by hand, whatever is linked. */
export const MATRIX_STATES = ['planned', 'under_way', 'done', 'constrained', 'cancelled'] as const;
export type MatrixState = (typeof MATRIX_STATES)[number];

/** What of the register advances a row of the matrix. */
export const LINK_KINDS = ['activity', 'meeting', 'dissemination', 'proposal'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** What an adjustment changed. */
export const ADJUSTMENT_KINDS = ['dates', 'activity', 'responsible', 'goal', 'other'] as const;
export type AdjustmentKind = (typeof ADJUSTMENT_KINDS)[number];

/** Linked records of one kind: done, and all that were not called off. */
export interface LinkCount {
  kind: LinkKind;
  done: number;
  total: number;
}

/** What is stored of a row and says how far it is. */
export interface RowFacts {
  /** 0 to 100 by hand; null: derived from what is linked. */
  progress: number | null;
  state: MatrixState;
  /** How many linked records make the row whole; null: those that are linked. */
  expectedCount: number | null;
  currentFrom: Day;
  currentTo: Day;
  linked: readonly LinkCount[];
}

export interface Advance {
  /** 0 to 100, whole; null: nothing is linked and nothing was said by hand. */
  value: number | null;
  byHand: boolean;
  /** Linked records done, and how many make the row whole. */
  done: number;
  total: number;
  state: MatrixState;
  light: ProgressLight;
  /** The share of its days that is gone, 0 to 100, whole. */
  expected: number;
}

/**
 * How far a row is, on a day. By hand it is what was said; else the linked records done of those that make it whole. What is linked
 * moves the state on from planned, never back, and never away from what somebody said: constrained, cancelled, done.
 */
export function advanceOf(row: RowFacts, day: Day): Advance {
  const done = sum(row.linked.map((each) => each.done));
  const total = Math.max(sum(row.linked.map((each) => each.total)), row.expectedCount ?? 0);
  const byHand = row.progress !== null;
  const value = byHand ? row.progress : total === 0 ? null : Math.floor((done / total) * 100);
  const state = byHand ? row.state : movedOn(row.state, done, total);
  const measured = stockProgress(value, day, { on: row.currentFrom, value: 0 }, [{ on: row.currentTo, value: 100 }]);
  const light = state === 'constrained' || state === 'cancelled' ? 'none' : measured.light;
  return { value, byHand, done, total, state, light, expected: Math.round((measured.expected ?? (day > row.currentTo ? 1 : 0)) * 100) };
}

function movedOn(state: MatrixState, done: number, total: number): MatrixState {
  if (state !== 'planned' && state !== 'under_way') return state;
  if (total > 0 && done >= total) return 'done';
  return done > 0 ? 'under_way' : state;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

export const LARGEST_EXPECTED = 10_000;
export const LONGEST_NOTE = 4000;

/** What is written of a row, whole: absent fields as they were. */
export interface MatrixDraft {
  /** A row of a country words its own part; null for the regional one, which the strategy words. */
  label: string | null;
  country: string | null;
  actualFrom: Day | null;
  actualTo: Day | null;
  responsibleRole: string;
  coResponsible: string;
  progress: number | null;
  expectedCount: number | null;
  state: string;
  observations: string;
  assumptions: string;
  meansOfVerification: string;
  rating: number | null;
}

/** Problems of a row by itself: numbers out of range, days that end before they start or are still to come, texts too long. */
export function matrixProblems(row: MatrixDraft, today: Day): FieldProblem[] {
  return [
    ...textProblems('label', row.label, { max: 500, required: row.country !== null }),
    ...periodProblems(['actualFrom', row.actualFrom], ['actualTo', row.actualTo]),
    ...(row.actualFrom !== null && row.actualFrom > today ? [problem('actualFrom', 'day_in_future')] : []),
    ...(row.actualTo !== null && row.actualTo > today ? [problem('actualTo', 'day_in_future')] : []),
    ...(row.actualTo !== null && row.actualFrom === null ? [problem('actualFrom', 'required')] : []),
    ...textProblems('responsibleRole', row.responsibleRole, { max: 300 }),
    ...textProblems('coResponsible', row.coResponsible, { max: 500 }),
    ...within('progress', row.progress, 0, 100),
    ...within('expectedCount', row.expectedCount, 1, LARGEST_EXPECTED),
    ...within('rating', row.rating, 1, 5),
    ...((MATRIX_STATES as readonly string[]).includes(row.state) ? [] : [problem('state', 'not_a_choice')]),
    ...(['observations', 'assumptions', 'meansOfVerification'] as const).flatMap((field) => textProblems(field, row[field], { max: LONGEST_NOTE })),
  ];
}

/** Problems of an adjustment: what was changed, and why, must be said. */
export function adjustmentProblems({ kind, what, why }: { kind: string; what: string; why: string }): FieldProblem[] {
  return [
    ...((ADJUSTMENT_KINDS as readonly string[]).includes(kind) ? [] : [problem('kind', 'not_a_choice')]),
    ...textProblems('what', what, { max: 1000, required: true }),
    ...textProblems('why', why, { max: 2000, required: true }),
  ];
}

function within(path: string, value: number | null, min: number, max: number): FieldProblem[] {
  if (value === null) return [];
  if (!Number.isInteger(value)) return [problem(path, 'not_a_number')];
  return value < min || value > max ? [problem(path, 'number_out_of_range', { min, max })] : [];
}
