import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { forbidden, notFound, problem, refuseIfAny } from '@tejido/domain/error.js';
import { periodProblems } from '@tejido/domain/field-problems.js';
import { can, canRead, type Ability, type Viewer } from '@tejido/domain/policy.js';
import { refuseUnnameable } from '../../platform/access/nameable.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { Organisation, Relationship } from './organisation.entity.js';
import type { RelationshipInput } from './relationship.type.js';

/** The verbs that tie two organisations; who may write one of them may write the tie. */
@Injectable()
export class RelationshipsService {
  constructor(private readonly work: Work) {}

  /** @throws INVALID (unknown_record, self_reference, overlapping with one of the same type …), FORBIDDEN */
  relate(viewer: Viewer, input: RelationshipInput): Promise<void> {
    return this.work.run(viewer, 'relationship.register', async (tx) => {
      await refuseUnnameable(tx, viewer, [{ path: 'fromId', table: 'organisation', id: input.fromId }, { path: 'toId', table: 'organisation', id: input.toId }]);
      const known = await tx.query(sql`select from relationship_type where code = ${input.type} and not retired`);
      refuseIfAny([
        ...(known.length > 0 ? [] : [problem('type', 'not_a_choice')]),
        ...(input.fromId === input.toId ? [problem('toId', 'self_reference')] : []),
        ...periodProblems(['fromDay', input.fromDay], ['toDay', input.toDay]),
      ]);
      await authorizeEither(tx, viewer, 'relationship.register', input);
      await tx.insert(Relationship, { ...input });
    });
  }

  /** The tie stays in the history. @throws INVALID, NOT_FOUND, FORBIDDEN, CONFLICT_STALE */
  end(viewer: Viewer, id: string, version: number, toDay: string): Promise<void> {
    return this.work.run(viewer, 'relationship.end', async (tx) => {
      const found = isUuid(id) ? await tx.manager.findOneBy(Relationship, { id }) : null;
      if (!found) throw notFound();
      await authorizeEither(tx, viewer, 'relationship.amend', found);
      await tx.amend(Relationship, id, version, { toDay });
    });
  }
}

async function authorizeEither(tx: Tx, viewer: Viewer, ability: Ability, { fromId, toId }: { fromId: string; toId: string }): Promise<void> {
  const ends = await tx.manager.findBy(Organisation, [{ id: fromId }, { id: toId }]);
  // A tie whose one end is hidden does not exist for the viewer.
  if (ends.length < 2 || !ends.every((end) => canRead(viewer, end))) throw notFound();
  if (!ends.some((end) => can(viewer, ability, { visibility: end.visibility, country: end.country, ownerUserId: end.createdBy }))) throw forbidden();
}
