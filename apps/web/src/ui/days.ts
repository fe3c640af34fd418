import { daysBetween, type Day } from '@tejido/domain/day.js';
import { localeOf } from './numbers.js';

/** The reader's own calendar day, by the clock and zone of the browser. */
export function today(): Day {
  const now = new Date();
  return [now.getFullYear(), String(now.getMonth() + 1).padStart(2, '0'), String(now.getDate()).padStart(2, '0')].join('-');
}

const FORMS = {
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  field: { day: '2-digit', month: '2-digit', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
export type DayForm = keyof typeof FORMS;

/** A day as the reader's language writes it, day first: "30 jul 2026", "30 Jul 2026". */
export function formatDay(day: Day, language: string, form: DayForm = 'short'): string {
  // A day has no zone: reading and writing it in UTC keeps it the same day everywhere.
  return new Intl.DateTimeFormat(localeOf(language), { ...FORMS[form], timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

/** An instant in the reader's zone: "30 jul 2026, 14:05". */
export function formatInstant(instant: string, language: string): string {
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));
}

const SPANS = [['year', 365], ['month', 30], ['week', 7]] as const;

/** How far a day is from now, in words: "hace 3 semanas", "mañana", "en 2 meses". */
export function relativeDay(day: Day, now: Day, language: string): string {
  const words = new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'auto' });
  const days = daysBetween(now, day);
  const [unit, length] = SPANS.find(([, each]) => Math.abs(days) >= each * 2) ?? (['day', 1] as const);
  return words.format(Math.trunc(days / length), unit);
}
