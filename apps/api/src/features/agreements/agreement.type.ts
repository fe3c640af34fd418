import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Day } from '../../platform/graphql/scalars.js';
import { pageOf } from '../../platform/graphql/page.type.js';
import { EvidenceType } from '../evidence/evidence.type.js';
import { OrganisationType } from '../organisations/organisation.type.js';
import { PersonType } from '../people/person.type.js';

@ObjectType('SignatoryPost')
export class SignatoryPostType {
  @Field(() => ID) id!: string;
  @Field(() => String) post!: string;
  @Field(() => Day, { nullable: true, description: 'The last day in it; none: no end is known' }) toDay!: string | null;
}

@ObjectType('FormerSignatory')
export class FormerSignatoryType {
  @Field(() => ID) id!: string;
  @Field(() => PersonType, { nullable: true }) person!: PersonType | null;
  @Field(() => SignatoryPostType, { nullable: true }) post!: SignatoryPostType | null;
  @Field(() => String, { description: 'Why somebody else took over' }) reason!: string;
  @Field(() => Day) replacedOn!: string;
}

@ObjectType('Party')
export class PartyType {
  @Field(() => ID) id!: string;
  @Field(() => OrganisationType) organisation!: OrganisationType;
  @Field(() => String, { nullable: true }) role!: string | null;
  @Field(() => Boolean, { description: 'The agreement waits for this signature' }) required!: boolean;
  @Field(() => Day, { nullable: true }) signedOn!: string | null;
  @Field(() => String, { description: 'Today: invited, negotiating, signed, ratified, withdrawn' }) state!: string;
  @Field(() => Boolean, { description: 'Its signature alone does not bind it' }) ratificationRequired!: boolean;
  @Field(() => Day, { nullable: true }) ratifiedOn!: string | null;
  @Field(() => PersonType, { nullable: true, description: 'Who signs, or signed, for it' }) signatory!: PersonType | null;
  @Field(() => SignatoryPostType, { nullable: true, description: 'The post in which that person signs' }) signatoryPost!: SignatoryPostType | null;
  @Field(() => [FormerSignatoryType], { description: 'Who was to sign before, the latest first' }) formerSignatories!: FormerSignatoryType[];
  @Field(() => EvidenceType, { nullable: true, description: 'The document with its signature' }) document!: EvidenceType | null;
  @Field(() => Day, { nullable: true, description: 'The first day on which it is no party any more' }) withdrawnOn!: string | null;
  @Field(() => String, { nullable: true }) withdrawalReason!: string | null;
}

@ObjectType('Amendment', { description: 'Numbered when it is signed; until then it changes nothing' })
export class AmendmentType {
  @Field(() => ID) id!: string;
  @Field(() => Int, { nullable: true }) number!: number | null;
  @Field(() => String) title!: string;
  @Field(() => String) terms!: string;
  @Field(() => Day, { nullable: true }) signedOn!: string | null;
  @Field(() => Day, { nullable: true }) effectiveFrom!: string | null;
  @Field(() => Boolean) changesEnd!: boolean;
  @Field(() => Day, { nullable: true, description: 'The new last day; none: open-ended' }) effectiveTo!: string | null;
}

@ObjectType('Suspension', { description: 'Both days included; without a last day it lasts until it is ended' })
export class SuspensionType {
  @Field(() => ID) id!: string;
  @Field(() => Day) fromDay!: string;
  @Field(() => Day, { nullable: true }) toDay!: string | null;
  @Field(() => String) reason!: string;
}

/** Why an agreement has its status today; the page makes a sentence of it. */
@ObjectType('StatusReason')
export class StatusReasonType {
  @Field(() => String, { description: 'waits_for_signatures, since_last_signature, expired …' }) because!: string;
  @Field(() => Day, { nullable: true, description: 'The day that decides' }) on!: string | null;
  @Field(() => [String], { description: 'Names of the visible parties that it waits for, that signed last, or that withdrew' }) organisations!: string[];
  @Field(() => Int, { description: 'Signatures or ratifications still needed' }) missing!: number;
  @Field(() => String, { nullable: true, description: 'Title of the framework whose suspension suspends it, if the viewer may see that' }) framework!: string | null;
}

@ObjectType('InForceSpan', { description: 'Days in force, both included; without a last day: with no end known' })
export class InForceSpanType {
  @Field(() => Day) from!: string;
  @Field(() => Day, { nullable: true }) to!: string | null;
}

