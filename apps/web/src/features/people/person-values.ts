import type { Visibility } from '@tejido/domain/policy.js';
import type { PersonInput } from '../../gql/graphql.js';
import type { Person } from './operations.js';

export const CONTACT_KINDS = ['email', 'phone', 'messaging', 'social', 'website', 'address'] as const;
export type PersonContactKind = (typeof CONTACT_KINDS)[number];

export interface ContactValues { kind: PersonContactKind; label: string; value: string; preferred: boolean }

/** What the form holds; its paths are those of the input. */
export interface PersonValues {
  name: string;
  contactPoints: ContactValues[];
  languages: string[];
  consentBasis: string | null;
  consentOn: string | null;
  notes: string;
  visibility: Visibility;
  country: string | null;
}

const contact = (kind: PersonContactKind): ContactValues => ({ kind, label: '', value: '', preferred: false });

export const EMPTY: PersonValues = {
  name: '', contactPoints: [contact('email'), contact('phone')], languages: [], consentBasis: null, consentOn: null, notes: '', visibility: 'coalition', country: null,
};

export const valuesOf = (row: Person): PersonValues => ({
  name: row.name, contactPoints: row.contactPoints.map(({ kind, label, value, preferred }) => ({ kind: kind as PersonContactKind, label, value, preferred })),
  languages: row.languages, consentBasis: row.consentBasis ?? null, consentOn: row.consentOn ?? null, notes: row.notes, visibility: row.visibility as Visibility, country: row.country ?? null,
});

/** What differs from `original`; the rest is left out, and stays as it is. */
export function changesOf(original: PersonValues, values: PersonValues): PersonInput {
  const changed = (Object.keys(original) as (keyof PersonValues)[]).filter((field) => JSON.stringify(values[field]) !== JSON.stringify(original[field]));
  return Object.fromEntries(changed.map((field) => [field, values[field]]));
}

/** Lines in which nothing was typed are not sent; those that are keep their places, so that a problem finds its field. */
export const filledContacts = <Values extends PersonValues>(values: Values): Values =>
  ({ ...values, contactPoints: values.contactPoints.filter(({ value }) => value.trim() !== '') });
