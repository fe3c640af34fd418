import { endOfYear, isCalendarDay, isDay, startOfYear, type Day } from '@tejido/domain/day.js';
import { fold } from '@tejido/domain/text.js';
import type { DateOrder, Precision } from './mapping.js';

export interface DateReading {
  day: Day | null;
  /** Why there is no day, or what was assumed about it. */
  problem?: 'not_a_day' | 'day_out_of_range' | 'empty_day' | 'day_rounded';
}

export interface DateForm {
  order: DateOrder;
  precision: Precision;
  /** Which day a month or a year alone stands for. */
  edge: 'first' | 'last';
  /** True for spreadsheets, where a date whose cell lost its format is a number of days since 1899-12-30. */
  serials: boolean;
}

// What systems write when they mean "no date": Unix' zero, MySQL's zero (also with two digits for the year), Excel's zero.
const EMPTY_DAYS = ['1970-01-01', '0000-00-00', '2000-00-00', '1900-01-00', '1899-12-30', '1899-12-31', '0001-01-01'];
const EMPTY_WORDS = new Set(['na', 'n a', 's d', 's f', 'sin fecha', 'no date', 'null', 'none']);

const MONTHS = [
  ['enero', 'ene', 'january', 'jan'], ['febrero', 'feb', 'february'], ['marzo', 'mar', 'march'], ['abril', 'abr', 'april', 'apr'],
  ['mayo', 'may'], ['junio', 'jun', 'june'], ['julio', 'jul', 'july'], ['agosto', 'ago', 'august', 'aug'],
  ['septiembre', 'setiembre', 'sep', 'set', 'sept', 'september'], ['octubre', 'oct', 'october'], ['noviembre', 'nov', 'november'],
  ['diciembre', 'dic', 'december', 'dec'],
];
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
const MS_PER_DAY = 86_400_000;

/**
 * A date as people and systems write it, as a day: ISO (a time after it is dropped), 30/07/2021, 30.7.21,
 * '30 de julio de 2021', 'July 30, 2021', 30-jul-2021, 2021-07, 'julio de 2021', 2021, a spreadsheet's serial number.
 * Never swaps day and month to make a date fit: 07/30/2021 in a day-first file is `not_a_day`.
 */
export function readDate(text: string, form: DateForm): DateReading {
  const written = text.trim();
  const numbers = written.replace(/[T ]\d{1,2}:\d{2}.*$/, '').trim();
  if (written === '') return { day: null };
  if (EMPTY_WORDS.has(fold(written))) return { day: null, problem: 'empty_day' };
  const parts = isoParts(numbers) ?? numericParts(numbers, form.order) ?? wordParts(written) ?? (form.serials ? serialParts(numbers) : null);
  return parts ? dayOf(parts, form) : { day: null, problem: 'not_a_day' };
}

interface Parts {
  year: number;
  month?: number;
  day?: number;
}

function isoParts(text: string): Parts | null {
  const match = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(text);
  if (!match) return /^\d{8}$/.test(text) ? isoParts(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`) : null;
  return { year: Number(match[1]), month: optional(match[2]), day: optional(match[3]) };
}

const optional = (digits: string | undefined): number | undefined => (digits === undefined ? undefined : Number(digits));

function numericParts(text: string, order: DateOrder): Parts | null {
  const whole = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text);
  if (whole) {
    const [first, second] = [Number(whole[1]), Number(whole[3])];
    const [day, month] = order === 'dmy' ? [first, second] : [second, first];
    return { year: fullYear(whole[4]!), month, day };
  }
  const monthOnly = /^(\d{1,2})[/.-](\d{4})$/.exec(text);
  return monthOnly ? { year: Number(monthOnly[2]), month: Number(monthOnly[1]) } : null;
}

// Two digits: agreements of the 1970s still run, plans reach into the 2060s.
function fullYear(digits: string): number {
  if (digits.length === 4) return Number(digits);
  return Number(digits) + (Number(digits) < 70 ? 2000 : 1900);
}

function wordParts(text: string): Parts | null {
  const words = fold(text).split(' ').filter((word) => !['de', 'del', 'of', 'the', 'el'].includes(word));
  const monthAt = words.findIndex((word) => monthNumber(word) > 0);
  if (monthAt === -1 || words.length > 3) return null;
  const month = monthNumber(words[monthAt]!);
  const [first, second] = words.filter((_, at) => at !== monthAt).map((word) => word.replace(/^(\d+)(st|nd|rd|th|o)$/, '$1'));
  if (first === undefined || ![first, second ?? '1'].every((word) => /^\d{1,4}$/.test(word))) return null;
  if (second === undefined) return /^\d{4}$/.test(first) ? { year: Number(first), month } : null;
  return { year: fullYear(second), month, day: Number(first) };
}

const monthNumber = (word: string): number => MONTHS.findIndex((names) => names.includes(word)) + 1;

// From 1927 to 2119: a smaller number is more likely a year or a count than a date.
function serialParts(text: string): Parts | null {
  const serial = /^\d{5}(\.\d+)?$/.test(text) ? Math.floor(Number(text)) : 0;
  if (serial < 10_000 || serial > 80_000) return null;
  const date = new Date(EXCEL_EPOCH + serial * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function dayOf({ year, month, day }: Parts, form: DateForm): DateReading {
  if (day !== undefined && EMPTY_DAYS.includes(isoText(year, month!, day))) return { day: null, problem: 'empty_day' };
  const found: Precision = day !== undefined ? 'day' : month !== undefined ? 'month' : 'year';
  const accepted: Precision[] = form.precision === 'year' ? ['day', 'month', 'year'] : form.precision === 'month' ? ['day', 'month'] : ['day'];
  if (!accepted.includes(found)) return { day: null, problem: 'not_a_day' };
  const text = found === 'year' ? (form.edge === 'first' ? startOfYear(year) : endOfYear(year)) : isoText(year, month!, day ?? edgeDay(year, month!, form.edge));
  if (!isCalendarDay(text)) return { day: null, problem: 'not_a_day' };
  if (!isDay(text)) return { day: null, problem: 'day_out_of_range' };
  return found === 'day' ? { day: text } : { day: text, problem: 'day_rounded' };
}

const edgeDay = (year: number, month: number, edge: 'first' | 'last'): number =>
  edge === 'first' ? 1 : new Date(Date.UTC(year, month, 0)).getUTCDate();

const isoText = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
