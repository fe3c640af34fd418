import { activitiesIn, activityLedgerOf, type ActivityCount, type ActivityLedger } from '@tejido/domain/activity-count.js';
import { everIn, inForceIn, type AllianceCount, type Counted } from '@tejido/domain/alliance-count.js';
import { forecastIn, type Forecast } from '@tejido/domain/alliance-forecast.js';
import { lapseOf, type Lapse } from '@tejido/domain/alliance-lapse.js';
import { ledgerOf, type Ledger } from '@tejido/domain/alliance-ledger.js';
import { movementsIn, type AllianceMovements } from '@tejido/domain/alliance-movements.js';
import { presenceKey, rulesKey, type CountingRules } from '@tejido/domain/counting-rules.js';
import { endOfYear, startOfYear, yearOf } from '@tejido/domain/day.js';
import {
  ACTIVITY_DIMENSIONS, activitiesBy, activitiesByTerm, activitiesByYear, alliancesByTerm, alliancesByYear, alliesOn, DIMENSIONS,
  type ActivityDimension, type Breakdown, type Dimension,
} from '@tejido/domain/disaggregation.js';
import { invalid, problem } from '@tejido/domain/error.js';
import type { CountingState } from './facts.js';

/** What is counted, and as known when. A stock looks at `to` alone. */
export interface Period {
  from: string;
  to: string;
  /** As known at the end of this day; null is as known now. */
  known: string | null;
}

export type Source = 'alliances' | 'joint_activities';

/** What is counted, and by which rules. */
export interface Countable { source: Source; rules: CountingRules }

const knownAs = ({ known }: Pick<Period, 'known'>) => (known === null ? {} : { knownOn: known });

/** One ledger for each state of the register, each day of knowledge, and each set of rules but for the unit. */
const alliances = (state: CountingState, { known }: Pick<Period, 'known'>, rules: CountingRules): Ledger =>
  state.once(`ledger ${known} ${presenceKey(rules)}`, () => ledgerOf(state.facts, { ...rules, ...knownAs({ known }) }));

const activities = (state: CountingState, { known }: Pick<Period, 'known'>, rules: CountingRules): ActivityLedger =>
  state.once(`activities ${known} ${presenceKey(rules)}`, () => activityLedgerOf(state.facts, { ...rules, ...knownAs({ known }) }, alliances(state, { known }, rules)));

export const alliancesOn = (state: CountingState, { to, known }: Period, rules: CountingRules): AllianceCount =>
  state.once(`stock ${to} ${known} ${rulesKey(rules)}`, () => inForceIn(alliances(state, { known }, rules), to, rules));

export const alliancesEver = (state: CountingState, since: string, { to, known }: Period, rules: CountingRules): number =>
  state.once(`ever ${since} ${to} ${known} ${rulesKey(rules)}`, () => everIn(alliances(state, { known }, rules), since, to, rules).value);

/** The stock if these agreements ended. Not kept: there are as many choices as readers. */
export const alliancesIf = (state: CountingState, ids: readonly string[], today: string, rules: CountingRules): Lapse =>
  lapseOf(state.facts, ids, today, rules, alliances(state, { known: null }, rules));

/** The stock on the days to come, if nothing is renewed. */
export const alliancesAhead = (state: CountingState, today: string, until: string, rules: CountingRules): Forecast =>
  state.once(`ahead ${today} ${until} ${rulesKey(rules)}`, () => forecastIn(alliances(state, { known: null }, rules), today, until, rules));

export const activitiesOf = (state: CountingState, { from, to, known }: Period, rules: CountingRules): ActivityCount =>
  state.once(`done ${from} ${to} ${known} ${presenceKey(rules)}`, () => activitiesIn(activities(state, { known }, rules), from, to));

export const movementsOf = (state: CountingState, { from, to, known }: Period, rules: CountingRules): AllianceMovements =>
  state.once(`moved ${from} ${to} ${known} ${rulesKey(rules)}`, () => movementsIn(alliances(state, { known }, rules), from, to, rules));

/** The days of a year that are over: to its end, or today. */
export function yearSoFar(year: number, today: string, known: string | null): Period {
  return { from: startOfYear(year), to: endOfYear(year) < today ? endOfYear(year) : today, known };
}

/** The figure by one dimension; each total is a distinct count. @throws INVALID for a dimension that the indicator does not have */
export function breakdownOf(state: CountingState, { source, rules }: Countable, by: string, period: Period, today: string): Breakdown {
  const key = `by ${source} ${by} ${period.from} ${period.to} ${period.known} ${today} ${rulesKey(rules)}`;
  const found = state.once(key, () => (source === 'alliances' ? alliancesBy(state, by, period, today, rules) : activitiesDoneBy(state, by, period, rules)));
  if (!found) throw invalid([problem('by', 'not_a_choice')]);
  return found;
}

function alliancesBy(state: CountingState, by: string, period: Period, today: string, rules: CountingRules): Breakdown | null {
  const { facts } = state;
  const ledger = alliances(state, period, rules);
  const last = period.to < today ? period.to : today;
  if (by === 'year') return alliancesByYear(ledger, yearsOf(period), last, rules);
  if (by === 'term') return alliancesByTerm(ledger, facts.terms, last, rules);
  if (!Object.hasOwn(DIMENSIONS, by)) return null;
  return state.once(`allies ${period.to} ${period.known} ${presenceKey(rules)}`, () => alliesOn(ledger, facts, period.to))(by as Dimension);
}

function activitiesDoneBy(state: CountingState, by: string, period: Period, rules: CountingRules): Breakdown | null {
  const count = activitiesOf(state, period, rules);
  if (by === 'year') return activitiesByYear(count, yearsOf(period));
  if (by === 'term') {
    return activitiesByTerm(count, state.facts.terms.filter(({ from, to }) => from <= period.to && (to === null || to > period.from)));
  }
  return Object.hasOwn(ACTIVITY_DIMENSIONS, by) ? activitiesBy(count, state.facts, by as ActivityDimension) : null;
}

function yearsOf({ from, to }: Period): number[] {
  const first = yearOf(from);
  return Array.from({ length: yearOf(to) - first + 1 }, (_, at) => first + at);
}

/** The dimensions of a figure on one day or of one period; years and terms need a longer one. */
export const dimensionsOf = (source: Source): string[] => Object.keys(source === 'alliances' ? DIMENSIONS : ACTIVITY_DIMENSIONS);

/** When somebody last confirmed what the figure counts: the last verification of evidence by a second person. */
export function lastVerifiedOn(state: CountingState, source: Source, counted: readonly Pick<Counted, 'id' | 'agreementIds'>[] | readonly { id: string }[]): string | null {
  const proofs = state.once('evidence by record', () => new Map(
    [...state.facts.agreements, ...state.facts.activities].map(({ id, evidence }) => [id, evidence])));
  const ids = source === 'alliances' ? (counted as readonly Counted[]).flatMap(({ agreementIds }) => agreementIds) : counted.map(({ id }) => id);
  const days = ids.flatMap((id) => proofs.get(id) ?? []).flatMap(({ verifiedOn, replacedOn }) => (replacedOn ? [] : verifiedOn ?? []));
  return days.reduce<string | null>((last, day) => (last === null || day > last ? day : last), null);
}
