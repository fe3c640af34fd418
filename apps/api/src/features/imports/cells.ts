import { fold, restoreCell } from '@tejido/domain/text.js';
import type { Mapping, Source } from './mapping.js';
import type { CellProblem } from './problems.js';
import { normaliseTag } from './shape-table.js';
import type { Table, TableRow } from './table.js';

/** What reading a table needs to hand around: the table, its map, and where problems are written down. */
export interface Reading {
  table: Table;
  mapping: Mapping;
  problems: CellProblem[];
  indexes: Map<string, number>;
  missing: ReadonlySet<string>;
}

/** A value, the header of the column that it came from (null for a constant) and the source that found it. */
export interface Found {
  value: string;
  column: string | null;
  source?: Source;
}

export function startReading(table: Table, mapping: Mapping): Reading {
  const missing = new Set(mapping.missing.map((token) => token.trim().toLowerCase()));
  return { table, mapping, problems: [], indexes: new Map(), missing };
}

/** Where a column stands: by its HXL tag when the name begins with '#', else by its header, folded; -1 when absent. */
export function columnIndex({ table, indexes }: Reading, name: string): number {
  const known = indexes.get(name);
  if (known !== undefined) return known;
  const tag = normaliseTag(name);
  const exact = tag ? (table.hxlTags ?? table.headers).indexOf(tag) : table.headers.indexOf(name);
  const found = exact === -1 ? table.headers.findIndex((header) => header !== '' && fold(header) === fold(name)) : exact;
  indexes.set(name, found);
  return found;
}

/** The text of a cell: NFC, without surrounding blanks and control characters, an export's protection undone; '' when it means nothing. */
export function cellText(reading: Reading, row: TableRow, at: number): string {
  const text = restoreCell(row.cells[at] ?? '').normalize('NFC').toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, '').trim();
  return reading.missing.has(text.toLowerCase()) ? '' : text;
}

/** All values that a source gives for a row, translated; blank ones left out. */
export function valuesOf(reading: Reading, row: TableRow, source: Source): Found[] {
  const { text, column } = rawValue(reading, row, source);
  const parts = source.separator === undefined ? [text] : text.split(source.separator);
  return parts.map((part) => translate(taken(part.trim(), source.take), source.values))
    .filter((value): value is string => value !== null && value !== '')
    .map((value) => ({ value, column, source }));
}

/** The first value of the first source that is not blank; the value '' and the first source's column when all are. */
export function firstOf(reading: Reading, row: TableRow, sources: readonly Source[]): Found {
  for (const source of sources) {
    const [found] = valuesOf(reading, row, source);
    if (found) return found;
  }
  return { value: '', column: sources[0]?.column ?? null, source: sources[0] };
}

function rawValue(reading: Reading, row: TableRow, source: Source): { text: string; column: string | null } {
  if (source.column !== undefined) {
    const at = columnIndex(reading, source.column);
    return { text: at === -1 ? '' : cellText(reading, row, at), column: reading.table.headers[at] ?? source.column };
  }
  if (source.template !== undefined) {
    return { text: source.template.replace(/\{([^}]+)\}/g, (_, name: string) => cellText(reading, row, columnIndex(reading, name))), column: null };
  }
  return { text: source.constant ?? '', column: null };
}

function taken(text: string, expression: string | undefined): string {
  if (expression === undefined || text === '') return text;
  return new RegExp(expression, 'u').exec(text)?.[1]?.trim() ?? text;
}

function translate(value: string, values: Source['values']): string | null {
  if (!values || value === '') return value;
  const key = Object.keys(values).find((each) => each === value) ?? Object.keys(values).find((each) => fold(each) === fold(value));
  return key === undefined ? value : values[key]!;
}

/** Every column that a map names must be there: a missing one would be data silently left out. */
export function reportMissingColumns(reading: Reading): void {
  const { mapping, table } = reading;
  const sources: Source[] = [...Object.values(mapping.fields).flat(), ...mapping.names, ...mapping.identifiers, ...mapping.relations,
    ...mapping.organisations.flatMap((rule) => [rule, rule.roleFrom, rule.signedOn, rule.acronym, rule.kind, rule.country].filter((each) => each !== undefined))];
  const named = [...mapping.key, ...mapping.keep.map((each) => each.column), ...sources.map((each) => each.column).filter((each) => each !== undefined),
    ...sources.flatMap((each) => [...(each.template ?? '').matchAll(/\{([^}]+)\}/g)].map((match) => match[1]!))];
  for (const column of new Set(named)) {
    if (columnIndex(reading, column) !== -1) continue;
    reading.problems.push({ line: table.headerLine, column, severity: 'error', problem: 'column_missing', value: '' });
  }
}

/** Headers that the map uses nowhere: told in the receipt, so that nobody believes them imported. */
export function unusedHeaders(reading: Reading): string[] {
  const used = new Set(reading.indexes.values());
  return reading.table.headers.filter((header, at) => header !== '' && !used.has(at));
}
