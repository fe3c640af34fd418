import sql, { join, raw, type Sql } from 'sql-template-tag';
import { HALF_LIFE_DAYS, type EvidenceKind } from '@tejido/domain/network.js';
import { readableBy } from '../../platform/access/scope.js';
import type { Reading } from '../../platform/graphql/composer.js';
import { activities } from '../activities/activities.reads.js';
import { dayOf, meetings } from '../meetings/meetings.reads.js';

/** Below this an encounter weighs nothing: the twin of evidenceWeight() in libs/domain. */
export const LEAST_WEIGHT = 0.01;

const COLUMNS = ['kind::text', 'id::uuid', 'a::uuid', 'b::uuid', 'from_day::date', 'to_day::date', 'label::text', 'label_en::text', 'reads_from::uuid', 'declares::boolean', 'weight::float8'];

/**
 * Every visible piece of evidence of these kinds that holds or has happened by the day: the two organisations (a < b; whether
 * they are visible is the caller's to ask), its first and last day (null: open), label, the end that the label is said of,
 * whether it declares the tie on paper, and what it weighs.
 */
export function evidence(reading: Reading, kinds: readonly EvidenceKind[], day: string): Sql {
  if (kinds.length > 0) return join(kinds.map((kind) => PIECES[kind](reading, day)), ' union all ');
  return sql`select ${raw(COLUMNS.map((column) => `null::${column.split('::')[1]} as ${column.split('::')[0]}`).join(', '))} where false`;
}

interface Piece { id: Sql; ends: [Sql, Sql]; days: [Sql, Sql]; label: Sql; labelEn?: Sql; readsFrom?: Sql; weight?: Sql }

const NONE = sql`null`;

const selected = (kind: EvidenceKind, { id, ends: [a, b], days: [from, to], label, labelEn = NONE, readsFrom = NONE, weight }: Piece): Sql =>
  sql`select ${kind}::text as kind, ${id} as id, least(${a}, ${b}) as a, greatest(${a}, ${b}) as b, (${from})::date as from_day, (${to})::date as to_day,
    ${label} as label, (${labelEn})::text as label_en, (${readsFrom})::uuid as reads_from, ${raw(weight ? 'false' : 'true')} as declares, ${weight ?? sql`1::float8`} as weight`;

/** 1 until the encounter's last day, then halved every two years. */
const fading = (day: string, last: Sql): Sql =>
  sql`(case when ${last} >= ${day}::date then 1 else power(0.5, (${day}::date - ${last}) / ${HALF_LIFE_DAYS}::float8) end)::float8`;

/** Each two of those who belong to a record, once, whatever their roles. */
const pairs = (record: Sql, table: string, key: string, who: Sql): Sql => {
  const members = sql`select distinct ${raw(key)} as record_id, organisation_id from ${raw(table)} where ${who}`;
  return sql`join (${members}) p on p.record_id = ${record}.id join (${members}) q on q.record_id = ${record}.id and p.organisation_id < q.organisation_id`;
};

const PIECES: Record<EvidenceKind, (reading: Reading, day: string) => Sql> = {
  agreement(reading, day) {
    const stretch = (bound: 'lower' | 'upper') => sql`(select ${raw(bound)}(r) from unnest(s.span) r where r @> ${day}::date)`;
    return sql`${selected('agreement', { id: sql`g.id`, ends: [sql`p.organisation_id`, sql`q.organisation_id`], days: [stretch('lower'), sql`${stretch('upper')} - 1`], label: sql`g.title`, labelEn: sql`g.title_en` })}
      from agreement g join agreement_span s on s.agreement_id = g.id and s.span @> ${day}::date
      join agreement_party p on p.agreement_id = g.id join agreement_party q on q.agreement_id = g.id and p.organisation_id < q.organisation_id
      where g.archived_at is null and ${readableBy(reading.viewer, sql`g`)} and ${bound(sql`p`, day)} and ${bound(sql`q`, day)}`;
  },
  meeting(reading, day) {
    const when = dayOf(sql`m`);
    return sql`${selected('meeting', { id: sql`m.id`, ends: [sql`p.organisation_id`, sql`q.organisation_id`], days: [when, when], label: sql`m.title`, weight: fading(day, when) })}
      from meeting m ${pairs(sql`m`, 'attendance', 'meeting_id', sql`organisation_id is not null and presence <> 'excused'`)}
      where ${meetings.visible(sql`m`, reading)} and m.cancelled_on is null and ${when} <= ${day}::date`;
  },
  activity(reading, day) {
    const first = sql`coalesce(c.starts_on, c.ends_on)`;
    // What is under way without an end has not ended.
    const last = sql`coalesce(c.ends_on, case when c.status = 'under_way' then ${day}::date else c.starts_on end)`;
    return sql`${selected('activity', { id: sql`c.id`, ends: [sql`p.organisation_id`, sql`q.organisation_id`], days: [first, sql`c.ends_on`], label: sql`c.title`, labelEn: sql`c.title_en`, weight: fading(day, last) })}
      from activity c ${pairs(sql`c`, 'participation', 'activity_id', sql`true`)}
      where ${activities.visible(sql`c`, reading)} and c.status in ('done', 'under_way') and ${first} <= ${day}::date`;
  },
  relationship: (_reading, day) => sql`${selected('relationship', { id: sql`l.id`, ends: [sql`l.from_id`, sql`l.to_id`], days: [sql`l.from_day`, sql`l.to_day`], label: sql`l.type`, readsFrom: sql`l.from_id` })}
    from relationship l where daterange(l.from_day, l.to_day, '[]') @> ${day}::date`,
  // An office belongs to the organisation that it counts with, as a body to the one above it.
  parent: () => sql`${selected('parent', { id: sql`o.id`, ends: [sql`o.id`, sql`above.id`], days: [NONE, NONE], label: sql`o.name`, labelEn: sql`o.name_en`, readsFrom: sql`o.id` })}
    from organisation o cross join lateral (select o.parent_id as id where o.parent_id is not null
      union select o.counts_with_id where o.counts_with_id is not null) above
    where o.archived_at is null and o.merged_into_id is null`,
};

/** A party's side holds on the day: it signed (or need not) and has not withdrawn; as partySpans() of the domain has it. */
const bound = (party: Sql, day: string): Sql =>
  sql`((${party}.signed_on <= ${day}::date or (${party}.signed_on is null and not ${party}.required))
    and (${party}.withdrawn_on is null or ${party}.withdrawn_on > ${day}::date))`;
