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

/** Proposals of one stage and currency; without an amount the currency is null. */
export interface ProposalGroup {
  stage: ProposalStage;
  currency: string | null;
  count: number;
  amount: number;
}

export interface ProposalTotals {
  byStage: readonly { stage: ProposalStage; count: number; amounts: readonly { currency: string; amount: number }[] }[];
  /** Those that a funder answered: approved and rejected. What was withdrawn was not answered. */
  decided: number;
  approved: number;
  /** approved / decided, 0 to 1; null while nobody has answered: no proposal decided is not a rate of zero. */
  successRate: number | null;
}

/** How the proposals stand, each currency by itself: sums of different money say nothing. */
export function proposalTotals(groups: readonly ProposalGroup[]): ProposalTotals {
  const byStage = PROPOSAL_STAGES.map((stage) => {
    const mine = groups.filter((group) => group.stage === stage);
    const amounts = mine.flatMap(({ currency, amount }) => (currency === null ? [] : [{ currency, amount }])).sort((a, b) => (a.currency < b.currency ? -1 : 1));
    return { stage, count: mine.reduce((sum, { count }) => sum + count, 0), amounts };
  });
  const countOf = (stage: ProposalStage) => byStage.find((each) => each.stage === stage)!.count;
  const approved = countOf('approved');
  const decided = approved + countOf('rejected');
  return { byStage, decided, approved, successRate: decided === 0 ? null : approved / decided };
}

/** The verb by which a proposal comes from one stage into another; null: no single step leads there. */
export function verbBetween(from: ProposalStage, to: ProposalStage): ProposalVerb | null {
  const verb = ({ drafting: 'reopen', submitted: 'submit', approved: 'decide', rejected: 'decide', withdrawn: 'withdraw' } as const)[to];
  return from !== to && proposalVerbs(from).includes(verb) ? verb : null;
}
