import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@tejido/domain/policy.js';
import { Needs, TheViewer } from '../../platform/access/ability.js';
import { Day } from '../../platform/graphql/scalars.js';
import { ComparedDays, IndicatorComparison } from './comparison.type.js';
import { ComparisonQueries } from './comparison.queries.js';
import { ForecastQueries } from './forecast.queries.js';
import { IndicatorForecastType } from './forecast.type.js';
import { IndicatorType } from './indicator.type.js';
import { moves } from './indicator-shape.js';

/** What the page of an indicator asks beside its figure. */
@Resolver(() => IndicatorType)
export class IndicatorPageResolver {
  constructor(private readonly comparisons: ComparisonQueries, private readonly forecasts: ForecastQueries) {}

  @ResolveField(() => Boolean, { description: 'Its movements and its forecast can be asked: it counts what is in force between dates' })
  moves(@Parent() indicator: IndicatorType): boolean {
    return moves(indicator);
  }

  @Needs('indicator.read')
  @Query(() => IndicatorComparison, { description: 'Two days or periods beside each other: who came, who went, and why' })
  indicatorComparison(
    @TheViewer() viewer: Viewer, @Args('code') code: string, @Args('first') first: ComparedDays, @Args('second') second: ComparedDays,
  ) {
    return this.comparisons.compare(viewer, code, first, second);
  }

  @Needs('indicator.read')
  @Query(() => IndicatorForecastType, { description: 'What a stock will be on the days to come if nothing is renewed' })
  indicatorForecast(@TheViewer() viewer: Viewer, @Args('code') code: string, @Args('until', { type: () => Day }) until: string) {
    return this.forecasts.forecast(viewer, code, until);
  }
}
