import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime } from '../../platform/graphql/scalars.js';

/** Somebody's account, for administrators. */
@ObjectType()
export class User {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String) email!: string;
  @Field(() => String) role!: string;
  @Field(() => String, { nullable: true }) country!: string | null;
  @Field(() => String) language!: string;
  @Field(() => DateTime) createdAt!: string;
  @Field(() => DateTime, { nullable: true, description: 'Of a session that lives; null when there is none' }) lastSeenAt!: string | null;
  @Field(() => DateTime, { nullable: true, description: 'Since when nobody can sign in with it' }) disabledAt!: string | null;
  @Field(() => Boolean, { description: 'Its owner has set a password' }) hasPassword!: boolean;
  @Field(() => DateTime, { nullable: true, description: 'Until when its unused link works' }) linkExpiresAt!: string | null;
  @Field(() => Int) version!: number;
}

/** Somebody with an account, as colleagues know each other. */
@ObjectType('Colleague')
export class ColleagueType {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String) role!: string;
  @Field(() => String, { nullable: true }) country!: string | null;
  @Field(() => Boolean, { description: 'Can sign in; false: left' }) active!: boolean;
}

/** A single-use link to set the password: told once, for whoever hands it over. */
@ObjectType()
export class UserWithLink {
  @Field(() => User) user!: User;
  @Field(() => String, { description: 'The end of its address: /configurar/<token>' }) token!: string;
  @Field(() => DateTime) expiresAt!: string;
}
