import { type Day, daysBetween } from './day.js';

export const PROGRESS_LIGHTS = ['met', 'on_track', 'at_risk', 'behind', 'none'] as const;
export type ProgressLight = (typeof PROGRESS_LIGHTS)[number];

export const FRESHNESS_LIGHTS = ['fresh', 'ageing', 'stale', 'never'] as const;
export type FreshnessLight = (typeof FRESHNESS_LIGHTS)[number];

/** What was to be reached by when, as a share of the way from baseline to target (0 to 1). */
export interface Milestone {
  on: Day;
  share: number;
}

export interface Measure {
  /** Null: no data, which is grey and never red. */
  value: number | null;
  baseline: number | null;
  /** Null: no target. */
  target: number | null;
  /** The expected share of the way today, 0 to 1. */
  expected: number;
}

export interface Progress {
  light: ProgressLight;
  /** (value − baseline) / (target − baseline); null where it cannot be said. Falling targets work alike. */
  share: number | null;
}

const ON_TRACK = 0.9;
const AT_RISK = 0.7;
/** 0.9 × 0.64 is 0.5760000000000001 to a computer: the boundary itself must not fall on the wrong side. */
const EPSILON = 1e-9;

/** How far an indicator is on its way: met when all of it is done, else by its share of what was expected by now. */
export function progressOf({ value, baseline, target, expected }: Measure): Progress {
  if (value === null || target === null) return { light: 'none', share: null };
  const start = baseline ?? 0;
  // Nothing to gain, only to keep.
  if (target === start) return value >= target ? { light: 'met', share: 1 } : { light: 'behind', share: null };
  const share = (value - start) / (target - start);
  if (share >= 1 - EPSILON) return { light: 'met', share };
  // Before anything is expected nothing is late, unless it went backwards.
  if (expected <= 0) return { light: share >= 0 ? 'on_track' : 'behind', share };
  const ratio = share / expected + EPSILON;
  return { light: ratio >= ON_TRACK ? 'on_track' : ratio >= AT_RISK ? 'at_risk' : 'behind', share };
}

/**
 * The share of the way expected on a day: straight lines between milestones, from 0 at the start to 1 at the end. Without
 * milestones one straight line. 0 before the start, 1 after the end.
 */
export function expectedShare(start: Day, end: Day, day: Day, milestones: readonly Milestone[] = []): number {
  if (day <= start) return 0;
  if (day >= end) return 1;
  const inner = milestones.filter(({ on }) => on > start && on < end).sort((a, b) => (a.on < b.on ? -1 : 1));
  const points = [{ on: start, share: 0 }, ...inner, { on: end, share: 1 }];
  const next = points.findIndex(({ on }) => on > day);
  const [left, right] = [points[next - 1], points[next]];
  if (!left || !right) return 1;
  return left.share + (right.share - left.share) * (daysBetween(left.on, day) / daysBetween(left.on, right.on));
}

/** When a record was last confirmed: under a year fresh, from one year on ageing, from two on stale; unknown is never. */
export function freshnessOf(confirmedOn: Day | null, today: Day): FreshnessLight {
  if (confirmedOn === null) return 'never';
  if (today >= anniversary(confirmedOn, 2)) return 'stale';
  return today >= anniversary(confirmedOn, 1) ? 'ageing' : 'fresh';
}

// 29 February has its anniversary on 1 March: as text '2025-02-29' sorts just so.
const anniversary = (day: Day, years: number): Day => `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`;
