import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { addDays, type Day } from '@tejido/domain/day.js';
import { conflict, notFound, problem, refuseIfAny, stale } from '@tejido/domain/error.js';
import { dayProblems, textProblems } from '@tejido/domain/field-problems.js';
import { approvalProblems, LONGEST_WINDOW, OBSERVATION_OUTCOMES, windowOpen, type ObservationOutcome } from '@tejido/domain/minutes.js';
import { canonicalJson } from '@tejido/domain/minutes-content.js';
import { canRead, type Viewer } from '@tejido/domain/policy.js';
import { authorize } from '../../platform/access/ability.js';
import { Clock } from '../../platform/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { MinutesObservation, MinutesSection, type Minutes } from './minutes.entity.js';
import { minutesFor, subjectOf } from './minutes-access.js';
import { contentNow, type MinutesContent } from './minutes-content.reads.js';
import { asked } from './minutes.reads.js';

const USUAL_WINDOW = 7; // days

/** How minutes go round: circulated with a window for observations, agreed with, approved by the presidency, reopened with a reason. */
@Injectable()
export class MinutesRoundsService {
  constructor(private readonly work: Work, private readonly clock: Clock) {}

  /** @param until the window's last day, a week from today when absent. @throws INVALID, CONFLICT unless a draft with something in it, CONFLICT_STALE */
  circulate(viewer: Viewer, meetingId: string, version: number | null, until: Day | null): Promise<void> {
    return this.work.run(viewer, 'minutes.circulate', async (tx) => {
      const { minutes } = await minutesFor(tx, viewer, 'minutes.circulate', meetingId, 'draft');
      if (version !== null && version !== minutes.version) throw stale();
      const today = this.clock.today();
      const lastDay = until ?? addDays(today, USUAL_WINDOW);
      refuseIfAny(dayProblems('observationsUntil', lastDay));
      if (lastDay < today || lastDay > addDays(today, LONGEST_WINDOW)) {
        refuseIfAny([problem('observationsUntil', lastDay < today ? 'end_before_start' : 'day_out_of_range', { start: today, min: today, max: addDays(today, LONGEST_WINDOW) })]);
      }
      const written = await tx.query(sql`select from minutes_section s where s.meeting_id = ${meetingId}
        and (s.text <> '' or exists (select from decision d where d.section_id = s.id)) limit 1`);
      if (written.length === 0) refuseIfAny([problem('', 'required')]);
      await tx.query(sql`update minutes set state = 'circulated', circulated_on = ${today}, circulated_by = ${viewer.userId}, observations_until = ${lastDay},
        round = round + 1 where meeting_id = ${meetingId}`);
    });
  }

  /** Back to a draft, to take observations in; it has to be circulated again. */
  revise(viewer: Viewer, meetingId: string): Promise<void> {
    return this.work.run(viewer, 'minutes.revise', async (tx) => {
      await minutesFor(tx, viewer, 'minutes.circulate', meetingId, 'circulated');
      await tx.query(sql`update minutes set state = 'draft', circulated_on = null, circulated_by = null, observations_until = null where meeting_id = ${meetingId}`);
    });
  }

  /** What somebody who may read them says. @throws CONFLICT once the window has closed */
  observe(viewer: Viewer, meetingId: string, sectionId: string | null, text: string): Promise<void> {
    return this.work.run(viewer, 'minutes.observe', async (tx) => {
      const { meeting, minutes } = await minutesFor(tx, viewer, 'minutes.observe', meetingId, 'circulated');
      if (!windowOpen(minutes.observationsUntil, this.clock.today())) throw conflict([problem('', 'window_closed', { day: minutes.observationsUntil! })]);
      const section = sectionId && isUuid(sectionId) ? await tx.manager.findOneBy(MinutesSection, { id: sectionId, meetingId }) : null;
      const unknown = sectionId !== null && (!section || !canRead(viewer, subjectOf(meeting, section.visibility)));
      refuseIfAny([...textProblems('text', text, { max: 4000, required: true }), ...(unknown ? [problem('sectionId', 'unknown_record')] : [])]);
      await tx.insert(MinutesObservation, { meetingId, round: minutes.round, sectionId, authorId: viewer.userId!, text: tidy(text), madeOn: this.clock.today() });
    });
  }

