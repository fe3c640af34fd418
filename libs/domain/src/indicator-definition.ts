import type { Day } from './day.js';

/** An approved version of a definition: its number grows with each approval. */
export interface DefinitionVersion {
  number: number;
  validFrom: Day;
}

/**
 * The version that holds on a day: of those valid by then the newest, for a later decision replaces an earlier one from its own first day on.
 * A day before all of them is counted by the first one: a figure never has no definition.
 */
export function versionOn<Version extends DefinitionVersion>(approved: readonly Version[], day: Day): Version | null {
  const newest = (versions: readonly Version[]) => versions.reduce<Version | null>((best, each) => (best === null || each.number > best.number ? each : best), null);
  const first = approved.reduce<Day | null>((least, { validFrom }) => (least === null || validFrom < least ? validFrom : least), null);
  return newest(approved.filter(({ validFrom }) => validFrom <= day)) ?? newest(approved.filter(({ validFrom }) => validFrom === first));
}
