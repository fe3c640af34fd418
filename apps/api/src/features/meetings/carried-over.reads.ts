import sql, { type Sql } from 'sql-template-tag';
import { many, type Reading } from '../../platform/graphql/composer.js';
import type { Selection } from '../../platform/graphql/selection.js';
import { commitments } from '../commitments/commitments.reads.js';
import { organisations } from '../organisations/organisations.reads.js';
import { people } from '../people/people.reads.js';
import { dayOf } from './meetings.reads.js';

const MOST = 100;

/**
 * What the agenda takes over: commitments made before the meeting and not closed before its day, between us and a partner who is invited,
 * or among those of ours who are there. Derived, never copied: what is closed is gone from the next agenda. Longest due first.
 */
export function carriedOver(meeting: Sql, reading: Reading, selection: Pick<Selection, 'children'>): Sql {
  const there = (who: Sql) => sql`(select a.organisation_id from attendance a join organisation o on o.id = a.organisation_id
    where a.meeting_id = ${meeting}.id and ${who} and ${organisations.visible(sql`o`, reading)})`;
  const partners = there(sql`o.standing = 'external'`);
  const guests = sql`(select a.person_id from attendance a join person p on p.id = a.person_id where a.meeting_id = ${meeting}.id and ${people.visible(sql`p`, reading)})`;
  const all = there(sql`true`);
  return many(reading, commitments, selection, {
    where: (each) => sql`${each}.meeting_id is distinct from ${meeting}.id
      and coalesce((select made.starts_at from meeting made where made.id = ${each}.meeting_id), ${each}.recorded_on::timestamptz) < ${meeting}.starts_at
      and coalesce(${each}.fulfilled_on, ${each}.cancelled_on, 'infinity'::date) >= ${dayOf(meeting)}
      and (${each}.owner_organisation_id in ${partners} or ${each}.beneficiary_organisation_id in ${partners} or ${each}.owner_person_id in ${guests}
        or (${each}.owner_organisation_id in ${all} and ${each}.beneficiary_organisation_id in ${all}))`,
    orderBy: (each) => sql`${each}.due_on nulls last, ${each}.id`,
    limit: MOST,
  });
}
