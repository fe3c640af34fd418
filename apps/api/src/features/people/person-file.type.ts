import { Field, ObjectType } from '@nestjs/graphql';
import { DateTime, Day } from '../../platform/graphql/scalars.js';
import { ContactPointType } from '../organisations/organisation.type.js';

@ObjectType()
export class PersonFilePost {
  @Field(() => String) organisation!: string;
  @Field(() => String) post!: string;
  @Field(() => Day, { nullable: true }) from!: string | null;
  @Field(() => Day, { nullable: true }) to!: string | null;
}

@ObjectType()
export class PersonFileMeeting {
  @Field(() => String) title!: string;
  @Field(() => Day) day!: string;
  @Field(() => String) presence!: string;
}

@ObjectType()
export class PersonFileCommitment {
  @Field(() => String) text!: string;
  @Field(() => Day, { nullable: true }) dueOn!: string | null;
  @Field(() => Day, { nullable: true }) fulfilledOn!: string | null;
}

@ObjectType()
export class PersonFileAgreement {
  @Field(() => String) title!: string;
  @Field(() => Day, { nullable: true }) signedOn!: string | null;
}

@ObjectType()
export class PersonFileEntry {
  @Field(() => DateTime) at!: string;
  @Field(() => String, { description: 'Who did it' }) by!: string;
  @Field(() => String, { description: 'person.register, person.amend …' }) action!: string;
}

/** All that is kept of somebody, for themselves to read. */
@ObjectType()
export class PersonFile {
  @Field(() => String) name!: string;
  @Field(() => [String]) languages!: string[];
  @Field(() => String, { nullable: true }) consentBasis!: string | null;
  @Field(() => Day, { nullable: true }) consentOn!: string | null;
  @Field(() => String) notes!: string;
  @Field(() => String, { nullable: true }) country!: string | null;
  @Field(() => String) visibility!: string;
  @Field(() => Day) registeredOn!: string;
  @Field(() => Day, { nullable: true }) archivedOn!: string | null;
  @Field(() => [ContactPointType]) contactPoints!: ContactPointType[];
  @Field(() => [PersonFilePost]) posts!: PersonFilePost[];
  @Field(() => [PersonFileMeeting]) meetings!: PersonFileMeeting[];
  @Field(() => [PersonFileCommitment]) commitments!: PersonFileCommitment[];
  @Field(() => [PersonFileAgreement]) agreements!: PersonFileAgreement[];
  @Field(() => [PersonFileEntry], { description: 'Who registered and changed it, and when' }) history!: PersonFileEntry[];
}
