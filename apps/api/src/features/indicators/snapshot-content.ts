import { createHash } from 'node:crypto';
import type { CountedRecord, ExcludedRecord } from './indicator.type.js';
import type { SnapshotFigures } from './snapshot-figures.js';

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
  /** Since hash version 2; null before. */
  figures: SnapshotFigures | null;
  hashVersion: number;
}

/** What is frozen now has this one; what was signed under an older one keeps it, and stays verifiable. */
export const HASH_VERSION = 2;

/** SHA-256 of the content, in hexadecimal; the same for the same content whatever order PostgreSQL keeps the keys in. */
export function hashOf({ indicator, onDay, fromDay, toDay, knownOn, value, counted, excluded, definition, figures, hashVersion }: SnapshotContent): string {
  const content = { indicator, onDay, fromDay, toDay, knownOn, value, counted, excluded, definition, ...(hashVersion >= 2 && { figures }) };
  return createHash('sha256').update(canonical(content)).digest('hex');
}

/** JSON with its keys in order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    (part !== null && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part));
}
