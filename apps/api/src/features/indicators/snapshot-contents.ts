import { Injectable } from '@nestjs/common';
import { addDays, startOfYear, yearOf } from '@tejido/domain/day.js';
import { invalid, problem } from '@tejido/domain/error.js';
import type { Viewer } from '@tejido/domain/policy.js';
import { Clock } from '../../platform/clock.js';
import { Reader } from '../../platform/graphql/read.js';
import { countedIndicator, type CountedIndicator } from './definition-on.js';
import { Facts, type CountingState } from './facts.js';
import { dimensionsOf } from './figures.js';
import type { IndicatorReport, MovementCount, MovementsType } from './indicator.type.js';
import { IndicatorsQueries, type PeriodAsked } from './indicators.queries.js';
import { HASH_VERSION, type SnapshotContent } from './snapshot-content.js';
import { MOVEMENTS, type FrozenMovements, type FrozenTurn, type FrozenYear, type SnapshotFigures } from './snapshot-figures.js';
import { instrumentsStatement, type InstrumentRow } from './snapshot-instruments.reads.js';

/** A figure is frozen by somebody who sees everything, so that its lists are whole. */
export const WHOLE: Viewer = Object.freeze({ userId: null, role: 'secretariat', country: null });

/** What ends within this many days after the snapshot is told as expiring. */
const EXPIRING_WITHIN = 365;

/** What a snapshot freezes: the figure, and all that a report tells of it, as known now. */
@Injectable()
export class SnapshotContents {
  constructor(private readonly facts: Facts, private readonly queries: IndicatorsQueries, private readonly reader: Reader, private readonly clock: Clock) {}

  /**
   * @param asked `known`: as it would have been frozen on that day; nothing is now
   * @throws NOT_FOUND for what is not counted, INVALID for days to come or a period that ends before it begins
   */
  async of(code: string, { on, from, to, known = null }: PeriodAsked): Promise<SnapshotContent> {
    const knownOn = known ?? this.clock.today();
    const state = await this.facts.current();
    const report = await this.queries.report(WHOLE, code, { on, from, to, known });
    const definition = countedIndicator(state, code, report.to);
    if (report.to > knownOn) throw invalid([problem(on ? 'on' : 'to', 'day_in_future')]);
    const period = definition.nature === 'stock' ? { onDay: report.to, fromDay: null, toDay: null } : { onDay: null, fromDay: report.from, toDay: report.to };
    const { value, counted } = report;
    // Of what was recorded later nobody knew: it was not left out.
    const excluded = report.excluded.filter(({ reason }) => reason !== 'recorded_later');
    const { lastApprovedOn: _, ...defined } = definition;
    return {
      indicator: code, ...period, knownOn, value, counted, excluded, definition: defined,
      figures: await this.figuresOf(state, definition, report), hashVersion: HASH_VERSION,
    };
  }

  private async figuresOf(state: CountingState, definition: CountedIndicator, report: IndicatorReport): Promise<SnapshotFigures> {
    const { allies, instruments, participations, ever, withAlliance, withoutAlliance, countries } = report;
    const movements = definition.source === 'alliances'
      ? await this.queries.movements(WHOLE, definition.code, { from: startOfYear(yearOf(report.to)), to: report.to, known: report.known }) : null;
    const rows = movements ? await this.instruments(movements, report.to) : [];
    return {
      companions: { allies, instruments, participations, ever, withAlliance, withoutAlliance, countries },
      movements: movements && frozenMovements(state, movements),
      breakdowns: await this.breakdowns(definition, report),
      trend: await this.trend(definition, report, movements),
      progress: progressOf(definition, report),
      instruments: rows.map(({ allies: _, alliesEn: __, renewed: ___, ...row }) => row),
      expiring: expiringOf(rows, report.to),
    };
  }

  /** The agreements by which the stock of the last day counts. */
  private async instruments({ end }: MovementsType, day: string): Promise<InstrumentRow[]> {
    const ids = new Set(end.counted.flatMap(({ record, through }) => (record.kind === 'agreement' ? [record.id] : through.map(({ id }) => id))));
    return (await this.reader.answer<InstrumentRow[]>(instrumentsStatement([...ids], day)))!;
  }

  private async breakdowns({ code, source }: CountedIndicator, { from, to, known }: IndicatorReport): Promise<SnapshotFigures['breakdowns']> {
    const all = await Promise.all(dimensionsOf(source).map((by) => this.queries.breakdown(code, by, { from, to, known })));
    return all.map(({ dimension, additive, total, cells }) => ({ dimension, additive, total, cells: cells.map(({ key, value }) => ({ key, value })) }));
  }

  /** The year of the snapshot is told up to its day, those after it by their target alone. */
  private async trend({ code, nature, baselineOn, targets }: CountedIndicator, report: IndicatorReport, movements: MovementsType | null): Promise<FrozenYear[]> {
    const last = yearOf(report.to);
    const years = [...targets.map(({ year }) => year), ...(baselineOn ? [yearOf(baselineOn)] : []), last];
    const points = await this.queries.trend(code, Math.min(...years), Math.max(...years), report.known);
    const soFar = nature === 'stock' ? report : await this.queries.report(WHOLE, code, { from: startOfYear(last), to: report.to, known: report.known });
    const none = { value: null, instruments: null, new: null, reactivated: null, exits: null };
    return points.map((point) => {
      const { year, target, value, instruments, new: fresh, reactivated, exits } = point;
      if (year > last) return { year, target, ...none };
      if (year < last) return { year, target, value, instruments, new: fresh, reactivated, exits };
      return {
        year, target, value: soFar.value, instruments: soFar.instruments,
        new: movements?.new.value ?? null, reactivated: movements?.reactivated.value ?? null, exits: movements?.exits.value ?? null,
      };
    });
  }
}

function progressOf({ baselineValue, baselineOn }: CountedIndicator, report: IndicatorReport): SnapshotFigures['progress'] {
  const { light, progress, expected, target, finalTarget, finalYear, freshness, confirmedOn } = report;
  return { light, progress, expected, target, finalTarget, finalYear, freshness, confirmedOn, baselineValue, baselineOn };
}

function frozenMovements(state: CountingState, { from, to, ...turns }: MovementsType): FrozenMovements {
  const seen = state.once('who may see', () => new Map([...state.facts.organisations, ...state.facts.agreements]
    .map(({ id, visibility, country }) => [id, { visibility, country }])));
  const frozen = ({ value, counted }: MovementCount): FrozenTurn => ({
    value, records: counted.map(({ record: { id, title, titleEn }, because, on }) => ({ id, title, titleEn, because, on, ...seen.get(id)! })),
  });
  return { from, to, ...Object.fromEntries(MOVEMENTS.map((turn) => [turn, frozen(turns[turn])])) } as FrozenMovements;
}

function expiringOf(rows: readonly InstrumentRow[], day: string): SnapshotFigures['expiring'] {
  const last = addDays(day, EXPIRING_WITHIN);
  return rows.flatMap(({ id, title, titleEn, effectiveTo, allies, alliesEn, renewed, visibility, country }) =>
    (effectiveTo !== null && effectiveTo <= last && !renewed ? [{ id, title, titleEn, effectiveTo, allies, alliesEn, visibility, country }] : []))
    .sort((a, b) => (a.effectiveTo < b.effectiveTo ? -1 : 1));
}
