import { Injectable } from '@nestjs/common';
import { dayAfter } from '@tejido/domain/day.js';
import { invalid, problem } from '@tejido/domain/error.js';
import { compareFigures, type Changed, type Turns } from '@tejido/domain/figure-comparison.js';
import type { Viewer } from '@tejido/domain/policy.js';
import type { ComparedFigure, ComparedGroup, IndicatorComparison } from './comparison.type.js';
import { bare, enteredOn, visibleTo } from './counted-records.js';
import { Facts } from './facts.js';
import type { CountedRecord, IndicatorReport, MovementCount } from './indicator.type.js';
import { IndicatorsQueries, type PeriodAsked } from './indicators.queries.js';
import { shapeOf } from './indicator-shape.js';
import { naming, type Naming } from './naming.js';
import { WHOLE } from './snapshot-contents.js';

/** Two days, or two periods, beside each other: by the same counts that the page tells of each. */
@Injectable()
export class ComparisonQueries {
  constructor(private readonly facts: Facts, private readonly queries: IndicatorsQueries) {}

  /** Whichever is given first, the earlier one is told as `before`. @throws NOT_FOUND, INVALID at `second` when both are the same figure */
  async compare(viewer: Viewer, code: string, first: PeriodAsked, second: PeriodAsked): Promise<IndicatorComparison> {
    const state = await this.facts.current();
    const shape = shapeOf(state, code);
    const reports = await Promise.all([first, second].map((asked) => this.queries.report(WHOLE, code, asked)));
    const [before, after] = reports.sort((a, b) => keyOf(a, shape.stock).localeCompare(keyOf(b, shape.stock))) as [IndicatorReport, IndicatorReport];
    if (keyOf(before, shape.stock) === keyOf(after, shape.stock)) throw invalid([problem('second', 'same_days')]);
    const turns = shape.moves && before.to < after.to ? await this.turnsBetween(code, before, after) : undefined;
    const { change, kept, gained, lost } = compareFigures(bare(before), bare(after), enteredOn(state), before.known, turns);
    const name = naming(state, viewer);
    return { before: told(before), after: told(after), change, kept, gained: group(gained, after.counted, name), lost: group(lost, before.counted, name) };
  }

  /** When those that came or went did; a flow, or one day known twice, has no such days. */
  private async turnsBetween(code: string, before: IndicatorReport, after: IndicatorReport): Promise<Turns> {
    const moved = await this.queries.movements(WHOLE, code, { from: dayAfter(before.to), to: after.to, known: after.known });
    const days = (...counts: MovementCount[]) => new Map(counts.flatMap(({ counted }) => counted.map(({ record, because, on }) => [record.id, { because, on }] as const)));
    return { came: days(moved.new, moved.reactivated), went: days(moved.exits) };
  }
}

/** Which figure it is, in the order of time. A stock looks at its last day alone; as known now comes after every day of knowledge. */
const keyOf = ({ from, to, known }: IndicatorReport, stock: boolean): string => `${to} ${stock ? '' : from} ${known ?? '9999-12-31'}`;

const told = ({ value, from, to, known, instruments, target, light }: IndicatorReport): ComparedFigure => ({ value, from, to, known, instruments, target, light });

function group(changed: readonly Changed[], among: readonly CountedRecord[], name: Naming): ComparedGroup {
  const visible = visibleTo(name);
  const of = new Map(among.map((each) => [each.record.id, each]));
  const records = changed.flatMap(({ id, because, on }) => {
    const counted = of.get(id)!;
    const record = visible(counted.record);
    return record ? [{ record, because, on, through: counted.through.flatMap((each) => visible(each) ?? []) }] : [];
  });
  return { value: changed.length, records, withheld: changed.length - records.length };
}
