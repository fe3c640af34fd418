import sql, { join, raw, type Sql } from 'sql-template-tag';
import { emailKey, phoneKey, samePerson, type PersonMarks, type SamePersonVerdict } from '@tejido/domain/same-person.js';
import { fold } from '@tejido/domain/text.js';
import { one, type Reading } from '../../platform/graphql/composer.js';
import { subject } from '../../platform/graphql/subject.js';
import type { Subject } from '@tejido/domain/policy.js';
import type { Selection } from '../../platform/graphql/selection.js';
import { organisations } from '../organisations/organisations.reads.js';
import { people, readsContacts, registeredPeople } from './people.reads.js';

/** More are not looked through by anybody. */
const MOST_SHOWN = 5;
const MOST_JUDGED = 60;

/** Somebody in the register with what tells them apart, as far as the viewer may know it. */
export interface KnownPerson extends PersonMarks { id: string; detail: string | null; subject: Subject; person?: unknown }

/** Marks as JSON: addresses and telephones only for whoever may read them, organisations only those that are seen. */
export const marksOf = (row: Sql, reading: Reading): Sql => {
  const values = (kind: string) => (readsContacts(reading)
    ? sql`(select coalesce(json_agg(c.value), '[]') from contact_point c where c.person_id = ${row}.id and c.kind = ${kind})` : sql`'[]'::json`);
  return sql`'id', ${row}.id, 'name', ${row}.name, 'emails', ${values('email')}, 'phones', ${values('phone')}, 'organisationIds',
    (select coalesce(json_agg(distinct a.organisation_id), '[]') from affiliation a join organisation o on o.id = a.organisation_id
      where a.person_id = ${row}.id and ${organisations.visible(sql`o`, reading)}), 'subject', ${subject(row)},
    'detail', (select concat_ws(' · ', nullif(a.post, ''), coalesce(o.acronym, o.name)) from affiliation a join organisation o on o.id = a.organisation_id
      where a.person_id = ${row}.id and daterange(a.from_day, a.to_day, '[]') @> ${reading.today}::date and ${organisations.visible(sql`o`, reading)} order by a.from_day desc nulls last limit 1)`;
};

/** Whoever shares a name, an address or a telephone with the marks, among those that the viewer may see. */
export function candidatesStatement(reading: Reading, typed: readonly PersonMarks[], selection?: Pick<Selection, 'children'>): Sql {
  const row = reading.alias('person');
  const person = selection ? sql`, 'person', ${one(reading, people, selection, { where: (same) => sql`${same}.id = ${row}.id` })}` : sql``;
  return sql`select coalesce(json_agg(json_build_object(${marksOf(row, reading)}${person})), '[]') as answer from (
    select ${row}.* from person ${row} where ${row}.id in (${join(found(reading, typed), ' union ')}) and ${registeredPeople.visible(row, reading)}
    order by ${row}.id limit ${MOST_JUDGED * Math.max(1, typed.length)}) ${row}`;
}

function found(reading: Reading, typed: readonly PersonMarks[]): Sql[] {
  const names = typed.map(({ name }) => fold(name)).filter((name) => name.length > 2);
  const emails = typed.flatMap((each) => each.emails.map(emailKey)).filter(Boolean);
  const phones = typed.flatMap((each) => each.phones.map(phoneKey)).filter(Boolean);
  const byContact = readsContacts(reading);
  const digits = sql`right(regexp_replace(c.value, '\\D', '', 'g'), 8)`;
  return [
    sql`select null::uuid where false`,
    // Likeness in either direction: 'María Núñez' lies within 'María Ángela Núñez Paz'.
    ...(names.length > 0 ? [sql`select named.id from unnest(${names}::text[]) as wanted(name) join person named on ${raw('fold(named.name) % wanted.name or wanted.name <% fold(named.name)')}`] : []),
    ...(byContact && emails.length > 0 ? [sql`select c.person_id from contact_point c where c.person_id is not null and c.kind = 'email' and lower(trim(c.value)) = any(${emails}::text[])`] : []),
    ...(byContact && phones.length > 0 ? [sql`select c.person_id from contact_point c where c.person_id is not null and c.kind = 'phone' and ${digits} = any(${phones}::text[])`] : []),
  ];
}

export interface Judged extends SamePersonVerdict { known: KnownPerson }

/** Those who are the one that was typed, or may be; the surest first. */
export function judge(typed: PersonMarks, known: readonly KnownPerson[], exceptId?: string | null): Judged[] {
  const rank = { same: 0, maybe: 1, different: 2 };
  return known.filter(({ id }) => id !== exceptId).map((each) => ({ known: each, ...samePerson(typed, each) }))
    .filter(({ verdict }) => verdict !== 'different').sort((a, b) => rank[a.verdict] - rank[b.verdict]).slice(0, MOST_SHOWN);
}
