import sql, { raw } from 'sql-template-tag';
import type { CommandContext, Language } from '../../platform/command/command.js';
import { Reader } from '../../platform/graphql/read.js';
import { COUNT_TEXTS, type CountTexts } from './count-texts.js';
import type { BreakdownType, ExcludedRecord, IndicatorReport, IndicatorType } from './indicator.type.js';

interface Counted {
  indicator: IndicatorType;
  report: IndicatorReport;
  known: string | null;
  breakdown: BreakdownType | null;
}

/** A count as lines for a terminal: the figure, then by the dimension or what counts and what does not. */
export async function countLines(app: CommandContext['app'], { indicator, report, known, breakdown }: Counted,
  language: Language): Promise<string[]> {
  const texts = COUNT_TEXTS[language];
  const when = filled(indicator.nature === 'stock' ? texts.on : texts.from, { from: report.from, to: report.to });
  const companions = [
    ...(report.instruments === null ? [] : [`${report.instruments} ${texts.instruments}`]),
    ...(report.participations === null ? [] : [`${report.allies} ${texts.allies}`, `${report.participations} ${texts.participations}`]),
  ];
  return [
    indicator.label[language],
    `${report.value} (${companions.join(', ')}), ${when}${known === null ? '' : `, ${filled(texts.known, { known })}`}`,
    '',
    ...(breakdown ? cellLines(breakdown, await labelsOf(app, tableOf(breakdown.dimension, indicator), language), texts)
      : recordLines(report, texts)),
  ];
}

function recordLines({ counted, excluded }: IndicatorReport, texts: CountTexts): string[] {
  const reasons = new Map<string, ExcludedRecord[]>();
  for (const each of excluded) reasons.set(each.reason, [...reasons.get(each.reason) ?? [], each]);
  return [
    `${texts.counted} (${counted.length}):`,
    ...counted.map(({ record, because,
      through }) => `  ${record.title}: ${texts.because[because as keyof CountTexts['because']] ?? because} (${through.map(({ title }) => title).join('; ')})`),
    '', `${texts.excluded} (${excluded.length}):`,
    ...[...reasons].flatMap(([reason,
      records]) => [`  ${texts.reason[reason as keyof CountTexts['reason']] ?? reason} (${records.length}):`,
      ...records.map(({ record }) => `    ${record.title}`)]),
  ];
}

function cellLines({ cells, total, additive }: BreakdownType, labels: ReadonlyMap<string, string>, texts: CountTexts): string[] {
  const rows: [string, number][] = [
    ...cells.map(({ key, value }): [string, number] => [key === null ? texts.notStated : cellLabel(key, labels, texts), value]),
    [texts.total, total],
  ];
  const width = Math.max(...rows.map(([label]) => label.length));
  return [...rows.map(([label, value]) => `  ${label.padEnd(width)}  ${String(value).padStart(5)}`),
    ...(additive ? [] : ['', texts.notAdditive])];
}

function cellLabel(key: string, labels: ReadonlyMap<string, string>, texts: CountTexts): string {
  const [, theme] = /^only:(.+)$/.exec(key) ?? [];
  if (theme !== undefined) return texts.only(labels.get(theme) ?? theme);
  return labels.get(key) ?? texts.themeSet[key as keyof CountTexts['themeSet']] ?? key;
}

/** The table that names the keys of a dimension; null for years, which name themselves. */
function tableOf(dimension: string, { source }: IndicatorType): string | null {
  if (dimension === 'kind') return source === 'alliances' ? 'organisation_kind' : 'activity_kind';
  if (dimension === 'theme_set') return 'theme';
  return dimension === 'year' ? null : dimension === 'term' ? 'presidency_term' : dimension;
}

/** What the keys are called; a presidency term by its country, an audience by its short wording. */
async function labelsOf(app: CommandContext['app'], table: string | null, language: Language): Promise<Map<string, string>> {
  if (table === null) return new Map();
  const label = raw(`label_${language}`);
  const rows = await app.get(Reader).answer<[string, string][]>(table === 'presidency_term'
    ? sql`select json_agg(json_build_array(t.id, c.${label} || ' ' || t.from_day)) as answer from presidency_term t join country c on c.code = t.country`
    : sql`select json_agg(json_build_array(code::text, ${table === 'audience' ? sql`coalesce(${raw(`short_${language}`)}, ${label})` : label})) as answer from ${raw(table)}`);
  return new Map(rows ?? []);
}

const filled = (text: string, values: Readonly<Record<string, string>>): string => text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
