import { fold } from '@tejido/domain/text.js';
import { firstOf, valuesOf, type Found, type Reading } from './cells.js';
import { readDate } from './dates.js';
import type { Source } from './mapping.js';
import type { CellProblem } from './problems.js';
import type { TableRow } from './table.js';

/** A country as the file names it; the register knows which one it is. */
export interface CountryRef {
  by: 'alpha2' | 'alpha3' | 'numeric' | 'name';
  value: string;
}

/** A code or a label of a taxonomy as the file writes it, with its column so that an unknown one can be shown in its place. */
export type Term = Found;

const SEVERITY = { not_a_day: 'error', day_out_of_range: 'error', empty_day: 'note', day_rounded: 'note' } as const;

/** Reads the fields of one row; problems go to the reading. */
export class RowFields {
  constructor(
    readonly reading: Reading,
    readonly row: TableRow,
  ) {}

  report(found: Found, severity: CellProblem['severity'], problem: CellProblem['problem'], values?: CellProblem['values']): void {
    this.reading.problems.push({ line: this.row.line, column: found.column, severity, problem, value: found.value, ...(values && { values }) });
  }

  find(field: string): Found {
    return firstOf(this.reading, this.row, this.sources(field));
  }

  /** The text, or '' when blank; too long a text is an error, never cut. */
  text(field: string, max: number): string {
    const found = this.find(field);
    if (found.value.length > max) this.report(found, 'error', 'too_long', { max });
    return found.value;
  }

  term(field: string): Term | null {
    const found = this.find(field);
    return found.value === '' ? null : found;
  }

  /** Several terms, each once; cells without a separator of their own are cut at ; and |. */
  terms(field: string): Term[] {
    const all = this.sources(field).flatMap((source) => valuesOf(this.reading, this.row, source))
      .flatMap((found) => found.value.split(/[;|]/).map((value) => ({ ...found, value: value.trim() })))
      .filter((found) => found.value !== '');
    return all.filter((found, at) => all.findIndex((other) => fold(other.value) === fold(found.value)) === at);
  }

  day(field: string, edge: 'first' | 'last'): string | null {
    return this.dayFrom(this.sources(field), edge);
  }

  dayFrom(sources: readonly Source[], edge: 'first' | 'last'): string | null {
    const { mapping, table } = this.reading;
    const found = firstOf(this.reading, this.row, sources);
    const { day, problem } = readDate(found.value, {
      order: found.source?.order ?? mapping.order,
      precision: found.source?.precision ?? mapping.precision,
      edge,
      serials: table.format === 'xlsx',
    });
    if (problem) this.report(found, SEVERITY[problem], problem);
    return day;
  }

  /** A period whose end lies before its start keeps its start: the end is reported and left empty. */
  period(from: string, to: string): [string | null, string | null] {
    const [start, end] = [this.day(from, 'first'), this.day(to, 'last')];
    if (start === null || end === null || end >= start) return [start, end];
    this.report(this.find(to), 'warning', 'end_before_start', { start });
    return [start, null];
  }

  country(field: string): { ref: CountryRef; found: Found } | null {
    const found = this.find(field);
    return found.value === '' ? null : { ref: countryRef(found.value), found };
  }

  /** Goals by number: '16', 'ODS 16', 'SDG 5; 16'. */
  goals(field: string): number[] {
    return this.terms(field).flatMap((found) => (found.value.match(/\d+/g) ?? ['0']).map((digits) => {
      const goal = Number(digits);
      if (goal < 1 || goal > 17) this.report(found, 'error', 'number_out_of_range', { min: 1, max: 17 });
      return goal;
    }));
  }

  /** Yes or no; null when blank. */
  answer(field: string): boolean | null {
    const found = this.find(field);
    const word = fold(found.value);
    if (word === '') return null;
    if (['si', 's', 'yes', 'y', 'true', 'verdadero', '1', 'x'].includes(word)) return true;
    if (!['no', 'n', 'false', 'falso', '0'].includes(word)) this.report(found, 'error', 'not_a_choice', { choices: 'sí, no' });
    return false;
  }

  private sources(field: string): Source[] {
    return this.reading.mapping.fields[field] ?? [];
  }
}

/** 'GT' and 'GTM' are codes, '320' (or '84', without its leading zero) is the numeric code, anything else a name. */
export function countryRef(text: string): CountryRef {
  if (/^[A-Za-z]{2}$/.test(text)) return { by: 'alpha2', value: text.toUpperCase() };
  if (/^[A-Z]{3}$/.test(text)) return { by: 'alpha3', value: text };
  if (/^\d{1,3}$/.test(text)) return { by: 'numeric', value: text.padStart(3, '0') };
  return { by: 'name', value: text };
}
