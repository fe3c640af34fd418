/**
 * A calendar day without a time zone, 'YYYY-MM-DD'. Agreements, meetings and terms of office begin on a day of the
 * place where they happen; an instant would move them to the day before for half of the coalition. Text order is
 * time order, so days are compared with < and >.
 */
export type Day = string;

export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2200;

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;

/** True when the value is a day of the proleptic Gregorian calendar in the years 1900 to 2200. */
export function isDay(value: unknown): value is Day {
  const match = typeof value === 'string' ? SHAPE.exec(value) : null;
  if (!match) return false;
  const year = Number(match[1]);
  return year >= FIRST_YEAR && year <= LAST_YEAR && isCalendarDay(match[0]);
}

/** True when the text has a day's shape and exists in the calendar, whatever its year (for telling a typing slip from a far year). */
export function isCalendarDay(text: string): boolean {
  if (!SHAPE.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  // Engines differ on 30 February: some refuse it, some roll over to March.
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * MS_PER_DAY).toISOString().slice(0, 10);
}

export const dayAfter = (day: Day): Day => addDays(day, 1);

export const dayBefore = (day: Day): Day => addDays(day, -1);

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MS_PER_DAY);
}

export const yearOf = (day: Day): number => Number(day.slice(0, 4));

export const startOfYear = (year: number): Day => `${String(year).padStart(4, '0')}-01-01`;

export const endOfYear = (year: number): Day => `${String(year).padStart(4, '0')}-12-31`;

/** The earliest of the known days; null when none is known. */
export function minDay(...days: readonly (Day | null | undefined)[]): Day | null {
  return known(days).reduce<Day | null>((least, day) => (least === null || day < least ? day : least), null);
}

/** The latest of the known days; null when none is known. */
export function maxDay(...days: readonly (Day | null | undefined)[]): Day | null {
  return known(days).reduce<Day | null>((most, day) => (most === null || day > most ? day : most), null);
}

function known(days: readonly (Day | null | undefined)[]): Day[] {
  return days.filter((day): day is Day => day != null);
}
