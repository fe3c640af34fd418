import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Day } from '../../platform/graphql/scalars.js';
import { pageOf } from '../../platform/graphql/page.type.js';
import { OrganisationType } from '../organisations/organisation.type.js';
import { PersonType } from '../people/person.type.js';
import { ColleagueType } from '../users/user.type.js';

@ObjectType('Postponement')
export class PostponementType {
  @Field(() => Day, { nullable: true }) fromDay!: string | null;
  @Field(() => Day) toDay!: string;
  @Field(() => String) reason!: string;
  @Field(() => Day) recordedOn!: string;
  @Field(() => String, { nullable: true, description: 'Name of whoever put it off' }) postponedBy!: string | null;
}

@ObjectType('Commitment')
export class CommitmentType {
  @Field(() => ID) id!: string;
  @Field(() => String) text!: string;
  @Field(() => OrganisationType, { nullable: true }) owner!: OrganisationType | null;
  @Field(() => String, { nullable: true, description: 'Name of the colleague who owes it' }) ownerUser!: string | null;
  @Field(() => PersonType, { nullable: true }) ownerPerson!: PersonType | null;
  @Field(() => OrganisationType, { nullable: true }) beneficiary!: OrganisationType | null;
  @Field(() => Day, { nullable: true }) dueOn!: string | null;
  @Field(() => String, { description: 'open, overdue, fulfilled, verified or cancelled' }) status!: string;
  @Field(() => Day, { nullable: true }) fulfilledOn!: string | null;
  @Field(() => String, { nullable: true, description: 'Name of whoever marked it fulfilled' }) fulfilledBy!: string | null;
  @Field(() => ColleagueType, { nullable: true, description: 'Who is asked to verify it; nobody: whoever may' }) verifier!: ColleagueType | null;
  @Field(() => Day, { nullable: true }) verifiedOn!: string | null;
  @Field(() => String, { nullable: true, description: 'Name of whoever verified it' }) verifiedBy!: string | null;
  @Field(() => Day, { description: 'When it was made' }) recordedOn!: string;
  @Field(() => Day, { nullable: true, description: 'The first day that was set' }) firstDueOn!: string | null;
  @Field(() => Day, { nullable: true }) cancelledOn!: string | null;
  @Field(() => String, { description: 'we_owe: the coalition, its members or a colleague; they_owe: anybody else' }) direction!: string;
  @Field(() => ID, { nullable: true }) meetingId!: string | null;
  @Field(() => String, { nullable: true }) meetingTitle!: string | null;
  @Field(() => ID, { nullable: true }) agreementId!: string | null;
  @Field(() => String, { nullable: true }) agreementTitle!: string | null;
  @Field(() => [PostponementType]) postponements!: PostponementType[];
  @Field(() => String) visibility!: string;
  @Field(() => String, { nullable: true }) country!: string | null;
  @Field(() => Boolean) demonstration!: boolean;
  @Field(() => Int) version!: number;
}

@ObjectType()
export class CommitmentPage extends pageOf(CommitmentType) {}

/** How many commitments each of the usual lists holds, of those that the viewer may see. */
@ObjectType()
export class CommitmentLists {
  @Field(() => Int, { description: 'Open or overdue' }) pending!: number;
  @Field(() => Int, { description: 'Open or overdue ones that the viewer owes or follows' }) mine!: number;
  @Field(() => Int, { description: 'Open or overdue ones of the country' }) country!: number;
  @Field(() => Int) overdue!: number;
  @Field(() => Int, { description: 'Fulfilled ones that wait for the viewer' }) toVerify!: number;
}
