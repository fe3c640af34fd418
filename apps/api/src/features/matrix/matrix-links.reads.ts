import sql, { join, type Sql } from 'sql-template-tag';
import type { LinkKind } from '@tejido/domain/matrix.js';
import type { Piece, Reading } from '../../platform/graphql/composer.js';
import { readableBy } from '../../platform/access/scope.js';

/** Records of one kind that advance a row: those tied to its activity, of a country's row those of that country. */
interface LinkSource {
  kind: LinkKind;
  table: Sql;
  title: Sql;
  tied: (row: Sql) => Sql;
  calledOff: Sql;
  done: (day: Sql) => Sql;
  on: Sql;
}

const ofActivity = (row: Sql) => sql`l.strategy_activity = ${row}.strategy_activity`;
const ofCountry = (row: Sql, countries = sql`l.country = ${row}.country`) => sql`(${row}.country is null or ${countries})`;
const heldOn = sql`(l.starts_at at time zone l.time_zone)::date`;

const SOURCES: readonly LinkSource[] = [
  {
    // The parts of an activity are not counted beside it.
    kind: 'activity', table: sql`activity`, title: sql`l.title`, on: sql`l.ends_on`, calledOff: sql`l.status = 'cancelled'`,
    tied: (row) => sql`${ofActivity(row)} and l.parent_id is null and ${ofCountry(row, sql`(l.country = ${row}.country or ${row}.country = any(l.countries))`)}`,
    done: (day) => sql`(l.status = 'done' and l.ends_on <= ${day})`,
  },
  {
    kind: 'meeting', table: sql`meeting`, title: sql`l.title`, on: heldOn, calledOff: sql`l.cancelled_on is not null`,
    tied: (row) => sql`${ofActivity(row)} and ${ofCountry(row, sql`(l.country = ${row}.country or l.place_country = ${row}.country)`)}`,
    done: (day) => sql`(coalesce(l.ends_at, l.starts_at) <= now() and ${heldOn} <= ${day})`,
  },
  {
    kind: 'dissemination', table: sql`dissemination`, title: sql`l.message`, on: sql`l.sent_on`, calledOff: sql`false`,
    tied: (row) => sql`(${ofActivity(row)} or l.product = ${row}.product) and ${ofCountry(row)}`,
    done: (day) => sql`l.sent_on <= ${day}`,
  },
  {
    kind: 'proposal', table: sql`proposal`, title: sql`l.title`, on: sql`coalesce(l.submitted_on, l.deadline)`, calledOff: sql`l.stage = 'withdrawn'`,
    tied: (row) => sql`${ofActivity(row)} and ${ofCountry(row)}`,
    done: (day) => sql`(l.stage <> 'drafting' and l.submitted_on <= ${day})`,
  },
];

const day = ({ today }: Reading): Sql => sql`${today}::date`;

// What not everybody of the coalition may see advances nothing: the matrix tells everybody the same.
const everybodys = sql`l.archived_at is null and l.visibility in ('public', 'coalition')`;

/** How many of each kind are done, of those not called off: [{kind, done, total}]. */
export const linkCounts = (row: Sql, reading: Reading): Sql => sql`(select coalesce(json_agg(json_build_object('kind', kind, 'done', done, 'total', total)), '[]') from (
  ${join(SOURCES.map(({ kind, table, tied, calledOff, done }) => sql`select ${kind}::text as kind, count(*) filter (where ${done(day(reading))})::int as done, count(*)::int as total
    from ${table} l where ${tied(row)} and not ${calledOff} and ${everybodys}`), ' union all ')}) counted where total > 0)`;

/** The latest of them, as far as the viewer may see them. */
export const links: Piece = (row, reading) => sql`(select coalesce(json_agg(json_build_object('kind', kind, 'id', id, 'title', title, 'done', done, 'on', on_day)
    order by on_day desc nulls last, id), '[]') from (select * from (
  ${join(SOURCES.map(({ kind, table, title, tied, calledOff, done, on }) => sql`select ${kind}::text as kind, l.id, ${title} as title, ${done(day(reading))} as done, ${on} as on_day
    from ${table} l where ${tied(row)} and not ${calledOff} and ${everybodys} and ${readableBy(reading.viewer, sql`l`)}`), ' union all ')}) every order by on_day desc nulls last, id limit 50) latest)`;
