import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { notFound, problem, refuseIfAny, type FieldProblem } from '@tejido/domain/error.js';
import { dayProblems, textProblems } from '@tejido/domain/field-problems.js';
import { canRead, type Viewer } from '@tejido/domain/policy.js';
import { authorize } from '../../platform/access/ability.js';
import { refuseUnnameable } from '../../platform/access/nameable.js';
import { Clock } from '../../platform/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { Dissemination } from './dissemination.entity.js';
import type { DisseminationInput } from './dissemination.input.js';

/** The verbs that write what was sent to whom. */
@Injectable()
export class DisseminationService {
  constructor(private readonly work: Work, private readonly clock: Clock) {}

  /** @returns the new record's id. @throws INVALID, FORBIDDEN */
  register(viewer: Viewer, input: DisseminationInput): Promise<string> {
    return this.work.run(viewer, 'dissemination.register', async (tx) => {
      const owner = { visibility: input.visibility ?? 'coalition', country: input.country === undefined ? viewer.country : input.country } as const;
      authorize(viewer, 'dissemination.register', owner);
      refuseIfAny(this.problemsOf({ ...input, message: input.message ?? '', audience: input.audience ?? '', medium: input.medium ?? '', sentOn: input.sentOn ?? '' }));
      await refuseOthersMessage(tx, input.planEntry, input.audience);
      await refuseUnnameable(tx, viewer, [{ path: 'organisationId', table: 'organisation', id: input.organisationId }]);
      return tx.insert(Dissemination, { ...columnsOf(input), ...owner, createdBy: viewer.userId, recordedOn: this.clock.today() });
    });
  }

  /** Absent keeps, null clears. @throws INVALID, NOT_FOUND, FORBIDDEN, CONFLICT_STALE */
  amend(viewer: Viewer, id: string, version: number, input: DisseminationInput): Promise<void> {
    return this.work.run(viewer, 'dissemination.amend', async (tx) => {
      const before = await this.allowed(tx, viewer, id);
      authorize(viewer, 'dissemination.amend', { visibility: input.visibility ?? before.visibility, country: input.country === undefined ? before.country : input.country });
      refuseIfAny(this.problemsOf(input));
      await refuseOthersMessage(tx, input.planEntry === undefined ? before.planEntry : input.planEntry, input.audience ?? before.audience);
      await refuseUnnameable(tx, viewer, [{ path: 'organisationId', table: 'organisation', id: input.organisationId }]);
      await tx.amend(Dissemination, id, version, columnsOf(input));
    });
  }

  archive(viewer: Viewer, id: string, version: number): Promise<void> {
    return this.work.run(viewer, 'dissemination.archive', async (tx) => {
      await this.allowed(tx, viewer, id);
      await tx.amend(Dissemination, id, version, { archivedAt: this.clock.now() });
    });
  }

  private async allowed(tx: Tx, viewer: Viewer, id: string): Promise<Dissemination> {
    const found = isUuid(id) ? await tx.manager.findOneBy(Dissemination, { id }) : null;
    if (!found || found.archivedAt || !canRead(viewer, found)) throw notFound();
    authorize(viewer, 'dissemination.amend', { visibility: found.visibility, country: found.country, ownerUserId: found.createdBy });
    return found;
  }

  private problemsOf(input: DisseminationInput): FieldProblem[] {
    const { sentOn } = input;
    const needed = (['audience', 'medium', 'sentOn'] as const).filter((path) => input[path] === '');
    return [
      ...(input.message === undefined ? [] : textProblems('message', input.message, { max: 4000, required: true })),
      ...textProblems('recipients', input.recipients, { max: 500 }),
      ...needed.map((path) => problem(path, 'required')),
      ...(sentOn ? dayProblems('sentOn', sentOn) : []),
      // It is a record of what was done, not a plan.
      ...(sentOn && sentOn > this.clock.today() ? [problem('sentOn', 'day_in_future')] : []),
    ];
  }
}

/** A sending carries a message that is planned for its own audience. */
async function refuseOthersMessage(tx: Tx, code: string | null | undefined, audience: string | undefined): Promise<void> {
  if (code == null) return;
  const planned = await tx.query(sql`select 1 from content_plan_entry where code = ${code} and kind = 'message' and audience = ${audience ?? ''}`);
  refuseIfAny(planned.length > 0 ? [] : [problem('planEntry', 'unknown_code')]);
}

const COLUMNS = ['audience', 'message', 'planEntry', 'product', 'medium', 'sentOn', 'organisationId', 'recipients', 'strategyActivity', 'visibility', 'country'] as const satisfies readonly (keyof DisseminationInput)[];

function columnsOf(input: DisseminationInput): Partial<Dissemination> {
  const given = COLUMNS.filter((column) => input[column] !== undefined).map((column) => {
    const value = input[column];
    return [column, typeof value === 'string' ? value.normalize('NFC').trim() : value];
  });
  return Object.fromEntries(given) as Partial<Dissemination>;
}
