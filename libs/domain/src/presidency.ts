import type { Day } from './day.js';
import { type Span, contains, overlaps } from './span.js';

/** A country's presidency pro tempore, half open: the day of handover belongs to the incoming country. */
export interface Term extends Span {
  id: string;
  country: string;
}

/** The term that the day belongs to; null between terms. */
export function termOn<T extends Span>(terms: readonly T[], day: Day): T | null {
  return terms.find((term) => contains([term], day)) ?? null;
}

/** The first term that shares a day with the proposed one, itself aside; two countries never preside at once. */
export function overlappingTerm<T extends Span & { id: string }>(terms: readonly T[], proposed: Span & { id?: string }): T | null {
  return terms.find((term) => term.id !== proposed.id && overlaps(term, proposed)) ?? null;
}
