import { Args, ID, Info, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Viewer } from '@tejido/domain/policy.js';
import { Needs, TheViewer } from '../../platform/access/ability.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import { MergePreview, MergeType } from './merge.type.js';
import { MergesService } from './merges.service.js';
import { OrganisationType } from './organisation.type.js';
import { OrganisationsQueries } from './organisations.queries.js';

@Resolver(() => OrganisationType)
export class MergesResolver {
  constructor(private readonly queries: OrganisationsQueries, private readonly service: MergesService) {}

  @Needs('organisation.merge')
  @Query(() => MergePreview, { nullable: true, description: 'Every row that a merge would move' })
  mergePreview(@TheViewer() viewer: Viewer, @Args('survivorId', { type: () => ID }) survivorId: string, @Args('duplicateId', { type: () => ID }) duplicateId: string) {
    return this.service.preview(viewer, survivorId, duplicateId);
  }

  @Needs('organisation.merge')
  @Mutation(() => OrganisationType, { description: 'The survivor takes over what hangs on the duplicate; its id leads to the survivor from now on' })
  async mergeOrganisations(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo,
    @Args('survivorId', { type: () => ID }) survivorId: string, @Args('duplicateId', { type: () => ID }) duplicateId: string,
    @Args('version', { type: () => Int, description: 'Of the duplicate' }) version: number,
  ) {
    await this.service.merge(viewer, survivorId, duplicateId, version);
    return this.queries.byId(viewer, survivorId, selectionOf(info));
  }

  @Needs('organisation.merge')
  @Mutation(() => OrganisationType, { description: 'The merged record is its own again, with what moved and is still with the survivor' })
  async undoMerge(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', { type: () => ID }) id: string) {
    return this.queries.byId(viewer, await this.service.undo(viewer, id), selectionOf(info));
  }

  @ResolveField(() => [MergeType], { description: 'Merges into it that can be undone, for whoever may; latest first' })
  merges(@Parent() row: { merges: MergeType[] }) {
    return row.merges;
  }
}
