import { Field, ID, InputType } from '@nestjs/graphql';
import type { Visibility } from '@tejido/domain/policy.js';
import { Day } from '../../platform/graphql/scalars.js';

@InputType()
export class DisseminationFilter {
  @Field(() => String, { nullable: true }) text?: string | null;
  @Field(() => [String], { nullable: true }) audience?: string[] | null;
  @Field(() => [String], { nullable: true }) product?: string[] | null;
  @Field(() => [String], { nullable: true }) medium?: string[] | null;
  @Field(() => [String], { nullable: true }) year?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Codes of planned messages' }) planEntry?: string[] | null;
  @Field(() => ID, { nullable: true }) organisationId?: string | null;
}

/** Absent keeps, null clears. */
@InputType()
export class DisseminationInput {
  @Field(() => String, { nullable: true }) audience?: string;
  @Field(() => String, { nullable: true }) message?: string;
  @Field(() => String, { nullable: true, description: 'The planned message that it carries, of the same audience' }) planEntry?: string | null;
  @Field(() => String, { nullable: true }) product?: string | null;
  @Field(() => String, { nullable: true }) medium?: string;
  @Field(() => Day, { nullable: true }) sentOn?: string;
  @Field(() => ID, { nullable: true }) organisationId?: string | null;
  @Field(() => String, { nullable: true }) recipients?: string;
  @Field(() => String, { nullable: true }) strategyActivity?: string | null;
  @Field(() => String, { nullable: true }) visibility?: Visibility;
  @Field(() => String, { nullable: true }) country?: string | null;
}
