import { Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import type { Stage } from '@tejido/domain/agreement-facts.js';
import type { Visibility } from '@tejido/domain/policy.js';
import { Day } from '../../platform/graphql/scalars.js';

export enum AgreementSort {
  TITLE = 'TITLE',
  RECENT = 'RECENT',
  EXPIRING = 'EXPIRING',
}
registerEnumType(AgreementSort, { name: 'AgreementSort' });

@InputType()
export class AgreementFilter {
  @Field(() => String, { nullable: true }) text?: string | null;
  @Field(() => [String], { nullable: true }) kind?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Derived, today' }) status?: string[] | null;
  @Field(() => [String], { nullable: true }) theme?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Audience of a visible party' }) audience?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Country of seat or of work of a visible party' }) country?: string[] | null;
  @Field(() => ID, { nullable: true }) organisationId?: string | null;
  @Field(() => Int, { nullable: true, description: 'In force, and its last day lies within so many days' }) expiringWithinDays?: number | null;
  @Field(() => Boolean, { nullable: true, description: 'Its evidence waits for a second person' }) toVerify?: boolean | null;
}

@InputType()
export class PartyInput {
  @Field(() => ID) organisationId!: string;
  @Field(() => String, { nullable: true }) role?: string | null;
  @Field(() => Boolean, { nullable: true }) required?: boolean | null;
  @Field(() => Day, { nullable: true }) signedOn?: string | null;
}

/** Absent keeps, null clears; `parties` replaces the whole list and keeps the dates of those that stay. */
@InputType()
export class AgreementInput {
  @Field(() => String, { nullable: true }) reference?: string | null;
  @Field(() => String, { nullable: true }) title?: string;
  @Field(() => String, { nullable: true }) titleEn?: string | null;
  @Field(() => String, { nullable: true }) kind?: string;
  @Field(() => String, { nullable: true }) summary?: string;
  @Field(() => String, { nullable: true }) stage?: Stage;
  @Field(() => Day, { nullable: true }) effectiveFrom?: string | null;
  @Field(() => Day, { nullable: true }) effectiveTo?: string | null;
  @Field(() => Int, { nullable: true }) signaturesRequired?: number | null;
  @Field(() => Boolean, { nullable: true }) inCoalitionName?: boolean;
  @Field(() => [String], { nullable: true }) themes?: string[];
  @Field(() => [Int], { nullable: true }) sdgs?: number[];
  @Field(() => String, { nullable: true }) strategyActivity?: string | null;
  @Field(() => ID, { nullable: true }) renewsId?: string | null;
  @Field(() => ID, { nullable: true }) partOfId?: string | null;
  @Field(() => [PartyInput], { nullable: true }) parties?: PartyInput[];
  @Field(() => String, { nullable: true }) visibility?: Visibility;
  @Field(() => String, { nullable: true }) country?: string | null;
}

@InputType()
export class AgreementEvidenceInput {
  @Field(() => String) title!: string;
  @Field(() => String, { nullable: true, description: 'An official address, https://…' }) address?: string | null;
  @Field(() => String, { nullable: true, description: 'Where the document is archived' }) archiveReference?: string | null;
}
