import { Args, ID, Info, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Subject, Viewer } from '@tejido/domain/policy.js';
import { proposalTotals, type ProposalGroup } from '@tejido/domain/proposal.js';
import { Needs, TheViewer, verbsOn } from '../../platform/access/ability.js';
import { pageStatement } from '../../platform/graphql/page.js';
import { Reader } from '../../platform/graphql/read.js';
import { Day } from '../../platform/graphql/scalars.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { ProposalFilter, ProposalInput, ProposalSort } from './proposal.input.js';
import { ProposalPage, ProposalTotalsType, ProposalType } from './proposal.type.js';
import { proposalById, proposalGroups, proposalPage } from './proposals.reads.js';
import { ProposalsService } from './proposals.service.js';

@Resolver(() => ProposalType)
export class ProposalsResolver {
  constructor(private readonly reader: Reader, private readonly service: ProposalsService) {}

  @Needs('proposal.read')
  @Query(() => ProposalPage)
  proposals(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo,
    @Args('filter', { type: () => ProposalFilter, nullable: true }) filter?: ProposalFilter,
    @Args('sort', { type: () => ProposalSort, nullable: true }) sort?: ProposalSort,
    @Args('first', { type: () => Int, defaultValue: 50 }) first = 50,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ) {
    return this.reader.answer(pageStatement(this.reader.reading(viewer), selectionOf(info), proposalPage({ filter, sort, first, after })));
  }

  @Needs('proposal.read')
  @Query(() => ProposalType, { nullable: true })
  proposal(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', { type: () => ID }) id: string) {
    return this.read(viewer, id, info);
  }

  @Needs('proposal.read')
  @Query(() => ProposalTotalsType, { description: 'Of the proposals that pass the filter: how many and how much in each stage, and how many of those answered were approved' })
  async proposalTotals(
    @TheViewer() viewer: Viewer, @Args('filter', { type: () => ProposalFilter, nullable: true }) filter?: ProposalFilter,
  ): Promise<ProposalTotalsType> {
    const groups = await this.reader.answer<ProposalGroup[]>(proposalGroups(this.reader.reading(viewer), filter ?? {}));
    const { byStage, ...rest } = proposalTotals(groups!);
    return { ...rest, byStage: byStage.map((each) => ({ ...each, amounts: [...each.amounts] })) };
  }

  @Needs('proposal.register')
  @Mutation(() => ProposalType)
  async registerProposal(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('input') input: ProposalInput) {
    return this.read(viewer, await this.service.register(viewer, input), info);
  }

  @Needs('proposal.amend')
  @Mutation(() => ProposalType)
  async amendProposal(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number, @Args('input') input: ProposalInput,
  ) {
    await this.service.amend(viewer, { id, version }, input);
    return this.read(viewer, id, info);
  }

  @Needs('proposal.amend')
  @Mutation(() => ProposalType, { description: 'It went to the funder' })
  async submitProposal(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number, @Args('on', { type: () => Day }) on: string,
  ) {
    await this.service.submit(viewer, { id, version }, on);
    return this.read(viewer, id, info);
  }

  @Needs('proposal.amend')
  @Mutation(() => ProposalType, { description: 'The funder\'s answer' })
  async decideProposal(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number, @Args('approved') approved: boolean, @Args('on', { type: () => Day }) on: string,
  ) {
    await this.service.decide(viewer, { id, version }, approved, on);
    return this.read(viewer, id, info);
  }

  @Needs('proposal.amend')
  @Mutation(() => ProposalType)
  async withdrawProposal(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number) {
    await this.service.withdraw(viewer, { id, version });
    return this.read(viewer, id, info);
  }

  @Needs('proposal.amend')
  @Mutation(() => ProposalType, { description: 'Back to drafting: its days are taken back' })
  async reopenProposal(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number) {
    await this.service.reopen(viewer, { id, version });
    return this.read(viewer, id, info);
  }

  @Needs('proposal.amend')
  @Mutation(() => Boolean, { description: 'Moves it to the trash' })
  async archiveProposal(@TheViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number) {
    await this.service.archive(viewer, { id, version });
    return true;
  }

  @ResolveField(() => [String], { description: 'The verbs that the viewer may do to this record' })
  viewerCan(@TheViewer() viewer: Viewer, @Parent() row: { viewerCan: Subject }) {
    return verbsOn(viewer, 'proposal', row.viewerCan);
  }

  private read(viewer: Viewer, id: string, info: GraphQLResolveInfo): Promise<ProposalType | null> {
    return isUuid(id) ? this.reader.answer(proposalById(this.reader.reading(viewer), id, { children: selectionOf(info) })) : Promise.resolve(null);
  }
}
