import sql from 'sql-template-tag';
import { problem, type FieldProblem } from '@tejido/domain/error.js';
import { canRead, type Role, type Subject } from '@tejido/domain/policy.js';
import type { Tx } from '../../platform/database/work.js';
import { isUuid } from '../../platform/graphql/uuid.js';

/** What is wrong with this colleague looking after an organisation: unknown or gone, an observer, or somebody who does not see it. */
export async function ownerProblems(tx: Tx, ownerId: string | null | undefined, organisation: Pick<Subject, 'visibility' | 'country'>): Promise<FieldProblem[]> {
  if (!ownerId) return [];
  const [owner] = isUuid(ownerId)
    ? await tx.query<{ role: Role; country: string | null }>(sql`select role, country from user_account where id = ${ownerId}::uuid and disabled_at is null`) : [];
  if (!owner) return [problem('relationshipOwnerId', 'unknown_record')];
  return owner.role !== 'observer' && canRead({ userId: ownerId, ...owner }, organisation) ? [] : [problem('relationshipOwnerId', 'not_a_choice')];
}
