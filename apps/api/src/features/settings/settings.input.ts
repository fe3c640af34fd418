import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Day } from '../../platform/graphql/scalars.js';

@InputType()
export class MembershipInput {
  @Field(() => ID, { nullable: true, description: 'Absent: a new one' }) id?: string | null;
  @Field(() => String) country!: string;
  @Field(() => Day) fromDay!: string;
  @Field(() => Day, { nullable: true }) toDay?: string | null;
}

/** Absent keeps, null clears; the list of memberships replaces the whole list. */
@InputType()
export class CoalitionInput {
  @Field(() => String, { nullable: true }) acronym?: string;
  @Field(() => String, { nullable: true }) nameEs?: string;
  @Field(() => String, { nullable: true }) nameEn?: string;
  @Field(() => Int, { nullable: true }) officialSince?: number | null;
  @Field(() => String, { nullable: true }) timeZone?: string;
  @Field(() => String, { nullable: true, description: 'Under the name on the letterhead' }) addressLine?: string;
  @Field(() => String, { nullable: true, description: 'PNG or JPEG in base64, for the letterhead' }) logo?: string | null;
  @Field(() => String, { nullable: true, description: 'PNG or JPEG in base64, for the cover of long documents' }) cover?: string | null;
  @Field(() => String, { nullable: true, description: "'#rrggbb', of titles and charts" }) primaryColour?: string;
  @Field(() => String, { nullable: true, description: "'#rrggbb', of what stands out" }) accentColour?: string;
  @Field(() => [MembershipInput], { nullable: true }) memberships?: MembershipInput[];
}
