import sql, { empty, raw } from 'sql-template-tag';
import { problem, refuseIfAny } from '@tejido/domain/error.js';
import type { Viewer } from '@tejido/domain/policy.js';
import type { Tx } from '../database/work.js';
import { isUuid } from '../graphql/uuid.js';
import { readableBy } from './scope.js';

/** An id that an input names: where in the input, and of which table. No id is no reference. */
export interface Reference {
  path: string;
  table: 'organisation' | 'person' | 'meeting' | 'agreement';
  id: string | null | undefined;
}

/**
 * What the viewer may not see cannot be named in an input, and is answered like what does not exist; archived and merged
 * records neither. @throws INVALID, unknown_record at each path
 */
export async function refuseUnnameable(tx: Tx, viewer: Viewer, references: readonly Reference[]): Promise<void> {
  const given = references.filter((each): each is Reference & { id: string } => Boolean(each.id));
  const known = new Set<string>();
  for (const table of new Set(given.map((each) => each.table))) {
    const ids = given.filter((each) => each.table === table && isUuid(each.id)).map((each) => each.id);
    const merged = table === 'organisation' ? sql`and named.merged_into_id is null` : empty;
    const rows = await tx.query<{ id: string }>(sql`select id from ${raw(table)} named where id = any(${ids}::uuid[]) and archived_at is null ${merged} and ${readableBy(viewer, sql`named`)}`);
    for (const { id } of rows) known.add(`${table} ${id}`);
  }
  refuseIfAny(given.filter((each) => !known.has(`${each.table} ${each.id.toLowerCase()}`)).map(({ path }) => problem(path, 'unknown_record')));
}
