import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '../features/session/demonstration.js';
import { hashToken } from '../platform/access/session-gate.js';
import { loadDemonstration } from './demonstration/load-demonstration.js';
import { loadReference } from './load-reference.js';
import { loadStrategy } from './load-strategy.js';

export interface Prepared {
  /** Of the single-use link for the first administrator; null when there is one already. */
  setUpToken: string | null;
  demoAccounts: readonly { email: string; role: string; password: string }[];
}

/** Fills a new database: reference tables, taxonomies, strategy, and the demonstration data unless `empty`. A filled one stays as it is. */
export async function prepareRegister(ownerUrl: string, { empty }: { empty: boolean }): Promise<Prepared> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await inWork(client, 'register.prepare', async () => {
      const { rows } = await client.query('select 1 from coalition');
      if (rows.length > 0) return;
      await loadReference(client);
      await loadStrategy(client, { demonstration: !empty });
      if (!empty) await loadDemonstration(client);
    });
    const { rows } = await client.query<{ demonstration: boolean; accounts: number }>('select demonstration, (select count(*)::int from user_account) as accounts from coalition');
    const register = rows[0]!;
    return {
      setUpToken: register.accounts === 0 ? await newSetUpLink(client) : null,
      demoAccounts: register.demonstration ? DEMO_ACCOUNTS.map(({ email, role }) => ({ email, role, password: DEMO_PASSWORD })) : [],
    };
  } finally {
    await client.end();
  }
}

/**
 * Loads the demonstration into a register that was never used: no account, nothing but what the strategy brings.
 * @returns `real` when it was used, `there` when it is the demonstration already
 */
export async function beginDemonstration(ownerUrl: string): Promise<'loaded' | 'there' | 'real'> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ demonstration: boolean; used: boolean }>(USE);
    if (rows[0]?.demonstration) return 'there';
    if (rows[0]?.used) return 'real';
    await inWork(client, 'register.prepare', async () => {
      if (!rows[0]) {
        await loadReference(client);
        await loadStrategy(client, { demonstration: true });
      } else {
        await client.query('update coalition set demonstration = true');
        await client.query('delete from set_up_link where used_at is null');
      }
      await loadDemonstration(client);
    });
    return 'loaded';
  } finally {
    await client.end();
  }
}

const USE = `select demonstration, exists (select from user_account) or exists (select from organisation where standing = 'external')
  or exists (select from agreement) or exists (select from meeting) or exists (select from activity) or exists (select from person) as used from coalition`;

async function inWork(client: pg.Client, action: string, write: () => Promise<void>): Promise<void> {
  await client.query('begin');
  try {
    await client.query('select begin_work($1, $2)', [':system', action]);
    await write();
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** The newest link is the only one that works. */
async function newSetUpLink(client: pg.Client): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await client.query('delete from set_up_link where used_at is null');
  await client.query("insert into set_up_link (token_hash, expires_at) values ($1, now() + interval '7 days')", [hashToken(token)]);
  return token;
}
