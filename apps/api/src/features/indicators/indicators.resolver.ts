import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@tejido/domain/policy.js';
import { Needs, TheViewer } from '../../platform/access/ability.js';
import { Day } from '../../platform/graphql/scalars.js';
import { BreakdownType, IndicatorReport, IndicatorType, SnapshotType, TrendPoint } from './indicator.type.js';
import { IndicatorsQueries } from './indicators.queries.js';
import { SnapshotsService } from './snapshots.service.js';
import { TargetsService } from './targets.service.js';

const OPTIONAL_DAY = { type: () => Day, nullable: true };

@Resolver(() => IndicatorType)
export class IndicatorsResolver {
  constructor(private readonly queries: IndicatorsQueries, private readonly snapshotsService: SnapshotsService, private readonly targets: TargetsService) {}

  @Needs('indicator.read')
  @Query(() => [IndicatorType])
  indicators() {
    return this.queries.all();
  }

  @Needs('indicator.read')
  @Query(() => IndicatorReport, { description: 'A figure with everything that counts and everything that does not, and why' })
  indicatorReport(
    @TheViewer() viewer: Viewer, @Args('code') code: string, @Args('on', OPTIONAL_DAY) on?: string, @Args('from', OPTIONAL_DAY) from?: string, @Args('to', OPTIONAL_DAY) to?: string,
    @Args('known', { ...OPTIONAL_DAY, description: 'As known at the end of this day' }) known?: string,
  ) {
    return this.queries.report(viewer, code, { on, from, to, known });
  }

  @Needs('indicator.read')
  @Query(() => [TrendPoint], { description: 'Year by year, with the movements of each' })
  indicatorTrend(@Args('code') code: string, @Args('fromYear', { type: () => Int }) fromYear: number, @Args('toYear', { type: () => Int }) toYear: number, @Args('known', OPTIONAL_DAY) known?: string) {
    return this.queries.trend(code, fromYear, toYear, known ?? null);
  }

  @Needs('indicator.read')
  @Query(() => BreakdownType, { description: 'by: scope, audience, kind, theme_set, theme, country, sdg, year or term' })
  indicatorBreakdown(
    @Args('code') code: string, @Args('by') by: string, @Args('on', OPTIONAL_DAY) on?: string, @Args('from', OPTIONAL_DAY) from?: string, @Args('to', OPTIONAL_DAY) to?: string, @Args('known', OPTIONAL_DAY) known?: string,
  ) {
    return this.queries.breakdown(code, by, { on, from, to, known });
  }

  @Needs('snapshot.read')
  @Query(() => [SnapshotType])
  snapshots(@TheViewer() viewer: Viewer, @Args('indicator', { type: () => String, nullable: true }) indicator?: string) {
    return this.snapshotsService.list(viewer, indicator ?? null);
  }

  @Needs('snapshot.propose')
  @Mutation(() => ID, { description: 'Freezes the figure as it is known now, for the presidency to approve' })
  proposeSnapshot(@TheViewer() viewer: Viewer, @Args('indicator') indicator: string, @Args('on', OPTIONAL_DAY) on?: string, @Args('from', OPTIONAL_DAY) from?: string, @Args('to', OPTIONAL_DAY) to?: string) {
    return this.snapshotsService.propose(viewer, indicator, { on, from, to });
  }

  @Needs('snapshot.approve')
  @Mutation(() => Boolean)
  async approveSnapshot(@TheViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    await this.snapshotsService.approve(viewer, id);
    return true;
  }

  @Needs('target.set')
  @Mutation(() => Boolean)
  async setTarget(@TheViewer() viewer: Viewer, @Args('indicator') indicator: string, @Args('year', { type: () => Int }) year: number, @Args('value', { type: () => Int }) value: number, @Args('rationale', { type: () => String, nullable: true }) rationale?: string) {
    await this.targets.set(viewer, indicator, year, value, rationale ?? null);
    return true;
  }
}
