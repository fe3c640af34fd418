import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { EmbeddedPostgres, removeAbandoned, type DatabaseUrls } from '../src/platform/database/embedded-postgres.js';
import { isAlive, pause } from '../src/platform/database/embedded-run.js';
import { serverProcess } from '../src/platform/database/embedded-server.js';

let dir: string;
const others: ChildProcess[] = [];

beforeEach(async () => { dir = await mkdtemp(join(tmpdir(), 'tejido-embedded-')); });
afterEach(async () => {
  for (const other of others.splice(0)) other.kill('SIGTERM');
  await rm(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return Object.values((await client.query(sql)).rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

/** Another Node process that starts a server in the folder and stays; stopped in order by SIGTERM. */
async function startElsewhere(folder: string): Promise<{ process: ChildProcess; urls: DatabaseUrls }> {
  const module = pathToFileURL(join(process.env.TEST_TRANSPILED!, 'platform/database/embedded-postgres.js')).href;
  const script = `
    const { EmbeddedPostgres } = await import(${JSON.stringify(module)});
    const server = new EmbeddedPostgres({ dir: ${JSON.stringify(folder)} });
    console.log(JSON.stringify(await server.start()));
    process.on('SIGTERM', async () => { await server.stop(); process.exit(0); });
    setInterval(() => {}, 1000);`;
  const other = spawn(process.execPath, ['--input-type=module', '--eval', script], { env: { ...process.env, NODE_OPTIONS: '' }, stdio: ['ignore', 'pipe', 'inherit'] });
  others.push(other);
  const line = await new Promise<string>((done, fail) => {
    other.stdout!.once('data', (text) => done(String(text)));
    other.once('exit', (code) => fail(new Error(`the other process ended with ${code}`)));
  });
  return { process: other, urls: JSON.parse(line) as DatabaseUrls };
}

async function until(condition: () => Promise<boolean>, milliseconds = 10_000): Promise<boolean> {
  for (const end = Date.now() + milliseconds; Date.now() < end; await pause(50)) if (await condition()) return true;
  return false;
}

describe('the embedded PostgreSQL', () => {
  it('keeps data and passwords from one start to the next', async () => {
    const server = new EmbeddedPostgres({ dir });
    const first = await server.start();
    await ask(first.ownerUrl, 'create table kept as select 7 as number');
    await server.stop();
    expect(await serverProcess(join(dir, 'data'))).toBeNull();
    const second = await server.start();
    expect(await ask(second.ownerUrl, 'select number from kept')).toBe(7);
    expect(new URL(second.appUrl).password).toBe(new URL(first.appUrl).password);
    await server.stop();
    await server.stop(); // a second click does nothing
  });

  it('gives the application a role that is neither superuser nor owner, and nobody a way in without its password', async () => {
    const server = new EmbeddedPostgres({ dir });
    const { appUrl, ownerUrl } = await server.start();
    try {
      expect(await ask(appUrl, 'select rolsuper or rolcreatedb or rolcreaterole or rolbypassrls from pg_roles where rolname = current_user')).toBe(false);
      await expect(ask(appUrl, 'create table forbidden (id int)')).rejects.toThrow('permission denied');
      const wrong = new URL(ownerUrl);
      wrong.password = 'wrong';
      await expect(ask(wrong.href, 'select 1')).rejects.toThrow('password authentication failed');
      expect(await ask(ownerUrl, 'show listen_addresses')).toBe('127.0.0.1');
      expect(await ask(ownerUrl, 'show unix_socket_directories')).toBe('');
      for (const safety of ['fsync', 'full_page_writes', 'synchronous_commit']) expect(await ask(ownerUrl, `show ${safety}`)).toBe('on');
      expect((await stat(join(dir, 'passwords.json'))).mode & 0o777).toBe(0o600);
      expect((await stat(join(dir, 'data'))).mode & 0o777).toBe(0o700);
    } finally {
      await server.stop();
    }
  });

  it('takes over with all that was committed after its process was killed', async () => {
    const { process: other, urls } = await startElsewhere(dir);
    await ask(urls.ownerUrl, 'create table kept as select 7 as number');
    other.kill('SIGKILL');
    const server = new EmbeddedPostgres({ dir });
    const { ownerUrl } = await server.start();
    expect(await ask(ownerUrl, 'select number from kept')).toBe(7);
    await pause(500); // the killed one's watchdog must not stop the new server
    expect(await ask(ownerUrl, 'select number from kept')).toBe(7);
    await server.stop();
  });

  it('does not outlive its process', async () => {
    const { process: other } = await startElsewhere(dir);
    const pid = await serverProcess(join(dir, 'data'));
    expect(pid).not.toBeNull();
    other.kill('SIGKILL');
    expect(await until(async () => !isAlive(pid!))).toBe(true);
  });

  it('refuses a second owner of the same folder in one line, and leaves the first one alone', async () => {
    const { process: other, urls } = await startElsewhere(dir);
    const refusal = new EmbeddedPostgres({ dir }).start();
    await expect(refusal).rejects.toThrow(`already running on the data folder ${dir} (process ${other.pid})`);
    expect(await ask(urls.ownerUrl, 'select 1')).toBe(1);
  });

  it('starts although the pid file names a process that is no PostgreSQL', async () => {
    const server = new EmbeddedPostgres({ dir });
    await server.start();
    const pidFile = await readFile(join(dir, 'data/postmaster.pid'), 'utf8');
    await server.stop();
    await writeFile(join(dir, 'data/postmaster.pid'), pidFile.replace(/^\d+/, String(process.pid)));
    const { appUrl } = await server.start();
    expect(await ask(appUrl, 'select 1')).toBe(1);
    await server.stop();
  });

  it('removes what killed tests left behind, and nothing that is alive', async () => {
    const { process: living } = await startElsewhere(join(dir, 'left-living'));
    const { process: dead } = await startElsewhere(join(dir, 'left-dead'));
    dead.kill('SIGKILL');
    await until(async () => dead.exitCode !== null || dead.signalCode !== null);
    await removeAbandoned(dir, 'left-');
    expect(existsSync(join(dir, 'left-dead'))).toBe(false);
    expect(existsSync(join(dir, 'left-living', 'owner.json'))).toBe(true);
    living.kill('SIGTERM');
    await until(async () => living.exitCode !== null);
  });

  it('has what the register needs of PostgreSQL', async () => {
    const server = new EmbeddedPostgres({ dir, volatile: true });
    const { ownerUrl } = await server.start();
    try {
      for (const extension of ['pg_trgm', 'intarray', 'btree_gist', 'unaccent']) await ask(ownerUrl, `create extension ${extension}`);
      const sorted = await ask(ownerUrl, `select string_agg(name, ' ' order by name collate "es-x-icu") from unnest(array['Ñandú', 'ola', 'nube', 'Oca', 'ámbito', 'Zeta']) as name`);
      expect(sorted).toBe('ámbito nube Ñandú Oca ola Zeta');
    } finally {
      await server.stop();
    }
    expect(existsSync(dir)).toBe(false);
  });
});
