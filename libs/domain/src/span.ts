import { type Day, dayAfter, maxDay, minDay } from './day.js';

/**
 * A stretch of days, half open: `from` is in it, `to` is the first day that is not; `to` null never ends. This is
 * PostgreSQL's daterange, and a normalised list is its datemultirange, so that SQL and this library can be compared.
 */
export interface Span {
  from: Day;
  to: Day | null;
}

/** Before every day that the registry accepts: for what has no known beginning. */
export const EVER: Span = Object.freeze({ from: '0001-01-01', to: null });

/** The span of a first and a last day, both included; a last day of null is open. */
export function inclusive(first: Day, last: Day | null): Span {
  return { from: first, to: last === null ? null : dayAfter(last) };
}

const isEmpty = (span: Span): boolean => span.to !== null && span.to <= span.from;

/** Sorted, without empty ones, overlapping and adjacent ones merged: one list for one set of days. */
export function normalise(spans: readonly Span[]): Span[] {
  const sorted = spans.filter((span) => !isEmpty(span)).sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const merged: Span[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    // Adjacent means no day between them: a renewal on the morrow is the same presence, not an exit and a return.
    if (last && (last.to === null || last.to >= span.from)) last.to = later(last.to, span.to);
    else merged.push({ ...span });
  }
  return merged;
}

/** The days in either list, normalised. */
export function union(a: readonly Span[], b: readonly Span[]): Span[] {
  return normalise([...a, ...b]);
}

/** The days in both lists, normalised. */
export function intersect(a: readonly Span[], b: readonly Span[]): Span[] {
  const shared = a.flatMap((left) => b.map((right) => overlap(left, right)));
  return normalise(shared.filter((span) => span !== null));
}

/** The days of `a` that are not in `b`, normalised. */
export function subtract(a: readonly Span[], b: readonly Span[]): Span[] {
  return normalise(b).reduce<Span[]>((rest, hole) => rest.flatMap((span) => without(span, hole)), normalise(a));
}

/** The days of the list that are in the window, normalised. */
export function clip(spans: readonly Span[], window: Span): Span[] {
  return intersect(spans, [window]);
}

/** Is the day in one of the spans? The list need not be normalised. */
export function contains(spans: readonly Span[], day: Day): boolean {
  return spans.some((span) => span.from <= day && (span.to === null || day < span.to));
}

/** Do the two spans share a day? */
export function overlaps(a: Span, b: Span): boolean {
  return !isEmpty(a) && !isEmpty(b) && (a.to === null || b.from < a.to) && (b.to === null || a.from < b.to);
}

function overlap(a: Span, b: Span): Span | null {
  const shared = { from: a.from > b.from ? a.from : b.from, to: minDay(a.to, b.to) };
  return isEmpty(shared) ? null : shared;
}

function without(span: Span, hole: Span): Span[] {
  if (!overlap(span, hole)) return [span];
  const before = { from: span.from, to: hole.from };
  const after = hole.to === null ? [] : [{ from: hole.to, to: span.to }];
  return [before, ...after].filter((rest) => !isEmpty(rest));
}

function later(a: Day | null, b: Day | null): Day | null {
  return a === null || b === null ? null : maxDay(a, b);
}
