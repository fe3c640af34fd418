import { bondsIn } from './alliance-count.js';
import type { AllianceOptions, Entry, Ledger } from './alliance-ledger.js';
import type { Touched } from './alliance-lapse.js';
import { type Day, dayAfter, dayBefore } from './day.js';
import { contains, inclusive, type Span } from './span.js';

/** A day on which the stock changes if nothing is renewed. */
export interface ForecastStep {
  /** The first day with the new value. */
  on: Day;
  value: number;
  /** Each with the agreements that held on the day before, and end. */
  lost: readonly Touched[];
  /** Each with the agreements, signed already, that take effect on the day. */
  gained: readonly Touched[];
}

/** `until.value = today.value − all lost + all gained`, always. */
export interface Forecast {
  today: Day;
  value: number;
  until: Day;
  valueThen: number;
  /** By day; none when nothing changes. */
  steps: readonly ForecastStep[];
}

/**
 * A1 on the days to come, by what is recorded today: agreements end on their last day, those signed already begin, and nothing is renewed. Read
 * from the ledger from which the count of any day is read, so that the forecast of a day is what the count will be if nobody does anything.
 * @param ledger made with the same options
 * @param until on or after `today`; included
 */
export function forecastIn(ledger: Ledger, today: Day, until: Day, options: AllianceOptions = {}): Forecast {
  const presences = options.unit === 'instrument' ? ledger.instruments : ledger.allies;
  const entriesOf = options.unit === 'instrument' ? new Map(ledger.entries.map((entry) => [entry.agreement.id, [entry]])) : ledger.entriesOf;
  const value = [...presences.values()].filter((spans) => contains(spans, today)).length;
  const changes = changesIn(presences, { from: dayAfter(today), to: dayAfter(until) });
  const touched = (id: string, day: Day): Touched => ({ id, agreementIds: holding(entriesOf.get(id) ?? [], id, day, options) });
  let running = value;
  const steps = [...changes.keys()].sort().map((on): ForecastStep => {
    const { ended, begun } = changes.get(on)!;
    running += begun.length - ended.length;
    return { on, value: running, lost: ended.map((id) => touched(id, dayBefore(on))), gained: begun.map((id) => touched(id, on)) };
  });
  return { today, value, until, valueThen: running, steps };
}

function changesIn(presences: ReadonlyMap<string, readonly Span[]>, window: Span): Map<Day, { ended: string[]; begun: string[] }> {
  const changes = new Map<Day, { ended: string[]; begun: string[] }>();
  const on = (day: Day) => changes.get(day) ?? changes.set(day, { ended: [], begun: [] }).get(day)!;
  for (const [id, spans] of presences) {
    for (const { from, to } of spans) {
      if (contains([window], from)) on(from).begun.push(id);
      if (to !== null && contains([window], to)) on(to).ended.push(id);
    }
  }
  return changes;
}

function holding(entries: readonly Entry[], id: string, day: Day, { unit }: AllianceOptions): string[] {
  const window = inclusive(day, day);
  const holds = (entry: Entry) => bondsIn(entry, window).some(({ unitId }) => unit === 'instrument' || unitId === id);
  return [...new Set(entries.filter(holds).map(({ agreement }) => agreement.id))];
}
