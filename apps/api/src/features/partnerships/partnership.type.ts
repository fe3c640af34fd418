import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { AgreementState, ContactState, HealthLight } from '@tejido/domain/partnership-health.js';
import { Day } from '../../platform/graphql/scalars.js';
import { ColleagueType } from '../users/user.type.js';

const LIGHT = 'good, attention, bad, or none (nothing to judge)';

@ObjectType()
export class LastContact {
  @Field(() => ID) meetingId!: string;
  @Field(() => String) title!: string;
  @Field(() => Day) day!: string;
}

/** The next thing with a partner that has a day. */
@ObjectType()
export class NextStep {
  @Field(() => String, { description: 'meeting, we_owe, they_owe or agreement_ends' }) kind!: string;
  @Field(() => ID, { description: 'Of the meeting, commitment or agreement' }) id!: string;
  @Field(() => String) title!: string;
  @Field(() => Day, { description: 'Past when it is overdue' }) day!: string;
}

@ObjectType()
export class ContactHealthType {
  @Field(() => String, { description: LIGHT }) light!: HealthLight;
  @Field(() => String, { description: 'recent, cooling, cold or never' }) state!: ContactState;
  @Field(() => Int, { nullable: true, description: 'Since the last contact' }) days!: number | null;
}

@ObjectType()
export class CommitmentsHealthType {
  @Field(() => String, { description: LIGHT }) light!: HealthLight;
  @Field(() => Int, { description: 'Fell due in the last 365 days, or overdue for longer' }) due!: number;
  @Field(() => Int, { description: 'Of those: fulfilled' }) kept!: number;
  @Field(() => Int, { description: 'Of those fulfilled: after their day' }) late!: number;
  @Field(() => Int) overdue!: number;
  @Field(() => Int, { nullable: true, description: 'Of the one overdue the longest' }) overdueDays!: number | null;
  @Field(() => Int, { description: 'Open, not due yet' }) ahead!: number;
}

@ObjectType()
export class AgreementHealthType {
  @Field(() => String, { description: LIGHT }) light!: HealthLight;
  @Field(() => String, { description: 'in_force, ending, suspended, in_progress, ended or none' }) state!: AgreementState;
  @Field(() => ID, { nullable: true, description: 'The agreement that decides' }) id!: string | null;
  @Field(() => String, { nullable: true }) title!: string | null;
  @Field(() => Day, { nullable: true, description: 'Its last day, to come or past' }) until!: string | null;
  @Field(() => Int, { nullable: true, description: 'To that day; negative: past' }) days!: number | null;
}

/** How we stand with a partner: made of what the viewer may see, and of nothing else. */
@ObjectType()
export class Partnership {
  @Field(() => ID, { description: 'Of the organisation' }) id!: string;
  @Field(() => Int, { description: 'Of the organisation' }) version!: number;
  @Field(() => [String], { description: 'What the viewer may do to the organisation' }) viewerCan!: string[];
  @Field(() => ColleagueType, { nullable: true, description: 'Who of us looks after the relationship' }) owner!: ColleagueType | null;
  @Field(() => LastContact, { nullable: true }) lastContact!: LastContact | null;
  @Field(() => NextStep, { nullable: true }) nextStep!: NextStep | null;
  @Field(() => ContactHealthType) contact!: ContactHealthType;
  @Field(() => CommitmentsHealthType) commitments!: CommitmentsHealthType;
  @Field(() => AgreementHealthType) agreement!: AgreementHealthType;
}
