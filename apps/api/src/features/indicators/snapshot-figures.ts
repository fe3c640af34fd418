import type { Visibility } from '@tejido/domain/policy.js';

/**
 * What a snapshot freezes beside its value and lists (since hash version 2): all that a report tells of the indicator. A report reads
 * nothing else of the register. The figures are of the snapshot's day (or period), as known when it was taken.
 */
export interface SnapshotFigures {
  companions: {
    allies: number; instruments: number | null; participations: number | null; ever: number | null;
    withAlliance: number | null; withoutAlliance: number | null; countries: number | null;
  };
  /** Of a stock of alliances, over its year up to the day; null for what has no movements. */
  movements: FrozenMovements | null;
  breakdowns: FrozenBreakdown[];
  /** From the baseline to the last target. A year after the snapshot's day has a target alone. */
  trend: FrozenYear[];
  progress: {
    light: string; progress: number | null; expected: number | null; target: number | null; finalTarget: number | null; finalYear: number | null;
    freshness: string; confirmedOn: string | null; baselineValue: number | null; baselineOn: string | null;
  };
  /** The agreements by which it counts, in force on the day, by their title; none for what no agreement makes. */
  instruments: FrozenInstrument[];
  /** Of those, whose last day comes within a year after the snapshot's, the soonest first. */
  expiring: FrozenExpiring[];
}

export const MOVEMENTS = ['start', 'new', 'reactivated', 'exits', 'renewals', 'end'] as const;
export type Movement = (typeof MOVEMENTS)[number];

export type FrozenMovements = { from: string; to: string } & Record<Movement, FrozenTurn>;

/** `records` names every one that makes the number: what a reader may not see is left out by whoever shows it, by `visibility` and `country`. */
export interface FrozenTurn { value: number; records: FrozenTurnRecord[] }

interface Seen { visibility: Visibility; country: string | null }

export interface FrozenTurnRecord extends Seen { id: string; title: string; titleEn: string | null; because: string; on: string | null }

export interface FrozenBreakdown { dimension: string; additive: boolean; total: number; cells: { key: string | null; value: number }[] }

export interface FrozenYear {
  year: number; value: number | null; instruments: number | null; target: number | null;
  new: number | null; reactivated: number | null; exits: number | null;
}

export interface FrozenInstrument extends Seen {
  id: string; title: string; titleEn: string | null; reference: string | null; kind: string;
  /** Short names, in Spanish and in English. */
  parties: string[]; partiesEn: string[];
  /** The last of its signatures. */
  signedOn: string | null;
  inForceFrom: string | null; effectiveTo: string | null;
  /** What was verified; no address: it is a file or a place in the archive. */
  evidence: { title: string; address: string | null; verifiedOn: string }[];
}

export interface FrozenExpiring extends Seen { id: string; title: string; titleEn: string | null; effectiveTo: string; allies: string[]; alliesEn: string[] }
