import sql, { join, raw, type Sql } from 'sql-template-tag';
import { TAXONOMIES } from './taxonomies.js';

const label = (es: string, en: string): Sql => sql`json_build_object('es', ${raw(es)}, 'en', ${raw(en)})`;

const termsOf = ({ table, flag, reversible, wordy }: (typeof TAXONOMIES)[number]): Sql => sql`select ${table}::text as taxonomy, code::text as code,
  ${label('label_es', 'label_en')} as label,
  ${wordy ? sql`case when short_es is not null and short_en is not null then ${label('short_es', 'short_en')} end` : sql`null::json`} as short,
  ${reversible ? label('reverse_es', 'reverse_en') : sql`null::json`} as reverse, position, retired,
  ${raw(flag ?? 'null::boolean')} as counts, version from ${raw(table)}`;

const REFERENCE = sql`select 'country', code, ${label('label_es', 'label_en')}, null, null, 0, false, null, null::int from country
  union all select 'sdg', code::text, ${label('label_es', 'label_en')}, null, null, code, false, null, null from sdg`;

/** Every term of every taxonomy; countries and goals among them. */
export const taxonomiesStatement = (): Sql => sql`select json_agg(t order by t.taxonomy, t.position, t.code) as answer
  from (${join(TAXONOMIES.map(termsOf), ' union all ')} union all ${REFERENCE}) t`;

/** One term, by a taxonomy of the list. */
export const termStatement = (taxonomy: (typeof TAXONOMIES)[number], code: string): Sql =>
  sql`select row_to_json(t) as answer from (${termsOf(taxonomy)} where code = ${code}) t`;
