import { type Day, FIRST_YEAR, LAST_YEAR, isCalendarDay, isDay } from './day.js';
import { type FieldProblem, problem } from './error.js';

// NUL breaks PostgreSQL's text, a lone surrogate every UTF-8 reader; other control characters hide in names.
const UNSAFE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]|\p{Cs}/u;
const EMAIL = /^[^\s@<>()",;:\\[\]]+@[^\s@.]+(\.[^\s@.]+)+$/u;

/** Problems of a text: missing (blank counts as missing) when required, longer than `max` characters, unsafe. */
export function textProblems(path: string, text: string | null | undefined, rule: { max: number; required?: boolean }): FieldProblem[] {
  if (text == null || text.trim() === '') return rule.required ? [problem(path, 'required')] : [];
  if (UNSAFE.test(text)) return [problem(path, 'invalid_characters')];
  return [...text].length > rule.max ? [problem(path, 'too_long', { max: rule.max })] : [];
}

/** Problems of one day; null and undefined are no day and no problem. */
export function dayProblems(path: string, day: Day | null | undefined): FieldProblem[] {
  if (day == null || isDay(day)) return [];
  if (!isCalendarDay(day)) return [problem(path, 'not_a_day')];
  return [problem(path, 'day_out_of_range', { min: FIRST_YEAR, max: LAST_YEAR })];
}

/** Problems of a first and a last day, both included: each as a day, then their order (told of the last). */
export function periodProblems(
  [fromPath, from]: readonly [string, Day | null | undefined], [toPath, to]: readonly [string, Day | null | undefined],
): FieldProblem[] {
  const each = [...dayProblems(fromPath, from), ...dayProblems(toPath, to)];
  if (each.length > 0 || from == null || to == null || to >= from) return each;
  return [problem(toPath, 'end_before_start', { start: from })];
}

/** Problems of an e-mail address (one at sign, a dotted domain, no blanks, at most 254 characters); blank is none. */
export function emailProblems(path: string, email: string | null | undefined): FieldProblem[] {
  if (email == null || email === '') return [];
  return email.length <= 254 && EMAIL.test(email) ? [] : [problem(path, 'invalid_email')];
}

/** Problems of a web address: http or https only, since pages make links of it; blank is none. */
export function urlProblems(path: string, url: string | null | undefined): FieldProblem[] {
  if (url == null || url === '') return [];
  return url.length <= 2000 && /^https?:\/\/[^\s/?#@.]+(\.[^\s/?#@.]+)+(:\d{1,5})?([/?#]\S*)?$/iu.test(url) ? [] : [problem(path, 'invalid_url')];
}

/** Where a value occurs for the second time and later: their indexes. */
export function repeats<T>(values: readonly T[]): number[] {
  return values.flatMap((value, at) => (values.indexOf(value) < at ? [at] : []));
}
