import sql, { raw, type Sql } from 'sql-template-tag';
import { can, type Viewer } from '@tejido/domain/policy.js';
import { fold } from '@tejido/domain/text.js';
import { readableBy } from '../../platform/access/scope.js';
import { columns, many, one, type Piece, type Reading, type Shape } from '../../platform/graphql/composer.js';
import type { PageRequest } from '../../platform/graphql/page.js';
import { extendOrganisation, organisationOf, organisations } from '../organisations/organisations.reads.js';
import { people } from '../people/people.reads.js';
import { colleagueOf } from '../users/users.reads.js';
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
    ...columns('id', 'text', 'dueOn', 'fulfilledOn', 'verifiedOn', 'cancelledOn', 'recordedOn', 'firstDueOn', 'visibility', 'country', 'demonstration', 'version'),
    status,
    direction,
    fulfilledBy: userName('fulfilled_by'),
    verifiedBy: userName('verified_by'),
    viewerCan: (row) => sql`json_build_object('visibility', ${row}.visibility, 'country', ${row}.country, 'verifierUserId', ${row}.verifier_id, 'owners', json_build_array(${row}.owner_user_id, ${row}.fulfilled_by))`,
    verifier: colleagueOf('verifier_id'),
    owner: organisationOf('owner_organisation_id'),
    ownerUser: userName('owner_user_id'),
    beneficiary: organisationOf('beneficiary_organisation_id'),
    ownerPerson: (row, reading, selection) => one(reading, people, selection, { where: (person) => sql`${person}.id = ${row}.owner_person_id` }),
    meetingId: source('meeting', 'id'), meetingTitle: source('meeting', 'title'),
    agreementId: source('agreement', 'id'), agreementTitle: source('agreement', 'title'),
    postponements: (row) => sql`(select coalesce(json_agg(json_build_object('fromDay', p.from_day, 'toDay', p.to_day, 'reason', p.reason, 'recordedOn', p.recorded_on,
      'postponedBy', (select u.name from user_account u where u.id = p.postponed_by)) order by p.recorded_on, p.id), '[]') from commitment_postponement p where p.commitment_id = ${row}.id)`,
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

/** What the viewer owes, or noted and follows. */
const mine = (row: Sql, { userId }: Viewer): Sql => sql`(${row}.owner_user_id = ${userId}::uuid or (${row}.owner_user_id is null and ${row}.created_by = ${userId}::uuid))`;

const ofCountry = (row: Sql, reading: Reading, country: string): Sql => sql`(${row}.country = ${country} or exists (select from organisation body
  where body.id in (${row}.owner_organisation_id, ${row}.beneficiary_organisation_id) and body.standing = 'member' and body.seat_country = ${country} and ${organisations.visible(sql`body`, reading)}))`;

/** Fulfilled, and waits for this viewer: asked by name, or nobody was and the policy lets them. */
function toVerify(row: Sql, viewer: Viewer): Sql {
  const another = sql`${row}.owner_user_id is distinct from ${viewer.userId}::uuid and ${row}.fulfilled_by is distinct from ${viewer.userId}::uuid`;
  const may = (country: string | null) => can(viewer, 'commitment.verify', { visibility: 'coalition', country, ownerUserId: null });
  const anybodys = may(null) ? sql`true` : may(viewer.country) ? sql`${row}.country = ${viewer.country}` : sql`false`;
  return sql`(${row}.fulfilled_on is not null and ${row}.verified_on is null and ${row}.cancelled_on is null and ${another}
    and (${row}.verifier_id = ${viewer.userId}::uuid or (${row}.verifier_id is null and ${anybodys})))`;
}

/** How many each of the usual lists holds. */
export function commitmentListsStatement(reading: Reading, country: string | null): Sql {
  const row = sql`c`;
  const open = sql`${status(row, reading)} in ('open', 'overdue')`;
  const counted = (condition: Sql) => sql`count(*) filter (where ${condition})::int`;
  return sql`select json_build_object('pending', ${counted(open)}, 'mine', ${counted(sql`${open} and ${mine(row, reading.viewer)}`)},
      'country', ${country === null ? sql`0` : counted(sql`${open} and ${ofCountry(row, reading, country)}`)},
      'overdue', ${counted(sql`${status(row, reading)} = 'overdue'`)}, 'toVerify', ${counted(toVerify(row, reading.viewer))}) as answer
    from commitment c where ${commitments.visible(row, reading)}`;
}

export function commitmentPage(reading: Reading, { filter, first, after }: { filter?: CommitmentFilter | null; first: number; after?: string | null }): PageRequest {
  const words = fold(filter?.text ?? '').split(' ').filter(Boolean);
  return {
    shape: commitments,
    where: (row) => ({
      '': [
        ...words.map((word) => sql`fold(${row}.text) like ${`%${word}%`}`),
        ...(filter?.mine ? [mine(row, reading.viewer)] : []),
        ...(filter?.toVerify ? [toVerify(row, reading.viewer)] : []),
        ...(filter?.organisationId ? [sql`${filter.organisationId}::uuid in (${row}.owner_organisation_id, ${row}.beneficiary_organisation_id)`] : []),
        ...(filter?.organisationIds ? [sql`(${row}.owner_organisation_id = any(${filter.organisationIds}::uuid[]) or ${row}.beneficiary_organisation_id = any(${filter.organisationIds}::uuid[]))`] : []),
        ...(filter?.meetingId ? [sql`${row}.meeting_id = ${filter.meetingId}`] : []),
        ...(filter?.agreementId ? [sql`${row}.agreement_id = ${filter.agreementId}`] : []),
        ...(filter?.country ? [ofCountry(row, reading, filter.country)] : []),
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
