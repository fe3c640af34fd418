import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { conflict, notFound, problem, refuseIfAny } from '@tejido/domain/error.js';
import { textProblems } from '@tejido/domain/field-problems.js';
import { canRead, type Ability, type Viewer } from '@tejido/domain/policy.js';
import { authorize } from '../../platform/access/ability.js';
import { Clock } from '../../platform/clock.js';
import { refuseUnnameable } from '../../platform/access/nameable.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { Meeting, type Attendance } from './meeting.entity.js';
import { SeriesScope, type MeetingInput } from './meeting.input.js';
import { keepAgenda } from './meeting-agenda.js';
import { addAttendees, addCommitments, removeAttendees } from './meeting-parts.js';
import { amendOthers, othersOf, repeatMeeting, seriesOf } from './meeting-series.js';
import { dayAt, meetingInputProblems } from './meeting-problems.js';

/** The verbs that write meetings: who met, what was agreed and what was promised, in one unit of work. */
@Injectable()
export class MeetingsService {
  constructor(private readonly work: Work, private readonly clock: Clock) {}

  /** @returns the new meeting's id. @throws INVALID, FORBIDDEN */
  log(viewer: Viewer, input: MeetingInput): Promise<string> {
    return this.work.run(viewer, 'meeting.log', async (tx) => {
      const owner = { visibility: input.visibility ?? 'coalition', country: input.country ?? viewer.country } as const;
      authorize(viewer, 'meeting.log', owner);
      const missing = (['kind', 'startsAt'] as const).filter((field) => !input[field]).map((field) => problem(field, 'required'));
      const timeZone = input.timeZone ?? 'UTC';
      refuseIfAny([...meetingInputProblems({ ...input, title: input.title ?? '' }, dayAt(input.startsAt, timeZone)), ...missing]);
      const repeats = input.repeats ? seriesOf(input.repeats, input.startsAt!, timeZone) : null;
      await refuseHidden(tx, viewer, input);
      const id = await tx.insert(Meeting, { ...columnsOf(input), timeZone, ...owner, createdBy: viewer.userId, recordedOn: this.clock.today() });
      await this.addParts(tx, viewer, { id, ...owner }, input);
      if (repeats) await repeatMeeting(tx, viewer, id, repeats);
      return id;
    });
  }

  /** Absent keeps, null clears. @throws INVALID, NOT_FOUND, FORBIDDEN, CONFLICT_STALE; CONFLICT when its minutes are approved */
  amend(viewer: Viewer, id: string, version: number, input: MeetingInput, scope = SeriesScope.ONE): Promise<void> {
    return this.work.run(viewer, 'meeting.amend', async (tx) => {
      const before = await allowedMeeting(tx, viewer, 'meeting.amend', id);
      const country = input.country === undefined ? before.country : input.country;
      const owner = { visibility: input.visibility ?? before.visibility, country };
      authorize(viewer, 'meeting.amend', owner);
      refuseIfAny(meetingInputProblems(input, dayAt(input.startsAt ?? before.startsAt, input.timeZone ?? before.timeZone)));
      await refuseHidden(tx, viewer, input);
      await refuseApproved(tx, before, input);
      await tx.amend(Meeting, id, version, columnsOf(input));
      const attended = input.attendees ? await removeAttendees(tx, viewer, id) : [];
      await this.addParts(tx, viewer, { id, ...owner }, input, attended);
      await amendOthers(tx, viewer, before, columnsOf(input), { scope, attendees: Boolean(input.attendees), agenda: Boolean(input.agenda) });
    });
  }

  /** It will not take place. @throws CONFLICT when it was cancelled before */
  cancel(viewer: Viewer, id: string, version: number, reason: string, scope = SeriesScope.ONE): Promise<void> {
    return this.work.run(viewer, 'meeting.cancel', async (tx) => {
      const before = await allowedMeeting(tx, viewer, 'meeting.amend', id);
      refuseIfAny(textProblems('reason', reason, { max: 2000 }));
      if (before.cancelledOn) throw conflict([problem('', 'wrong_stage')]);
      const off = { cancelledOn: this.clock.today(), cancelledReason: reason.normalize('NFC').trim() };
      await tx.amend(Meeting, id, version, off);
      for (const other of await othersOf(tx, viewer, before, scope)) await tx.manager.update(Meeting, { id: other.id }, off);
    });
  }

