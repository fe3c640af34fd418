import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { notFound, problem, refuseIfAny, type FieldProblem } from '@tejido/domain/error.js';
import { dayProblems, textProblems } from '@tejido/domain/field-problems.js';
import { PART_VISIBILITIES } from '@tejido/domain/minutes.js';
import type { Viewer } from '@tejido/domain/policy.js';
import { authorize } from '../../platform/access/ability.js';
import { unnameable } from '../../platform/access/nameable.js';
import { readableBy } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock.js';
import { Work } from '../../platform/database/work.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { Commitment } from '../commitments/commitment.entity.js';
import { Attendance } from '../meetings/meeting.entity.js';
import { Decision } from './minutes.entity.js';
import type { AttendanceInput, DecisionInput, MinutesCommitmentInput } from './minutes.input.js';
import { decisionToWrite, meetingFor, refuseOutOfReach, sectionToWrite, within } from './minutes-access.js';

const PRESENCES: readonly string[] = ['present', 'excused', 'on_behalf'];

/** What minutes record besides their text: who was there and for whom, what was decided, what was promised. */
@Injectable()
export class MinutesPartsService {
  constructor(private readonly work: Work, private readonly clock: Clock) {}

  recordDecision(viewer: Viewer, sectionId: string, input: DecisionInput): Promise<string> {
    return this.work.run(viewer, 'minutes.recordDecision', async (tx) => {
      const { part: section, meeting } = await sectionToWrite(tx, viewer, sectionId);
      refuseIfAny(decisionProblems({ ...input, text: input.text ?? '' }));
      const visibility = within(section, input.visibility ?? null);
      refuseOutOfReach(viewer, meeting, visibility);
      const [{ last }] = await tx.query<{ last: number }>(sql`select coalesce(max(position), 0) as last from decision where section_id = ${section.id}`) as [{ last: number }];
      await tx.insert(Decision, { meetingId: meeting.id, sectionId: section.id, position: last + 1, text: tidy(input.text!), visibility });
      return meeting.id;
    });
  }

  /** Absent keeps. @throws CONFLICT_STALE, INVALID, CONFLICT unless a draft */
  amendDecision(viewer: Viewer, id: string, version: number, input: DecisionInput): Promise<string> {
    return this.work.run(viewer, 'minutes.amendDecision', async (tx) => {
      const { part, meeting } = await decisionToWrite(tx, viewer, id, version);
      refuseIfAny(decisionProblems(input));
      const { part: section } = await sectionToWrite(tx, viewer, part.sectionId);
      const visibility = input.visibility === undefined ? undefined : within(section, input.visibility);
      if (visibility !== undefined) refuseOutOfReach(viewer, meeting, visibility);
      await tx.amend(Decision, id, version, { text: input.text === undefined ? undefined : tidy(input.text), visibility });
      return meeting.id;
    });
  }

  removeDecision(viewer: Viewer, id: string, version: number): Promise<string> {
    return this.work.run(viewer, 'minutes.removeDecision', async (tx) => {
      const { meeting } = await decisionToWrite(tx, viewer, id, version);
      await tx.remove(Decision, { id });
      return meeting.id;
    });
  }

  /** Notes whether somebody was there, excused, or spoke for somebody else. @throws INVALID; CONFLICT once the minutes are approved */
  markAttendance(viewer: Viewer, id: string, input: AttendanceInput): Promise<string> {
    return this.work.run(viewer, 'minutes.markAttendance', async (tx) => {
      const [found] = !isUuid(id) ? [] : await tx.query<{ meeting_id: string }>(sql`select a.meeting_id from attendance a where a.id = ${id}
        and (exists (select from organisation o where o.id = a.organisation_id and ${readableBy(viewer, sql`o`)})
          or exists (select from person p where p.id = a.person_id and ${readableBy(viewer, sql`p`)}))`);
      if (!found) throw notFound();
      await meetingFor(tx, viewer, 'minutes.write', found.meeting_id);
      const { presence, onBehalfOfPersonId: person = null, onBehalfOfOrganisationId: organisation = null } = input;
      refuseIfAny([
        ...(PRESENCES.includes(presence) ? [] : [problem('presence', 'not_a_choice')]),
        ...(person && organisation ? [problem('onBehalfOf', 'too_many', { max: 1 })] : []),
        ...await unnameable(tx, viewer, [{ path: 'onBehalfOfPersonId', table: 'person', id: person }, { path: 'onBehalfOfOrganisationId', table: 'organisation', id: organisation }]),
      ]);
      const spoke = presence === 'on_behalf';
      await tx.manager.update(Attendance, { id }, { presence, onBehalfOfPersonId: spoke ? person : null, onBehalfOfOrganisationId: spoke ? organisation : null });
      return found.meeting_id;
    });
  }

  /** A promise made at this point: as visible as the section. Nobody named owes: the viewer does. */
  promise(viewer: Viewer, sectionId: string, input: MinutesCommitmentInput): Promise<string> {
    return this.work.run(viewer, 'minutes.promise', async (tx) => {
      const { part: section, meeting } = await sectionToWrite(tx, viewer, sectionId);
      const { ownerOrganisationId = null, ownerPersonId = null, beneficiaryOrganisationId = null, dueOn = null } = input;
      const owner = { visibility: section.visibility ?? meeting.visibility, country: meeting.country };
      authorize(viewer, 'commitment.make', owner);
      refuseIfAny([
        ...textProblems('text', input.text, { max: 2000, required: true }), ...dayProblems('dueOn', dueOn),
        ...await unnameable(tx, viewer, [
          { path: 'ownerOrganisationId', table: 'organisation', id: ownerOrganisationId }, { path: 'ownerPersonId', table: 'person', id: ownerPersonId },
          { path: 'beneficiaryOrganisationId', table: 'organisation', id: beneficiaryOrganisationId }]),
      ]);
      const id = await tx.insert(Commitment, {
        text: tidy(input.text), ownerOrganisationId, ownerPersonId, ownerUserId: ownerOrganisationId || ownerPersonId ? null : viewer.userId,
        beneficiaryOrganisationId, dueOn, firstDueOn: dueOn, meetingId: meeting.id, ...owner, createdBy: viewer.userId, recordedOn: this.clock.today(),
      });
      await tx.query(sql`update commitment set section_id = ${section.id} where id = ${id}`);
      return meeting.id;
    });
  }
}

const tidy = (text: string) => text.normalize('NFC').trim();

function decisionProblems({ text, visibility }: DecisionInput): FieldProblem[] {
  return [
    ...(text === undefined ? [] : textProblems('text', text, { max: 2000, required: true })),
    ...(visibility == null || PART_VISIBILITIES.includes(visibility) ? [] : [problem('visibility', 'not_a_choice')]),
  ];
}
