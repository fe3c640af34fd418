import { Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import type { EntryRule, Stage } from '@tejido/domain/agreement-facts.js';
import type { Visibility } from '@tejido/domain/policy.js';
import { Day } from '../../platform/graphql/scalars.js';

export enum AgreementSort {
  TITLE = 'TITLE',
  RECENT = 'RECENT',
  EXPIRING = 'EXPIRING',
  STARTING = 'STARTING',
}
registerEnumType(AgreementSort, { name: 'AgreementSort' });

/** Both days included. */
@InputType()
export class DaysWithin {
  @Field(() => Day) from!: string;
  @Field(() => Day) to!: string;
}

@InputType()
export class AgreementFilter {
  @Field(() => String, { nullable: true }) text?: string | null;
  @Field(() => [String], { nullable: true }) kind?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Derived, today' }) status?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Where it stands on the board today' }) phase?: string[] | null;
  @Field(() => DaysWithin, { nullable: true, description: 'It takes effect, ends, pauses, is resumed, or should be signed in these days' }) happening?: DaysWithin | null;
  @Field(() => [String], { nullable: true }) theme?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Audience of a visible party' }) audience?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Country of seat or of work of a visible party' }) country?: string[] | null;
  @Field(() => ID, { nullable: true }) organisationId?: string | null;
  @Field(() => Int, { nullable: true, description: 'In force, and its last day lies within so many days' }) expiringWithinDays?: number | null;
  @Field(() => Boolean, { nullable: true, description: 'Its evidence waits for a second person' }) toVerify?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'As `toVerify`, and the viewer is not who added it' }) verifiable?: boolean | null;
  @Field(() => [String], { nullable: true, description: 'verified, to_verify, missing' }) evidence?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Days within which it ends: 15, 30, 60, 90, 180; the widest one counts' }) expiring?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: 'What is in the trash instead' }) archived?: boolean | null;
}

/** Absent keeps, null clears. */
@InputType()
export class PartyInput {
  @Field(() => ID) organisationId!: string;
  @Field(() => String, { nullable: true }) role?: string | null;
  @Field(() => Boolean, { nullable: true }) required?: boolean | null;
  @Field(() => Day, { nullable: true }) signedOn?: string | null;
  @Field(() => Day, { nullable: true }) withdrawnOn?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Its signature alone does not bind it' }) ratificationRequired?: boolean | null;
  @Field(() => Day, { nullable: true }) ratifiedOn?: string | null;
}

/** Absent keeps, null clears; `parties` replaces the whole list that the viewer sees, and keeps what is not said of those that stay. */
@InputType()
export class AgreementInput {
  @Field(() => String, { nullable: true }) reference?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Registering only: the register gives it the next reference' }) giveReference?: boolean | null;
  @Field(() => String, { nullable: true }) title?: string | null;
  @Field(() => String, { nullable: true }) titleEn?: string | null;
  @Field(() => String, { nullable: true }) kind?: string | null;
  @Field(() => String, { nullable: true }) summary?: string | null;
  @Field(() => String, { nullable: true }) stage?: Stage | null;
  @Field(() => Day, { nullable: true, description: 'The day that the text carries: nobody signs before it' }) datedOn?: string | null;
  @Field(() => Day, { nullable: true }) effectiveFrom?: string | null;
  @Field(() => Day, { nullable: true }) effectiveTo?: string | null;
  @Field(() => Int, { nullable: true }) signaturesRequired?: number | null;
  @Field(() => String, { nullable: true, description: 'signatures, day, act' }) entryRule?: EntryRule | null;
  @Field(() => String, { nullable: true, description: 'The name of the act by which it enters into force' }) entryAct?: string | null;
  @Field(() => Boolean, { nullable: true }) inCoalitionName?: boolean | null;
  @Field(() => [String], { nullable: true }) themes?: string[] | null;
  @Field(() => [Int], { nullable: true }) sdgs?: number[] | null;
  @Field(() => String, { nullable: true }) strategyActivity?: string | null;
  @Field(() => ID, { nullable: true }) renewsId?: string | null;
  @Field(() => ID, { nullable: true }) partOfId?: string | null;
  @Field(() => [PartyInput], { nullable: true }) parties?: PartyInput[] | null;
  @Field(() => String, { nullable: true }) visibility?: Visibility | null;
  @Field(() => String, { nullable: true }) country?: string | null;
}

/** Absent keeps, null clears. */
@InputType()
export class AmendmentInput {
  @Field(() => String, { nullable: true }) title?: string | null;
  @Field(() => String, { nullable: true, description: 'What changes, in words' }) terms?: string | null;
  @Field(() => Day, { nullable: true, description: 'From which day it holds; without one, from its signature' }) effectiveFrom?: string | null;
  @Field(() => Boolean, { nullable: true }) changesEnd?: boolean | null;
  @Field(() => Day, { nullable: true, description: 'The new last day, included; none: open-ended' }) effectiveTo?: string | null;
}

@InputType()
export class KindCodeInput {
  @Field(() => String) kind!: string;
  @Field(() => String) code!: string;
}

/** Absent keeps. */
@InputType()
export class NumberingInput {
  @Field(() => String, { nullable: true, description: 'With {ACR}, {YYYY}, {YY}, {KIND} and one of {N}, {NN}, {NNN} …' }) pattern?: string | null;
  @Field(() => [KindCodeInput], { nullable: true }) kindCodes?: KindCodeInput[] | null;
}
