import { graphql } from '../../gql/gql.js';
import type { CommitmentToldFragment } from '../../gql/graphql.js';

/** What a line about a commitment tells, wherever it stands. */
graphql(`
  fragment CommitmentTold on Commitment {
    id text dueOn status direction version viewerCan meetingId meetingTitle agreementId agreementTitle
    owner { id name nameEn acronym acronymEn } ownerUser ownerPerson { name } beneficiary { id name nameEn acronym acronymEn } verifier { id name active }
  }
`);
export type CommitmentTold = CommitmentToldFragment;

export const PENDING = ['open', 'overdue'];
export const isPending = ({ status }: { status: string }): boolean => PENDING.includes(status);
