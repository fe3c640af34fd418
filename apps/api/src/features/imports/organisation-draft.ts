import { fold } from '@tejido/domain/text.js';
import { valuesOf } from './cells.js';
import type { DraftIdentifier, DraftName, DraftRelation, OrganisationDraft } from './drafts.js';
import { organisationRef } from './links.js';
import type { NameRule } from './mapping.js';
import { countryRef, type RowFields } from './values.js';

/** The organisation that one row describes; `key` is set by the caller. A row without any name is reported. */
export function organisationDraft(fields: RowFields): OrganisationDraft {
  const names = allNames(fields);
  const chosen = mainNames(fields, names);
  if (chosen.name === '') fields.report({ value: '', column: nameColumn(fields) }, 'error', 'required');
  const seat = fields.country('seatCountry');
  return {
    key: '',
    lines: [fields.row.line],
    ...chosen,
    names: furtherNames(names, chosen),
    identifiers: identifiers(fields),
    relations: relations(fields),
    audience: fields.term('audience'),
    kind: fields.term('kind'),
    scope: fields.term('scope'),
    seatCountry: seat && { ref: seat.ref, column: seat.found.column },
    countries: fields.terms('countries').map(({ value, column }) => ({ ref: countryRef(value), column })),
    themes: fields.terms('themes'),
    sdgs: fields.goals('sdgs'),
    description: fields.text('description', 10_000),
    website: fields.text('website', 500) || null,
    email: fields.text('email', 500) || null,
    phone: fields.text('phone', 500) || null,
    address: fields.text('address', 500) || null,
  };
}

type MainNames = Pick<OrganisationDraft, 'name' | 'nameEn' | 'acronym' | 'acronymEn'>;

/** The register's own name is the Spanish one where the file has it, else the one that the file shows first. */
function mainNames(fields: RowFields, names: DraftName[]): MainNames {
  const named = names.filter((each) => each.role === 'name');
  const acronyms = names.filter((each) => each.role === 'acronym');
  const inLanguage = (list: DraftName[], language: string) => list.find((each) => each.language === language)?.value;
  const name = fields.text('name', 400) || inLanguage(named, 'es') || named[0]?.value || '';
  const nameEn = fields.text('nameEn', 400) || inLanguage(named, 'en') || null;
  const acronym = fields.text('acronym', 60) || inLanguage(acronyms, 'es') || acronyms.find((each) => each.language !== 'en')?.value || null;
  const acronymEn = fields.text('acronymEn', 60) || inLanguage(acronyms, 'en') || null;
  return { name, nameEn: nameEn === name ? null : nameEn, acronym, acronymEn: acronymEn === acronym ? null : acronymEn };
}

function allNames({ reading, row }: RowFields): DraftName[] {
  return reading.mapping.names.flatMap((rule) => valuesOf(reading, row, rule).map(({ value }) => nameOf(rule, value)));
}

function nameOf(rule: NameRule, value: string): DraftName {
  if (rule.language !== 'prefix') return { role: rule.role, language: rule.language ?? null, value };
  const match = /^([a-z]{2}|no_lang_code)\s*:\s*(.+)$/s.exec(value);
  return { role: rule.role, language: match && match[1]!.length === 2 ? match[1]! : null, value: match?.[2] ?? value };
}

function furtherNames(names: DraftName[], main: MainNames): DraftName[] {
  const taken = new Set([main.name, main.nameEn, main.acronym, main.acronymEn].filter((each) => each !== null).map((each) => each.toLowerCase()));
  return names.filter(({ value }) => !taken.has(value.toLowerCase()) && taken.add(value.toLowerCase()));
}

const nameColumn = ({ reading: { mapping } }: RowFields): string | null => mapping.fields.name?.[0]?.column ?? mapping.names[0]?.column ?? null;

function identifiers({ reading, row }: RowFields): DraftIdentifier[] {
  return reading.mapping.identifiers.flatMap((rule) => valuesOf(reading, row, rule).map(({ value }) => ({ scheme: rule.scheme, value })));
}

function relations(fields: RowFields): DraftRelation[] {
  const { reading, row } = fields;
  const named = ['parent', 'countsWith'].flatMap((type) => fields.terms(type)
    .map(({ value, column }): DraftRelation => ({ type, to: organisationRef('name', value, undefined), column })));
  const ruled = reading.mapping.relations.flatMap((rule) => valuesOf(reading, row, rule).flatMap(({ value, column }): DraftRelation[] => {
    const [, word, target] = rule.types ? (/^([^:]+):\s*(.+)$/.exec(value) ?? []) : [];
    const type = word === undefined ? (rule.type ?? '') : typeOf(rule.types!, word);
    return type ? [{ type, to: organisationRef(rule.as, target ?? value, rule.scheme), column }] : [];
  }));
  return [...named, ...ruled];
}

function typeOf(types: Record<string, string | null>, word: string): string | null {
  const key = Object.keys(types).find((each) => fold(each) === fold(word));
  return key === undefined ? word.trim() : types[key]!;
}
