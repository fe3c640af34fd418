import sql from 'sql-template-tag';
import { problem, type FieldProblem } from '@tejido/domain/error.js';
import { can, type Role, type Subject } from '@tejido/domain/policy.js';
import type { Tx } from '../../platform/database/work.js';
import { isUuid } from '../../platform/graphql/uuid.js';

/**
 * What is wrong with asking this colleague to verify a commitment: unknown or gone, whoever owes or fulfilled it, or somebody who could
 * not (who does not see it). Nobody asked is no problem. @returns problems of `verifierId`
 */
export async function verifierProblems(
  tx: Tx, verifierId: string | null | undefined, { visibility, country, ownerUserId, fulfilledBy }: Subject & { fulfilledBy?: string | null },
): Promise<FieldProblem[]> {
  if (!verifierId) return [];
  const [asked] = isUuid(verifierId)
    ? await tx.query<{ role: Role; country: string | null }>(sql`select role, country from user_account where id = ${verifierId}::uuid and disabled_at is null`) : [];
  if (!asked) return [problem('verifierId', 'unknown_record')];
  if (verifierId === ownerUserId || verifierId === fulfilledBy) return [problem('verifierId', 'own_commitment')];
  const may = can({ userId: verifierId, ...asked }, 'commitment.verify', { visibility, country, ownerUserId: null, verifierUserId: verifierId });
  return may ? [] : [problem('verifierId', 'not_a_choice')];
}
