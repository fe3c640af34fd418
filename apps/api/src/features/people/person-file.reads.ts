import sql, { raw, type Sql } from 'sql-template-tag';
import { type Reading } from '../../platform/graphql/composer.js';
import { activities } from '../activities/activities.reads.js';
import { agreements } from '../agreements/agreements.reads.js';
import { commitments } from '../commitments/commitments.reads.js';
import { dayOf, meetings } from '../meetings/meetings.reads.js';

/** What is kept of somebody, before it is erased: numbers, and the texts that somebody has to amend by hand. */
export function tracesStatement(reading: Reading, personId: string): Sql {
  const id = sql`${personId}::uuid`;
  return sql`select json_build_object(
    'contactPoints', (select count(*)::int from contact_point where person_id = ${id}),
    'posts', (select count(*)::int from affiliation where person_id = ${id}),
    'history', (select count(*)::int from audit_entry e where num_nonnulls(e.before, e.after) > 0 and ((e.table_name = 'person' and e.row_id = ${personId})
      or (e.table_name in ('affiliation', 'affiliation_correction', 'contact_point') and coalesce(e.after, e.before) ->> 'person_id' = ${personId}))),
    'attendances', (select count(*)::int from attendance where person_id = ${id}),
    'ties', (select count(*)::int from commitment where owner_person_id = ${id}) + (select count(*)::int from agreement_party where signatory_id = ${id}),
    'texts', ${textsNaming(reading, id)}) as answer from person p where p.id = ${id} and p.erased_at is null`;
}

/** Every text in which people write freely; records that the asker may see only. */
function textsNaming(reading: Reading, id: Sql): Sql {
  const wanted = sql`(select '%' || fold(named.name) || '%' from person named where named.id = ${id})`;
  const names = (text: Sql) => sql`fold(${text}) like ${wanted}`;
  const part = (table: string, key: string, owner: Sql, text: Sql) => sql`exists (select from ${raw(table)} part where part.${raw(key)} = ${owner}.id and ${names(text)})`;
  const [meeting, owed, instrument, work] = [reading.alias('meeting'), reading.alias('commitment'), reading.alias('agreement'), reading.alias('activity')];
  return sql`(select coalesce(json_agg(named order by named.label), '[]') from (
    select 'meeting' as kind, ${meeting}.id, ${meeting}.title as label from meeting ${meeting} where ${meetings.visible(meeting, reading)} and (
      ${names(sql`${meeting}.title || ' ' || ${meeting}.agreed || ' ' || ${meeting}.notes || ' ' || coalesce(${meeting}.cancelled_reason, '')`)}
      or exists (select from minutes_section part where part.meeting_id = ${meeting}.id and part.full_text like ${wanted})
      or ${part('decision', 'meeting_id', meeting, sql`part.text`)} or ${part('minutes_observation', 'meeting_id', meeting, sql`part.text || ' ' || part.answer`)}
      or ${part('agenda_item', 'meeting_id', meeting, sql`part.title`)})
    union all select 'commitment', ${owed}.id, ${owed}.text from commitment ${owed} where ${commitments.visible(owed, reading)} and (
      ${names(sql`${owed}.text`)} or ${part('commitment_postponement', 'commitment_id', owed, sql`part.reason`)})
    union all select 'agreement', ${instrument}.id, ${instrument}.title from agreement ${instrument} where ${agreements.visible(instrument, reading)} and (
      ${names(sql`${instrument}.title || ' ' || ${instrument}.summary || ' ' || coalesce(${instrument}.termination_reason, '')`)}
      or ${part('agreement_suspension', 'agreement_id', instrument, sql`part.reason`)} or ${part('agreement_party', 'agreement_id', instrument, sql`coalesce(part.withdrawal_reason, '')`)}
      or ${part('agreement_amendment', 'agreement_id', instrument, sql`part.title || ' ' || part.terms`)} or ${part('evidence', 'agreement_id', instrument, EVIDENCE_TEXT)})
    union all select 'activity', ${work}.id, ${work}.title from activity ${work} where ${activities.visible(work, reading)} and (
      ${work}.full_text like ${wanted} or ${part('evidence', 'activity_id', work, EVIDENCE_TEXT)})
    limit 50) named)`;
}

const EVIDENCE_TEXT = sql`part.title || ' ' || coalesce(part.archive_reference, '') || ' ' || coalesce(part.return_reason, '')`;

/** All that is kept of somebody, for themselves to read. */
export function personFileStatement(reading: Reading, personId: string): Sql {
  const id = sql`${personId}::uuid`;
  const [meeting, seat, owed, instrument] = [reading.alias('meeting'), reading.alias('attendance'), reading.alias('commitment'), reading.alias('agreement')];
  return sql`select json_build_object(
    'name', p.name, 'languages', p.languages, 'consentBasis', p.consent_basis, 'consentOn', p.consent_on, 'notes', p.notes, 'country', p.country, 'visibility', p.visibility,
    'registeredOn', p.created_at::date, 'archivedOn', p.archived_at::date,
    'contactPoints', (select coalesce(json_agg(json_build_object('kind', c.kind, 'label', c.label, 'value', c.value, 'preferred', c.preferred) order by c.kind, c.value), '[]')
      from contact_point c where c.person_id = p.id),
    'posts', (select coalesce(json_agg(json_build_object('organisation', o.name, 'post', a.post, 'from', a.from_day, 'to', a.to_day) order by a.from_day nulls first), '[]')
      from affiliation a join organisation o on o.id = a.organisation_id where a.person_id = p.id),
    'meetings', (select coalesce(json_agg(json_build_object('title', ${meeting}.title, 'day', ${dayOf(meeting)}, 'presence', ${seat}.presence) order by ${meeting}.starts_at), '[]')
      from attendance ${seat} join meeting ${meeting} on ${meeting}.id = ${seat}.meeting_id where ${seat}.person_id = p.id and ${meetings.visible(meeting, reading)}),
    'commitments', (select coalesce(json_agg(json_build_object('text', ${owed}.text, 'dueOn', ${owed}.due_on, 'fulfilledOn', ${owed}.fulfilled_on) order by ${owed}.due_on), '[]')
      from commitment ${owed} where ${owed}.owner_person_id = p.id and ${commitments.visible(owed, reading)}),
    'agreements', (select coalesce(json_agg(json_build_object('title', ${instrument}.title, 'signedOn', g.signed_on) order by ${instrument}.title), '[]')
      from agreement_party g join agreement ${instrument} on ${instrument}.id = g.agreement_id where g.signatory_id = p.id and ${agreements.visible(instrument, reading)}),
    'history', (select coalesce(json_agg(json_build_object('at', e.at, 'by', coalesce((select u.name from user_account u where u.id::text = e.actor), e.actor), 'action', e.action) order by e.id), '[]')
      from audit_entry e where (e.table_name = 'person' and e.row_id = ${personId})
        or (e.table_name in ('affiliation', 'contact_point') and coalesce(e.after, e.before) ->> 'person_id' = ${personId}))
    ) as answer from person p where p.id = ${id} and p.erased_at is null`;
}
