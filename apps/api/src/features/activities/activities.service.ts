import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { DomainError, notFound, problem, refuseIfAny, type FieldProblem } from '@tejido/domain/error.js';
import { periodProblems, repeats, textProblems } from '@tejido/domain/field-problems.js';
import { canRead, type Ability, type Viewer } from '@tejido/domain/policy.js';
import { authorize } from '../../platform/access/ability.js';
import { Clock } from '../../platform/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import type { ActivityEvidenceInput, ActivityInput } from './activity.input.js';
import { Activity, Participation } from './activity.entity.js';

/** The verbs that write joint activities. */
@Injectable()
export class ActivitiesService {
  constructor(private readonly work: Work, private readonly clock: Clock) {}

  /** @returns the new activity's id. @throws INVALID, FORBIDDEN */
  register(viewer: Viewer, input: ActivityInput): Promise<string> {
    return this.work.run(viewer, 'activity.register', async (tx) => {
      const owner = { visibility: input.visibility ?? 'coalition', country: input.country ?? viewer.country } as const;
      authorize(viewer, 'activity.register', owner);
      refuseIfAny(problemsOf({ ...input, title: input.title ?? '' }, this.clock.today()));
      const id = await tx.insert(Activity, { ...columnsOf(input), ...owner, createdBy: viewer.userId, recordedOn: this.clock.today() });
      await replaceParticipations(tx, id, input);
      return id;
    });
  }

  /** Absent keeps, null clears. @throws INVALID, NOT_FOUND, FORBIDDEN, CONFLICT_STALE */
  amend(viewer: Viewer, id: string, version: number, input: ActivityInput): Promise<void> {
    return this.work.run(viewer, 'activity.amend', async (tx) => {
      const before = await this.allowed(tx, viewer, 'activity.amend', id);
      authorize(viewer, 'activity.amend', { visibility: input.visibility ?? before.visibility, country: input.country === undefined ? before.country : input.country });
      refuseIfAny(problemsOf({ status: before.status, startsOn: before.startsOn, endsOn: before.endsOn, ...input }, this.clock.today()));
      await tx.amend(Activity, id, version, columnsOf(input));
      await replaceParticipations(tx, id, input);
    });
  }

  /** It took place and ended on `endsOn`: from now on it may count. */
  complete(viewer: Viewer, id: string, version: number, endsOn: string): Promise<void> {
    return this.amend(viewer, id, version, { status: 'done', endsOn });
  }

  cancel(viewer: Viewer, id: string, version: number): Promise<void> {
    return this.amend(viewer, id, version, { status: 'cancelled' });
  }

  archive(viewer: Viewer, id: string, version: number): Promise<void> {
    return this.work.run(viewer, 'activity.archive', async (tx) => {
      await this.allowed(tx, viewer, 'activity.amend', id);
      await tx.amend(Activity, id, version, { archivedAt: this.clock.now() });
    });
  }

  /** The document or official address that proves the activity; a second person verifies it. */
  addEvidence(viewer: Viewer, id: string, input: ActivityEvidenceInput): Promise<void> {
    return this.work.run(viewer, 'evidence.add', async (tx) => {
      const activity = await this.allowed(tx, viewer, 'activity.amend', id);
      authorize(viewer, 'evidence.add', { visibility: activity.visibility, country: activity.country });
      refuseIfAny(textProblems('title', input.title, { max: 300, required: true }));
      await tx.query(sql`insert into evidence (activity_id, title, address, archive_reference, added_by, added_on)
        values (${id}, ${input.title.trim()}, ${input.address || null}, ${input.archiveReference || null}, ${viewer.userId}, ${this.clock.today()})`);
    });
  }

  /** @returns the activity's id. @throws FORBIDDEN for whoever added it */
  verifyEvidence(viewer: Viewer, evidenceId: string): Promise<string> {
    return this.work.run(viewer, 'evidence.verify', async (tx) => {
      const [found] = isUuid(evidenceId) ? await tx.query<{ activity_id: string; added_by: string | null }>(sql`select activity_id, added_by from evidence where id = ${evidenceId} and activity_id is not null`) : [];
      if (!found) throw notFound();
      const activity = await this.allowed(tx, viewer, 'activity.read', found.activity_id);
      if (viewer.userId !== null && found.added_by === viewer.userId) throw new DomainError('FORBIDDEN', [problem('', 'own_evidence')]);
      authorize(viewer, 'evidence.verify', { visibility: activity.visibility, country: activity.country, ownerUserId: found.added_by });
      await tx.query(sql`update evidence set verified_by = ${viewer.userId}, verified_on = ${this.clock.today()} where id = ${evidenceId} and verified_on is null`);
      return found.activity_id;
    });
  }

  private async allowed(tx: Tx, viewer: Viewer, ability: Ability, id: string): Promise<Activity> {
    const found = isUuid(id) ? await tx.manager.findOneBy(Activity, { id }) : null;
    if (!found || found.archivedAt || !canRead(viewer, found)) throw notFound();
    authorize(viewer, ability, { visibility: found.visibility, country: found.country, ownerUserId: found.createdBy });
    return found;
  }
}

const COLUMNS = ['title', 'titleEn', 'kind', 'status', 'summary', 'startsOn', 'endsOn', 'parentId', 'strategyActivity', 'axis', 'agreementId', 'countries',
  'themes', 'sdgs', 'visibility', 'country'] as const satisfies readonly (keyof ActivityInput)[];

function columnsOf(input: ActivityInput): Partial<Activity> {
  const given = COLUMNS.filter((column) => input[column] !== undefined).map((column) => {
    const value = input[column];
    return [column, typeof value === 'string' ? value.normalize('NFC').trim() : value];
  });
  return Object.fromEntries(given) as Partial<Activity>;
}

function problemsOf(input: ActivityInput, today: string): FieldProblem[] {
  const parts = (input.participations ?? []).map((each) => `${each.organisationId} ${each.role}`);
  return [
    ...(input.title === undefined ? [] : textProblems('title', input.title, { max: 500, required: true })),
    ...periodProblems(['startsOn', input.startsOn ?? null], ['endsOn', input.endsOn ?? null]),
    ...(input.status === 'done' && !input.endsOn ? [problem('endsOn', 'required')] : []),
    // What is done has ended: a day to come would count an activity before it takes place.
    ...(input.status === 'done' && input.endsOn && input.endsOn > today ? [problem('endsOn', 'day_in_future')] : []),
    ...repeats(parts).map((at) => problem(`participations.${at}`, 'duplicate_entry')),
  ];
}

async function replaceParticipations(tx: Tx, activityId: string, input: ActivityInput): Promise<void> {
  if (!input.participations) return;
  await tx.remove(Participation, { activityId });
  await tx.insertAll(Participation, input.participations.map((each) => ({ ...each, activityId })));
}
