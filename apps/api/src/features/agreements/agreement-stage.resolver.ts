import { Args, ID, Info, Int, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Viewer } from '@tejido/domain/policy.js';
import { Needs, TheViewer } from '../../platform/access/ability.js';
import { Reader } from '../../platform/graphql/read.js';
import { agreementAnswer } from './agreement-answer.js';
import { AgreementStage } from './agreement-stage.js';
import { AgreementType } from './agreement.type.js';

@Resolver(() => AgreementType)
export class AgreementStageResolver {
  constructor(private readonly reader: Reader, private readonly stage: AgreementStage) {}

  @Needs('agreement.amend')
  @Mutation(() => AgreementType, { description: 'Among the stages before signature; what the dates decide cannot be set' })
  async moveAgreement(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo,
    @Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number, @Args('stage') stage: string,
  ) {
    await this.stage.move(viewer, id, version, stage);
    return agreementAnswer(this.reader, viewer, id, info);
  }
}
