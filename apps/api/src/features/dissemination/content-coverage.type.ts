import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { Day } from '../../platform/graphql/scalars.js';
import { TextInBoth } from '../strategy/strategy.type.js';

/** A planned message, product or medium, with what was sent of it. */
@ObjectType()
export class ContentPlanEntry {
  @Field(() => String) code!: string;
  @Field(() => String, { description: 'message, product or medium' }) kind!: string;
  @Field(() => TextInBoth) label!: TextInBoth;
  @Field(() => String, { nullable: true, description: 'Code of the product or medium; null: no list names it, so that nobody but a reader can tell whether it was done' }) term!: string | null;
  @Field(() => String, { description: 'once, year or quarter' }) every!: string;
  @Field(() => Int, { description: 'Sendings in the days asked' }) sent!: number;
  @Field(() => Day, { nullable: true }) lastOn!: string | null;
  @Field(() => Int, { description: 'Periods that were due so far' }) due!: number;
  @Field(() => Int, { description: 'Of those, how many had a sending' }) met!: number;
  @Field(() => [String], { description: 'Periods without one: 2024, 2024-Q3; empty text: due once, and never done' }) gaps!: string[];
}

/** How far the content plan of an audience was carried out. */
@ObjectType()
export class ContentCoverage {
  @Field(() => String) audience!: string;
  @Field(() => Int) fromYear!: number;
  @Field(() => Int) toYear!: number;
  @Field(() => Int) due!: number;
  @Field(() => Int) met!: number;
  @Field(() => Float, { nullable: true, description: 'met / due; null: nothing was due' }) share!: number | null;
  @Field(() => Int, { description: 'Sendings to it, those that nothing planned included' }) sent!: number;
  @Field(() => [ContentPlanEntry]) entries!: ContentPlanEntry[];
}
