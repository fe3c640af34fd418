import sql, { raw, type Sql } from 'sql-template-tag';
import type { Reading } from '../../platform/graphql/composer.js';
import { inBoth } from '../../platform/graphql/in-both.js';
import { activities } from '../activities/activities.reads.js';
import { agreements } from '../agreements/agreements.reads.js';

const RESULTS = sql`(select coalesce(json_agg(json_build_object('code', r.code, 'label', ${inBoth('label', raw('r'))}, 'indicator', r.indicator)
  order by r.position), '[]') from result r where r.axis = x.code)`;

const planned = (reading: Reading): Sql => sql`(select coalesce(json_agg(json_build_object('code', y.code, 'label', ${inBoth('label', raw('y'))},
    'fromDay', y.from_day, 'toDay', y.to_day,
    'activities', (select count(*)::int from activity a where a.strategy_activity = y.code and ${activities.visible(sql`a`, reading)}),
    'agreements', (select count(*)::int from agreement a where a.strategy_activity = y.code and ${agreements.visible(sql`a`, reading)}))
  order by y.position), '[]') from strategy_activity y where y.axis = x.code)`;

const DATES = sql`(select coalesce(json_agg(json_build_object('monthDay', d.month_day, 'label', ${inBoth('label', raw('d'))}) order by d.month_day), '[]')
  from commemorative_date d)`;

const lines = (kind: string): Sql => sql`coalesce(json_agg(${inBoth('label', raw('e'))} order by e.position) filter (where e.kind = ${kind}), '[]')`;

const CONTENT = sql`(select coalesce(json_agg(each order by number), '[]') from (
  select json_build_object('audience', e.audience, 'fromYear', min(e.from_year), 'toYear', max(e.to_year),
    'messages', ${lines('message')}, 'products', ${lines('product')}, 'media', ${lines('medium')}) as each, min(u.number) as number
  from content_plan_entry e join audience u on u.code = e.audience where e.strategy = s.code group by e.audience) plan)`;

export const strategyStatement = (reading: Reading): Sql => sql`select json_build_object('code', s.code, 'title', ${inBoth('title', raw('s'))},
  'fromYear', s.from_year, 'toYear', s.to_year, 'commemorativeDates', ${DATES}, 'contentPlan', ${CONTENT},
  'axes', (select coalesce(json_agg(json_build_object('code', x.code, 'label', ${inBoth('label', raw('x'))},
      'tactic', ${inBoth('tactic', raw('x'))}, 'fromYear', x.from_year, 'toYear', x.to_year,
      'results', ${RESULTS}, 'activities', ${planned(reading)}) order by x.position), '[]')
    from axis x where x.strategy = s.code)) as answer from strategy s limit 1`;

export const presidencyTermsStatement = (): Sql => sql`select coalesce(json_agg(json_build_object('id', id, 'country', country, 'fromDay', from_day,
  'toDay', to_day, 'version', version) order by from_day), '[]') as answer from presidency_term`;
