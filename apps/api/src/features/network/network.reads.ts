import sql, { join, raw, type Sql } from 'sql-template-tag';
import { EVIDENCE_KINDS, HALF_LIFE_DAYS, type EvidenceKind } from '@tejido/domain/network.js';
import { allOf, type Reading } from '../../platform/graphql/composer.js';
import { readableBy } from '../../platform/access/scope.js';
import { activities } from '../activities/activities.reads.js';
import { organisations } from '../organisations/organisations.reads.js';
import type { NetworkFilter } from './network.type.js';

export interface NetworkRequest {
  day: string;
  filter: NetworkFilter;
  /** Most organisations drawn; those with the most ties are kept. */
  first: number;
}

// Below this an encounter weighs nothing: the twin of evidenceWeight() in libs/domain.
const LEAST_WEIGHT = 0.01;

/**
 * The network of a day in one statement. Permission comes first: only visible organisations and visible evidence make ties,
 * so that a hidden one leaves no trace in a count.
 */
export function networkStatement(reading: Reading, { day, filter, first }: NetworkRequest): Sql {
  return sql`with node as materialized (
      select o.* from organisation o where ${organisations.visible(sql`o`, reading)} and ${nodeFilter(sql`o`, filter)}),
    evidence as (${evidence(reading, kindsOf(filter), day)}),
    tie as materialized (
      select e.a, e.b, bool_or(e.declares) as declared, bool_or(not e.declares) as demonstrated, round(sum(e.weight)::numeric, 3) as weight,
        count(*) filter (where e.kind = 'agreement')::int as agreements, count(*) filter (where e.kind = 'meeting')::int as meetings,
        count(*) filter (where e.kind = 'activity')::int as activities, count(*) filter (where e.kind in ('relationship', 'parent'))::int as relationships
      from evidence e where e.weight >= ${LEAST_WEIGHT} and e.a in (select id from node) and e.b in (select id from node) group by e.a, e.b),
    near as (select id from node where ${filter.focusId ? sql`id = ${filter.focusId} or id in (select b from tie where a = ${filter.focusId} union select a from tie where b = ${filter.focusId})` : sql`true`}),
    degree as (select id, count(*)::int as ties from (select a as id from tie union all select b from tie) ends where id in (select id from near) group by id),
    shown as materialized (select id, ties from degree order by ties desc, id limit ${first})
    select json_build_object('day', ${day}::text, 'total', (select count(*)::int from degree),
      'nodes', (select coalesce(json_agg(json_build_object('id', n.id, 'name', n.name, 'nameEn', n.name_en, 'acronym', n.acronym, 'acronymEn', n.acronym_en, 'standing', n.standing,
        'audience', n.audience, 'kind', n.kind, 'scope', n.scope, 'seatCountry', n.seat_country, 'ties', s.ties) order by s.ties desc, n.id), '[]') from shown s join node n on n.id = s.id),
      'ties', (select coalesce(json_agg(t order by t.weight desc, t.a, t.b), '[]') from tie t where t.a in (select id from shown) and t.b in (select id from shown))) as answer`;
}

/** Why two organisations are tied on a day, heaviest first. */
export function tieEvidenceStatement(reading: Reading, a: string, b: string, day: string): Sql {
  const between = sql`${a}::uuid, ${b}::uuid`;
  return sql`with evidence as (${evidence(reading, EVIDENCE_KINDS, day)})
    select coalesce(json_agg(json_build_object('kind', e.kind, 'id', e.id, 'label', e.label, 'from', e.from_day, 'to', e.to_day) order by e.weight desc, e.from_day desc nulls last, e.id), '[]') as answer
    from evidence e where e.a = least(${between}) and e.b = greatest(${between}) and e.weight >= ${LEAST_WEIGHT}
      and ${visibleEnd(reading, a)} and ${visibleEnd(reading, b)}`;
}

const visibleEnd = (reading: Reading, id: string): Sql => sql`exists (select from organisation o where o.id = ${id}::uuid and ${organisations.visible(sql`o`, reading)})`;

function kindsOf(filter: NetworkFilter): EvidenceKind[] {
  const wanted = filter.evidence ?? [];
  return wanted.length === 0 ? [...EVIDENCE_KINDS] : EVIDENCE_KINDS.filter((kind) => wanted.includes(kind));
}

function nodeFilter(row: Sql, filter: NetworkFilter): Sql {
  const among = (values: string[] | null | undefined, expression: Sql) => (values?.length ? sql`${expression} = any(${values}::text[])` : null);
  return allOf([
    among(filter.kind, sql`${row}.kind`),
    among(filter.audience, sql`${row}.audience`),
    among(filter.scope, sql`${row}.scope`),
    filter.country?.length ? sql`(${row}.countries && ${filter.country}::text[] or ${row}.seat_country = any(${filter.country}::text[]))` : null,
    filter.theme?.length ? sql`${row}.themes && ${filter.theme}::text[]` : null,
  ]);
}

