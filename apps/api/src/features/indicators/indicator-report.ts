import { jointActivitiesDone } from '@tejido/domain/activity-count.js';
import { inForceIn } from '@tejido/domain/alliance-count.js';
import { ledgerOf, type Ledger } from '@tejido/domain/alliance-ledger.js';
import { movementsIn } from '@tejido/domain/alliance-movements.js';
import { endOfYear } from '@tejido/domain/day.js';
import { activitiesBy, alliancesByTerm, alliancesByYear, alliesBy, ACTIVITY_DIMENSIONS, DIMENSIONS, type ActivityDimension, type Dimension } from '@tejido/domain/disaggregation.js';
import { canRead, type Viewer } from '@tejido/domain/policy.js';
import { invalid, problem } from '@tejido/domain/error.js';
import type { BreakdownType, CountedRecord, ExcludedRecord, NamedRecord, TrendPoint } from './indicator.type.js';
import type { CountingFacts } from './facts.js';

/** What is counted, and as known when. A stock looks at `to` alone. */
export interface Period {
  from: string;
  to: string;
  /** As known at the end of this day; null is as known now. */
  known: string | null;
}

export interface Counts {
  value: number;
  allies: number;
  instruments: number | null;
  participations: number | null;
  counted: CountedRecord[];
  excluded: ExcludedRecord[];
  withheldCounted: number;
}

export type Source = 'alliances' | 'joint_activities';

const knownAs = ({ known }: Period) => (known === null ? {} : { knownOn: known });

const ledgers = new WeakMap<CountingFacts, Map<string, Ledger>>();

/** One ledger for each state of the facts and each day of knowledge. */
export function ledger(facts: CountingFacts, period: Period): Ledger {
  const ofFacts = ledgers.get(facts) ?? new Map<string, Ledger>();
  ledgers.set(facts, ofFacts);
  const key = period.known ?? '';
  const made = ofFacts.get(key) ?? ledgerOf(facts, knownAs(period));
  ofFacts.set(key, made);
  return made;
}

/** The number with its reasons; everything eligible counts, and what the viewer may not see is not named. */
export function report(facts: CountingFacts, source: Source, period: Period, unit: 'ally' | 'instrument', viewer: Viewer): Counts {
  return source === 'alliances' ? alliances(facts, period, unit, viewer) : activities(facts, period, viewer);
}

function alliances(facts: CountingFacts, period: Period, unit: 'ally' | 'instrument', viewer: Viewer): Counts {
  const count = inForceIn(ledger(facts, period), period.to, { unit, ...knownAs(period) });
  const name = namer(facts, viewer);
  const counted = count.counted.flatMap((each) => {
    const record = name(unit === 'ally' ? 'organisation' : 'agreement', each.id);
    return record ? [{ record, because: each.because, on: each.on, through: each.agreementIds.flatMap((id) => name('agreement', id) ?? []) }] : [];
  });
  const excluded = count.excluded.flatMap(({ id, reason }) => named(name('agreement', id) ?? name('organisation', id), reason));
  return { value: count.value, allies: count.allies, instruments: count.instruments, participations: null, counted, excluded, withheldCounted: count.counted.length - counted.length };
}

function activities(facts: CountingFacts, period: Period, viewer: Viewer): Counts {
  const count = jointActivitiesDone(facts, period.from, period.to, knownAs(period));
  const name = namer(facts, viewer);
  const counted = count.counted.flatMap((each) => {
    const record = name('activity', each.id);
    return record ? [{ record, because: each.because, on: each.endsOn, through: each.allyIds.flatMap((id) => name('organisation', id) ?? []) }] : [];
  });
  const excluded = count.excluded.flatMap(({ id, reason }) => named(name('activity', id), reason));
  return { value: count.value, allies: count.allies, instruments: null, participations: count.participations, counted, excluded, withheldCounted: count.counted.length - counted.length };
}

const named = (record: NamedRecord | null, reason: string): ExcludedRecord[] => (record ? [{ record, reason }] : []);

/** Titles by id, for what the viewer may see; null for the rest. */
function namer(facts: CountingFacts, viewer: Viewer) {
  const tables = { organisation: byId(facts.organisations), agreement: byId(facts.agreements), activity: byId(facts.activities) };
  return (kind: keyof typeof tables, id: string): NamedRecord | null => {
    const record = tables[kind].get(id);
    return record && canRead(viewer, record) ? { kind, id, title: record.title } : null;
  };
}

const indexes = new WeakMap<readonly { id: string }[], Map<string, unknown>>();

function byId<Row extends { id: string }>(rows: readonly Row[]): Map<string, Row> {
  const known = (indexes.get(rows) as Map<string, Row> | undefined) ?? new Map(rows.map((row) => [row.id, row]));
  indexes.set(rows, known);
  return known;
}

/** Year by year; of the running year the figure of today, years to come are left out. */
export function trend(facts: CountingFacts, source: Source, { fromYear, toYear, today, known }: { fromYear: number; toYear: number; today: string; known: string | null }): Omit<TrendPoint, 'target'>[] {
  const years = Array.from({ length: Math.max(0, toYear - fromYear + 1) }, (_, at) => fromYear + at).filter((year) => `${year}-01-01` <= today);
  return years.map((year) => {
    const to = endOfYear(year) < today ? endOfYear(year) : today;
    const period = { from: `${year}-01-01`, to, known };
    return { year, running: to === today, ...(source === 'alliances' ? alliancePoint(facts, period) : activityPoint(facts, period)) };
  });
}

function alliancePoint(facts: CountingFacts, period: Period) {
  const moved = movementsIn(ledger(facts, period), period.from, period.to, knownAs(period));
  return { value: moved.end.value, instruments: moved.end.instruments, new: moved.new.value, reactivated: moved.reactivated.value, exits: moved.exits.value };
}

function activityPoint(facts: CountingFacts, period: Period) {
  return { value: jointActivitiesDone(facts, period.from, period.to, knownAs(period)).value, instruments: null, new: null, reactivated: null, exits: null };
}

/** The figure by one dimension; each total is a distinct count. @throws INVALID for a dimension that the indicator does not have */
export function breakdown(facts: CountingFacts, source: Source, by: string, period: Period): BreakdownType {
  const found = source === 'alliances' ? allianceBreakdown(facts, by, period) : activityBreakdown(facts, by, period);
  if (!found) throw invalid([problem('by', 'not_a_choice')]);
  return { ...found, cells: [...found.cells] };
}

function allianceBreakdown(facts: CountingFacts, by: string, period: Period) {
  const made = ledger(facts, period);
  if (by === 'year') return alliancesByYear(made, years(period), knownAs(period));
  if (by === 'term') return alliancesByTerm(made, facts.terms, period.to, knownAs(period));
  return Object.hasOwn(DIMENSIONS, by) ? alliesBy(made, facts, by as Dimension, period.to, knownAs(period)) : null;
}

function activityBreakdown(facts: CountingFacts, by: string, period: Period) {
  if (!ACTIVITY_DIMENSIONS.includes(by as ActivityDimension)) return null;
  return activitiesBy(jointActivitiesDone(facts, period.from, period.to, knownAs(period)), by as ActivityDimension, facts.themes);
}

function years({ from, to }: Period): number[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
