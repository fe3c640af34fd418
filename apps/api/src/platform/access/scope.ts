import sql, { type Sql } from 'sql-template-tag';
import { readScope, type Viewer } from '@tejido/domain/policy.js';

/** The SQL twin of canRead() in libs/domain/src/policy.ts, made of the same scope; a test proves them equal. */
export function readableBy(viewer: Viewer, row: Sql): Sql {
  const { visibilities, ownCountry } = readScope(viewer);
  if (ownCountry === null) return sql`${row}.visibility = any(${visibilities}::text[])`;
  return sql`(${row}.visibility = any(${visibilities}::text[]) or (${row}.visibility = 'country' and ${row}.country = ${ownCountry}))`;
}

/** What was archived, for whoever looks into the trash: the public never does. */
export function inTrash(viewer: Viewer, row: Sql): Sql {
  return viewer.role === 'public' ? sql`false` : sql`(${row}.archived_at is not null and ${readableBy(viewer, row)})`;
}
