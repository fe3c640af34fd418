import sql, { type Sql } from 'sql-template-tag';
import { COOLING_CONTACT_DAYS, ENDING_DAYS, RECENT_CONTACT_DAYS } from '@tejido/domain/partnership-health.js';
import { one, type Reading } from '../../platform/graphql/composer.js';
import { subject } from '../../platform/graphql/subject.js';
import { agreements, endsOn } from '../agreements/agreements.reads.js';
import { commitments } from '../commitments/commitments.reads.js';
import { dayOf, meetings } from '../meetings/meetings.reads.js';
import { extendOrganisation, organisations, survivorOf } from '../organisations/organisations.reads.js';
import { colleagues } from '../users/users.reads.js';

/** Meetings at which an organisation was, of those that the viewer may see: `from ${metWith(…)}`, the meeting is `met`. */
const metWith = (organisation: Sql, reading: Reading): Sql => sql`attendance present join meeting met on met.id = present.meeting_id
  where present.organisation_id = ${organisation}.id and present.presence <> 'excused' and met.cancelled_on is null and ${meetings.visible(sql`met`, reading)}`;

const lastContact = (organisation: Sql, reading: Reading): Sql => sql`(select json_build_object('meetingId', met.id, 'title', met.title, 'day', ${dayOf(sql`met`)})
  from ${metWith(organisation, reading)} and ${dayOf(sql`met`)} <= ${reading.today}::date order by met.starts_at desc, met.id limit 1)`;

const owedBetween = (organisation: Sql, reading: Reading): Sql => sql`commitment c where ${commitments.visible(sql`c`, reading)} and c.cancelled_on is null
  and (c.owner_organisation_id = ${organisation}.id or c.beneficiary_organisation_id = ${organisation}.id)`;

/** Its own agreements and those of the offices that count with it. */
const partiesOf = (organisation: Sql): Sql => sql`(select ${organisation}.id union all select office.id from organisation office where office.counts_with_id = ${organisation}.id)`;

/** A commitment `c` that is owed and has its day. */
const owed = (reading: Reading): Sql => sql`${commitments.visible(sql`c`, reading)} and c.cancelled_on is null and c.fulfilled_on is null and c.due_on is not null`;

/** An agreement `g` with its days `k` that ends soon and that nothing renews. */
const endsSoon = (reading: Reading): Sql => sql`k.ends_on between ${reading.today}::date and ${reading.today}::date + ${ENDING_DAYS}::int and ${agreements.visible(sql`g`, reading)}
  and k.span @> ${reading.today}::date and not exists (select from agreement renewal where renewal.renews_id = g.id and ${agreements.visible(sql`renewal`, reading)})`;

/**
 * What comes next with an organisation, overdue things first: `select … from (steps) order by day`. An "or" of owner and beneficiary would read
 * every commitment of the register; so would an equality with the beneficiary, for nearly all are owed to one body of ours and PostgreSQL expects that one.
 */
const steps = (organisation: Sql, reading: Reading): Sql => sql`
  select 'meeting' as kind, met.id, met.title, ${dayOf(sql`met`)} as day from ${metWith(organisation, reading)} and ${dayOf(sql`met`)} > ${reading.today}::date
  union all select 'they_owe', c.id, c.text, c.due_on from commitment c where c.owner_organisation_id = ${organisation}.id and ${owed(reading)}
  union all select 'we_owe', c.id, c.text, c.due_on from commitment c
    where c.beneficiary_organisation_id between ${organisation}.id and ${organisation}.id and c.owner_organisation_id is distinct from ${organisation}.id and ${owed(reading)}
  union all select 'agreement_ends', g.id, g.title, k.ends_on from agreement_party p join agreement g on g.id = p.agreement_id join agreement_span k on k.agreement_id = g.id
    where p.organisation_id = any(array${partiesOf(organisation)}) and p.withdrawn_on is null and ${endsSoon(reading)}`;

const nextStep = (organisation: Sql, reading: Reading): Sql => sql`(select json_build_object('kind', step.kind, 'id', step.id, 'title', step.title, 'day', step.day)
  from (${steps(organisation, reading)}) step order by step.day, step.kind, step.id limit 1)`;

