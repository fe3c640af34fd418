import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, Day } from '../../platform/graphql/scalars.js';
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
  @Field(() => TextInBoth) definition!: TextInBoth;
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
  @Field(() => Int, { nullable: true }) participations!: number | null;
  @Field(() => Day) from!: string;
  @Field(() => Day) to!: string;
  @Field(() => Float, { nullable: true }) target!: number | null;
  @Field(() => String, { description: 'met, on_track, at_risk, behind or none' }) light!: string;
  @Field(() => [CountedRecord]) counted!: CountedRecord[];
  @Field(() => [ExcludedRecord]) excluded!: ExcludedRecord[];
  @Field(() => Int, { description: 'Counted, but not for this viewer to name' }) withheldCounted!: number;
}

@ObjectType()
export class TrendPoint {
  @Field(() => Int) year!: number;
  @Field(() => Float) value!: number;
  @Field(() => Int, { nullable: true }) instruments!: number | null;
  @Field(() => Float, { nullable: true }) target!: number | null;
  @Field(() => Int, { nullable: true, description: 'First ever entries in the year' }) new!: number | null;
  @Field(() => Int, { nullable: true, description: 'Returns after a gap' }) reactivated!: number | null;
  @Field(() => Int, { nullable: true }) exits!: number | null;
  @Field(() => Boolean, { description: 'The year is not over: its figure is of today' }) running!: boolean;
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

@ObjectType('Snapshot')
export class SnapshotType {
  @Field(() => ID) id!: string;
  @Field(() => String) indicator!: string;
  @Field(() => Day, { nullable: true }) onDay!: string | null;
  @Field(() => Day, { nullable: true }) fromDay!: string | null;
  @Field(() => Day, { nullable: true }) toDay!: string | null;
  @Field(() => Day) knownOn!: string;
  @Field(() => Float, { description: 'As it was frozen' }) value!: number;
  @Field(() => Float, { description: 'The same count with what is known now' }) valueNow!: number;
  @Field(() => String) proposedBy!: string;
  @Field(() => DateTime) proposedAt!: string;
  @Field(() => String, { nullable: true }) approvedBy!: string | null;
  @Field(() => DateTime, { nullable: true }) approvedAt!: string | null;
  @Field(() => String) contentHash!: string;
  @Field(() => Boolean) canApprove!: boolean;
}
