import { Args, ID, Info, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Subject, Viewer } from '@tejido/domain/policy.js';
import { Needs, TheViewer, verbsOn } from '../../platform/access/ability.js';
import { composed } from '../../platform/graphql/composed.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import { OrganisationFilter, OrganisationInput, OrganisationSort } from './organisation.input.js';
import { LikelyDuplicate, OrganisationNameType, OrganisationPage, OrganisationType } from './organisation.type.js';
import { OrganisationsQueries } from './organisations.queries.js';
import { OrganisationsService } from './organisations.service.js';

@Resolver(() => OrganisationType)
export class OrganisationsResolver {
  constructor(private readonly queries: OrganisationsQueries, private readonly service: OrganisationsService) {}

  @Needs('organisation.read')
  @Query(() => OrganisationPage)
  organisations(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo,
    @Args('filter', { type: () => OrganisationFilter, nullable: true }) filter?: OrganisationFilter,
    @Args('sort', { type: () => OrganisationSort, nullable: true }) sort?: OrganisationSort,
    @Args('first', { type: () => Int, defaultValue: 50 }) first = 50,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ) {
    return this.queries.page(viewer, selectionOf(info), { filter, sort, first, after });
  }

  @Needs('organisation.read')
  @Query(() => OrganisationType, { nullable: true, description: 'By id; the id of a merged organisation gives its survivor' })
  organisation(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', { type: () => ID }) id: string) {
    return this.queries.byId(viewer, id, selectionOf(info));
  }

  @Needs('organisation.register')
  @Query(() => [LikelyDuplicate], { description: 'What is already registered and may be the same, while somebody types' })
  likelyDuplicates(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('name') name: string,
    @Args('acronym', { type: () => String, nullable: true }) acronym?: string,
    @Args('except', { type: () => ID, nullable: true, description: 'The record that is being edited' }) except?: string,
  ) {
    return this.queries.likelyDuplicates(viewer, { name, acronym: acronym ?? null, except: except ?? null }, selectionOf(info));
  }

  @Needs('organisation.register')
  @Mutation(() => OrganisationType)
  async registerOrganisation(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('input') input: OrganisationInput) {
    return this.queries.byId(viewer, await this.service.register(viewer, input), selectionOf(info));
  }

  @Needs('organisation.amend')
  @Mutation(() => OrganisationType)
  async amendOrganisation(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo,
    @Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number, @Args('input') input: OrganisationInput,
  ) {
    await this.service.amend(viewer, id, version, input);
    return this.queries.byId(viewer, id, selectionOf(info));
  }

  @Needs('organisation.amend')
  @Mutation(() => OrganisationType, { description: 'Somebody looked at it today and it is right' })
  async confirmOrganisation(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number) {
    await this.service.confirm(viewer, id, version);
    return this.queries.byId(viewer, id, selectionOf(info));
  }

  @Needs('organisation.archive')
  @Mutation(() => Boolean, { description: 'Moves it to the trash' })
  async archiveOrganisation(@TheViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number) {
    await this.service.archive(viewer, id, version);
    return true;
  }

  @Needs('organisation.archive')
  @Mutation(() => OrganisationType, { description: 'Takes it back out of the trash' })
  async restoreOrganisation(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number) {
    await this.service.restore(viewer, id, version);
    return this.queries.byId(viewer, id, selectionOf(info));
  }

  @ResolveField(() => OrganisationNameType, { nullable: true, description: 'Which of its names a text fits best: why a search found it' })
  matchedName(@Parent() row: object, @Info() info: GraphQLResolveInfo, @Args('text') _text: string) {
    return composed(row, info);
  }

  @ResolveField(() => [String], { description: 'The verbs that the viewer may do to this record: amend, archive, merge …' })
  viewerCan(@TheViewer() viewer: Viewer, @Parent() row: { viewerCan: Subject }) {
    return verbsOn(viewer, 'organisation', row.viewerCan);
  }
}