/** Whether the agreement makes somebody an ally today (rule A1). */
@ObjectType('AgreementCounting')
export class AgreementCountingType {
  @Field(() => Boolean) counts!: boolean;
  @Field(() => String, { nullable: true, description: 'Why not: to_verify, not_instrument, status_expired …' }) reason!: string | null;
  @Field(() => Boolean, { description: 'It would count today if its evidence were verified' }) onceVerified!: boolean;
}

/** An instrument with two or more parties. Its status is derived from its dates, never stored. */
@ObjectType('Agreement')
export class AgreementType {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true }) reference!: string | null;
  @Field(() => String) title!: string;
  @Field(() => String, { nullable: true }) titleEn!: string | null;
  @Field(() => String) kind!: string;
  @Field(() => String) summary!: string;
  @Field(() => String, { description: 'Work before signature: identified, contacted, negotiating, text_agreed' }) stage!: string;
  @Field(() => String, { description: 'Today: prospect, negotiating, awaiting_signatures, in_force, suspended, expired, terminated' }) status!: string;
  @Field(() => String, { description: 'Where it stands on the board today: its stage while nobody has signed, then awaiting_signatures, signed, in_force …' }) phase!: string;
  @Field(() => StatusReasonType) statusReason!: StatusReasonType;
  @Field(() => Day, { nullable: true, description: 'First day in force ever' }) inForceSince!: string | null;
  @Field(() => [InForceSpanType], { description: 'All days in force, the earliest first' }) inForce!: InForceSpanType[];
  @Field(() => AgreementCountingType, { description: 'For the number of alliances, today' }) counting!: AgreementCountingType;
  @Field(() => Day, { nullable: true, description: 'The day that the text carries' }) datedOn!: string | null;
  @Field(() => Day, { nullable: true }) effectiveFrom!: string | null;
  @Field(() => Day, { nullable: true, description: 'As first agreed; amendments may have changed it' }) effectiveTo!: string | null;
  @Field(() => Day, { nullable: true, description: 'Its last day, as the amendments have it' }) endsOn!: string | null;
  @Field(() => String, { description: 'What makes it enter into force: signatures, day, act' }) entryRule!: string;
  @Field(() => String, { nullable: true, description: 'The act that it waits for' }) entryAct!: string | null;
  @Field(() => Day, { nullable: true }) actOn!: string | null;
  @Field(() => Boolean, { description: 'The register gave it its reference' }) referenceGiven!: boolean;
  @Field(() => Day, { nullable: true }) terminatedOn!: string | null;
  @Field(() => String, { nullable: true }) terminationReason!: string | null;
  @Field(() => Int, { nullable: true, description: 'N of the required parties suffice; null is all' }) signaturesRequired!: number | null;
  @Field(() => Boolean) inCoalitionName!: boolean;
  @Field(() => [String]) themes!: string[];
  @Field(() => [Int]) sdgs!: number[];
  @Field(() => String, { nullable: true }) strategyActivity!: string | null;
  @Field(() => AgreementType, { nullable: true }) renews!: AgreementType | null;
  @Field(() => [AgreementType]) renewedBy!: AgreementType[];
  @Field(() => AgreementType, { nullable: true }) partOf!: AgreementType | null;
  @Field(() => [AgreementType]) parts!: AgreementType[];
  @Field(() => [PartyType]) parties!: PartyType[];
  @Field(() => [AmendmentType], { description: 'The signed ones by number, then the drafts' }) amendments!: AmendmentType[];
  @Field(() => [SuspensionType]) suspensions!: SuspensionType[];
  @Field(() => [EvidenceType]) evidence!: EvidenceType[];
  @Field(() => Boolean, { description: 'A second person has verified some evidence' }) verified!: boolean;
  @Field(() => Day) recordedOn!: string;
  @Field(() => String, { nullable: true, description: 'Name of who looks after it: whoever is named so, else who registered it' }) responsible!: string | null;
  @Field(() => String) visibility!: string;
  @Field(() => String, { nullable: true }) country!: string | null;
  @Field(() => Boolean) demonstration!: boolean;
  @Field(() => Int) version!: number;
}

@ObjectType()
export class KindCode {
  @Field(() => String) kind!: string;
  @Field(() => String) code!: string;
}

/** How the register numbers its agreements. */
@ObjectType('AgreementNumbering')
export class NumberingType {
  @Field(() => String) acronym!: string;
  @Field(() => String) pattern!: string;
  @Field(() => [KindCode]) kindCodes!: KindCode[];
  @Field(() => Int) version!: number;
}

@ObjectType()
export class AgreementPage extends pageOf(AgreementType) {}
