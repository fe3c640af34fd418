import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Day } from '../../platform/graphql/scalars.js';
import { TextInBoth } from '../strategy/strategy.type.js';

/** A country's time in the coalition, half open: on `toDay` it is no longer a member. */
@ObjectType()
export class Membership {
  @Field(() => ID) id!: string;
  @Field(() => String) country!: string;
  @Field(() => Day) fromDay!: string;
  @Field(() => Day, { nullable: true }) toDay!: string | null;
}

/** The coalition that this register serves. */
@ObjectType()
export class CoalitionSettings {
  @Field(() => String) acronym!: string;
  @Field(() => TextInBoth) name!: TextInBoth;
  @Field(() => Int, { nullable: true, description: 'Year of its recognition' }) officialSince!: number | null;
  @Field(() => String, { description: 'IANA name; "today" is a day there' }) timeZone!: string;
  @Field(() => String, { description: 'Under the name on the letterhead' }) addressLine!: string;
  @Field(() => String, { nullable: true, description: 'Of the letterhead, as a data address' }) logo!: string | null;
  @Field(() => String, { nullable: true, description: 'Of long documents, as a data address' }) cover!: string | null;
  @Field(() => String, { description: "'#rrggbb', of titles and charts" }) primaryColour!: string;
  @Field(() => String, { description: "'#rrggbb', of what stands out" }) accentColour!: string;
  @Field(() => [Membership]) memberships!: Membership[];
  @Field(() => Int) version!: number;
}
