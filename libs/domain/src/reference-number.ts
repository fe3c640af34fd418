import { type FieldProblem, problem } from './error.js';
import { textProblems } from './field-problems.js';

/**
 * The pattern of the register's own references: text with tokens. {ACR} the coalition's acronym, {YYYY} and {YY} the year in which
 * the number is given, {KIND} the code of the agreement's kind, {N}, {NN}, {NNN} … the number with at least so many digits.
 */
export const REFERENCE_TOKENS = ['{ACR}', '{YYYY}', '{YY}', '{KIND}', '{NNN}'] as const;

export const DEFAULT_PATTERN = '{ACR}/{YYYY}/{KIND}/{NNN}';

/** The usual abbreviations; a kind without one goes by the initials of its code. */
const USUAL_CODES: Readonly<Record<string, string>> = {
  memorandum: 'MOU', framework_agreement: 'FA', letter_of_understanding: 'LOU', exchange_of_notes: 'EON', joint_work_plan: 'JWP', accession: 'ACC',
  specific_agreement: 'SA', informal_contact: 'IC',
};

const TOKEN = /\{[^{}]*\}/g;
const NUMBER = /^\{N+\}$/;

export interface ReferenceParts {
  acronym: string;
  year: number;
  kindCode: string;
}

/** What a kind is called in a reference: as the settings say, else as is usual. */
export function kindCode(kind: string, codes: Readonly<Record<string, string>> = {}): string {
  return codes[kind] ?? USUAL_CODES[kind] ?? kind.split('_').map((word) => word.charAt(0)).join('').toUpperCase();
}

/** A pattern needs one number, and knows no other tokens. */
export function patternProblems(path: string, pattern: string): FieldProblem[] {
  const wrong = textProblems(path, pattern, { max: 100, required: true });
  if (wrong.length > 0) return wrong;
  const tokens = pattern.match(TOKEN) ?? [];
  const unknown = tokens.find((token) => !NUMBER.test(token) && !(REFERENCE_TOKENS as readonly string[]).includes(token));
  if (unknown !== undefined) return [problem(path, 'pattern_token_unknown', { token: unknown })];
  return tokens.filter((token) => NUMBER.test(token)).length === 1 ? [] : [problem(path, 'pattern_without_number')];
}

/** What numbers are counted within: the pattern with everything but the number filled in. The number's digits do not make another series. */
export function seriesOf(pattern: string, { acronym, year, kindCode: kind }: ReferenceParts): string {
  const values: Record<string, string> = { '{ACR}': acronym, '{YYYY}': String(year), '{YY}': String(year).slice(-2), '{KIND}': kind };
  return pattern.replace(TOKEN, (token) => (NUMBER.test(token) ? '{N}' : (values[token] ?? token)));
}

/** The reference of a number in its series, with the digits that the pattern asks for. */
export function referenceOf(pattern: string, parts: ReferenceParts, number: number): string {
  const digits = (pattern.match(TOKEN) ?? []).find((token) => NUMBER.test(token))!.length - 2;
  return seriesOf(pattern, parts).replace('{N}', String(number).padStart(digits, '0'));
}

/** The number of a reference in a series; null when it is none of it. */
export function numberIn(series: string, reference: string): number | null {
  const [before, after] = series.split('{N}') as [string, string];
  const digits = reference.slice(before.length, reference.length - after.length);
  return reference.startsWith(before) && reference.endsWith(after) && /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}

/** Does a reference look like one that the pattern makes, in any year and of any kind? Those only the register gives. */
export function looksGiven(pattern: string, acronym: string, reference: string): boolean {
  const forms: Record<string, string> = { '{ACR}': escaped(acronym), '{YYYY}': '\\d{4}', '{YY}': '\\d{2}', '{KIND}': '[\\p{L}\\d]+' };
  const form = pattern.split(/(\{[^{}]*\})/).map((part) => forms[part] ?? (NUMBER.test(part) ? '\\d+' : escaped(part))).join('');
  return new RegExp(`^${form}$`, 'iu').test(reference);
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
