import sql, { raw, type Sql } from 'sql-template-tag';
import type { PlanEntry, Sending } from '@tejido/domain/content-coverage.js';
import { allOf, type Reading } from '../../platform/graphql/composer.js';
import { inBoth } from '../../platform/graphql/in-both.js';
import type { TextInBoth } from '../strategy/strategy.type.js';
import { dissemination } from './dissemination.reads.js';

export interface PlanAndSendings { plan: (PlanEntry & { label: TextInBoth })[]; sendings: Sending[] }

/** The whole content plan, and what was sent that the viewer may see. */
export function planAndSendings(reading: Reading): Sql {
  const row = reading.alias('dissemination');
  return sql`select json_build_object(
    'plan', (select coalesce(json_agg(json_build_object('code', e.code, 'audience', e.audience, 'kind', e.kind, 'term', e.term, 'every', e.every, 'fromYear', e.from_year,
        'toYear', e.to_year, 'label', ${inBoth('label', raw('e'))}) order by u.number, array_position(array['message', 'product', 'medium'], e.kind), e.position), '[]')
      from content_plan_entry e join audience u on u.code = e.audience),
    'sendings', (select coalesce(json_agg(json_build_object('id', ${row}.id, 'audience', ${row}.audience, 'planEntry', ${row}.plan_entry, 'product', ${row}.product,
        'medium', ${row}.medium, 'sentOn', ${row}.sent_on)), '[]')
      from dissemination ${row} where ${allOf([dissemination.visible(row, reading)])})) as answer`;
}
