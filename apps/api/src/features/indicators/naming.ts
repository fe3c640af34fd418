import { canRead, type Viewer } from '@tejido/domain/policy.js';
import type { NamedRecord } from './indicator.type.js';
import type { CountingState, Named } from './facts.js';

export type RecordKind = 'organisation' | 'agreement' | 'activity';

/** What of a record can be told: its name, null where the viewer may not see it. */
export type Naming = (kind: RecordKind, id: string) => NamedRecord | null;

/** Titles by id, for what the viewer may see; archived records have none. */
export function naming(state: CountingState, viewer: Viewer): Naming {
  const tables = state.once('records by id', () => ({
    organisation: byId(state.facts.organisations), agreement: byId(state.facts.agreements), activity: byId(state.facts.activities),
  }));
  return (kind, id) => {
    const record = tables[kind].get(id);
    return record && !record.archived && canRead(viewer, record) ? { kind, id, title: record.title, titleEn: record.titleEn } : null;
  };
}

const byId = <Row extends Named & { id: string }>(rows: readonly Row[]): Map<string, Named> => new Map(rows.map((row) => [row.id, row]));

/** The part of a cache key that stands for who may see what. */
export const scopeKey = ({ role, country }: Viewer): string => `${role} ${country ?? ''}`;
