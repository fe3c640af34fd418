import type { AgreementFacts } from './agreement-facts.js';
import type { Standing } from './counting-unit.js';
import type { Day } from './day.js';
import { type FieldProblem, problem } from './error.js';
import { dayProblems, periodProblems, repeats, textProblems } from './field-problems.js';
import { inclusive, overlaps } from './span.js';

export interface AgreementDraft extends Pick<
  AgreementFacts, 'inCoalitionName' | 'effectiveFrom' | 'effectiveTo' | 'terminatedOn' | 'signaturesRequired'
> {
  title: string;
  parties: readonly { organisationId: string; required: boolean; signedOn: Day | null; withdrawnOn: Day | null }[];
  suspensions: readonly { from: Day; to: Day | null }[];
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
    ...terminationProblems(draft),
    ...partiesProblems(draft, context),
    ...suspensionsProblems(draft),
  ];
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
  draft.parties.forEach((party, at) => problems.push(...partyProblems(`parties.${at}`, party, context)));
  if (new Set(ids).size < 2) problems.push(problem('parties', 'parties_too_few', { min: 2 }));
  const standings = ids.map(context.standingOf);
  // An agreement in the coalition's name is signed by the coalition or, declared so, by a member's national body.
  if (draft.inCoalitionName && standings.every((standing) => standing === 'external' || standing === null)) {
    problems.push(problem('parties', 'coalition_missing'));
  }
  return [...problems, ...signaturesProblems(draft)];
}

function partyProblems(path: string, party: AgreementDraft['parties'][number], { today, standingOf }: AgreementContext): FieldProblem[] {
  const { organisationId, signedOn, withdrawnOn } = party;
  const problems = [...dayProblems(`${path}.signedOn`, signedOn), ...dayProblems(`${path}.withdrawnOn`, withdrawnOn)];
  if (standingOf(organisationId) === null) problems.push(problem(`${path}.organisationId`, 'unknown_record'));
  if (problems.length > 0) return problems;
  if (signedOn !== null && signedOn > today) problems.push(problem(`${path}.signedOn`, 'future_signature'));
  if (signedOn !== null && withdrawnOn !== null && withdrawnOn < signedOn) {
    problems.push(problem(`${path}.withdrawnOn`, 'withdrawn_before_signed', { signed: signedOn }));
  }
  return problems;
}

function signaturesProblems({ signaturesRequired, parties }: AgreementDraft): FieldProblem[] {
  if (signaturesRequired === null) return [];
  const max = parties.filter((party) => party.required).length || parties.length;
  if (Number.isInteger(signaturesRequired) && signaturesRequired >= 1 && signaturesRequired <= max) return [];
  return [problem('signaturesRequired', 'signatures_out_of_range', { min: 1, max })];
}

function suspensionsProblems({ suspensions, effectiveTo }: AgreementDraft): FieldProblem[] {
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
