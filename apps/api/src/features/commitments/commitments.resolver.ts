import { Args, ID, Info, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { can, type Subject, type Viewer } from '@tejido/domain/policy.js';
import { Needs, TheViewer, verbsOn } from '../../platform/access/ability.js';
import { pageStatement } from '../../platform/graphql/page.js';
import { Reader } from '../../platform/graphql/read.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import { Day } from '../../platform/graphql/scalars.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { OrganisationType } from '../organisations/organisation.type.js';
import { CommitmentFilter, CommitmentInput } from './commitment.input.js';
import { CommitmentLists, CommitmentPage, CommitmentType } from './commitment.type.js';
import { commitmentById, commitmentListsStatement, commitmentPage } from './commitments.reads.js';
import { CommitmentsService } from './commitments.service.js';

@Resolver(() => CommitmentType)
export class CommitmentsResolver {
  constructor(private readonly reader: Reader, private readonly service: CommitmentsService) {}

  @Needs('commitment.read')
  @Query(() => CommitmentPage, { description: 'The next due first' })
  commitments(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('filter', { type: () => CommitmentFilter, nullable: true }) filter?: CommitmentFilter,
    @Args('first', { type: () => Int, defaultValue: 50 }) first = 50, @Args('after', { type: () => String, nullable: true }) after?: string,
  ) {
    const reading = this.reader.reading(viewer);
    return this.reader.answer(pageStatement(reading, selectionOf(info), commitmentPage(reading, { filter, first, after })));
  }

  @Needs('commitment.read')
  @Query(() => CommitmentType, { nullable: true })
  commitment(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', { type: () => ID }) id: string) {
    return this.read(viewer, id, info);
  }

  @Needs('commitment.read')
  @Query(() => CommitmentLists, { description: 'How many each of the usual lists holds; `country`: of that country, else of the viewer\'s own' })
  commitmentLists(@TheViewer() viewer: Viewer, @Args('country', { type: () => String, nullable: true }) country?: string) {
    return this.reader.answer(commitmentListsStatement(this.reader.reading(viewer), country ?? viewer.country));
  }

  @Needs('commitment.make')
  @Mutation(() => CommitmentType)
  async makeCommitment(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('input') input: CommitmentInput) {
    return this.read(viewer, await this.service.make(viewer, input), info);
  }

  @Needs('commitment.amend')
  @Mutation(() => CommitmentType)
  async amendCommitment(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number, @Args('input') input: CommitmentInput) {
    await this.service.amend(viewer, id, version, input);
    return this.read(viewer, id, info);
  }

  @Needs('commitment.amend')
  @Mutation(() => CommitmentType)
  async fulfilCommitment(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number) {
    await this.service.fulfil(viewer, id, version);
    return this.read(viewer, id, info);
  }

  @Needs('commitment.amend')
  @Mutation(() => CommitmentType, { description: 'Who is asked to verify it, also after it was fulfilled: whoever was asked may have left' })
  async nameVerifier(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number,
    @Args('verifierId', { type: () => ID, nullable: true, description: 'Null: whoever may' }) verifierId?: string,
  ) {
    await this.service.nameVerifier(viewer, id, version, verifierId ?? null);
    return this.read(viewer, id, info);
  }

  @Needs('commitment.verify')
  @Mutation(() => CommitmentType, { description: 'By whoever was asked, or may; never by whoever owes or fulfilled it' })
  async verifyCommitment(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number) {
    await this.service.verify(viewer, id, version);
    return this.read(viewer, id, info);
  }

  @Needs('commitment.amend')
  @Mutation(() => CommitmentType)
  async postponeCommitment(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number, @Args('dueOn', { type: () => Day }) dueOn: string, @Args('reason') reason: string) {
    await this.service.postpone(viewer, id, version, dueOn, reason);
    return this.read(viewer, id, info);
  }

  @Needs('commitment.amend')
  @Mutation(() => CommitmentType)
  async cancelCommitment(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number) {
    await this.service.cancel(viewer, id, version);
    return this.read(viewer, id, info);
  }

  @ResolveField(() => [String], { description: 'amend, verify …' })
  viewerCan(@TheViewer() viewer: Viewer, @Parent() row: { viewerCan: Subject & { owners: (string | null)[] } }) {
    const { owners, ...subject } = row.viewerCan;
    const mayVerify = owners.every((ownerUserId) => can(viewer, 'commitment.verify', { ...subject, ownerUserId }));
    return [...verbsOn(viewer, 'commitment', subject).filter((verb) => verb !== 'verify'), ...(mayVerify ? ['verify'] : [])];
  }

  private read(viewer: Viewer, id: string, info: GraphQLResolveInfo): Promise<CommitmentType | null> {
    if (!isUuid(id)) return Promise.resolve(null);
    return this.reader.answer(commitmentById(this.reader.reading(viewer), id, { children: selectionOf(info) }));
  }
}

@Resolver(() => OrganisationType)
export class OrganisationCommitmentsResolver {
  @ResolveField(() => [CommitmentType], { description: 'What it owes and is owed, open ones first' })
  commitments(@Parent() row: { commitments: CommitmentType[] }) {
    return row.commitments;
  }
}
