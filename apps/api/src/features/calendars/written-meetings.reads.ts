import sql, { type Sql } from 'sql-template-tag';
import { can, type Viewer } from '@tejido/domain/policy.js';
import { readableBy } from '../../platform/access/scope.js';
import type { WrittenMeeting } from './written-calendar.js';

const instant = (column: Sql) => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

const written = (viewer: Viewer): Sql => sql`select m.id, m.title, ${instant(sql`m.starts_at`)} as "startsAt", ${instant(sql`m.ends_at`)} as "endsAt", m.all_day as "allDay", m.time_zone as "timeZone",
    m.place, m.notes, greatest(m.sequence, e.sequence) as sequence, m.cancelled_on is not null as cancelled, e.uid, e.recurrence,
    (select coalesce(json_agg(json_build_object('title', i.title, 'minutes', i.minutes) order by i.position, i.id), '[]') from agenda_item i where i.meeting_id = m.id) as agenda
  from meeting m left join calendar_event e on e.meeting_id = m.id where m.archived_at is null and ${readableBy(viewer, sql`m`)}`;

export const writtenMeeting = (viewer: Viewer, id: string): Sql => sql`${written(viewer)} and m.id = ${id}::uuid`;

/** From a year ago on, the next first within the limit of what programs take in: what a user may see. */
export const writtenMeetings = (viewer: Viewer, today: string): Sql => sql`${written(viewer)} and m.starts_at >= ${today}::date - 366 order by m.starts_at desc, m.id limit 2000`;

export type { WrittenMeeting };

/** Who may be invited: attendees with an address that the viewer may know. */
export interface Invitee {
  key: string;
  personId: string | null;
  organisationId: string | null;
  name: string;
  /** Null: there is none, or none that the viewer may know. */
  email: string | null;
  language: 'es' | 'en';
  /** The latest version that was sent to them; null for none. */
  sentSequence: number | null;
  sentAt: string | null;
}

/**
 * The people who attend, and the organisations for which nobody is named, each once. An address is somebody's latest; whoever may not
 * read contact details sees none.
 */
export function inviteesOf(viewer: Viewer, meetingId: string): Sql {
  const reads = can(viewer, 'person.readContacts', { visibility: 'public' });
  const email = (column: 'person_id' | 'organisation_id', id: Sql) => (reads
    ? sql`(select c.value from contact_point c where ${column === 'person_id' ? sql`c.person_id` : sql`c.organisation_id`} = ${id} and c.kind = 'email' order by c.label = '' desc, c.id limit 1)`
    : sql`null::text`);
  return sql`select key, "personId", "organisationId", name, email, language, sent.sequence as "sentSequence", ${instant(sql`sent.queued_at`)} as "sentAt" from (
      select distinct 'person ' || p.id as key, p.id as "personId", null::uuid as "organisationId", p.name, ${email('person_id', sql`p.id`)} as email,
          case when 'en' = any(p.languages) and not 'es' = any(p.languages) then 'en' else 'es' end as language
        from attendance a join person p on p.id = a.person_id and p.archived_at is null and ${readableBy(viewer, sql`p`)} where a.meeting_id = ${meetingId}::uuid
      union all select distinct 'organisation ' || o.id, null::uuid, o.id, o.name, ${email('organisation_id', sql`o.id`)}, 'es'
        from attendance a join organisation o on o.id = a.organisation_id and o.archived_at is null and ${readableBy(viewer, sql`o`)}
        where a.meeting_id = ${meetingId}::uuid and o.standing <> 'coalition'
          and not exists (select from attendance other where other.meeting_id = a.meeting_id and other.organisation_id = o.id and other.person_id is not null)
    ) invited left join lateral (select i.sequence, i.queued_at from invitation i where i.meeting_id = ${meetingId}::uuid
      and i.person_id is not distinct from "personId" and i.organisation_id is not distinct from "organisationId" order by i.sequence desc limit 1) sent on true
    order by email is null, name, key`;
}
