import { Field, ID, ObjectType } from '@nestjs/graphql';

/** Who is signed in. */
@ObjectType('Viewer')
export class ViewerType {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String) email!: string;
  @Field(() => String) role!: string;
  @Field(() => String, { nullable: true }) country!: string | null;
  @Field(() => String) language!: string;
  @Field(() => [String], { description: 'What the viewer may ever do: agreement.register, evidence.verify …' }) abilities!: string[];
}

/** A label in both languages. */
@ObjectType('Label')
export class LabelType {
  @Field(() => String) es!: string;
  @Field(() => String) en!: string;
}

@ObjectType('Coalition')
export class CoalitionType {
  @Field(() => String) acronym!: string;
  @Field(() => LabelType) name!: LabelType;
  @Field(() => [String], { description: 'Codes of the member countries today' }) members!: string[];
  @Field(() => String, { description: 'IANA name; days are counted in it' }) timeZone!: string;
  @Field(() => Boolean, { description: 'The register holds invented data' }) demonstration!: boolean;
}

/** An account of the demonstration data; never told by a real registry. */
@ObjectType('DemoSignIn')
export class DemoSignInType {
  @Field(() => String) email!: string;
  @Field(() => String) password!: string;
  @Field(() => String) role!: string;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true }) country!: string | null;
}

/** What a single-use link leads to. Of one that no longer works nothing is told but why. */
@ObjectType()
export class SetUpLink {
  @Field(() => String, { description: 'first_administrator, password, used, expired or unknown' }) state!: string;
  @Field(() => String, { nullable: true, description: 'Whose password it sets' }) name!: string | null;
  @Field(() => String, { nullable: true }) email!: string | null;
}

@ObjectType('Session')
export class SessionType {
  @Field(() => ViewerType, { nullable: true }) viewer!: ViewerType | null;
  @Field(() => CoalitionType) coalition!: CoalitionType;
  @Field(() => [DemoSignInType]) demoSignIns!: DemoSignInType[];
  @Field(() => Boolean, { description: 'Nobody has an account yet: the set-up link is waiting' }) needsSetUp!: boolean;
}
