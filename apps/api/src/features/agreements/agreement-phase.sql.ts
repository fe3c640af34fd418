import sql, { type Sql } from 'sql-template-tag';

/** agreement_status() on a day, for whole lists: what the row and its kept days say by themselves is not asked of that function, which is dear. */
export const statusSql = (row: Sql, day: string): Sql => sql`(case when ${row}.terminated_on <= ${day}::date then 'terminated'
  when (select k.span @> ${day}::date from agreement_span k where k.agreement_id = ${row}.id) then 'in_force'
  when ${row}.effective_to < ${day}::date and not exists (select from agreement_amendment m where m.agreement_id = ${row}.id) then 'expired'
  else agreement_status(${row}, ${day}::date) end)`;

/** The twin of phaseOn() in libs/domain: the stage while nobody has signed, then what the dates say. @param status the row's status on `day`; fenced, for it is dear and would be worked out at each mention */
export const phaseSql = (row: Sql, status: Sql, day: string): Sql => sql`(select case
    when s.status = 'prospect' then ${row}.stage
    when s.status = 'awaiting_signatures' and not ${signed(row, day)} then 'text_agreed'
    when s.status = 'negotiating' and ${signed(row, day)} then 'signed'
    else s.status end
  from (select ${status} as status offset 0) s)`;

const signed = (row: Sql, day: string): Sql => sql`exists (select from agreement_party p where p.agreement_id = ${row}.id and p.signed_on <= ${day}::date
  and (p.required or not exists (select from agreement_party q where q.agreement_id = ${row}.id and q.required)))`;

/**
 * Does something of its dates lie within these days, both included: it takes effect, ends, pauses or is resumed; its
 * last day comes while it is suspended; or it should be signed by then to take effect as its text says?
 */
export const happensWithin = (row: Sql, status: Sql, from: string, to: string): Sql => sql`(
  exists (select from agreement_span k, unnest(k.span) days where k.agreement_id = ${row}.id and k.span && daterange(${from}::date, ${to}::date, '[]')
    and (lower(days) between ${from}::date and ${to}::date or upper(days) - 1 between ${from}::date and ${to}::date))
  or ((select k.ends_on from agreement_span k where k.agreement_id = ${row}.id) between ${from}::date and ${to}::date and ${status} = 'suspended')
  or (${row}.effective_from between ${from}::date and ${to}::date and ${status} in ('prospect', 'negotiating', 'awaiting_signatures')))`;
