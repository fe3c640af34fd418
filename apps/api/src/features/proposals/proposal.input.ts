import { Field, Float, ID, InputType, registerEnumType } from '@nestjs/graphql';
import type { Visibility } from '@tejido/domain/policy.js';
import type { ProposalRole } from '@tejido/domain/proposal.js';
import { Day } from '../../platform/graphql/scalars.js';

export enum ProposalSort {
  RECENT = 'RECENT',
  DEADLINE = 'DEADLINE',
  TITLE = 'TITLE',
  AMOUNT = 'AMOUNT',
}
registerEnumType(ProposalSort, { name: 'ProposalSort' });

@InputType()
export class ProposalFilter {
  @Field(() => String, { nullable: true }) text?: string | null;
  @Field(() => [String], { nullable: true }) stage?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Of its deadline, else of its submission' }) year?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Countries that own the record' }) country?: string[] | null;
  @Field(() => ID, { nullable: true, description: 'A partner, whatever its role' }) organisationId?: string | null;
}

@InputType()
export class ProposalPartnerInput {
  @Field(() => ID) organisationId!: string;
  @Field(() => String, { description: 'funder or co_author' }) role!: ProposalRole;
}

/** Absent keeps, null clears; the list of partners replaces the whole list. The stage changes by its verbs alone. */
@InputType()
export class ProposalInput {
  @Field(() => String, { nullable: true }) title?: string;
  @Field(() => Float, { nullable: true }) amount?: number | null;
  @Field(() => String, { nullable: true, description: 'ISO 4217' }) currency?: string | null;
  @Field(() => Day, { nullable: true }) deadline?: string | null;
  @Field(() => String, { nullable: true }) strategyActivity?: string | null;
  @Field(() => [ProposalPartnerInput], { nullable: true }) partners?: ProposalPartnerInput[];
  @Field(() => String, { nullable: true }) visibility?: Visibility;
  @Field(() => String, { nullable: true }) country?: string | null;
}
