import { endOfYear, startOfYear, type Day } from '@tejido/domain/day.js';

/** Days that hold the whole content plan and everything ever sent, whatever its years. */
export const WHOLE_PLAN: { from: Day; to: Day } = { from: startOfYear(1900), to: endOfYear(2200) };

/** The days of one year, or of the whole plan. */
export const periodOf = (year: number | undefined): { from: Day; to: Day } => (year === undefined ? WHOLE_PLAN : { from: startOfYear(year), to: endOfYear(year) });
