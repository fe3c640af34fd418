import sql from 'sql-template-tag';
import { fold } from '@tejido/domain/text.js';
import type { Viewer } from '@tejido/domain/policy.js';
import { authorize } from '../../platform/access/ability.js';
import { refuseUnnameable } from '../../platform/access/nameable.js';
import { readableBy } from '../../platform/access/scope.js';
import type { Tx } from '../../platform/database/work.js';
import { Commitment } from '../commitments/commitment.entity.js';
import { ContactPoint, Organisation } from '../organisations/organisation.entity.js';
import { Affiliation, Person } from '../people/person.entity.js';
import { Attendance, type Meeting } from './meeting.entity.js';
import type { AttendeeInput, MeetingCommitmentInput } from './meeting.input.js';

/** Who attended, in the order of the input: what was registered on the spot has its id. */
export interface Attendee { personId: string | null; organisationId: string | null }

type Owned = Pick<Meeting, 'id' | 'visibility' | 'country'>;

/** Enters who was there; people and organisations not known yet are registered. @throws INVALID, FORBIDDEN */
export async function addAttendees(tx: Tx, viewer: Viewer, meetingId: string, attendees: readonly AttendeeInput[], today: string): Promise<Attendee[]> {
  await refuseUnnameable(tx, viewer, attendees.flatMap(({ personId, organisationId }, at) => [
    { path: `attendees.${at}`, table: 'person' as const, id: personId }, { path: `attendees.${at}`, table: 'organisation' as const, id: organisationId },
  ]));
  const made = new Map<string, string>(); // two people of the same new organisation register it once
  const entered: Attendee[] = [];
  for (const each of attendees) {
    const organisationId = each.organisationId ?? (each.organisationName?.trim() ? await organisationOnTheSpot(tx, viewer, each.organisationName, made, today) : null);
    const personId = each.personId ?? (each.personName?.trim() ? await personOnTheSpot(tx, viewer, each, organisationId) : null);
    await tx.insert(Attendance, { meetingId, personId, organisationId, presence: each.presence ?? 'present' });
    entered.push({ personId, organisationId });
  }
  return entered;
}

/** Removes the attendees that the viewer sees: whoever is hidden from them stays. */
export async function removeAttendees(tx: Tx, viewer: Viewer, meetingId: string): Promise<void> {
  await tx.query(sql`delete from attendance a where a.meeting_id = ${meetingId}
    and not exists (select from organisation o where o.id = a.organisation_id and not ${readableBy(viewer, sql`o`)})
    and not exists (select from person p where p.id = a.person_id and not ${readableBy(viewer, sql`p`)})`);
}

/** Commitments made there are as visible as the meeting. Who is named by nobody is owed by the viewer, to the first guest. */
export async function addCommitments(tx: Tx, viewer: Viewer, meeting: Owned, commitments: readonly MeetingCommitmentInput[], attendees: readonly Attendee[], today: string): Promise<void> {
  if (commitments.length === 0) return;
  authorize(viewer, 'commitment.make', { visibility: meeting.visibility, country: meeting.country });
  await refuseUnnameable(tx, viewer, commitments.flatMap((each, at) => [
    { path: `commitments.${at}.ownerOrganisationId`, table: 'organisation' as const, id: each.ownerOrganisationId },
    { path: `commitments.${at}.beneficiaryOrganisationId`, table: 'organisation' as const, id: each.beneficiaryOrganisationId },
  ]));
  const guest = await firstGuest(tx, attendees);
  await tx.insertAll(Commitment, commitments.map((each) => {
    const named = each.ownerAttendee == null ? null : attendees[each.ownerAttendee]!;
    const ownerOrganisationId = each.ownerOrganisationId ?? named?.organisationId ?? null;
    const ownerPersonId = ownerOrganisationId ? null : (named?.personId ?? null);
    const ours = !ownerOrganisationId && !ownerPersonId;
    return {
      text: each.text.trim(), ownerOrganisationId, ownerPersonId, ownerUserId: ours ? viewer.userId : null,
      beneficiaryOrganisationId: each.beneficiaryOrganisationId ?? (ours ? guest : null), dueOn: each.dueOn ?? null, firstDueOn: each.dueOn ?? null,
      meetingId: meeting.id, visibility: meeting.visibility, country: meeting.country, createdBy: viewer.userId, recordedOn: today,
    };
  }));
}

async function firstGuest(tx: Tx, attendees: readonly Attendee[]): Promise<string | null> {
  const ids = attendees.flatMap((each) => each.organisationId ?? []);
  const [first] = await tx.query<{ id: string }>(sql`select id from organisation where id = any(${ids}::uuid[]) and standing = 'external' order by array_position(${ids}::uuid[], id) limit 1`);
  return first?.id ?? null;
}

async function organisationOnTheSpot(tx: Tx, viewer: Viewer, typed: string, made: Map<string, string>, today: string): Promise<string> {
  const key = fold(typed);
  const before = made.get(key);
  if (before) return before;
  const owner = { visibility: 'coalition', country: viewer.country } as const;
  authorize(viewer, 'organisation.register', owner);
  const id = await tx.insert(Organisation, { name: tidy(typed), ...owner, createdBy: viewer.userId, recordedOn: today });
  made.set(key, id);
  return id;
}

async function personOnTheSpot(tx: Tx, viewer: Viewer, { personName, personPost, personEmail }: AttendeeInput, organisationId: string | null): Promise<string> {
  const owner = { visibility: 'coalition', country: viewer.country } as const;
  authorize(viewer, 'person.register', owner);
  const id = await tx.insert(Person, { name: tidy(personName!), ...owner, createdBy: viewer.userId });
  if (organisationId) await tx.insert(Affiliation, { personId: id, organisationId, post: tidy(personPost ?? '') });
  if (personEmail) await tx.insert(ContactPoint, { personId: id, kind: 'email', value: personEmail.trim(), label: '' });
  return id;
}

const tidy = (text: string) => text.normalize('NFC').trim();
