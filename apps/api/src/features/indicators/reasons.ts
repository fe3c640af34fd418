import type { CountedActivity } from '@tejido/domain/activity-count.js';
import type { AllianceCount } from '@tejido/domain/alliance-count.js';
import type { CountedRecord, ExcludedRecord } from './indicator.type.js';
import type { Naming } from './naming.js';

/** The lists that open a number, for one viewer. */
export interface Reasons {
  counted: CountedRecord[];
  excluded: ExcludedRecord[];
  /** Counted, but not for this viewer to name. What is left out and hidden is told nowhere: it does not exist for them. */
  withheldCounted: number;
}

/** Of allies or instruments: each with the agreements by which it counts. */
export function allianceReasons(count: Pick<AllianceCount, 'unit' | 'counted' | 'excluded'>, name: Naming): Reasons {
  const kind = count.unit === 'ally' ? 'organisation' : 'agreement';
  const counted = count.counted.flatMap(({ id, because, on, agreementIds }) => {
    const record = name(kind, id);
    const through = kind === 'agreement' ? [] : agreementIds.flatMap((each) => name('agreement', each) ?? []);
    return record ? [{ record, because, on, through }] : [];
  });
  const excluded = count.excluded.flatMap(({ id, reason }) => {
    const record = name(reason === 'already_ally' ? 'organisation' : 'agreement', id);
    return record ? [{ record, reason }] : [];
  });
  return { counted, excluded, withheldCounted: count.counted.length - counted.length };
}

/** Of joint activities: each with those who contributed. */
export function activityReasons(count: { counted: readonly CountedActivity[]; excluded: readonly { id: string; reason: string }[] }, name: Naming): Reasons {
  const counted = count.counted.flatMap(({ id, because, endsOn, allyIds }) => {
    const record = name('activity', id);
    return record ? [{ record, because, on: endsOn, through: allyIds.flatMap((each) => name('organisation', each) ?? []) }] : [];
  });
  const excluded = count.excluded.flatMap(({ id, reason }) => {
    const record = name('activity', id);
    return record ? [{ record, reason }] : [];
  });
  return { counted, excluded, withheldCounted: count.counted.length - counted.length };
}
