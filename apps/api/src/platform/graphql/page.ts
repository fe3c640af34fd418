import { createHash } from 'node:crypto';
import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import { invalid, problem } from '@tejido/domain/error.js';
import { allOf, selectList, type Reading, type Shape } from './composer.js';
import { child, type Selection } from './selection.js';

/** How a page may be sorted: an expression that is never null, ascending or descending; the id breaks ties. */
export interface Sort {
  key: (row: Sql) => Sql;
  /** PostgreSQL type that a cursor's value is read back as. */
  type: 'text' | 'date' | 'timestamptz' | 'numeric';
  descending?: boolean;
}

/** A facet: the values that a row has, counted over the rows that pass every filter but this facet's own. */
export interface Facet {
  name: string;
  /** A set of text values of the row: `unnest(row.countries)` or a column. */
  values: (row: Sql) => Sql;
}

export interface PageRequest {
  shape: Shape;
  /** Filters by facet name; those that belong to no facet under ''. */
  where: (row: Sql) => Readonly<Record<string, Sql[]>>;
  /** The filters under '' leave few rows and are dear: these are found once, for the page, its total and each facet. */
  foundOnce?: boolean;
  sort: Sort;
  first: number;
  after: string | null;
  facets?: readonly Facet[];
}

export const LARGEST_PAGE = 200;

/** The statement of a keyset page: {nodes, total, endCursor, hasMore, facets}, each computed only when selected. */
export function pageStatement(reading: Reading, selections: readonly Selection[], request: PageRequest): Sql {
  const first = pageSize(request.first);
  const parts = selections.map((selection) => sql`${raw(`'${selection.key}'`)}, ${pagePart(reading, selection, request, first)}`);
  const found = request.foundOnce ? sql`found as materialized (${foundRows(reading, request)}), ` : empty;
  return sql`with ${found}page as materialized (${keys(reading, request, first)}) select json_build_object(${join(parts, ', ')}) as answer`;
}

function foundRows(reading: Reading, { shape, where }: PageRequest): Sql {
  const row = reading.alias(shape.table);
  return sql`select ${row}.id from ${raw(shape.table)} ${row} where ${allOf([shape.visible(row, reading), ...(where(row)[''] ?? [])])}`;
}

/** What a row must pass: all filters, or all but those of one facet. */
function passes(row: Sql, reading: Reading, request: PageRequest, but?: string): Sql[] {
  const { '': outside = [], ...byFacet } = request.where(row);
  const base = request.foundOnce ? [sql`${row}.id in (select id from found)`] : [request.shape.visible(row, reading), ...outside];
  return [...base, ...Object.entries(byFacet).flatMap(([name, conditions]) => (name === but ? [] : conditions))];
}

function pageSize(first: number): number {
  if (!Number.isInteger(first) || first < 1 || first > LARGEST_PAGE) {
    throw invalid([problem('first', 'number_out_of_range', { min: 1, max: LARGEST_PAGE })]);
  }
  return first;
}

function keys(reading: Reading, request: PageRequest, first: number): Sql {
  const row = reading.alias(request.shape.table);
  const { key } = request.sort;
  const direction = raw(request.sort.descending ? 'desc' : 'asc');
  return sql`select ${row}.id, ${key(row)} as sort_key from ${raw(request.shape.table)} ${row} where ${allOf([...passes(row, reading, request), afterCursor(row, request)])}
    order by 2 ${direction}, 1 ${direction} limit ${first + 1}`;
}

function afterCursor(row: Sql, { after, sort }: PageRequest): Sql | null {
  if (after === null) return null;
  const [value, id] = readCursor(after, orderTag(sort));
  return sql`(${sort.key(row)}, ${row}.id) ${raw(sort.descending ? '<' : '>')} (${value}::${raw(sort.type)}, ${id}::uuid)`;
}

/** Marks a cursor with its order, whatever the numbers of its aliases: in another order it would skip or repeat rows without a word. */
function orderTag({ key, type, descending }: Sort): string {
  const { text, values } = key(raw('row'));
  return createHash('sha256').update(JSON.stringify([text.replace(/_\d+\b/g, ''), values, type, descending ?? false])).digest('base64url').slice(0, 8);
}

function readCursor(after: string, tag: string): [string, string] {
  try {
    const [value, id, order] = JSON.parse(Buffer.from(after, 'base64').toString('utf8')) as unknown[];
    if (order === tag && (typeof value === 'string' || typeof value === 'number') && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id)) return [String(value), id];
  } catch { /* told below */ }
  throw invalid([problem('after', 'unknown_record')]);
}

function pagePart(reading: Reading, selection: Selection, request: PageRequest, first: number): Sql {
  switch (selection.field) {
    case 'nodes': return nodes(reading, selection, request, first);
    case 'total': return total(reading, request);
    case 'hasMore': return sql`(select count(*) > ${first} from page)`;
    case 'endCursor':
      return sql`(select translate(encode(convert_to(json_build_array(last.sort_key, last.id, ${orderTag(request.sort)}::text)::text, 'UTF8'), 'base64'), E'\n', '')
        from (select * from page limit ${first}) last order by last.sort_key ${raw(request.sort.descending ? 'asc' : 'desc')}, last.id ${raw(request.sort.descending ? 'asc' : 'desc')} limit 1)`;
    case 'facets': return facets(reading, selection, request);
    default: throw new Error(`no page has the field ${selection.field}`);
  }
}

function nodes(reading: Reading, selection: Selection, request: PageRequest, first: number): Sql {
  const row = reading.alias(request.shape.table);
  const direction = raw(request.sort.descending ? 'desc' : 'asc');
  return sql`(select coalesce(json_agg(node), '[]') from (select ${selectList(request.shape, row, reading, selection.children)}
    from (select * from page limit ${first}) shown join ${raw(request.shape.table)} ${row} on ${row}.id = shown.id
    order by shown.sort_key ${direction}, shown.id ${direction}) node)`;
}

function total(reading: Reading, request: PageRequest): Sql {
  const row = reading.alias(request.shape.table);
  const conditions = passes(row, reading, request);
  if (request.foundOnce && conditions.length === 1) return sql`(select count(*)::int from found)`;
  return sql`(select count(*)::int from ${raw(request.shape.table)} ${row} where ${allOf(conditions)})`;
}

function facets(reading: Reading, selection: Selection, request: PageRequest): Sql {
  if (!child(selection.children, 'values')) return sql`'[]'::json`;
  const each = (request.facets ?? []).map((facet) => sql`json_build_object('name', ${facet.name}::text, 'values', ${facetValues(reading, facet, request)})`);
  return each.length === 0 ? sql`'[]'::json` : sql`json_build_array(${join(each, ', ')})`;
}

function facetValues(reading: Reading, facet: Facet, request: PageRequest): Sql {
  const row = reading.alias(request.shape.table);
  return sql`(select coalesce(json_agg(json_build_object('value', tally.value, 'count', tally.count) order by tally.count desc, tally.value), '[]')
    from (select value::text as value, count(*)::int as count from ${raw(request.shape.table)} ${row}, lateral (select ${facet.values(row)} as value) facet
      where value is not null and ${allOf(passes(row, reading, request, facet.name))} group by 1) tally)`;
}
