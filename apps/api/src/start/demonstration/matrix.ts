import type pg from 'pg';
import { insertRows } from '../insert-rows.js';
import { matrixRowId, strategyFile } from '../load-strategy.js';
import { stableId } from '../stable-id.js';
import type { Users } from './agreements.js';
import { ADJUSTMENTS, COUNTRY_ROWS, TOLD, type ToldRow } from './matrix-told.js';
import { organisationId } from './organisations.js';

const countryRowId = (activity: string, country: string): string => stableId('matrix row', `${activity} ${country}`);

/** The regional rows, which the strategy brought, are told; countries add theirs; some were adjusted. */
export async function tellMatrix(client: pg.ClientBase, { recorder, presidency }: Users & { presidency: string }): Promise<void> {
  await tellRegionalRows(client);
  const rows = COUNTRY_ROWS.map(([activity, country, label, [from, to], role, told]) => ({
    id: countryRowId(activity, country), strategy_activity: activity, country, label, planned_from: from, planned_to: to, current_from: from, current_to: to,
    ...columnsOf({ ...told, role, country }), demonstration: true, created_at: `${from}T16:00:00Z`, created_by: recorder, version: 1,
  }));
  await insertRows(client, 'matrix_row', rows);
  const allied = [...Object.entries(TOLD).map(([code, told]) => [matrixRowId(code), told] as const), ...COUNTRY_ROWS.map(([activity, country, , , , told]) => [countryRowId(activity, country), told] as const)];
  await insertRows(client, 'matrix_ally', allied.flatMap(([row, { allies }]) => (allies?.split(' ') ?? []).map((key) => ({ id: stableId('matrix ally', `${row} ${key}`), row_id: row, organisation_id: organisationId(key) }))));
  for (const each of ADJUSTMENTS) await adjust(client, each, recorder, presidency);
}

const columnsOf = (told: ToldRow) => ({
  responsible_role: told.role, responsible_country: told.country ?? null, co_responsible: told.with ?? '', result: told.result ?? null, product: told.product ?? null,
  progress: told.progress ?? null, expected_count: told.expected ?? null, state: told.state ?? 'planned', actual_from: told.actual?.[0] ?? null, actual_to: told.actual?.[1] ?? null,
  rating: told.rating ?? null, observations: told.observations ?? '', assumptions: told.assumptions ?? '', means_of_verification: told.means ?? '',
});

/** Of another coalition's strategy only the activities that have the same codes are told. */
async function tellRegionalRows(client: pg.ClientBase): Promise<void> {
  const known = strategyFile().axes.flatMap(({ activities }) => activities.map(({ code }) => code));
  const rows = known.flatMap((code) => (TOLD[code] ? [{ strategy_activity: code, ...columnsOf(TOLD[code]) }] : []));
  const columns = Object.keys(columnsOf({ role: '' }));
  await client.query(`update matrix_row r set ${columns.map((column) => `${column} = t.${column}`).join(', ')}, demonstration = true
    from json_populate_recordset(null::matrix_row, $1) t where r.strategy_activity = t.strategy_activity and r.country is null`, [JSON.stringify(rows)]);
}

type Adjustment = (typeof ADJUSTMENTS)[number];

async function adjust(client: pg.ClientBase, { row: [activity, country], kind, what, why, to, on, minuted, approved }: Adjustment, recorder: string, presidency: string): Promise<void> {
  const id = country ? countryRowId(activity, country) : matrixRowId(activity);
  await client.query(`insert into matrix_adjustment (id, row_id, kind, what, why, from_value, to_value, meeting_id, made_by, made_on, approved_by, approved_on)
    select $1, r.id, $3, $4, $5, case when $6::date is not null then json_build_object('from', r.current_from, 'to', r.current_to) end,
      case when $6::date is not null then json_build_object('from', $6::date, 'to', $7::date) end,
      case when $8 then (select m.meeting_id from minutes m join meeting t on t.id = m.meeting_id where m.state = 'approved'
        order by abs(t.starts_at::date - $9::date), m.meeting_id limit 1) end, $10, $9::date, $11, $12::date
    from matrix_row r where r.id = $2`,
  [stableId('matrix adjustment', `${id} ${on} ${kind}`), id, kind, what, why, to?.[0] ?? null, to?.[1] ?? null, minuted ?? false, on, recorder, approved ? presidency : null, approved ?? null]);
  if (to) await client.query('update matrix_row set current_from = $2, current_to = $3 where id = $1', [id, ...to]);
}