/** The day of the next step of each organisation that has one, as one object: made once a statement, where each row's own steps would take seconds for a whole list. */
const nextDays = (reading: Reading): Sql => sql`(select jsonb_object_agg(id, day) from (select id, min(day) as day from (
    select present.organisation_id as id, ${dayOf(sql`met`)} as day from attendance present join meeting met on met.id = present.meeting_id
      where present.presence <> 'excused' and met.cancelled_on is null and ${meetings.visible(sql`met`, reading)} and ${dayOf(sql`met`)} > ${reading.today}::date
    union all select unnest(array[c.owner_organisation_id, c.beneficiary_organisation_id]), c.due_on from commitment c where ${owed(reading)}
    union all select unnest(array[office.id, office.counts_with_id]), k.ends_on from agreement_span k join agreement g on g.id = k.agreement_id
      join agreement_party p on p.agreement_id = g.id and p.withdrawn_on is null join organisation office on office.id = p.organisation_id where ${endsSoon(reading)}) step
  where id is not null group by id) step)`;

/** The day of what comes next with a partner; null for nothing. */
export const nextStepOn = (organisation: Sql, reading: Reading): Sql => sql`(case when ${organisation}.standing = 'external' then (${nextDays(reading)} ->> ${organisation}.id::text)::date end)`;

extendOrganisation({
  // Partners are from outside: what our own bodies owe is no step with a partner.
  nextStep: (row, reading) => sql`(case when ${row}.standing = 'external' then ${nextStep(row, reading)} end)`,
  relationshipOwner: (row, reading, selection) => one(reading, colleagues, selection, { where: (user) => sql`${user}.id = ${row}.relationship_owner_id` }),
});

/** The twin of contactHealth() in libs/domain, for a whole list: from sets that PostgreSQL makes once a statement. */
export function contactAmong(row: Sql, reading: Reading, states: readonly string[]): Sql {
  const metSince = (days: number | null) => sql`${row}.id in (select present.organisation_id from attendance present join meeting met on met.id = present.meeting_id
    where present.organisation_id is not null and present.presence <> 'excused' and met.cancelled_on is null and ${meetings.visible(sql`met`, reading)}
      and ${dayOf(sql`met`)} <= ${reading.today}::date and ${days === null ? sql`true` : sql`${dayOf(sql`met`)} >= ${reading.today}::date - ${days}::int`})`;
  const is: Readonly<Record<string, () => Sql>> = {
    recent: () => metSince(RECENT_CONTACT_DAYS),
    cooling: () => sql`(${metSince(COOLING_CONTACT_DAYS)} and not ${metSince(RECENT_CONTACT_DAYS)})`,
    cold: () => sql`(${metSince(null)} and not ${metSince(COOLING_CONTACT_DAYS)})`,
    never: () => sql`not ${metSince(null)}`,
  };
  return states.reduce((any, state) => (is[state] ? sql`${any} or ${is[state]()}` : any), sql`false`);
}

/** What partnershipOf() makes the answer of. Partners are from outside: there is none of the coalition's own bodies. */
export const partnershipFacts = (reading: Reading, id: string): Sql => sql`select json_build_object('id', o.id, 'version', o.version, 'viewerCan', ${subject(sql`o`)},
    'owner', (select json_build_object('id', u.id, 'name', u.name, 'role', u.role, 'country', u.country, 'active', u.disabled_at is null) from user_account u
      where u.id = o.relationship_owner_id and ${colleagues.visible(sql`u`, reading)}),
    'lastContact', ${lastContact(sql`o`, reading)}, 'nextStep', ${nextStep(sql`o`, reading)},
    'promises', (select coalesce(json_agg(json_build_object('dueOn', c.due_on, 'fulfilledOn', c.fulfilled_on)), '[]') from ${owedBetween(sql`o`, reading)}),
    'bonds', (select coalesce(json_agg(json_build_object('id', g.id, 'title', g.title, 'status', agreement_status(g, ${reading.today}::date), 'until', ${endsOn(sql`g`)},
        'endedOn', (select upper(k.span) - 1 from agreement_span k where k.agreement_id = g.id and upper(k.span) <= ${reading.today}::date), 'withdrawnOn', side.withdrawn_on)), '[]')
      from agreement g join lateral (select case when bool_and(p.withdrawn_on is not null) then max(p.withdrawn_on) end as withdrawn_on, count(*) as sides
          from agreement_party p where p.agreement_id = g.id and p.organisation_id in ${partiesOf(sql`o`)}) side on side.sides > 0
      where ${agreements.visible(sql`g`, reading)} and g.id in (select p.agreement_id from agreement_party p where p.organisation_id in ${partiesOf(sql`o`)}))) as answer
  from organisation o where o.id = ${survivorOf(sql`${id}::uuid`)} and o.standing = 'external' and ${organisations.visible(sql`o`, reading)}`;
