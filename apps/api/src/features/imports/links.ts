import { fold, nameKey } from '@tejido/domain/text.js';
import { firstOf, valuesOf, type Found, type Reading } from './cells.js';
import type { DraftLink, OrganisationRef } from './drafts.js';
import type { LinkRule, ReferenceKind, Source } from './mapping.js';
import type { TableRow } from './table.js';
import { countryRef, RowFields } from './values.js';

/** The organisations that a row names, by every rule of its map, each once for each role. Wide columns are read from left to right. */
export function readLinks(fields: RowFields): DraftLink[] {
  const { reading, row } = fields;
  const links = reading.mapping.organisations.flatMap((rule) => cellsOf(reading, row, rule).map((found) => linkOf(fields, rule, found)));
  return distinctLinks(links);
}

function cellsOf(reading: Reading, row: TableRow, rule: LinkRule): Found[] {
  if (rule.columns === undefined) return valuesOf(reading, row, rule);
  return wideColumns(reading, rule.columns).flatMap((column) => valuesOf(reading, row, { ...rule, column }));
}

const widened = new WeakMap<Reading, Map<string, string[]>>();

function wideColumns(reading: Reading, expression: string): string[] {
  const known = widened.get(reading) ?? new Map<string, string[]>();
  widened.set(reading, known);
  const columns = known.get(expression) ?? reading.table.headers.filter((header) => new RegExp(expression, 'iu').test(header));
  known.set(expression, columns);
  return columns;
}

function linkOf(fields: RowFields, rule: LinkRule, found: Found): DraftLink {
  const { reading, row } = fields;
  const one = (source: Source | undefined): Found | null => {
    const value = source ? firstOf(reading, row, [source]) : null;
    return value && value.value !== '' ? value : null;
  };
  const country = one(rule.country);
  return {
    line: row.line,
    column: found.column,
    organisation: organisationRef(rule.as, found.value, rule.scheme, one(rule.acronym)?.value ?? null),
    role: one(rule.roleFrom) ?? (rule.role === undefined ? null : { value: rule.role, column: null }),
    signedOn: rule.signedOn ? fields.dayFrom([rule.signedOn], 'first') : null,
    kind: one(rule.kind),
    country: country && countryRef(country.value),
  };
}

/** 'Organización Internacional para las Migraciones (OIM)' is a name with its acronym. */
export function organisationRef(as: ReferenceKind, value: string, scheme: string | undefined, acronym: string | null = null): OrganisationRef {
  if (as === 'country') return { by: 'country', country: countryRef(value) };
  if (as === 'identifier') return { by: 'identifier', scheme: scheme ?? '', value };
  const match = /^(.{6,}?)\s*\(([\p{Lu}\d][\p{Lu}\d.\-/ ]{1,14})\)$/u.exec(value);
  return match ? { by: 'name', name: match[1]!, acronym: acronym ?? match[2]! } : { by: 'name', name: value, acronym };
}

/** Equal keys: the same organisation as far as the file alone can tell. */
export function referenceKey(ref: OrganisationRef): string {
  if (ref.by === 'country') return `country:${ref.country.by}:${fold(ref.country.value)}`;
  return ref.by === 'identifier' ? `${ref.scheme}:${ref.value.toLowerCase()}` : `name:${nameKey(ref.name)}`;
}

/** Without repetitions of an organisation in a role; the first one's day and details stay. */
export function distinctLinks(links: readonly DraftLink[]): DraftLink[] {
  const seen = new Set<string>();
  return links.filter((link) => {
    const key = `${referenceKey(link.organisation)}|${fold(link.role?.value ?? '')}`;
    return !seen.has(key) && seen.add(key);
  });
}
