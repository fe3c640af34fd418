import sql, { raw, type Sql } from 'sql-template-tag';
import { readableBy } from '../../platform/access/scope.js';
import { brandOf, type Brand } from '../../platform/documents/brand.js';
import type { Reading } from '../../platform/graphql/composer.js';
import { inBoth } from '../../platform/graphql/in-both.js';
import { organisations } from '../organisations/organisations.reads.js';
import { people } from '../people/people.reads.js';
import type { MinutesContent } from './minutes-content.reads.js';

interface InBoth { es: string; en: string }

/** Minutes as a document needs them, besides their content. */
export interface DocumentFacts {
  visibility: 'public' | 'coalition' | 'country' | 'secretariat';
  country: string | null;
  state: 'draft' | 'circulated' | 'approved';
  observationsUntil: string | null;
  approvedOn: string | null;
  approvedBy: string | null;
  contentHash: string | null;
  /** What was approved, as it was hashed; null for what is not approved, or was before minutes had sections. */
  approvedContent: string | null;
  kind: InBoth;
  placeCountry: InBoth | null;
  brand: Brand;
}

/** Of the minutes of a meeting that the viewer may read; no row otherwise. */
export const documentFacts = ({ viewer }: Reading, meetingId: string): Sql => sql`select json_build_object(
    'visibility', m.visibility, 'country', m.country, 'state', s.state, 'observationsUntil', s.observations_until, 'approvedOn', s.approved_on,
    'approvedBy', (select u.name from user_account u where u.id = s.approved_by), 'contentHash', s.content_hash,
    'approvedContent', (select v.content from minutes_version v where v.meeting_id = m.id and v.content_hash = s.content_hash and v.form = 2 and v.reopened_on is null),
    'kind', (select ${inBoth('label', raw('k'))} from meeting_kind k where k.code = m.kind),
    'placeCountry', (select ${inBoth('label', raw('c'))} from country c where c.code = m.place_country),
    'brand', (select ${brandOf(sql`l`)} from coalition l)) as answer
  from meeting m join minutes s on s.meeting_id = m.id where m.id = ${meetingId}::uuid and m.archived_at is null and ${readableBy(viewer, sql`m`)}`;

/** The names that the viewer may see, by id. */
export interface Names {
  organisations: Record<string, { name: string; nameEn: string | null; acronym: string | null; acronymEn: string | null }>;
  people: Record<string, string>;
  users: Record<string, string>;
  /** By 'person organisation': the post on that day. */
  posts: Record<string, string>;
  /** Commitments that the viewer may read now. */
  commitments: string[];
}

/** @param mentioned ids of organisations and people in the texts. Who was merged has the name of the survivor. */
export function namesFor(reading: Reading, { attendance, commitments, meeting }: MinutesContent, mentioned: readonly string[]): Sql {
  const ids = [...mentioned, ...attendance.flatMap((each) => [each.personId, each.organisationId, each.onBehalfOfPersonId, each.onBehalfOfOrganisationId]),
    ...commitments.flatMap((each) => [each.ownerOrganisationId, each.ownerPersonId, each.ownerUserId, each.beneficiaryOrganisationId])].filter((id): id is string => id !== null);
  const owed = commitments.map(({ id }) => id);
  return sql`select json_build_object(
    'organisations', (select coalesce(json_object_agg(named.id, json_build_object('name', o.name, 'nameEn', o.name_en, 'acronym', o.acronym, 'acronymEn', o.acronym_en)), '{}')
      from organisation named join organisation o on o.id = coalesce(named.merged_into_id, named.id) where named.id = any(${ids}::uuid[]) and ${organisations.visible(sql`o`, reading)}),
    'people', (select coalesce(json_object_agg(p.id, p.name), '{}') from person p where p.id = any(${ids}::uuid[]) and ${people.visible(sql`p`, reading)}),
    'users', (select coalesce(json_object_agg(u.id, u.name), '{}') from user_account u where u.id = any(${ids}::uuid[])),
    'posts', (select coalesce(json_object_agg(a.person_id || ' ' || a.organisation_id, a.post), '{}') from affiliation a where a.person_id = any(${ids}::uuid[]) and a.post <> ''
      and coalesce(a.from_day, '-infinity') <= ${meeting.startsAt}::date and coalesce(a.to_day, 'infinity') >= ${meeting.startsAt}::date),
    'commitments', (select coalesce(json_agg(c.id), '[]') from commitment c where c.id = any(${owed}::uuid[]) and ${readableBy(reading.viewer, sql`c`)})) as answer`;
}
