import { Field, Int, ObjectType } from '@nestjs/graphql';
import { TextInBoth } from '../strategy/strategy.type.js';

/** One row of a taxonomy; `taxonomy` is its table's name, country and sdg included. */
@ObjectType()
export class TaxonomyTerm {
  @Field(() => String) taxonomy!: string;
  @Field(() => String, { description: 'Never renamed: records and files name it' }) code!: string;
  @Field(() => TextInBoth) label!: TextInBoth;
  @Field(() => TextInBoth, { nullable: true, description: 'A few words for lists and charts, of a term that is worded at length' }) short!: TextInBoth | null;
  @Field(() => TextInBoth, { nullable: true, description: 'Of a relationship, read from its other end' }) reverse!: TextInBoth | null;
  @Field(() => Int) position!: number;
  @Field(() => Boolean, { description: 'Still read where it was chosen, no longer offered' }) retired!: boolean;
  @Field(() => Boolean, { nullable: true, description: 'For a role: contributes; for a kind: counts, or is an instrument' }) counts!: boolean | null;
  @Field(() => Int, { nullable: true, description: 'Null: nobody edits it' }) version!: number | null;
}
