import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Day } from '../../platform/graphql/scalars.js';

@ObjectType()
export class TextInBoth {
  @Field(() => String) es!: string;
  @Field(() => String) en!: string;
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
