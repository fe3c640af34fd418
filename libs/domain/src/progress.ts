import { type Day, daysBetween, endOfYear, startOfYear, yearOf } from './day.js';

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

/** A value to be reached at the end of a day. */
export interface Waypoint {
  on: Day;
  value: number;
}

/** Progress with what it was measured against. */
export interface MeasuredProgress extends Progress {
  /** The value to be reached; null: none was set. */
  target: number | null;
  /** The share of the way that was expected by the day, 0 to 1; null without a target. */
  expected: number | null;
}

/**
 * A stock on its way from the baseline to the last target; the targets in between are its milestones, straight lines join
 * them. `target` is the last one: an indicator is met when all of it is done.
 */
export function stockProgress(value: number | null, day: Day, baseline: Waypoint, targets: readonly Waypoint[]): MeasuredProgress {
  const path = [...targets].filter(({ on }) => on > baseline.on).sort((a, b) => (a.on < b.on ? -1 : 1));
  const last = path.at(-1);
  if (!last) return { light: 'none', share: null, target: null, expected: null };
  const way = last.value - baseline.value;
  const milestones = way === 0 ? [] : path.map(({ on, value: then }) => ({ on, share: (then - baseline.value) / way }));
  const expected = expectedShare(baseline.on, last.on, day, milestones);
  return { ...progressOf({ value, baseline: baseline.value, target: last.value, expected }), target: last.value, expected };
}

/**
 * A flow over a period against the targets of its years: a full year is expected whole, of the last one the days gone by.
 * A period that does not begin with a year, or has a year without a target, has none.
 */
export function flowProgress(value: number | null, from: Day, to: Day, targets: ReadonlyMap<number, number>): MeasuredProgress {
  const [first, last] = [yearOf(from), yearOf(to)];
  const wanted = Array.from({ length: last - first + 1 }, (_, at) => targets.get(first + at));
  const known = wanted.filter((each) => each !== undefined);
  if (from !== startOfYear(first) || known.length < wanted.length) return { light: 'none', share: null, target: null, expected: null };
  const target = known.reduce((sum, each) => sum + each, 0);
  const gone = (daysBetween(startOfYear(last), to) + 1) / (daysBetween(startOfYear(last), endOfYear(last)) + 1);
  const due = target - (1 - gone) * known.at(-1)!;
  const expected = target === 0 ? 1 : due / target;
  return { ...progressOf({ value, baseline: 0, target, expected }), target, expected };
}

/** When a record was last confirmed: under a year fresh, from one year on ageing, from two on stale; unknown is never. */
export function freshnessOf(confirmedOn: Day | null, today: Day): FreshnessLight {
  if (confirmedOn === null) return 'never';
  if (today >= anniversary(confirmedOn, 2)) return 'stale';
  return today >= anniversary(confirmedOn, 1) ? 'ageing' : 'fresh';
}

// 29 February has its anniversary on 1 March: as text '2025-02-29' sorts just so.
const anniversary = (day: Day, years: number): Day => `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`;
