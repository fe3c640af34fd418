import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { notFound, problem, refuseIfAny } from '@tejido/domain/error.js';
import type { Subject, Viewer } from '@tejido/domain/policy.js';
import { readableBy } from '../../platform/access/scope.js';
import { authorize } from '../../platform/access/ability.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { Reader } from '../../platform/graphql/read.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { publicAddress } from '../../platform/http/public-address.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { invitationLetter } from './invitation-mail.js';
import { writtenInvitation, type WrittenMeeting } from './written-calendar.js';
import { inviteesOf, writtenMeeting, type Invitee } from './written-meetings.reads.js';

/** Invitations: as a file for whoever sees the meeting, and by mail to those whom somebody chose and confirmed. */
@Injectable()
export class InvitationsService {
  constructor(private readonly work: Work, private readonly reader: Reader, private readonly outbox: Outbox) {}

  /** @returns the meeting's .ics with its name. @throws NOT_FOUND */
  async file(viewer: Viewer, id: string): Promise<{ name: string; body: string }> {
    const [meeting] = isUuid(id) ? await this.reader.rows<WrittenMeeting>(writtenMeeting(viewer, id)) : [];
    if (!meeting) throw notFound();
    const [organiser, invitees] = [await this.organiserOf(viewer), await this.reader.rows<Invitee>(inviteesOf(viewer, id))];
    return { name: `${meeting.title}.ics`, body: writtenInvitation(meeting, { organiser, guests: reachable(invitees) }, publicAddress().origin) };
  }

  /** What would be sent, and to whom; null for a meeting that the viewer may not see. */
  async prospect(viewer: Viewer, id: string): Promise<{ sequence: number; cancels: boolean; invitees: Invitee[] } | null> {
    const [meeting] = isUuid(id) ? await this.reader.rows<WrittenMeeting>(writtenMeeting(viewer, id)) : [];
    return meeting ? { sequence: meeting.sequence, cancels: meeting.cancelled, invitees: await this.reader.rows<Invitee>(inviteesOf(viewer, id)) } : null;
  }

  /**
   * Queues the invitation (or its cancellation) to those named, each version once. @param to keys of `Invitee`.
   * @returns how many were queued. @throws NOT_FOUND, FORBIDDEN, INVALID for whoever is not invited or cannot be reached
   */
  send(viewer: Viewer, id: string, to: readonly string[]): Promise<number> {
    return this.work.run(viewer, 'meeting.invite', async (tx) => {
      const [meeting] = isUuid(id) ? await tx.query<WrittenMeeting>(writtenMeeting(viewer, id)) : [];
      if (!meeting) throw notFound();
      const [subject] = await tx.query<Subject>(sql`select visibility, country, created_by as "ownerUserId" from meeting m where m.id = ${id}::uuid and ${readableBy(viewer, sql`m`)}`);
      authorize(viewer, 'meeting.amend', subject!);
      const invitees = await tx.query<Invitee>(inviteesOf(viewer, id));
      refuseIfAny(to.flatMap((key, at) => (invitees.some((each) => each.key === key && each.email) ? [] : [problem(`to.${at}`, 'unknown_record')])));
      const organiser = await this.organiserOf(viewer);
      const chosen = invitees.filter(({ key }) => to.includes(key));
      const file = writtenInvitation(meeting, { organiser, guests: reachable(invitees) }, publicAddress().origin);
      let queued = 0;
      for (const each of chosen) if (await this.queue(tx, meeting, each, file, organiser.name)) queued++;
      return queued;
    });
  }

  private async queue(tx: Tx, meeting: WrittenMeeting, to: Invitee, file: string, sender: string): Promise<boolean> {
    const fresh = await tx.query(sql`insert into invitation (meeting_id, person_id, organisation_id, sequence) values (${meeting.id}, ${to.personId}, ${to.organisationId}, ${meeting.sequence})
      on conflict do nothing returning id`);
    if (fresh.length === 0) return false; // this version was sent
    const [coalition] = await tx.query<{ name: string }>(sql`select coalesce(acronym, name) as name from organisation where standing = 'coalition'`);
    await this.outbox.queue(tx, {
      onceKey: `invitation ${meeting.id} ${meeting.sequence} ${to.key}`, kind: 'invitation', to: { email: to.email!, name: to.name },
      ...invitationLetter({ meeting, to, sender, coalition: coalition?.name ?? '' }),
      attachments: [{ name: 'invitation.ics', mediaType: `text/calendar; charset=utf-8; method=${meeting.cancelled ? 'CANCEL' : 'REQUEST'}`, content: file }],
    });
    return true;
  }

  private async organiserOf({ userId }: Viewer): Promise<{ name: string; email: string }> {
    const [user] = await this.reader.rows<{ name: string; email: string }>(sql`select name, email from user_account where id = ${userId}`);
    return user ?? { name: 'Tejido', email: `tejido@${new URL(publicAddress().origin).hostname}` };
  }
}

/** Those with an address. A guest of the file sees who else is invited, as every invitation shows. */
const reachable = (invitees: readonly Invitee[]) => invitees.flatMap(({ name, email }) => (email ? [{ name, email }] : []));
