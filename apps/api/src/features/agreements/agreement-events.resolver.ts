import { Args, ID, Info, Int, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Viewer } from '@tejido/domain/policy.js';
import { Needs, TheViewer } from '../../platform/access/ability.js';
import { Reader } from '../../platform/graphql/read.js';
import { Day } from '../../platform/graphql/scalars.js';
import { agreementAnswer } from './agreement-answer.js';
import { AgreementEvents } from './agreement-events.js';
import { AgreementSignatories } from './agreement-signatories.js';
import { AgreementType } from './agreement.type.js';

const Id = () => Args('id', { type: () => ID });
const Version = () => Args('version', { type: () => Int });
const PartyId = () => Args('partyId', { type: () => ID });
const OnDay = (name: string) => Args(name, { type: () => Day });

@Resolver(() => AgreementType)
export class AgreementEventsResolver {
  constructor(private readonly reader: Reader, private readonly events: AgreementEvents, private readonly signatories: AgreementSignatories) {}

  @Needs('agreement.amend')
  @Mutation(() => AgreementType)
  async recordSignature(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Id() id: string, @Version() version: number, @PartyId() partyId: string,
    @OnDay('signedOn') signedOn: string, @Args('signatoryId', { type: () => ID, nullable: true, description: 'Who signed for the party; else who was named' }) signatoryId?: string | null,
    @Args('documentId', { type: () => ID, nullable: true, description: 'The evidence that is the signed document; absent keeps, null clears' }) documentId?: string | null,
  ) {
    await this.events.sign(viewer, id, version, partyId, { signedOn, signatoryId, documentId });
    return agreementAnswer(this.reader, viewer, id, info);
  }

  @Needs('agreement.amend')
  @Mutation(() => AgreementType, { description: 'Binds a party whose signature alone does not' })
  async recordRatification(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Id() id: string, @Version() version: number, @PartyId() partyId: string, @OnDay('ratifiedOn') ratifiedOn: string,
  ) {
    await this.events.ratify(viewer, id, version, partyId, ratifiedOn);
    return agreementAnswer(this.reader, viewer, id, info);
  }

  @Needs('agreement.amend')
  @Mutation(() => AgreementType, { description: 'How far a party that has not signed has come: invited, negotiating' })
  async moveParty(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Id() id: string, @Version() version: number, @PartyId() partyId: string, @Args('stage') stage: string,
  ) {
    await this.events.moveParty(viewer, id, version, partyId, stage);
    return agreementAnswer(this.reader, viewer, id, info);
  }

  @Needs('agreement.amend')
  @Mutation(() => AgreementType, { description: 'Who signs for a party; whoever was named before is substituted, with a reason' })
  async nameSignatory(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Id() id: string, @Version() version: number, @PartyId() partyId: string,
    @Args('personId', { type: () => ID }) personId: string,
    @Args('postId', { type: () => ID, nullable: true, description: 'One of their posts; absent: the one they hold at the party' }) postId?: string | null,
    @Args('reason', { type: () => String, nullable: true, description: 'Why somebody else was substituted' }) reason?: string | null,
  ) {
    await this.signatories.name(viewer, id, version, partyId, { personId, postId, reason });
    return agreementAnswer(this.reader, viewer, id, info);
  }

  @Needs('agreement.amend')
  @Mutation(() => AgreementType, { description: 'The act by which it enters into force has happened' })
  async recordEntryAct(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Id() id: string, @Version() version: number, @OnDay('actOn') actOn: string) {
    await this.events.recordAct(viewer, id, version, actOn);
    return agreementAnswer(this.reader, viewer, id, info);
  }

  @Needs('agreement.amend')
  @Mutation(() => AgreementType)
  async withdrawParty(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Id() id: string, @Version() version: number, @PartyId() partyId: string,
    @OnDay('withdrawnOn') withdrawnOn: string, @Args('reason') reason: string,
  ) {
    await this.events.withdraw(viewer, id, version, partyId, withdrawnOn, reason);
    return agreementAnswer(this.reader, viewer, id, info);
  }

  @Needs('agreement.amend')
  @Mutation(() => AgreementType, { description: 'Both days included; without a last day it lasts until it is ended' })
  async suspendAgreement(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Id() id: string, @Version() version: number,
    @OnDay('fromDay') fromDay: string, @Args('reason') reason: string, @Args('toDay', { type: () => Day, nullable: true }) toDay?: string,
  ) {
    await this.events.suspend(viewer, id, version, fromDay, toDay ?? null, reason);
    return agreementAnswer(this.reader, viewer, id, info);
  }

  @Needs('agreement.amend')
  @Mutation(() => AgreementType, { description: 'Sets the last day of a suspension' })
  async endSuspension(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Id() id: string, @Version() version: number,
    @Args('suspensionId', { type: () => ID }) suspensionId: string, @OnDay('toDay') toDay: string,
  ) {
    await this.events.endSuspension(viewer, id, version, suspensionId, toDay);
    return agreementAnswer(this.reader, viewer, id, info);
  }

  @Needs('agreement.amend')
  @Mutation(() => AgreementType, { description: 'The first day without it' })
  async terminateAgreement(
    @TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Id() id: string, @Version() version: number, @OnDay('on') on: string, @Args('reason') reason: string,
  ) {
    await this.events.terminate(viewer, id, version, on, reason);
    return agreementAnswer(this.reader, viewer, id, info);
  }

  @Needs('agreement.amend')
  @Mutation(() => AgreementType, { description: 'Takes back a termination that was entered by mistake' })
  async reinstateAgreement(@TheViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo, @Id() id: string, @Version() version: number) {
    await this.events.reinstate(viewer, id, version);
    return agreementAnswer(this.reader, viewer, id, info);
  }
}
