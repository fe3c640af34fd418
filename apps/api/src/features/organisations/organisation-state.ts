import sql, { type Sql } from 'sql-template-tag';
import { readableBy } from '../../platform/access/scope.js';
import type { Reading } from '../../platform/graphql/composer.js';

/** What dates say about an organisation; derived, never stored. */

/** Freshness light (domain rule): confirmed under a year, over a year, over two years, never. */
export const freshness = (row: Sql, reading: Reading): Sql => sql`(case when ${row}.last_confirmed_on is null then 'never'
  when ${row}.last_confirmed_on > ${reading.today}::date - interval '1 year' then 'fresh'
  when ${row}.last_confirmed_on > ${reading.today}::date - interval '2 years' then 'ageing' else 'stale' end)`;

/** Whether agreements in force, of those that the viewer may see, make it or what counts with it an ally: today, before, or never. */
export const alliance = (row: Sql, reading: Reading): Sql => sql`(select case when bool_or(span.span @> ${reading.today}::date) then 'allied'
    when bool_or(not isempty(span.span)) then 'formerly_allied' else 'not_allied' end
  from organisation_unit u join agreement_party party on party.organisation_id = u.organisation_id
  join agreement on agreement.id = party.agreement_id join agreement_span span on span.agreement_id = agreement.id
  where u.unit_id = ${row}.id and agreement.archived_at is null and ${readableBy(reading.viewer, sql`agreement`)})`;
