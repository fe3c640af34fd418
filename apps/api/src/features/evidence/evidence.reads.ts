import sql, { type Sql } from 'sql-template-tag';
import { fold } from '@tejido/domain/text.js';
import { readableBy } from '../../platform/access/scope.js';
import { columns, many, one, type Piece, type Reading, type Shape } from '../../platform/graphql/composer.js';
import type { PageRequest } from '../../platform/graphql/page.js';
import type { EvidenceFilter } from './evidence.input.js';

const files: Shape = { table: 'file', visible: () => sql`true`, fields: columns('id', 'name', 'mediaType', 'size') };

const nameOf = (user: Sql): Sql => sql`(select u.name from user_account u where u.id = ${user})`;

/** What evidence is now and what it was before have in common. */
const told: Record<string, Piece> = {
  ...columns('id', 'title', 'address', 'archiveReference', 'addedOn', 'verifiedOn', 'returnReason'),
  file: (row, reading, selection) => one(reading, files, selection, { where: (file) => sql`${file}.id = ${row}.file_id` }),
  addedBy: (row) => nameOf(sql`${row}.added_by`),
  verifiedBy: (row) => nameOf(sql`${row}.verified_by`),
};

const versions: Shape = { table: 'evidence_version', visible: () => sql`true`, fields: { ...told, ...columns('replacedAt') } };

/** Does it wait for a second person? */
export const waits = (row: Sql): Sql => sql`(${row}.verified_on is null and ${row}.returned_on is null)`;

const state = (row: Sql): Sql => sql`(case when ${row}.verified_on is not null then 'verified' when ${row}.returned_on is not null then 'returned' else 'waiting' end)`;

/** Evidence reached from a record that the viewer sees. */
export const evidenceOfRecord: Shape = {
  table: 'evidence',
  visible: (_row, { viewer }) => (viewer.role === 'public' ? sql`false` : sql`true`),
  fields: {
    ...told,
    ...columns('returnedOn', 'version'),
    state,
    addedByViewer: (row, reading) => sql`(${row}.added_by is not distinct from ${reading.viewer.userId}::uuid)`,
    returnedBy: (row) => nameOf(sql`${row}.returned_by`),
    canVerify: (row) => sql`json_build_object('addedBy', ${row}.added_by, 'waits', ${waits(row)})`,
    versions: (row, reading, selection) => many(reading, versions, selection, {
      where: (version) => sql`${version}.evidence_id = ${row}.id`, orderBy: (version) => sql`${version}.replaced_at desc, ${version}.id`,
    }),
    proves: (row) => sql`(select json_build_object('kind', proven.kind, 'id', proven.id, 'title', proven.title) from (
      select 'agreement' as kind, a.id, a.title from agreement a where a.id = ${row}.agreement_id
      union all select 'activity', v.id, v.title from activity v where v.id = ${row}.activity_id) proven)`,
  },
};

/** The evidence of a record: `evidenceWhere((each) => sql`${each}.agreement_id = ${row}.id`)`, as a field of that record. */
export const evidenceWhere = (tied: (evidence: Sql, row: Sql) => Sql): Piece => (row, reading, selection) =>
  many(reading, evidenceOfRecord, selection, { where: (each) => tied(each, row), orderBy: (each) => sql`${each}.added_on, ${each}.id` });

/** The record that is proven exists for the viewer: hidden and archived ones take their evidence with them. */
const seenThrough = ({ viewer }: Pick<Reading, 'viewer'>, row: Sql): Sql => (viewer.role === 'public' ? sql`false` : sql`(
  exists (select from agreement a where a.id = ${row}.agreement_id and a.archived_at is null and ${readableBy(viewer, sql`a`)})
  or exists (select from activity v where v.id = ${row}.activity_id and v.archived_at is null and ${readableBy(viewer, sql`v`)}))`);

const evidence: Shape = { ...evidenceOfRecord, visible: (row, reading) => seenThrough(reading, row) };

/** A file that is evidence, now or in a version before, opens for whoever sees what it proves. */
export const heldByEvidence = (viewer: Reading['viewer'], file: Sql): Sql => sql`exists (select from evidence held
  where (held.file_id = ${file}.id or exists (select from evidence_version old where old.evidence_id = held.id and old.file_id = ${file}.id)) and ${seenThrough({ viewer }, sql`held`)})`;

export const evidenceById = (reading: Reading, id: string, selection: Parameters<typeof one>[2]): Sql =>
  sql`select ${one(reading, evidence, selection, { where: (row) => sql`${row}.id = ${id}::uuid` })} as answer`;

const country = (row: Sql): Sql => sql`coalesce((select a.country from agreement a where a.id = ${row}.agreement_id), (select v.country from activity v where v.id = ${row}.activity_id))`;
const title = (row: Sql): Sql => sql`coalesce((select a.title from agreement a where a.id = ${row}.agreement_id), (select v.title from activity v where v.id = ${row}.activity_id))`;
const proves = (row: Sql): Sql => sql`(case when ${row}.agreement_id is null then 'activity' else 'agreement' end)`;

export interface EvidencePageArgs { filter?: EvidenceFilter | null; first: number; after?: string | null }

/** Oldest first: what has waited longest is looked at first. */
export function evidencePage(reading: Reading, { filter, first, after }: EvidencePageArgs): PageRequest {
  return {
    shape: evidence, first, after: after ?? null, sort: { key: (row) => sql`${row}.added_on`, type: 'date' },
    where: (row) => conditions(reading, row, filter ?? {}),
    facets: [{ name: 'state', values: state }, { name: 'proves', values: proves }, { name: 'country', values: country }],
  };
}

function conditions({ viewer }: Reading, row: Sql, filter: EvidenceFilter): Record<string, Sql[]> {
  const among = (values: string[] | null | undefined, expression: Sql) => (values?.length ? [sql`${expression} = any(${values}::text[])`] : []);
  const words = fold(filter.text ?? '').split(' ').filter(Boolean);
  return {
    '': [
      ...words.map((word) => sql`(fold(${row}.title) like ${`%${word}%`} or fold(${title(row)}) like ${`%${word}%`})`),
      ...(filter.mine ? [sql`${row}.added_by = ${viewer.userId}::uuid`] : []),
      ...(filter.verifiable ? [waits(row), sql`${row}.added_by is distinct from ${viewer.userId}::uuid`] : []),
    ],
    state: among(filter.state, state(row)),
    proves: among(filter.proves, proves(row)),
    country: among(filter.country, country(row)),
  };
}
