import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Day } from '../../platform/graphql/scalars.js';
import { pageOf } from '../../platform/graphql/page.type.js';
import { ContactPointType, OrganisationType } from '../organisations/organisation.type.js';

@ObjectType('Affiliation')
export class AffiliationType {
  @Field(() => ID) id!: string;
  @Field(() => String) post!: string;
  @Field(() => Day, { nullable: true }) fromDay!: string | null;
  @Field(() => Day, { nullable: true }) toDay!: string | null;
  @Field(() => Boolean, { description: 'Today lies in its days' }) current!: boolean;
  @Field(() => OrganisationType, { nullable: true }) organisation!: OrganisationType | null;
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
  @Field(() => Boolean) demonstration!: boolean;
  @Field(() => Int) version!: number;
}

@ObjectType()
export class PersonPage extends pageOf(PersonType) {}
