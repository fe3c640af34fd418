import sql, { type Sql } from 'sql-template-tag';
import { fold, tellingWords } from '@tejido/domain/text.js';
import { inTrash, readableBy } from '../../platform/access/scope.js';
import { columns, many, one, visibleById, type Piece, type Reading, type Shape } from '../../platform/graphql/composer.js';
import type { Facet, PageRequest, Sort } from '../../platform/graphql/page.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { subjectPiece } from '../../platform/graphql/subject.js';
import { agreements, anothersProof } from '../agreements/agreements.reads.js';
import { evidenceWhere } from '../evidence/evidence.reads.js';
import { extendOrganisation, organisationOf, organisations } from '../organisations/organisations.reads.js';
import { ActivitySort, type ActivityFilter } from './activity.input.js';

/** A participation exists for whoever may see both ends. */
const participations: Shape = {
  table: 'participation',
  visible: (row, reading) => visibleById(reading, organisations, sql`${row}.organisation_id`),
  fields: {
    ...columns('id', 'role'),
    contributes: (row) => sql`(select contributes from activity_role where code = ${row}.role)`,
    organisation: organisationOf(),
  },
};

/** 'counts', or why it does not; agrees with the indicator, whoever looks: its totals count every eligible activity. */
const counting = (row: Sql): Sql => sql`activity_verdict(${row})`;

/** The same for a whole list: every set in it is made once, not for each activity. */
const countingOfMany = (row: Sql): Sql => sql`(case when ${row}.parent_id is not null then 'sub_activity'
  when ${row}.kind in (select code from activity_kind where not counts) then 'kind_does_not_count'
  when ${row}.status <> 'done' then ${row}.status
  when ${row}.ends_on is null then 'no_end_date'
  when ${row}.strategy_activity is null and ${row}.axis is null then 'no_strategy_tie'
  when not (${row}.id in (select activity_id from externally_contributed)) then 'no_external_contributor'
  when not (${row}.id in (select activity_id from evidence where activity_id is not null and verified_on is not null)) then 'to_verify'
  else 'counts' end)`;

export const activities: Shape = {
  table: 'activity',
  visible: (row, reading) => sql`${row}.archived_at is null and ${readableBy(reading.viewer, row)}`,
  fields: {
    ...columns('id', 'title', 'titleEn', 'kind', 'status', 'summary', 'startsOn', 'endsOn', 'strategyActivity', 'axis', 'countries', 'themes', 'sdgs',
      'recordedOn', 'visibility', 'country', 'demonstration', 'version'),
    viewerCan: subjectPiece,
    counting,
    agreement: (row, reading, selection) => one(reading, agreements, selection, { where: (other) => sql`${other}.id = ${row}.agreement_id` }),
    parent: (row, reading, selection) => one(reading, activities, selection, { where: (parent) => sql`${parent}.id = ${row}.parent_id` }),
    parts: (row, reading, selection) => many(reading, activities, selection, {
      where: (part) => sql`${part}.parent_id = ${row}.id`, orderBy: (part) => sql`${part}.starts_on, ${part}.title, ${part}.id`,
    }),
    participations: (row, reading, selection) => many(reading, participations, selection, {
      where: (part) => sql`${part}.activity_id = ${row}.id`,
      // Who contributes before who attends.
      orderBy: (part) => sql`(select position from activity_role where code = ${part}.role), ${part}.id`,
    }),
    evidence: evidenceWhere((each, row) => sql`${each}.activity_id = ${row}.id`),
  },
};

/** The activities that an organisation takes part in, latest first. */
const ofOrganisation: Piece = (row, reading, selection) => many(reading, activities, selection, {
  where: (activity) => sql`exists (select from participation p where p.activity_id = ${activity}.id and p.organisation_id = ${row}.id)`,
  orderBy: (activity) => sql`${activity}.starts_on desc nulls last, ${activity}.id`,
  limit: Number(selection.args['first'] ?? 50),
});
extendOrganisation({ activities: ofOrganisation });