  /** The secretariat's answer, also after the window has closed; a later answer replaces it until the minutes are approved. */
  answer(viewer: Viewer, observationId: string, outcome: ObservationOutcome, answer: string): Promise<string> {
    return this.work.run(viewer, 'minutes.answer', async (tx) => {
      const found = isUuid(observationId) ? await tx.manager.findOneBy(MinutesObservation, { id: observationId }) : null;
      if (!found) throw notFound();
      const { minutes } = await minutesFor(tx, viewer, 'minutes.answer', found.meetingId);
      if (minutes.state === 'approved') throw conflict([problem('', 'read_only')]);
      refuseIfAny([
        ...(OBSERVATION_OUTCOMES.includes(outcome) ? [] : [problem('outcome', 'not_a_choice')]),
        // Who is refused is told why, and a question is answered in words.
        ...textProblems('answer', answer, { max: 4000, required: outcome !== 'accepted' }),
      ]);
      await tx.manager.update(MinutesObservation, { id: found.id }, { outcome, answer: tidy(answer), answeredBy: viewer.userId, answeredOn: this.clock.today() });
      return found.meetingId;
    });
  }

  /** A delegation has nothing to observe. */
  agree(viewer: Viewer, meetingId: string): Promise<void> {
    return this.work.run(viewer, 'minutes.agree', async (tx) => {
      const { minutes } = await minutesFor(tx, viewer, 'minutes.agree', meetingId, 'circulated');
      await tx.query(sql`insert into minutes_agreement (meeting_id, round, user_id, agreed_on)
        values (${meetingId}, ${minutes.round}, ${viewer.userId}, ${this.clock.today()}) on conflict do nothing`);
    });
  }

  /**
   * From then on they are read only, and their hash proves it. @param version that the presidency has read.
   * @throws CONFLICT while the window is open and not every delegation agreed, or observations wait for an answer; CONFLICT_STALE
   */
  approve(viewer: Viewer, meetingId: string, version: number | null): Promise<void> {
    return this.work.run(viewer, 'minutes.approve', async (tx) => {
      const { meeting, minutes } = await minutesFor(tx, viewer, 'minutes.approve', meetingId);
      if (version !== null && version !== minutes.version) throw stale();
      const problems = approvalProblems({ ...minutes, ...await this.round(tx, minutes) }, this.clock.today());
      if (problems.length > 0) throw conflict(problems);
      const content = canonicalJson(await contentOf(tx, meeting.id));
      const hash = createHash('sha256').update(content).digest('hex');
      await tx.query(sql`insert into minutes_version (meeting_id, number, content, content_hash, approved_on, approved_by)
        values (${meetingId}, (select count(*) + 1 from minutes_version where meeting_id = ${meetingId}), ${content}, ${hash}, ${this.clock.today()}, ${viewer.userId})`);
      await tx.query(sql`update minutes set state = 'approved', approved_on = ${this.clock.today()}, approved_by = ${viewer.userId}, content_hash = ${hash}
        where meeting_id = ${meetingId}`);
    });
  }

  /** A draft again, for this reason; what was approved stays as a version, with its hash. */
  reopen(viewer: Viewer, meetingId: string, reason: string): Promise<void> {
    return this.work.run(viewer, 'minutes.reopen', async (tx) => {
      const { meeting, minutes } = await minutesFor(tx, viewer, 'minutes.reopen', meetingId);
      if (minutes.state !== 'approved') throw conflict([problem('', 'wrong_stage')]);
      authorize(viewer, 'minutes.reopen', subjectOf(meeting));
      refuseIfAny(textProblems('reason', reason, { max: 2000, required: true }));
      await tx.query(sql`update minutes_version set reopened_on = ${this.clock.today()}, reopened_by = ${viewer.userId}, reopened_reason = ${tidy(reason)}
        where meeting_id = ${meetingId} and reopened_on is null`);
      await tx.query(sql`update minutes set state = 'draft', approved_on = null, approved_by = null, content_hash = null, circulated_on = null,
        circulated_by = null, observations_until = null where meeting_id = ${meetingId}`);
    });
  }

  private async round(tx: Tx, { meetingId, round }: Minutes): Promise<{ asked: number; agreed: number; unanswered: number }> {
    const [counts] = await tx.query<{ asked: number; agreed: number; unanswered: number }>(sql`select
      (select count(*)::int from ${asked(sql`${meetingId}::uuid`)} a) as asked,
      (select count(*)::int from ${asked(sql`${meetingId}::uuid`)} a join minutes_agreement g on g.user_id = a.id and g.meeting_id = ${meetingId} and g.round = ${round}) as agreed,
      (select count(*)::int from minutes_observation o where o.meeting_id = ${meetingId} and o.outcome is null) as unanswered`);
    return counts!;
  }
}

const tidy = (text: string) => text.normalize('NFC').trim();

async function contentOf(tx: Tx, meetingId: string): Promise<MinutesContent> {
  const [row] = await tx.query<{ content: MinutesContent }>(contentNow(meetingId));
  return row!.content;
}
