import sql, { empty } from 'sql-template-tag';
import { invalid } from '@tejido/domain/error.js';
import { can, type Viewer } from '@tejido/domain/policy.js';
import { instancesOf, readRecurrence } from '@tejido/domain/recurrence.js';
import { addMinutes, instantAt, localTimeAt, type LocalTime } from '@tejido/domain/zoned-time.js';
import { readableBy } from '../../platform/access/scope.js';
import type { Tx } from '../../platform/database/work.js';
import { Meeting, MeetingSeries } from './meeting.entity.js';
import { SeriesScope } from './meeting.input.js';
import { removeAttendees } from './meeting-parts.js';

export interface Series { rule: string; starts: string[] }

/** The instants of a series, at the same time of the place whatever its clocks do. @throws INVALID at `repeats` */
export function seriesOf(rule: string, startsAt: string, timeZone: string): Series {
  const first = localTimeAt(new Date(startsAt), timeZone);
  const read = readRecurrence('repeats', rule, first);
  if ('problems' in read) throw invalid(read.problems);
  return { rule, starts: instancesOf(read.recurrence, first).map((local) => instantAt(local, timeZone).toISOString()) };
}

/** Writes the meetings that come after the first: rows of their own with the same guests and agenda. What was promised is promised once. */
export async function repeatMeeting(tx: Tx, viewer: Viewer, firstId: string, { rule, starts }: Series): Promise<void> {
  const seriesId = await tx.insert(MeetingSeries, { rule });
  const first = await tx.manager.findOneByOrFail(Meeting, { id: firstId });
  const length = first.endsAt ? at(first.endsAt) - at(first.startsAt) : null;
  await tx.manager.update(Meeting, { id: firstId }, { seriesId, seriesAt: first.startsAt });
  const { title, kind, mode, timeZone, place, placeCountry, notes, themes, strategyActivity, agreementId, visibility, country, recordedOn } = first;
  await tx.insertAll(Meeting, starts.slice(1).map((startsAt) => ({
    title, kind, mode, timeZone, place, placeCountry, notes, themes, strategyActivity, agreementId, visibility, country, recordedOn,
    startsAt, endsAt: length === null ? null : new Date(Date.parse(startsAt) + length), seriesId, seriesAt: startsAt, createdBy: viewer.userId,
  })));
  for (const { id } of await tx.manager.findBy(Meeting, { seriesId })) {
    if (id === firstId) continue;
    await copyAttendees(tx, firstId, id);
    await copyAgenda(tx, firstId, id);
  }
}

/** The other meetings of the series that a change is for: still planned, not cancelled, and the viewer's to change. */
export async function othersOf(tx: Tx, viewer: Viewer, { id, seriesId, seriesAt }: Meeting, scope: SeriesScope): Promise<Meeting[]> {
  if (!seriesId || scope === SeriesScope.ONE) return [];
  const after = scope === SeriesScope.FOLLOWING ? sql`and m.series_at > ${seriesAt}` : empty;
  const rows = await tx.query<{ id: string }>(sql`select m.id from meeting m where m.series_id = ${seriesId} and m.id <> ${id} and m.archived_at is null and m.cancelled_on is null
    and coalesce(m.ends_at, m.starts_at) > now() and ${readableBy(viewer, sql`m`)} ${after}`);
  const wanted = new Set(rows.map((each) => each.id));
  return (await tx.manager.findBy(Meeting, { seriesId }))
    .filter((each) => wanted.has(each.id) && can(viewer, 'meeting.amend', { visibility: each.visibility, country: each.country, ownerUserId: each.createdBy }));
}

/** Brings a change to the other meetings in its scope. Each moves as much as this one did; one that was moved by itself keeps its time. */
export async function amendOthers(
  tx: Tx, viewer: Viewer, before: Meeting, change: Partial<Meeting>, { scope, attendees, agenda }: { scope: SeriesScope; attendees: boolean; agenda: boolean },
): Promise<void> {
  const others = await othersOf(tx, viewer, before, scope);
  if (others.length === 0) return;
  // What was agreed is each meeting's own.
  const { startsAt, endsAt, timeZone, agreed: _, ...shared } = change;
  const now = await tx.manager.findOneByOrFail(Meeting, { id: before.id });
  const timed = startsAt !== undefined || endsAt !== undefined || timeZone !== undefined;
  for (const other of others) {
    const patch = { ...shared, ...(timed ? moved(other, before, now) : {}) };
    if (Object.keys(patch).length > 0) await tx.manager.update(Meeting, { id: other.id }, patch);
    if (attendees) {
      await removeAttendees(tx, viewer, other.id);
      await copyAttendees(tx, before.id, other.id);
    }
    if (agenda) await copyAgenda(tx, before.id, other.id);
  }
  // It moved with its series, not by itself.
  if (timed) await tx.manager.update(Meeting, { id: before.id }, { seriesAt: now.startsAt });
}

function moved(other: Meeting, before: Meeting, now: Meeting): Partial<Meeting> {
  if (at(other.startsAt) !== at(other.seriesAt!)) return {};
  const minutes = (Date.parse(`${local(now)}Z`) - Date.parse(`${local(before)}Z`)) / 60_000;
  const start = instantAt(addMinutes(local(other), minutes), now.timeZone);
  const end = now.endsAt ? new Date(start.getTime() + at(now.endsAt) - at(now.startsAt)) : null;
  return { startsAt: start, endsAt: end, seriesAt: start, timeZone: now.timeZone };
}

const at = (instant: Date | string): number => new Date(instant).getTime();
const local = ({ startsAt, timeZone }: Meeting): LocalTime => localTimeAt(new Date(startsAt), timeZone);

async function copyAttendees(tx: Tx, from: string, to: string): Promise<void> {
  await tx.query(sql`insert into attendance (meeting_id, person_id, organisation_id, presence) select ${to}::uuid, person_id, organisation_id, 'present' from attendance where meeting_id = ${from}
    on conflict do nothing`);
}

async function copyAgenda(tx: Tx, from: string, to: string): Promise<void> {
  await tx.query(sql`delete from agenda_item where meeting_id = ${to}`);
  await tx.query(sql`insert into agenda_item (meeting_id, position, title, minutes, owner_organisation_id, owner_person_id, owner_user_id)
    select ${to}::uuid, position, title, minutes, owner_organisation_id, owner_person_id, owner_user_id from agenda_item where meeting_id = ${from}`);
}
