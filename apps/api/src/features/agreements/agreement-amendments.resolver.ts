import { Args, ID, Info, Int, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Viewer } from '@tejido/domain/policy.js';
import { Needs, TheViewer } from '../../platform/access/ability.js';
import { Reader } from '../../platform/graphql/read.js';
import { Day } from '../../platform/graphql/scalars.js';
import { AgreementAmendments } from './agreement-amendments.js';
import { agreementAnswer } from './agreement-answer.js';
import { AmendmentInput } from './agreement.input.js';
import { AgreementType } from './agreement.type.js';

const Id = () => Args('id', { type: () => ID });
const Version = () => Args('version', { type: () => Int });
const AmendmentId = () => Args('amendmentId', { type: () => ID });

@Resolver(() => AgreementType)
export class AgreementAmendmentsResolver {
  constructor(private readonly reader: Reader, private readonly amendments: AgreementAmendments) {}

  @Needs('agreement.amend')
  @Mutation(() => AgreementType, { description: 'A draft: it changes nothing until it is signed' })
  async draftAmendment(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Id() id: string, @Version() version: number, @Args('input') input: AmendmentInput,
  ) {
    await this.amendments.draft(viewer, id, version, input);
    return agreementAnswer(this.reader, viewer, id, info);
  }

  @Needs('agreement.amend')
  @Mutation(() => AgreementType)
  async amendAmendment(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Id() id: string, @Version() version: number, @AmendmentId() amendmentId: string,
    @Args('input') input: AmendmentInput,
  ) {
    await this.amendments.amend(viewer, id, version, amendmentId, input);
    return agreementAnswer(this.reader, viewer, id, info);
  }

  @Needs('agreement.amend')
  @Mutation(() => AgreementType, { description: 'It gets the next number of its agreement' })
  async signAmendment(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Id() id: string, @Version() version: number, @AmendmentId() amendmentId: string,
    @Args('signedOn', { type: () => Day }) signedOn: string,
  ) {
    await this.amendments.sign(viewer, id, version, amendmentId, signedOn);
    return agreementAnswer(this.reader, viewer, id, info);
  }

  @Needs('agreement.amend')
  @Mutation(() => AgreementType, { description: 'Drops a draft' })
  async dropAmendment(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Id() id: string, @Version() version: number, @AmendmentId() amendmentId: string) {
    await this.amendments.drop(viewer, id, version, amendmentId);
    return agreementAnswer(this.reader, viewer, id, info);
  }
}
