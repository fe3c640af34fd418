import type pg from 'pg';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '../../features/session/demonstration.js';
import { hashPassword } from '../../features/session/passwords.js';
import { insertRows } from '../insert-rows.js';
import { stableId } from '../stable-id.js';
import { activityTables } from './activities.js';
import { agreementRows } from './agreements.js';
import { chanceFrom } from './chance.js';
import { commitmentTables } from './commitments.js';
import { diaryTables } from './diary.js';
import { tellMatrix } from './matrix.js';
import { plannedMeetings } from './meeting-plan.js';
import { meetingTables } from './meetings.js';
import { minutesTables, settleMinutes } from './minutes.js';
import { organisationTables } from './organisations.js';
import { people, peopleTables } from './people.js';
import { presidencyRows, targetRows } from './plan-years.js';
import { resourceTables } from './resources.js';
import { publishSnapshots } from './snapshots.js';

const SEED = 2019;

/** Fills a register that holds the strategy alone with the demonstration: the same rows on every machine, every record marked. */
export async function loadDemonstration(client: pg.ClientBase): Promise<void> {
  await insertRows(client, 'user_account', await accountRows());
  const { tables, meetings, users } = demonstration();
  for (const [table, rows] of tables) await insertRows(client, table, rows);
  await settleMinutes(client, meetings, { ...users, delegate: accountId('delegada.hn') });
  await tellMatrix(client, users);
  await client.query("update coalition set address_line = 'Secretaría técnica, avenida de Ejemplo 10, Ciudad de Guatemala (demostración)'");
  await client.query("update indicator set baseline_value = 2, baseline_on = '2019-01-01' where source = 'alliances'");
  await client.query("update indicator set baseline_value = 0, baseline_on = '2019-01-01' where source = 'joint_activities'");
  await publishSnapshots(client, users);
}

/** All rows but the accounts, by table, those that others point to first. */
export const demonstrationRows = (): Rows => demonstration().tables;

type Rows = [table: string, rows: object[]][];

function demonstration() {
  const chance = chanceFrom(SEED);
  const users = { recorder: accountId('secretaria'), verifier: accountId('verificacion'), presidency: accountId('presidencia') };
  const everybody = people(chance);
  const meetings = plannedMeetings(chance);
  const tables: Rows = [
    organisationTables(chance, [users.recorder, users.verifier]), peopleTables(everybody),
    { presidency_term: presidencyRows(), target: targetRows() },
    agreementRows(users, everybody), meetingTables(meetings, everybody, chance), diaryTables(users), minutesTables(meetings, users),
    commitmentTables(meetings, everybody, users, accountId('delegada.hn'), chance),
    activityTables(users), resourceTables(),
  ].flatMap((each) => Object.entries(each));
  return { tables, meetings, users };
}

const accountId = (name: string): string => stableId('user', `${name}@demo.tejido.example`);

async function accountRows(): Promise<object[]> {
  const password = await hashPassword(DEMO_PASSWORD);
  return DEMO_ACCOUNTS.map((account) => ({
    id: stableId('user', account.email), ...account, language: 'es', password_hash: password, demonstration: true,
    created_at: '2021-01-01T00:00:00Z', version: 1,
  }));
}
