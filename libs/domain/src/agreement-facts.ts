import type { Day } from './day.js';

/** How far the work before signature has come. It carries no dates: it is what is known now. */
export const STAGES = ['identified', 'contacted', 'negotiating', 'text_agreed'] as const;
export type Stage = (typeof STAGES)[number];

/** How far a party that has not signed has come. Signed, ratified and withdrawn its dates say. */
export const PARTY_STAGES = ['invited', 'negotiating'] as const;
export type PartyStage = (typeof PARTY_STAGES)[number];

/**
 * What makes it enter into force: the signatures (all, or as many as suffice); the day that the text names, among those
 * bound by then; or an act after the signatures (a deposit of ratifications, a publication).
 */
export const ENTRY_RULES = ['signatures', 'day', 'act'] as const;
export type EntryRule = (typeof ENTRY_RULES)[number];

export interface PartyFacts {
  organisationId: string;
  /** The agreement waits for this party's signature (unless fewer signatures suffice). */
  required: boolean;
  signedOn: Day | null;
  /** Its signature alone does not bind it: its ratification does. Left out: it does. */
  ratificationRequired?: boolean;
  ratifiedOn?: Day | null;
  /** When the ratification was entered; left out: with the signature. */
  ratificationRecordedOn?: Day | null;
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

/** A signed amendment of the end: from the day `from` on the agreement runs to `effectiveTo`, included; null is open. */
export interface AmendmentFacts {
  number: number;
  from: Day;
  effectiveTo: Day | null;
  /** When its signature was entered; left out: with the agreement. */
  recordedOn?: Day;
}

/** `verifiedOn` null: nobody else has looked at it yet. `replacedOn`: since then another version stands for it, looked at or not. */
export interface EvidenceFacts {
  verifiedOn: Day | null;
  replacedOn?: Day | null;
}

/** All that is stored of an agreement and decides its status and whether it counts. */
export interface AgreementFacts {
  id: string;
  kindIsInstrument: boolean;
  /** Left out: of no kind that a definition could name. */
  kind?: string;
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
  /** Left out: the signatures. */
  entryRule?: EntryRule;
  /** The day of the act that it enters into force by; null: it has not happened. */
  actOn?: Day | null;
  /** When the act was entered; left out: with the agreement. */
  actRecordedOn?: Day | null;
  /** Those that change the end; others change nothing that is derived. */
  amendments?: readonly AmendmentFacts[];
  parties: readonly PartyFacts[];
  suspensions: readonly SuspensionFacts[];
  evidence: readonly EvidenceFacts[];
  renewsId: string | null;
  partOfId: string | null;
  /** What it is part of (see linkFrameworks): while that is suspended, so is this. */
  framework?: AgreementFacts | null;
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
    actOn: known(agreement.actRecordedOn) ? (agreement.actOn ?? null) : null,
    amendments: (agreement.amendments ?? []).filter((amendment) => known(amendment.recordedOn)),
    framework: agreement.framework ? asKnown(agreement.framework, knownOn) : null,
    parties: agreement.parties.map((party) => ({
      ...party,
      signedOn: known(party.recordedOn) ? party.signedOn : null,
      ratifiedOn: known(party.ratificationRecordedOn ?? party.recordedOn) ? (party.ratifiedOn ?? null) : null,
      withdrawnOn: known(party.withdrawalRecordedOn ?? party.recordedOn) ? party.withdrawnOn : null,
    })),
    suspensions: agreement.suspensions.filter((suspension) => known(suspension.recordedOn)),
    evidence: evidenceAsKnown(agreement.evidence, knownOn),
  };
}

/** The evidence as it stood at the end of a day: what was replaced later had its verification still. */
export function evidenceAsKnown(evidence: readonly EvidenceFacts[], knownOn: Day): EvidenceFacts[] {
  return evidence.map(({ verifiedOn, replacedOn = null }) => {
    const stands = replacedOn === null || replacedOn > knownOn;
    return { verifiedOn: stands && verifiedOn !== null && verifiedOn <= knownOn ? verifiedOn : null };
  });
}

/** The agreements, each with what it is part of, where that is among them; else with what it came with. */
export function linkFrameworks<T extends AgreementFacts>(agreements: readonly T[]): T[] {
  const linked = new Map(agreements.map((each) => [each.id, { ...each }]));
  for (const each of linked.values()) each.framework = (each.partOfId !== null && linked.get(each.partOfId)) || each.framework || null;
  return [...linked.values()];
}

/** What a party has come to on a day, by its dates; before them, what is known now. */
export function partyStateOn(party: Pick<PartyFacts, 'signedOn' | 'ratifiedOn' | 'withdrawnOn'> & { stage: PartyStage }, day: Day): PartyState {
  const happened = (on: Day | null | undefined) => on != null && on <= day;
  if (happened(party.withdrawnOn)) return 'withdrawn';
  if (happened(party.ratifiedOn)) return 'ratified';
  return happened(party.signedOn) ? 'signed' : party.stage;
}

export const PARTY_STATES = [...PARTY_STAGES, 'signed', 'ratified', 'withdrawn'] as const;
export type PartyState = (typeof PARTY_STATES)[number];

/** Has a second person verified at least one piece, in the version that stands now? */
export function isVerified(subject: { evidence: readonly EvidenceFacts[] }): boolean {
  return subject.evidence.some(({ verifiedOn, replacedOn = null }) => verifiedOn !== null && replacedOn === null);
}
