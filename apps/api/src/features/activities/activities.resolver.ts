import { Args, ID, Info, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Subject, Viewer } from '@tejido/domain/policy.js';
import { Needs, TheViewer, verbsOn } from '../../platform/access/ability.js';
import { composed } from '../../platform/graphql/composed.js';
import { pageStatement } from '../../platform/graphql/page.js';
import { Reader } from '../../platform/graphql/read.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import { Day } from '../../platform/graphql/scalars.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { OrganisationType } from '../organisations/organisation.type.js';
import { activityById, activityPage } from './activities.reads.js';
import { ActivitiesService } from './activities.service.js';
import { ActivityFilter, ActivityInput, ActivitySort } from './activity.input.js';
import { ActivityPage, ActivityType } from './activity.type.js';

const ID_ARG = { type: () => ID } as const;
const VERSION = { type: () => Int } as const;

@Resolver(() => ActivityType)
export class ActivitiesResolver {
  constructor(private readonly reader: Reader, private readonly service: ActivitiesService) {}

  @Needs('activity.read')
  @Query(() => ActivityPage)
  activities(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo,
    @Args('filter', { type: () => ActivityFilter, nullable: true }) filter?: ActivityFilter,
    @Args('sort', { type: () => ActivitySort, nullable: true }) sort?: ActivitySort,
    @Args('first', { type: () => Int, defaultValue: 50 }) first = 50,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ) {
    const reading = this.reader.reading(viewer);
    return this.reader.answer(pageStatement(reading, selectionOf(info), activityPage(reading, { filter, sort, first, after })));
  }

  @Needs('activity.read')
  @Query(() => ActivityType, { nullable: true })
  activity(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', ID_ARG) id: string) {
    return this.read(viewer, id, info);
  }

  @Needs('activity.register')
  @Mutation(() => ActivityType)
  async registerActivity(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('input') input: ActivityInput) {
    return this.read(viewer, await this.service.register(viewer, input), info);
  }

  @Needs('activity.amend')
  @Mutation(() => ActivityType)
  async amendActivity(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo,
    @Args('id', ID_ARG) id: string, @Args('version', VERSION) version: number, @Args('input') input: ActivityInput,
  ) {
    await this.service.amend(viewer, id, version, input);
    return this.read(viewer, id, info);
  }

  @Needs('activity.amend')
  @Mutation(() => ActivityType, { description: 'It took place; it falls in the period of its end' })
  async completeActivity(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo,
    @Args('id', ID_ARG) id: string, @Args('version', VERSION) version: number, @Args('endsOn', { type: () => Day }) endsOn: string,
  ) {
    await this.service.complete(viewer, id, version, endsOn);
    return this.read(viewer, id, info);
  }

  @Needs('activity.amend')
  @Mutation(() => ActivityType)
  async cancelActivity(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo,
    @Args('id', ID_ARG) id: string, @Args('version', VERSION) version: number,
  ) {
    await this.service.cancel(viewer, id, version);
    return this.read(viewer, id, info);
  }

  @Needs('activity.amend')
  @Mutation(() => Boolean, { description: 'Moves it to the trash' })
  async archiveActivity(@TheViewer() viewer: Viewer, @Args('id', ID_ARG) id: string, @Args('version', VERSION) version: number) {
    await this.service.archive(viewer, id, version);
    return true;
  }

  @Needs('activity.amend')
  @Mutation(() => ActivityType, { description: 'Takes it back out of the trash' })
  async restoreActivity(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', ID_ARG) id: string, @Args('version', VERSION) version: number) {
    await this.service.restore(viewer, id, version);
    return this.read(viewer, id, info);
  }

  @ResolveField(() => [String], { description: 'The verbs that the viewer may do to this record' })
  viewerCan(@TheViewer() viewer: Viewer, @Parent() row: { viewerCan: Subject }) {
    return verbsOn(viewer, 'activity', row.viewerCan);
  }

  private read(viewer: Viewer, id: string, info: GraphQLResolveInfo): Promise<ActivityType | null> {
    if (!isUuid(id)) return Promise.resolve(null);
    return this.reader.answer(activityById(this.reader.reading(viewer), id, { children: selectionOf(info) }));
  }
}

@Resolver(() => OrganisationType)
export class OrganisationActivitiesResolver {
  @ResolveField(() => [ActivityType], { description: 'Latest first' })
  activities(@Parent() row: object, @Info() info: GraphQLResolveInfo, @Args('first', { type: () => Int, defaultValue: 50 }) _first: number) {
    return composed(row, info);
  }
}
