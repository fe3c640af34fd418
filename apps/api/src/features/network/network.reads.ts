import sql, { empty, type Sql } from 'sql-template-tag';
import { EVIDENCE_KINDS, type EvidenceKind } from '@tejido/domain/network.js';
import { allOf, columns, selectList, visibleById, type Reading, type Shape } from '../../platform/graphql/composer.js';
import { child, type Selection } from '../../platform/graphql/selection.js';
import { organisations } from '../organisations/organisations.reads.js';
import { evidence, LEAST_WEIGHT } from './evidence.reads.js';
import type { NetworkFilter } from './network.type.js';

/** More ties than this are neither drawn nor read; the strongest are kept. */
const MOST_TIES = 20_000;

export interface NetworkRequest {
  day: string;
  filter: NetworkFilter;
  /** Most organisations drawn; those with the most ties are kept. */
  first: number;
}

const nodes: Shape = {
  table: 'organisation',
  visible: (row, reading) => organisations.visible(row, reading),
  fields: {
    ...columns('id', 'name', 'nameEn', 'acronym', 'acronymEn', 'standing', 'audience', 'kind', 'scope', 'seatCountry', 'countries', 'themes'),
    ties: () => sql`shown.ties`,
  },
};

const ties: Shape = {
  table: 'tie',
  visible: () => sql`true`,
  fields: columns('a', 'b', 'declared', 'demonstrated', 'weight', 'agreements', 'meetings', 'activities', 'relationships'),
};

/**
 * The network of a day in one statement, shaped by what is selected. Permission comes first: only visible organisations and
 * visible evidence make ties, so that a hidden one leaves no trace in a count.
 */
export function networkStatement(reading: Reading, request: NetworkRequest, selections: readonly Selection[]): Sql {
  const { day, filter, first } = request;
  return sql`with node as materialized (select o.id from organisation o where ${nodes.visible(sql`o`, reading)} and ${nodeFilter(sql`o`, filter)}),
    evidence as (${evidence(reading, kindsOf(filter), day)}),
    linked as materialized (select e.a, e.b, bool_or(e.declares) as declared, bool_or(not e.declares) as demonstrated,
        round(sum(e.weight)::numeric, 3)::float8 as weight, ${counts}
      from evidence e where e.weight >= ${LEAST_WEIGHT} and e.a in (select id from node) and e.b in (select id from node) group by e.a, e.b),
    near as materialized (select id from node where ${nearFocus(filter)}),
    degree as materialized (select id, count(*)::int as ties from (select a as id, b as other from linked union all select b, a from linked) ends
      where ${filter.focusId ? sql`id in (select id from near) and other in (select id from near)` : sql`true`} group by id),
    shown as materialized (select id, ties from degree order by ${filter.focusId ? sql`id = ${filter.focusId}::uuid desc,` : empty} ties desc, id limit ${first}),
    tie as materialized (select l.* from linked l join shown x on x.id = l.a join shown y on y.id = l.b order by l.weight desc, l.a, l.b limit ${MOST_TIES})
    select json_build_object('day', ${day}::text, 'matching', ${only(selections, 'matching', sql`select count(*)::int from node`)},
      'total', (select count(*)::int from degree), 'totalTies', (select coalesce(sum(ties), 0)::int / 2 from degree),
      'nodes', ${listOf(reading, nodes, child(selections, 'nodes'), sql`shown join organisation n on n.id = shown.id`, sql`n`, sql`shown.ties desc, n.id`)},
      'ties', ${listOf(reading, ties, child(selections, 'ties'), sql`tie`, sql`tie`, sql`tie.weight desc, tie.a, tie.b`)}) as answer`;
}

const counts = sql`count(*) filter (where e.kind = 'agreement')::int as agreements, count(*) filter (where e.kind = 'meeting')::int as meetings,
        count(*) filter (where e.kind = 'activity')::int as activities, count(*) filter (where e.kind in ('relationship', 'parent'))::int as relationships`;

const only = (selections: readonly Selection[], field: string, statement: Sql): Sql => (child(selections, field) ? sql`(${statement})` : sql`null`);

function listOf(reading: Reading, shape: Shape, selection: Selection | undefined, from: Sql, row: Sql, order: Sql): Sql {
  if (!selection) return sql`'[]'::json`;
  return sql`(select coalesce(json_agg(r), '[]') from (select ${selectList(shape, row, reading, selection.children)} from ${from} order by ${order}) r)`;
}

/** Why two organisations are tied on a day, heaviest first; nothing when the viewer may not know one of them. */
export function tieEvidenceStatement(reading: Reading, a: string, b: string, day: string): Sql {
  const between = sql`${a}::uuid, ${b}::uuid`;
  return sql`with evidence as (${evidence(reading, EVIDENCE_KINDS, day)})
    select coalesce(json_agg(json_build_object('kind', e.kind, 'id', e.id, 'label', e.label, 'labelEn', e.label_en, 'from', e.from_day, 'to', e.to_day, 'readsFrom', e.reads_from,
        'weight', round(e.weight::numeric, 3)::float8) order by e.weight desc, e.from_day desc nulls last, e.kind, e.id), '[]') as answer
    from evidence e where e.a = least(${between}) and e.b = greatest(${between}) and e.weight >= ${LEAST_WEIGHT}
      and ${visibleById(reading, organisations, sql`${a}::uuid`)} and ${visibleById(reading, organisations, sql`${b}::uuid`)}`;
}

// A code that no taxonomy has matches nothing, as everywhere.
function kindsOf(filter: NetworkFilter): EvidenceKind[] {
  const wanted = filter.evidence ?? [];
  return wanted.length === 0 ? [...EVIDENCE_KINDS] : EVIDENCE_KINDS.filter((kind) => wanted.includes(kind));
}

function nearFocus({ focusId }: NetworkFilter): Sql {
  if (!focusId) return sql`true`;
  return sql`(id = ${focusId}::uuid or id in (select b from linked where a = ${focusId}::uuid union all select a from linked where b = ${focusId}::uuid))`;
}

/** The organisation in focus stays whatever the filter says: its neighbours are what is filtered. */
function nodeFilter(row: Sql, filter: NetworkFilter): Sql {
  const among = (values: string[] | null | undefined, expression: Sql) => (values?.length ? sql`${expression} = any(${values}::text[])` : null);
  const conditions = allOf([
    among(filter.kind, sql`${row}.kind`),
    among(filter.audience, sql`${row}.audience`),
    among(filter.scope, sql`${row}.scope`),
    filter.country?.length ? sql`(${row}.countries && ${filter.country}::text[] or ${row}.seat_country = any(${filter.country}::text[]))` : null,
    filter.theme?.length ? sql`${row}.themes && ${filter.theme}::text[]` : null,
    among(filter.standing, sql`${row}.standing`),
  ]);
  return filter.focusId ? sql`(${conditions} or ${row}.id = ${filter.focusId}::uuid)` : conditions;
}

