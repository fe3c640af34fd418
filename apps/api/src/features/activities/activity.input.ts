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
  @Field(() => ID, { nullable: true }) organisationId?: string | null;
  @Field(() => Int, { nullable: true, description: 'Year of its end' }) year?: number | null;
  @Field(() => Boolean, { nullable: true, description: 'Done, and its evidence waits for a second person' }) toVerify?: boolean | null;
}

@InputType()
export class ParticipationInput {
  @Field(() => ID) organisationId!: string;
  @Field(() => String) role!: string;
}

/** Absent keeps, null clears; a list replaces the whole list. */
@InputType()
export class ActivityInput {
  @Field(() => String, { nullable: true }) title?: string;
  @Field(() => String, { nullable: true }) titleEn?: string | null;
  @Field(() => String, { nullable: true }) kind?: string;
  @Field(() => String, { nullable: true }) status?: ActivityStatus;
  @Field(() => String, { nullable: true }) summary?: string;
  @Field(() => Day, { nullable: true }) startsOn?: string | null;
  @Field(() => Day, { nullable: true }) endsOn?: string | null;
  @Field(() => ID, { nullable: true }) parentId?: string | null;
  @Field(() => String, { nullable: true }) strategyActivity?: string | null;
  @Field(() => String, { nullable: true }) axis?: string | null;
  @Field(() => ID, { nullable: true }) agreementId?: string | null;
  @Field(() => [String], { nullable: true }) countries?: string[];
  @Field(() => [String], { nullable: true }) themes?: string[];
  @Field(() => [Int], { nullable: true }) sdgs?: number[];
  @Field(() => [ParticipationInput], { nullable: true }) participations?: ParticipationInput[];
  @Field(() => String, { nullable: true }) visibility?: Visibility;
  @Field(() => String, { nullable: true }) country?: string | null;
}

@InputType()
export class ActivityEvidenceInput {
  @Field(() => String) title!: string;
  @Field(() => String, { nullable: true, description: 'An official address, https://…' }) address?: string | null;
  @Field(() => String, { nullable: true, description: 'Where the document is archived' }) archiveReference?: string | null;
}
