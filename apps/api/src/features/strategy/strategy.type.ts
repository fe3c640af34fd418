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
  @Field(() => Int, { description: 'Visible agreements tied to it' }) agreements!: number;
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
export class CommemorativeDate {
  @Field(() => String, { description: 'MM-DD, every year' }) monthDay!: string;
  @Field(() => TextInBoth) label!: TextInBoth;
}

/** What is said to one audience, with what and by which means. */
@ObjectType()
export class ContentPlanRow {
  @Field(() => String) audience!: string;
  @Field(() => Int) fromYear!: number;
  @Field(() => Int) toYear!: number;
  @Field(() => [TextInBoth]) messages!: TextInBoth[];
  @Field(() => [TextInBoth]) products!: TextInBoth[];
  @Field(() => [TextInBoth]) media!: TextInBoth[];
}

@ObjectType()
export class Strategy {
  @Field(() => String) code!: string;
  @Field(() => TextInBoth) title!: TextInBoth;
  @Field(() => Int) fromYear!: number;
  @Field(() => Int) toYear!: number;
  @Field(() => [Axis]) axes!: Axis[];
  @Field(() => [CommemorativeDate]) commemorativeDates!: CommemorativeDate[];
  @Field(() => [ContentPlanRow]) contentPlan!: ContentPlanRow[];
}

/** A country's presidency pro tempore: the day of handover belongs to the incoming one. */
@ObjectType()
export class PresidencyTerm {
  @Field(() => ID) id!: string;
  @Field(() => String) country!: string;
  @Field(() => Day) fromDay!: string;
  @Field(() => Day, { nullable: true, description: 'The day of handover, which is the next term\'s; null while nobody knows' }) toDay!: string | null;
  @Field(() => Int) version!: number;
}
