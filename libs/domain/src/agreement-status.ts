import { type AgreementFacts, type PartyFacts, asKnown } from './agreement-facts.js';
import { type Day, dayAfter, maxDay } from './day.js';
import { type Span, EVER, clip, contains, inclusive, intersect, normalise, subtract } from './span.js';

export const STATUSES = [
  'prospect', 'negotiating', 'awaiting_signatures', 'in_force', 'suspended', 'expired', 'terminated',
] as const;
export type Status = (typeof STATUSES)[number];

export const STATUS_BECAUSE = [
  'recorded_later', 'stage_identified', 'stage_contacted', 'stage_negotiating', 'waits_for_signatures',
  'waits_for_ratifications', 'waits_for_act', 'not_yet_effective', 'since_last_signature', 'since_last_ratification',
  'since_effective_from', 'since_act', 'suspended', 'framework_suspended', 'expired', 'expired_unsigned',
  'terminated', 'party_withdrew',
] as const;
export type StatusBecause = (typeof STATUS_BECAUSE)[number];

/**
 * Why an agreement has its status. `on` is the day that decides (it began, ends, ended; for a suspension its last day,
 * null when open). `organisationIds` are the parties it waits for, that signed last, or that withdrew. `missing` is how
 * many signatures or ratifications are still needed. `agreementId` is the framework whose suspension suspends it.
 */
export interface StatusReason {
  status: Status;
  because: StatusBecause;
  on: Day | null;
  organisationIds: readonly string[];
  missing: number;
  agreementId: string | null;
}

/**
 * The days on which the agreement is in force, normalised. Law: enough required parties are bound (by signature, or by
 * ratification where it is demanded); it runs from the latest of effective-from, the last bond needed and the act that it waits
 * for, to effective-to included, as amended; not from termination on; not while it or its framework is suspended. `knownOn`
 * leaves out what was entered later.
 */
export function inForceSpans(agreement: AgreementFacts, knownOn?: Day): Span[] {
  const facts = asKnown(agreement, knownOn);
  if (!facts) return [];
  return subtract(enteredSpans(facts), pauses(facts));
}

/** The last day that the text names, as the amendments have it on `day`; left out: as the last of them has it. Null is open. */
export function endOn(facts: AgreementFacts, day?: Day): Day | null {
  return terms(facts).filter(({ from }) => day === undefined || from <= day).at(-1)?.end ?? null;
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
  const end = endOn(facts, day);
  if (end !== null && day > end) return because('expired', everEntered(facts, bound, end) ? 'expired' : 'expired_unsigned', end);
  if (!contains(bound, day)) return explainUnbound(facts, bound, day);
  if (!contains(actSpans(facts), day)) return because('awaiting_signatures', 'waits_for_act', facts.actOn ?? null);
  if (facts.effectiveFrom !== null && day < facts.effectiveFrom) {
    return because('negotiating', 'not_yet_effective', facts.effectiveFrom);
  }
  const suspension = facts.suspensions.find((each) => contains([inclusive(each.from, each.to)], day));
  if (suspension) return because('suspended', 'suspended', suspension.to);
  return explainFramework(facts, day) ?? explainForce(facts, bound, day);
}

/** The parties whose signature the agreement needs: those marked so, all when none is. */
export function requiredParties(facts: AgreementFacts): readonly PartyFacts[] {
  const required = facts.parties.filter((party) => party.required);
  return required.length > 0 ? required : facts.parties;
}

/**
 * The days on which a party is bound: from its signature, or its ratification where that is demanded; a party that need not
 * sign, and did not, is bound until it withdraws.
 */
export function partySpans(party: PartyFacts, needsSignature = party.required): Span[] {
  const from = boundFrom(party);
  if (from === null && (needsSignature || party.signedOn !== null)) return [];
  return normalise([{ from: from ?? EVER.from, to: party.withdrawnOn }]);
}

const boundFrom = (party: PartyFacts): Day | null => (party.ratificationRequired && party.signedOn !== null ? (party.ratifiedOn ?? null) : party.signedOn);

// An agreement that nobody has to sign is a mistake of entry, not an agreement in force. One that begins on its day needs two, for nobody agrees alone.
function signaturesNeeded(facts: AgreementFacts): number {
  return facts.entryRule === 'day' ? 2 : Math.max(1, facts.signaturesRequired ?? requiredParties(facts).length);
}

