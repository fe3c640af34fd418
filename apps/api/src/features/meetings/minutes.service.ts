import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { conflict, notFound, problem, refuseIfAny, stale } from '@tejido/domain/error.js';
import { textProblems } from '@tejido/domain/field-problems.js';
import type { Viewer } from '@tejido/domain/policy.js';
import { authorize } from '../../platform/access/ability.js';
import { Clock } from '../../platform/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { Minutes, type Meeting } from './meeting.entity.js';
import { allowedMeeting } from './meetings.service.js';

/** The verbs of a meeting's minutes: draft, circulated, approved. */
@Injectable()
export class MinutesService {
  constructor(private readonly work: Work, private readonly clock: Clock) {}

  /**
   * Writes the draft; what was circulated becomes a draft again, for it is another text.
   * @param version of the minutes that the text builds on; null: there were none. @throws CONFLICT_STALE, CONFLICT when approved
   */
  write(viewer: Viewer, meetingId: string, body: string, version: number | null): Promise<void> {
    return this.work.run(viewer, 'minutes.write', async (tx) => {
      const meeting = await allowedMeeting(tx, viewer, 'meeting.read', meetingId);
      authorize(viewer, 'minutes.write', { visibility: meeting.visibility, country: meeting.country });
      refuseIfAny(textProblems('body', body, { max: 100_000, required: true }));
      const before = await tx.manager.findOneBy(Minutes, { meetingId });
      refuseApproved(before);
      if ((before?.version ?? null) !== version) throw stale();
      await tx.query(sql`insert into minutes (meeting_id, body) values (${meetingId}, ${body.normalize('NFC')})
        on conflict (meeting_id) do update set body = excluded.body, state = 'draft', circulated_on = null`);
    });
  }

  /** Sent round: whoever attended may now object. */
  circulate(viewer: Viewer, meetingId: string): Promise<void> {
    return this.work.run(viewer, 'minutes.circulate', async (tx) => {
      const meeting = await allowedMeeting(tx, viewer, 'meeting.read', meetingId);
      authorize(viewer, 'minutes.write', { visibility: meeting.visibility, country: meeting.country });
      await written(tx, meeting, 'draft');
      await tx.query(sql`update minutes set state = 'circulated', circulated_on = ${this.clock.today()} where meeting_id = ${meetingId}`);
    });
  }

  /** From then on they are read only, and their hash proves it. @throws CONFLICT unless they were circulated */
  approve(viewer: Viewer, meetingId: string): Promise<void> {
    return this.work.run(viewer, 'minutes.approve', async (tx) => {
      const meeting = await allowedMeeting(tx, viewer, 'meeting.read', meetingId);
      authorize(viewer, 'minutes.approve', { visibility: meeting.visibility, country: meeting.country });
      const { body } = await written(tx, meeting, 'circulated');
      const contentHash = createHash('sha256').update(JSON.stringify([meeting.id, meeting.title, meeting.agreed, body])).digest('hex');
      await tx.query(sql`update minutes set state = 'approved', approved_on = ${this.clock.today()}, approved_by = ${viewer.userId}, content_hash = ${contentHash} where meeting_id = ${meetingId}`);
    });
  }
}

async function written(tx: Tx, meeting: Meeting, state: Minutes['state']): Promise<Minutes> {
  const minutes = await tx.manager.findOneBy(Minutes, { meetingId: meeting.id });
  if (!minutes) throw notFound();
  refuseApproved(minutes);
  if (minutes.state !== state) throw conflict([problem('', 'wrong_stage')]);
  return minutes;
}

function refuseApproved(minutes: Minutes | null): void {
  if (minutes?.state === 'approved') throw conflict([problem('', 'read_only')]);
}
