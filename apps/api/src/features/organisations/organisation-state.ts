import sql, { join, type Sql } from 'sql-template-tag';
import { readableBy } from '../../platform/access/scope.js';
import type { Reading } from '../../platform/graphql/composer.js';

/** What dates say about an organisation; derived, never stored. */

/** Freshness light (domain rule): confirmed under a year, over a year, over two years, never. */
export const freshness = (row: Sql, reading: Reading): Sql => sql`(case when ${row}.last_confirmed_on is null then 'never'
  when ${row}.last_confirmed_on > ${reading.today}::date - interval '1 year' then 'fresh'
  when ${row}.last_confirmed_on > ${reading.today}::date - interval '2 years' then 'ageing' else 'stale' end)`;

/** What makes an ally (domain rule A1), of what the viewer may see: instruments in the coalition's name with verified evidence. */
const eligibleBonds = ({ viewer }: Reading): Sql => sql`agreement_party party
  join agreement g on g.id = party.agreement_id and g.archived_at is null and g.in_coalition_name and ${readableBy(viewer, sql`g`)}
  join agreement_kind kind on kind.code = g.kind and kind.is_instrument
  join agreement_span k on k.agreement_id = g.id
    and exists (select from evidence proof where proof.agreement_id = g.id and proof.verified_on is not null)`;

// A party that withdrew is not bound any more, though the agreement may go on among the others.
const BOUND = sql`(k.span * party_days(party))`;

/**
 * allied (it, or what counts as one with it, has an alliance in force today), formerly_allied, not_allied; own for the
 * coalition and its members' bodies, which are never allies. For a few rows.
 */
export const alliance = (row: Sql, reading: Reading): Sql => sql`(case when ${row}.standing <> 'external' then 'own' else
  (select case when bool_or(${BOUND} @> ${reading.today}::date) then 'allied'
      when bool_or(${BOUND} && daterange(null, ${reading.today}::date)) then 'formerly_allied' else 'not_allied' end
    from organisation_unit mine join organisation_unit u on u.unit_id = mine.unit_id join ${eligibleBonds(reading)} on party.organisation_id = u.organisation_id
    where mine.organisation_id = ${row}.id) end)`;

/** Of which organisations' units a bond is like that; PostgreSQL makes the set once a statement. */
function unitsBound(reading: Reading, when: Sql): Sql {
  // The condition is asked of groups, not of rows: its selectivity is unknown, and few rows expected would mean nested loops.
  return sql`select u.organisation_id from (select signer.unit_id from ${eligibleBonds(reading)}
      join organisation_unit signer on signer.organisation_id = party.organisation_id group by 1 having bool_or(${when})) unit
    join organisation_unit u on u.unit_id = unit.unit_id`;
}
const boundToday = (reading: Reading): Sql => unitsBound(reading, sql`${BOUND} @> ${reading.today}::date`);
const everBound = (reading: Reading): Sql => unitsBound(reading, sql`${BOUND} && daterange(null, ${reading.today}::date)`);

/** As `alliance`, for a whole table: from two sets instead of one search for each row. */
export const allianceOfMany = (row: Sql, reading: Reading): Sql => sql`(case when ${row}.standing <> 'external' then 'own'
  when ${row}.id in (${boundToday(reading)}) then 'allied' when ${row}.id in (${everBound(reading)}) then 'formerly_allied' else 'not_allied' end)`;

/** Whether the organisation's alliance is one of these; each set is made only when a value asks for it. */
export function allianceAmong(row: Sql, reading: Reading, values: readonly string[]): Sql {
  const external = sql`${row}.standing = 'external'`;
  const is: Record<string, () => Sql> = {
    own: () => sql`${row}.standing <> 'external'`,
    allied: () => sql`${external} and ${row}.id in (${boundToday(reading)})`,
    formerly_allied: () => sql`${external} and ${row}.id in (${everBound(reading)}) and ${row}.id not in (${boundToday(reading)})`,
    not_allied: () => sql`${external} and ${row}.id not in (${everBound(reading)}) and ${row}.id not in (${boundToday(reading)})`,
  };
  const wanted = values.flatMap((value) => (is[value] ? [sql`(${is[value]()})`] : []));
  return wanted.length === 0 ? sql`false` : sql`(${join(wanted, ' or ')})`;
}
