import { Args, ID, Info, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { can, type Viewer } from '@tejido/domain/policy.js';
import { Needs, TheViewer } from '../../platform/access/ability.js';
import { Reader } from '../../platform/graphql/read.js';
import { agreementAnswer } from './agreement-answer.js';
import { AgreementEvidence } from './agreement-evidence.js';
import { AgreementEvidenceInput } from './agreement.input.js';
import { AgreementEvidenceType, AgreementType } from './agreement.type.js';

@Resolver(() => AgreementEvidenceType)
export class AgreementEvidenceResolver {
  constructor(private readonly reader: Reader, private readonly evidence: AgreementEvidence) {}

  @Needs('evidence.add')
  @Mutation(() => AgreementType)
  async addAgreementEvidence(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('agreementId', { type: () => ID }) agreementId: string, @Args('input') input: AgreementEvidenceInput,
  ) {
    await this.evidence.add(viewer, agreementId, input);
    return agreementAnswer(this.reader, viewer, agreementId, info);
  }

  @Needs('evidence.verify')
  @Mutation(() => AgreementType, { description: 'By somebody other than whoever added it' })
  async verifyAgreementEvidence(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('evidenceId', { type: () => ID }) evidenceId: string) {
    return agreementAnswer(this.reader, viewer, await this.evidence.verify(viewer, evidenceId), info);
  }

  @Needs('evidence.add')
  @Mutation(() => AgreementType, { description: 'A wrong one, before anybody verified it' })
  async removeAgreementEvidence(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Args('evidenceId', { type: () => ID }) evidenceId: string) {
    return agreementAnswer(this.reader, viewer, await this.evidence.remove(viewer, evidenceId), info);
  }

  @ResolveField(() => Boolean)
  canVerify(@TheViewer() viewer: Viewer, @Parent() row: { canVerify: { addedBy: string | null; verified: boolean } }) {
    return !row.canVerify.verified && can(viewer, 'evidence.verify', { ownerUserId: row.canVerify.addedBy });
  }
}
