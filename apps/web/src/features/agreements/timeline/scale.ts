import { daysBetween, endOfYear, startOfYear, yearOf, type Day } from '@tejido/domain/day.js';

/** Years drawn at most before and after today's; what lies beyond is cut at the edge. */
const [MOST_BEFORE, MOST_AFTER] = [10, 6];

export interface Scale { from: Day; to: Day; years: number[] }

interface Drawn { effectiveFrom?: Day | null; effectiveTo?: Day | null; inForce: readonly { from: Day; to?: Day | null }[] }

/** The years that hold all that is drawn, this one and the next among them. */
export function scaleOf(rows: readonly Drawn[], now: Day): Scale {
  const days = rows.flatMap(({ effectiveFrom, effectiveTo, inForce }) => [effectiveFrom, effectiveTo, ...inForce.flatMap(({ from, to }) => [from, to])]).filter((day): day is Day => Boolean(day));
  const year = yearOf(now);
  const first = Math.max(year - MOST_BEFORE, Math.min(year, ...days.map(yearOf)));
  const last = Math.min(year + MOST_AFTER, Math.max(year + 1, ...days.map(yearOf)));
  return { from: startOfYear(first), to: endOfYear(last), years: Array.from({ length: last - first + 1 }, (_, at) => first + at) };
}

/** Where a stretch of days stands, both included, in percent of the scale; null when it lies outside. Without a last day it runs to the edge. */
export function placeOf(scale: Scale, from: Day, to: Day | null | undefined): { left: string; width: string } | null {
  const whole = daysBetween(scale.from, scale.to) + 1;
  const left = Math.max(0, daysBetween(scale.from, from));
  const right = Math.min(whole, to ? daysBetween(scale.from, to) + 1 : whole);
  return right <= left ? null : { left: percent(left / whole), width: percent((right - left) / whole) };
}

const percent = (share: number) => `${Math.round(share * 100_000) / 1000}%`;
