import sql, { type Sql } from 'sql-template-tag';
import { fold } from '@tejido/domain/text.js';
import { readableBy } from '../../platform/access/scope.js';
import { columns, one, type Reading, type Shape } from '../../platform/graphql/composer.js';
import type { Facet, PageRequest } from '../../platform/graphql/page.js';
import { subjectPiece } from '../../platform/graphql/subject.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { organisationOf } from '../organisations/organisations.reads.js';
import type { DisseminationFilter } from './dissemination.input.js';

export const dissemination: Shape = {
  table: 'dissemination',
  visible: (row, reading) => sql`${row}.archived_at is null and ${readableBy(reading.viewer, row)}`,
  fields: {
    ...columns('id', 'audience', 'message', 'planEntry', 'product', 'medium', 'sentOn', 'recipients', 'strategyActivity', 'recordedOn', 'visibility', 'country', 'demonstration', 'version'),
    viewerCan: subjectPiece,
    organisation: organisationOf(),
  },
};

export const disseminationById = (reading: Reading, id: string, selection: Parameters<typeof one>[2]): Sql =>
  sql`select ${one(reading, dissemination, selection, { where: (row) => sql`${row}.id = ${id}::uuid` })} as answer`;

export interface DisseminationPageArgs { filter?: DisseminationFilter | null; first: number; after?: string | null }

/** The latest first. */
export function disseminationPage({ filter, first, after }: DisseminationPageArgs): PageRequest {
  return {
    shape: dissemination, where: (row) => conditions(row, filter ?? {}), first, after: after ?? null, facets: FACETS,
    sort: { key: (row) => sql`${row}.sent_on`, type: 'date', descending: true },
  };
}

const yearOf = (row: Sql): Sql => sql`extract(year from ${row}.sent_on)::int::text`;

const FACETS: Facet[] = [
  { name: 'audience', values: (row) => sql`${row}.audience` },
  { name: 'product', values: (row) => sql`${row}.product` },
  { name: 'medium', values: (row) => sql`${row}.medium` },
  { name: 'year', values: yearOf },
];

function conditions(row: Sql, filter: DisseminationFilter): Record<string, Sql[]> {
  const among = (values: string[] | null | undefined, expression: Sql) => (values?.length ? [sql`${expression} = any(${values}::text[])`] : []);
  const text = sql`fold(${row}.message || ' ' || ${row}.recipients)`;
  const words = fold(filter.text ?? '').split(' ').filter(Boolean);
  const id = filter.organisationId;
  return {
    '': [
      ...words.map((word) => sql`(${text} like ${`%${word}%`} or word_similarity(${word}, ${text}) >= 0.45)`),
      ...(id ? [isUuid(id) ? sql`${row}.organisation_id = ${id}` : sql`false`] : []),
    ],
    audience: among(filter.audience, sql`${row}.audience`),
    product: among(filter.product, sql`${row}.product`),
    planEntry: among(filter.planEntry, sql`${row}.plan_entry`),
    medium: among(filter.medium, sql`${row}.medium`),
    year: among(filter.year, yearOf(row)),
  };
}
