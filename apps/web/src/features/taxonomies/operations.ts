import { graphql } from '../../gql/gql.js';
import type { TermsQuery } from '../../gql/graphql.js';

export const Terms = graphql(`
  query Terms { taxonomies { taxonomy code label { es en } short { es en } reverse { es en } position retired counts version } }
`);

/** A term of a taxonomy, as its administrator sees it. */
export type EditedTerm = TermsQuery['taxonomies'][number];

export const RegisterTerm = graphql(`
  mutation RegisterTerm($taxonomy: String!, $input: TermInput!) { registerTerm(taxonomy: $taxonomy, input: $input) { code } }
`);

export const AmendTerm = graphql(`
  mutation AmendTerm($taxonomy: String!, $code: String!, $version: Int!, $input: TermInput!) {
    amendTerm(taxonomy: $taxonomy, code: $code, version: $version, input: $input) { code }
  }
`);

export const RetireTerm = graphql(`
  mutation RetireTerm($taxonomy: String!, $code: String!, $version: Int!) { retireTerm(taxonomy: $taxonomy, code: $code, version: $version) { code } }
`);

export const UnretireTerm = graphql(`
  mutation UnretireTerm($taxonomy: String!, $code: String!, $version: Int!) { unretireTerm(taxonomy: $taxonomy, code: $code, version: $version) { code } }
`);

/** What the strategy brings: reworded, but neither added nor retired. */
export const FIXED = ['audience', 'scope', 'theme', 'work_line'] as const;
export const EDITABLE = ['organisation_kind', 'agreement_kind', 'party_role', 'meeting_kind', 'activity_kind', 'activity_role', 'relationship_type',
  'identifier_scheme', 'medium', 'product'] as const;
export const TAXONOMY_NAMES = [...EDITABLE, ...FIXED];
export type TaxonomyName = (typeof TAXONOMY_NAMES)[number];

/** The taxonomies with a yes or no that a rule reads. */
export const FLAGGED = ['agreement_kind', 'activity_kind', 'activity_role', 'meeting_kind'] as const;
export type Flagged = (typeof FLAGGED)[number];

export const isFixed = (name: TaxonomyName): boolean => (FIXED as readonly string[]).includes(name);
export const isFlagged = (name: TaxonomyName): name is Flagged => (FLAGGED as readonly string[]).includes(name);

/** No figure reads whether a meeting is an exchange of good practice. */
export const changesFigures = (name: TaxonomyName): boolean => isFlagged(name) && name !== 'meeting_kind';
