import { ENTRY_RULES, type AgreementFacts } from './agreement-facts.js';
import type { Standing } from './counting-unit.js';
import { type Day, maxDay } from './day.js';
import { type FieldProblem, problem, under } from './error.js';
import { dayProblems, periodProblems, repeats, textProblems } from './field-problems.js';
import { inclusive, overlaps } from './span.js';

export interface PartyDraft {
  organisationId: string;
  required: boolean;
  signedOn: Day | null;
  withdrawnOn: Day | null;
  ratificationRequired?: boolean;
  ratifiedOn?: Day | null;
}

export interface AmendmentDraft {
  signedOn: Day | null;
  /** The day from which it holds; null: from its signature. */
  effectiveFrom: Day | null;
  changesEnd: boolean;
  effectiveTo: Day | null;
}

export interface AgreementDraft extends Pick<
  AgreementFacts, 'inCoalitionName' | 'effectiveFrom' | 'effectiveTo' | 'terminatedOn' | 'signaturesRequired' | 'entryRule' | 'actOn'
> {
  title: string;
  /** The day that the text carries; left out: none. */
  datedOn?: Day | null;
  /** The name of the act that it waits for. */
  entryAct?: string | null;
  parties: readonly PartyDraft[];
  suspensions: readonly { from: Day; to: Day | null }[];
  amendments?: readonly AmendmentDraft[];
}

export interface AgreementContext {
  today: Day;
  /** Null: no such organisation that the viewer may see. */
  standingOf: (organisationId: string) => Standing | null;
}

/** All that contradicts itself in an agreement, at the field that a person would correct. */
export function agreementProblems(draft: AgreementDraft, context: AgreementContext): FieldProblem[] {
  return [
    ...textProblems('title', draft.title, { max: 500, required: true }),
    ...periodProblems(['effectiveFrom', draft.effectiveFrom], ['effectiveTo', draft.effectiveTo]),
    ...dayProblems('datedOn', draft.datedOn),
    ...terminationProblems(draft),
    ...entryProblems(draft, context.today),
    ...partiesProblems(draft, context),
    ...suspensionsProblems(draft),
    ...(draft.amendments ?? []).flatMap((amendment, at) => under(`amendments.${at}`, amendmentProblems(amendment, draft, context.today))),
  ];
}

const firstSigned = ({ parties }: Pick<AgreementDraft, 'parties'>): Day | null => parties.flatMap(({ signedOn }) => signedOn ?? []).sort()[0] ?? null;

// Each way of entering into force needs what it rests on: a day, the name of the act, a number of signatures.
function entryProblems(draft: AgreementDraft, today: Day): FieldProblem[] {
  const { entryRule = 'signatures', entryAct, actOn = null, effectiveFrom } = draft;
  if (!ENTRY_RULES.includes(entryRule)) return [problem('entryRule', 'not_a_choice')];
  if (entryRule === 'day') return effectiveFrom === null ? [problem('effectiveFrom', 'required')] : [];
  if (entryRule !== 'act') return [];
  const problems = [...textProblems('entryAct', entryAct, { max: 300, required: true }), ...dayProblems('actOn', actOn)];
  if (actOn === null || problems.length > 0) return problems;
  const signed = firstSigned(draft);
  if (actOn > today) return [problem('actOn', 'day_in_future')];
  return signed === null || actOn < signed ? [problem('actOn', 'act_before_signature', signed === null ? {} : { signed })] : [];
}

/** What contradicts itself in an amendment, or contradicts the agreement that it amends. */
export function amendmentProblems(amendment: AmendmentDraft, agreement: AgreementDraft, today: Day): FieldProblem[] {
  const { signedOn, effectiveFrom, changesEnd, effectiveTo } = amendment;
  const wrong = [...dayProblems('signedOn', signedOn), ...dayProblems('effectiveFrom', effectiveFrom), ...dayProblems('effectiveTo', effectiveTo)];
  if (wrong.length > 0) return wrong;
  const problems: FieldProblem[] = [];
  const signed = firstSigned(agreement);
  if (signedOn !== null && signedOn > today) problems.push(problem('signedOn', 'future_signature'));
  if (signedOn !== null && signed === null) problems.push(problem('signedOn', 'agreement_unsigned'));
  if (signedOn !== null && signed !== null && signedOn < signed) problems.push(problem('signedOn', 'amended_before_agreement', { signed }));
  const from = effectiveFrom ?? signedOn;
  const begins = agreement.effectiveFrom ?? signed;
  if (effectiveFrom !== null && begins !== null && effectiveFrom < begins) problems.push(problem('effectiveFrom', 'amended_before_agreement', { signed: begins }));
  if (changesEnd && effectiveTo !== null && from !== null && effectiveTo < from) problems.push(problem('effectiveTo', 'end_before_start', { start: from }));
  if (changesEnd && effectiveTo !== null && begins !== null && effectiveTo < begins) problems.push(problem('effectiveTo', 'end_before_start', { start: begins }));
  return problems.filter((each, at) => problems.findIndex(({ path }) => path === each.path) === at);
}

