import { Field, Float, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Day } from '../../platform/graphql/scalars.js';
import { CountedRecord } from './indicator.type.js';

/** One of two figures: of a stock on a day, of a flow over a period; as known on a day. */
@InputType()
export class ComparedDays {
  @Field(() => Day, { nullable: true, description: 'Of a stock; nothing is today' }) on?: string | null;
  @Field(() => Day, { nullable: true }) from?: string | null;
  @Field(() => Day, { nullable: true }) to?: string | null;
  @Field(() => Day, { nullable: true, description: 'As known at the end of this day; nothing is now' }) known?: string | null;
}

@ObjectType()
export class ComparedFigure {
  @Field(() => Float) value!: number;
  @Field(() => Day) from!: string;
  @Field(() => Day) to!: string;
  @Field(() => Day, { nullable: true }) known!: string | null;
  @Field(() => Int, { nullable: true }) instruments!: number | null;
  @Field(() => Float, { nullable: true }) target!: number | null;
  @Field(() => String) light!: string;
}

/** Those that only one of the two figures counts. */
@ObjectType()
export class ComparedGroup {
  @Field(() => Int) value!: number;
  @Field(() => [CountedRecord], { description: '`because`: first_ever, returned, recorded_late …; of what was lost the reason for which it does not count any more' }) records!: CountedRecord[];
  @Field(() => Int, { description: 'Not for this viewer to name' }) withheld!: number;
}

/** Two figures of one indicator, the earlier one first. */
@ObjectType()
export class IndicatorComparison {
  @Field(() => ComparedFigure) before!: ComparedFigure;
  @Field(() => ComparedFigure) after!: ComparedFigure;
  @Field(() => Float, { description: 'after − before' }) change!: number;
  @Field(() => Int, { description: 'Counted in both' }) kept!: number;
  @Field(() => ComparedGroup) gained!: ComparedGroup;
  @Field(() => ComparedGroup) lost!: ComparedGroup;
}
