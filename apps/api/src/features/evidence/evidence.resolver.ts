import { Args, ID, Info, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { can, type Viewer } from '@tejido/domain/policy.js';
import { Needs, TheViewer } from '../../platform/access/ability.js';
import { pageStatement } from '../../platform/graphql/page.js';
import { Reader } from '../../platform/graphql/read.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import { EvidenceFilter, EvidenceInput } from './evidence.input.js';
import { evidenceById, evidencePage } from './evidence.reads.js';
import { EvidenceService } from './evidence.service.js';
import { EvidencePage, EvidenceType } from './evidence.type.js';

const ID_ARG = { type: () => ID } as const;
const VERSION = { type: () => Int, description: 'The one that the viewer looked at' } as const;

@Resolver(() => EvidenceType)
export class EvidenceResolver {
  constructor(private readonly reader: Reader, private readonly service: EvidenceService) {}

  @Needs('evidence.read')
  @Query(() => EvidencePage, { description: 'Of all records that the viewer sees, the oldest first: the queue of what waits for a second person is its filter' })
  evidence(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo,
    @Args('filter', { type: () => EvidenceFilter, nullable: true }) filter?: EvidenceFilter,
    @Args('first', { type: () => Int, defaultValue: 50 }) first = 50,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ) {
    const reading = this.reader.reading(viewer);
    return this.reader.answer(pageStatement(reading, selectionOf(info), evidencePage(reading, { filter, first, after })));
  }

  @Needs('evidence.add')
  @Mutation(() => EvidenceType, { nullable: true })
  async addAgreementEvidence(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('agreementId', ID_ARG) agreementId: string, @Args('input') input: EvidenceInput) {
    return this.read(viewer, await this.service.add(viewer, { agreementId, activityId: null }, input), info);
  }

  @Needs('evidence.add')
  @Mutation(() => EvidenceType, { nullable: true })
  async addActivityEvidence(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('activityId', ID_ARG) activityId: string, @Args('input') input: EvidenceInput) {
    return this.read(viewer, await this.service.add(viewer, { agreementId: null, activityId }, input), info);
  }

  @Needs('evidence.add')
  @Mutation(() => EvidenceType, { nullable: true, description: 'Another document in its place: what it was stays as a version, and a second person has to look again' })
  async replaceEvidence(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', ID_ARG) id: string, @Args('version', VERSION) version: number, @Args('input') input: EvidenceInput,
  ) {
    await this.service.replace(viewer, id, version, input);
    return this.read(viewer, id, info);
  }

  @Needs('evidence.verify')
  @Mutation(() => EvidenceType, { nullable: true, description: 'By somebody other than whoever added it' })
  async verifyEvidence(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', ID_ARG) id: string, @Args('version', VERSION) version: number) {
    await this.service.verify(viewer, id, version);
    return this.read(viewer, id, info);
  }

  @Needs('evidence.verify')
  @Mutation(() => EvidenceType, { nullable: true, description: 'Found wanting, by somebody other than whoever added it' })
  async sendBackEvidence(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', ID_ARG) id: string, @Args('version', VERSION) version: number, @Args('reason') reason: string,
  ) {
    await this.service.sendBack(viewer, id, version, reason);
    return this.read(viewer, id, info);
  }

  @Needs('evidence.add')
  @Mutation(() => Boolean, { description: 'A wrong one, before anybody verified it' })
  async removeEvidence(@TheViewer() viewer: Viewer, @Args('id', ID_ARG) id: string) {
    await this.service.remove(viewer, id);
    return true;
  }

  @ResolveField(() => Boolean)
  canVerify(@TheViewer() viewer: Viewer, @Parent() row: { canVerify: { addedBy: string | null; waits: boolean } }) {
    return row.canVerify.waits && can(viewer, 'evidence.verify', { ownerUserId: row.canVerify.addedBy });
  }

  private read(viewer: Viewer, id: string, info: GraphQLResolveInfo): Promise<EvidenceType | null> {
    return this.reader.answer(evidenceById(this.reader.reading(viewer), id, { children: selectionOf(info) }));
  }
}