// Before the first signature there is nothing to terminate; before effective-from there is (it never took effect).
function terminationProblems({ terminatedOn, parties }: AgreementDraft): FieldProblem[] {
  const wrong = dayProblems('terminatedOn', terminatedOn);
  if (wrong.length > 0 || terminatedOn === null) return wrong;
  const signed = parties.flatMap(({ signedOn }) => (signedOn === null ? [] : [signedOn])).sort();
  const first = signed[0];
  return first !== undefined && terminatedOn < first ? [problem('terminatedOn', 'termination_before_start', { start: first })] : [];
}

function partiesProblems(draft: AgreementDraft, context: AgreementContext): FieldProblem[] {
  const ids = draft.parties.map((party) => party.organisationId);
  const problems = repeats(ids).map((at) => problem(`parties.${at}.organisationId`, 'party_twice'));
  draft.parties.forEach((party, at) => problems.push(...partyProblems(`parties.${at}`, party, context, draft.datedOn ?? null)));
  if (new Set(ids).size < 2) problems.push(problem('parties', 'parties_too_few', { min: 2 }));
  const standings = ids.map(context.standingOf);
  // An agreement in the coalition's name is signed by the coalition or, declared so, by a member's national body.
  if (draft.inCoalitionName && standings.every((standing) => standing === 'external' || standing === null)) {
    problems.push(problem('parties', 'coalition_missing'));
  }
  return [...problems, ...signaturesProblems(draft)];
}

function partyProblems(path: string, party: PartyDraft, { today, standingOf }: AgreementContext, datedOn: Day | null): FieldProblem[] {
  const { organisationId, signedOn, withdrawnOn, ratifiedOn = null } = party;
  const problems = [
    ...dayProblems(`${path}.signedOn`, signedOn), ...dayProblems(`${path}.ratifiedOn`, ratifiedOn), ...dayProblems(`${path}.withdrawnOn`, withdrawnOn),
  ];
  if (standingOf(organisationId) === null) problems.push(problem(`${path}.organisationId`, 'unknown_record'));
  if (problems.length > 0) return problems;
  if (signedOn !== null && signedOn > today) problems.push(problem(`${path}.signedOn`, 'future_signature'));
  if (signedOn !== null && withdrawnOn !== null && withdrawnOn < signedOn) {
    problems.push(problem(`${path}.withdrawnOn`, 'withdrawn_before_signed', { signed: signedOn }));
  }
  if (signedOn !== null && datedOn !== null && signedOn < datedOn) problems.push(problem(`${path}.signedOn`, 'signed_before_agreement', { dated: datedOn }));
  return [...problems, ...ratificationProblems(path, party, today)];
}

function ratificationProblems(path: string, { signedOn, withdrawnOn, ratifiedOn = null, ratificationRequired = false }: PartyDraft, today: Day): FieldProblem[] {
  if (ratifiedOn === null) return [];
  const at = `${path}.ratifiedOn`;
  if (!ratificationRequired) return [problem(at, 'ratification_not_needed')];
  if (signedOn === null || ratifiedOn < signedOn) return [problem(at, 'ratified_before_signed', signedOn === null ? {} : { signed: signedOn })];
  if (ratifiedOn > today) return [problem(at, 'day_in_future')];
  return withdrawnOn !== null && withdrawnOn < ratifiedOn ? [problem(`${path}.withdrawnOn`, 'withdrawn_before_ratified', { ratified: ratifiedOn })] : [];
}

function signaturesProblems({ signaturesRequired, parties }: AgreementDraft): FieldProblem[] {
  if (signaturesRequired === null) return [];
  const max = parties.filter((party) => party.required).length || parties.length;
  if (Number.isInteger(signaturesRequired) && signaturesRequired >= 1 && signaturesRequired <= max) return [];
  return [problem('signaturesRequired', 'signatures_out_of_range', { min: 1, max })];
}

function suspensionsProblems({ suspensions, effectiveTo: end, amendments = [] }: AgreementDraft): FieldProblem[] {
  const amended = amendments.filter(({ signedOn, changesEnd }) => signedOn !== null && changesEnd).map(({ effectiveTo }) => effectiveTo);
  // The farthest of all ends that were ever agreed: a suspension under an end that was shortened later was right when it was told.
  const effectiveTo = [end, ...amended].reduce((last, each) => (last === null || each === null ? null : maxDay(last, each)));
  return suspensions.flatMap((suspension, at) => {
    const path = `suspensions.${at}`;
    const wrong = periodProblems([`${path}.from`, suspension.from], [`${path}.to`, suspension.to]);
    if (wrong.length > 0) return wrong;
    const span = inclusive(suspension.from, suspension.to);
    const earlier = suspensions.slice(0, at).some((other) => overlaps(inclusive(other.from, other.to), span));
    if (earlier) return [problem(path, 'overlapping')];
    return effectiveTo !== null && suspension.from > effectiveTo ? [problem(`${path}.from`, 'outside_agreement', { end: effectiveTo })] : [];
  });
}
