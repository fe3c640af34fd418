import sql, { type Sql } from 'sql-template-tag';
import { columns, many, one, visibleById, type Shape } from '../../platform/graphql/composer.js';
import { extendOrganisation, organisations } from './organisations.reads.js';

/** The relationships of one organisation, each read from its end; one whose other end is hidden does not exist. */
function relationshipsOf(origin: Sql): Shape {
  const isFrom = (row: Sql) => sql`${row}.from_id = ${origin}.id`;
  const other = (row: Sql) => sql`(case when ${isFrom(row)} then ${row}.to_id else ${row}.from_id end)`;
  return {
    table: 'relationship',
    visible: (row, reading) => sql`(${isFrom(row)} or ${row}.to_id = ${origin}.id) and ${visibleById(reading, organisations, other(row))}`,
    fields: {
      ...columns('id', 'type', 'fromDay', 'toDay', 'version'),
      fromHere: (row) => isFrom(row),
      current: (row, reading) => sql`daterange(${row}.from_day, ${row}.to_day, '[]') @> ${reading.today}::date`,
      // A type without words for its other end reads the same from both.
      label: (row) => sql`(select json_build_object(
          'es', case when ${isFrom(row)} or term.reverse_es = '' then term.label_es else term.reverse_es end,
          'en', case when ${isFrom(row)} or term.reverse_en = '' then term.label_en else term.reverse_en end)
        from relationship_type term where term.code = ${row}.type)`,
      organisation: (row, reading, selection) => one(reading, organisations, selection, { where: (far) => sql`${far}.id = ${other(row)}` }),
    },
  };
}

extendOrganisation({
  // Those that hold today first.
  relationships: (row, reading, selection) => many(reading, relationshipsOf(row), selection, {
    where: () => sql`true`,
    orderBy: (tie) => sql`coalesce(${tie}.to_day, 'infinity'::date) desc, ${tie}.type, ${tie}.id`,
  }),
});
