import sql, { join, type Sql } from 'sql-template-tag';
import { child } from '../../platform/graphql/selection.js';
import { readableBy } from '../../platform/access/scope.js';
import { many, one, type Piece, type Reading } from '../../platform/graphql/composer.js';
import { LARGEST_PAGE } from '../../platform/graphql/page.js';
import type { Selection } from '../../platform/graphql/selection.js';
import { commitments } from '../commitments/commitments.reads.js';
import { extendOrganisation, organisations } from '../organisations/organisations.reads.js';
import { people, readsContacts } from '../people/people.reads.js';
import { attendedBy, dayOf, meetings } from './meetings.reads.js';

const firstOf = ({ args }: Selection): number => Math.min(Math.max(Number(args['first'] ?? 50), 0), LARGEST_PAGE);

/** What happened with an organisation, latest first: one list of what lies in many tables, each with its own visibility. */
const timeline: Piece = (row, reading, selection) => {
  const theirs = sql`(c.owner_organisation_id = ${row}.id or c.beneficiary_organisation_id = ${row}.id)`;
  const entries = [
    sql`select 'meeting' as kind, m.id, ${dayOf(sql`m`)} as day, m.title from meeting m where ${meetings.visible(sql`m`, reading)} and m.cancelled_on is null and ${attendedBy(sql`m`, sql`${row}.id`)}`,
    sql`select 'agreement_in_force', g.id, lower(k.span), g.title from agreement g join agreement_span k on k.agreement_id = g.id join agreement_party p on p.agreement_id = g.id
      where g.archived_at is null and not isempty(k.span) and lower(k.span) <= ${reading.today}::date and ${readableBy(reading.viewer, sql`g`)} and p.organisation_id = ${row}.id`,
    sql`select 'agreement_ended', g.id, upper(k.span), g.title from agreement g join agreement_span k on k.agreement_id = g.id join agreement_party p on p.agreement_id = g.id
      where g.archived_at is null and upper(k.span) <= ${reading.today}::date and ${readableBy(reading.viewer, sql`g`)} and p.organisation_id = ${row}.id`,
    sql`select 'activity', c.id, coalesce(c.starts_on, c.ends_on), c.title from activity c join participation p on p.activity_id = c.id
      where c.archived_at is null and ${readableBy(reading.viewer, sql`c`)} and p.organisation_id = ${row}.id`,
    sql`select 'commitment_made', c.id, c.recorded_on, c.text from commitment c where ${commitments.visible(sql`c`, reading)} and c.due_on is null and c.cancelled_on is null and ${theirs}`,
    sql`select 'commitment_due', c.id, c.due_on, c.text from commitment c where ${commitments.visible(sql`c`, reading)} and c.due_on is not null and c.cancelled_on is null and ${theirs}`,
  ];
  return sql`(select coalesce(json_agg(json_build_object('kind', e.kind, 'id', e.id, 'day', e.day, 'title', e.title) order by e.day desc nulls last, e.kind, e.id), '[]')
    from (select distinct * from (${join(entries, ' union all ')}) every order by day desc nulls last, kind, id limit ${firstOf(selection)}) e)`;
};

/** Who of the coalition has met with it, latest first: who can introduce us. Only meetings that the viewer may see betray it. */
const whoKnows: Piece = (row, reading, selection) => {
  const [organisation, persons] = ['organisation', 'people'].map((field) => child(selection.children, field));
  const attended = sql`${meetings.visible(sql`m`, reading)} and m.cancelled_on is null and ${dayOf(sql`m`)} <= ${reading.today}::date and ${attendedBy(sql`m`, sql`${row}.id`)}`;
  const bodies = sql`select o.id as organisation_id, null::uuid as user_id, o.name, o.seat_country as country, null::text as email,
      count(distinct m.id)::int as meetings, max(${dayOf(sql`m`)}) as last_met, array_remove(array_agg(distinct a.person_id), null) as person_ids
    from meeting m join attendance a on a.meeting_id = m.id
      join organisation o on o.id = a.organisation_id and o.standing <> 'external' and o.id <> ${row}.id and ${organisations.visible(sql`o`, reading)}
    where ${attended} group by o.id`;
  const colleagues = sql`select null, u.id, u.name, u.country, u.email, count(*)::int, max(${dayOf(sql`m`)}), '{}'::uuid[]
    from meeting m join user_account u on u.id = m.created_by and u.disabled_at is null where ${attended} group by u.id`;
  return sql`(select coalesce(json_agg(json_build_object('name', met.name, 'country', met.country, 'meetings', met.meetings, 'lastMet', met.last_met,
      'email', ${readsContacts(reading) ? sql`met.email` : sql`null::text`},
      'organisation', ${organisation ? one(reading, organisations, organisation, { where: (each) => sql`${each}.id = met.organisation_id` }) : sql`null`},
      'people', ${persons ? many(reading, people, persons, { where: (each) => sql`${each}.id = any(met.person_ids)`, orderBy: (each) => sql`${each}.name, ${each}.id` }) : sql`null`})
      order by met.last_met desc, met.meetings desc, met.name), '[]')
    from (${join(signedIn(reading) ? [bodies, colleagues] : [bodies], ' union all ')} order by last_met desc, meetings desc, name limit 8) met)`;
};

/** The last day on which somebody of ours met with it, of the meetings that the viewer may see; null for never. */
export const lastContact: (row: Sql, reading: Reading) => Sql = (row, reading) => sql`(select max(${dayOf(sql`met`)}) from attendance present
  join meeting met on met.id = present.meeting_id where present.organisation_id = ${row}.id and present.presence <> 'excused' and met.cancelled_on is null
    and ${dayOf(sql`met`)} <= ${reading.today}::date and ${meetings.visible(sql`met`, reading)})`;

/** That day of each organisation that was met, as one object: made once a statement, for whoever sorts a whole list by it. */
export const lastContacts = (reading: Reading): Sql => sql`(select jsonb_object_agg(id, day) from (select present.organisation_id as id, max(held.day) as day
  from (select met.id, ${dayOf(sql`met`)} as day from meeting met where met.cancelled_on is null and ${meetings.visible(sql`met`, reading)} offset 0) held
    join attendance present on present.meeting_id = held.id where held.day <= ${reading.today}::date and present.organisation_id is not null and present.presence <> 'excused' group by 1) last)`;

/** The names of colleagues are not for strangers. */
const signedIn = ({ viewer }: Reading): boolean => viewer.role !== 'public';

extendOrganisation({
  timeline, whoKnows,
  lastContactOn: (row, reading) => lastContact(row, reading),
  meetings: (row, reading, selection) => many(reading, meetings, selection, {
    where: (meeting) => attendedBy(meeting, sql`${row}.id`), orderBy: (meeting) => sql`${meeting}.starts_at desc, ${meeting}.id`, limit: firstOf(selection),
  }),
});
