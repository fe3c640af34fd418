import sql, { type Sql } from 'sql-template-tag';
import { fold } from '@tejido/domain/text.js';
import { readableBy } from '../../platform/access/scope.js';
import { allOf, columns, many, one, type Reading, type Shape } from '../../platform/graphql/composer.js';
import type { Facet, PageRequest, Sort } from '../../platform/graphql/page.js';
import { subjectPiece } from '../../platform/graphql/subject.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { organisationOf, organisations } from '../organisations/organisations.reads.js';
import { ProposalSort, type ProposalFilter } from './proposal.input.js';

/** A partner is shown to whoever may see its organisation. */
const partners: Shape = {
  table: 'proposal_partner',
  visible: (row, reading) => sql`exists (select from organisation seen where seen.id = ${row}.organisation_id and ${organisations.visible(sql`seen`, reading)})`,
  fields: { ...columns('id', 'role'), organisation: organisationOf() },
};

/** Proposals are for signed-in viewers. */
export const proposals: Shape = {
  table: 'proposal',
  visible: (row, reading) => (reading.viewer.role === 'public' ? sql`false` : sql`${row}.archived_at is null and ${readableBy(reading.viewer, row)}`),
  fields: {
    ...columns('id', 'title', 'stage', 'amount', 'currency', 'deadline', 'submittedOn', 'decidedOn', 'strategyActivity', 'recordedOn', 'visibility', 'country', 'demonstration', 'version'),
    viewerCan: subjectPiece,
    partners: (row, reading, selection) => many(reading, partners, selection, { where: (partner) => sql`${partner}.proposal_id = ${row}.id`, orderBy: (partner) => sql`${partner}.role desc, ${partner}.id` }),
  },
};

export const proposalById = (reading: Reading, id: string, selection: Parameters<typeof one>[2]): Sql =>
  sql`select ${one(reading, proposals, selection, { where: (row) => sql`${row}.id = ${id}::uuid` })} as answer`;

export interface ProposalPageArgs { filter?: ProposalFilter | null; sort?: ProposalSort | null; first: number; after?: string | null }

export function proposalPage({ filter, sort, first, after }: ProposalPageArgs): PageRequest {
  return { shape: proposals, where: (row) => conditions(row, filter ?? {}), sort: SORTS[sort ?? ProposalSort.RECENT], first, after: after ?? null, facets: FACETS };
}

const SORTS = {
  RECENT: { key: (row) => sql`coalesce(${row}.decided_on, ${row}.submitted_on, ${row}.recorded_on)`, type: 'date', descending: true },
  DEADLINE: { key: (row) => sql`coalesce(${row}.deadline, '9999-12-31'::date)`, type: 'date' },
  TITLE: { key: (row) => sql`lower(${row}.title) collate "es-x-icu"`, type: 'text' },
  AMOUNT: { key: (row) => sql`coalesce(${row}.amount, -1)`, type: 'numeric', descending: true },
} satisfies Record<ProposalSort, Sort>;

/** How many of what amount, by stage and currency, of the proposals that pass the filter. */
export function proposalGroups(reading: Reading, filter: ProposalFilter): Sql {
  const row = reading.alias('proposal');
  return sql`select coalesce(json_agg(g), '[]') as answer from (
    select ${row}.stage, ${row}.currency, count(*)::int as count, coalesce(sum(${row}.amount), 0) as amount from proposal ${row}
    where ${allOf([proposals.visible(row, reading), ...Object.values(conditions(row, filter)).flat()])} group by 1, 2) g`;
}

const yearOf = (row: Sql): Sql => sql`extract(year from coalesce(${row}.deadline, ${row}.submitted_on))::int::text`;

const FACETS: Facet[] = [
  { name: 'stage', values: (row) => sql`${row}.stage` },
  { name: 'year', values: yearOf },
  { name: 'country', values: (row) => sql`${row}.country` },
];

function conditions(row: Sql, filter: ProposalFilter): Record<string, Sql[]> {
  const among = (values: string[] | null | undefined, expression: Sql) => (values?.length ? [sql`${expression} = any(${values}::text[])`] : []);
  const words = fold(filter.text ?? '').split(' ').filter(Boolean);
  return {
    '': [
      ...words.map((word) => sql`(fold(${row}.title) like ${`%${word}%`} or word_similarity(${word}, fold(${row}.title)) >= 0.45)`),
      ...(filter.organisationId ? [partnerIs(row, filter.organisationId)] : []),
    ],
    stage: among(filter.stage, sql`${row}.stage`),
    year: among(filter.year, yearOf(row)),
    country: among(filter.country, sql`${row}.country`),
  };
}

const partnerIs = (row: Sql, organisationId: string): Sql =>
  (isUuid(organisationId) ? sql`exists (select from proposal_partner p where p.proposal_id = ${row}.id and p.organisation_id = ${organisationId})` : sql`false`);
