import { fold, nameKey } from '@tejido/domain/text.js';
import { activityDraft } from './activity-draft.js';
import { agreementDraft } from './agreement-draft.js';
import { cellText, columnIndex, reportMissingColumns, startReading, unusedHeaders, type Reading } from './cells.js';
import type { ActivityDraft, AgreementDraft, Draft, Drafts, OrganisationDraft } from './drafts.js';
import { distinctLinks, referenceKey } from './links.js';
import type { Mapping } from './mapping.js';
import { organisationDraft } from './organisation-draft.js';
import type { Table, TableRow } from './table.js';
import { RowFields } from './values.js';

/** How the rows of one kind become drafts: read one, know its key when the file gives none, add a further row to it. */
interface Recipe<D extends Draft> {
  read: (fields: RowFields) => D;
  naturalKey: (draft: D) => string;
  /** Adds what only the later row has; names the fields in which the two contradict each other. */
  add: (to: D, from: D) => string[];
}

/** Organisations without a key column are told apart by their name. */
export function readOrganisations(table: Table, mapping: Mapping): Drafts<OrganisationDraft> {
  return readRecords(table, mapping, {
    read: organisationDraft,
    naturalKey: (draft) => nameKey(draft.name),
    add: (to, from) => {
      to.countries = distinct([...to.countries, ...from.countries], ({ ref }) => ref.value);
      to.names = distinct([...to.names, ...from.names], ({ value }) => fold(value));
      to.themes = distinct([...to.themes, ...from.themes], ({ value }) => fold(value));
      to.identifiers = distinct([...to.identifiers, ...from.identifiers], ({ scheme, value }) => `${scheme}:${value}`);
      to.relations = distinct([...to.relations, ...from.relations], ({ type, to: other }) => `${type}:${referenceKey(other)}`);
      return fill(to, from, ['acronym', 'nameEn', 'kind', 'audience', 'scope', 'website', 'email', 'phone', 'address']);
    },
  });
}

/** Agreements without a key column: the same title on the same days is the same agreement, its parties one row each. */
export function readAgreements(table: Table, mapping: Mapping): Drafts<AgreementDraft> {
  return readRecords(table, mapping, {
    read: agreementDraft,
    naturalKey: (draft) => [draft.reference ?? '', fold(draft.title), draft.effectiveFrom ?? '', draft.effectiveTo ?? ''].join('|'),
    add: (to, from) => {
      to.parties = distinctLinks([...to.parties, ...from.parties]);
      to.themes = distinct([...to.themes, ...from.themes], ({ value }) => fold(value));
      return fill(to, from, ['title', 'titleEn', 'kind', 'summary', 'effectiveFrom', 'effectiveTo', 'terminatedOn', 'evidence']);
    },
  });
}

/** Activities without a key column: everything that places them must agree, who takes part may take a row each. */
export function readActivities(table: Table, mapping: Mapping): Drafts<ActivityDraft> {
  return readRecords(table, mapping, {
    read: activityDraft,
    naturalKey: (draft) => [fold(draft.title), draft.startsOn ?? '', draft.endsOn ?? '', ...draft.countries.map(({ ref }) => ref.value),
      ...draft.areas.map(({ code, name }) => code ?? fold(name)), fold(draft.summary)].join('|'),
    add: (to, from) => {
      to.participants = distinctLinks([...to.participants, ...from.participants]);
      to.countries = distinct([...to.countries, ...from.countries], ({ ref }) => ref.value);
      return fill(to, from, ['title', 'titleEn', 'kind', 'status', 'summary', 'startsOn', 'endsOn', 'sector', 'evidence']);
    },
  });
}

function readRecords<D extends Draft>(table: Table, mapping: Mapping, recipe: Recipe<D>): Drafts<D> {
  const reading = startReading(table, mapping);
  const drafts = new Map<string, D>();
  const skipped: number[] = [];
  reportMissingColumns(reading);
  if (reading.problems.length > 0) return { drafts: [], problems: reading.problems, skipped, unused: [] };
  for (const row of table.rows) {
    if (!isKept(reading, row)) {
      skipped.push(row.line);
      continue;
    }
    reportCellsBeyond(reading, row);
    const draft = recipe.read(new RowFields(reading, row));
    draft.key = keyOf(reading, row) || recipe.naturalKey(draft);
    place(reading, drafts, draft, recipe);
  }
  return { drafts: [...drafts.values()], problems: reading.problems, skipped, unused: unusedHeaders(reading) };
}

function place<D extends Draft>(reading: Reading, drafts: Map<string, D>, draft: D, recipe: Recipe<D>): void {
  const first = drafts.get(draft.key);
  if (!first) {
    drafts.set(draft.key, draft);
    return;
  }
  const before = JSON.stringify({ ...first, lines: [] });
  const line = draft.lines[0]!;
  for (const field of recipe.add(first, draft)) {
    reading.problems.push({ line, column: reading.mapping.fields[field]?.[0]?.column ?? null, severity: 'warning', problem: 'differs_from_line',
      value: shown(draft[field as keyof D]), values: { first: first.lines[0]! } });
  }
  if (JSON.stringify({ ...first, lines: [] }) === before) {
    reading.problems.push({ line, column: null, severity: 'note', problem: 'repeated_row', value: draft.key, values: { first: first.lines[0]! } });
  }
  first.lines.push(line);
}

function isKept(reading: Reading, row: TableRow): boolean {
  return reading.mapping.keep.every((condition) => {
    const value = cellText(reading, row, columnIndex(reading, condition.column)).toLowerCase();
    const among = (list: readonly string[]) => list.some((each) => each.toLowerCase() === value);
    return (!condition.in || among(condition.in)) && !(condition.notIn && among(condition.notIn));
  });
}

function keyOf(reading: Reading, row: TableRow): string {
  const parts = reading.mapping.key.map((column) => cellText(reading, row, columnIndex(reading, column)));
  return parts.every((part) => part === '') ? '' : parts.join('|');
}

function reportCellsBeyond({ table, problems }: Reading, row: TableRow): void {
  const beyond = row.cells.slice(table.headers.length).filter((cell) => cell.trim() !== '');
  if (beyond.length > 0) {
    problems.push({ line: row.line, column: null, severity: 'warning', problem: 'cells_beyond_header', value: beyond.join(' | ').slice(0, 200) });
  }
}

/** Fills the blank fields of the first from the second; gives those where both say something different. */
function fill<D extends Draft>(to: D, from: D, fields: (keyof D & string)[]): string[] {
  return fields.filter((field) => {
    if (shown(from[field]) === '') return false;
    if (shown(to[field]) === '') to[field] = from[field];
    return fold(shown(to[field])) !== fold(shown(from[field]));
  });
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' && 'value' in value ? String(value.value) : String(value);
}

function distinct<T>(list: readonly T[], key: (item: T) => string): T[] {
  const seen = new Set<string>();
  return list.filter((item) => !seen.has(key(item)) && seen.add(key(item)));
}
