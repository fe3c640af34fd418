import sql, { type Sql } from 'sql-template-tag';
import { allOf, type Reading } from '../../platform/graphql/composer.js';
import type { Facet, PageRequest, Sort } from '../../platform/graphql/page.js';
import { OrganisationSort, type OrganisationFilter } from './organisation.input.js';
import { alliance, freshness } from './organisation-state.js';
import { matchesText, textRank, typedWords } from './organisation-search.js';
import { archivedOrganisations, organisations } from './organisations.reads.js';

export interface OrganisationPageArgs {
  filter?: OrganisationFilter | null;
  sort?: OrganisationSort | null;
  first: number;
  after?: string | null;
}

/** The page that a filter asks for. Text without a chosen sort is ranked: exact acronym, prefix, likeness. */
export function organisationPage(reading: Reading, { filter, sort, first, after }: OrganisationPageArgs): PageRequest {
  const text = filter?.text?.trim() ?? '';
  const ranked = !sort && typedWords(text).length > 0;
  return {
    shape: filter?.archived ? archivedOrganisations : organisations,
    where: (row) => conditions(reading, row, filter ?? {}),
    sort: ranked ? { key: (row) => textRank(row, text), type: 'numeric', descending: true } : SORTS[sort ?? OrganisationSort.NAME],
    first,
    after: after ?? null,
    facets: facets(reading),
  };
}

const SORTS = {
  NAME: { key: (row) => sql`lower(${row}.name) collate "es-x-icu"`, type: 'text' },
  RECENTLY_RECORDED: { key: (row) => sql`${row}.created_at`, type: 'timestamptz', descending: true },
  LEAST_RECENTLY_CONFIRMED: { key: (row) => sql`coalesce(${row}.last_confirmed_on, '0001-01-01'::date)`, type: 'date' },
} satisfies Record<OrganisationSort, Sort>;

function conditions(reading: Reading, row: Sql, filter: OrganisationFilter): Record<string, Sql[]> {
  const among = (values: string[] | null | undefined, expression: Sql) => (values && values.length > 0 ? [sql`${expression} = any(${values}::text[])`] : []);
  const overlap = (values: string[] | null | undefined, expression: Sql) => (values && values.length > 0 ? [sql`${expression} && ${values}::text[]`] : []);
  return {
    '': filter.text ? [matchesText(row, filter.text)] : [],
    audience: among(filter.audience, sql`${row}.audience`),
    kind: among(filter.kind, sql`${row}.kind`),
    scope: among(filter.scope, sql`${row}.scope`),
    standing: among(filter.standing, sql`${row}.standing`),
    country: filter.country?.length ? [allOf([sql`(${row}.countries && ${filter.country}::text[] or ${row}.seat_country = any(${filter.country}::text[]))`])] : [],
    theme: overlap(filter.theme, sql`${row}.themes`),
    alliance: among(filter.alliance, alliance(row, reading)),
    freshness: among(filter.freshness, freshness(row, reading)),
  };
}

const facets = (reading: Reading): Facet[] => [
  { name: 'audience', values: (row) => sql`${row}.audience` },
  { name: 'kind', values: (row) => sql`${row}.kind` },
  { name: 'scope', values: (row) => sql`${row}.scope` },
  { name: 'country', values: (row) => sql`unnest(case when ${row}.seat_country is null or ${row}.seat_country = any(${row}.countries) then ${row}.countries else ${row}.countries || ${row}.seat_country end)` },
  { name: 'theme', values: (row) => sql`unnest(${row}.themes)` },
  { name: 'standing', values: (row) => sql`${row}.standing` },
  { name: 'alliance', values: (row) => alliance(row, reading) },
  { name: 'freshness', values: (row) => freshness(row, reading) },
];
