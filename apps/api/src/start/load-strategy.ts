import type pg from 'pg';
import { dataFile } from '../platform/data-files.js';
import { stableId } from './stable-id.js';
import { insertRows } from './insert-rows.js';
import { firstDefinition, indicatorRow } from './indicators.js';

interface Text { es: string; en: string }
type Coded = Text & { code: string };

export interface StrategyFile {
  id: string;
  title: Text;
  coalition: { acronym: string; name: Text; officialSince: number; memberCountries: string[]; sustainableDevelopmentGoals: number[] };
  strategicPlan: { from: number; to: number };
  themes: Coded[];
  workLines: Coded[];
  scopes: Coded[];
  /** `short`: a few words for lists and charts, where the strategy's own wording would be a wall of text. */
  audiences: (Coded & { number: number; short?: Text; indicatorTerm: Text })[];
  axes: (Coded & {
    tactic: Text;
    timeframe: { from: number; to: number };
    results: (Coded & { indicator?: string })[];
    activities: (Coded & { from: string; to: string })[];
  })[];
  /** `term`: the code in the list of products or media; null where the list has none. */
  contentPlan: {
    audience: string;
    years: { from: number; to: number };
    messages: Text[];
    products: (Text & { term: string | null; every: 'once' | 'year' | 'quarter' })[];
    media: (Text & { term: string | null })[];
  }[];
  commemorativeDates: (Text & { monthDay: string })[];
  supporters: { acronym: string | null; es: string; en: string }[];
  nationalBodies: { country: string; name: string; acronym: string | null }[];
}

export const strategyFile = (): StrategyFile => dataFile<StrategyFile>('strategy.json');

const labels = ({ es, en }: Text) => ({ label_es: es, label_en: en });

/**
 * The coalition, its members and its strategy from data/strategy.json: another coalition replaces that file.
 * The first registrations are the coalition itself and its members' national bodies.
 */
export async function loadStrategy(client: pg.ClientBase, { demonstration }: { demonstration: boolean }): Promise<void> {
  const file = strategyFile();
  const { coalition } = file;
  await insertRows(client, 'coalition', [{ id: 1, acronym: coalition.acronym, name_es: coalition.name.es, name_en: coalition.name.en, official_since: coalition.officialSince, time_zone: 'America/Guatemala', demonstration, version: 1 }]);
  await insertRows(client, 'membership', coalition.memberCountries.map((country) => ({ id: stableId('membership', country), country, member_from: `${coalition.officialSince}-01-01` })));
  await loadTerms(client, file);
  await loadPlan(client, file);
  await loadOwnBodies(client, file);
}

async function loadTerms(client: pg.ClientBase, { themes, workLines, scopes, audiences }: StrategyFile): Promise<void> {
  const term = (each: Coded, position: number) => ({ code: each.code, ...labels(each), position, retired: false, version: 1 });
  await insertRows(client, 'theme', themes.map(term));
  await insertRows(client, 'work_line', workLines.map(term));
  await insertRows(client, 'scope', scopes.map(term));
  await insertRows(client, 'audience', audiences.map((each, position) => ({
    ...term(each, position), number: each.number, short_es: each.short?.es ?? null, short_en: each.short?.en ?? null,
    term_es: each.indicatorTerm.es, term_en: each.indicatorTerm.en,
  })));
}

async function loadPlan(client: pg.ClientBase, file: StrategyFile): Promise<void> {
  const { axes, strategicPlan: { from, to } } = file;
  await insertRows(client, 'strategy', [{ code: file.id, title_es: file.title.es, title_en: file.title.en, from_year: from, to_year: to }]);
  await insertRows(client, 'axis', axes.map((axis, position) => ({ code: axis.code, strategy: file.id, position, ...labels(axis), tactic_es: axis.tactic.es, tactic_en: axis.tactic.en, from_year: axis.timeframe.from, to_year: axis.timeframe.to })));
  const results = axes.flatMap((axis) => axis.results.map((result, position) => ({ code: result.code, axis: axis.code, position, ...labels(result), indicator: result.indicator ?? null })));
  const measured = results.flatMap(({ indicator, label_es, label_en }) => (indicator ? [{ code: indicator, label_es, label_en }] : []));
  await insertRows(client, 'indicator', measured.map((each) => indicatorRow(each, from)));
  await insertRows(client, 'indicator_definition', measured.map(({ code }) => firstDefinition(code, from)));
  await insertRows(client, 'result', results);
  await insertRows(client, 'strategy_activity', axes.flatMap((axis) => axis.activities.map((activity, position) => ({ code: activity.code, axis: axis.code, position, ...labels(activity), from_day: activity.from, to_day: activity.to }))));
  await insertRows(client, 'matrix_row', axes.flatMap((axis) => axis.activities.map(regionalRow)));
  await insertRows(client, 'content_plan_entry', file.contentPlan.flatMap((row) => contentEntries(file.id, row)));
  await insertRows(client, 'commemorative_date', file.commemorativeDates.map((each) => ({ month_day: each.monthDay, ...labels(each) })));
}

/** The row of the monitoring matrix that everybody's part of a strategy activity is told under. */
const regionalRow = ({ code, from, to }: { code: string; from: string; to: string }) => ({
  id: matrixRowId(code), strategy_activity: code, planned_from: from, planned_to: to, current_from: from, current_to: to,
  responsible_role: '', co_responsible: '', state: 'planned', observations: '', assumptions: '', means_of_verification: '',
  demonstration: false, created_at: new Date().toISOString(), version: 1,
});

function contentEntries(strategy: string, { audience, years, messages, products, media }: StrategyFile['contentPlan'][number]): object[] {
  const entry = (kind: string, line: Text, position: number) => ({
    code: `${audience}.${kind}.${position + 1}`, strategy, audience, kind, position, ...labels(line), term: null, every: 'once', from_year: years.from, to_year: years.to,
  });
  return [
    ...messages.map((line, at) => entry('message', line, at)),
    ...products.map((line, at) => ({ ...entry('product', line, at), term: line.term, every: line.every })),
    ...media.map((line, at) => ({ ...entry('medium', line, at), term: line.term })),
  ];
}

async function loadOwnBodies(client: pg.ClientBase, { coalition, nationalBodies, themes }: StrategyFile): Promise<void> {
  const common = { audience: 'state', themes: themes.map(({ code }) => code), sdgs: coalition.sustainableDevelopmentGoals, description: '', recorded_on: new Date().toISOString().slice(0, 10), visibility: 'public', demonstration: false, created_at: new Date().toISOString(), version: 1 };
  await insertRows(client, 'organisation', [
    { ...common, id: coalitionId(), name: coalition.name.es, name_en: coalition.name.en, acronym: coalition.acronym, standing: 'coalition', kind: 'forum', scope: 'regional', seat_country: null, countries: coalition.memberCountries, country: null },
    ...nationalBodies.map(({ country, name, acronym }) => ({ ...common, id: nationalBodyId(country), name, name_en: null, acronym, standing: 'member', kind: 'national_body', scope: 'national', seat_country: country, countries: [country], country })),
  ]);
}

export const coalitionId = (): string => stableId('organisation', 'coalition');
export const nationalBodyId = (country: string): string => stableId('organisation', `national body ${country}`);
export const matrixRowId = (strategyActivity: string): string => stableId('matrix row', strategyActivity);
