import { addDays, daysBetween, type Day } from './day.js';
import { type FieldProblem, problem } from './error.js';
import { periodProblems, textProblems } from './field-problems.js';

/** A row of the schedule as its dates go: planned now, and what has happened. `over`: it will not be done, nothing waits for it. */
export interface Scheduled {
  id: string;
  currentFrom: Day;
  currentTo: Day;
  actualFrom?: Day | null;
  actualTo?: Day | null;
  over?: boolean;
}

/** Finish to start: `after` begins `lagDays` full days after `before` has ended, the day after it when there is no lag. */
export interface Dependency {
  beforeId: string;
  afterId: string;
  lagDays: number;
}

/** Days that one thing may wait after another: a year, and it is a plan of its own. */
export const MOST_LAG = 366;

const startOf = ({ actualFrom, currentFrom }: Scheduled): Day => actualFrom ?? currentFrom;
const endOf = ({ actualTo, currentTo }: Scheduled): Day => actualTo ?? currentTo;

/** The first day on which what waits may begin. */
export const earliestStart = (before: Scheduled, lagDays: number): Day => addDays(endOf(before), lagDays + 1);

/** It begins too early: the day on which it could, and how many days are missing. */
export interface Broken extends Dependency {
  earliest: Day;
  days: number;
}

/** The dependencies that the dates break: what waits starts before what it waits for ends, its lag included. What has begun or is over waits no more. */
export function brokenDependencies<D extends Dependency>(rows: readonly Scheduled[], dependencies: readonly D[]): (D & Broken)[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return dependencies.flatMap((dependency) => {
    const [before, after] = [byId.get(dependency.beforeId), byId.get(dependency.afterId)];
    if (!before || !after || before.over || after.over || after.actualTo) return [];
    const earliest = earliestStart(before, dependency.lagDays);
    return startOf(after) < earliest ? [{ ...dependency, earliest, days: daysBetween(startOf(after), earliest) }] : [];
  });
}

/** What a move does to others: a row that would have to move too, by how many days, and for which row it waits. */
export interface ShiftEffect {
  id: string;
  beforeId: string;
  days: number;
  from: Day;
  to: Day;
}

/**
 * What else would start before what it waits for ends, once `id` has these dates; and what would follow if those moved, down the line,
 * each moved as little as possible. What was broken before the move is no effect of it. In the order in which they would be moved.
 */
export function shiftEffects(rows: readonly Scheduled[], dependencies: readonly Dependency[], moved: { id: string; from: Day; to: Day }): ShiftEffect[] {
  const already = new Set(brokenDependencies(rows, dependencies).map(keyOf));
  const now = new Map(rows.map((row) => [row.id, row.id === moved.id ? { ...row, currentFrom: moved.from, currentTo: moved.to } : row]));
  const effects = new Map<string, ShiftEffect>();
  // A register without cycles ends by itself; the bound is for rows that came from elsewhere.
  for (let round = 0; round <= rows.length; round++) {
    const broken = brokenDependencies([...now.values()], dependencies)
      .filter((each) => each.afterId !== moved.id && !now.get(each.afterId)!.actualFrom && (!already.has(keyOf(each)) || effects.has(each.afterId)));
    const next = broken[0];
    if (!next) break;
    const row = now.get(next.afterId)!;
    const [from, to] = [addDays(row.currentFrom, next.days), addDays(row.currentTo, next.days)];
    const days = (effects.get(row.id)?.days ?? 0) + next.days;
    now.set(row.id, { ...row, currentFrom: from, currentTo: to });
    effects.set(row.id, { id: row.id, beforeId: next.beforeId, days, from, to });
  }
  return [...effects.values()];
}

const keyOf = ({ beforeId, afterId }: Dependency): string => `${beforeId} ${afterId}`;

/** Would `after`, waiting for `before`, in the end wait for itself? */
export function closesCycle(dependencies: readonly Pick<Dependency, 'beforeId' | 'afterId'>[], beforeId: string, afterId: string): boolean {
  const seen = new Set<string>();
  const open = [beforeId];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === afterId) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    open.push(...dependencies.filter((each) => each.afterId === at).map((each) => each.beforeId));
  }
  return false;
}

/** What is wrong with new dates: both are needed, in order, with a reason of at most 1,000 characters, and not those that stand. */
export function rescheduleProblems(before: { from: Day; to: Day }, { from, to, reason }: { from: Day; to: Day; reason: string }): FieldProblem[] {
  return [
    ...periodProblems(['from', from], ['to', to]),
    ...(from === before.from && to === before.to ? [problem('from', 'duplicate_entry')] : []),
    ...textProblems('reason', reason, { max: 1000, required: true }),
  ];
}

/** What is wrong with the days on which something really began and was done: neither is to come, and it is done no earlier than it began. */
export function actualProblems({ from, to }: { from: Day | null; to: Day | null }, today: Day): FieldProblem[] {
  const future = (path: string, day: Day | null) => (day !== null && day > today ? [problem(path, 'day_in_future')] : []);
  const days = periodProblems(['actualFrom', from], ['actualTo', to]);
  return days.length > 0 ? days : [...future('actualFrom', from), ...future('actualTo', to), ...(to !== null && from === null ? [problem('actualFrom', 'required')] : [])];
}

/** What is wrong with a lag: whole days, none to a year. */
export function lagProblems(lagDays: number): FieldProblem[] {
  return Number.isInteger(lagDays) && lagDays >= 0 && lagDays <= MOST_LAG ? [] : [problem('lagDays', 'number_out_of_range', { min: 0, max: MOST_LAG })];
}

/** How many days later than planned it ends or ended; negative: earlier. */
export const slipOf = (plannedTo: Day, row: Scheduled): number => daysBetween(plannedTo, endOf(row));

/** It should be over and is not. */
export const isLate = (row: Scheduled, today: Day): boolean => !row.over && !row.actualTo && row.currentTo < today;
