import sql, { raw, type Sql } from 'sql-template-tag';
import type { Reading } from '../../platform/graphql/composer.js';
import { activities } from '../activities/activities.reads.js';

const label = (es: string, en: string): Sql => sql`json_build_object('es', ${raw(es)}, 'en', ${raw(en)})`;

export const strategyStatement = (reading: Reading): Sql => sql`select json_build_object('code', s.code, 'title', ${label('s.title_es', 's.title_en')}, 'fromYear', s.from_year, 'toYear', s.to_year,
  'axes', (select coalesce(json_agg(json_build_object('code', x.code, 'label', ${label('x.label_es', 'x.label_en')}, 'tactic', ${label('x.tactic_es', 'x.tactic_en')}, 'fromYear', x.from_year, 'toYear', x.to_year,
    'results', (select coalesce(json_agg(json_build_object('code', r.code, 'label', ${label('r.label_es', 'r.label_en')}, 'indicator', r.indicator) order by r.position), '[]') from result r where r.axis = x.code),
    'activities', (select coalesce(json_agg(json_build_object('code', y.code, 'label', ${label('y.label_es', 'y.label_en')}, 'fromDay', y.from_day, 'toDay', y.to_day,
      'activities', (select count(*)::int from activity a where a.strategy_activity = y.code and ${activities.visible(sql`a`, reading)})) order by y.position), '[]') from strategy_activity y where y.axis = x.code)
  ) order by x.position), '[]') from axis x where x.strategy = s.code)) as answer from strategy s limit 1`;

export const presidencyTermsStatement = (): Sql =>
  sql`select coalesce(json_agg(json_build_object('id', id, 'country', country, 'fromDay', from_day, 'toDay', to_day) order by from_day), '[]') as answer from presidency_term`;
