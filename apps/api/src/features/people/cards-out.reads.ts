import sql, { type Sql } from 'sql-template-tag';
import type { Reading } from '../../platform/graphql/composer.js';
import { organisations } from '../organisations/organisations.reads.js';
import { readsContacts, registeredPeople } from './people.reads.js';

/** What cards say of these people: posts of today for whoever may see them, how to reach them for whoever may know it. */
export function cardsOut(reading: Reading, ids: readonly string[]): Sql {
  const row = reading.alias('person');
  const contacts = readsContacts(reading)
    ? sql`(select coalesce(json_agg(json_build_object('kind', c.kind, 'label', c.label, 'value', c.value, 'preferred', c.preferred) order by c.preferred desc, c.kind, c.value), '[]') from contact_point c where c.person_id = ${row}.id)`
    : sql`'[]'::json`;
  return sql`select coalesce(json_agg(json_build_object('id', ${row}.id, 'name', ${row}.name, 'languages', ${row}.languages, 'contactPoints', ${contacts},
      'posts', (select coalesce(json_agg(json_build_object('organisation', o.name, 'post', a.post) order by a.from_day desc nulls last, a.id), '[]') from affiliation a join organisation o on o.id = a.organisation_id
        where a.person_id = ${row}.id and daterange(a.from_day, a.to_day, '[]') @> ${reading.today}::date and ${organisations.visible(sql`o`, reading)}),
      'changedAt', to_char(${row}.created_at at time zone 'UTC', 'YYYYMMDD"T"HH24MISS"Z"')) order by lower(${row}.name), ${row}.id), '[]') as answer
    from person ${row} where ${row}.id = any(${ids}::uuid[]) and ${registeredPeople.visible(row, reading)}`;
}
