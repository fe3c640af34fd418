import { graphql } from '../../gql/gql.js';
import type { EvidenceToldFragment } from '../../gql/graphql.js';

graphql(`
  fragment EvidenceTold on Evidence {
    id title address archiveReference state addedOn addedBy addedByViewer verifiedOn verifiedBy returnedOn returnedBy returnReason canVerify version
    file { id name mediaType size }
    proves { kind id title }
    versions { id title address archiveReference addedOn addedBy verifiedOn verifiedBy returnReason file { id name mediaType size } }
  }
`);
export type Evidence = EvidenceToldFragment;
export type EvidenceFile = NonNullable<Evidence['file']>;
export type EvidenceState = 'waiting' | 'returned' | 'verified';

/** The record that evidence proves. */
export interface Proven { kind: 'agreement' | 'activity'; id: string }

export const EvidenceOfAgreement = graphql(`
  query EvidenceOfAgreement($id: ID!) { agreement(id: $id) { id evidence { ...EvidenceTold } } }
`);
export const EvidenceOfActivity = graphql(`
  query EvidenceOfActivity($id: ID!) { activity(id: $id) { id evidence { ...EvidenceTold } } }
`);
export const EvidenceQueue = graphql(`
  query EvidenceQueue($filter: EvidenceFilter, $after: String) {
    evidence(filter: $filter, first: 50, after: $after) { total hasMore endCursor facets { name values { value count } } nodes { ...EvidenceTold } }
  }
`);
export const AddAgreementEvidence = graphql(`
  mutation AddAgreementEvidence($id: ID!, $input: EvidenceInput!) { addAgreementEvidence(agreementId: $id, input: $input) { id } }
`);
export const AddActivityEvidence = graphql(`
  mutation AddActivityEvidence($id: ID!, $input: EvidenceInput!) { addActivityEvidence(activityId: $id, input: $input) { id } }
`);
export const ReplaceEvidence = graphql(`
  mutation ReplaceEvidence($id: ID!, $version: Int!, $input: EvidenceInput!) { replaceEvidence(id: $id, version: $version, input: $input) { id } }
`);
export const VerifyEvidence = graphql(`
  mutation VerifyEvidence($id: ID!, $version: Int!) { verifyEvidence(id: $id, version: $version) { id } }
`);
export const SendBackEvidence = graphql(`
  mutation SendBackEvidence($id: ID!, $version: Int!, $reason: String!) { sendBackEvidence(id: $id, version: $version, reason: $reason) { id } }
`);
export const RemoveEvidence = graphql(`
  mutation RemoveEvidence($id: ID!) { removeEvidence(id: $id) }
`);
