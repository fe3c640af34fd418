import sql, { raw, type Sql } from 'sql-template-tag';

/** A text in both languages as JSON {es, en}, from the columns `<column>_es` and `<column>_en` of the row; left out, of the only table there is. */
export function inBoth(column: string, row?: Sql): Sql {
  const of = (language: 'es' | 'en') => (row ? sql`${row}.${raw(`${column}_${language}`)}` : raw(`${column}_${language}`));
  return sql`json_build_object('es', ${of('es')}, 'en', ${of('en')})`;
}
