import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Place } from './embedded-account.js';
import type { Programs } from './embedded-binaries.js';
import { EmbeddedPostgresProblem, isAlive, run, serverEnvironment } from './embedded-run.js';

type Settings = Record<string, string | number>;

const SETTINGS: Settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  max_connections: 60,
  shared_buffers: '128MB',
  random_page_cost: 1.1, // solid-state disks
  jit: 'off', // compiling a statement costs more than the short statements here run
  timezone: 'UTC',
  log_timezone: 'UTC',
};

// For tests only: what a power cut would lose is thrown away anyway.
const VOLATILE: Settings = {
  fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', wal_level: 'minimal', max_wal_senders: 0,
  autovacuum: 'off', shared_buffers: '64MB', max_connections: 100,
};

/** Creates the database cluster when there is none yet, with `superuser` and its password: whole, or not at all. */
export async function initialise({ data, account }: Place, programs: Programs, superuser: string, password: string, volatile: boolean): Promise<void> {
  if (existsSync(join(data, 'PG_VERSION'))) return;
  const unfinished = `${data}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  const passwordFile = join(tmpdir(), `tejido-${randomBytes(8).toString('hex')}`);
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600, flag: 'wx' });
  try {
    if (account) for (const path of [unfinished, passwordFile]) await chown(path, account.uid, account.gid);
    // ICU's root order everywhere, so that a page sorts alike on every machine; names sort with the collation "es-x-icu".
    const { code, said } = await run(programs('initdb'), [
      '-D', unfinished, '-U', superuser, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '-E', 'UTF8',
      '--locale-provider=icu', '--icu-locale=und', '--locale=C', ...(volatile ? ['--no-sync'] : []),
    ], account);
    if (code !== 0) throw new EmbeddedPostgresProblem(`PostgreSQL could not create its data folder ${data}: ${said.trim()}`);
    await rename(unfinished, data);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** Starts the server on a free port of 127.0.0.1. @returns the port. */
export async function startServer({ data, account }: Place, programs: Programs, volatile: boolean): Promise<number> {
  const log = join(data, 'server.log');
  await rename(log, `${log}.previous`).catch(() => undefined);
  for (let attempt = 0; attempt < 3; attempt++) { // another program may take the free port before the server does
    const port = await freePort();
    const settings = Object.entries({ ...SETTINGS, ...(volatile ? VOLATILE : {}), port }).map(([name, value]) => `-c ${name}='${value}'`);
    const started = await run(programs('pg_ctl'), ['start', '-w', '-t', '60', '-D', data, '-l', log, '-o', settings.join(' ')], account, true);
    if (started.code === 0) return port;
  }
  const lastLines = (await readFile(log, 'utf8').catch(() => '')).trim().split('\n').slice(-5).join(' | ');
  throw new EmbeddedPostgresProblem(`PostgreSQL did not start on ${data}: ${lastLines}`);
}

/** Stops the server of this data folder if one runs: sessions are ended, nothing committed is lost. */
export async function stopServer({ data, account }: Place, programs: Programs): Promise<void> {
  const pid = await serverProcess(data);
  if (pid === null) return;
  const stopped = await run(programs('pg_ctl'), ['stop', '-w', '-t', '30', '-m', 'fast', '-D', data], account, true);
  if (stopped.code !== 0 && isAlive(pid)) await run(programs('pg_ctl'), ['stop', '-w', '-m', 'immediate', '-D', data], account, true);
}

/**
 * The server left behind by a process that was killed, or null. A number in the pid file that now belongs to another
 * program (after a restart of the machine or the container) is removed: PostgreSQL itself would refuse to start.
 */
export async function serverProcess(data: string): Promise<number | null> {
  const file = join(data, 'postmaster.pid');
  const pid = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0]);
  if (!pid) return null;
  if (isAlive(pid) && (await isPostgres(pid))) return pid;
  await rm(file, { force: true });
  return null;
}

/** Where the server of this data folder listens, once it is ready; the fourth and the eighth line of its pid file say so. */
export async function portOf(data: string): Promise<number | null> {
  const lines = (await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  return lines[7]?.trim() === 'ready' ? Number(lines[3]) : null;
}

async function isPostgres(pid: number): Promise<boolean> {
  if (process.platform === 'win32') return true;
  const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => {
    try {
      return execFileSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' });
    } catch {
      return 'postgres'; // neither /proc nor ps: believe the file
    }
  });
  return name.includes('postgres');
}

/**
 * Stops the server when this process dies, even by SIGKILL: the watchdog's pipe then ends. It stops that very server by its
 * number, never one that was started since.
 */
export async function guard({ data, account }: Place): Promise<ChildProcess | undefined> {
  const pid = await serverProcess(data);
  if (process.platform === 'win32' || pid === null) return undefined;
  const script = 'cat >/dev/null; [ "$(head -n 1 "$1/postmaster.pid")" = "$0" ] && kill -INT "$0"'; // INT: PostgreSQL's fast stop
  const watchdog = spawn('/bin/sh', ['-c', script, String(pid), data], {
    ...account, cwd: '/', detached: true, stdio: ['pipe', 'ignore', 'ignore'], env: serverEnvironment(),
  });
  watchdog.unref();
  (watchdog.stdin as unknown as { unref?: () => void } | null)?.unref?.();
  return watchdog;
}

const freePort = () => new Promise<number>((done, fail) => {
  const server = createServer().once('error', fail).listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    server.close(() => done(port));
  });
});