  /** A cancelled one takes place after all. @throws CONFLICT when it was not cancelled */
  reinstate(viewer: Viewer, id: string, version: number): Promise<void> {
    return this.work.run(viewer, 'meeting.reinstate', async (tx) => {
      const { cancelledOn } = await allowedMeeting(tx, viewer, 'meeting.amend', id);
      if (!cancelledOn) throw conflict([problem('', 'wrong_stage')]);
      await tx.amend(Meeting, id, version, { cancelledOn: null, cancelledReason: '' });
    });
  }

  archive(viewer: Viewer, id: string, version: number): Promise<void> {
    return this.work.run(viewer, 'meeting.archive', async (tx) => {
      await allowedMeeting(tx, viewer, 'meeting.amend', id);
      await tx.amend(Meeting, id, version, { archivedAt: this.clock.now() });
    });
  }

  /** Takes it back out of the trash. */
  restore(viewer: Viewer, id: string, version: number): Promise<void> {
    return this.work.run(viewer, 'meeting.restore', async (tx) => {
      await allowedMeeting(tx, viewer, 'meeting.amend', id, { archived: true });
      await tx.amend(Meeting, id, version, { archivedAt: null });
    });
  }

  private async addParts(
    tx: Tx, viewer: Viewer, meeting: Pick<Meeting, 'id' | 'visibility' | 'country'>, input: MeetingInput, attended: readonly Attendance[] = [],
  ): Promise<void> {
    const attendees = await addAttendees(tx, viewer, meeting.id, input.attendees ?? [], this.clock.today(), attended);
    if (input.agenda) await keepAgenda(tx, viewer, meeting.id, input.agenda);
    await addCommitments(tx, viewer, meeting, input.commitments ?? [], attendees, this.clock.today());
  }
}

/** The meeting, when the viewer may do this to it. @throws NOT_FOUND also when it is hidden, FORBIDDEN */
export async function allowedMeeting(tx: Tx, viewer: Viewer, ability: Ability, id: string, { archived = false } = {}): Promise<Meeting> {
  const found = isUuid(id) ? await tx.manager.findOneBy(Meeting, { id }) : null;
  if (!found || (found.archivedAt !== null) !== archived || !canRead(viewer, found)) throw notFound();
  authorize(viewer, ability, { visibility: found.visibility, country: found.country, ownerUserId: found.createdBy });
  return found;
}

const refuseHidden = (tx: Tx, viewer: Viewer, { agreementId }: MeetingInput): Promise<void> =>
  refuseUnnameable(tx, viewer, [{ path: 'agreementId', table: 'agreement', id: agreementId }]);

/** The hash of approved minutes covers the title and what was agreed: from then on both stay, and the agenda that they answer. */
async function refuseApproved(tx: Tx, before: Meeting, input: MeetingInput): Promise<void> {
  const changed = (['title', 'agreed'] as const)
    .filter((field) => input[field] !== undefined && input[field].normalize('NFC').trim() !== before[field]);
  const touched = [...changed, ...(input.agenda ? ['agenda'] : [])];
  if (touched.length === 0) return;
  const approved = await tx.query(sql`select 1 from minutes where meeting_id = ${before.id} and state = 'approved'`);
  if (approved.length > 0) throw conflict(touched.map((field) => problem(field, 'read_only')));
}

const COLUMNS = ['title', 'kind', 'mode', 'startsAt', 'endsAt', 'timeZone', 'place', 'placeCountry', 'agreed', 'notes', 'themes', 'strategyActivity',
  'agreementId', 'visibility', 'country'] as const satisfies readonly (keyof MeetingInput)[];

function columnsOf(input: MeetingInput): Partial<Meeting> {
  const given = COLUMNS.filter((column) => input[column] !== undefined).map((column) => {
    const value = input[column];
    return [column, typeof value === 'string' ? value.normalize('NFC').trim() : value];
  });
  return Object.fromEntries(given) as Partial<Meeting>;
}
