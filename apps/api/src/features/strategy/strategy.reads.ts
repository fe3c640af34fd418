import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Reading } from '../../platform/graphql/composer.js';
import { activities } from '../activities/activities.reads.js';

/** Taxonomies in the order in which forms name them, with the column that a rule reads. */
const TAXONOMIES: readonly (readonly [table: string, counts: string])[] = [
  ['audience', 'null::boolean'], ['scope', 'null::boolean'], ['theme', 'null::boolean'], ['work_line', 'null::boolean'],
  ['organisation_kind', 'null::boolean'], ['agreement_kind', 'is_instrument'], ['party_role', 'null::boolean'], ['meeting_kind', 'is_good_practice'],
  ['activity_kind', 'counts'], ['activity_role', 'contributes'], ['relationship_type', 'null::boolean'], ['identifier_scheme', 'null::boolean'], ['medium', 'null::boolean'], ['product', 'null::boolean'],
];

const label = (es: string, en: string): Sql => sql`json_build_object('es', ${raw(es)}, 'en', ${raw(en)})`;

const oneTaxonomy = ([table, counts]: readonly [string, string]): Sql => sql`select ${table}::text as taxonomy, code::text as code, ${label('label_es', 'label_en')} as label,
  ${table === 'audience' ? sql`case when short_es is not null and short_en is not null then ${label('short_es', 'short_en')} end` : sql`null::json`} as short,
  ${table === 'relationship_type' ? label('reverse_es', 'reverse_en') : sql`null::json`} as reverse, position, retired, ${raw(counts)} as counts from ${raw(table)}`;

export const taxonomiesStatement = (): Sql => sql`select json_agg(t order by t.taxonomy, t.position, t.code) as answer from (${join(TAXONOMIES.map(oneTaxonomy), ' union all ')}
  union all select 'country', code, ${label('label_es', 'label_en')}, null, null, 0, false, null from country
  union all select 'sdg', code::text, ${label('label_es', 'label_en')}, null, null, code, false, null from sdg) t`;

export const strategyStatement = (reading: Reading): Sql => sql`select json_build_object('code', s.code, 'title', ${label('s.title_es', 's.title_en')}, 'fromYear', s.from_year, 'toYear', s.to_year,
  'axes', (select coalesce(json_agg(json_build_object('code', x.code, 'label', ${label('x.label_es', 'x.label_en')}, 'tactic', ${label('x.tactic_es', 'x.tactic_en')}, 'fromYear', x.from_year, 'toYear', x.to_year,
    'results', (select coalesce(json_agg(json_build_object('code', r.code, 'label', ${label('r.label_es', 'r.label_en')}, 'indicator', r.indicator) order by r.position), '[]') from result r where r.axis = x.code),
    'activities', (select coalesce(json_agg(json_build_object('code', y.code, 'label', ${label('y.label_es', 'y.label_en')}, 'fromDay', y.from_day, 'toDay', y.to_day,
      'activities', (select count(*)::int from activity a where a.strategy_activity = y.code and ${activities.visible(sql`a`, reading)})) order by y.position), '[]') from strategy_activity y where y.axis = x.code)
  ) order by x.position), '[]') from axis x where x.strategy = s.code)) as answer from strategy s limit 1`;

export const presidencyTermsStatement = (): Sql =>
  sql`select coalesce(json_agg(json_build_object('id', id, 'country', country, 'fromDay', from_day, 'toDay', to_day) order by from_day), '[]') as answer from presidency_term`;
