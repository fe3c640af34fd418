import { Field, InputType } from '@nestjs/graphql';
import { Day } from '../../platform/graphql/scalars.js';

/** Absent keeps, null clears. */
@InputType()
export class PresidencyTermInput {
  @Field(() => String, { nullable: true }) country?: string;
  @Field(() => Day, { nullable: true, description: 'Its first day: the day of handover' }) fromDay?: string;
  @Field(() => Day, { nullable: true, description: 'The first day of the next term; null while nobody knows' }) toDay?: string | null;
}
