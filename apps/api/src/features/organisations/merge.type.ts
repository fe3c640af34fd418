import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Day } from '../../platform/graphql/scalars.js';

/** One row that a merge would touch. */
@ObjectType()
export class MergeRow {
  @Field(() => String, { description: 'agreement, meeting, activity, person, commitment, relationship, child, office, proposal, dissemination, name, identifier or contact' }) kind!: string;
  @Field(() => ID, { description: 'Of the record to which the row belongs' }) id!: string;
  @Field(() => String) label!: string;
  @Field(() => Boolean, { description: 'The survivor has the same already: one of both goes' }) alreadyThere!: boolean;
}

@ObjectType()
export class MergePreview {
  @Field(() => [MergeRow]) rows!: MergeRow[];
  @Field(() => [String], { description: 'Problem codes that forbid the merge; none when it may be done' }) refusals!: string[];
}

/** A merge that made this organisation the survivor and was not undone. */
@ObjectType()
export class MergeType {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'Name of the record that was merged into it' }) name!: string;
  @Field(() => Day) mergedOn!: string;
  @Field(() => String, { nullable: true }) mergedBy!: string | null;
  @Field(() => Int, { description: 'How many rows moved' }) rows!: number;
}
