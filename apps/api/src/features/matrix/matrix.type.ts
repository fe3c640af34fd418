import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Day } from '../../platform/graphql/scalars.js';
import { OrganisationType } from '../organisations/organisation.type.js';
import { TextInBoth } from '../strategy/strategy.type.js';

@ObjectType()
export class MatrixTarget {
  @Field(() => Int) year!: number;
  @Field(() => Float) value!: number;
}

/** How a result is measured; its figure of a day is told by `indicatorReport`. */
@ObjectType()
export class MatrixIndicator {
  @Field(() => String) code!: string;
  @Field(() => TextInBoth) label!: TextInBoth;
  @Field(() => String, { description: 'stock: on a day; flow: in a period' }) nature!: string;
  @Field(() => String, { description: 'How it is counted; by_hand: it is not' }) source!: string;
  @Field(() => String) unit!: string;
  @Field(() => Float, { nullable: true }) baselineValue!: number | null;
  @Field(() => Day, { nullable: true }) baselineOn!: string | null;
  @Field(() => [MatrixTarget], { description: 'The earliest year first; the last is the final target of a stock' }) targets!: MatrixTarget[];
}

@ObjectType()
export class MatrixResult {
  @Field(() => String) code!: string;
  @Field(() => TextInBoth) label!: TextInBoth;
  @Field(() => MatrixIndicator, { nullable: true }) indicator!: MatrixIndicator | null;
}

@ObjectType()
export class MatrixLinkCount {
  @Field(() => String, { description: 'activity, meeting, dissemination or proposal' }) kind!: string;
  @Field(() => Int) done!: number;
  @Field(() => Int, { description: 'All that were not called off' }) total!: number;
}

/** How far a row is, by the rule of the domain (`advanceOf`). */
@ObjectType()
export class MatrixAdvance {
  @Field(() => Int, { nullable: true, description: '0 to 100; null: nothing is linked, and nothing was said by hand' }) value!: number | null;
  @Field(() => Boolean, { description: 'Said by hand; otherwise derived from what is linked' }) byHand!: boolean;
  @Field(() => Int, { description: 'Linked records done' }) done!: number;
  @Field(() => Int, { description: 'Linked records that make it whole' }) total!: number;
  @Field(() => String, { description: 'planned, under_way, done, constrained or cancelled: what is linked moves it on' }) state!: string;
  @Field(() => String, { description: 'met, on_track, at_risk, behind or none: against the days gone' }) light!: string;
  @Field(() => Int, { description: 'Share of its days that is gone, 0 to 100' }) expected!: number;
  @Field(() => [MatrixLinkCount]) linked!: MatrixLinkCount[];
}

/** A record that advances a row, where the viewer may see it. */
@ObjectType()
export class MatrixLink {
  @Field(() => String, { description: 'activity, meeting, dissemination or proposal' }) kind!: string;
  @Field(() => ID) id!: string;
  @Field(() => String) title!: string;
  @Field(() => Boolean) done!: boolean;
  @Field(() => Day, { nullable: true }) on!: string | null;
}

@ObjectType()
export class MatrixDays {
  @Field(() => Day) from!: string;
  @Field(() => Day) to!: string;
}

/** The meeting in whose minutes an adjustment was decided. */
@ObjectType()
export class MatrixMinutes {
  @Field(() => ID) meetingId!: string;
  @Field(() => String) title!: string;
  @Field(() => Boolean, { description: 'The minutes are approved, and with them the adjustment' }) approved!: boolean;
}

@ObjectType('MatrixAdjustment')
export class MatrixAdjustmentType {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'dates, activity, responsible, goal or other' }) kind!: string;
  @Field(() => String) what!: string;
  @Field(() => String) why!: string;
  @Field(() => MatrixDays, { nullable: true, description: 'Of dates: those before' }) fromDays!: MatrixDays | null;
  @Field(() => MatrixDays, { nullable: true, description: 'Of dates: those after' }) toDays!: MatrixDays | null;
  @Field(() => String, { nullable: true }) madeBy!: string | null;
  @Field(() => Day) madeOn!: string;
  @Field(() => String, { nullable: true, description: 'The presidency, or whoever approved the minutes; null: nobody yet' }) approvedBy!: string | null;
  @Field(() => Day, { nullable: true }) approvedOn!: string | null;
  @Field(() => MatrixMinutes, { nullable: true }) minutes!: MatrixMinutes | null;
  @Field(() => Int) version!: number;
}

/** A row of the monitoring matrix: the regional one of a strategy activity, or a country's own part of it. */
@ObjectType('MatrixRow')
export class MatrixRowType {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'Code of the strategy activity' }) strategyActivity!: string;
  @Field(() => TextInBoth, { description: 'As the strategy words the activity' }) activity!: TextInBoth;
  @Field(() => String, { description: 'Code' }) axis!: string;
  @Field(() => String, { nullable: true, description: 'Whose part it is; null: the regional row' }) country!: string | null;
  @Field(() => String, { nullable: true, description: 'A country\'s own words' }) label!: string | null;
  @Field(() => String, { nullable: true, description: 'Code of the result that it serves' }) result!: string | null;
  @Field(() => String, { nullable: true, description: 'A dissemination of this product advances it' }) product!: string | null;
  @Field(() => Day, { description: 'As planned: frozen' }) plannedFrom!: string;
  @Field(() => Day) plannedTo!: string;
  @Field(() => Day, { description: 'As rescheduled' }) currentFrom!: string;
  @Field(() => Day) currentTo!: string;
  @Field(() => Day, { nullable: true }) actualFrom!: string | null;
  @Field(() => Day, { nullable: true }) actualTo!: string | null;
  @Field(() => String) responsibleRole!: string;
  @Field(() => String, { nullable: true }) responsibleCountry!: string | null;
  @Field(() => String) coResponsible!: string;
  @Field(() => [OrganisationType]) allies!: OrganisationType[];
  @Field(() => Int, { nullable: true, description: 'By hand, 0 to 100; null: derived, see `advance`' }) progress!: number | null;
  @Field(() => Int, { nullable: true, description: 'How many linked records make it whole; null: those that are linked' }) expectedCount!: number | null;
  @Field(() => String, { description: 'As said by hand; what it is now: `advance`' }) state!: string;
  @Field(() => String) observations!: string;
  @Field(() => String) assumptions!: string;
  @Field(() => String) meansOfVerification!: string;
  @Field(() => Int, { nullable: true, description: '1 to 5' }) rating!: number | null;
  @Field(() => MatrixAdvance) advance!: MatrixAdvance;
  @Field(() => [MatrixLink], { description: 'The latest 50 records that advance it' }) linked!: MatrixLink[];
  @Field(() => [MatrixAdjustmentType], { description: 'The latest first' }) adjustments!: MatrixAdjustmentType[];
  @Field(() => Boolean) demonstration!: boolean;
  @Field(() => Int) version!: number;
}

@ObjectType()
export class MatrixAxis {
  @Field(() => String) code!: string;
  @Field(() => TextInBoth) label!: TextInBoth;
  @Field(() => TextInBoth) tactic!: TextInBoth;
  @Field(() => Int) fromYear!: number;
  @Field(() => Int) toYear!: number;
  @Field(() => [MatrixResult]) results!: MatrixResult[];
  @Field(() => [MatrixRowType], { description: 'By activity; the regional row before those of countries' }) rows!: MatrixRowType[];
}

@ObjectType()
export class MonitoringMatrix {
  @Field(() => Day, { description: 'The day on which everything is told' }) day!: string;
  @Field(() => [MatrixAxis]) axes!: MatrixAxis[];
}
