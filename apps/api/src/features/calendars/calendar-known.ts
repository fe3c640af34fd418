import sql, { type Sql } from 'sql-template-tag';
import type { Viewer, Visibility } from '@tejido/domain/policy.js';
import { readableBy } from '../../platform/access/scope.js';
import type { CalendarMeeting } from './calendar-content.js';

/** Runs a statement: inside a unit of work, or for a preview that writes nothing. */
export type Ask = <T>(statement: Sql) => Promise<T[]>;

/** What a calendar says of a meeting. */
export interface Said { title: string; startsAt: string; endsAt: string | null; place: string; notes: string }

/** Whether a calendar says the same as last time is seen from digests: its words may name people, and those who are erased leave no copy here. */
export type Seen = Record<keyof Said, string | null>;

/** A meeting that came from an event of this calendar earlier, as far as the viewer may see it. */
export interface Known {
  meetingId: string; uid: string; recurrence: string; sequence: number; stamp: string; seen: Seen;
  title: string; place: string; endsAt: string | null;
  seriesId: string | null; startsAt: string; cancelled: boolean; archived: boolean; approved: boolean; country: string | null; visibility: Visibility;
}

export async function knownEvents(ask: Ask, viewer: Viewer, meetings: readonly CalendarMeeting[]): Promise<Known[]> {
  const uids = [...new Set(meetings.map(({ uid }) => uid))];
  return ask<Known>(sql`select m.id as "meetingId", e.uid, e.recurrence, e.sequence, e.stamp, e.seen, m.title, m.place, m.series_id as "seriesId",
      to_char(m.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "startsAt",
      to_char(m.ends_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "endsAt", m.cancelled_on is not null as cancelled, m.archived_at is not null as archived,
      exists (select from minutes n where n.meeting_id = m.id and n.state = 'approved') as approved, m.country, m.visibility
    from calendar_event e join meeting m on m.id = e.meeting_id where e.uid = any(${uids}::text[]) and ${readableBy(viewer, sql`m`)} order by m.starts_at, m.id`);
}

/** Whom an address belongs to; a person is there for the organisation where they hold a post today. */
export interface Match { email: string; personId: string | null; organisationId: string | null; name: string; organisation: string | null; colleague: boolean }

/** By e-mail address: people, organisations and colleagues that the viewer may see. */
export async function guestsByEmail(ask: Ask, viewer: Viewer, meetings: readonly CalendarMeeting[], today: string): Promise<Map<string, Match>> {
  const emails = [...new Set(meetings.flatMap(({ guests }) => guests.map(({ email }) => email)))].filter(Boolean);
  if (emails.length === 0) return new Map();
  const organisation = (row: Sql) => sql`${row}.archived_at is null and ${row}.merged_into_id is null and ${readableBy(viewer, row)}`;
  const found = await ask<Match>(sql`
    select lower(c.value) as email, p.id as "personId", post.id as "organisationId", p.name, post.name as organisation, false as colleague, 1 as rank from contact_point c
      join person p on p.id = c.person_id and p.archived_at is null and ${readableBy(viewer, sql`p`)}
      left join lateral (select o.id, o.name from affiliation a join organisation o on o.id = a.organisation_id and ${organisation(sql`o`)}
        where a.person_id = p.id and daterange(a.from_day, a.to_day, '[]') @> ${today}::date order by a.from_day desc nulls last, o.name limit 1) post on true
      where c.kind = 'email' and lower(c.value) = any(${emails}::text[])
    union all select lower(c.value), null, o.id, o.name, null, false, 2 from contact_point c join organisation o on o.id = c.organisation_id and ${organisation(sql`o`)}
      where c.kind = 'email' and lower(c.value) = any(${emails}::text[])
    union all select lower(u.email), null, null, u.name, null, true, 3 from user_account u where lower(u.email) = any(${emails}::text[]) and u.disabled_at is null
    order by rank, name, 2`);
  return new Map(found.reverse().map((each) => [each.email, each])); // people before organisations before colleagues
}