/** In force, or it would be if nothing suspended it. */
function enteredSpans(facts: AgreementFacts): Span[] {
  const ended = facts.terminatedOn === null ? [] : [{ from: facts.terminatedOn, to: null }];
  return subtract(intersect(intersect(boundSpans(facts), textSpans(facts)), actSpans(facts)), ended);
}

const actSpans = (facts: AgreementFacts): Span[] => (facts.entryRule !== 'act' ? [EVER] : facts.actOn ? [{ from: facts.actOn, to: null }] : []);

/** Which end the text has from which day on: its own, then that of each amendment in its turn. */
function terms(facts: AgreementFacts): { from: Day; end: Day | null }[] {
  const amendments = [...(facts.amendments ?? [])].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.number - b.number));
  return [{ from: EVER.from, end: facts.effectiveTo }, ...amendments.map(({ from, effectiveTo }) => ({ from, end: effectiveTo }))];
}

function textSpans(facts: AgreementFacts): Span[] {
  const begin = facts.effectiveFrom ?? EVER.from;
  return normalise(terms(facts).flatMap(({ from, end }, at, all) =>
    clip([{ from: begin, to: end === null ? null : dayAfter(end) }], { from, to: all[at + 1]?.from ?? null })));
}

/** The days of its own suspensions and of those on which its framework is suspended. */
function pauses(facts: AgreementFacts): Span[] {
  return normalise([...facts.suspensions.map((each) => inclusive(each.from, each.to)), ...(facts.framework ? suspendedSpans(facts.framework) : [])]);
}

// What ended or never began is not suspended, and suspends nothing.
const suspendedSpans = (facts: AgreementFacts): Span[] => intersect(pauses(facts), enteredSpans(facts));

function everEntered(facts: AgreementFacts, bound: readonly Span[], end: Day): boolean {
  return clip(intersect(bound, actSpans(facts)), { from: EVER.from, to: dayAfter(end) }).length > 0;
}

/** The nearest framework that is suspended on the day by a suspension of its own. */
function explainFramework({ framework }: AgreementFacts, day: Day): StatusReason | null {
  if (!framework || !contains(suspendedSpans(framework), day)) return null;
  const own = framework.suspensions.find((each) => contains([inclusive(each.from, each.to)], day));
  if (own) return { ...because('suspended', 'framework_suspended', own.to), agreementId: framework.id };
  return explainFramework(framework, day);
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
  const signed = required.filter((party) => party.signedOn !== null && party.signedOn <= day);
  const unsigned = required.filter((party) => !signed.includes(party));
  if (signed.length === 0 && facts.stage !== 'text_agreed') return explainStage(facts.stage);
  const needed = signaturesNeeded(facts);
  const toRatify = signed.filter((party) => party.ratificationRequired && !(party.ratifiedOn != null && party.ratifiedOn <= day));
  if (signed.length >= needed && toRatify.length > 0) return waiting('waits_for_ratifications', toRatify, needed - (signed.length - toRatify.length));
  return waiting('waits_for_signatures', unsigned, needed - signed.length);
}

function waiting(code: 'waits_for_signatures' | 'waits_for_ratifications', parties: readonly PartyFacts[], missing: number): StatusReason {
  return { ...because('awaiting_signatures', code, null, parties.map((party) => party.organisationId)), missing: Math.max(0, missing) };
}

function explainStage(stage: 'identified' | 'contacted' | 'negotiating'): StatusReason {
  return because(stage === 'negotiating' ? 'negotiating' : 'prospect', `stage_${stage}`, null);
}

function explainForce(facts: AgreementFacts, bound: readonly Span[], day: Day): StatusReason {
  const signed = bound.find((span) => contains([span], day))?.from ?? day;
  const act = facts.entryRule === 'act' ? (facts.actOn ?? null) : null;
  const since = maxDay(facts.effectiveFrom, maxDay(act, signed));
  if (since === act) return because('in_force', 'since_act', since);
  // Parties sign on different days: it runs from the last one that was needed.
  if (since !== signed || facts.effectiveFrom === signed) return because('in_force', 'since_effective_from', since);
  const last = requiredParties(facts).filter((party) => boundFrom(party) === signed);
  const code = last.some((party) => party.ratificationRequired) ? 'since_last_ratification' : 'since_last_signature';
  return because('in_force', code, since, last.map((party) => party.organisationId));
}

function because(status: Status, code: StatusBecause, on: Day | null, organisationIds: readonly string[] = []): StatusReason {
  return { status, because: code, on, organisationIds, missing: 0, agreementId: null };
}
