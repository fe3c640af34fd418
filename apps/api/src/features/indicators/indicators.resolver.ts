import { Args, ArgsType, Field, Float, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@tejido/domain/policy.js';
import { Needs, TheViewer } from '../../platform/access/ability.js';
import { Day } from '../../platform/graphql/scalars.js';
import { BreakdownType, IndicatorReport, IndicatorType, MovementsType, TrendPoint } from './indicator.type.js';
import { IndicatorsQueries, type PointOfTrend } from './indicators.queries.js';
import { TargetsService } from './targets.service.js';

/** Which days, and as known when. */
@ArgsType()
export class PeriodArgs {
  @Field(() => Day, { nullable: true, description: 'Of a stock: the cut-off day; nothing is today' }) on?: string | null;
  @Field(() => Day, { nullable: true, description: 'Nothing is the first day of the year of `to`' }) from?: string | null;
  @Field(() => Day, { nullable: true, description: 'Included; nothing is today' }) to?: string | null;
  @Field(() => Day, { nullable: true, description: 'As known at the end of this day; nothing is now' }) known?: string | null;
}

@Resolver(() => IndicatorType)
export class IndicatorsResolver {
  constructor(private readonly queries: IndicatorsQueries, private readonly targets: TargetsService) {}

  @Needs('indicator.read')
  @Query(() => [IndicatorType])
  indicators() {
    return this.queries.all();
  }

  @Needs('indicator.read')
  @Query(() => IndicatorReport, { description: 'A figure with everything that counts and everything that does not, and why' })
  indicatorReport(@TheViewer() viewer: Viewer, @Args('code') code: string, @Args() period: PeriodArgs) {
    return this.queries.report(viewer, code, period);
  }

  @Needs('indicator.read')
  @Query(() => MovementsType, { description: 'What a period did to a stock, each number with its reasons' })
  indicatorMovements(@TheViewer() viewer: Viewer, @Args('code') code: string, @Args() period: PeriodArgs) {
    return this.queries.movements(viewer, code, period);
  }

  @Needs('indicator.read')
  @Query(() => [TrendPoint], { description: 'Year by year, with the movements of each' })
  indicatorTrend(
    @Args('code') code: string, @Args('fromYear', { type: () => Int }) fromYear: number, @Args('toYear', { type: () => Int }) toYear: number,
    @Args('known', { type: () => Day, nullable: true }) known?: string,
  ) {
    return this.queries.trend(code, fromYear, toYear, known ?? null);
  }

  @Needs('indicator.read')
  @Query(() => BreakdownType, { description: 'by: scope, audience, kind, theme_set, theme, country, sdg, year or term' })
  indicatorBreakdown(@Args('code') code: string, @Args('by') by: string, @Args() period: PeriodArgs) {
    return this.queries.breakdown(code, by, period);
  }

  @Needs('target.set')
  @Mutation(() => Boolean, { description: 'No value takes the target of that year away' })
  async setTarget(
    @TheViewer() viewer: Viewer, @Args('indicator') indicator: string, @Args('year', { type: () => Int }) year: number,
    @Args('value', { type: () => Float, nullable: true }) value?: number, @Args('rationale', { type: () => String, nullable: true }) rationale?: string,
  ) {
    await this.targets.set(viewer, indicator, year, value ?? null, rationale ?? null);
    return true;
  }

  @Needs('target.set')
  @Mutation(() => Boolean, { description: 'From what, and since when, progress is measured' })
  async setBaseline(
    @TheViewer() viewer: Viewer, @Args('indicator') indicator: string, @Args('on', { type: () => Day }) on: string,
    @Args('value', { type: () => Float, nullable: true }) value?: number,
  ) {
    await this.targets.setBaseline(viewer, indicator, on, value ?? null);
    return true;
  }
}

@Resolver(() => TrendPoint)
export class TrendPointResolver {
  @ResolveField(() => [BreakdownType], { description: 'The year\'s figure by every dimension; none for a year to come' })
  breakdowns(@Parent() point: PointOfTrend): BreakdownType[] {
    return point.breakdowns();
  }
}