/** Every visible piece of evidence that weighs on the day: kind, id, a < b, days, label, declares, weight. */
function evidence(reading: Reading, kinds: readonly EvidenceKind[], day: string): Sql {
  if (kinds.length === 0) return sql`select null::text as kind, null::uuid as id, null::uuid as a, null::uuid as b, null::date as from_day, null::date as to_day, null::text as label, false as declares, 0::float8 as weight where false`;
  return join(kinds.map((kind) => PIECES[kind](reading, day)), ' union all ');
}

const selected = (kind: EvidenceKind, id: Sql, a: Sql, b: Sql, from: Sql, to: Sql, label: Sql, weight: Sql): Sql =>
  sql`select ${kind}::text as kind, ${id} as id, least(${a}, ${b}) as a, greatest(${a}, ${b}) as b, (${from})::date as from_day, (${to})::date as to_day,
    ${label} as label, ${raw(kind === 'meeting' || kind === 'activity' ? 'false' : 'true')} as declares, ${weight} as weight`;

/** 1 until the encounter ends, then halved every two years. */
const fading = (day: string, last: Sql): Sql => sql`(case when ${last} >= ${day}::date then 1 else power(0.5, (${day}::date - ${last}) / ${HALF_LIFE_DAYS}::float8) end)::float8`;

const PIECES: Record<EvidenceKind, (reading: Reading, day: string) => Sql> = {
  agreement: (reading, day) => sql`${selected('agreement', sql`g.id`, sql`p.organisation_id`, sql`q.organisation_id`, sql`(select lower(r) from unnest(s.span) r where r @> ${day}::date)`, sql`(select upper(r) from unnest(s.span) r where r @> ${day}::date)`, sql`g.title`, sql`1::float8`)}
    from agreement g join agreement_span s on s.agreement_id = g.id and s.span @> ${day}::date
    join agreement_party p on p.agreement_id = g.id join agreement_party q on q.agreement_id = g.id and p.organisation_id < q.organisation_id
    where g.archived_at is null and ${readableBy(reading.viewer, sql`g`)} and ${bound(sql`p`, day)} and ${bound(sql`q`, day)}`,
  meeting: (reading, day) => sql`${selected('meeting', sql`m.id`, sql`p.organisation_id`, sql`q.organisation_id`, sql`m.starts_at`, sql`m.starts_at`, sql`m.title`, fading(day, sql`m.starts_at::date`))}
    from meeting m join (select distinct meeting_id, organisation_id from attendance where organisation_id is not null and presence <> 'excused') p on p.meeting_id = m.id
    join (select distinct meeting_id, organisation_id from attendance where organisation_id is not null and presence <> 'excused') q on q.meeting_id = m.id and p.organisation_id < q.organisation_id
    where m.archived_at is null and m.starts_at::date <= ${day}::date and ${readableBy(reading.viewer, sql`m`)}`,
  activity: (reading, day) => sql`${selected('activity', sql`c.id`, sql`p.organisation_id`, sql`q.organisation_id`, sql`coalesce(c.starts_on, c.ends_on)`, sql`c.ends_on`, sql`c.title`, fading(day, sql`coalesce(c.ends_on, c.starts_on)`))}
    from activity c join (select distinct activity_id, organisation_id from participation) p on p.activity_id = c.id
    join (select distinct activity_id, organisation_id from participation) q on q.activity_id = c.id and p.organisation_id < q.organisation_id
    where ${activities.visible(sql`c`, reading)} and c.status in ('done', 'under_way') and coalesce(c.starts_on, c.ends_on) <= ${day}::date`,
  relationship: (_reading, day) => sql`${selected('relationship', sql`l.id`, sql`l.from_id`, sql`l.to_id`, sql`l.from_day`, sql`l.to_day`, sql`l.type`, sql`1::float8`)}
    from relationship l where daterange(l.from_day, l.to_day, '[]') @> ${day}::date`,
  parent: () => sql`${selected('parent', sql`o.id`, sql`o.id`, sql`o.parent_id`, sql`null`, sql`null`, sql`o.name`, sql`1::float8`)}
    from organisation o where o.parent_id is not null and o.archived_at is null and o.merged_into_id is null`,
};

/** A party's side holds on the day: it signed (or need not) and has not withdrawn. */
const bound = (party: Sql, day: string): Sql =>
  sql`((${party}.signed_on <= ${day}::date or (${party}.signed_on is null and not ${party}.required)) and (${party}.withdrawn_on is null or ${party}.withdrawn_on > ${day}::date))`;
