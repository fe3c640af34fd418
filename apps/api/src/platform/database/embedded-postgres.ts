import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { placeFor, type Place } from './embedded-account.js';
import { embeddedPrograms, type Programs } from './embedded-binaries.js';
import { liveOwner, takeOwnership } from './embedded-owner-lock.js';
import { EmbeddedPostgresProblem, pause } from './embedded-run.js';
import { guard, initialise, portOf, startServer, stopServer } from './embedded-server.js';

const DATABASE = 'tejido';
const OWNER = 'tejido_owner'; // creates and migrates; superuser of this cluster
const APPLICATION = 'tejido_app'; // reads and writes rows, owns nothing; migrations grant what it may do

interface Passwords { owner: string; application: string }

/** Both addresses are of the database `tejido`. */
export interface DatabaseUrls { ownerUrl: string; appUrl: string }

/**
 * A PostgreSQL server of our own inside `dir`: passwords at random, 127.0.0.1 only, stopped when this process ends.
 * `volatile` is for tests: quicker, not safe against power cuts, and `stop` removes the folder.
 */
export class EmbeddedPostgres {
  private readonly dir: string;
  private readonly volatile: boolean;
  private running?: { place: Place; programs: Programs; watchdog?: ChildProcess; giveBack: () => Promise<void> };

  constructor(options: { dir: string; volatile?: boolean }) {
    this.dir = resolve(options.dir);
    this.volatile = options.volatile ?? false;
  }

  /**
   * Creates the cluster when there is none, takes over from a server that a killed process left behind, and starts.
   * @throws EmbeddedPostgresProblem when another process owns the folder or PostgreSQL cannot run here.
   */
  async start(): Promise<DatabaseUrls> {
    const place = await placeFor(this.dir);
    const giveBack = await takeOwnership(this.dir);
    try {
      const programs = await embeddedPrograms(place.account);
      await stopServer(place, programs);
      const passwords = await passwordsIn(this.dir);
      await initialise(place, programs, OWNER, passwords.owner, this.volatile);
      const port = await startServer(place, programs, this.volatile);
      this.running = { place, programs, giveBack, watchdog: await guard(place) };
      const urls = urlsOn(port, passwords);
      await prepareDatabase(urls.ownerUrl.replace(/[^/]+$/, 'postgres'), passwords.application);
      return urls;
    } catch (error) {
      await (this.running ? this.stop() : giveBack());
      throw error;
    }
  }

  /** Stops the server; does nothing when it does not run. */
  async stop(): Promise<void> {
    if (!this.running) return;
    const { place, programs, watchdog, giveBack } = this.running;
    this.running = undefined;
    await stopServer(place, programs);
    watchdog?.kill();
    if (this.volatile) await removeFolders(this.dir, place);
    else await giveBack();
  }
}

const ATTACH_LIMIT = 30_000; // milliseconds: the owner may be creating its database just now

/**
 * The addresses of the server that another process of ours runs on this folder, or null when none does. Nothing is started or
 * stopped: the owner's end ends whatever is connected.
 */
export async function runningUrls(dir: string): Promise<DatabaseUrls | null> {
  const folder = resolve(dir);
  for (const limit = Date.now() + ATTACH_LIMIT; Date.now() < limit; await pause(200)) {
    if ((await liveOwner(folder)) === null) return null;
    const urls = await urlsOfRunning(folder);
    if (urls) return urls;
  }
  throw new EmbeddedPostgresProblem(`Tejido is starting on the data folder ${folder}; try again when it has started.`);
}

/** Null until the server accepts the application's role, which its owner makes last. */
async function urlsOfRunning(dir: string): Promise<DatabaseUrls | null> {
  const { data } = await placeFor(dir);
  const [port, passwords] = await Promise.all([portOf(data), readFile(passwordFile(dir), 'utf8').catch(() => null)]);
  if (port === null || passwords === null) return null;
  const urls = urlsOn(port, JSON.parse(passwords) as Passwords);
  const client = new pg.Client({ connectionString: urls.appUrl, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    return urls;
  } catch {
    return null;
  } finally {
    await client.end().catch(() => undefined);
  }
}

const passwordFile = (dir: string): string => join(dir, 'passwords.json');

function urlsOn(port: number, passwords: Passwords): DatabaseUrls {
  const url = (role: string, password: string) => `postgres://${role}:${password}@127.0.0.1:${port}/${DATABASE}`;
  return { ownerUrl: url(OWNER, passwords.owner), appUrl: url(APPLICATION, passwords.application) };
}

/** Removes the folders `prefix…` in `parent` of tests that were killed, and the servers that they left behind. */
export async function removeAbandoned(parent: string, prefix: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const dir = join(parent, name);
    if (!name.startsWith(prefix) || (await liveOwner(dir)) !== null) continue;
    const owned = await readFile(join(dir, 'owner.json'), 'utf8').catch(() => '');
    if (!owned) continue; // not begun yet, or not ours
    const place = await placeFor(dir);
    await stopServer(place, await embeddedPrograms(place.account));
    await removeFolders(dir, place);
  }
}

async function removeFolders(dir: string, place: Place): Promise<void> {
  for (const folder of new Set([place.base, dir])) await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** Made once, readable by this account only; the server itself knows their scram hashes. */
async function passwordsIn(dir: string): Promise<Passwords> {
  const file = passwordFile(dir);
  const known = await readFile(file, 'utf8').catch(() => null);
  if (known) return JSON.parse(known) as Passwords;
  const random = () => randomBytes(24).toString('base64url');
  const passwords = { owner: random(), application: random() };
  await writeFile(file, JSON.stringify(passwords), { mode: 0o600, flag: 'wx' });
  return passwords;
}

async function prepareDatabase(adminUrl: string, applicationPassword: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 5_000 });
  await admin.connect();
  try {
    const exists = async (sql: string, name: string) => ((await admin.query(sql, [name])).rowCount ?? 0) > 0;
    if (!(await exists('select from pg_roles where rolname = $1', APPLICATION))) {
      await admin.query(`create role ${APPLICATION} login nosuperuser nocreatedb nocreaterole noinherit`);
    }
    await admin.query(`alter role ${APPLICATION} login password ${admin.escapeLiteral(applicationPassword)}`);
    if (!(await exists('select from pg_database where datname = $1', DATABASE))) await admin.query(`create database ${DATABASE}`);
  } finally {
    await admin.end();
  }
}
