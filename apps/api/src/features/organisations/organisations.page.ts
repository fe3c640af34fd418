import sql, { type Sql } from 'sql-template-tag';
import { allOf, type Reading } from '../../platform/graphql/composer.js';
import type { Facet, PageRequest, Sort } from '../../platform/graphql/page.js';
import { OrganisationSort, type OrganisationFilter } from './organisation.input.js';
import { alliance, allianceAmong, allianceOfMany, freshness } from './organisation-state.js';
import { matchesText, textRank, typedWords } from './organisation-search.reads.js';
import { lastContacts } from '../meetings/organisation-history.reads.js';
import { contactAmong, nextStepOn } from '../partnerships/partnerships.reads.js';
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
  const searched = typedWords(text).length > 0;
  const ranked = !sort && searched;
  return {
    shape: filter?.archived ? archivedOrganisations : organisations,
    where: (row) => conditions(reading, row, filter ?? {}),
    sort: ranked ? { key: (row) => textRank(row, text), type: 'numeric', descending: true } : sorts(reading)[sort ?? OrganisationSort.NAME],
    first,
    after: after ?? null,
    facets: facets(reading, searched),
    foundOnce: searched,
  };
}

const LONG_AGO = sql`'0001-01-01'::date`;
const byName = (row: Sql) => sql`lower(${row}.name) collate "es-x-icu"`;
const confirmedOn = (row: Sql) => sql`coalesce(${row}.last_confirmed_on, ${LONG_AGO})`;

// Whoever was never met comes with those met longest ago.
const contactOn = (row: Sql, reading: Reading) => sql`coalesce((${lastContacts(reading)} ->> ${row}.id::text)::date, ${LONG_AGO})`;

const sorts = (reading: Reading): Record<OrganisationSort, Sort> => ({
  NAME: { key: byName, type: 'text' },
  NAME_DESCENDING: { key: byName, type: 'text', descending: true },
  RECENTLY_RECORDED: { key: (row) => sql`${row}.created_at`, type: 'timestamptz', descending: true },
  RECENTLY_CONFIRMED: { key: confirmedOn, type: 'date', descending: true },
  LEAST_RECENTLY_CONFIRMED: { key: confirmedOn, type: 'date' },
  RECENT_CONTACT: { key: (row) => contactOn(row, reading), type: 'date', descending: true },
  // Where nothing comes next comes last.
  NEXT_STEP: { key: (row) => sql`coalesce(${nextStepOn(row, reading)}, '9999-12-31'::date)`, type: 'date' },
  LEAST_RECENT_CONTACT: { key: (row) => contactOn(row, reading), type: 'date' },
});

function conditions(reading: Reading, row: Sql, filter: OrganisationFilter): Record<string, Sql[]> {
  const among = (values: string[] | null | undefined, expression: Sql) => (values && values.length > 0 ? [sql`${expression} = any(${values}::text[])`] : []);
  const overlap = (values: string[] | null | undefined, expression: Sql) => (values && values.length > 0 ? [sql`${expression} && ${values}::text[]`] : []);
  return {
    '': [
      ...(filter.text ? [matchesText(row, filter.text)] : []),
      ...(filter.contact?.length ? [sql`(${contactAmong(row, reading, filter.contact)})`] : []),
      ...(filter.relationshipOwnerId ? [sql`${row}.relationship_owner_id = ${filter.relationshipOwnerId}::uuid`] : []),
    ],
    audience: among(filter.audience, sql`${row}.audience`),
    kind: among(filter.kind, sql`${row}.kind`),
    scope: among(filter.scope, sql`${row}.scope`),
    standing: among(filter.standing, sql`${row}.standing`),
    country: filter.country?.length ? [allOf([sql`(${row}.countries && ${filter.country}::text[] or ${row}.seat_country = any(${filter.country}::text[]))`])] : [],
    theme: overlap(filter.theme, sql`${row}.themes`),
    alliance: filter.alliance?.length ? [allianceAmong(row, reading, filter.alliance)] : [],
    freshness: among(filter.freshness, freshness(row, reading)),
  };
}

// A search leaves few rows. The array around the alliance keeps PostgreSQL from working it out twice for each row.
const facets = (reading: Reading, few: boolean): Facet[] => [
  { name: 'audience', values: (row) => sql`${row}.audience` },
  { name: 'kind', values: (row) => sql`${row}.kind` },
  { name: 'scope', values: (row) => sql`${row}.scope` },
  { name: 'country', values: (row) => sql`unnest(case when ${row}.seat_country is null or ${row}.seat_country = any(${row}.countries) then ${row}.countries else ${row}.countries || ${row}.seat_country end)` },
  { name: 'theme', values: (row) => sql`unnest(${row}.themes)` },
  { name: 'standing', values: (row) => sql`${row}.standing` },
  { name: 'alliance', values: (row) => sql`unnest(array[${few ? alliance(row, reading) : allianceOfMany(row, reading)}])` },
  { name: 'freshness', values: (row) => freshness(row, reading) },
];
