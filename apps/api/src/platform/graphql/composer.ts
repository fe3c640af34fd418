import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import type { Viewer } from '@tejido/domain/policy.js';
import type { Selection } from './selection.js';

/**
 * One root field, one SQL statement: the selection set is composed of small named pieces, one per field, that each type
 * declares in its `.reads.ts`; PostgreSQL makes the JSON. Visibility is part of every piece that reaches another record.
 */
export interface Reading {
  viewer: Viewer;
  /** Today in the coalition's time zone, YYYY-MM-DD. */
  today: string;
  /** A table alias not used before in this statement. */
  alias(stem: string): Sql;
}

/** A field's SQL expression, given the alias of its row. */
export type Piece = (row: Sql, reading: Reading, selection: Selection) => Sql;

export interface Shape {
  table: string;
  /** What of this table exists for the viewer: scope, archive and merge. */
  visible: (row: Sql, reading: Reading) => Sql;
  fields: Readonly<Record<string, Piece>>;
}

export function newReading(viewer: Viewer, today: string): Reading {
  let count = 0;
  return { viewer, today, alias: (stem) => raw(`${stem}_${++count}`) };
}

const snake = (name: string) => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

/** Fields that are plain columns: `columns('id', 'effectiveFrom')` reads `effective_from`. */
export function columns<Name extends string>(...names: Name[]): Record<Name, Piece> {
  return Object.fromEntries(names.map((name) => [name, (row: Sql) => sql`${row}.${raw(snake(name))}`])) as unknown as Record<Name, Piece>;
}

/** The select list for a row: each selected field's piece under its key. */
export function selectList(shape: Shape, row: Sql, reading: Reading, selections: readonly Selection[]): Sql {
  const items = selections.map((selection) => {
    const piece = shape.fields[selection.field];
    if (!piece) throw new Error(`${shape.table}: no piece reads the field ${selection.field}`);
    return sql`${piece(row, reading, selection)} as ${raw(`"${selection.key}"`)}`;
  });
  return items.length > 0 ? join(items, ', ') : sql`1 as "_"`;
}

export interface Reach {
  /** Condition that ties the reached row to its origin. */
  where: (row: Sql) => Sql;
  orderBy?: (row: Sql) => Sql;
  limit?: number;
}

/** One related record as JSON, null when none is visible: `one(reading, organisations, selection, { where })`. */
export function one(reading: Reading, shape: Shape, selection: Pick<Selection, 'children'>, reach: Reach): Sql {
  const inner = reading.alias('r');
  return sql`(select row_to_json(${inner}) from (${rows(reading, shape, selection, { ...reach, limit: 1 })}) ${inner})`;
}

/** Related records as a JSON array, empty when none is visible. */
export function many(reading: Reading, shape: Shape, selection: Pick<Selection, 'children'>, reach: Reach): Sql {
  const inner = reading.alias('r');
  return sql`(select coalesce(json_agg(${inner}), '[]') from (${rows(reading, shape, selection, reach)}) ${inner})`;
}

function rows(reading: Reading, shape: Shape, selection: Pick<Selection, 'children'>, reach: Reach): Sql {
  const row = reading.alias(shape.table);
  const list = selectList(shape, row, reading, selection.children);
  const order = reach.orderBy ? sql` order by ${reach.orderBy(row)}` : empty;
  const limit = reach.limit === undefined ? empty : sql` limit ${reach.limit}`;
  return sql`select ${list} from ${raw(shape.table)} ${row} where ${reach.where(row)} and ${shape.visible(row, reading)}${order}${limit}`;
}

/** How many related records are visible. */
export function howMany(reading: Reading, shape: Shape, where: (row: Sql) => Sql): Sql {
  const row = reading.alias(shape.table);
  return sql`(select count(*)::int from ${raw(shape.table)} ${row} where ${where(row)} and ${shape.visible(row, reading)})`;
}

/** Whether the viewer may know the row with this id: `exists(reading, organisations, sql`${row}.organisation_id`)`. */
export function visibleById(reading: Reading, shape: Shape, id: Sql): Sql {
  const row = reading.alias(shape.table);
  return sql`exists (select from ${raw(shape.table)} ${row} where ${row}.id = ${id} and ${shape.visible(row, reading)})`;
}

/** Conditions joined by `and`; none is true. */
export const allOf = (conditions: readonly (Sql | null | undefined | false)[]): Sql => {
  const kept = conditions.filter((each): each is Sql => Boolean(each));
  return kept.length === 0 ? sql`true` : sql`(${join(kept, ' and ')})`;
};
