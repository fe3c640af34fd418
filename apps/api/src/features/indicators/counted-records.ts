import type { FrozenCount } from '@tejido/domain/snapshot-difference.js';
import type { CountingState } from './facts.js';
import type { CountedRecord, ExcludedRecord, NamedRecord } from './indicator.type.js';
import type { Naming, RecordKind } from './naming.js';

export interface Lists { value: number; counted: CountedRecord[]; excluded: ExcludedRecord[] }

/** The lists as ids. An ally counts through its agreements, an agreement or activity through itself. */
export function bare({ value, counted, excluded }: Lists): FrozenCount {
  return {
    value,
    counted: counted.map(({ record, through }) => ({ id: record.id, through: record.kind === 'organisation' ? through.map(({ id }) => id) : [record.id] })),
    excluded: excluded.map(({ record, reason }) => ({ id: record.id, reason })),
  };
}

/** The day on which a record was entered. */
export function enteredOn(state: CountingState): (id: string) => string | null {
  const entered = state.once('entered on', () => new Map(
    [...state.facts.agreements, ...state.facts.activities].map(({ id, recordedOn }) => [id, recordedOn])));
  return (id) => entered.get(id) ?? null;
}

/** A record under its name of today, where the viewer may see it. */
export const visibleTo = (name: Naming) => ({ kind, id }: NamedRecord): NamedRecord | null => name(kind as RecordKind, id);
