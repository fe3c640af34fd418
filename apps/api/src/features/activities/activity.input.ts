import { Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import type { ActivityStatus } from '@tejido/domain/activity-count.js';
import type { Visibility } from '@tejido/domain/policy.js';
import { Day } from '../../platform/graphql/scalars.js';

export enum ActivitySort {
  RECENT = 'RECENT',
  OLDEST = 'OLDEST',
  TITLE = 'TITLE',
}
registerEnumType(ActivitySort, { name: 'ActivitySort' });

@InputType()
export class ActivityFilter {
  @Field(() => String, { nullable: true }) text?: string | null;
  @Field(() => [String], { nullable: true }) kind?: string[] | null;
  @Field(() => [String], { nullable: true }) status?: string[] | null;
  @Field(() => [String], { nullable: true }) country?: string[] | null;
  @Field(() => [String], { nullable: true }) theme?: string[] | null;
  @Field(() => [String], { nullable: true }) axis?: string[] | null;
  @Field(() => String, { nullable: true }) strategyActivity?: string | null;
  @Field(() => ID, { nullable: true, description: 'In whatever role' }) organisationId?: string | null;
  @Field(() => [Int], { nullable: true, description: 'Year of its end' }) year?: number[] | null;
  @Field(() => [String], { nullable: true, description: "'counts', or why it does not: see Activity.counting" }) counting?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: 'It waits for its evidence to be verified, and the viewer is not who added it' }) verifiable?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'What is in the trash instead' }) archived?: boolean | null;
}

@InputType()
export class ParticipationInput {
  @Field(() => ID) organisationId!: string;
  @Field(() => String) role!: string;
}

/** Absent keeps, null clears; a list replaces the whole list, but for the organisations that the viewer may not see. */
@InputType()
export class ActivityInput {
  @Field(() => String, { nullable: true }) title?: string;
  @Field(() => String, { nullable: true }) titleEn?: string | null;
  @Field(() => String, { nullable: true }) kind?: string;
  @Field(() => String, { nullable: true }) status?: ActivityStatus;
  @Field(() => String, { nullable: true }) summary?: string;
  @Field(() => Day, { nullable: true }) startsOn?: string | null;
  @Field(() => Day, { nullable: true }) endsOn?: string | null;
  @Field(() => ID, { nullable: true, description: 'The activity that it is part of' }) parentId?: string | null;
  @Field(() => String, { nullable: true }) strategyActivity?: string | null;
  @Field(() => String, { nullable: true, description: 'The axis that it serves, when no strategy activity is named' }) axis?: string | null;
  @Field(() => ID, { nullable: true, description: 'The agreement under which it is carried out' }) agreementId?: string | null;
  @Field(() => [String], { nullable: true }) countries?: string[];
  @Field(() => [String], { nullable: true }) themes?: string[];
  @Field(() => [Int], { nullable: true }) sdgs?: number[];
  @Field(() => [ParticipationInput], { nullable: true }) participations?: ParticipationInput[];
  @Field(() => String, { nullable: true }) visibility?: Visibility;
  @Field(() => String, { nullable: true }) country?: string | null;
}
