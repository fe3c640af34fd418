import { createHash } from 'node:crypto';
import type { CountedRecord, ExcludedRecord } from './indicator.type.js';

/** What a snapshot freezes. */
export interface SnapshotContent {
  indicator: string;
  onDay: string | null;
  fromDay: string | null;
  toDay: string | null;
  knownOn: string;
  value: number;
  counted: CountedRecord[];
  excluded: ExcludedRecord[];
  definition: unknown;
}

/** SHA-256 of the content, in hexadecimal; the same for the same content whatever order PostgreSQL keeps the keys in. */
export const hashOf = ({ indicator, onDay, fromDay, toDay, knownOn, value, counted, excluded, definition }: SnapshotContent): string =>
  createHash('sha256').update(canonical({ indicator, onDay, fromDay, toDay, knownOn, value, counted, excluded, definition })).digest('hex');

/** JSON with its keys in order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    (part !== null && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part));
}
