import { Field, ID, InputType } from '@nestjs/graphql';
import { Day } from '../../platform/graphql/scalars.js';

@InputType()
export class CommitmentFilter {
  @Field(() => [String], { nullable: true, description: 'open, overdue, fulfilled, verified, cancelled' }) status?: string[] | null;
  @Field(() => String, { nullable: true, description: 'Words of it' }) text?: string | null;
  @Field(() => [String], { nullable: true, description: 'we_owe: the coalition, its members or a colleague; they_owe: anybody else' }) direction?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: 'The viewer owes or follows it' }) mine?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Fulfilled, and the viewer was asked to verify it or may where nobody was' }) toVerify?: boolean | null;
  @Field(() => ID, { nullable: true, description: 'It owes or is owed' }) organisationId?: string | null;
  @Field(() => [ID], { nullable: true, description: 'One of them owes or is owed' }) organisationIds?: string[] | null;
  @Field(() => ID, { nullable: true }) meetingId?: string | null;
  @Field(() => ID, { nullable: true }) agreementId?: string | null;
  @Field(() => String, { nullable: true, description: 'Whose record it is, or whose national body owes or is owed' }) country?: string | null;
  @Field(() => Day, { nullable: true, description: 'Not included' }) dueBefore?: string | null;
}

/** Absent keeps, null clears. */
@InputType()
export class CommitmentInput {
  @Field(() => String, { nullable: true }) text?: string;
  @Field(() => ID, { nullable: true, description: 'The organisation that owes; nobody named: the viewer does' }) ownerOrganisationId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Or the person who owes' }) ownerPersonId?: string | null;
  @Field(() => ID, { nullable: true }) beneficiaryOrganisationId?: string | null;
  @Field(() => Day, { nullable: true }) dueOn?: string | null;
  @Field(() => ID, { nullable: true }) meetingId?: string | null;
  @Field(() => ID, { nullable: true }) agreementId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The colleague who is asked to verify it; nobody: whoever may' }) verifierId?: string | null;
}
