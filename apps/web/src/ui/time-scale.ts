import { addDays, daysBetween, endOfYear, startOfYear, yearOf, type Day } from '@tejido/domain/day.js';

/** Whole years that a drawing of days spans, the last day included. */
export interface TimeScale { from: Day; to: Day; years: number[] }

/** The scale from the first to the last of these years. */
export function scaleOfYears(first: number, last: number): TimeScale {
  return { from: startOfYear(first), to: endOfYear(last), years: Array.from({ length: last - first + 1 }, (_, at) => first + at) };
}

export const daysOf = (scale: TimeScale): number => daysBetween(scale.from, scale.to) + 1;

/** Where a stretch of days stands, both included, in percent of the scale; null when it lies outside. Without a last day it runs to the edge. */
export function placeOf(scale: TimeScale, from: Day, to: Day | null | undefined): { left: string; width: string } | null {
  const whole = daysOf(scale);
  const left = Math.max(0, daysBetween(scale.from, from));
  const right = Math.min(whole, to ? daysBetween(scale.from, to) + 1 : whole);
  return right <= left ? null : { left: percent(left / whole), width: percent((right - left) / whole) };
}

/** Where a day begins on the scale, in percent; beyond its edges the edge. */
export const leftOf = (scale: TimeScale, day: Day): string => percent(Math.min(1, Math.max(0, daysBetween(scale.from, day) / daysOf(scale))));

const percent = (share: number) => `${Math.round(share * 100_000) / 1000}%`;

/** A stretch of the axis under one heading: a quarter (1 to 4) or a month (1 to 12) of a year. */
export interface Tick { key: string; from: Day; to: Day; year: number; part: number }

/** The axis cut into parts of so many months: 3 for quarters, 1 for months, 12 for years. */
export function ticksOf(scale: TimeScale, months: 1 | 3 | 12): Tick[] {
  return scale.years.flatMap((year) => Array.from({ length: 12 / months }, (_, at) => {
    const [from, next] = [firstOf(year, at * months), firstOf(year, (at + 1) * months)];
    return { key: from, from, to: addDays(next, -1), year: yearOf(from), part: at + 1 };
  }));
}

const firstOf = (year: number, month: number): Day => `${year + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
