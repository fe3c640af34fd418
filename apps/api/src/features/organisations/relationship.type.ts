import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Day } from '../../platform/graphql/scalars.js';
import { TextInBoth } from '../strategy/strategy.type.js';
import { OrganisationType } from './organisation.type.js';

/** A tie between two organisations, read from one of its ends. */
@ObjectType('Relationship')
export class RelationshipType {
  @Field(() => ID) id!: string;
  @Field(() => String) type!: string;
  @Field(() => TextInBoth, { description: 'As it reads from this end: "member of", or "has member"' }) label!: TextInBoth;
  @Field(() => OrganisationType, { description: 'The other end' }) organisation!: OrganisationType;
  @Field(() => Day, { nullable: true }) fromDay!: string | null;
  @Field(() => Day, { nullable: true }) toDay!: string | null;
  @Field(() => Boolean, { description: 'Today lies in its days' }) current!: boolean;
  @Field(() => Int) version!: number;
}

@InputType()
export class RelationshipInput {
  @Field(() => ID, { description: 'Of which the type is said: the member of "member of"' }) fromId!: string;
  @Field(() => ID) toId!: string;
  @Field(() => String) type!: string;
  @Field(() => Day, { nullable: true }) fromDay?: string | null;
  @Field(() => Day, { nullable: true }) toDay?: string | null;
}
