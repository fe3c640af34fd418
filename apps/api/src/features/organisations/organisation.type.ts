import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, Day } from '../../platform/graphql/scalars.js';
import { pageOf } from '../../platform/graphql/page.type.js';

@ObjectType()
export class OrganisationNameType {
  @Field(() => String, { description: 'name, acronym, former or alias' }) role!: string;
  @Field(() => String, { nullable: true }) language!: string | null;
  @Field(() => String) value!: string;
}

@ObjectType()
export class OrganisationIdentifierType {
  @Field(() => String) scheme!: string;
  @Field(() => String) value!: string;
}

@ObjectType('ContactPoint')
export class ContactPointType {
  @Field(() => String, { description: 'website, email, phone, address, social or messaging' }) kind!: string;
  @Field(() => String) label!: string;
  @Field(() => String) value!: string;
  @Field(() => Boolean, { description: 'The one to use first; at most one of a person' }) preferred!: boolean;
}

/** Any body that the coalition deals with, itself and its members' national bodies included. */
@ObjectType('Organisation')
export class OrganisationType {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true }) nameEn!: string | null;
  @Field(() => String, { nullable: true }) acronym!: string | null;
  @Field(() => String, { nullable: true }) acronymEn!: string | null;
  @Field(() => [OrganisationNameType], { description: 'Former names, aliases and names in other languages' }) names!: OrganisationNameType[];
  @Field(() => String, { description: 'external, member or coalition' }) standing!: string;
  @Field(() => String, { nullable: true }) audience!: string | null;
  @Field(() => String, { nullable: true }) kind!: string | null;
  @Field(() => String, { nullable: true }) scope!: string | null;
  @Field(() => String, { nullable: true }) seatCountry!: string | null;
  @Field(() => [String]) countries!: string[];
  @Field(() => [String]) themes!: string[];
  @Field(() => [Int]) sdgs!: number[];
  @Field(() => OrganisationType, { nullable: true }) parent!: OrganisationType | null;
  @Field(() => OrganisationType, { nullable: true, description: 'The organisation that this office counts with' }) countsWith!: OrganisationType | null;
  @Field(() => [OrganisationType], { description: 'Offices and bodies below this one' }) children!: OrganisationType[];
  @Field(() => [OrganisationIdentifierType]) identifiers!: OrganisationIdentifierType[];
  @Field(() => [ContactPointType]) contactPoints!: ContactPointType[];
  @Field(() => String) description!: string;
  @Field(() => Day, { nullable: true }) lastConfirmedOn!: string | null;
  @Field(() => String, { description: 'fresh, ageing, stale or never confirmed' }) freshness!: string;
  @Field(() => String, { description: 'allied (an alliance in force today), formerly_allied, not_allied, or own (the coalition and its members)' }) alliance!: string;
  @Field(() => Day) recordedOn!: string;
  @Field(() => String) visibility!: string;
  @Field(() => String, { nullable: true, description: 'The country that owns the record' }) country!: string | null;
  @Field(() => Boolean) demonstration!: boolean;
  @Field(() => DateTime, { nullable: true }) archivedAt!: string | null;
  @Field(() => Int) version!: number;
}

@ObjectType()
export class OrganisationPage extends pageOf(OrganisationType) {}

/** An organisation that may be the one that somebody is about to register. */
@ObjectType()
export class LikelyDuplicate {
  @Field(() => OrganisationType) organisation!: OrganisationType;
  @Field(() => String, { description: 'same or maybe' }) verdict!: string;
}
