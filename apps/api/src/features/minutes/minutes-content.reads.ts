import sql, { type Sql } from 'sql-template-tag';
import type { PartVisibility } from '@tejido/domain/minutes.js';
import type { ContentNode } from '@tejido/domain/minutes-content.js';
import type { Visibility } from '@tejido/domain/policy.js';

/**
 * All that minutes contain, whoever may read which part: what the hash is made of, and what documents are made from. It names records
 * by their ids alone, so that a person's name can be erased and the hash still holds.
 */
export interface MinutesContent {
  form: 2;
  meeting: { id: string; title: string; kind: string; mode: string; startsAt: string; endsAt: string | null; timeZone: string; place: string; placeCountry: string | null; agreed: string };
  attendance: AttendanceContent[];
  sections: SectionContent[];
  commitments: CommitmentContent[];
}

export interface AttendanceContent {
  personId: string | null;
  organisationId: string | null;
  presence: 'present' | 'excused' | 'on_behalf';
  onBehalfOfPersonId: string | null;
  onBehalfOfOrganisationId: string | null;
}

export interface SectionContent {
  id: string;
  title: string;
  visibility: PartVisibility | null;
  content: ContentNode;
  decisions: { id: string; text: string; visibility: PartVisibility | null }[];
}

export interface CommitmentContent {
  id: string;
  sectionId: string | null;
  text: string;
  ownerOrganisationId: string | null;
  ownerPersonId: string | null;
  ownerUserId: string | null;
  beneficiaryOrganisationId: string | null;
  dueOn: string | null;
  visibility: Visibility;
  country: string | null;
}

const instant = (at: Sql): Sql => sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** The content now, of the minutes of a meeting: `content`. */
export const contentNow = (meetingId: string): Sql => sql`select json_build_object(
    'form', 2,
    'meeting', json_build_object('id', m.id, 'title', m.title, 'kind', m.kind, 'mode', m.mode, 'startsAt', ${instant(sql`m.starts_at`)}, 'endsAt', ${instant(sql`m.ends_at`)},
      'timeZone', m.time_zone, 'place', m.place, 'placeCountry', m.place_country, 'agreed', m.agreed),
    'attendance', (select coalesce(json_agg(json_build_object('personId', a.person_id, 'organisationId', a.organisation_id, 'presence', a.presence,
        'onBehalfOfPersonId', a.on_behalf_of_person_id, 'onBehalfOfOrganisationId', a.on_behalf_of_organisation_id)
        order by o.standing = 'external' desc nulls last, o.name, a.person_id nulls first, a.id), '[]')
      from attendance a left join organisation o on o.id = a.organisation_id where a.meeting_id = m.id),
    'sections', (select coalesce(json_agg(json_build_object('id', s.id, 'title', s.title, 'visibility', s.visibility, 'content', s.content,
        'decisions', (select coalesce(json_agg(json_build_object('id', d.id, 'text', d.text, 'visibility', d.visibility) order by d.position, d.id), '[]')
          from decision d where d.section_id = s.id)) order by s.position, s.id), '[]')
      from minutes_section s where s.meeting_id = m.id),
    'commitments', (select coalesce(json_agg(json_build_object('id', c.id, 'sectionId', c.section_id, 'text', c.text, 'ownerOrganisationId', c.owner_organisation_id,
        'ownerPersonId', c.owner_person_id, 'ownerUserId', c.owner_user_id, 'beneficiaryOrganisationId', c.beneficiary_organisation_id, 'dueOn', c.due_on,
        'visibility', c.visibility, 'country', c.country) order by c.due_on nulls last, c.id), '[]')
      from commitment c where c.meeting_id = m.id and c.archived_at is null and c.cancelled_on is null)
  ) as content from meeting m where m.id = ${meetingId}`;
