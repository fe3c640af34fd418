import sql, { raw, type Sql } from 'sql-template-tag';
import { fold, tellingWords } from '@tejido/domain/text.js';
import { inTrash, readableBy } from '../../platform/access/scope.js';
import { columns, many, one, visibleById, type Reading, type Shape } from '../../platform/graphql/composer.js';
import type { Facet, PageRequest } from '../../platform/graphql/page.js';
import { subjectPiece } from '../../platform/graphql/subject.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { agreements } from '../agreements/agreements.reads.js';
import { commitments } from '../commitments/commitments.reads.js';
import { minutedWith, minutes } from '../minutes/minutes.reads.js';
import { organisationOf, organisations } from '../organisations/organisations.reads.js';
import { people } from '../people/people.reads.js';
import { carriedOver } from './carried-over.reads.js';
import { MeetingSort, type MeetingFilter } from './meeting.input.js';

const attendees: Shape = {
  table: 'attendance',
  visible: (row, reading) =>
    sql`(${visibleById(reading, organisations, sql`${row}.organisation_id`)} or ${visibleById(reading, people, sql`${row}.person_id`)})`,
  fields: {
    ...columns('id', 'presence'),
    person: (row, reading, selection) => one(reading, people, selection, { where: (person) => sql`${person}.id = ${row}.person_id` }),
    organisation: organisationOf(),
    onBehalfOfPerson: (row, reading, selection) => one(reading, people, selection, { where: (person) => sql`${person}.id = ${row}.on_behalf_of_person_id` }),
    onBehalfOfOrganisation: organisationOf('on_behalf_of_organisation_id'),
  },
};

/** Planned until its end has passed, unless it was cancelled. */
export const stateOf = (row: Sql): Sql =>
  sql`(case when ${row}.cancelled_on is not null then 'cancelled' when coalesce(${row}.ends_at, ${row}.starts_at) > now() then 'planned' else 'held' end)`;

/** What will be talked about is for signed-in viewers, as the minutes are. */
const agenda: Shape = {
  table: 'agenda_item',
  visible: (_, { viewer }) => (viewer.role === 'public' ? sql`false` : sql`true`),
  fields: {
    ...columns('id', 'title', 'minutes', 'ownerUserId'),
    ownerOrganisation: organisationOf('owner_organisation_id'),
    ownerPerson: (row, reading, selection) => one(reading, people, selection, { where: (person) => sql`${person}.id = ${row}.owner_person_id` }),
    ownerUser: (row) => sql`(select u.name from user_account u where u.id = ${row}.owner_user_id)`,
  },
};

export const meetings: Shape = {
  table: 'meeting',
  visible: (row, reading) => sql`${row}.archived_at is null and ${readableBy(reading.viewer, row)}`,
  fields: {
    ...columns('id', 'title', 'kind', 'mode', 'startsAt', 'endsAt', 'timeZone', 'place', 'placeCountry', 'agreed', 'themes', 'strategyActivity',
      'recordedOn', 'visibility', 'country', 'demonstration', 'version', 'cancelledOn', 'cancelledReason', 'sequence', 'allDay'),
    viewerCan: subjectPiece,
    state: stateOf,
    series: (row, reading) => {
      const other = reading.alias('meeting');
      return sql`(select coalesce(json_agg(json_build_object('id', ${other}.id, 'startsAt', ${other}.starts_at, 'state', ${stateOf(other)}, 'moved', ${other}.starts_at <> ${other}.series_at) order by ${other}.starts_at, ${other}.id), '[]')
        from meeting ${other} where ${other}.series_id = ${row}.series_id and ${meetings.visible(other, reading)})`;
    },
    // Foreign invitations carry dial-in codes and telephone numbers.
    notes: (row, reading) => (reading.viewer.role === 'public' ? sql`''` : sql`${row}.notes`),
    agenda: (row, reading, selection) => many(reading, agenda, selection, {
      where: (each) => sql`${each}.meeting_id = ${row}.id`, orderBy: (each) => sql`${each}.position, ${each}.id`,
    }),
    agreement: (row, reading, selection) => one(reading, agreements, selection, { where: (other) => sql`${other}.id = ${row}.agreement_id` }),
    loggedBy: (row, reading) => forSignedIn(reading, sql`(select u.name from user_account u where u.id = ${row}.created_by)`),
    attendees: (row, reading, selection) => many(reading, attendees, selection, {
      // Guests before the coalition's own, organisations before their people.
      where: (each) => sql`${each}.meeting_id = ${row}.id`, orderBy: (each) => sql`${fromOutside(each)} desc nulls last, ${each}.person_id nulls first, ${each}.id`,
    }),
    carriedOver,
    commitments: (row, reading, selection) => many(reading, commitments, selection, {
      where: (each) => sql`${each}.meeting_id = ${row}.id`, orderBy: (each) => sql`${each}.due_on nulls last, ${each}.id`,
    }),
    minutes: (row, reading, selection) => one(reading, minutes, selection, { where: (each) => sql`${each}.meeting_id = ${row}.id` }),
  },
};

