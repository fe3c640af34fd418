import { type AgreementFacts, type PartyFacts, asKnown } from './agreement-facts.js';
import { type Day, dayAfter, maxDay } from './day.js';
import { type Span, EVER, clip, contains, inclusive, normalise, subtract } from './span.js';

export const STATUSES = [
  'prospect', 'negotiating', 'awaiting_signatures', 'in_force', 'suspended', 'expired', 'terminated',
] as const;
export type Status = (typeof STATUSES)[number];

export const STATUS_BECAUSE = [
  'recorded_later', 'stage_identified', 'stage_contacted', 'stage_negotiating', 'waits_for_signatures',
  'not_yet_effective', 'since_last_signature', 'since_effective_from', 'suspended', 'expired', 'expired_unsigned',
  'terminated', 'party_withdrew',
] as const;
export type StatusBecause = (typeof STATUS_BECAUSE)[number];

/**
 * Why an agreement has its status. `on` is the day that decides (it began, ends, ended; for a suspension its last day,
 * null when open). `organisationIds` are the parties it waits for, that signed last, or that withdrew. `missing` is how
 * many signatures are still needed.
 */
export interface StatusReason {
  status: Status;
  because: StatusBecause;
  on: Day | null;
  organisationIds: readonly string[];
  missing: number;
}

/**
 * The days on which the agreement is in force, normalised. Law: enough required parties are bound; it runs from
 * the later of effective-from and the last signature needed, to effective-to included; not from termination on; not
 * while suspended. `knownOn` leaves out what was entered later.
 */
export function inForceSpans(agreement: AgreementFacts, knownOn?: Day): Span[] {
  const facts = asKnown(agreement, knownOn);
  return facts ? subtract(withoutSuspensions(facts), facts.suspensions.map((each) => inclusive(each.from, each.to))) : [];
}

/** The status on a day, as known on `knownOn` (left out: today). */
export function statusOn(agreement: AgreementFacts, day: Day, knownOn?: Day): Status {
  return explainStatus(agreement, day, knownOn).status;
}

/**
 * The status with its reason. The stage before signature has no dates, so on any day before the signatures it is what
 * is known now. Signed but effective later is 'negotiating' with because 'not_yet_effective': nobody's signature is
 * awaited and it binds nobody yet. An agreement that too many required parties left is 'terminated'.
 */
export function explainStatus(agreement: AgreementFacts, day: Day, knownOn?: Day): StatusReason {
  const facts = asKnown(agreement, knownOn);
  if (!facts) return because('prospect', 'recorded_later', agreement.recordedOn);
  const bound = boundSpans(facts);
  if (facts.terminatedOn !== null && day >= facts.terminatedOn) return because('terminated', 'terminated', facts.terminatedOn);
  if (facts.effectiveTo !== null && day > facts.effectiveTo) {
    const signed = clip(bound, { from: EVER.from, to: dayAfter(facts.effectiveTo) }).length > 0;
    return because('expired', signed ? 'expired' : 'expired_unsigned', facts.effectiveTo);
  }
  if (!contains(bound, day)) return explainUnbound(facts, bound, day);
  if (facts.effectiveFrom !== null && day < facts.effectiveFrom) {
    return because('negotiating', 'not_yet_effective', facts.effectiveFrom);
  }
  const suspension = facts.suspensions.find((each) => contains([inclusive(each.from, each.to)], day));
  if (suspension) return because('suspended', 'suspended', suspension.to);
  return explainForce(facts, bound, day);
}

/** The parties whose signature the agreement needs: those marked so, all when none is. */
export function requiredParties(facts: AgreementFacts): readonly PartyFacts[] {
  const required = facts.parties.filter((party) => party.required);
  return required.length > 0 ? required : facts.parties;
}

/** The days on which a party is bound by its signature; a party that need not sign is bound until it withdraws. */
export function partySpans(party: PartyFacts, needsSignature = party.required): Span[] {
  if (party.signedOn === null && needsSignature) return [];
  return normalise([{ from: party.signedOn ?? EVER.from, to: party.withdrawnOn }]);
}

// An agreement that nobody has to sign is a mistake of entry, not an agreement in force.
const signaturesNeeded = (facts: AgreementFacts): number => Math.max(1, facts.signaturesRequired ?? requiredParties(facts).length);

function withoutSuspensions(facts: AgreementFacts): Span[] {
  const end = facts.effectiveTo === null ? null : dayAfter(facts.effectiveTo);
  const text = [{ from: facts.effectiveFrom ?? EVER.from, to: end }];
  const ended = facts.terminatedOn === null ? [] : [{ from: facts.terminatedOn, to: null }];
  return subtract(text.flatMap((window) => clip(boundSpans(facts), window)), ended);
}

// The days on which at least the needed number of required parties is bound: a sweep over signatures and withdrawals.
function boundSpans(facts: AgreementFacts): Span[] {
  const needed = signaturesNeeded(facts);
  const bindings = requiredParties(facts).flatMap((party) => partySpans(party, true));
  const turns = [...new Set(bindings.flatMap(({ from, to }) => (to === null ? [from] : [from, to])))].sort();
  const pieces = turns.map((from, at) => ({ from, to: turns[at + 1] ?? null }));
  return normalise(pieces.filter(({ from }) => bindings.filter((each) => contains([each], from)).length >= needed));
}

function explainUnbound(facts: AgreementFacts, bound: readonly Span[], day: Day): StatusReason {
  const required = requiredParties(facts);
  const ended = bound.filter((span) => span.to !== null && span.to <= day).at(-1)?.to ?? null;
  if (ended !== null) {
    const left = required.filter((party) => party.withdrawnOn === ended);
    return because('terminated', 'party_withdrew', ended, left.map((party) => party.organisationId));
  }
  const unsigned = required.filter((party) => party.signedOn === null || party.signedOn > day);
  const somebodySigned = unsigned.length < required.length;
  if (!somebodySigned && facts.stage !== 'text_agreed') return explainStage(facts.stage);
  const missing = Math.max(0, signaturesNeeded(facts) - (required.length - unsigned.length));
  return { ...because('awaiting_signatures', 'waits_for_signatures', null, unsigned.map((party) => party.organisationId)), missing };
}

function explainStage(stage: 'identified' | 'contacted' | 'negotiating'): StatusReason {
  return because(stage === 'negotiating' ? 'negotiating' : 'prospect', `stage_${stage}`, null);
}

function explainForce(facts: AgreementFacts, bound: readonly Span[], day: Day): StatusReason {
  const signed = bound.find((span) => contains([span], day))?.from ?? day;
  const since = maxDay(facts.effectiveFrom, signed);
  // Parties sign on different days: it runs from the last one that was needed.
  if (since !== signed || facts.effectiveFrom === signed) return because('in_force', 'since_effective_from', since);
  const last = requiredParties(facts).filter((party) => party.signedOn === signed);
  return because('in_force', 'since_last_signature', since, last.map((party) => party.organisationId));
}

function because(status: Status, code: StatusBecause, on: Day | null, organisationIds: readonly string[] = []): StatusReason {
  return { status, because: code, on, organisationIds, missing: 0 };
}
