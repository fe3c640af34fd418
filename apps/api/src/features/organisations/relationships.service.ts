import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { forbidden, notFound, problem, refuseIfAny, stale, type FieldProblem } from '@tejido/domain/error.js';
import { periodProblems } from '@tejido/domain/field-problems.js';
import { can, canRead, type Ability, type Viewer } from '@tejido/domain/policy.js';
import { refuseUnnameable } from '../../platform/access/nameable.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { Organisation, Relationship } from './organisation.entity.js';
import type { RelationshipAmendment, RelationshipInput } from './relationship.type.js';

/** The verbs that tie two organisations; who may write one of them may write the tie. */
@Injectable()
export class RelationshipsService {
  constructor(private readonly work: Work) {}

  /** @throws INVALID (unknown_record, self_reference, overlapping with one of the same type …), FORBIDDEN */
  relate(viewer: Viewer, input: RelationshipInput): Promise<void> {
    return this.work.run(viewer, 'relationship.register', async (tx) => {
      await refuseUnnameable(tx, viewer, [{ path: 'fromId', table: 'organisation', id: input.fromId }, { path: 'toId', table: 'organisation', id: input.toId }]);
      refuseIfAny([
        ...(await typeProblems(tx, input.type)),
        ...(input.fromId === input.toId ? [problem('toId', 'self_reference')] : []),
        ...periodProblems(['fromDay', input.fromDay], ['toDay', input.toDay]),
      ]);
      await authorizeEither(tx, viewer, 'relationship.register', input);
      await tx.insert(Relationship, { ...input });
    });
  }

  /** Absent keeps, null clears. @throws INVALID (overlapping with one of the same type …), NOT_FOUND, FORBIDDEN, CONFLICT_STALE */
  amend(viewer: Viewer, id: string, version: number, { turned, ...input }: RelationshipAmendment): Promise<void> {
    return this.work.run(viewer, 'relationship.amend', async (tx) => {
      const before = await allowed(tx, viewer, id);
      const { fromDay = before.fromDay, toDay = before.toDay } = input;
      refuseIfAny([
        ...(input.type === undefined || input.type === before.type ? [] : await typeProblems(tx, input.type)),
        ...periodProblems(['fromDay', fromDay], ['toDay', toDay]),
      ]);
      await tx.amend(Relationship, id, version, { ...input, ...(turned ? { fromId: before.toId, toId: before.fromId } : {}) });
    });
  }

  /** The tie stays in the history. @throws INVALID, NOT_FOUND, FORBIDDEN, CONFLICT_STALE */
  end(viewer: Viewer, id: string, version: number, toDay: string): Promise<void> {
    return this.work.run(viewer, 'relationship.end', async (tx) => {
      await allowed(tx, viewer, id);
      await tx.amend(Relationship, id, version, { toDay });
    });
  }

  /** It was entered by mistake. @throws NOT_FOUND, FORBIDDEN, CONFLICT_STALE */
  remove(viewer: Viewer, id: string, version: number): Promise<void> {
    return this.work.run(viewer, 'relationship.remove', async (tx) => {
      const { version: current } = await allowed(tx, viewer, id);
      if (current !== version) throw stale();
      await tx.remove(Relationship, { id });
    });
  }
}

async function typeProblems(tx: Tx, type: string): Promise<FieldProblem[]> {
  const known = await tx.query(sql`select from relationship_type where code = ${type} and not retired`);
  return known.length > 0 ? [] : [problem('type', 'not_a_choice')];
}

/** The tie, if the viewer may change it. */
async function allowed(tx: Tx, viewer: Viewer, id: string): Promise<Relationship> {
  const found = isUuid(id) ? await tx.manager.findOneBy(Relationship, { id }) : null;
  if (!found) throw notFound();
  await authorizeEither(tx, viewer, 'relationship.amend', found);
  return found;
}

async function authorizeEither(tx: Tx, viewer: Viewer, ability: Ability, { fromId, toId }: { fromId: string; toId: string }): Promise<void> {
  const ends = await tx.manager.findBy(Organisation, [{ id: fromId }, { id: toId }]);
  // A tie whose one end is hidden does not exist for the viewer.
  if (ends.length < 2 || !ends.every((end) => canRead(viewer, end))) throw notFound();
  if (!ends.some((end) => can(viewer, ability, { visibility: end.visibility, country: end.country, ownerUserId: end.createdBy }))) throw forbidden();
}
