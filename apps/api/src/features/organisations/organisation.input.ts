import { Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import type { Visibility } from '@tejido/domain/policy.js';
import type { ContactKind, NameRole, Standing } from './organisation.entity.js';

export enum OrganisationSort {
  NAME = 'NAME',
  NAME_DESCENDING = 'NAME_DESCENDING',
  RECENTLY_RECORDED = 'RECENTLY_RECORDED',
  RECENTLY_CONFIRMED = 'RECENTLY_CONFIRMED',
  LEAST_RECENTLY_CONFIRMED = 'LEAST_RECENTLY_CONFIRMED',
  RECENT_CONTACT = 'RECENT_CONTACT',
  LEAST_RECENT_CONTACT = 'LEAST_RECENT_CONTACT',
  NEXT_STEP = 'NEXT_STEP',
}
registerEnumType(OrganisationSort, { name: 'OrganisationSort' });

/** Each list narrows; several values of one list widen. */
@InputType()
export class OrganisationFilter {
  @Field(() => String, { nullable: true, description: 'Found by name, acronym or alias; forgives accents, case and typos' }) text?: string | null;
  @Field(() => [String], { nullable: true }) audience?: string[] | null;
  @Field(() => [String], { nullable: true }) kind?: string[] | null;
  @Field(() => [String], { nullable: true }) scope?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Country of seat or of work' }) country?: string[] | null;
  @Field(() => [String], { nullable: true }) theme?: string[] | null;
  @Field(() => [String], { nullable: true }) standing?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'allied (an alliance in force today), formerly_allied, not_allied, or own (the coalition and its members)' }) alliance?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'fresh, ageing, stale or never' }) freshness?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'How long ago somebody of ours met with it: recent, cooling, cold or never' }) contact?: string[] | null;
  @Field(() => ID, { nullable: true, description: 'The colleague who looks after the relationship' }) relationshipOwnerId?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'What is in the trash instead' }) archived?: boolean | null;
}

@InputType()
export class OrganisationNameInput {
  @Field(() => String) role!: NameRole;
  @Field(() => String, { nullable: true }) language?: string | null;
  @Field(() => String) value!: string;
}

@InputType()
export class OrganisationIdentifierInput {
  @Field(() => String) scheme!: string;
  @Field(() => String) value!: string;
}

@InputType()
export class ContactPointInput {
  @Field(() => String) kind!: ContactKind;
  @Field(() => String, { nullable: true }) label?: string | null;
  @Field(() => String) value!: string;
}

/** Absent keeps, null clears; a list replaces the whole list. */
@InputType()
export class OrganisationInput {
  @Field(() => String, { nullable: true }) name?: string;
  @Field(() => String, { nullable: true }) nameEn?: string | null;
  @Field(() => String, { nullable: true }) acronym?: string | null;
  @Field(() => String, { nullable: true }) acronymEn?: string | null;
  @Field(() => [OrganisationNameInput], { nullable: true }) names?: OrganisationNameInput[];
  @Field(() => String, { nullable: true }) standing?: Standing;
  @Field(() => String, { nullable: true }) audience?: string | null;
  @Field(() => String, { nullable: true }) kind?: string | null;
  @Field(() => String, { nullable: true }) scope?: string | null;
  @Field(() => String, { nullable: true }) seatCountry?: string | null;
  @Field(() => [String], { nullable: true }) countries?: string[];
  @Field(() => [String], { nullable: true }) themes?: string[];
  @Field(() => [Int], { nullable: true }) sdgs?: number[];
  @Field(() => ID, { nullable: true }) parentId?: string | null;
  @Field(() => ID, { nullable: true }) countsWithId?: string | null;
  @Field(() => [OrganisationIdentifierInput], { nullable: true }) identifiers?: OrganisationIdentifierInput[];
  @Field(() => [ContactPointInput], { nullable: true }) contactPoints?: ContactPointInput[];
  @Field(() => ID, { nullable: true, description: 'The colleague who looks after the relationship' }) relationshipOwnerId?: string | null;
  @Field(() => String, { nullable: true }) description?: string;
  @Field(() => String, { nullable: true }) visibility?: Visibility;
  @Field(() => String, { nullable: true }) country?: string | null;
}
