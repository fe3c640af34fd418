import sql, { type Sql } from 'sql-template-tag';
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
 * coalition and its members' bodies, which are never allies. For a few rows; `allianceOfMany` for a whole table.
 */
export const alliance = (row: Sql, reading: Reading): Sql => sql`(case when ${row}.standing <> 'external' then 'own' else
  (select case when bool_or(${BOUND} @> ${reading.today}::date) then 'allied'
      when bool_or(${BOUND} && daterange(null, ${reading.today}::date)) then 'formerly_allied' else 'not_allied' end
    from organisation_unit mine join organisation_unit u on u.unit_id = mine.unit_id join ${eligibleBonds(reading)} on party.organisation_id = u.organisation_id
    where mine.organisation_id = ${row}.id) end)`;

/** As `alliance`, from two sets that PostgreSQL makes once a statement instead of one search for each row. */
export function allianceOfMany(row: Sql, reading: Reading): Sql {
  // The condition is asked of groups, not of rows: its selectivity is unknown, and few rows expected would mean nested loops.
  const among = (when: Sql) => sql`${row}.id in (select u.organisation_id from (select signer.unit_id from ${eligibleBonds(reading)}
      join organisation_unit signer on signer.organisation_id = party.organisation_id group by 1 having bool_or(${when})) unit
    join organisation_unit u on u.unit_id = unit.unit_id)`;
  return sql`(case when ${row}.standing <> 'external' then 'own' when ${among(sql`${BOUND} @> ${reading.today}::date`)} then 'allied'
    when ${among(sql`${BOUND} && daterange(null, ${reading.today}::date)`)} then 'formerly_allied' else 'not_allied' end)`;
}
