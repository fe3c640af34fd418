import { createHash } from 'node:crypto';
import type { CalendarRow, RowReason } from '@tejido/domain/calendar-preview.js';
import { can, type Viewer } from '@tejido/domain/policy.js';
import type { CalendarMeeting } from './calendar-content.js';
import type { Known, Match, Said, Seen } from './calendar-known.js';

/** One meeting of a calendar and what becomes of it. `meeting` is null for one that the calendar's series has no more. */
export interface Planned { row: CalendarRow; meeting: CalendarMeeting | null; known: Known | null }

/** Events without a name are meetings with one. */
export const UNTITLED = 'Reunión sin título';

export const saidOf = ({ title, startsAt, endsAt, place, notes }: CalendarMeeting): Said => ({ title: title || UNTITLED, startsAt, endsAt, place, notes });

/** What is kept of it, to know next time what is new. */
export function seenOf(meeting: CalendarMeeting): Seen {
  const digest = (text: string) => (text === '' ? '' : createHash('sha256').update(text).digest('base64url'));
  const { title, place, notes, ...times } = saidOf(meeting);
  return { ...times, title: digest(title), place: digest(place), notes: digest(notes) };
}

/**
 * Decides what becomes of each event: new, changed (same identifier and instance), cancelled, the same as before, or left out with a
 * reason. Only what the calendar says otherwise than last time is changed: what was written here since stays.
 * @param now ISO instant: what was deleted from a series is cancelled when it is still to come.
 */
export function planOf(meetings: readonly CalendarMeeting[], known: readonly Known[], matches: ReadonlyMap<string, Match>, viewer: Viewer, now: string): Planned[] {
  const planned = meetings.flatMap((meeting) => {
    const same = known.filter(({ uid, recurrence }) => uid === meeting.uid && recurrence === meeting.recurrence);
    // A cancellation of the whole names no instance.
    const whole = meeting.cancelled && meeting.recurrence === '' && same.length === 0 ? known.filter(({ uid }) => uid === meeting.uid) : same;
    return whole.length > 0 ? whole.map((each) => planOfKnown(meeting, each, matches, viewer)) : [planOfNew(meeting, matches)];
  });
  return [...planned, ...gone(meetings, known, viewer, now)];
}

function planOfNew(meeting: CalendarMeeting, matches: ReadonlyMap<string, Match>): Planned {
  return { row: rowOf(meeting, matches, meeting.cancelled ? 'left_out' : 'new', meeting.cancelled ? 'cancelled_unknown' : null), meeting, known: null };
}

function planOfKnown(meeting: CalendarMeeting, known: Known, matches: ReadonlyMap<string, Match>, viewer: Viewer): Planned {
  const seen = seenOf(meeting);
  const changes = (Object.keys(seen) as (keyof Said)[]).filter((field) => seen[field] !== known.seen[field]);
  const older = meeting.sequence < known.sequence || (meeting.sequence === known.sequence && meeting.stamp < known.stamp && changes.length > 0);
  const plan = (status: CalendarRow['status'], reason: RowReason | null = null): Planned =>
    ({ row: { ...rowOf(meeting, matches, status, reason), meetingId: known.meetingId, changes: status === 'changed' ? changes : [] }, meeting, known });
  if (older) return plan('left_out', 'older');
  if (meeting.cancelled ? known.cancelled : changes.length === 0 && !known.cancelled) return plan('same');
  const refused = refusalOf(known, viewer, !meeting.cancelled && changes.includes('title'));
  if (refused) return plan('left_out', refused);
  if (meeting.cancelled) return plan('cancelled');
  // Cancelled here, and the calendar says nothing new: it stays cancelled.
  return changes.length === 0 && meeting.sequence <= known.sequence ? plan('same') : plan('changed');
}

function refusalOf(known: Known, viewer: Viewer, renames: boolean): RowReason | null {
  if (known.archived) return 'in_trash';
  if (!can(viewer, 'meeting.amend', { visibility: known.visibility, country: known.country })) return 'not_yours';
  return renames && known.approved ? 'minutes_approved' : null;
}

/** Instances to come that the series of this file has no more: their rule was shortened, or they were deleted. */
function gone(meetings: readonly CalendarMeeting[], known: readonly Known[], viewer: Viewer, now: string): Planned[] {
  const series = new Map<string, CalendarMeeting[]>();
  for (const each of meetings) if (each.rule) series.set(each.uid, [...(series.get(each.uid) ?? []), each]);
  return known.filter((each) => {
    const rows = series.get(each.uid);
    return rows && each.recurrence !== '' && each.startsAt > now && !each.cancelled && !each.archived && each.sequence <= rows[0]!.sequence
      && !meetings.some(({ uid, recurrence }) => uid === each.uid && recurrence === each.recurrence);
  }).map((each) => {
    const refused = refusalOf(each, viewer, false);
    const { title, startsAt, endsAt, place } = each;
    const row: CalendarRow = { key: `${each.uid} ${each.recurrence}`, status: refused ? 'left_out' : 'cancelled', reason: refused ?? 'not_in_series', title, startsAt, endsAt, allDay: false,
      timeZone: 'UTC', place, repeats: true, meetingId: each.meetingId, changes: [], guests: [] };
    return { row, meeting: null, known: each };
  });
}

function rowOf(meeting: CalendarMeeting, matches: ReadonlyMap<string, Match>, status: CalendarRow['status'], reason: RowReason | null): CalendarRow {
  const { uid, recurrence, title, startsAt, endsAt, allDay, timeZone, place, rule } = meeting;
  return {
    key: `${uid} ${recurrence}`, status, reason, title: title || UNTITLED, startsAt, endsAt, allDay, timeZone, place, repeats: rule !== null || recurrence !== '', meetingId: null, changes: [],
    guests: meeting.guests.filter(({ kind }) => kind === 'person').map(({ email, name }) => {
      const match = matches.get(email);
      return { email, name: match?.name ?? name, found: !match ? null : match.colleague ? 'colleague' : match.personId ? 'person' : 'organisation', organisation: match?.organisation ?? null };
    }),
  };
}
