import { isDay } from '@tejido/domain/day.js';
import { readArguments, usageProblem } from '../../platform/command/arguments.js';
import { CommandProblem, type InBoth, type Language, type Prepared } from '../../platform/command/command.js';
import { COUNT_TEXTS, type CountTexts } from './count-texts.js';
import { countLines } from './count-lines.js';
import { dimensionsOf, type Source } from './figures.js';
import type { IndicatorReport, IndicatorType, NamedRecord } from './indicator.type.js';
import { IndicatorsQueries } from './indicators.queries.js';

export const COUNT_USAGE: InBoth = {
  es: 'count alliances_in_force|joint_activities_done [--on DÍA | --from DÍA --to DÍA] [--known DÍA] [--by DIMENSIÓN] [--json]',
  en: 'count alliances_in_force|joint_activities_done [--on DAY | --from DAY --to DAY] [--known DAY] [--by DIMENSION] [--json]',
};

/** `tejido count …`: the figure that the page and the API give, by the same code. @throws CommandProblem */
export function prepare(args: readonly string[], language: Language): Prepared {
  const { values: { json, by, ...days }, positionals: [code, ...rest] } = readArguments(args, {
    on: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' }, known: { type: 'string' }, by: { type: 'string' },
    json: { type: 'boolean', default: false },
  }, language);
  if (code === undefined || rest.length > 0) throw usageProblem(COUNT_USAGE[language], language);
  const texts = COUNT_TEXTS[language];
  refuseBadDays(days, texts);
  return async ({ app, viewer, write }) => {
    const queries = app.get(IndicatorsQueries);
    const indicator = countable(await queries.all(), { code, by, on: days.on }, texts);
    const report = await queries.report(viewer, code, days);
    const breakdown = by === undefined ? null : await queries.breakdown(code, by, days);
    const known = days.known ?? null;
    if (json) write(`${JSON.stringify(answer(code, report, known, breakdown), null, 2)}\n`);
    else write(`${(await countLines(app, { indicator, report, known, breakdown }, language)).join('\n')}\n`);
    return 0;
  };
}

function countable(all: readonly IndicatorType[], { code, by, on }: { code: string; by?: string; on?: string },
  texts: CountTexts): IndicatorType {
  const indicators = all.filter(({ source }) => source !== 'by_hand');
  const indicator = indicators.find((each) => each.code === code);
  if (!indicator) throw new CommandProblem(texts.unknownIndicator(code, indicators.map((each) => each.code).join(', ')));
  if (indicator.nature === 'flow' && on !== undefined) throw new CommandProblem(texts.periodOnly(code));
  const dimensions = [...dimensionsOf(indicator.source as Source), 'year', 'term'];
  if (by !== undefined && !dimensions.includes(by)) throw new CommandProblem(texts.unknownDimension(by, dimensions.join(', ')));
  return indicator;
}

function refuseBadDays(days: Partial<Record<'on' | 'from' | 'to' | 'known', string>>, texts: CountTexts): void {
  for (const [option, value] of Object.entries(days)) {
    if (value !== undefined && !isDay(value)) throw new CommandProblem(texts.badDay(option, value));
  }
  const last = days.on ?? days.to;
  if (days.from !== undefined && last !== undefined && days.from > last) throw new CommandProblem(texts.endBeforeStart);
}

/** With ids first: `{ value, counted: [{ id, because }], excluded: [{ id, reason }] }` and what explains them. */
function answer(indicator: string, report: IndicatorReport, known: string | null, breakdown: unknown): object {
  const { value, allies, instruments, participations, from, to, counted, excluded } = report;
  const named = ({ id, kind, title }: NamedRecord) => ({ id, kind, title });
  return {
    indicator, from, to, known, value, allies, ...(instruments !== null && { instruments }),
    ...(participations !== null && { participations }),
    counted: counted.map(({ record, because, on, through }) => ({ ...named(record), because, on, through: through.map(named) })),
    excluded: excluded.map(({ record, reason }) => ({ ...named(record), reason })),
    ...(breakdown !== null && { breakdown }),
  };
}
