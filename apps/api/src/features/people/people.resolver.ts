import { Args, ID, Info, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Subject, Viewer } from '@tejido/domain/policy.js';
import { Needs, TheViewer, verbsOn } from '../../platform/access/ability.js';
import { pageStatement } from '../../platform/graphql/page.js';
import { Reader } from '../../platform/graphql/read.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import { Day } from '../../platform/graphql/scalars.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { OrganisationType } from '../organisations/organisation.type.js';
import { PersonInput, PostHandOverInput } from './person.input.js';
import { PersonPage, PersonType } from './person.type.js';
import { personById, personPage } from './people.reads.js';
import { PeopleService } from './people.service.js';
import { PostsService } from './posts.service.js';

@Resolver(() => PersonType)
export class PeopleResolver {
  constructor(private readonly reader: Reader, private readonly service: PeopleService, private readonly posts: PostsService) {}

  @Needs('person.read')
  @Query(() => PersonPage)
  people(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('text', { type: () => String, nullable: true }) text?: string,
    @Args('organisationId', { type: () => ID, nullable: true }) organisationId?: string, @Args('archived', { type: () => Boolean, nullable: true, description: 'What is in the trash instead' }) archived?: boolean,
    @Args('first', { type: () => Int, defaultValue: 50 }) first = 50, @Args('after', { type: () => String, nullable: true }) after?: string,
  ) {
    const reading = this.reader.reading(viewer);
    return this.reader.answer(pageStatement(reading, selectionOf(info), personPage(reading, { text, organisationId, archived, first, after })));
  }

  @Needs('person.read')
  @Query(() => PersonType, { nullable: true })
  person(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', { type: () => ID }) id: string) {
    return this.read(viewer, id, info);
  }

  @Needs('person.register')
  @Mutation(() => PersonType)
  async registerPerson(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('input') input: PersonInput) {
    return this.read(viewer, await this.service.register(viewer, input), info);
  }

  @Needs('person.amend')
  @Mutation(() => PersonType)
  async amendPerson(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number, @Args('input') input: PersonInput) {
    await this.service.amend(viewer, id, version, input);
    return this.read(viewer, id, info);
  }

  @Needs('person.amend')
  @Mutation(() => PersonType, { description: 'The post stays in the history; what they owned there goes to the successors named' })
  async endAffiliation(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number,
    @Args('toDay', { type: () => Day }) toDay: string, @Args('handOver', { type: () => PostHandOverInput, nullable: true }) handOver?: PostHandOverInput,
  ) {
    return this.read(viewer, await this.posts.end(viewer, id, version, toDay, handOver ?? {}), info);
  }

  @Needs('person.amend')
  @Mutation(() => PersonType, { description: 'For an end that was told wrongly; what it said stays beside the reason. No day: the post has not ended' })
  async correctAffiliationEnd(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number,
    @Args('reason', { type: () => String }) reason: string, @Args('toDay', { type: () => Day, nullable: true }) toDay?: string | null,
  ) {
    return this.read(viewer, await this.posts.correctEnd(viewer, id, version, toDay ?? null, reason), info);
  }

  @ResolveField(() => [String])
  viewerCan(@TheViewer() viewer: Viewer, @Parent() row: { viewerCan: Subject }) {
    return verbsOn(viewer, 'person', row.viewerCan);
  }

  private read(viewer: Viewer, id: string, info: GraphQLResolveInfo): Promise<PersonType | null> {
    return isUuid(id) ? this.reader.answer(personById(this.reader.reading(viewer), id, { children: selectionOf(info) })) : Promise.resolve(null);
  }
}

@Resolver(() => OrganisationType)
export class OrganisationPeopleResolver {
  @ResolveField(() => [PersonType], { description: 'Whoever holds or held a post there' })
  people(@Parent() row: { people: PersonType[] }) {
    return row.people;
  }
}
