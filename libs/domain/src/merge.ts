import type { Standing } from './counting-unit.js';
import { type FieldProblem, problem } from './error.js';

export interface MergeCandidate {
  id: string;
  standing: Standing;
  mergedIntoId: string | null;
}

export type Verdict = { ok: true } | { ok: false; fields: readonly FieldProblem[] };

/**
 * May `duplicate` be merged into `survivor`? Not into itself, neither twice, and never an outside body into the
 * coalition's own: its agreements would silently stop counting.
 */
export function canMerge(survivor: MergeCandidate, duplicate: MergeCandidate): Verdict {
  if (survivor.id === duplicate.id) return { ok: false, fields: [problem('duplicateId', 'self_reference')] };
  const fields: FieldProblem[] = [];
  if (survivor.mergedIntoId !== null) fields.push(problem('survivorId', 'already_merged'));
  if (duplicate.mergedIntoId !== null) fields.push(problem('duplicateId', 'already_merged'));
  if (survivor.standing !== duplicate.standing) fields.push(problem('duplicateId', 'standings_differ'));
  return fields.length === 0 ? { ok: true } : { ok: false, fields };
}
