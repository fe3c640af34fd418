import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, Day } from '../../platform/graphql/scalars.js';
import { pageOf } from '../../platform/graphql/page.type.js';
import { ContactPointType, OrganisationType } from '../organisations/organisation.type.js';

/** What the end of a post said before it was corrected. */
@ObjectType('AffiliationCorrection')
export class AffiliationCorrectionType {
  @Field(() => Day) said!: string;
  @Field(() => String) reason!: string;
  @Field(() => Day) correctedOn!: string;
  @Field(() => String, { nullable: true }) correctedBy!: string | null;
}

@ObjectType('Affiliation')
export class AffiliationType {
  @Field(() => ID) id!: string;
  @Field(() => String) post!: string;
  @Field(() => Day, { nullable: true }) fromDay!: string | null;
  @Field(() => Day, { nullable: true }) toDay!: string | null;
  @Field(() => Boolean, { description: 'Today lies in its days' }) current!: boolean;
  @Field(() => OrganisationType, { nullable: true }) organisation!: OrganisationType | null;
  @Field(() => [AffiliationCorrectionType], { description: 'Of its end, the latest first' }) corrections!: AffiliationCorrectionType[];
  @Field(() => Int) version!: number;
}

@ObjectType('Person')
export class PersonType {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => [String]) languages!: string[];
  @Field(() => [AffiliationType]) affiliations!: AffiliationType[];
  @Field(() => [ContactPointType], { description: 'Empty for whoever may know names and posts only' }) contactPoints!: ContactPointType[];
  @Field(() => String, { nullable: true, description: 'consent, public_office or legitimate_interest: why the contact details may be kept; for whoever sees them' }) consentBasis!: string | null;
  @Field(() => Day, { nullable: true }) consentOn!: string | null;
  @Field(() => String, { description: 'For whoever sees the contact details' }) notes!: string;
  @Field(() => String) visibility!: string;
  @Field(() => String, { nullable: true }) country!: string | null;
  @Field(() => DateTime, { nullable: true }) archivedAt!: string | null;
  @Field(() => DateTime, { nullable: true, description: 'Since then an anonymous participant: nothing is known of them' }) erasedAt!: string | null;
  @Field(() => Boolean) demonstration!: boolean;
  @Field(() => Int) version!: number;
}

@ObjectType()
export class PersonPage extends pageOf(PersonType) {}

/** Somebody who may be the one whose details are typed. */
@ObjectType()
export class LikelyPerson {
  @Field(() => PersonType) person!: PersonType;
  @Field(() => String, { description: 'same or maybe' }) verdict!: string;
  @Field(() => String, { description: 'name_and_email, name_and_phone, name_and_organisation, email, phone, name or similar_name' }) because!: string;
}

/** One thing that somebody owns at an organisation. */
@ObjectType()
export class HandoverItem {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'commitment, signature or meeting; of an account organisation, agreement or commitment' }) kind!: string;
  @Field(() => ID, { description: 'The record to open' }) recordId!: string;
  @Field(() => String) label!: string;
  @Field(() => Day, { nullable: true, description: 'When it is due or takes place' }) day!: string | null;
  @Field(() => Boolean, { description: 'The viewer may hand it over' }) mayHandOver!: boolean;
}

/** A written text that holds somebody's name. */
@ObjectType()
export class TextNaming {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'meeting, commitment, agreement or activity' }) kind!: string;
  @Field(() => String) label!: string;
}

/** What is kept of somebody, before it is erased. */
@ObjectType()
export class PersonTraces {
  @Field(() => Int) contactPoints!: number;
  @Field(() => Int) posts!: number;
  @Field(() => Int, { description: 'Entries of the trail that lose their values' }) history!: number;
  @Field(() => Int, { description: 'Attendances that stay without a name' }) attendances!: number;
  @Field(() => Int, { description: 'Commitments and signatures that stay without a name' }) ties!: number;
  @Field(() => [TextNaming], { description: 'Written texts that name the person: somebody amends them by hand' }) texts!: TextNaming[];
}
