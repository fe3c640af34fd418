import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Day } from '../../platform/graphql/scalars.js';
import { TextInBoth } from '../strategy/strategy.type.js';

@ObjectType()
export class TargetType {
  @Field(() => Int) year!: number;
  @Field(() => Float) value!: number;
  @Field(() => String, { nullable: true }) rationale!: string | null;
}

@ObjectType('Indicator')
export class IndicatorType {
  @Field(() => String) code!: string;
  @Field(() => TextInBoth) label!: TextInBoth;
  @Field(() => TextInBoth, { description: 'By the version that holds today' }) definition!: TextInBoth;
  @Field(() => Int, { description: 'The approved version that holds today; 0: none was approved yet' }) definitionVersion!: number;
  @Field(() => Day, { nullable: true }) definitionValidFrom!: string | null;
  @Field(() => String, { description: 'stock: on a day; flow: in a period' }) nature!: string;
  @Field(() => String, { description: 'alliances, joint_activities or by_hand' }) source!: string;
  @Field(() => String) unit!: string;
  @Field(() => Float, { nullable: true }) baselineValue!: number | null;
  @Field(() => Day, { nullable: true }) baselineOn!: string | null;
  @Field(() => [TargetType]) targets!: TargetType[];
}

/** A record that a count names, where the viewer may see it. */
@ObjectType()
export class NamedRecord {
  @Field(() => String, { description: 'organisation, agreement or activity' }) kind!: string;
  @Field(() => ID) id!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { nullable: true, description: 'In English, where it has one' }) titleEn!: string | null;
}

@ObjectType()
export class CountedRecord {
  @Field(() => NamedRecord) record!: NamedRecord;
  @Field(() => String, { description: 'in_force, first_ever, returned, done_with_contributors …' }) because!: string;
  @Field(() => Day, { nullable: true }) on!: string | null;
  @Field(() => [NamedRecord], { description: 'The agreements, or contributors, that make it count' }) through!: NamedRecord[];
}

@ObjectType()
export class ExcludedRecord {
  @Field(() => NamedRecord) record!: NamedRecord;
  @Field(() => String, { description: 'to_verify, status_expired, no_strategy_tie …' }) reason!: string;
}

/** A number that answers "why?". Everything eligible counts, whatever its visibility; only what the viewer may see is named. */
@ObjectType()
export class IndicatorReport {
  @Field(() => Float) value!: number;
  @Field(() => Int) allies!: number;
  @Field(() => Int, { nullable: true }) instruments!: number | null;
  @Field(() => Int, { nullable: true, description: 'Contributors summed over activities' }) participations!: number | null;
  @Field(() => Int, { nullable: true, description: 'Distinct allies since the baseline, those that are no more included' }) ever!: number | null;
  @Field(() => Int, { nullable: true, description: 'Contributors with an alliance in force when the activity ended' }) withAlliance!: number | null;
  @Field(() => Int, { nullable: true }) withoutAlliance!: number | null;
  @Field(() => Int, { nullable: true, description: 'Distinct countries of the activities' }) countries!: number | null;
  @Field(() => Day) from!: string;
  @Field(() => Day) to!: string;
  @Field(() => Day, { nullable: true, description: 'As known at the end of this day; null: now' }) known!: string | null;
  @Field(() => Float, { nullable: true, description: 'Of the year of `to`; of a flow, of the years of the period' }) target!: number | null;
  @Field(() => Float, { nullable: true, description: 'Of a stock: the last target, against which it is measured' }) finalTarget!: number | null;
  @Field(() => Int, { nullable: true }) finalYear!: number | null;
  @Field(() => String, { description: 'met, on_track, at_risk, behind or none' }) light!: string;
  @Field(() => Float, { nullable: true, description: 'Share of the way from the baseline to the target, 0 to 1 and beyond' }) progress!: number | null;
  @Field(() => Float, { nullable: true, description: 'Share of the way that was expected by `to`' }) expected!: number | null;
  @Field(() => String, { description: 'fresh, ageing, stale or never: since `confirmedOn`' }) freshness!: string;
  @Field(() => Day, { nullable: true, description: 'Last verification of what counts, or approval of a snapshot' }) confirmedOn!: string | null;
  @Field(() => [CountedRecord]) counted!: CountedRecord[];
  @Field(() => [ExcludedRecord]) excluded!: ExcludedRecord[];
  @Field(() => Int, { description: 'Counted, but not for this viewer to name' }) withheldCounted!: number;
}

/** One number of the movements, with its reasons. */
@ObjectType()
export class MovementCount {
  @Field(() => Int) value!: number;
  @Field(() => [CountedRecord]) counted!: CountedRecord[];
  @Field(() => [ExcludedRecord]) excluded!: ExcludedRecord[];
  @Field(() => Int) withheldCounted!: number;
}

/** What a period did to a stock: end = start + new + reactivated − exits. */
@ObjectType('Movements')
export class MovementsType {
  @Field(() => Day) from!: string;
  @Field(() => Day) to!: string;
  @Field(() => MovementCount, { description: 'In force on the day before the period' }) start!: MovementCount;
  @Field(() => MovementCount, { description: 'First ever entries' }) new!: MovementCount;
  @Field(() => MovementCount, { description: 'Returns after a gap' }) reactivated!: MovementCount;
  @Field(() => MovementCount) exits!: MovementCount;
  @Field(() => MovementCount, { description: 'Instruments that took over without a gap: neither new nor exits' }) renewals!: MovementCount;
  @Field(() => MovementCount, { description: 'In force on the last day' }) end!: MovementCount;
}

@ObjectType()
export class BreakdownCell {
  @Field(() => String, { nullable: true, description: 'null: not stated' }) key!: string | null;
  @Field(() => Int) value!: number;
}

@ObjectType()
export class BreakdownType {
  @Field(() => String) dimension!: string;
  @Field(() => Boolean, { description: 'False: one may stand in several cells, so they do not add up to the total' }) additive!: boolean;
  @Field(() => Int) total!: number;
  @Field(() => [BreakdownCell]) cells!: BreakdownCell[];
}

@ObjectType()
export class TrendPoint {
  @Field(() => Int) year!: number;
  @Field(() => Float, { nullable: true, description: 'null: the year is to come' }) value!: number | null;
  @Field(() => Int, { nullable: true }) instruments!: number | null;
  @Field(() => Float, { nullable: true }) target!: number | null;
  @Field(() => Int, { nullable: true, description: 'First ever entries in the year' }) new!: number | null;
  @Field(() => Int, { nullable: true, description: 'Returns after a gap' }) reactivated!: number | null;
  @Field(() => Int, { nullable: true }) exits!: number | null;
  @Field(() => Int, { nullable: true }) renewals!: number | null;
  @Field(() => Boolean, { description: 'The year is not over: its figure is of today' }) running!: boolean;
}
