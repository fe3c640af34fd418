import { Args, ID, Info, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { can, type Subject, type Viewer } from '@tejido/domain/policy.js';
import { Needs, TheViewer, verbsOn } from '../../platform/access/ability.js';
import { composed } from '../../platform/graphql/composed.js';
import { pageStatement } from '../../platform/graphql/page.js';
import { Reader } from '../../platform/graphql/read.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import { Day } from '../../platform/graphql/scalars.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { OrganisationType } from '../organisations/organisation.type.js';
import { AgreementEvidenceInput, AgreementFilter, AgreementInput, AgreementSort } from './agreement.input.js';
import { AgreementEvidenceType, AgreementPage, AgreementType, StatusReasonType } from './agreement.type.js';
import { agreementById, agreementPage } from './agreements.reads.js';
import { AgreementsService } from './agreements.service.js';
import { statusReason, type StatusFacts } from './status-reason.js';

@Resolver(() => AgreementType)
export class AgreementsResolver {
  constructor(private readonly reader: Reader, private readonly service: AgreementsService) {}

  @Needs('agreement.read')
  @Query(() => AgreementPage)
  agreements(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo,
    @Args('filter', { type: () => AgreementFilter, nullable: true }) filter?: AgreementFilter,
    @Args('sort', { type: () => AgreementSort, nullable: true }) sort?: AgreementSort,
    @Args('first', { type: () => Int, defaultValue: 50 }) first = 50,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ) {
    const reading = this.reader.reading(viewer);
    return this.reader.answer(pageStatement(reading, selectionOf(info), agreementPage(reading, { filter, sort, first, after })));
  }

  @Needs('agreement.read')
  @Query(() => AgreementType, { nullable: true })
  agreement(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', { type: () => ID }) id: string) {
    return this.read(viewer, id, info);
  }

  @Needs('agreement.register')
  @Mutation(() => AgreementType)
  async registerAgreement(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('input') input: AgreementInput) {
    return this.read(viewer, await this.service.register(viewer, input), info);
  }

  @Needs('agreement.amend')
  @Mutation(() => AgreementType)
  async amendAgreement(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number, @Args('input') input: AgreementInput) {
    await this.service.amend(viewer, id, version, input);
    return this.read(viewer, id, info);
  }

  @Needs('agreement.amend')
  @Mutation(() => AgreementType)
  async recordSignature(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number, @Args('partyId', { type: () => ID }) partyId: string, @Args('signedOn', { type: () => Day }) signedOn: string) {
    await this.service.sign(viewer, id, version, partyId, signedOn);
    return this.read(viewer, id, info);
  }

  @Needs('agreement.amend')
  @Mutation(() => AgreementType)
  async withdrawParty(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number, @Args('partyId', { type: () => ID }) partyId: string, @Args('withdrawnOn', { type: () => Day }) withdrawnOn: string) {
    await this.service.withdraw(viewer, id, version, partyId, withdrawnOn);
    return this.read(viewer, id, info);
  }

  @Needs('agreement.amend')
  @Mutation(() => AgreementType)
  async suspendAgreement(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number, @Args('fromDay', { type: () => Day }) fromDay: string, @Args('toDay', { type: () => Day, nullable: true }) toDay?: string, @Args('reason', { type: () => String, nullable: true }) reason?: string) {
    await this.service.suspend(viewer, id, version, fromDay, toDay ?? null, reason ?? '');
    return this.read(viewer, id, info);
  }

  @Needs('agreement.amend')
  @Mutation(() => AgreementType)
  async terminateAgreement(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number, @Args('on', { type: () => Day }) on: string, @Args('reason', { type: () => String, nullable: true }) reason?: string) {
    await this.service.terminate(viewer, id, version, on, reason ?? '');
    return this.read(viewer, id, info);
  }

  @Needs('agreement.amend')
  @Mutation(() => Boolean, { description: 'Moves it to the trash' })
  async archiveAgreement(@TheViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number) {
    await this.service.archive(viewer, id, version);
    return true;
  }

  @Needs('evidence.add')
  @Mutation(() => AgreementType)
  async addAgreementEvidence(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('agreementId', { type: () => ID }) agreementId: string, @Args('input') input: AgreementEvidenceInput) {
    await this.service.addEvidence(viewer, agreementId, input);
    return this.read(viewer, agreementId, info);
  }

  @Needs('evidence.verify')
  @Mutation(() => AgreementType, { description: 'By somebody other than whoever added it' })
  async verifyAgreementEvidence(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('evidenceId', { type: () => ID }) evidenceId: string) {
    return this.read(viewer, await this.service.verifyEvidence(viewer, evidenceId), info);
  }

  @ResolveField(() => [String], { description: 'The verbs that the viewer may do to this record' })
  viewerCan(@TheViewer() viewer: Viewer, @Parent() row: { viewerCan: Subject }) {
    return verbsOn(viewer, 'agreement', row.viewerCan);
  }

  @ResolveField(() => StatusReasonType)
  statusReason(@Parent() row: { statusReason: StatusFacts }) {
    return statusReason(row.statusReason);
  }

  private read(viewer: Viewer, id: string, info: GraphQLResolveInfo): Promise<AgreementType | null> {
    return isUuid(id) ? this.reader.answer(agreementById(this.reader.reading(viewer), id, { children: selectionOf(info) })) : Promise.resolve(null);
  }
}

@Resolver(() => AgreementEvidenceType)
export class AgreementEvidenceResolver {
  @ResolveField(() => Boolean)
  canVerify(@TheViewer() viewer: Viewer, @Parent() row: { canVerify: { addedBy: string | null; verified: boolean } }) {
    return !row.canVerify.verified && can(viewer, 'evidence.verify', { ownerUserId: row.canVerify.addedBy });
  }
}

@Resolver(() => OrganisationType)
export class OrganisationAgreementsResolver {
  @ResolveField(() => [AgreementType], { description: 'Its own and those of the offices that count with it, latest first' })
  agreements(@Parent() row: object, @Info() info: GraphQLResolveInfo, @Args('first', { type: () => Int, defaultValue: 50 }) _first: number) {
    return composed(row, info);
  }
}
