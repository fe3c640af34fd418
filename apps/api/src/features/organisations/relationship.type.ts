import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Day } from '../../platform/graphql/scalars.js';
import { TextInBoth } from '../strategy/strategy.type.js';
import { OrganisationType } from './organisation.type.js';

/** A tie between two organisations, read from one of its ends. */
@ObjectType('Relationship')
export class RelationshipType {
  @Field(() => ID) id!: string;
  @Field(() => String) type!: string;
  @Field(() => Boolean, { description: 'The type is said of this end' }) fromHere!: boolean;
  @Field(() => TextInBoth, { description: 'As it reads from this end: "member of", or "has member"' }) label!: TextInBoth;
  @Field(() => OrganisationType, { description: 'The other end' }) organisation!: OrganisationType;
  @Field(() => Day, { nullable: true }) fromDay!: string | null;
  @Field(() => Day, { nullable: true }) toDay!: string | null;
  @Field(() => Boolean, { description: 'Today lies in its days' }) current!: boolean;
  @Field(() => Int) version!: number;
}

/** Absent keeps, null clears. Its ends stay: another pair is another tie. */
@InputType()
export class RelationshipAmendment {
  @Field(() => String, { nullable: true }) type?: string;
  @Field(() => Boolean, { nullable: true, description: 'The type is said of the other end' }) turned?: boolean | null;
  @Field(() => Day, { nullable: true }) fromDay?: string | null;
  @Field(() => Day, { nullable: true }) toDay?: string | null;
}

@InputType()
export class RelationshipInput {
  @Field(() => ID, { description: 'Of which the type is said: the member of "member of"' }) fromId!: string;
  @Field(() => ID) toId!: string;
  @Field(() => String) type!: string;
  @Field(() => Day, { nullable: true }) fromDay?: string | null;
  @Field(() => Day, { nullable: true }) toDay?: string | null;
}
