import type { Visibility } from '@tejido/domain/policy.js';
import type { PersonInput } from '../../gql/graphql.js';
import type { Person } from './operations.js';

/** What the form holds; its paths are those of the input. */
export interface PersonValues {
  name: string;
  email: string;
  phone: string;
  languages: string[];
  consentBasis: string | null;
  consentOn: string | null;
  notes: string;
  visibility: Visibility;
  country: string | null;
}

export const EMPTY: PersonValues = { name: '', email: '', phone: '', languages: [], consentBasis: null, consentOn: null, notes: '', visibility: 'coalition', country: null };

export const valuesOf = (row: Person): PersonValues => {
  const first = (kind: string) => row.contactPoints.find((each) => each.kind === kind)?.value ?? '';
  return {
    name: row.name, email: first('email'), phone: first('phone'), languages: row.languages, consentBasis: row.consentBasis ?? null, consentOn: row.consentOn ?? null,
    notes: row.notes, visibility: row.visibility as Visibility, country: row.country ?? null,
  };
};

/** What differs from `original`; the rest is left out, and stays as it is. */
export function changesOf(original: PersonValues, values: PersonValues): PersonInput {
  const changed = (Object.keys(values) as (keyof PersonValues)[]).filter((field) => JSON.stringify(values[field]) !== JSON.stringify(original[field]));
  return Object.fromEntries(changed.map((field) => [field, (field === 'email' || field === 'phone') && values[field] === '' ? null : values[field]]));
}
