import sql, { type Sql } from 'sql-template-tag';
import type { Piece } from './composer.js';

/** What `viewerCan` decides about: read with the record, judged by the policy in the resolver. */
export const subjectPiece: Piece = (row) => subject(row);

/** The policy's subject of a row with the common record columns, as JSON. */
export const subject = (row: Sql): Sql =>
  sql`json_build_object('visibility', ${row}.visibility, 'country', ${row}.country, 'ownerUserId', ${row}.created_by)`;
