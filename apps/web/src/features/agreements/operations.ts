import { graphql } from '../../gql/gql.js';
import type { AgreementQuery } from '../../gql/graphql.js';

/** All of one agreement: what its page shows and what its form edits. */
export const AgreementOperation = graphql(`
  query Agreement($id: ID!) {
    agreement(id: $id) {
      id title titleEn reference kind status stage summary inForceSince datedOn effectiveFrom effectiveTo endsOn terminatedOn terminationReason signaturesRequired entryRule entryAct actOn referenceGiven
      themes sdgs strategyActivity inCoalitionName visibility country recordedOn demonstration version viewerCan
      statusReason { because on organisations missing framework }
      inForce { from to }
      counting { counts reason onceVerified }
      parties {
        id role required state signedOn ratificationRequired ratifiedOn withdrawnOn withdrawalReason signatory { id name } signatoryPost { id post toDay }
        formerSignatories { id reason replacedOn person { id name } post { post } } document { id title address archiveReference file { id name mediaType size } } organisation { id name nameEn acronym acronymEn standing }
      }
      amendments { id number title terms signedOn effectiveFrom changesEnd effectiveTo }
      suspensions { id fromDay toDay reason }
      evidence { id title }
      renews { id title titleEn status } renewedBy { id title titleEn status } partOf { id title titleEn status } parts { id title titleEn status }
      meetings { id title kind startsAt }
      activities { id title titleEn kind startsOn endsOn }
      commitments { id text status dueOn fulfilledOn owner { name nameEn acronym acronymEn } ownerUser ownerPerson { name } }
    }
  }
`);
export type Agreement = NonNullable<AgreementQuery['agreement']>;
export type Party = Agreement['parties'][number];
export type SignedDocument = NonNullable<Party['document']>;
export type Amendment = Agreement['amendments'][number];

export const RegisterAgreement = graphql(`
  mutation RegisterAgreement($input: AgreementInput!) { registerAgreement(input: $input) { id } }
`);
export const AmendAgreement = graphql(`
  mutation AmendAgreement($id: ID!, $version: Int!, $input: AgreementInput!) { amendAgreement(id: $id, version: $version, input: $input) { id } }
`);
export const ArchiveAgreement = graphql(`
  mutation ArchiveAgreement($id: ID!, $version: Int!) { archiveAgreement(id: $id, version: $version) }
`);
export const RecordSignature = graphql(`
  mutation RecordSignature($id: ID!, $version: Int!, $partyId: ID!, $signedOn: Day!, $signatoryId: ID, $documentId: ID) {
    recordSignature(id: $id, version: $version, partyId: $partyId, signedOn: $signedOn, signatoryId: $signatoryId, documentId: $documentId) { id }
  }
`);
export const RecordRatification = graphql(`
  mutation RecordRatification($id: ID!, $version: Int!, $partyId: ID!, $ratifiedOn: Day!) {
    recordRatification(id: $id, version: $version, partyId: $partyId, ratifiedOn: $ratifiedOn) { id }
  }
`);
export const MoveParty = graphql(`
  mutation MoveParty($id: ID!, $version: Int!, $partyId: ID!, $stage: String!) { moveParty(id: $id, version: $version, partyId: $partyId, stage: $stage) { id } }
`);
export const NameSignatory = graphql(`
  mutation NameSignatory($id: ID!, $version: Int!, $partyId: ID!, $personId: ID!, $reason: String) {
    nameSignatory(id: $id, version: $version, partyId: $partyId, personId: $personId, reason: $reason) { id }
  }
`);
export const RecordEntryAct = graphql(`
  mutation RecordEntryAct($id: ID!, $version: Int!, $actOn: Day!) { recordEntryAct(id: $id, version: $version, actOn: $actOn) { id } }
`);
export const NumberAgreement = graphql(`
  mutation NumberAgreement($id: ID!, $version: Int!) { numberAgreement(id: $id, version: $version) { id } }
`);
export const DraftAmendment = graphql(`
  mutation DraftAmendment($id: ID!, $version: Int!, $input: AmendmentInput!) { draftAmendment(id: $id, version: $version, input: $input) { id } }
`);
export const AmendAmendment = graphql(`
  mutation AmendAmendment($id: ID!, $version: Int!, $amendmentId: ID!, $input: AmendmentInput!) {
    amendAmendment(id: $id, version: $version, amendmentId: $amendmentId, input: $input) { id }
  }
`);
export const SignAmendment = graphql(`
  mutation SignAmendment($id: ID!, $version: Int!, $amendmentId: ID!, $signedOn: Day!) {
    signAmendment(id: $id, version: $version, amendmentId: $amendmentId, signedOn: $signedOn) { id }
  }
`);
export const DropAmendment = graphql(`
  mutation DropAmendment($id: ID!, $version: Int!, $amendmentId: ID!) { dropAmendment(id: $id, version: $version, amendmentId: $amendmentId) { id } }
`);
export const WithdrawParty = graphql(`
  mutation WithdrawParty($id: ID!, $version: Int!, $partyId: ID!, $withdrawnOn: Day!, $reason: String!) {
    withdrawParty(id: $id, version: $version, partyId: $partyId, withdrawnOn: $withdrawnOn, reason: $reason) { id }
  }
`);
export const SuspendAgreement = graphql(`
  mutation SuspendAgreement($id: ID!, $version: Int!, $fromDay: Day!, $toDay: Day, $reason: String!) {
    suspendAgreement(id: $id, version: $version, fromDay: $fromDay, toDay: $toDay, reason: $reason) { id }
  }
`);
export const EndSuspension = graphql(`
  mutation EndSuspension($id: ID!, $version: Int!, $suspensionId: ID!, $toDay: Day!) {
    endSuspension(id: $id, version: $version, suspensionId: $suspensionId, toDay: $toDay) { id }
  }
`);
export const TerminateAgreement = graphql(`
  mutation TerminateAgreement($id: ID!, $version: Int!, $on: Day!, $reason: String!) { terminateAgreement(id: $id, version: $version, on: $on, reason: $reason) { id } }
`);
export const ReinstateAgreement = graphql(`
  mutation ReinstateAgreement($id: ID!, $version: Int!) { reinstateAgreement(id: $id, version: $version) { id } }
`);
