import type { Visibility } from '@tejido/domain/policy.js';
import { longName, type Named } from '../../app/organisation-names.js';
import type { OrganisationInput } from '../../gql/graphql.js';
import type { PickOption } from '../../ui/pick-or-create.js';
import type { Organisation } from './operations.js';

/** What the form holds; its paths are those of the input, so that problems find their fields. */
export interface OrganisationValues {
  name: string;
  nameEn: string;
  acronym: string;
  acronymEn: string;
  standing: string;
  audience: string | null;
  kind: string | null;
  scope: string | null;
  seatCountry: string | null;
  countries: string[];
  themes: string[];
  sdgs: string[];
  parentId: PickOption[];
  countsWithId: PickOption[];
  names: { role: string; language: string | null; value: string }[];
  identifiers: { scheme: string; value: string }[];
  contactPoints: { kind: string; label: string; value: string }[];
  description: string;
  visibility: Visibility;
  country: string | null;
}

export const EMPTY: OrganisationValues = {
  name: '', nameEn: '', acronym: '', acronymEn: '', standing: 'external', audience: null, kind: null, scope: null, seatCountry: null, countries: [], themes: [], sdgs: [],
  parentId: [], countsWithId: [], names: [], identifiers: [], contactPoints: [], description: '', visibility: 'coalition', country: null,
};

const option = (linked: (Named & { id: string }) | null | undefined): PickOption[] => (linked ? [{ id: linked.id, label: longName(linked) }] : []);

/** A record as the form shows it. */
export const valuesOf = (row: Organisation): OrganisationValues => ({
  name: row.name, nameEn: row.nameEn ?? '', acronym: row.acronym ?? '', acronymEn: row.acronymEn ?? '', standing: row.standing,
  audience: row.audience ?? null, kind: row.kind ?? null, scope: row.scope ?? null, seatCountry: row.seatCountry ?? null,
  countries: row.countries, themes: row.themes, sdgs: row.sdgs.map(String), parentId: option(row.parent), countsWithId: option(row.countsWith),
  names: row.names.map(({ role, language, value }) => ({ role, language: language ?? null, value })),
  identifiers: row.identifiers.map(({ scheme, value }) => ({ scheme, value })), contactPoints: row.contactPoints.map(({ kind, label, value }) => ({ kind, label, value })),
  description: row.description, visibility: row.visibility as Visibility, country: row.country ?? null,
});

const inputOf = (values: OrganisationValues): OrganisationInput => ({
  ...values, nameEn: values.nameEn || null, acronym: values.acronym || null, acronymEn: values.acronymEn || null, sdgs: values.sdgs.map(Number),
  parentId: values.parentId[0]?.id ?? null, countsWithId: values.countsWithId[0]?.id ?? null,
});

/**
 * What differs from `original`: the rest is left out, and stays as it is. So a parent that is hidden from the writer
 * is not cleared by a form that could not show it.
 */
export function changesOf(original: OrganisationValues, values: OrganisationValues): OrganisationInput {
  const [before, after] = [inputOf(original), inputOf(values)];
  const changed = (Object.keys(after) as (keyof OrganisationInput)[]).filter((field) => JSON.stringify(after[field]) !== JSON.stringify(before[field]));
  return Object.fromEntries(changed.map((field) => [field, after[field]]));
}
