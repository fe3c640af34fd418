import sql, { join, raw, type Sql } from 'sql-template-tag';

/** A column that names an organisation, and what becomes of its rows when that organisation is merged into another. */
export interface Hanging {
  /** What the page calls it. */
  kind: string;
  table: string;
  column: string;
  /** The record to whose page a row belongs. */
  record: (row: Sql) => Sql;
  label: (row: Sql) => Sql;
  /** The survivor has the same already: only one of both stays. */
  twin?: (moved: Sql, kept: Sql) => Sql;
  /** Which rows of the survivor may be twins; absent: those whose `column` names it. */
  among?: (kept: Sql, survivor: Sql) => Sql;
  /** Of two twins the moved one stays. */
  better?: (moved: Sql, kept: Sql) => Sql;
  /** The row's other end: were it the survivor, the row would tie it to itself. */
  otherEnd?: (moved: Sql) => Sql;
}

const of = (table: string, column: string, id: string) => (row: Sql) => sql`(select ${raw(column)} from ${raw(table)} named where named.id = ${row}.${raw(id)})`;
const overlapping = (moved: Sql, kept: Sql) => sql`daterange(${moved}.from_day, ${moved}.to_day, '[]') && daterange(${kept}.from_day, ${kept}.to_day, '[]')`;
const same = (...columns: string[]) => (moved: Sql, kept: Sql) =>
  join(columns.map((column) => sql`${moved}.${raw(column)} is not distinct from ${kept}.${raw(column)}`), ' and ');
const itself = (row: Sql) => sql`${row}.id`;

const tie = (column: string, other: string): Hanging => ({
  kind: 'relationship', table: 'relationship', column, record: (row) => sql`${row}.${raw(other)}`, label: of('organisation', 'name', other),
  // A tie is one from whichever end it is told.
  among: (kept, survivor) => sql`${survivor} in (${kept}.from_id, ${kept}.to_id)`,
  twin: (moved, kept) => sql`${same('type')(moved, kept)} and ${moved}.${raw(other)} in (${kept}.from_id, ${kept}.to_id) and ${overlapping(moved, kept)}`, otherEnd: (row) => sql`${row}.${raw(other)}`,
});
const below = (kind: string, column: string): Hanging =>
  ({ kind, table: 'organisation', column, record: itself, label: (row) => sql`${row}.name`, otherEnd: itself });

/**
 * Every reference to an organisation; a test compares it with the database's foreign keys. What stays with the duplicate:
 * earlier merges into it (its redirect goes on), judgements that it is not the same as another, its search words and unit.
 */
export const HANGING: readonly Hanging[] = [
  {
    kind: 'agreement', table: 'agreement_party', column: 'organisation_id', record: (row) => sql`${row}.agreement_id`, label: of('agreement', 'title', 'agreement_id'),
    twin: same('agreement_id'), better: (moved, kept) => sql`${moved}.signed_on is not null and ${kept}.signed_on is null`,
  },
  { kind: 'meeting', table: 'attendance', column: 'organisation_id', record: (row) => sql`${row}.meeting_id`, label: of('meeting', 'title', 'meeting_id'), twin: same('meeting_id', 'person_id') },
  { kind: 'meeting', table: 'attendance', column: 'on_behalf_of_organisation_id', record: (row) => sql`${row}.meeting_id`, label: of('meeting', 'title', 'meeting_id') },
  { kind: 'meeting', table: 'agenda_item', column: 'owner_organisation_id', record: (row) => sql`${row}.meeting_id`, label: (row) => sql`${row}.title` },
  { kind: 'meeting', table: 'invitation', column: 'organisation_id', record: (row) => sql`${row}.meeting_id`, label: of('meeting', 'title', 'meeting_id'), twin: same('meeting_id', 'person_id', 'sequence') },
  { kind: 'activity', table: 'participation', column: 'organisation_id', record: (row) => sql`${row}.activity_id`, label: of('activity', 'title', 'activity_id'), twin: same('activity_id', 'role') },
  {
    kind: 'person', table: 'affiliation', column: 'organisation_id', record: (row) => sql`${row}.person_id`, label: of('person', 'name', 'person_id'),
    twin: (moved, kept) => sql`${same('person_id', 'post')(moved, kept)} and ${overlapping(moved, kept)}`,
  },
  { kind: 'commitment', table: 'commitment', column: 'owner_organisation_id', record: itself, label: (row) => sql`${row}.text` },
  { kind: 'commitment', table: 'commitment', column: 'beneficiary_organisation_id', record: itself, label: (row) => sql`${row}.text` },
  tie('from_id', 'to_id'),
  tie('to_id', 'from_id'),
  below('child', 'parent_id'),
  below('office', 'counts_with_id'),
  { kind: 'proposal', table: 'proposal_partner', column: 'organisation_id', record: (row) => sql`${row}.proposal_id`, label: of('proposal', 'title', 'proposal_id'), twin: same('proposal_id', 'role') },
  { kind: 'dissemination', table: 'dissemination', column: 'organisation_id', record: itself, label: (row) => sql`${row}.message` },
  {
    kind: 'matrix', table: 'matrix_ally', column: 'organisation_id', record: (row) => sql`${row}.row_id`, twin: same('row_id'),
    label: (row) => sql`(select coalesce(r.label, a.label_es) from matrix_row r join strategy_activity a on a.code = r.strategy_activity where r.id = ${row}.row_id)`,
  },
  { kind: 'name', table: 'organisation_name', column: 'organisation_id', record: itself, label: (row) => sql`${row}.value`, twin: same('role', 'value') },
  { kind: 'identifier', table: 'organisation_identifier', column: 'organisation_id', record: itself, label: (row) => sql`${row}.scheme || ' ' || ${row}.value`, twin: same('scheme', 'value') },
  { kind: 'contact', table: 'contact_point', column: 'organisation_id', record: itself, label: (row) => sql`${row}.value`, twin: same('kind', 'value') },
];

/** One row that hangs on the duplicate. `dropped`: the twin that goes, its own or the survivor's; null when both may stay. */
export interface HangingRow {
  at: number;
  kind: string;
  id: string;
  record: string;
  label: string;
  dropped: string | null;
}

/** Every row that a merge of `duplicate` into `survivor` touches. */
export function hangingRows(survivor: string, duplicate: string): Sql {
  const each = HANGING.map(({ kind, table, column, record, label, twin, among, better, otherEnd }, at) => {
    const [moved, kept] = [raw('moved'), raw('kept')];
    const own = otherEnd ? sql`case when ${otherEnd(moved)} = ${survivor}::uuid then moved.id end` : sql`null::uuid`;
    const twins = twin
      ? sql`(select case when ${better ? better(moved, kept) : sql`false`} then kept.id else moved.id end from ${raw(table)} kept
          where ${among ? among(kept, sql`${survivor}::uuid`) : sql`kept.${raw(column)} = ${survivor}::uuid`} and ${twin(moved, kept)} limit 1)`
      : sql`null::uuid`;
    return sql`select ${at}::int as at, ${kind}::text as kind, moved.id, ${record(moved)} as record, ${label(moved)}::text as label, coalesce(${own}, ${twins}) as dropped
      from ${raw(table)} moved where moved.${raw(column)} = ${duplicate}::uuid`;
  });
  return sql`select * from (${join(each, ' union all ')}) hanging order by at, label, id`;
}
