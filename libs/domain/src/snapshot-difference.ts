import type { Day } from './day.js';

export const ADDED_BECAUSE = ['recorded_late', 'verified_late', 'corrected'] as const;
/** `recorded_late`: none of what makes it count was entered when the snapshot was taken; `corrected`: anything else. */
export type AddedBecause = (typeof ADDED_BECAUSE)[number];

/** One that counts, with the agreements (or itself) by which it does. */
export interface FrozenRecord {
  id: string;
  through: readonly string[];
}

/** A figure with its reasons, as a snapshot keeps it and as it is counted again. */
export interface FrozenCount {
  value: number;
  counted: readonly FrozenRecord[];
  excluded: readonly { id: string; reason: string }[];
}

export interface SnapshotDifference {
  published: number;
  now: number;
  added: readonly { id: string; because: AddedBecause }[];
  /** The reason is that of the new count; 'corrected' when the record is named no more. */
  removed: readonly { id: string; because: string }[];
}

/**
 * "Published 6, now 7 (1 recorded late)": what the same count over the same days gives with what is known now, and
 * why each record came or went. `recordedOn`: when a record by which something counts was entered.
 */
export function differenceSince(frozen: FrozenCount, knownOn: Day, now: FrozenCount, recordedOn: (id: string) => Day | null): SnapshotDifference {
  const before = new Set(frozen.counted.map(({ id }) => id));
  const after = new Set(now.counted.map(({ id }) => id));
  const leftOut = new Map(frozen.excluded.map(({ id, reason }) => [id, reason]));
  const reasons = new Map(now.excluded.map(({ id, reason }) => [id, reason]));
  const whyAdded = ({ through }: FrozenRecord): AddedBecause => {
    if (through.some((id) => leftOut.get(id) === 'to_verify')) return 'verified_late';
    // Entered on the very day, but after the snapshot: then the snapshot does not know it at all.
    const late = (id: string) => !leftOut.has(id) && (recordedOn(id) ?? '') >= knownOn;
    return through.length > 0 && through.every(late) ? 'recorded_late' : 'corrected';
  };
  return {
    published: frozen.value,
    now: now.value,
    added: now.counted.filter(({ id }) => !before.has(id)).map((each) => ({ id: each.id, because: whyAdded(each) })),
    removed: frozen.counted.filter(({ id }) => !after.has(id)).map(({ id, through }) =>
      ({ id, because: [id, ...through].map((each) => reasons.get(each)).find((reason) => reason !== undefined) ?? 'corrected' })),
  };
}
