import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { PersonContactInput } from './person.input.js';

/** A post of a card: at an organisation of the register, or at one that is registered with it. */
@InputType()
export class ContactPostInput {
  @Field(() => ID, { nullable: true }) organisationId?: string | null;
  @Field(() => String, { nullable: true, description: 'Of an organisation to register; with neither the post is left out' }) organisationName?: string | null;
  @Field(() => String) post!: string;
}

/** One card as the reader decided: a new person, or what is new of somebody registered. */
@InputType()
export class ContactInput {
  @Field(() => ID, { nullable: true, description: 'Adds what is new to this person; absent: registers a new one' }) personId?: string | null;
  @Field(() => String) uid!: string;
  @Field(() => String) name!: string;
  @Field(() => [PersonContactInput]) contactPoints!: PersonContactInput[];
  @Field(() => [ContactPostInput]) posts!: ContactPostInput[];
  @Field(() => [String]) languages!: string[];
  @Field(() => String) notes!: string;
}

@ObjectType()
export class ContactReceipt {
  @Field(() => Int) registered!: number;
  @Field(() => Int, { description: 'Got something that was not known' }) extended!: number;
  @Field(() => Int, { description: 'Known already, nothing new' }) same!: number;
  @Field(() => Int, { description: 'Organisations registered with them' }) organisations!: number;
  @Field(() => [ID], { description: 'Of those registered or extended' }) ids!: string[];
}
