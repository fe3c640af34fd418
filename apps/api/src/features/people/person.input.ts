import { Field, ID, InputType } from '@nestjs/graphql';
import type { Visibility } from '@tejido/domain/policy.js';
import { Day } from '../../platform/graphql/scalars.js';

@InputType()
export class AffiliationInput {
  @Field(() => ID) organisationId!: string;
  @Field(() => String, { nullable: true }) post?: string | null;
  @Field(() => Day, { nullable: true }) fromDay?: string | null;
  @Field(() => Day, { nullable: true }) toDay?: string | null;
}

/** Absent keeps, null clears. */
@InputType()
export class PersonInput {
  @Field(() => String, { nullable: true }) name?: string;
  @Field(() => String, { nullable: true }) email?: string | null;
  @Field(() => String, { nullable: true }) phone?: string | null;
  @Field(() => [String], { nullable: true, description: 'Codes of the languages spoken: es, en …' }) languages?: string[];
  @Field(() => String, { nullable: true, description: 'consent, public_office or legitimate_interest' }) consentBasis?: string | null;
  @Field(() => Day, { nullable: true }) consentOn?: string | null;
  @Field(() => String, { nullable: true }) notes?: string;
  @Field(() => [AffiliationInput], { nullable: true, description: 'Posts to add; none is ever overwritten' }) affiliations?: AffiliationInput[];
  @Field(() => String, { nullable: true }) visibility?: Visibility;
  @Field(() => String, { nullable: true }) country?: string | null;
}
