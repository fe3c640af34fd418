import { Args, ID, Info, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Viewer } from '@tejido/domain/policy.js';
import { Needs, TheViewer } from '../../platform/access/ability.js';
import { composed } from '../../platform/graphql/composed.js';
import { Day } from '../../platform/graphql/scalars.js';
import { OrganisationType } from './organisation.type.js';
import { RelationshipAmendment, RelationshipInput, RelationshipType } from './relationship.type.js';
import './relationships.reads.js'; // declares the piece that reads this field
import { RelationshipsService } from './relationships.service.js';

@Resolver(() => OrganisationType)
export class RelationshipsResolver {
  constructor(private readonly service: RelationshipsService) {}

  @Needs('relationship.register')
  @Mutation(() => Boolean, { description: 'Ties two organisations by a type, from a day to a day' })
  async relateOrganisations(@TheViewer() viewer: Viewer, @Args('input') input: RelationshipInput) {
    await this.service.relate(viewer, input);
    return true;
  }

  @Needs('relationship.amend')
  @Mutation(() => Boolean, { description: 'The relationship stays in the history' })
  async endRelationship(
    @TheViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number, @Args('toDay', { type: () => Day }) toDay: string,
  ) {
    await this.service.end(viewer, id, version, toDay);
    return true;
  }

  @Needs('relationship.amend')
  @Mutation(() => Boolean, { description: 'Its type and its days; another pair is another tie' })
  async amendRelationship(
    @TheViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number, @Args('input') input: RelationshipAmendment,
  ) {
    await this.service.amend(viewer, id, version, input);
    return true;
  }

  @Needs('relationship.amend')
  @Mutation(() => Boolean, { description: 'It was entered by mistake: gone from the page, kept in the audit trail' })
  async removeRelationship(@TheViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number) {
    await this.service.remove(viewer, id, version);
    return true;
  }

  @ResolveField(() => [RelationshipType], { description: 'With visible organisations; those that hold today first' })
  relationships(@Parent() row: object, @Info() info: GraphQLResolveInfo) {
    return composed(row, info);
  }
}
