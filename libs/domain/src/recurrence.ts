import { addDays, daysBetween, isDay, type Day } from './day.js';
import { problem, type FieldProblem } from './error.js';
import type { LocalTime } from './zoned-time.js';

/** The days of a week as RFC 5545 writes them, Monday first. */
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/**
 * How a series of meetings repeats: a part of RFC 5545's RRULE that people plan by. Monthly is on the day of the month of the first
 * one, or on its nth weekday (`nth` 1 to 4, −1 the last). It always ends: with a number of meetings or a last day.
 */
export interface Recurrence {
  every: 'week' | 'month' | 'year';
  interval: number;
  /** Weekly: on these; none: on the first one's. */
  weekdays: readonly Weekday[];
  nth: number | null;
  count: number | null;
  until: Day | null;
}

/** Instances are written at once, so a series has an end: two years, 120 meetings at most. */
export const LONGEST_SERIES_DAYS = 731;
export const MOST_INSTANCES = 120;

const FREQUENCIES = { WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' } as const;
const TOO_OFTEN = ['SECONDLY', 'MINUTELY', 'HOURLY'];

/** Reads an RRULE ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=6"). @returns problems at `path` when it is none that series may have. */
export function readRecurrence(path: string, rule: string, first: LocalTime): { recurrence: Recurrence } | { problems: FieldProblem[] } {
  const parts = new Map(rule.replace(/\s/g, '').toUpperCase().split(';').filter(Boolean).map((part) => part.split('=') as [string, string]));
  const frequency = parts.get('FREQ') ?? '';
  if (TOO_OFTEN.includes(frequency)) return { problems: [problem(path, 'repeats_too_often')] };
  const every = FREQUENCIES[frequency as keyof typeof FREQUENCIES];
  const known = [...parts.keys()].every((name) => ['FREQ', 'INTERVAL', 'BYDAY', 'COUNT', 'UNTIL', 'WKST'].includes(name));
  const days = daysOf(parts.get('BYDAY') ?? '');
  if (!every || !known || !days || (every === 'year' && days.length > 0)) return { problems: [problem(path, 'not_a_choice')] };
  const [nth] = days.map((each) => each.nth);
  const monthly = every === 'month' && days.length > 0;
  if (monthly ? days.length > 1 || nth === null || days[0]!.weekday !== weekdayOf(first) : days.some((each) => each.nth !== null)) return { problems: [problem(path, 'not_a_choice')] };
  const until = parts.get('UNTIL')?.slice(0, 8).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3') ?? null;
  const recurrence = { every, interval: number(parts.get('INTERVAL')) ?? 1, weekdays: monthly ? [] : days.map(({ weekday }) => weekday), nth: monthly ? nth! : null, count: number(parts.get('COUNT')), until };
  const problems = endProblems(path, recurrence, first.slice(0, 10));
  return problems.length > 0 ? { problems } : { recurrence };
}

function endProblems(path: string, { interval, count, until }: Recurrence, first: Day): FieldProblem[] {
  if (!Number.isInteger(interval) || interval < 1 || interval > 12) return [problem(path, 'number_out_of_range', { min: 1, max: 12 })];
  if (count === null && until === null) return [problem(path, 'endless')];
  if (count !== null && (!Number.isInteger(count) || count < 1 || count > MOST_INSTANCES)) return [problem(path, 'number_out_of_range', { min: 1, max: MOST_INSTANCES })];
  if (until === null) return [];
  if (!isDay(until)) return [problem(path, 'not_a_day')];
  if (until < first) return [problem(path, 'end_before_start', { start: first })];
  return daysBetween(first, until) > LONGEST_SERIES_DAYS ? [problem(path, 'series_too_long', { years: 2 })] : [];
}

const number = (text: string | undefined): number | null => (text === undefined ? null : Number(text));

function daysOf(text: string): { nth: number | null; weekday: Weekday }[] | null {
  const days = text.split(',').filter(Boolean).map((each) => /^(-1|[1-4])?(MO|TU|WE|TH|FR|SA|SU)$/.exec(each));
  return days.every(Boolean) ? days.map((each) => ({ nth: each![1] ? Number(each![1]) : null, weekday: each![2] as Weekday })) : null;
}

/** As RFC 5545 writes it. @param first the local time of the first one. */
export function writeRecurrence({ every, interval, weekdays, nth, count, until }: Recurrence, first: LocalTime): string {
  const frequency = Object.entries(FREQUENCIES).find(([, each]) => each === every)![0];
  const on = nth !== null ? `${nth}${weekdayOf(first)}` : weekdays.join(',');
  return [`FREQ=${frequency}`, interval > 1 && `INTERVAL=${interval}`, on && `BYDAY=${on}`, count !== null && `COUNT=${count}`, until !== null && `UNTIL=${until.replaceAll('-', '')}`]
    .filter(Boolean).join(';');
}

export const weekdayOf = (local: LocalTime | Day): Weekday => WEEKDAYS[(new Date(`${local.slice(0, 10)}T00:00:00Z`).getUTCDay() + 6) % 7]!;

/** Which weekday of its month a day is: 1 to 4; the fifth is the last, −1. */
export const nthOf = (day: Day): number => (Number(day.slice(8, 10)) > 28 ? -1 : Math.ceil(Number(day.slice(8, 10)) / 7));

/**
 * The local times of the meetings, the first one's included, in order; it may be the only one. A month without the day (31) is left out,
 * as RFC 5545 has it. At most MOST_INSTANCES, none later than LONGEST_SERIES_DAYS after the first.
 */
export function instancesOf(recurrence: Recurrence, first: LocalTime): LocalTime[] {
  const [start, time] = [first.slice(0, 10), first.slice(10)];
  const last = [recurrence.until, addDays(start, LONGEST_SERIES_DAYS)].filter((day): day is Day => day !== null).sort()[0]!;
  const most = Math.min(recurrence.count ?? MOST_INSTANCES, MOST_INSTANCES);
  const found: Day[] = [];
  for (let step = 0; found.length < most; step += recurrence.interval) {
    const period = daysIn(recurrence, start, step);
    if (period.begins > last) break;
    found.push(...period.days.filter((day) => day >= start && day <= last));
  }
  return [...new Set([start, ...found])].slice(0, most).map((day) => day + time);
}

/** The days of one week, month or year of the rule. @param step how many periods after the first one's. */
function daysIn({ every, weekdays, nth }: Recurrence, start: Day, step: number): { begins: Day; days: Day[] } {
  if (every === 'week') {
    const monday = addDays(start, step * 7 - WEEKDAYS.indexOf(weekdayOf(start)));
    const on = weekdays.length > 0 ? weekdays : [weekdayOf(start)];
    return { begins: monday, days: WEEKDAYS.flatMap((day, at) => (on.includes(day) ? [addDays(monday, at)] : [])) };
  }
  const months = Number(start.slice(0, 4)) * 12 + Number(start.slice(5, 7)) - 1 + step * (every === 'year' ? 12 : 1);
  const begins = `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}-01`;
  const day = nth === null ? `${begins.slice(0, 8)}${start.slice(8)}` : nthWeekday(begins, weekdayOf(start), nth);
  return { begins, days: isDay(day) ? [day] : [] };
}

function nthWeekday(monthBegins: Day, weekday: Weekday, nth: number): Day {
  const ahead = (WEEKDAYS.indexOf(weekday) - WEEKDAYS.indexOf(weekdayOf(monthBegins)) + 7) % 7;
  if (nth > 0) return addDays(monthBegins, ahead + (nth - 1) * 7);
  const fifth = addDays(monthBegins, ahead + 28);
  return fifth.slice(0, 7) === monthBegins.slice(0, 7) ? fifth : addDays(monthBegins, ahead + 21);
}
