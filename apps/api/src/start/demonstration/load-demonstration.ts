import type pg from 'pg';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '../../features/session/demonstration.js';
import { hashPassword } from '../../features/session/passwords.js';
import { insertRows } from '../insert-rows.js';
import { stableId } from '../stable-id.js';
import { agreementRows, stories } from './agreements.js';
import { chanceFrom } from './chance.js';
import { organisationId, organisationRows, players } from './organisations.js';
import { activityRows, meetingRows, peopleRows, presidencyRows, resourceRows, targetRows } from './work-together.js';

const SEED = 2019;

/** Fills an empty register with the demonstration: the same rows on every machine, every one of them marked. */
export async function loadDemonstration(client: pg.ClientBase): Promise<void> {
  const chance = chanceFrom(SEED);
  const users = { recorder: accountId(0), verifier: accountId(1) };
  await insertRows(client, 'user_account', await accountRows());
  const cast = players(chance);
  // Parents and the organisations that offices count with come first.
  const rows = organisationRows(cast, chance) as { parent_id: string | null }[];
  await insertRows(client, 'organisation', [...rows.filter((row) => !row.parent_id), ...rows.filter((row) => row.parent_id)]);
  await insertAll(client, peopleRows(cast, chance));
  await insertRows(client, 'presidency_term', presidencyRows());
  await insertRows(client, 'target', targetRows());
  await client.query("update indicator set baseline_value = 2, baseline_on = '2019-01-01' where source in ('alliances', 'joint_activities')");
  await insertAll(client, agreementRows(stories(cast, chance), users));
  await insertAll(client, meetingRows(cast, chance, users.recorder));
  await insertAll(client, activityRows(cast, chance, users));
  await insertAll(client, resourceRows(chance));
  await mergeATwin(client);
}

async function insertAll(client: pg.ClientBase, tables: Readonly<Record<string, object[]>>): Promise<void> {
  for (const [table, rows] of Object.entries(tables)) await insertRows(client, table, rows);
}

const accountId = (index: number): string => stableId('user', DEMO_ACCOUNTS[index]!.email);

async function accountRows(): Promise<object[]> {
  const password = await hashPassword(DEMO_PASSWORD);
  return DEMO_ACCOUNTS.map((account, index) => ({ id: accountId(index), ...account, language: 'es', password_hash: password, demonstration: true, created_at: '2021-01-01T00:00:00Z', version: 1 }));
}

/** One organisation was entered twice and merged: its agreement counts for the survivor. */
async function mergeATwin(client: pg.ClientBase): Promise<void> {
  const twin = stableId('organisation', 'UNODC twin');
  await insertRows(client, 'organisation', [{ id: twin, name: 'Oficina de la ONU contra la Droga y el Delito', acronym: 'ONUDD', standing: 'external', countries: ['MX'], themes: [], sdgs: [], description: '', merged_into_id: organisationId('unodc'), recorded_on: '2021-02-01', visibility: 'coalition', demonstration: true, created_at: '2021-02-01T15:00:00Z', version: 1 }]);
  await insertRows(client, 'organisation_name', [{ id: stableId('name', 'ONUDD'), organisation_id: organisationId('unodc'), role: 'alias', language: 'es', value: 'ONUDD' }]);
}
