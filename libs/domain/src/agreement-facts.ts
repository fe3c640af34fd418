import type { Day } from './day.js';

/** How far the work before signature has come. It carries no dates: it is what is known now. */
export const STAGES = ['identified', 'contacted', 'negotiating', 'text_agreed'] as const;
export type Stage = (typeof STAGES)[number];

export interface PartyFacts {
  organisationId: string;
  /** The agreement waits for this party's signature (unless fewer signatures suffice). */
  required: boolean;
  signedOn: Day | null;
  /** The first day on which it is no party any more. */
  withdrawnOn: Day | null;
  /** When the signature was entered; left out: with the agreement. */
  recordedOn?: Day;
  /** When the withdrawal was entered; left out: with the signature. */
  withdrawalRecordedOn?: Day | null;
}

/** Both days included; `to` null is open. */
export interface SuspensionFacts {
  from: Day;
  to: Day | null;
  recordedOn?: Day;
}

/** `verifiedOn` null: nobody else has looked at it yet. */
export interface EvidenceFacts {
  verifiedOn: Day | null;
}

/** All that is stored of an agreement and decides its status and whether it counts. */
export interface AgreementFacts {
  id: string;
  kindIsInstrument: boolean;
  inCoalitionName: boolean;
  stage: Stage;
  /** First and last day that the text names, both included; null when it names none. */
  effectiveFrom: Day | null;
  effectiveTo: Day | null;
  /** The first day without it. */
  terminatedOn: Day | null;
  terminationRecordedOn?: Day | null;
  /** How many of the required parties suffice; null is all. */
  signaturesRequired: number | null;
  parties: readonly PartyFacts[];
  suspensions: readonly SuspensionFacts[];
  evidence: readonly EvidenceFacts[];
  renewsId: string | null;
  partOfId: string | null;
  recordedOn: Day;
  themes: readonly string[];
  sdgs?: readonly number[];
}

/**
 * The agreement as the registry knew it at the end of day `knownOn`: without what was entered later; null when the
 * agreement itself was. Without `knownOn` all that is known counts. Corrections of a date are not unwound: the
 * registry keeps the day of entry, not earlier values.
 */
export function asKnown(agreement: AgreementFacts, knownOn?: Day): AgreementFacts | null {
  if (knownOn === undefined) return agreement;
  if (agreement.recordedOn > knownOn) return null;
  const known = (recordedOn: Day | null | undefined) => (recordedOn ?? agreement.recordedOn) <= knownOn;
  return {
    ...agreement,
    terminatedOn: known(agreement.terminationRecordedOn) ? agreement.terminatedOn : null,
    parties: agreement.parties.map((party) => ({
      ...party,
      signedOn: known(party.recordedOn) ? party.signedOn : null,
      withdrawnOn: known(party.withdrawalRecordedOn ?? party.recordedOn) ? party.withdrawnOn : null,
    })),
    suspensions: agreement.suspensions.filter((suspension) => known(suspension.recordedOn)),
    evidence: agreement.evidence.map(({ verifiedOn }) => ({
      verifiedOn: verifiedOn !== null && verifiedOn <= knownOn ? verifiedOn : null,
    })),
  };
}

/** Has a second person verified at least one piece? */
export function isVerified(subject: { evidence: readonly EvidenceFacts[] }): boolean {
  return subject.evidence.some(({ verifiedOn }) => verifiedOn !== null);
}
