import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, Day } from '../../platform/graphql/scalars.js';
import { pageOf } from '../../platform/graphql/page.type.js';
import { AgreementType } from '../agreements/agreement.type.js';
import { CommitmentType } from '../commitments/commitment.type.js';
import { OrganisationType } from '../organisations/organisation.type.js';
import { MinutesType } from '../minutes/minutes.type.js';
import { PersonType } from '../people/person.type.js';

@ObjectType('Attendee')
export class AttendeeType {
  @Field(() => ID) id!: string;
  @Field(() => PersonType, { nullable: true }) person!: PersonType | null;
  @Field(() => OrganisationType, { nullable: true }) organisation!: OrganisationType | null;
  @Field(() => String, { description: 'present, excused or on_behalf' }) presence!: string;
  @Field(() => PersonType, { nullable: true, description: 'For whom they spoke' }) onBehalfOfPerson!: PersonType | null;
  @Field(() => OrganisationType, { nullable: true, description: 'For whom they spoke' }) onBehalfOfOrganisation!: OrganisationType | null;
}

/** A point of the agenda. At most one owner; none that the viewer may not see. */
@ObjectType('AgendaItem')
export class AgendaItemType {
  @Field(() => ID) id!: string;
  @Field(() => String) title!: string;
  @Field(() => Int, { nullable: true, description: 'Its time box' }) minutes!: number | null;
  @Field(() => OrganisationType, { nullable: true }) ownerOrganisation!: OrganisationType | null;
  @Field(() => PersonType, { nullable: true }) ownerPerson!: PersonType | null;
  @Field(() => ID, { nullable: true }) ownerUserId!: string | null;
  @Field(() => String, { nullable: true, description: 'Name of the colleague who owns it' }) ownerUser!: string | null;
}

/** Another meeting of the same series. */
@ObjectType('SeriesMeeting')
export class SeriesMeetingType {
  @Field(() => ID) id!: string;
  @Field(() => DateTime) startsAt!: string;
  @Field(() => String, { description: 'planned, held or cancelled' }) state!: string;
  @Field(() => Boolean, { description: 'It was moved by itself' }) moved!: boolean;
}

@ObjectType('Meeting')
export class MeetingType {
  @Field(() => ID) id!: string;
  @Field(() => String) title!: string;
  @Field(() => String) kind!: string;
  @Field(() => String) mode!: string;
  @Field(() => DateTime) startsAt!: string;
  @Field(() => DateTime, { nullable: true }) endsAt!: string | null;
  @Field(() => String) timeZone!: string;
  @Field(() => String) place!: string;
  @Field(() => String, { nullable: true }) placeCountry!: string | null;
  @Field(() => String, { description: 'What was agreed' }) agreed!: string;
  @Field(() => [String]) themes!: string[];
  @Field(() => String, { nullable: true }) strategyActivity!: string | null;
  @Field(() => AgreementType, { nullable: true, description: 'That it was about' }) agreement!: AgreementType | null;
  @Field(() => String, { nullable: true, description: 'Name of the colleague who logged it' }) loggedBy!: string | null;
  @Field(() => Day) recordedOn!: string;
  @Field(() => String, { description: 'planned, held or cancelled' }) state!: string;
  @Field(() => Day, { nullable: true }) cancelledOn!: string | null;
  @Field(() => String) cancelledReason!: string;
  @Field(() => Int, { description: 'Of its invitation: raised when time, place or state change' }) sequence!: number;
  @Field(() => Boolean, { description: 'Its times are whole days of its time zone' }) allDay!: boolean;
  @Field(() => String, { description: 'Said of it before it takes place: how to get in, what to bring' }) notes!: string;
  @Field(() => [SeriesMeetingType], { description: 'Of its series, itself included, in order; none: it does not repeat' }) series!: SeriesMeetingType[];
  @Field(() => [AgendaItemType], { description: 'In order' }) agenda!: AgendaItemType[];
  @Field(() => [AttendeeType]) attendees!: AttendeeType[];
  @Field(() => [CommitmentType]) commitments!: CommitmentType[];
  @Field(() => [CommitmentType], { description: 'Open ones from before with the partners invited, the longest due first: what its agenda takes over' }) carriedOver!: CommitmentType[];
  @Field(() => MinutesType, { nullable: true }) minutes!: MinutesType | null;
  @Field(() => String) visibility!: string;
  @Field(() => String, { nullable: true }) country!: string | null;
  @Field(() => Boolean) demonstration!: boolean;
  @Field(() => Int) version!: number;
}

@ObjectType()
export class MeetingPage extends pageOf(MeetingType) {}

/** Something that happened with an organisation. */
@ObjectType()
export class TimelineEntry {
  @Field(() => String, { description: 'meeting, agreement_in_force, agreement_ended, activity, commitment_made, commitment_due' }) kind!: string;
  @Field(() => ID) id!: string;
  @Field(() => Day, { nullable: true }) day!: string | null;
  @Field(() => String) title!: string;
}

/** Somebody of the coalition who has met with an organisation: a national body that attended, or a colleague who logged the meeting. */
@ObjectType()
export class Acquaintance {
  @Field(() => String) name!: string;
  @Field(() => OrganisationType, { nullable: true, description: 'Absent for a colleague' }) organisation!: OrganisationType | null;
  @Field(() => [PersonType], { description: 'Who of it attended' }) people!: PersonType[];
  @Field(() => String, { nullable: true, description: 'Of a colleague, for whoever may read contact details' }) email!: string | null;
  @Field(() => String, { nullable: true }) country!: string | null;
  @Field(() => Int) meetings!: number;
  @Field(() => Day) lastMet!: string;
}
