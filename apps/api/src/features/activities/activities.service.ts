import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { conflict, inUse, notFound, problem, refuseIfAny } from '@tejido/domain/error.js';
import { canRead, type Ability, type Viewer } from '@tejido/domain/policy.js';
import { authorize } from '../../platform/access/ability.js';
import { refuseUnnameable } from '../../platform/access/nameable.js';
import { readableBy } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { activityInputProblems } from './activity-problems.js';
import type { ActivityInput } from './activity.input.js';
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
      await this.refuseWrong(tx, viewer, null, input);
      const id = await tx.insert(Activity, { ...columnsOf(input), ...owner, createdBy: viewer.userId, recordedOn: this.clock.today() });
      await replaceParticipations(tx, viewer, id, input);
      return id;
    });
  }

  /** Absent keeps, null clears. @throws INVALID, NOT_FOUND, FORBIDDEN, CONFLICT_STALE */
  amend(viewer: Viewer, id: string, version: number, input: ActivityInput): Promise<void> {
    return this.change(viewer, 'activity.amend', id, async (tx, before) => {
      const country = input.country === undefined ? before.country : input.country;
      authorize(viewer, 'activity.amend', { visibility: input.visibility ?? before.visibility, country });
      await this.refuseWrong(tx, viewer, before, input);
      await tx.amend(Activity, id, version, columnsOf(input));
      await replaceParticipations(tx, viewer, id, input);
    });
  }

  /** It took place and ended on `endsOn`: from now on it may count. @throws CONFLICT when it is done or cancelled already */
  complete(viewer: Viewer, id: string, version: number, endsOn: string): Promise<void> {
    return this.change(viewer, 'activity.complete', id, async (tx, before) => {
      refuseClosed(before);
      await this.refuseWrong(tx, viewer, before, { status: 'done', endsOn });
      await tx.amend(Activity, id, version, { status: 'done', endsOn });
    });
  }

  /** It will not take place. @throws CONFLICT when it is done or cancelled already */
  cancel(viewer: Viewer, id: string, version: number): Promise<void> {
    return this.change(viewer, 'activity.cancel', id, async (tx, before) => {
      refuseClosed(before);
      await tx.amend(Activity, id, version, { status: 'cancelled' });
    });
  }

  /** Moves it to the trash. @throws IN_USE while it has parts that the viewer sees */
  archive(viewer: Viewer, id: string, version: number): Promise<void> {
    return this.change(viewer, 'activity.archive', id, async (tx) => {
      const parts = await tx.query(sql`select from activity part
        where part.parent_id = ${id} and part.archived_at is null and ${readableBy(viewer, sql`part`)} limit 1`);
      if (parts.length > 0) throw inUse([problem('parts', 'still_in_use')]);
      await tx.amend(Activity, id, version, { archivedAt: this.clock.now() });
    });
  }

  /** Takes it back out of the trash. @throws CONFLICT while what it is part of is there */
  restore(viewer: Viewer, id: string, version: number): Promise<void> {
    return this.work.run(viewer, 'activity.restore', async (tx) => {
      const { parentId } = await allowedActivity(tx, viewer, 'activity.amend', id, { archived: true });
      const away = parentId ? await tx.query(sql`select from activity whole where whole.id = ${parentId} and whole.archived_at is not null`) : [];
      if (away.length > 0) throw conflict([problem('parentId', 'unknown_record')]);
      await tx.amend(Activity, id, version, { archivedAt: null });
    });
  }

  private change(viewer: Viewer, action: string, id: string, write: (tx: Tx, before: Activity) => Promise<void>): Promise<void> {
    return this.work.run(viewer, action, async (tx) => write(tx, await allowedActivity(tx, viewer, 'activity.amend', id)));
  }

  /** The draft rules against the state that would result, and what the viewer may name. */
  private async refuseWrong(tx: Tx, viewer: Viewer, before: Activity | null, input: ActivityInput): Promise<void> {
    refuseIfAny(await activityInputProblems(tx, before, input, this.clock.today()));
    await refuseUnnameable(tx, viewer, [
      { path: 'parentId', table: 'activity', id: input.parentId },
      { path: 'agreementId', table: 'agreement', id: input.agreementId },
      ...(input.participations ?? []).map(({ organisationId }, at) => (
        { path: `participations.${at}.organisationId`, table: 'organisation' as const, id: organisationId })),
    ]);
  }
}

/** The activity, when the viewer may do this to it. @throws NOT_FOUND also when it is hidden, FORBIDDEN */
export async function allowedActivity(tx: Tx, viewer: Viewer, ability: Ability, id: string, { archived = false } = {}): Promise<Activity> {
  const found = isUuid(id) ? await tx.manager.findOneBy(Activity, { id }) : null;
  if (!found || (found.archivedAt !== null) !== archived || !canRead(viewer, found)) throw notFound();
  authorize(viewer, ability, { visibility: found.visibility, country: found.country, ownerUserId: found.createdBy });
  return found;
}

/** What took place or was called off is over; `amend` corrects a mistake. */
function refuseClosed({ status }: Activity): void {
  if (status === 'done' || status === 'cancelled') throw conflict([problem('', 'wrong_stage')]);
}

const COLUMNS = ['title', 'titleEn', 'kind', 'status', 'summary', 'startsOn', 'endsOn', 'parentId', 'strategyActivity', 'axis', 'agreementId',
  'countries', 'themes', 'sdgs', 'visibility', 'country'] as const satisfies readonly (keyof ActivityInput)[];

function columnsOf(input: ActivityInput): Partial<Activity> {
  const given = COLUMNS.filter((column) => input[column] !== undefined).map((column) => {
    const value = input[column];
    return [column, typeof value === 'string' ? value.normalize('NFC').trim() : value];
  });
  return Object.fromEntries(given) as Partial<Activity>;
}

/** The organisations that the viewer sees are replaced: whoever is hidden from them keeps its role. */
async function replaceParticipations(tx: Tx, viewer: Viewer, activityId: string, { participations }: ActivityInput): Promise<void> {
  if (!participations) return;
  const kept = participations.map(({ organisationId, role }) => `${organisationId.toLowerCase()} ${role}`);
  await tx.query(sql`delete from participation p using organisation o where p.activity_id = ${activityId} and o.id = p.organisation_id
    and ${readableBy(viewer, sql`o`)} and p.organisation_id || ' ' || p.role <> all(${kept}::text[])`);
  const present = await tx.manager.findBy(Participation, { activityId });
  const there = new Set(present.map(({ organisationId, role }) => `${organisationId} ${role}`));
  await tx.insertAll(Participation, participations.filter((_, at) => !there.has(kept[at]!)).map((each) => ({ ...each, activityId })));
}
