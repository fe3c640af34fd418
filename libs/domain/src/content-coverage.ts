import { type Day, endOfYear, startOfYear, yearOf } from './day.js';

export const PLAN_KINDS = ['message', 'product', 'medium'] as const;
/** What the content plan (axes E2 and E5) lists for an audience: messages to say, products to send, media to use. */
export type PlanKind = (typeof PLAN_KINDS)[number];

export interface PlanEntry {
  code: string;
  audience: string;
  kind: PlanKind;
  /** The product's or medium's code in its list; null: the list has none, and only a person can tell whether it was done. */
  term: string | null;
  /** How often a product is due; messages and media are due once in the plan's years. */
  every: 'once' | 'year' | 'quarter';
  fromYear: number;
  toYear: number;
}

export interface Sending {
  id: string;
  audience: string;
  /** The planned message that it carried; null: one of its own. */
  planEntry: string | null;
  product: string | null;
  medium: string;
  sentOn: Day;
}

export interface EntryCoverage {
  code: string;
  audience: string;
  kind: PlanKind;
  /** Sendings in the days asked. */
  sent: number;
  lastOn: Day | null;
  /** How many periods were due, to today; 0: outside the plan's years, due once in more years than were asked, or nothing can tell. */
  due: number;
  /** Of those, how many had a sending. */
  met: number;
  /** The periods that had none, as '2024' or '2024-Q3'; of what is due once: '' when it was never done. */
  gaps: readonly string[];
}

export interface AudienceCoverage {
  audience: string;
  due: number;
  met: number;
  /** met / due; null where nothing was due. */
  share: number | null;
  /** Sendings to the audience, those that no entry planned included. */
  sent: number;
  entries: readonly EntryCoverage[];
}

/** The days looked at, first and last included. */
export interface Span { from: Day; to: Day }

/**
 * What of the content plan was done: for each audience each planned message, product and medium with its sendings and the periods
 * without one. A period counts as due once it is over, or as soon as something was sent in it: a quarter that runs is no gap yet.
 */
export function contentCoverage(plan: readonly PlanEntry[], sendings: readonly Sending[], span: Span, today: Day): AudienceCoverage[] {
  const within = sendings.filter(({ sentOn }) => sentOn >= span.from && sentOn <= span.to);
  const audiences = [...new Set(plan.map(({ audience }) => audience))];
  return audiences.map((audience) => {
    const mine = within.filter((sending) => sending.audience === audience);
    const entries = plan.filter((entry) => entry.audience === audience).map((entry) => entryCoverage(entry, mine, span, today));
    const [due, met] = [sum(entries.map((entry) => entry.due)), sum(entries.map((entry) => entry.met))];
    return { audience, due, met, share: due === 0 ? null : met / due, sent: mine.length, entries };
  });
}

function entryCoverage(entry: PlanEntry, sendings: readonly Sending[], span: Span, today: Day): EntryCoverage {
  const days = sendings.filter((sending) => carries(sending, entry)).map(({ sentOn }) => sentOn).sort();
  const { code, audience, kind } = entry;
  const told = { code, audience, kind, sent: days.length, lastOn: days.at(-1) ?? null };
  const judged = kind === 'message' || entry.term !== null ? periodsOf(entry, span) : [];
  const done = (period: Period) => days.some((day) => day >= period.from && day <= period.to);
  const due = judged.filter((period) => period.to < today || done(period));
  const gaps = due.filter((period) => !done(period)).map(({ name }) => name);
  return { ...told, due: due.length, met: due.length - gaps.length, gaps };
}

function carries(sending: Sending, { kind, code, term }: PlanEntry): boolean {
  if (kind === 'message') return sending.planEntry === code;
  return term !== null && term === (kind === 'product' ? sending.product : sending.medium);
}

interface Period extends Span { name: string }

// Whole periods of the plan's years that lie in the days asked: a year cut in two is asked of neither half.
function periodsOf({ every, fromYear, toYear }: PlanEntry, span: Span): Period[] {
  const from = Math.max(fromYear, yearOf(span.from));
  const to = Math.min(toYear, yearOf(span.to));
  if (to < from) return [];
  // Due once in all its years: one of them alone owes nothing.
  if (every === 'once') return from === fromYear && to === toYear ? [{ name: '', from: startOfYear(from), to: endOfYear(to) }] : [];
  const years = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  const periods = every === 'year' ? years.map(yearPeriod) : years.flatMap(quarters);
  return periods.filter((period) => period.from >= span.from && period.to <= span.to);
}

const yearPeriod = (year: number): Period => ({ name: String(year), from: startOfYear(year), to: endOfYear(year) });

const QUARTER_ENDS = ['03-31', '06-30', '09-30', '12-31'] as const;
const QUARTER_STARTS = ['01-01', '04-01', '07-01', '10-01'] as const;

const quarters = (year: number): Period[] =>
  QUARTER_ENDS.map((end, at) => ({ name: `${year}-Q${at + 1}`, from: `${year}-${QUARTER_STARTS[at]}`, to: `${year}-${end}` }));

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
