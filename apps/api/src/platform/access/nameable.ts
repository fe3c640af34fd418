import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import { problem, refuseIfAny, type FieldProblem } from '@tejido/domain/error.js';
import type { Viewer } from '@tejido/domain/policy.js';
import type { Tx } from '../database/work.js';
import { isUuid } from '../graphql/uuid.js';
import { readableBy } from './scope.js';

/** An id that an input names: where in the input, and of which table. No id is no reference. */
export interface Reference {
  path: string;
  table: 'organisation' | 'person' | 'meeting' | 'agreement' | 'activity';
  id: string | null | undefined;
}

/**
 * What the viewer may not see cannot be named in an input, and is answered like what does not exist; archived and merged
 * records neither. @throws INVALID, unknown_record at each path
 */
export async function refuseUnnameable(tx: Tx, viewer: Viewer, references: readonly Reference[]): Promise<void> {
  refuseIfAny(await unnameable(tx, viewer, references));
}

/** As `refuseUnnameable`, for a form that tells all its problems at once. @returns unknown_record at each path */
export async function unnameable(tx: Tx, viewer: Viewer, references: readonly Reference[]): Promise<FieldProblem[]> {
  const given = references.filter((each): each is Reference & { id: string } => Boolean(each.id));
  if (given.length === 0) return [];
  const tables = [...new Set(given.map((each) => each.table))];
  const rows = await tx.query<{ name: string }>(join(tables.map((table) => nameable(viewer, table, given)), ' union all '));
  const known = new Set(rows.map(({ name }) => name));
  return given.filter((each) => !known.has(`${each.table} ${each.id.toLowerCase()}`)).map(({ path }) => problem(path, 'unknown_record'));
}

/** The given ids of one table that the viewer may name, as "table id". */
function nameable(viewer: Viewer, table: Reference['table'], given: readonly (Reference & { id: string })[]): Sql {
  const ids = given.filter((each) => each.table === table && isUuid(each.id)).map((each) => each.id);
  const merged = table === 'organisation' ? sql`and named.merged_into_id is null` : empty;
  return sql`select ${`${table} `}::text || named.id as name from ${raw(table)} named
    where named.id = any(${ids}::uuid[]) and named.archived_at is null ${merged} and ${readableBy(viewer, sql`named`)}`;
}
