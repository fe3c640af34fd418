import sql, { type Sql } from 'sql-template-tag';
import { addDays } from '@tejido/domain/day.js';
import { CONFIRMED_FOR_DAYS, DUE_THRESHOLDS, EXPIRY_THRESHOLDS, type Account, type ReminderFacts } from '@tejido/domain/reminders.js';
import { coalitionDay } from '../../platform/database/coalition-day.js';
import type { Tx } from '../../platform/database/work.js';
import { waits } from '../evidence/evidence.reads.js';

/** What may be due on the day, read in one statement: whom it concerns is for the rules of the domain to say. */
export async function reminderFacts(tx: Tx, day: string): Promise<{ facts: ReminderFacts; accounts: Account[] }> {
  const listed = (rows: Sql) => sql`(select coalesce(json_agg(row), '[]') from (${rows}) row)`;
  const [read] = await tx.query<{ answer: ReminderFacts & { accounts: Account[] } }>(sql`select json_build_object(
    'accounts', ${listed(ACCOUNTS)}, 'agreements', ${listed(agreements(day))}, 'commitments', ${listed(commitments(day))},
    'minutes', ${listed(minutes(day))}, 'evidence', ${listed(EVIDENCE)}, 'organisations', ${listed(organisations(day))}) as answer`);
  const { accounts, ...facts } = read!.answer;
  return { facts, accounts };
}

const ACCOUNTS = sql`select id as "userId", role, country from user_account where disabled_at is null order by created_at, id`;

// A renewal that is agreed already goes on after the last day: then nothing ends.
const agreements = (day: string): Sql => sql`
  select a.id, a.visibility, a.country, a.effective_to as "effectiveTo", a.responsible_id as "responsibleId" from agreement a
  where a.archived_at is null and a.effective_to between ${day}::date and ${addDays(day, EXPIRY_THRESHOLDS.at(-1)!)}::date
    and agreement_status(a, ${day}::date) in ('in_force', 'suspended')
    and not exists (select from agreement r join agreement_span s on s.agreement_id = r.id
      where r.renews_id = a.id and r.archived_at is null and s.span && daterange(a.effective_to + 1, null))`;

// An organisation owes through whoever looks after it: its relationship owner, its country's delegates when it is a member's body; else whoever noted the commitment.
const commitments = (day: string): Sql => sql`
  select c.id, c.visibility, c.country, c.due_on as "dueOn", c.fulfilled_on as "fulfilledOn", c.fulfilled_by as "fulfilledBy", c.owner_user_id as "ownerUserId",
    c.verifier_id as "verifierId", coalesce(nullif(owers.ids, '{}'), array_remove(array[c.created_by], null)) as "owerIds"
  from commitment c left join organisation o on o.id = c.owner_organisation_id,
    lateral (select array_remove(array_cat(array[c.owner_user_id, o.relationship_owner_id],
      (select array_agg(u.id) from user_account u where o.standing = 'member' and u.role = 'delegate' and u.country = o.seat_country)), null) as ids) owers
  where c.archived_at is null and c.cancelled_on is null and c.verified_on is null
    and (c.fulfilled_on is not null or c.due_on <= ${addDays(day, DUE_THRESHOLDS.at(-1)!)}::date)`;

const minutes = (day: string): Sql => sql`
  select m.id, m.visibility, m.country, w.state, case when w.state = 'draft' then held.day else coalesce(w.circulated_on, held.day) end as since,
    w.observations_until + 1 as "approvableFrom", m.created_by as "writerId"
  from minutes w join meeting m on m.id = w.meeting_id, lateral (select ${coalitionDay(sql`m.starts_at`)} as day) held
  where m.archived_at is null and m.cancelled_on is null and w.state in ('draft', 'circulated') and held.day < ${day}::date`;

const EVIDENCE = sql`
  select e.id, coalesce(a.visibility, v.visibility) as visibility, coalesce(a.country, v.country) as country,
    case when a.id is null then 'activity' else 'agreement' end as proves, coalesce(a.id, v.id) as "provesId", e.added_by as "addedBy"
  from evidence e left join agreement a on a.id = e.agreement_id and a.archived_at is null left join activity v on v.id = e.activity_id and v.archived_at is null
  where ${waits(sql`e`)} and num_nonnulls(a.id, v.id) = 1`;

const organisations = (day: string): Sql => sql`
  select o.id, o.visibility, o.country, o.relationship_owner_id as "ownerId", o.last_confirmed_on as "confirmedOn", o.recorded_on as "recordedOn" from organisation o
  where o.archived_at is null and o.merged_into_id is null and o.relationship_owner_id is not null
    and coalesce(o.last_confirmed_on, o.recorded_on) < ${addDays(day, -CONFIRMED_FOR_DAYS)}::date`;
