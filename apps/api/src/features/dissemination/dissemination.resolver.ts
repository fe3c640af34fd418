import { Args, ID, Info, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Subject, Viewer } from '@tejido/domain/policy.js';
import { Needs, TheViewer, verbsOn } from '../../platform/access/ability.js';
import { pageStatement } from '../../platform/graphql/page.js';
import { Reader } from '../../platform/graphql/read.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { DisseminationFilter, DisseminationInput } from './dissemination.input.js';
import { disseminationById, disseminationPage } from './dissemination.reads.js';
import { DisseminationService } from './dissemination.service.js';
import { DisseminationPage, DisseminationType } from './dissemination.type.js';

@Resolver(() => DisseminationType)
export class DisseminationResolver {
  constructor(private readonly reader: Reader, private readonly service: DisseminationService) {}

  @Needs('dissemination.read')
  @Query(() => DisseminationPage, { description: 'The latest first' })
  disseminations(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo,
    @Args('filter', { type: () => DisseminationFilter, nullable: true }) filter?: DisseminationFilter,
    @Args('first', { type: () => Int, defaultValue: 50 }) first = 50,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ) {
    return this.reader.answer(pageStatement(this.reader.reading(viewer), selectionOf(info), disseminationPage({ filter, first, after })));
  }

  @Needs('dissemination.read')
  @Query(() => DisseminationType, { nullable: true })
  dissemination(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', { type: () => ID }) id: string) {
    return this.read(viewer, id, info);
  }

  @Needs('dissemination.register')
  @Mutation(() => DisseminationType)
  async registerDissemination(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('input') input: DisseminationInput) {
    return this.read(viewer, await this.service.register(viewer, input), info);
  }

  @Needs('dissemination.amend')
  @Mutation(() => DisseminationType)
  async amendDissemination(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number, @Args('input') input: DisseminationInput,
  ) {
    await this.service.amend(viewer, id, version, input);
    return this.read(viewer, id, info);
  }

  @Needs('dissemination.amend')
  @Mutation(() => Boolean, { description: 'Moves it to the trash' })
  async archiveDissemination(@TheViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number) {
    await this.service.archive(viewer, id, version);
    return true;
  }

  @ResolveField(() => [String], { description: 'The verbs that the viewer may do to this record' })
  viewerCan(@TheViewer() viewer: Viewer, @Parent() row: { viewerCan: Subject }) {
    return verbsOn(viewer, 'dissemination', row.viewerCan);
  }

  private read(viewer: Viewer, id: string, info: GraphQLResolveInfo): Promise<DisseminationType | null> {
    return isUuid(id) ? this.reader.answer(disseminationById(this.reader.reading(viewer), id, { children: selectionOf(info) })) : Promise.resolve(null);
  }
}
