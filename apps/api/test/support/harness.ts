import { randomBytes, randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { DataSource } from 'typeorm';
import type { ErrorCode, FieldProblem } from '@tejido/domain/error.js';
import type { Role, Visibility } from '@tejido/domain/policy.js';
import { createApp } from '../../src/app.js';
import { hashToken } from '../../src/platform/access/session-gate.js';
import { Clock } from '../../src/platform/clock.js';
import { loadReference } from '../../src/start/load-reference.js';
import { loadStrategy } from '../../src/start/load-strategy.js';

/** What a query or statement answers: its shape is the query's own, which the compiler does not know here. */
export type Loose = any;

export interface Answer<T> {
  data: T | null;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: ErrorCode; fields: FieldProblem[] } }[];
}

/** Somebody who asks over HTTP. */
export interface Asker {
  userId: string | null;
  /** Its session, for what is no GraphQL; empty for a stranger. */
  cookie: string;
  ask<T = Record<string, Loose>>(query: string, variables?: object, headers?: Record<string, string>): Promise<Answer<T>>;
  /** The data; throws when there is any error. */
  get<T = Record<string, Loose>>(query: string, variables?: object): Promise<T>;
}

/** A registry of its own for one test file: a clone of the migrated database with the reference tables and strategy loaded, served over HTTP. */
export interface Registry {
  url: string;
  /** As the application's role. */
  databaseUrl: string;
  app: NestFastifyApplication;
  /** As the owner: for givens that no verb makes. `begin_work` is called for you. */
  sql<Row extends pg.QueryResultRow = Loose>(text: string, values?: unknown[]): Promise<Row[]>;
  /** As the owner, for other processes. */
  ownerUrl: string;
  /** Today, for the server. */
  travelTo(day: string): void;
  as(role: Role, country?: string): Promise<Asker>;
  /** How many statements the server sent to PostgreSQL meanwhile. */
  statementsOf(run: () => Promise<unknown>): Promise<string[]>;
  organisation(given?: Partial<{ name: string; acronym: string; standing: string; visibility: Visibility; country: string; audience: string; scope: string; themes: string[]; countsWith: string }>): Promise<string>;
  close(): Promise<void>;
}

export async function openRegistry(): Promise<Registry> {
  const name = `t_${randomBytes(6).toString('hex')}`;
  await onServer((server) => server.query(`create database ${name} template tejido strategy = file_copy`));
  const owner = new pg.Client(onDatabase(process.env['TEST_OWNER_URL']!, name));
  await owner.connect();
  await owner.query('begin');
  await owner.query("select begin_work(':test', 'test.given')");
  await loadReference(owner);
  await loadStrategy(owner, { demonstration: false });
  await owner.query('commit');
  await owner.query("select set_config('tejido.actor', ':test', false), set_config('tejido.action', 'test.given', false)");
  const databaseUrl = onDatabase(process.env['TEST_APP_URL']!, name);
  const app = await createApp({ databaseUrl, webRoot: null, hosts: [] });
  await app.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${(app.getHttpServer().address() as { port: number }).port}`;
  const sql = async (text: string, values: unknown[] = []) => (await owner.query(text, values)).rows;
  return {
    url, databaseUrl, ownerUrl: onDatabase(process.env['TEST_OWNER_URL']!, name), app, sql,
    travelTo: (day) => { jest.spyOn(app.get(Clock), 'today').mockReturnValue(day); },
    as: (role, country) => askerFor(url, sql, role, country ?? null),
    statementsOf: (run) => statementsOf(app, run),
    organisation: (given) => anOrganisation(sql, given),
    async close() {
      await app.close();
      await owner.end();
      await onServer((server) => server.query(`drop database ${name} with (force)`));
    },
  };
}

type Run = Registry['sql'];

async function askerFor(url: string, sql: Run, role: Role, country: string | null): Promise<Asker> {
  let cookie = '';
  let userId: string | null = null;
  if (role !== 'public') {
    const token = randomBytes(32).toString('base64url');
    const rows = await sql('insert into user_account (email, name, role, country, password_hash) values ($1, $2, $3, $4, $5) returning id',
      [`${role}.${randomBytes(4).toString('hex')}@test.example`, `${role} ${country ?? ''}`.trim(), role, country, 'none']);
    userId = rows[0]!.id as string;
    await sql("insert into user_session (token_hash, user_id, expires_at) values ($1, $2, now() + interval '1 hour')", [hashToken(token), userId]);
    cookie = `tejido=${token}`;
  }
  const ask = async <T>(query: string, variables: object = {}, headers: Record<string, string> = {}): Promise<Answer<T>> => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST', headers: { 'content-type': 'application/json', ...(cookie ? { cookie } : {}), ...headers }, body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer<T>;
  };
  const get = async <T>(query: string, variables: object = {}): Promise<T> => {
    const { data, errors } = await ask<T>(query, variables);
    if (errors) throw new Error(JSON.stringify(errors));
    return data!;
  };
  return { userId, cookie, ask, get };
}

async function anOrganisation(sql: Run, given: Parameters<Registry['organisation']>[0] = {}): Promise<string> {
  const { name = `Organisation ${randomUUID()}`, acronym = null, standing = 'external', visibility = 'coalition', country = null, audience = null, scope = null, themes = [], countsWith = null } = given;
  const rows = await sql(`insert into organisation (name, acronym, standing, visibility, country, audience, scope, themes, counts_with_id)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`, [name, acronym, standing, visibility, country, audience, scope, themes, countsWith]);
  return rows[0]!.id as string;
}

async function statementsOf(app: NestFastifyApplication, run: () => Promise<unknown>): Promise<string[]> {
  const seen: string[] = [];
  const pool = (app.get(DataSource).driver as unknown as { master: pg.Pool }).master;
  const connect = pool.connect.bind(pool) as (...args: unknown[]) => unknown;
  const spies: { mockRestore(): void }[] = [];
  const watched = new Set<pg.PoolClient>();
  const watch = (client: pg.PoolClient) => {
    // The pool hands the same client out again: a spy around a spy would call itself.
    if (watched.has(client)) return client;
    watched.add(client);
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    spies.push(jest.spyOn(client, 'query').mockImplementation(((...args: unknown[]) => {
      seen.push(typeof args[0] === 'string' ? args[0] : (args[0] as { text: string }).text);
      return query(...args);
    }) as never));
    return client;
  };
  const spy = jest.spyOn(pool, 'connect').mockImplementation(((done?: (error: unknown, client: pg.PoolClient, release: unknown) => void) =>
    done ? connect((error: unknown, client: pg.PoolClient, release: unknown) => done(error, client && watch(client), release)) : (connect() as Promise<pg.PoolClient>).then(watch)) as never);
  try {
    await run();
  } finally {
    spy.mockRestore();
    for (const each of spies) each.mockRestore();
  }
  return seen;
}

async function onServer(work: (server: pg.Client) => Promise<unknown>): Promise<void> {
  const server = new pg.Client(onDatabase(process.env['TEST_OWNER_URL']!, 'postgres'));
  await server.connect();
  await work(server).finally(() => server.end());
}

function onDatabase(url: string, database: string): string {
  const named = new URL(url);
  named.pathname = `/${database}`;
  return named.href;
}
