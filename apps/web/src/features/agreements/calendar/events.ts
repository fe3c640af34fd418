import { dayAfter, dayBefore, type Day } from '@tejido/domain/day.js';

/** What of an agreement decides what happens to it on which day. */
export interface AgreementDays {
  phase: string;
  effectiveFrom?: Day | null;
  effectiveTo?: Day | null;
  terminatedOn?: Day | null;
  inForce: readonly { from: Day; to?: Day | null }[];
}

export const EVENT_KINDS = ['enters', 'resumes', 'to_sign', 'ends', 'pauses', 'terminates'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** 'ends', 'pauses' and 'terminates' are told on the last day before. */
export interface AgreementEvent { day: Day; kind: EventKind }

const UNSIGNED = ['identified', 'contacted', 'negotiating', 'text_agreed', 'awaiting_signatures'];

/** What happens to an agreement from `from` to `to`, both included, by its dates alone. */
export function eventsOf(agreement: AgreementDays, from: Day, to: Day): AgreementEvent[] {
  const { phase, effectiveFrom, effectiveTo, inForce } = agreement;
  const events: AgreementEvent[] = inForce.flatMap((span, at) => [
    { day: span.from, kind: at === 0 ? 'enters' as const : 'resumes' as const },
    ...(span.to ? [{ day: span.to, kind: endOf(agreement, span.to, at) }] : []),
  ]);
  if (effectiveFrom && UNSIGNED.includes(phase)) events.push({ day: effectiveFrom, kind: 'to_sign' });
  // Its last day comes while it is suspended: no stretch in force ends there.
  if (effectiveTo && phase === 'suspended') events.push({ day: effectiveTo, kind: 'ends' });
  return events.filter(({ day }) => day >= from && day <= to).sort((a, b) => (a.day < b.day ? -1 : 1));
}

// A pause may be the framework's: only what follows tells it from an end.
function endOf({ phase, effectiveTo, terminatedOn, inForce }: AgreementDays, last: Day, at: number): EventKind {
  if (effectiveTo === last) return 'ends';
  if (terminatedOn === dayAfter(last)) return 'terminates';
  return at < inForce.length - 1 || phase === 'suspended' ? 'pauses' : 'terminates';
}

/** The weeks of a month ('YYYY-MM'), Monday first; null stands for days of other months. */
export function weeksOf(month: string): (Day | null)[][] {
  const [first, last] = daysOf(month);
  const before = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;
  const cells: (Day | null)[] = Array.from({ length: before }, () => null);
  for (let day = first; day <= last; day = dayAfter(day)) cells.push(day);
  while (cells.length % 7 > 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, at) => cells.slice(at * 7, at * 7 + 7));
}

/** First and last day of a month. */
export const daysOf = (month: string): [Day, Day] => [`${month}-01`, dayBefore(`${monthsAfter(month, 1)}-01`)];

/** The month so many months later, earlier when negative. */
export function monthsAfter(month: string, count: number): string {
  const [year, at] = month.split('-').map(Number) as [number, number];
  const total = year * 12 + at - 1 + count;
  return `${String(Math.floor(total / 12)).padStart(4, '0')}-${String((total % 12) + 1).padStart(2, '0')}`;
}
