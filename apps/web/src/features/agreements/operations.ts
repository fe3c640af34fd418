import { graphql } from '../../gql/gql.js';
import type { AgreementQuery } from '../../gql/graphql.js';

/** All of one agreement: what its page shows and what its form edits. */
export const AgreementOperation = graphql(`
  query Agreement($id: ID!) {
    agreement(id: $id) {
      id title titleEn reference kind status stage summary inForceSince effectiveFrom effectiveTo terminatedOn terminationReason signaturesRequired
      themes sdgs strategyActivity inCoalitionName visibility country recordedOn demonstration version viewerCan
      statusReason { because on organisations missing }
      inForce { from to }
      counting { counts reason onceVerified }
      parties { id role required signedOn withdrawnOn withdrawalReason signatory { id name } organisation { id name acronym standing } }
      suspensions { id fromDay toDay reason }
      evidence { id title address archiveReference addedOn addedBy addedByViewer verifiedOn verifiedBy canVerify }
      renews { id title status } renewedBy { id title status } partOf { id title status } parts { id title status }
      meetings { id title kind startsAt }
      activities { id title kind startsOn endsOn }
      commitments { id text status dueOn fulfilledOn owner { name acronym } ownerUser ownerPerson { name } }
    }
  }
`);
export type Agreement = NonNullable<AgreementQuery['agreement']>;
export type Party = Agreement['parties'][number];

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
  mutation RecordSignature($id: ID!, $version: Int!, $partyId: ID!, $signedOn: Day!, $signatoryId: ID) {
    recordSignature(id: $id, version: $version, partyId: $partyId, signedOn: $signedOn, signatoryId: $signatoryId) { id }
  }
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
export const AddAgreementEvidence = graphql(`
  mutation AddAgreementEvidence($agreementId: ID!, $input: AgreementEvidenceInput!) { addAgreementEvidence(agreementId: $agreementId, input: $input) { id } }
`);
export const VerifyAgreementEvidence = graphql(`
  mutation VerifyAgreementEvidence($evidenceId: ID!) { verifyAgreementEvidence(evidenceId: $evidenceId) { id } }
`);
export const RemoveAgreementEvidence = graphql(`
  mutation RemoveAgreementEvidence($evidenceId: ID!) { removeAgreementEvidence(evidenceId: $evidenceId) { id } }
`);
