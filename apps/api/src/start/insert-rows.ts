import type pg from 'pg';

const escaped = (name: string) => `"${name}"`;

/** Inserts rows of one shape in one statement, typed by the table itself; none is fine. */
export async function insertRows(client: pg.ClientBase, table: string, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]!).map(escaped).join(', ');
  await client.query(`insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)`, [JSON.stringify(rows)]);
}
