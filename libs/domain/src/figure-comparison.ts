import type { Day } from './day.js';
import { differenceSince, type FrozenCount } from './snapshot-difference.js';

/** One that counts in one of two figures and not in the other, and why. */
export interface Changed {
  id: string;
  because: string;
  /** The day on which it came or went; null where that was not a day of its own (a correction, another period). */
  on: Day | null;
}

export interface FigureComparison {
  change: number;
  /** Counted in both. */
  kept: number;
  gained: readonly Changed[];
  lost: readonly Changed[];
}

/** When and why something came or went between the two, where the movements of a stock tell it. */
export interface Turns {
  came: ReadonlyMap<string, { because: string; on: Day | null }>;
  went: ReadonlyMap<string, { on: Day | null }>;
}

const NO_TURNS: Turns = { came: new Map(), went: new Map() };

/**
 * Two figures of one indicator beside each other: what only the later one counts and why, what only the earlier one counted and why it does not
 * any more. `knownOn`: as known when the earlier one was told, if it was told as known on a day; then what was recorded or verified late says so.
 */
export function compareFigures(before: FrozenCount, after: FrozenCount, recordedOn: (id: string) => Day | null, knownOn: Day | null, turns: Turns = NO_TURNS): FigureComparison {
  // What was recorded later was not left out then: nobody knew of it.
  const earlier = { ...before, excluded: before.excluded.filter(({ reason }) => reason !== 'recorded_later') };
  const { added, removed } = differenceSince(earlier, knownOn ?? '9999-12-31', after, recordedOn);
  return {
    change: after.value - before.value,
    kept: before.counted.length - removed.length,
    gained: added.map(({ id, because }) => ({ id, ...(turns.came.get(id) ?? { because, on: null }) })),
    lost: removed.map(({ id, because }) => ({ id, because, on: turns.went.get(id)?.on ?? null })),
  };
}
