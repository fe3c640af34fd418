import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@tejido/domain/policy.js';
import { Needs, TheViewer } from '../../platform/access/ability.js';
import { PeriodArgs } from './indicators.resolver.js';
import { SnapshotsQueries } from './snapshots.queries.js';
import { SnapshotsService } from './snapshots.service.js';
import { SnapshotType } from './snapshot.type.js';

@Resolver(() => SnapshotType)
export class SnapshotsResolver {
  constructor(private readonly queries: SnapshotsQueries, private readonly service: SnapshotsService) {}

  @Needs('snapshot.read')
  @Query(() => [SnapshotType], { description: 'Newest first' })
  snapshots(@TheViewer() viewer: Viewer, @Args('indicator', { type: () => String, nullable: true }) indicator?: string) {
    return this.queries.list(viewer, indicator ?? null);
  }

  @Needs('snapshot.read')
  @Query(() => SnapshotType, { nullable: true })
  snapshot(@TheViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return this.queries.one(viewer, id);
  }

  @Needs('snapshot.propose')
  @Mutation(() => ID, { description: 'Freezes the figure as it is known now, for the presidency to approve' })
  proposeSnapshot(@TheViewer() viewer: Viewer, @Args('indicator') indicator: string, @Args() period: PeriodArgs) {
    return this.service.propose(viewer, indicator, period);
  }

  @Needs('snapshot.approve')
  @Mutation(() => Boolean, { description: 'By another person than who proposed it' })
  async approveSnapshot(@TheViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    await this.service.approve(viewer, id);
    return true;
  }
}
