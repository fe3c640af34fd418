import sql, { type Sql } from 'sql-template-tag';

/** The twin of phaseOn() in libs/domain: the stage while nobody has signed, then what the dates say. @param status the row's status on `day`; fenced, for it is dear and would be worked out at each mention */
export const phaseSql = (row: Sql, status: Sql, day: string): Sql => sql`(select case
    when s.status = 'prospect' then ${row}.stage
    when s.status = 'awaiting_signatures' and not s.signed then 'text_agreed'
    when s.status = 'negotiating' and s.signed then 'signed'
    else s.status end
  from (select ${status} as status, exists (select from agreement_party p where p.agreement_id = ${row}.id and p.signed_on <= ${day}::date
    and (p.required or not exists (select from agreement_party q where q.agreement_id = ${row}.id and q.required))) as signed offset 0) s)`;

/**
 * Does something of its dates lie within these days, both included: it takes effect, ends, pauses or is resumed; its
 * last day comes while it is suspended; or it should be signed by then to take effect as its text says?
 */
export const happensWithin = (row: Sql, status: Sql, from: string, to: string): Sql => sql`(
  exists (select from agreement_span k, unnest(k.span) days where k.agreement_id = ${row}.id and k.span && daterange(${from}::date, ${to}::date, '[]')
    and (lower(days) between ${from}::date and ${to}::date or upper(days) - 1 between ${from}::date and ${to}::date))
  or ((select k.ends_on from agreement_span k where k.agreement_id = ${row}.id) between ${from}::date and ${to}::date and ${status} = 'suspended')
  or (${row}.effective_from between ${from}::date and ${to}::date and ${status} in ('prospect', 'negotiating', 'awaiting_signatures')))`;
