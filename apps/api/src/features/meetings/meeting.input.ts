import { Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import type { Visibility } from '@tejido/domain/policy.js';
import { DateTime, Day } from '../../platform/graphql/scalars.js';
import type { Mode, Presence } from './meeting.entity.js';

/** Which meetings of a series a change is for. */
export enum SeriesScope { ONE = 'ONE', FOLLOWING = 'FOLLOWING', ALL = 'ALL' }
registerEnumType(SeriesScope, { name: 'SeriesScope', description: 'This one; this and those after it; all that are still planned' });

export enum MeetingSort { RECENT = 'RECENT', OLDEST = 'OLDEST' }
registerEnumType(MeetingSort, { name: 'MeetingSort' });

@InputType()
export class MeetingFilter {
  @Field(() => String, { nullable: true }) text?: string | null;
  @Field(() => [String], { nullable: true }) kind?: string[] | null;
  @Field(() => [String], { nullable: true }) theme?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Where it took place, or whose record it is' }) country?: string[] | null;
  @Field(() => ID, { nullable: true }) organisationId?: string | null;
  @Field(() => ID, { nullable: true }) personId?: string | null;
  @Field(() => Day, { nullable: true }) from?: string | null;
  @Field(() => Day, { nullable: true, description: 'Included' }) to?: string | null;
  @Field(() => [String], { nullable: true, description: 'State of its minutes: draft, circulated, approved' }) minutes?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'planned, held, cancelled' }) state?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: 'What is in the trash instead' }) archived?: boolean | null;
}

/** Somebody who was there: found, or registered on the spot by name. */
@InputType()
export class AttendeeInput {
  @Field(() => ID, { nullable: true }) personId?: string | null;
  @Field(() => String, { nullable: true, description: 'A person not registered yet' }) personName?: string | null;
  @Field(() => String, { nullable: true, description: 'Post of the person not registered yet' }) personPost?: string | null;
  @Field(() => String, { nullable: true, description: 'Address of the person not registered yet' }) personEmail?: string | null;
  @Field(() => ID, { nullable: true }) organisationId?: string | null;
  @Field(() => String, { nullable: true, description: 'An organisation not registered yet' }) organisationName?: string | null;
  @Field(() => String, { nullable: true, description: 'present, excused or on_behalf' }) presence?: Presence | null;
}

@InputType()
export class MeetingCommitmentInput {
  @Field(() => String) text!: string;
  @Field(() => ID, { nullable: true, description: 'The organisation that owes; nobody named: the viewer does' }) ownerOrganisationId?: string | null;
  @Field(() => Int, { nullable: true, description: 'Or the place in `attendees` of who owes: for those registered on the spot' }) ownerAttendee?: number | null;
  @Field(() => ID, { nullable: true }) beneficiaryOrganisationId?: string | null;
  @Field(() => Int, { nullable: true, description: 'Or the place in `attendees` of the organisation to which it is owed' }) beneficiaryAttendee?: number | null;
  @Field(() => Day, { nullable: true }) dueOn?: string | null;
}

/** A point of the agenda; its owner is an organisation, a person or a colleague, one at most. */
@InputType()
export class AgendaItemInput {
  @Field(() => ID, { nullable: true, description: 'Of a point that is there already: it stays the same one' }) id?: string | null;
  @Field(() => String) title!: string;
  @Field(() => Int, { nullable: true, description: 'Its time box' }) minutes?: number | null;
  @Field(() => ID, { nullable: true }) ownerOrganisationId?: string | null;
  @Field(() => ID, { nullable: true }) ownerPersonId?: string | null;
  @Field(() => ID, { nullable: true }) ownerUserId?: string | null;
}

/** Absent keeps, null clears; `agenda` replaces the whole list in its order, `attendees` replaces the whole list, `commitments` are added. */
@InputType()
export class MeetingInput {
  @Field(() => String, { nullable: true }) title?: string;
  @Field(() => String, { nullable: true }) kind?: string;
  @Field(() => String, { nullable: true, description: 'in_person, virtual or hybrid' }) mode?: Mode;
  @Field(() => DateTime, { nullable: true }) startsAt?: string;
  @Field(() => DateTime, { nullable: true }) endsAt?: string | null;
  @Field(() => String, { nullable: true, description: 'Its IANA name: America/Tegucigalpa' }) timeZone?: string;
  @Field(() => String, { nullable: true }) place?: string;
  @Field(() => String, { nullable: true }) placeCountry?: string | null;
  @Field(() => String, { nullable: true }) agreed?: string;
  @Field(() => String, { nullable: true, description: 'Said of it before it takes place' }) notes?: string;
  @Field(() => [String], { nullable: true }) themes?: string[];
  @Field(() => String, { nullable: true }) strategyActivity?: string | null;
  @Field(() => ID, { nullable: true, description: 'The agreement that it was about' }) agreementId?: string | null;
  @Field(() => [AttendeeInput], { nullable: true }) attendees?: AttendeeInput[];
  @Field(() => [AgendaItemInput], { nullable: true, description: 'In order' }) agenda?: AgendaItemInput[];
  @Field(() => [MeetingCommitmentInput], { nullable: true }) commitments?: MeetingCommitmentInput[];
  @Field(() => String, { nullable: true, description: 'RFC 5545 RRULE by weeks, months or years, with an end; when it is logged only' }) repeats?: string | null;
  @Field(() => String, { nullable: true }) visibility?: Visibility;
  @Field(() => String, { nullable: true }) country?: string | null;
}
