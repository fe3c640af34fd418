import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime } from '../../platform/graphql/scalars.js';

@ObjectType('Invitee')
export class InviteeType {
  @Field(() => String, { description: 'Of whom: names them when invitations are sent' }) key!: string;
  @Field(() => ID, { nullable: true }) personId!: string | null;
  @Field(() => ID, { nullable: true }) organisationId!: string | null;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true, description: 'Null: there is none that the viewer may know' }) email!: string | null;
  @Field(() => Int, { nullable: true, description: 'The latest version that was sent to them' }) sentSequence!: number | null;
  @Field(() => DateTime, { nullable: true }) sentAt!: string | null;
}

/** What would be sent, and to whom; nothing is sent by asking. */
@ObjectType('Invitation')
export class InvitationType {
  @Field(() => Int, { description: 'Of the meeting now: whoever was sent a lower one has an old version' }) sequence!: number;
  @Field(() => Boolean, { description: 'What is sent strikes the meeting out' }) cancels!: boolean;
  @Field(() => [InviteeType]) invitees!: InviteeType[];
}

@ObjectType('CalendarAddress')
export class CalendarAddressType {
  @Field(() => DateTime) since!: string;
  @Field(() => String, { nullable: true, description: 'Told once, when it is made' }) address!: string | null;
}
