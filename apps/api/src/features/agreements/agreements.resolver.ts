import { Args, ID, Info, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Subject, Viewer } from '@tejido/domain/policy.js';
import { Needs, TheViewer, verbsOn } from '../../platform/access/ability.js';
import { composed } from '../../platform/graphql/composed.js';
import { pageStatement } from '../../platform/graphql/page.js';
import { Reader } from '../../platform/graphql/read.js';
import { selectionOf } from '../../platform/graphql/selection.js';
import { OrganisationType } from '../organisations/organisation.type.js';
import { agreementAnswer } from './agreement-answer.js';
import { countingOf, type CountingFacts } from './agreement-counting.js';
import { AgreementFilter, AgreementInput, AgreementSort } from './agreement.input.js';
import { AgreementCountingType, AgreementPage, AgreementType, StatusReasonType } from './agreement.type.js';
import { agreementPage } from './agreements.reads.js';
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
    return agreementAnswer(this.reader, viewer, id, info);
  }

  @Needs('agreement.register')
  @Mutation(() => AgreementType)
  async registerAgreement(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('input') input: AgreementInput) {
    return agreementAnswer(this.reader, viewer, await this.service.register(viewer, input), info);
  }

  @Needs('agreement.amend')
  @Mutation(() => AgreementType)
  async amendAgreement(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo,
    @Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number, @Args('input') input: AgreementInput,
  ) {
    await this.service.amend(viewer, id, version, input);
    return agreementAnswer(this.reader, viewer, id, info);
  }

  @Needs('agreement.amend')
  @Mutation(() => Boolean, { description: 'Moves it to the trash' })
  async archiveAgreement(@TheViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number) {
    await this.service.archive(viewer, id, version);
    return true;
  }

  @Needs('agreement.amend')
  @Mutation(() => AgreementType, { description: 'Takes it back out of the trash' })
  async restoreAgreement(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number) {
    await this.service.restore(viewer, id, version);
    return agreementAnswer(this.reader, viewer, id, info);
  }

  @ResolveField(() => [String], { description: 'The verbs that the viewer may do to this record' })
  viewerCan(@TheViewer() viewer: Viewer, @Parent() row: { viewerCan: Subject }) {
    return verbsOn(viewer, 'agreement', row.viewerCan);
  }

  @ResolveField(() => StatusReasonType)
  statusReason(@Parent() row: { statusReason: StatusFacts }) {
    return statusReason(row.statusReason);
  }

  @ResolveField(() => AgreementCountingType)
  counting(@Parent() row: { counting: CountingFacts }) {
    return countingOf(row.counting);
  }
}

@Resolver(() => OrganisationType)
export class OrganisationAgreementsResolver {
  @ResolveField(() => [AgreementType], { description: 'Its own and those of the offices that count with it, latest first' })
  agreements(@Parent() row: object, @Info() info: GraphQLResolveInfo, @Args('first', { type: () => Int, defaultValue: 50 }) _first: number) {
    return composed(row, info);
  }
}
