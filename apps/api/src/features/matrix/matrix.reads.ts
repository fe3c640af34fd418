import sql, { raw, type Sql } from 'sql-template-tag';
import { readableBy } from '../../platform/access/scope.js';
import { columns, many, one, type Piece, type Reading, type Shape } from '../../platform/graphql/composer.js';
import { inBoth } from '../../platform/graphql/in-both.js';
import { child, type Selection } from '../../platform/graphql/selection.js';
import { nameOrder, organisations } from '../organisations/organisations.reads.js';
import { linkCounts, links } from './matrix-links.reads.js';

const both = (column: string): Piece => (row) => inBoth(column, row);

const ofStrategyActivity = (row: Sql, value: Sql): Sql => sql`(select ${value} from strategy_activity y where y.code = ${row}.strategy_activity)`;

const nameOf = (user: Sql): Sql => sql`(select u.name from user_account u where u.id = ${user})`;

const days = (column: string): Piece => (row) =>
  sql`(case when ${row}.${raw(column)} ?& array['from', 'to'] then json_build_object('from', ${row}.${raw(column)} ->> 'from', 'to', ${row}.${raw(column)} ->> 'to') end)`;

/** Approved minutes in which it was decided approve it too. */
const minuted = (row: Sql, value: Sql): Sql => sql`(select ${value} from minutes m where m.meeting_id = ${row}.meeting_id and m.state = 'approved')`;

const adjustments: Shape = {
  table: 'matrix_adjustment',
  visible: () => sql`true`,
  fields: {
    ...columns('id', 'kind', 'what', 'why', 'madeOn', 'version'),
    fromDays: days('from_value'),
    toDays: days('to_value'),
    madeBy: (row) => nameOf(sql`${row}.made_by`),
    approvedBy: (row) => nameOf(sql`coalesce(${row}.approved_by, ${minuted(row, sql`m.approved_by`)})`),
    approvedOn: (row) => sql`coalesce(${row}.approved_on, ${minuted(row, sql`m.approved_on`)})`,
    minutes: (row, reading) => sql`(select json_build_object('meetingId', met.id, 'title', met.title, 'approved', ${minuted(row, sql`true`)} is not null)
      from meeting met where met.id = ${row}.meeting_id and met.archived_at is null and ${readableBy(reading.viewer, sql`met`)})`,
  },
};

/** The facts that `advanceOf` of the domain judges, in the resolver. */
const advance: Piece = (row, reading) => sql`json_build_object('progress', ${row}.progress, 'state', ${row}.state, 'expectedCount', ${row}.expected_count,
  'currentFrom', ${row}.current_from, 'currentTo', ${row}.current_to, 'day', ${reading.today}::text, 'linked', ${linkCounts(row, reading)})`;

/** The matrix is for signed-in viewers: all its rows for each of them. */
export const matrixRows: Shape = {
  table: 'matrix_row',
  visible: (row, { viewer }) => (viewer.role === 'public' ? sql`false` : sql`${row}.archived_at is null`),
  fields: {
    ...columns('id', 'strategyActivity', 'country', 'label', 'result', 'product', 'plannedFrom', 'plannedTo', 'currentFrom', 'currentTo', 'actualFrom', 'actualTo',
      'responsibleRole', 'responsibleCountry', 'coResponsible', 'progress', 'expectedCount', 'state', 'observations', 'assumptions', 'meansOfVerification', 'rating',
      'demonstration', 'version'),
    activity: (row) => ofStrategyActivity(row, inBoth('label', raw('y'))),
    axis: (row) => ofStrategyActivity(row, sql`y.axis`),
    viewerCan: (row) => sql`json_build_object('country', ${row}.country)`,
    advance,
    linked: links,
    allies: (row, reading, selection) => many(reading, organisations, selection, {
      where: (other) => sql`exists (select from matrix_ally a where a.row_id = ${row}.id and a.organisation_id = ${other}.id)`, orderBy: nameOrder,
    }),
    adjustments: (row, reading, selection) => many(reading, adjustments, selection, {
      where: (each) => sql`${each}.row_id = ${row}.id`, orderBy: (each) => sql`${each}.made_on desc, ${each}.id`,
    }),
  },
};

const indicators: Shape = {
  table: 'indicator',
  visible: () => sql`true`,
  fields: {
    ...columns('code', 'nature', 'source', 'unit', 'baselineValue', 'baselineOn'),
    label: both('label'),
    targets: (row) => sql`(select coalesce(json_agg(json_build_object('year', g.year, 'value', g.value) order by g.year), '[]') from target g where g.indicator = ${row}.code)`,
  },
};

const results: Shape = {
  table: 'result',
  visible: () => sql`true`,
  fields: {
    ...columns('code'),
    label: both('label'),
    indicator: (row, reading, selection) => one(reading, indicators, selection, { where: (each) => sql`${each}.code = ${row}.indicator` }),
  },
};

const rowOrder = (row: Sql): Sql =>
  sql`${ofStrategyActivity(row, sql`y.position`)}, ${row}.country nulls first, ${row}.created_at, ${row}.id`;

const axes: Shape = {
  table: 'axis',
  visible: () => sql`true`,
  fields: {
    ...columns('code', 'fromYear', 'toYear'),
    label: both('label'),
    tactic: both('tactic'),
    results: (axis, reading, selection) => many(reading, results, selection, { where: (each) => sql`${each}.axis = ${axis}.code`, orderBy: (each) => sql`${each}.position` }),
    rows: (axis, reading, selection) => many(reading, matrixRows, selection, {
      where: (row) => sql`${row}.strategy_activity in (select y.code from strategy_activity y where y.axis = ${axis}.code)`, orderBy: rowOrder,
    }),
  },
};

type Chosen = Pick<Selection, 'children'>;

/** The whole matrix, axis by axis, in one statement. */
export function monitoringMatrixStatement(reading: Reading, selections: readonly Selection[]): Sql {
  const chosen: Chosen = child(selections, 'axes') ?? { children: [] };
  return sql`select json_build_object('day', ${reading.today}::text, 'axes', ${many(reading, axes, chosen, { where: () => sql`true`, orderBy: (axis) => sql`${axis}.position` })}) as answer`;
}

export const matrixRowById = (reading: Reading, id: string, selection: Chosen): Sql =>
  sql`select ${one(reading, matrixRows, selection, { where: (row) => sql`${row}.id = ${id}::uuid` })} as answer`;
