import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { pageOf } from '../../platform/graphql/page.type.js';
import { Day } from '../../platform/graphql/scalars.js';
import { OrganisationType } from '../organisations/organisation.type.js';

@ObjectType('ProposalPartner')
export class ProposalPartnerType {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'funder or co_author' }) role!: string;
  @Field(() => OrganisationType) organisation!: OrganisationType;
}

/** A funding proposal that is drafted with cooperation agencies. */
@ObjectType('Proposal')
export class ProposalType {
  @Field(() => ID) id!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { description: 'drafting, submitted, approved, rejected or withdrawn' }) stage!: string;
  @Field(() => Float, { nullable: true }) amount!: number | null;
  @Field(() => String, { nullable: true, description: 'ISO 4217' }) currency!: string | null;
  @Field(() => Day, { nullable: true }) deadline!: string | null;
  @Field(() => Day, { nullable: true }) submittedOn!: string | null;
  @Field(() => Day, { nullable: true }) decidedOn!: string | null;
  @Field(() => String, { nullable: true }) strategyActivity!: string | null;
  @Field(() => [ProposalPartnerType]) partners!: ProposalPartnerType[];
  @Field(() => Day) recordedOn!: string;
  @Field(() => String) visibility!: string;
  @Field(() => String, { nullable: true }) country!: string | null;
  @Field(() => Boolean) demonstration!: boolean;
  @Field(() => Int) version!: number;
}

@ObjectType()
export class ProposalPage extends pageOf(ProposalType) {}

@ObjectType()
export class AmountInCurrency {
  @Field(() => String, { description: 'ISO 4217' }) currency!: string;
  @Field(() => Float) amount!: number;
}

@ObjectType()
export class ProposalsInStage {
  @Field(() => String) stage!: string;
  @Field(() => Int) count!: number;
  @Field(() => [AmountInCurrency], { description: 'Each currency by itself' }) amounts!: AmountInCurrency[];
}

/** How the proposals stand together. */
@ObjectType('ProposalTotals')
export class ProposalTotalsType {
  @Field(() => [ProposalsInStage]) byStage!: ProposalsInStage[];
  @Field(() => Int, { description: 'Those that a funder answered' }) decided!: number;
  @Field(() => Int) approved!: number;
  @Field(() => Float, { nullable: true, description: 'approved / decided, 0 to 1; null while nobody has answered' }) successRate!: number | null;
}
