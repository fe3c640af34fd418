import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { Day } from '../../platform/graphql/scalars.js';
import { CountedRecord, NamedRecord } from './indicator.type.js';

/** Those that come or go on a day, each with the agreements by which it does. */
@ObjectType()
export class ForecastGroup {
  @Field(() => Int) value!: number;
  @Field(() => [CountedRecord]) records!: CountedRecord[];
  @Field(() => Int, { description: 'Not for this viewer to name' }) withheld!: number;
}

/** A day on which the value changes if nothing is renewed. */
@ObjectType()
export class ForecastStepType {
  @Field(() => Day, { description: 'The first day with the new value' }) on!: string;
  @Field(() => Float) value!: number;
  @Field(() => ForecastGroup) lost!: ForecastGroup;
  @Field(() => ForecastGroup, { description: 'By what is signed already and takes effect' }) gained!: ForecastGroup;
}

/** An agreement whose end makes the value fall. */
@ObjectType()
export class EndingAgreement {
  @Field(() => NamedRecord) record!: NamedRecord;
  @Field(() => Day, { description: 'Its last day' }) lastDay!: string;
  @Field(() => [NamedRecord], { description: 'Who is lost with it' }) allies!: NamedRecord[];
}

/** What a stock will be if nothing is renewed: the same count on the days to come. */
@ObjectType('IndicatorForecast')
export class IndicatorForecastType {
  @Field(() => Day) today!: string;
  @Field(() => Float) value!: number;
  @Field(() => Day) until!: string;
  @Field(() => Float) valueThen!: number;
  @Field(() => Int, { description: 'Agreements whose end makes the value fall by then' }) endingCount!: number;
  @Field(() => [EndingAgreement], { description: 'The soonest first; those that the viewer may see' }) ending!: EndingAgreement[];
  @Field(() => [ForecastStepType]) steps!: ForecastStepType[];
}
