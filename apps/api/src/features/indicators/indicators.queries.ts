import { Injectable } from '@nestjs/common';
import { endOfYear, FIRST_YEAR, LAST_YEAR, yearOf } from '@tejido/domain/day.js';
import { invalid, notFound, problem } from '@tejido/domain/error.js';
import type { Viewer } from '@tejido/domain/policy.js';
import { flowProgress, freshnessOf, stockProgress, type MeasuredProgress } from '@tejido/domain/progress.js';
import { Clock } from '../../platform/clock.js';
import { countedIndicator, definedOn, type CountedIndicator } from './definition-on.js';
import { Facts, type CountingState } from './facts.js';
import {
  activitiesOf, alliancesEver, alliancesOn, breakdownOf, dimensionsOf, lastVerifiedOn, movementsOf, yearSoFar, type Period,
} from './figures.js';
import type { BreakdownType, IndicatorReport, IndicatorType, MovementsType, TrendPoint } from './indicator.type.js';
import { naming, scopeKey, type Naming } from './naming.js';
import { activityReasons, allianceReasons, type Reasons } from './reasons.js';

/** A day, or a period; nothing is today, or this year so far. */
export interface PeriodAsked {
  on?: string | null;
  from?: string | null;
  to?: string | null;
  known?: string | null;
}

/** The number with its reasons and companions. */
export interface Counts extends Reasons {
  value: number;
  allies: number;
  instruments: number | null;
  participations: number | null;
}

/** A point of the trend that can be broken down, if asked. */
export interface PointOfTrend extends TrendPoint { breakdowns: () => BreakdownType[] }

const MOST_YEARS = 100;

/** The figures: the same code answers the page, the API and the command line. */
@Injectable()
export class IndicatorsQueries {
  constructor(private readonly facts: Facts, private readonly clock: Clock) {}

  async all(): Promise<IndicatorType[]> {
    const today = this.clock.today();
    return (await this.facts.current()).facts.indicators.map((each) => definedOn(each, today));
  }

  /** @throws NOT_FOUND for what is not counted from the register, INVALID for a period that ends before it begins */
  async report(viewer: Viewer, code: string, asked: PeriodAsked): Promise<IndicatorReport> {
    const state = await this.facts.current();
    const [period, today] = [this.period(asked), this.clock.today()];
    const indicator = countedIndicator(state, code, period.to);
    return state.once(`report ${code} ${period.from} ${period.to} ${period.known} ${today} ${scopeKey(viewer)}`, () => {
      const name = naming(state, viewer);
      const figure = indicator.source === 'alliances' ? allianceFigure(state, indicator, period, name) : activityFigure(state, indicator, period, name);
      return { ...figure, ...period, ...progressOn(indicator, figure.value, period), ...freshness(state, indicator, period, today) };
    });
  }

  /** The number with its reasons alone. */
  count(viewer: Viewer, code: string, asked: PeriodAsked): Promise<Counts> {
    return this.report(viewer, code, asked);
  }

  /** What the period did to the stock, each number with its reasons. @throws NOT_FOUND for what is no stock */
  async movements(viewer: Viewer, code: string, asked: PeriodAsked): Promise<MovementsType> {
    const state = await this.facts.current();
    const period = this.period(asked);
    const indicator = countedIndicator(state, code, period.to);
    if (indicator.source !== 'alliances') throw notFound();
    const name = naming(state, viewer);
    const { renewals, ...turns } = movementsOf(state, period, indicator.rules);
    const told = Object.entries(turns).map(([turn, count]) => [turn, { value: count.value, ...allianceReasons(count, name) }]);
    // A renewal is told of the instrument, whatever the unit.
    return {
      ...period, ...Object.fromEntries(told) as Omit<MovementsType, keyof Period | 'renewals'>,
      renewals: { value: renewals.value, ...allianceReasons({ ...renewals, unit: 'instrument' }, name) },
    };
  }

  async trend(code: string, fromYear: number, toYear: number, known: string | null): Promise<PointOfTrend[]> {
    if (fromYear < FIRST_YEAR || fromYear > LAST_YEAR) throw invalid([problem('fromYear', 'number_out_of_range', { min: FIRST_YEAR, max: LAST_YEAR })]);
    if (toYear - fromYear > MOST_YEARS || toYear < fromYear) {
      throw invalid([problem('toYear', 'number_out_of_range', { min: fromYear, max: fromYear + MOST_YEARS })]);
    }
    const state = await this.facts.current();
    const today = this.clock.today();
    const years = Array.from({ length: toYear - fromYear + 1 }, (_, at) => fromYear + at);
    return years.map((year) => pointOf(state, countedIndicator(state, code, yearSoFar(year, today, null).to), year, today, known));
  }