const forSignedIn = ({ viewer }: Reading, piece: Sql): Sql => (viewer.role === 'public' ? sql`null::json` : piece);

const fromOutside = (attendee: Sql): Sql =>
  sql`(select bool_or(o.standing = 'external') from organisation o where o.id = ${attendee}.organisation_id)`;

/** Did this organisation attend? */
export const attendedBy = (meeting: Sql, organisation: Sql): Sql =>
  sql`exists (select from attendance a where a.meeting_id = ${meeting}.id and a.organisation_id = ${organisation})`;

/** The day of a meeting, where it took place. */
export const dayOf = (meeting: Sql): Sql => sql`(${meeting}.starts_at at time zone ${meeting}.time_zone)::date`;

/** The trash. */
const archivedMeetings: Shape = { ...meetings, visible: (row, reading) => inTrash(reading.viewer, row) };

export const meetingById = (reading: Reading, id: string, selection: Parameters<typeof one>[2]): Sql =>
  sql`select ${one(reading, meetings, selection, { where: (row) => sql`${row}.id = ${id}::uuid` })} as answer`;

export interface MeetingPageArgs { filter?: MeetingFilter | null; sort: MeetingSort; first: number; after?: string | null }

export function meetingPage(reading: Reading, { filter, sort, first, after }: MeetingPageArgs): PageRequest {
  return {
    shape: filter?.archived ? archivedMeetings : meetings, where: (row) => conditions(row, filter ?? {}, reading), first, after: after ?? null, facets: FACETS,
    sort: { key: (row) => sql`${row}.starts_at`, type: 'timestamptz', descending: sort === MeetingSort.RECENT },
  };
}

const countryOf = (row: Sql): Sql => sql`coalesce(${row}.place_country, ${row}.country)`;

const FACETS: Facet[] = [
  { name: 'kind', values: (row) => sql`${row}.kind` },
  { name: 'country', values: countryOf },
  { name: 'theme', values: (row) => sql`unnest(${row}.themes)` },
];

function conditions(row: Sql, filter: MeetingFilter, reading: Reading): Record<string, Sql[]> {
  const words = tellingWords(fold(filter.text ?? '').split(' ').filter(Boolean));
  return {
    '': [
      ...words.map((word) => sql`(${row}.full_text like ${`%${word}%`} or ${word} <% ${row}.search_text or ${minutedWith(row, word, reading)})`),
      ...attended(row, 'organisation_id', filter.organisationId, reading),
      ...attended(row, 'person_id', filter.personId, reading),
      // No zone is further than a day away: the first condition finds by the index, the second is exact.
      ...(filter.from ? [sql`${row}.starts_at >= ${filter.from}::date - 1`, sql`${dayOf(row)} >= ${filter.from}::date`] : []),
      ...(filter.to ? [sql`${row}.starts_at < ${filter.to}::date + 2`, sql`${dayOf(row)} <= ${filter.to}::date`] : []),
      ...(filter.state?.length ? [sql`${stateOf(row)} = any(${filter.state}::text[])`] : []),
      ...minutesIn(row, filter.minutes, reading),
    ],
    kind: filter.kind?.length ? [sql`${row}.kind = any(${filter.kind}::text[])`] : [],
    country: filter.country?.length ? [sql`${countryOf(row)} = any(${filter.country}::text[])`] : [],
    theme: filter.theme?.length ? [sql`${row}.themes && ${filter.theme}::text[]`] : [],
  };
}

/** The state of its minutes is for signed-in viewers, as the minutes are. */
function minutesIn(row: Sql, states: string[] | null | undefined, { viewer }: Reading): Sql[] {
  if (!states?.length) return [];
  if (viewer.role === 'public') return [sql`false`];
  return [sql`exists (select from minutes m where m.meeting_id = ${row}.id and m.state = any(${states}::text[]))`];
}

/** Whoever attended, as far as the viewer may know it. */
function attended(row: Sql, column: 'organisation_id' | 'person_id', id: string | null | undefined, reading: Reading): Sql[] {
  if (!id) return [];
  if (!isUuid(id)) return [sql`false`];
  return [sql`exists (select from attendance a where a.meeting_id = ${row}.id and a.${raw(column)} = ${id} and ${attendees.visible(sql`a`, reading)})`];
}