/** The trash. */
const archivedActivities: Shape = { ...activities, visible: (row, reading) => inTrash(reading.viewer, row) };

export const activityById = (reading: Reading, id: string, selection: Parameters<typeof one>[2]): Sql =>
  sql`select ${one(reading, activities, selection, { where: (row) => sql`${row}.id = ${id}::uuid` })} as answer`;

export interface ActivityPageArgs {
  filter?: ActivityFilter | null;
  sort?: ActivitySort | null;
  first: number;
  after?: string | null;
}

export function activityPage(reading: Reading, { filter, sort, first, after }: ActivityPageArgs): PageRequest {
  const sorted = SORTS[sort ?? ActivitySort.RECENT];
  return { shape: filter?.archived ? archivedActivities : activities, where: (row) => conditions(row, filter ?? {}, reading), sort: sorted, first, after: after ?? null, facets: FACETS };
}

const SORTS = {
  RECENT: { key: (row) => sql`coalesce(${row}.starts_on, '0001-01-01'::date)`, type: 'date', descending: true },
  OLDEST: { key: (row) => sql`coalesce(${row}.starts_on, '9999-12-31'::date)`, type: 'date' },
  TITLE: { key: (row) => sql`lower(${row}.title) collate "es-x-icu"`, type: 'text' },
} satisfies Record<ActivitySort, Sort>;

const yearOf = (row: Sql): Sql => sql`extract(year from ${row}.ends_on)::int`;

const FACETS: Facet[] = [
  { name: 'kind', values: (row) => sql`${row}.kind` },
  { name: 'status', values: (row) => sql`${row}.status` },
  { name: 'country', values: (row) => sql`unnest(${row}.countries)` },
  { name: 'theme', values: (row) => sql`unnest(${row}.themes)` },
  { name: 'axis', values: (row) => axisOf(row) },
  { name: 'year', values: yearOf },
  { name: 'counting', values: countingOfMany },
];

// An activity of the strategy lies on that activity's axis.
const axisOf = (row: Sql): Sql => sql`coalesce((select s.axis from strategy_activity s where s.code = ${row}.strategy_activity), ${row}.axis)`;

function conditions(row: Sql, filter: ActivityFilter, reading: Reading): Record<string, Sql[]> {
  const among = (values: string[] | null | undefined, expression: Sql) => (values?.length ? [sql`${expression} = any(${values}::text[])`] : []);
  const overlap = (values: string[] | null | undefined, expression: Sql) => (values?.length ? [sql`${expression} && ${values}::text[]`] : []);
  const words = tellingWords(fold(filter.text ?? '').split(' ').filter(Boolean));
  return {
    '': [
      ...words.map((word) => sql`(${row}.full_text like ${`%${word}%`} or ${word} <% ${row}.search_text)`),
      ...(filter.organisationId ? [takenPartIn(row, filter.organisationId, reading)] : []),
      ...(filter.verifiable ? [sql`${counting(row)} = 'to_verify'`, anothersProof(reading, sql`proof.activity_id = ${row}.id`)] : []),
      ...(filter.strategyActivity ? [sql`${row}.strategy_activity = ${filter.strategyActivity}`] : []),
    ],
    kind: among(filter.kind, sql`${row}.kind`),
    status: among(filter.status, sql`${row}.status`),
    country: overlap(filter.country, sql`${row}.countries`),
    theme: overlap(filter.theme, sql`${row}.themes`),
    axis: among(filter.axis, axisOf(row)),
    year: filter.year?.length ? [sql`${yearOf(row)} = any(${filter.year}::int[])`] : [],
    counting: among(filter.counting, countingOfMany(row)),
  };
}

/** Does this organisation take part, as far as the viewer may know it? */
const takenPartIn = (row: Sql, organisationId: string, reading: Reading): Sql => (isUuid(organisationId)
  ? sql`exists (select from participation p where p.activity_id = ${row}.id and p.organisation_id = ${organisationId} and ${participations.visible(sql`p`, reading)})`
  : sql`false`);