  async breakdown(code: string, by: string, asked: PeriodAsked): Promise<BreakdownType> {
    const state = await this.facts.current();
    const period = this.period(asked);
    const found = breakdownOf(state, countedIndicator(state, code, period.to), by, period, this.clock.today());
    return { ...found, cells: [...found.cells] };
  }

  private period({ on, from, to, known }: PeriodAsked): Period {
    const last = on ?? to ?? this.clock.today();
    const first = from ?? `${last.slice(0, 4)}-01-01`;
    if (first > last) throw invalid([problem('to', 'end_before_start')]);
    if (yearOf(last) - yearOf(first) > MOST_YEARS) throw invalid([problem('from', 'day_out_of_range')]);
    return { from: first, to: last, known: known ?? null };
  }
}

const baselineDay = ({ baselineOn, targets }: IndicatorType): string => baselineOn ?? `${targets[0]?.year ?? 2000}-01-01`;

type Figure = Counts & Pick<IndicatorReport, 'ever' | 'withAlliance' | 'withoutAlliance' | 'countries'>;

function allianceFigure(state: CountingState, indicator: CountedIndicator, period: Period, name: Naming): Figure {
  const count = alliancesOn(state, period, indicator.rules);
  const { value, allies, instruments } = count;
  const ever = alliancesEver(state, baselineDay(indicator), period, { ...indicator.rules, unit: 'ally' });
  return { value, allies, instruments, participations: null, ever, withAlliance: null, withoutAlliance: null, countries: null, ...allianceReasons(count, name) };
}

function activityFigure(state: CountingState, { rules }: CountedIndicator, period: Period, name: Naming): Figure {
  const count = activitiesOf(state, period, rules);
  const { value, allies, participations, withAlliance, withoutAlliance, countries } = count;
  return { value, allies, instruments: null, participations, ever: null, withAlliance, withoutAlliance, countries, ...activityReasons(count, name) };
}

/** A stock goes from the baseline to the last target by way of the yearly ones; a flow by the targets of its years. */
function progressOn(indicator: CountedIndicator, value: number, { from, to }: Period) {
  const yearly = targetOf(indicator, yearOf(to));
  const measured = progressAlong(indicator, value, from, to);
  const final = indicator.targets.at(-1) ?? null;
  return {
    target: indicator.nature === 'stock' ? yearly : measured.target, light: measured.light, progress: measured.share, expected: measured.expected,
    finalTarget: indicator.nature === 'stock' ? (final?.value ?? null) : null, finalYear: indicator.nature === 'stock' ? (final?.year ?? null) : null,
  };
}

function progressAlong(indicator: CountedIndicator, value: number, from: string, to: string): MeasuredProgress {
  if (indicator.nature === 'flow') return flowProgress(value, from, to, new Map(indicator.targets.map((each) => [each.year, each.value])));
  const baseline = { on: baselineDay(indicator), value: indicator.baselineValue ?? 0 };
  return stockProgress(value, to, baseline, indicator.targets.map((each) => ({ on: endOfYear(each.year), value: each.value })));
}

/** The second light: since somebody last verified evidence of what it counts, or the presidency approved a snapshot of it. */
function freshness(state: CountingState, indicator: CountedIndicator, period: Period, today: string) {
  const { counted } = indicator.source === 'alliances' ? alliancesOn(state, period, indicator.rules) : activitiesOf(state, period, indicator.rules);
  const days = [lastVerifiedOn(state, indicator.source, counted), indicator.lastApprovedOn].filter((day) => day !== null);
  const confirmedOn = days.sort().at(-1) ?? null;
  return { confirmedOn, freshness: freshnessOf(confirmedOn, today) as string };
}

/** A year of the trend: of the running one as it is today; of one to come only the target is known. */
function pointOf(state: CountingState, indicator: CountedIndicator, year: number, today: string, known: string | null): PointOfTrend {
  const target = targetOf(indicator, year);
  const none = { value: null, instruments: null, new: null, reactivated: null, exits: null, renewals: null };
  const period = yearSoFar(year, today, known);
  if (period.from > today) return { year, target, running: false, ...none, breakdowns: () => [] };
  const breakdowns = () => dimensionsOf(indicator.source).map((by) => breakdownOf(state, indicator, by, period, today) as BreakdownType);
  const point = { year, target, running: endOfYear(year) >= today, breakdowns };
  if (indicator.source === 'joint_activities') return { ...point, ...none, value: activitiesOf(state, period, indicator.rules).value };
  const moved = movementsOf(state, period, indicator.rules);
  return {
    ...point, value: moved.end.value, instruments: moved.end.instruments,
    new: moved.new.value, reactivated: moved.reactivated.value, exits: moved.exits.value, renewals: moved.renewals.value,
  };
}

const targetOf = (indicator: IndicatorType, year: number): number | null => indicator.targets.find((each) => each.year === year)?.value ?? null;
