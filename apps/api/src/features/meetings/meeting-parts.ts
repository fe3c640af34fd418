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

/** Enters who was there, in one statement; people and organisations not known yet are registered. @throws INVALID, FORBIDDEN */
export async function addAttendees(
  tx: Tx, viewer: Viewer, meetingId: string, attendees: readonly AttendeeInput[], today: string, before: readonly Attendance[] = [],
): Promise<Attendee[]> {
  await refuseUnnameable(tx, viewer, attendees.flatMap(({ personId, organisationId }, at) => [
    { path: `attendees.${at}`, table: 'person' as const, id: personId },
    { path: `attendees.${at}`, table: 'organisation' as const, id: organisationId },
  ]));
  const made = new Map<string, string>(); // two people of the same new organisation register it once
  const entered: Attendee[] = [];
  for (const each of attendees) {
    const organisationId = each.organisationId ?? await organisationOnTheSpot(tx, viewer, each, made, today);
    const personId = each.personId ?? await personOnTheSpot(tx, viewer, each, organisationId);
    entered.push({ personId, organisationId });
  }
  await tx.insertAll(Attendance, entered.map((each, at) => {
    const known = before.find((row) => row.personId === each.personId && row.organisationId === each.organisationId);
    const presence = attendees[at]!.presence ?? known?.presence ?? 'present';
    return { meetingId, ...each, presence, ...(presence === 'on_behalf' ? spokeFor(known) : {}) };
  }));
  return entered;
}

/** For whom somebody spoke is noted in the minutes: the list of who was there does not know it, and keeps it. */
const spokeFor = (known: Attendance | undefined) =>
  ({ onBehalfOfPersonId: known?.onBehalfOfPersonId ?? null, onBehalfOfOrganisationId: known?.onBehalfOfOrganisationId ?? null });

/** Removes the attendees that the viewer sees: whoever is hidden from them stays. @returns who was there before */
export async function removeAttendees(tx: Tx, viewer: Viewer, meetingId: string): Promise<Attendance[]> {
  const before = await tx.manager.findBy(Attendance, { meetingId });
  await tx.query(sql`delete from attendance a where a.meeting_id = ${meetingId}
    and not exists (select from organisation o where o.id = a.organisation_id and not ${readableBy(viewer, sql`o`)})
    and not exists (select from person p where p.id = a.person_id and not ${readableBy(viewer, sql`p`)})`);
  return before;
}

/** Commitments made there are as visible as the meeting. Who is named by nobody is owed by the viewer, to the first guest. */
export async function addCommitments(
  tx: Tx, viewer: Viewer, meeting: Owned, commitments: readonly MeetingCommitmentInput[], attendees: readonly Attendee[], today: string,
): Promise<void> {
  if (commitments.length === 0) return;
  authorize(viewer, 'commitment.make', { visibility: meeting.visibility, country: meeting.country });
  await refuseUnnameable(tx, viewer, commitments.flatMap((each, at) => [
    { path: `commitments.${at}.ownerOrganisationId`, table: 'organisation' as const, id: each.ownerOrganisationId },
    { path: `commitments.${at}.beneficiaryOrganisationId`, table: 'organisation' as const, id: each.beneficiaryOrganisationId },
  ]));
  const owners = commitments.map((each) => ownerOf(each, attendees, viewer));
  const guest = owners.some(({ ownerUserId }) => ownerUserId) ? await firstGuest(tx, viewer, meeting.id, attendees) : null;
  await tx.insertAll(Commitment, commitments.map(({ text, dueOn = null, beneficiaryOrganisationId, beneficiaryAttendee }, at) => ({
    text: tidy(text), ...owners[at]!, beneficiaryOrganisationId: beneficiaryOrganisationId ?? attendees[beneficiaryAttendee ?? -1]?.organisationId ?? (owners[at]!.ownerUserId ? guest : null),
    dueOn, firstDueOn: dueOn, meetingId: meeting.id, visibility: meeting.visibility, country: meeting.country, createdBy: viewer.userId, recordedOn: today,
  })));
}

type Owner = Pick<Commitment, 'ownerOrganisationId' | 'ownerPersonId' | 'ownerUserId'>;

function ownerOf({ ownerOrganisationId, ownerAttendee }: MeetingCommitmentInput, attendees: readonly Attendee[], viewer: Viewer): Owner {
  const named = ownerAttendee == null ? null : attendees[ownerAttendee]!;
  const organisation = ownerOrganisationId ?? named?.organisationId ?? null;
  const person = organisation ? null : (named?.personId ?? null);
  return { ownerOrganisationId: organisation, ownerPersonId: person, ownerUserId: organisation || person ? null : viewer.userId };
}

/** The first organisation from outside that attended: what the viewer promises is promised to it. */
async function firstGuest(tx: Tx, viewer: Viewer, meetingId: string, attendees: readonly Attendee[]): Promise<string | null> {
  const inOrder = attendees.flatMap((each) => each.organisationId ?? []);
  const [first] = await tx.query<{ id: string }>(sql`select o.id from attendance a join organisation o on o.id = a.organisation_id
    where a.meeting_id = ${meetingId} and o.standing = 'external' and ${readableBy(viewer, sql`o`)}
    order by array_position(${inOrder}::uuid[], o.id) nulls last, o.name limit 1`);
  return first?.id ?? null;
}

async function organisationOnTheSpot(
  tx: Tx, viewer: Viewer, { organisationName }: AttendeeInput, made: Map<string, string>, today: string,
): Promise<string | null> {
  const name = tidy(organisationName ?? '');
  const before = name === '' ? null : made.get(fold(name));
  if (before !== undefined) return before;
  const owner = { visibility: 'coalition', country: viewer.country } as const;
  authorize(viewer, 'organisation.register', owner);
  const id = await tx.insert(Organisation, { name, ...owner, createdBy: viewer.userId, recordedOn: today });
  made.set(fold(name), id);
  return id;
}

async function personOnTheSpot(
  tx: Tx, viewer: Viewer, { personName, personPost, personEmail }: AttendeeInput, organisationId: string | null,
): Promise<string | null> {
  const name = tidy(personName ?? '');
  if (name === '') return null;
  const owner = { visibility: 'coalition', country: viewer.country } as const;
  authorize(viewer, 'person.register', owner);
  const id = await tx.insert(Person, { name, ...owner, createdBy: viewer.userId });
  if (organisationId) await tx.insert(Affiliation, { personId: id, organisationId, post: tidy(personPost ?? '') });
  if (personEmail) await tx.insert(ContactPoint, { personId: id, kind: 'email', value: personEmail.trim(), label: '' });
  return id;
}

const tidy = (text: string) => text.normalize('NFC').trim();
