import sql, { type Sql } from 'sql-template-tag';
import { fold } from '@tejido/domain/text.js';
import { readableBy } from '../../platform/access/scope.js';
import { columns, many, one, type Reading, type Shape } from '../../platform/graphql/composer.js';
import type { PageRequest } from '../../platform/graphql/page.js';
import { subjectPiece } from '../../platform/graphql/subject.js';
import { commitments } from '../commitments/commitments.reads.js';
import { organisationOf, organisations } from '../organisations/organisations.reads.js';
import { people } from '../people/people.reads.js';
import { MeetingSort, type MeetingFilter } from './meeting.input.js';

const attendees: Shape = {
  table: 'attendance',
  visible: (row, reading) => sql`(exists (select from organisation seen where seen.id = ${row}.organisation_id and ${organisations.visible(sql`seen`, reading)})
    or exists (select from person seen where seen.id = ${row}.person_id and ${people.visible(sql`seen`, reading)}))`,
  fields: {
    ...columns('id', 'presence'),
    person: (row, reading, selection) => one(reading, people, selection, { where: (person) => sql`${person}.id = ${row}.person_id` }),
    organisation: organisationOf(),
  },
};

export const meetings: Shape = {
  table: 'meeting',
  visible: (row, reading) => sql`${row}.archived_at is null and ${readableBy(reading.viewer, row)}`,
  fields: {
    ...columns('id', 'title', 'kind', 'mode', 'startsAt', 'endsAt', 'timeZone', 'place', 'placeCountry', 'agreed', 'themes', 'strategyActivity', 'visibility', 'country', 'demonstration', 'version'),
    viewerCan: subjectPiece,
    attendees: (row, reading, selection) => many(reading, attendees, selection, { where: (each) => sql`${each}.meeting_id = ${row}.id`, orderBy: (each) => sql`${each}.person_id nulls first, ${each}.id` }),
    commitments: (row, reading, selection) => many(reading, commitments, selection, { where: (each) => sql`${each}.meeting_id = ${row}.id`, orderBy: (each) => sql`${each}.due_on nulls last, ${each}.id` }),
    minutes: (row, reading) => (reading.viewer.role === 'public' ? sql`null::json` : sql`(select json_build_object('body', m.body, 'state', m.state, 'circulatedOn', m.circulated_on, 'approvedOn', m.approved_on, 'contentHash', m.content_hash, 'version', m.version) from minutes m where m.meeting_id = ${row}.id)`),
  },
};

/** Did this organisation attend? */
export const attendedBy = (meeting: Sql, organisation: Sql): Sql => sql`exists (select from attendance a where a.meeting_id = ${meeting}.id and a.organisation_id = ${organisation})`;

/** The day of a meeting, where it took place. */
export const dayOf = (meeting: Sql): Sql => sql`(${meeting}.starts_at at time zone ${meeting}.time_zone)::date`;

export const meetingById = (reading: Reading, id: string, selection: Parameters<typeof one>[2]): Sql =>
  sql`select ${one(reading, meetings, selection, { where: (row) => sql`${row}.id = ${id}::uuid` })} as answer`;

export interface MeetingPageArgs { filter?: MeetingFilter | null; sort: MeetingSort; first: number; after?: string | null }

export function meetingPage({ filter, sort, first, after }: MeetingPageArgs): PageRequest {
  const words = fold(filter?.text ?? '').split(' ').filter(Boolean);
  return {
    shape: meetings,
    where: (row) => ({
      '': [
        ...words.map((word) => sql`(fold(${row}.title || ' ' || ${row}.agreed) like ${`%${word}%`} or word_similarity(${word}, fold(${row}.title)) >= 0.5)`),
        ...(filter?.organisationId ? [attendedBy(row, sql`${filter.organisationId}`)] : []),
        ...(filter?.personId ? [sql`exists (select from attendance a where a.meeting_id = ${row}.id and a.person_id = ${filter.personId})`] : []),
        ...(filter?.from ? [sql`${dayOf(row)} >= ${filter.from}::date`] : []),
        ...(filter?.to ? [sql`${dayOf(row)} <= ${filter.to}::date`] : []),
      ],
      kind: filter?.kind?.length ? [sql`${row}.kind = any(${filter.kind}::text[])`] : [],
      country: filter?.country?.length ? [sql`coalesce(${row}.place_country, ${row}.country) = any(${filter.country}::text[])`] : [],
      theme: filter?.theme?.length ? [sql`${row}.themes && ${filter.theme}::text[]`] : [],
    }),
    sort: { key: (row) => sql`${row}.starts_at`, type: 'timestamptz', descending: sort === MeetingSort.RECENT },
    first, after: after ?? null,
    facets: [{ name: 'kind', values: (row) => sql`${row}.kind` }, { name: 'country', values: (row) => sql`coalesce(${row}.place_country, ${row}.country)` }, { name: 'theme', values: (row) => sql`unnest(${row}.themes)` }],
  };
}
