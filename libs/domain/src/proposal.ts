import type { Day } from './day.js';
import { type FieldProblem, problem } from './error.js';
import { dayProblems, repeats, textProblems } from './field-problems.js';

/** The stages of a funding proposal (axis E7 of the strategy: drafted with cooperation agencies). */
export const PROPOSAL_STAGES = ['drafting', 'submitted', 'approved', 'rejected', 'withdrawn'] as const;
export type ProposalStage = (typeof PROPOSAL_STAGES)[number];

export const PROPOSAL_ROLES = ['funder', 'co_author'] as const;
export type ProposalRole = (typeof PROPOSAL_ROLES)[number];

/** What can be done to a proposal: each verb with the stages that it starts from. */
const VERBS = {
  submit: ['drafting'],
  decide: ['submitted'],
  withdraw: ['drafting', 'submitted'],
  reopen: ['submitted', 'approved', 'rejected', 'withdrawn'],
} as const satisfies Record<string, readonly ProposalStage[]>;
export type ProposalVerb = keyof typeof VERBS;

/** The verbs that a proposal in this stage allows, whoever asks. */
export const proposalVerbs = (stage: ProposalStage): ProposalVerb[] =>
  (Object.keys(VERBS) as ProposalVerb[]).filter((verb) => (VERBS[verb] as readonly ProposalStage[]).includes(stage));

/** Problems of a verb: in a stage that does not allow it, or on a day to come or before the one that it follows. */
export function proposalVerbProblems(
  verb: ProposalVerb, { stage, submittedOn }: { stage: ProposalStage; submittedOn: Day | null }, on: Day | null, today: Day,
): FieldProblem[] {
  if (!proposalVerbs(stage).includes(verb)) return [problem('', 'wrong_stage')];
  if (on === null) return [];
  const days = dayProblems('on', on);
  if (days.length > 0) return days;
  if (on > today) return [problem('on', 'day_in_future')];
  return verb === 'decide' && submittedOn !== null && on < submittedOn ? [problem('on', 'end_before_start', { start: submittedOn })] : [];
}

export interface ProposalDraft {
  title: string;
  amount: number | null;
  currency: string | null;
  deadline: Day | null;
  partners: readonly { organisationId: string; role: string }[];
}

/** Larger sums are slips of a finger; whole cents only. */
const LARGEST_AMOUNT = 1_000_000_000_000;

/** Problems of a proposal by itself: an amount needs its currency, and nobody is a partner twice in one role. */
export function proposalProblems(draft: ProposalDraft): FieldProblem[] {
  return [
    ...textProblems('title', draft.title, { max: 500, required: true }),
    ...amountProblems(draft),
    ...dayProblems('deadline', draft.deadline),
    ...draft.partners.flatMap(({ role }, at) => ((PROPOSAL_ROLES as readonly string[]).includes(role) ? [] : [problem(`partners.${at}.role`, 'not_a_choice')])),
    ...repeats(draft.partners.map(({ organisationId, role }) => `${organisationId} ${role}`)).map((at) => problem(`partners.${at}`, 'duplicate_entry')),
  ];
}

function amountProblems({ amount, currency }: ProposalDraft): FieldProblem[] {
  if (amount === null) return currency === null ? [] : [problem('amount', 'required')];
  if (!Number.isFinite(amount) || amount < 0 || amount > LARGEST_AMOUNT) return [problem('amount', 'number_out_of_range', { min: 0, max: LARGEST_AMOUNT })];
  if (currency === null) return [problem('currency', 'required')];
  return /^[A-Z]{3}$/.test(currency) ? [] : [problem('currency', 'not_a_choice')];
}
