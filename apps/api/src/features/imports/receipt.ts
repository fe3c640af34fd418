import type { Kind } from './mapping.js';
import type { CellProblem } from './problems.js';

/**
 * created: new. matched: the register had it, now known under the source's key. completed: it had it with blanks that
 * were filled. unchanged: imported before. skipped: left out by the map's filter. refused: has an error.
 */
export const OUTCOMES = ['created', 'matched', 'completed', 'unchanged', 'skipped', 'refused'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface RowOutcome {
  lines: number[];
  key: string;
  label: string;
  outcome: Outcome;
  /** Null for what was not written. */
  id: string | null;
}

/** What an import did, or would do: the paper that one keeps. */
export interface Receipt {
  kind: Kind;
  source: string;
  /** True when everything was written; false for a dry run and for a refused import, which change nothing. */
  written: boolean;
  dryRun: boolean;
  file: { name: string; format: string; encoding: string | null; delimiter: string | null; sheet: string | null; rows: number };
  counts: Record<Outcome, number>;
  /** Organisations that parties or participants name and the register did not have. */
  organisationsCreated: string[];
  rows: RowOutcome[];
  problems: CellProblem[];
  unusedColumns: string[];
}

export function countOutcomes(rows: readonly RowOutcome[]): Record<Outcome, number> {
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts;
}
