import { Injectable } from '@nestjs/common';
import type { Forecast } from '@tejido/domain/alliance-forecast.js';
import type { Touched } from '@tejido/domain/alliance-lapse.js';
import { daysBetween, dayBefore } from '@tejido/domain/day.js';
import { notFound, problem, refuseIfAny } from '@tejido/domain/error.js';
import type { Viewer } from '@tejido/domain/policy.js';
import { Clock } from '../../platform/clock.js';
import { countedIndicator } from './definition-on.js';
import { Facts } from './facts.js';
import { alliancesAhead } from './figures.js';
import type { EndingAgreement, ForecastGroup, IndicatorForecastType } from './forecast.type.js';
import { shapeOf } from './indicator-shape.js';
import { naming, type Naming } from './naming.js';

/** How far ahead a forecast by what is recorded today says anything: ten years. */
const MOST_DAYS = 3653;

/** What the number will be on a day to come if nobody does anything. */
@Injectable()
export class ForecastQueries {
  constructor(private readonly facts: Facts, private readonly clock: Clock) {}

  /** @throws NOT_FOUND for what does not change by itself, INVALID at `until` for a day that is over or too far */
  async forecast(viewer: Viewer, code: string, until: string): Promise<IndicatorForecastType> {
    const [state, today] = [await this.facts.current(), this.clock.today()];
    if (!shapeOf(state, code).moves) throw notFound();
    refuseIfAny([
      ...(until < today ? [problem('until', 'end_before_start')] : []),
      ...(daysBetween(today, until) > MOST_DAYS ? [problem('until', 'period_too_long', { days: MOST_DAYS })] : []),
    ]);
    const { rules } = countedIndicator(state, code, today);
    const { value, valueThen, steps } = alliancesAhead(state, today, until, rules);
    const name = naming(state, viewer);
    const kind = rules.unit === 'ally' ? 'organisation' as const : 'agreement' as const;
    const ending = endingOf(steps, kind === 'organisation');
    return {
      today, value, until, valueThen, endingCount: ending.length,
      ending: ending.flatMap(({ agreementId, lastDay, allyIds }) => told(name, agreementId, lastDay, allyIds)),
      steps: steps.map(({ lost, gained, ...step }) => ({
        ...step, lost: group(lost, 'lapses', kind, step.on, name), gained: group(gained, 'takes_effect', kind, step.on, name),
      })),
    };
  }
}

interface Ending { agreementId: string; lastDay: string; allyIds: string[] }

/** By agreement, in the order in which they end. */
function endingOf(steps: Forecast['steps'], ofAllies: boolean): Ending[] {
  const found = new Map<string, Ending>();
  for (const { on, lost } of steps) {
    for (const { id, agreementIds } of lost) {
      for (const agreementId of agreementIds) {
        const known = found.get(agreementId) ?? { agreementId, lastDay: dayBefore(on), allyIds: [] };
        found.set(agreementId, { ...known, allyIds: ofAllies ? [...known.allyIds, id] : [] });
      }
    }
  }
  return [...found.values()];
}

function told(name: Naming, agreementId: string, lastDay: string, allyIds: readonly string[]): EndingAgreement[] {
  const record = name('agreement', agreementId);
  return record ? [{ record, lastDay, allies: allyIds.flatMap((id) => name('organisation', id) ?? []) }] : [];
}

function group(touched: readonly Touched[], because: string, kind: 'organisation' | 'agreement', on: string, name: Naming): ForecastGroup {
  const records = touched.flatMap(({ id, agreementIds }) => {
    const record = name(kind, id);
    const through = kind === 'agreement' ? [] : agreementIds.flatMap((each) => name('agreement', each) ?? []);
    return record ? [{ record, because, on, through }] : [];
  });
  return { value: touched.length, records, withheld: touched.length - records.length };
}
