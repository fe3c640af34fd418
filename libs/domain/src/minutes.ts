import type { Day } from './day.js';
import { problem, type FieldProblem } from './error.js';
import type { Visibility } from './policy.js';

/**
 * Minutes go from draft to circulated to approved. While they are circulated nothing in them changes: those who may read them write
 * observations until the window closes; then, or once every delegation has agreed, the presidency approves. Approved they are
 * read only, and are reopened with a reason alone.
 */
export const MINUTES_STATES = ['draft', 'circulated', 'approved'] as const;
export type MinutesState = (typeof MINUTES_STATES)[number];

export const OBSERVATION_OUTCOMES = ['accepted', 'rejected', 'answered'] as const;
export type ObservationOutcome = (typeof OBSERVATION_OUTCOMES)[number];

/** Days for which a window may stand open, the day of circulation included. */
export const LONGEST_WINDOW = 90;

/** Is the window for observations open? Its last day is included. */
export const windowOpen = (until: Day | null, today: Day): boolean => until !== null && today <= until;

export interface Round {
  state: MinutesState;
  observationsUntil: Day | null;
  /** Delegations that were asked and have agreed. Nobody asked: agreeing ends no window. */
  asked: number;
  agreed: number;
  /** Observations without an answer. */
  unanswered: number;
}

/** What keeps the presidency from approving: none, the wrong state, a window that is open, observations without an answer. */
export function approvalProblems({ state, observationsUntil, asked, agreed, unanswered }: Round, today: Day): FieldProblem[] {
  if (state === 'approved') return [problem('', 'read_only')];
  if (state !== 'circulated') return [problem('', 'wrong_stage')];
  const everybody = asked > 0 && agreed >= asked;
  return [
    ...(windowOpen(observationsUntil, today) && !everybody ? [problem('', 'window_open', { day: observationsUntil! })] : []),
    ...(unanswered > 0 ? [problem('', 'observations_unanswered', { count: unanswered })] : []),
  ];
}

/** How a decision is called. What few may read is counted by itself, so that no number betrays a hidden one by its absence. */
export function decisionLabel(visibility: Visibility | null, number: number): string {
  if (visibility === 'country') return `R${number}`;
  return visibility === 'secretariat' ? `S${number}` : String(number);
}

/** A part may be for fewer than its meeting, never for more: null is as the meeting. */
export const PART_VISIBILITIES = ['country', 'secretariat'] as const;
export type PartVisibility = (typeof PART_VISIBILITIES)[number];

const STRICTNESS = ['country', 'secretariat'];

/** The stricter of two; null gives way. */
export const stricter = (a: PartVisibility | null, b: PartVisibility | null): PartVisibility | null =>
  STRICTNESS.indexOf(a ?? '') >= STRICTNESS.indexOf(b ?? '') ? a : b;
