import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { invalid, notFound, problem } from '@tejido/domain/error.js';
import type { Viewer } from '@tejido/domain/policy.js';
import { expectedShare, progressOf } from '@tejido/domain/progress.js';
import { Clock } from '../../platform/clock.js';
import { Reader } from '../../platform/graphql/read.js';
import { Facts } from './facts.js';
import { breakdown, report, trend, type Counts, type Period, type Source } from './indicator-report.js';
import type { BreakdownType, IndicatorReport, IndicatorType, TrendPoint } from './indicator.type.js';

/** A day, or a period; nothing is today, or this year so far. */
export interface PeriodAsked {
  on?: string | null;
  from?: string | null;
  to?: string | null;
  known?: string | null;
}

const INDICATORS = sql`select coalesce(json_agg(json_build_object('code', i.code, 'label', json_build_object('es', i.label_es, 'en', i.label_en), 'definition', json_build_object('es', i.definition_es, 'en', i.definition_en),
    'nature', i.nature, 'source', i.source, 'unit', i.unit, 'baselineValue', i.baseline_value, 'baselineOn', i.baseline_on,
    'targets', (select coalesce(json_agg(json_build_object('year', t.year, 'value', t.value, 'rationale', t.rationale) order by t.year), '[]') from target t where t.indicator = i.code)) order by r.code), '[]') as answer
  from indicator i join result r on r.indicator = i.code`;

/** The figures: the same code answers the page, the API and the command line. */
@Injectable()
export class IndicatorsQueries {
  constructor(private readonly reader: Reader, private readonly facts: Facts, private readonly clock: Clock) {}

  async all(): Promise<IndicatorType[]> {
    return (await this.reader.answer<IndicatorType[]>(INDICATORS)) ?? [];
  }

  async report(viewer: Viewer, code: string, asked: PeriodAsked): Promise<IndicatorReport> {
    const indicator = await this.counted(code);
    const period = this.period(asked);
    const counts = report(await this.facts.current(), indicator.source, period, indicator.unit === 'instrument' ? 'instrument' : 'ally', viewer);
    return { ...counts, from: period.from, to: period.to, ...this.progress(indicator, counts, period) };
  }

  /** As `report`, with what the command line prints: ids, named or not. */
  async count(viewer: Viewer, code: string, asked: PeriodAsked): Promise<Counts> {
    const indicator = await this.counted(code);
    return report(await this.facts.current(), indicator.source, this.period(asked), indicator.unit === 'instrument' ? 'instrument' : 'ally', viewer);
  }

  async trend(code: string, fromYear: number, toYear: number, known: string | null): Promise<TrendPoint[]> {
    if (toYear - fromYear > 100 || toYear < fromYear) throw invalid([problem('toYear', 'number_out_of_range', { min: fromYear, max: fromYear + 100 })]);
    const indicator = await this.counted(code);
    const points = trend(await this.facts.current(), indicator.source, { fromYear, toYear, today: this.clock.today(), known });
    return points.map((point) => ({ ...point, target: targetOf(indicator, point.year) }));
  }

  async breakdown(code: string, by: string, asked: PeriodAsked): Promise<BreakdownType> {
    const indicator = await this.counted(code);
    return breakdown(await this.facts.current(), indicator.source, by, this.period(asked));
  }

  private async counted(code: string): Promise<IndicatorType & { source: Source }> {
    const found = (await this.all()).find((each) => each.code === code);
    if (!found || found.source === 'by_hand') throw notFound();
    return found as IndicatorType & { source: Source };
  }

  private period({ on, from, to, known }: PeriodAsked): Period {
    const last = on ?? to ?? this.clock.today();
    const first = from ?? `${last.slice(0, 4)}-01-01`;
    if (first > last) throw invalid([problem('to', 'end_before_start')]);
    return { from: first, to: last, known: known ?? null };
  }

  /** Against the target of the period's year; a stock is expected along the line from the baseline. */
  private progress(indicator: IndicatorType, { value }: Counts, period: Period): { target: number | null; light: string } {
    const year = Number(period.to.slice(0, 4));
    const target = targetOf(indicator, year);
    const stock = indicator.nature === 'stock';
    const before = stock ? (targetOf(indicator, year - 1) ?? indicator.baselineValue) : 0;
    const expected = expectedShare(`${year}-01-01`, `${year}-12-31`, period.to);
    return { target, light: progressOf({ value, baseline: before, target, expected }).light };
  }
}

const targetOf = (indicator: IndicatorType, year: number): number | null => indicator.targets.find((each) => each.year === year)?.value ?? null;
