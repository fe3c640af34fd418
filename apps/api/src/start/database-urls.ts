import { join } from 'node:path';
import pg from 'pg';
import { EmbeddedPostgres, runningUrls } from '../platform/database/embedded-postgres.js';

export interface DatabaseUrls {
  /** May create tables; used by migrations and the command line's `migrate` alone. */
  ownerUrl: string;
  /** Reads and writes rows; owns nothing. Before use, see `applicationUrl`. */
  appUrl: string;
  stop(): Promise<void>;
}

const OLDEST_SERVER = 150_000;

/** The folder of everything that a registry keeps on this machine. */
export const dataFolder = (): string => process.env['TEJIDO_DATA'] ?? '.data';

/** The database that the environment names, else the embedded one. @throws Error with one clear line */
export async function openDatabaseUrls(): Promise<DatabaseUrls> {
  const url = process.env['DATABASE_URL'];
  if (!url) {
    const server = new EmbeddedPostgres({ dir: embeddedFolder() });
    return { ...(await server.start()), stop: () => server.stop() };
  }
  await refuseUnfit(url);
  return { ownerUrl: url, appUrl: asApplication(url), stop: async () => {} };
}

/**
 * As `openDatabaseUrls`, also while Tejido runs on the embedded database: then it uses the running server and leaves it running.
 * @throws Error with one clear line
 */
export async function attachDatabaseUrls(): Promise<DatabaseUrls> {
  if (!process.env['DATABASE_URL']) {
    const running = await runningUrls(embeddedFolder());
    if (running) return { ...running, stop: async () => {} };
  }
  return openDatabaseUrls();
}

// The role does not exist, or the owner may not take it on: a server where the owner may not create roles.
const ROLE_NOT_OURS = ['22023', '42501'];

/** The address to work with once migrations ran: as the application's role, or as the owner where there is no such role to take on. */
export async function applicationUrl({ ownerUrl, appUrl }: Pick<DatabaseUrls, 'ownerUrl' | 'appUrl'>): Promise<string> {
  const client = new pg.Client({ connectionString: appUrl, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    return appUrl;
  } catch (error) {
    if (ROLE_NOT_OURS.includes((error as { code?: string }).code ?? '')) return ownerUrl;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

const embeddedFolder = (): string => join(dataFolder(), 'postgres');

/** The same server as the application's role, where migrations could create it. */
function asApplication(url: string): string {
  const named = new URL(url);
  named.searchParams.set('options', `${named.searchParams.get('options') ?? ''} -c role=tejido_app`.trim());
  return named.href;
}

async function refuseUnfit(url: string): Promise<void> {
  let client: pg.Client;
  try {
    client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    await client.connect();
  } catch (error) {
    throw new Error(`DATABASE_URL: no PostgreSQL answers there (${(error as Error).message || 'no connection'})`);
  }
  try {
    const { rows } = await client.query<{ version: string; fsync: string; full_page_writes: string; synchronous_commit: string }>(
      "select current_setting('server_version_num') as version, current_setting('fsync') as fsync, current_setting('full_page_writes') as full_page_writes, current_setting('synchronous_commit') as synchronous_commit");
    const server = rows[0]!;
    if (Number(server.version) < OLDEST_SERVER) throw new Error(`DATABASE_URL: PostgreSQL 15 or newer is needed, this one says ${server.version}`);
    const risky = (['fsync', 'full_page_writes', 'synchronous_commit'] as const).filter((setting) => server[setting] === 'off');
    if (risky.length > 0 && process.env['TEJIDO_VOLATILE'] !== '1') throw new Error(`DATABASE_URL: ${risky.join(', ')} is off there; what Tejido acknowledges could be lost, so it does not start`);
  } finally {
    await client.end();
  }
}
