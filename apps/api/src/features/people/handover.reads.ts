import sql, { join, raw, type Sql } from 'sql-template-tag';
import { can, type Ability, type Subject, type Viewer } from '@tejido/domain/policy.js';
import { visibleById, type Reading } from '../../platform/graphql/composer.js';
import { subject } from '../../platform/graphql/subject.js';
import { agreements } from '../agreements/agreements.reads.js';
import { commitments } from '../commitments/commitments.reads.js';
import { dayOf, meetings } from '../meetings/meetings.reads.js';
import { organisations } from '../organisations/organisations.reads.js';
import { people } from './people.reads.js';

export type HandoverKind = 'commitment' | 'signature' | 'meeting';

/** One thing that somebody owns at an organisation: a row to be given to another. `id` is the row's, `recordId` the page's. */
export interface OwnedRow {
  kind: HandoverKind;
  id: string;
  recordId: string;
  label: string;
  day: string | null;
  viewerCan: Subject;
}

const ABILITY = { commitment: 'commitment.amend', signature: 'agreement.amend', meeting: 'meeting.amend' } as const satisfies Record<HandoverKind, Ability>;

/** May the viewer give this row to another? Whoever may amend the record may. */
export const mayHandOver = (viewer: Viewer, { kind, viewerCan }: OwnedRow): boolean => can(viewer, ABILITY[kind], viewerCan);

/**
 * What a person owns at an organisation and the viewer may see: commitments still open, signatures not yet given, meetings to come.
 * What is owed with no organisation named counts too, since nothing says that it was owed elsewhere.
 */
export function ownedAt(reading: Reading, person: Sql, organisation: Sql): Sql {
  const [owed, party, instrument, attended, gathering] = ['commitment', 'agreement_party', 'agreement', 'attendance', 'meeting'].map((stem) => reading.alias(stem)) as [Sql, Sql, Sql, Sql, Sql];
  const row = (kind: HandoverKind, id: Sql, record: Sql, label: Sql, day: Sql) => sql`select ${raw(`'${kind}'`)} as kind, ${id} as id, ${record}.id as "recordId", ${label} as label,
    ${day} as day, ${subject(record)} as "viewerCan"`;
  return join([
    sql`${row('commitment', sql`${owed}.id`, owed, sql`${owed}.text`, sql`${owed}.due_on`)} from commitment ${owed}
      where ${owed}.owner_person_id = ${person} and (${owed}.owner_organisation_id is null or ${owed}.owner_organisation_id = ${organisation})
        and ${owed}.fulfilled_on is null and ${owed}.cancelled_on is null and ${commitments.visible(owed, reading)}`,
    sql`${row('signature', sql`${party}.id`, instrument, sql`${instrument}.title`, sql`null::date`)} from agreement_party ${party} join agreement ${instrument} on ${instrument}.id = ${party}.agreement_id
      where ${party}.signatory_id = ${person} and ${party}.organisation_id = ${organisation} and ${party}.signed_on is null and ${party}.withdrawn_on is null
        and ${instrument}.terminated_on is null and ${agreements.visible(instrument, reading)}`,
    sql`${row('meeting', sql`${attended}.id`, gathering, sql`${gathering}.title`, dayOf(gathering))} from attendance ${attended} join meeting ${gathering} on ${gathering}.id = ${attended}.meeting_id
      where ${attended}.person_id = ${person} and (${attended}.organisation_id is null or ${attended}.organisation_id = ${organisation})
        and ${dayOf(gathering)} > ${reading.today}::date and ${meetings.visible(gathering, reading)}`,
  ], ' union all ');
}

/** What the holder of a post owns where they hold it; nothing when the viewer may not see either. */
export function postHandoverStatement(reading: Reading, affiliationId: string): Sql {
  const of = (column: 'person_id' | 'organisation_id') => sql`(select post.${raw(column)} from affiliation post where post.id = ${affiliationId}::uuid
    and ${visibleById(reading, people, sql`post.person_id`)} and ${visibleById(reading, organisations, sql`post.organisation_id`)})`;
  return sql`select coalesce(json_agg(owned order by owned.kind, owned.day nulls last, owned.label), '[]') as answer
    from (${ownedAt(reading, of('person_id'), of('organisation_id'))}) owned`;
}
