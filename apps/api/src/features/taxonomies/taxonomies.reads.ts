import sql, { join, raw, type Sql } from 'sql-template-tag';
import { inBoth } from '../../platform/graphql/in-both.js';
import { TAXONOMIES } from './taxonomies.js';

const termsOf = ({ table, flag, reversible, wordy }: (typeof TAXONOMIES)[number]): Sql => sql`select ${table}::text as taxonomy, code::text as code,
  ${inBoth('label')} as label,
  ${wordy ? sql`case when short_es is not null and short_en is not null then ${inBoth('short')} end` : sql`null::json`} as short,
  ${reversible ? inBoth('reverse') : sql`null::json`} as reverse, position, retired,
  ${raw(flag ?? 'null::boolean')} as counts, version from ${raw(table)}`;

const REFERENCE = sql`select 'country', code, ${inBoth('label')}, null, null, 0, false, null, null::int from country
  union all select 'sdg', code::text, ${inBoth('label')}, null, null, code, false, null, null from sdg`;

/** Every term of every taxonomy; countries and goals among them. */
export const taxonomiesStatement = (): Sql => sql`select json_agg(t order by t.taxonomy, t.position, t.code) as answer
  from (${join(TAXONOMIES.map(termsOf), ' union all ')} union all ${REFERENCE}) t`;

/** One term, by a taxonomy of the list. */
export const termStatement = (taxonomy: (typeof TAXONOMIES)[number], code: string): Sql =>
  sql`select row_to_json(t) as answer from (${termsOf(taxonomy)} where code = ${code}) t`;
