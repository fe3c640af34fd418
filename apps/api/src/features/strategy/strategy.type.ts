import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Day } from '../../platform/graphql/scalars.js';

@ObjectType()
export class TextInBoth {
  @Field(() => String) es!: string;
  @Field(() => String) en!: string;
}

/** One row of a taxonomy; `taxonomy` is its table's name, country and sdg included. */
@ObjectType()
export class TaxonomyTerm {
  @Field(() => String) taxonomy!: string;
  @Field(() => String) code!: string;
  @Field(() => TextInBoth) label!: TextInBoth;
  @Field(() => TextInBoth, { nullable: true, description: 'A few words for lists and charts, of a term that is worded at length' }) short!: TextInBoth | null;
  @Field(() => TextInBoth, { nullable: true, description: 'Of a relationship, read from its other end' }) reverse!: TextInBoth | null;
  @Field(() => Int) position!: number;
  @Field(() => Boolean) retired!: boolean;
  @Field(() => Boolean, { nullable: true, description: 'For a role: contributes; for a kind: counts, or is an instrument' }) counts!: boolean | null;
}

@ObjectType()
export class StrategyResult {
  @Field(() => String) code!: string;
  @Field(() => TextInBoth) label!: TextInBoth;
  @Field(() => String, { nullable: true }) indicator!: string | null;
}

@ObjectType()
export class StrategyActivity {
  @Field(() => String) code!: string;
  @Field(() => TextInBoth) label!: TextInBoth;
  @Field(() => Day) fromDay!: string;
  @Field(() => Day) toDay!: string;
  @Field(() => Int, { description: 'Visible joint activities tied to it' }) activities!: number;
}

@ObjectType()
export class Axis {
  @Field(() => String) code!: string;
  @Field(() => TextInBoth) label!: TextInBoth;
  @Field(() => TextInBoth) tactic!: TextInBoth;
  @Field(() => Int) fromYear!: number;
  @Field(() => Int) toYear!: number;
  @Field(() => [StrategyResult]) results!: StrategyResult[];
  @Field(() => [StrategyActivity]) activities!: StrategyActivity[];
}

@ObjectType()
export class Strategy {
  @Field(() => String) code!: string;
  @Field(() => TextInBoth) title!: TextInBoth;
  @Field(() => Int) fromYear!: number;
  @Field(() => Int) toYear!: number;
  @Field(() => [Axis]) axes!: Axis[];
}

/** A country's presidency pro tempore: the day of handover belongs to the incoming one. */
@ObjectType()
export class PresidencyTerm {
  @Field(() => ID) id!: string;
  @Field(() => String) country!: string;
  @Field(() => Day) fromDay!: string;
  @Field(() => Day, { nullable: true }) toDay!: string | null;
}
