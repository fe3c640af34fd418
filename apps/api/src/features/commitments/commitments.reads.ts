import sql, { raw, type Sql } from 'sql-template-tag';
import { fold } from '@tejido/domain/text.js';
import { readableBy } from '../../platform/access/scope.js';
import { columns, many, one, type Piece, type Reading, type Shape } from '../../platform/graphql/composer.js';
import type { PageRequest } from '../../platform/graphql/page.js';
import { extendOrganisation, organisationOf, organisations } from '../organisations/organisations.reads.js';
import { people } from '../people/people.reads.js';
import type { CommitmentFilter } from './commitment.input.js';

const status = (row: Sql, reading: Reading): Sql => sql`(case when ${row}.cancelled_on is not null then 'cancelled' when ${row}.verified_on is not null then 'verified'
  when ${row}.fulfilled_on is not null then 'fulfilled' when ${row}.due_on < ${reading.today}::date then 'overdue' else 'open' end)`;

/** The coalition, its members and whoever has an account owe for us. Who is hidden is nobody of ours. */
const direction = (row: Sql, reading: Reading): Sql => sql`(case when ${row}.owner_user_id is not null or exists (select from organisation o
  where o.id = ${row}.owner_organisation_id and o.standing <> 'external' and ${organisations.visible(sql`o`, reading)}) then 'we_owe' else 'they_owe' end)`;

const userName = (column: 'owner_user_id' | 'fulfilled_by' | 'verified_by'): Piece => (row) => sql`(select u.name from user_account u where u.id = ${row}.${raw(column)})`;

/** A column of the meeting or agreement where it was made; null when that is hidden. */
const source = (table: 'meeting' | 'agreement', column: 'id' | 'title'): Piece => (row, reading) =>
  sql`(select made.${raw(column)} from ${raw(table)} made where made.id = ${row}.${raw(`${table}_id`)} and made.archived_at is null and ${readableBy(reading.viewer, sql`made`)})`;

/** Commitments are for signed-in viewers. */
export const commitments: Shape = {
  table: 'commitment',
  visible: (row, reading) => (reading.viewer.role === 'public' ? sql`false` : sql`${row}.archived_at is null and ${readableBy(reading.viewer, row)}`),
  fields: {
    ...columns('id', 'text', 'dueOn', 'fulfilledOn', 'verifiedOn', 'cancelledOn', 'visibility', 'country', 'demonstration', 'version'),
    status,
    direction,
    fulfilledBy: userName('fulfilled_by'),
    verifiedBy: userName('verified_by'),
    viewerCan: (row) => sql`json_build_object('visibility', ${row}.visibility, 'country', ${row}.country, 'owners', json_build_array(${row}.owner_user_id, ${row}.fulfilled_by))`,
    owner: organisationOf('owner_organisation_id'),
    ownerUser: userName('owner_user_id'),
    beneficiary: organisationOf('beneficiary_organisation_id'),
    ownerPerson: (row, reading, selection) => one(reading, people, selection, { where: (person) => sql`${person}.id = ${row}.owner_person_id` }),
    meetingId: source('meeting', 'id'), meetingTitle: source('meeting', 'title'),
    agreementId: source('agreement', 'id'), agreementTitle: source('agreement', 'title'),
    postponements: (row) => sql`(select coalesce(json_agg(json_build_object('fromDay', p.from_day, 'toDay', p.to_day, 'reason', p.reason) order by p.recorded_on, p.id), '[]') from commitment_postponement p where p.commitment_id = ${row}.id)`,
  },
};

extendOrganisation({
  commitments: (row, reading, selection) => many(reading, commitments, selection, {
    where: (each) => sql`(${each}.owner_organisation_id = ${row}.id or ${each}.beneficiary_organisation_id = ${row}.id)`,
    orderBy: (each) => sql`${each}.fulfilled_on is not null, ${each}.due_on nulls last, ${each}.id`,
    limit: 100,
  }),
});

export const commitmentById = (reading: Reading, id: string, selection: Parameters<typeof one>[2]): Sql =>
  sql`select ${one(reading, commitments, selection, { where: (row) => sql`${row}.id = ${id}::uuid` })} as answer`;

export function commitmentPage(reading: Reading, { filter, first, after }: { filter?: CommitmentFilter | null; first: number; after?: string | null }): PageRequest {
  const words = fold(filter?.text ?? '').split(' ').filter(Boolean);
  return {
    shape: commitments,
    where: (row) => ({
      '': [
        ...words.map((word) => sql`fold(${row}.text) like ${`%${word}%`}`),
        ...(filter?.mine ? [sql`(${row}.owner_user_id = ${reading.viewer.userId} or (${row}.owner_user_id is null and ${row}.created_by = ${reading.viewer.userId}))`] : []),
        ...(filter?.organisationId ? [sql`${filter.organisationId}::uuid in (${row}.owner_organisation_id, ${row}.beneficiary_organisation_id)`] : []),
        ...(filter?.meetingId ? [sql`${row}.meeting_id = ${filter.meetingId}`] : []),
        ...(filter?.agreementId ? [sql`${row}.agreement_id = ${filter.agreementId}`] : []),
        ...(filter?.country ? [sql`${row}.country = ${filter.country}`] : []),
        ...(filter?.dueBefore ? [sql`${row}.due_on < ${filter.dueBefore}::date`] : []),
      ],
      status: filter?.status?.length ? [sql`${status(row, reading)} = any(${filter.status}::text[])`] : [],
      direction: filter?.direction?.length ? [sql`${direction(row, reading)} = any(${filter.direction}::text[])`] : [],
    }),
    sort: { key: (row) => sql`coalesce(${row}.due_on, '9999-12-31'::date)`, type: 'date' },
    first, after: after ?? null,
    facets: [{ name: 'status', values: (row) => status(row, reading) }, { name: 'direction', values: (row) => direction(row, reading) }],
  };
}
