import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { PUBLIC } from '@tejido/domain/policy.js';
import { createApp } from '../src/app.js';
import { migrate } from '../src/platform/database/migrate.js';
import { Work } from '../src/platform/database/work.js';
import { JOBS_SCHEMA } from '../src/platform/jobs/install-jobs.js';
import { Jobs } from '../src/platform/jobs/jobs.js';
import { openRegistry, type Registry } from './support/harness.js';
import { giveTime } from './support/demonstration.js';

giveTime();

let registry: Registry;
beforeAll(async () => { registry = await openRegistry(); });
afterAll(() => registry.close());

const queue = (app: NestFastifyApplication, name: string, payload: object = {}) =>
  app.get(Work).run(PUBLIC, 'test.queue', (tx) => app.get(Jobs).queue(tx, name, payload));

/** Waits for what must come, however slow the machine. */
async function until(reached: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await reached())) await pause(20);
}

/** Another instance on the same database, taking jobs. */
async function instance(...tasks: Parameters<Jobs['register']>[0][]): Promise<NestFastifyApplication> {
  const app = await createApp({ databaseUrl: registry.databaseUrl, webRoot: null, hosts: [] });
  for (const task of tasks) app.get(Jobs).register(task);
  app.get(Jobs).start();
  return app;
}

describe('jobs', () => {
  it('knows how far the library has come', () => {
    const folder = join(dirname(createRequire(import.meta.url).resolve('graphile-worker/package.json')), 'sql');
    expect(Math.max(...readdirSync(folder).map((name) => parseInt(name, 10)))).toBe(JOBS_SCHEMA);
  });

  it('are done by one of two instances, each once', async () => {
    const done: string[] = [];
    const task = (by: string) => ({ name: 'test.once', run: async ({ n }: Readonly<Record<string, unknown>>) => { done.push(`${String(n)} ${by}`); } });
    const instances = [await instance(task('a')), await instance(task('b'))];
    try {
      for (let n = 0; n < 20; n += 1) await queue(instances[n % 2]!, 'test.once', { n });
      await until(async () => (await registry.sql("select from graphile_worker.jobs where task_identifier = 'test.once'")).length === 0);
      expect(done.map((each) => Number(each.split(' ')[0])).sort((a, b) => a - b)).toEqual([...Array(20).keys()]);
    } finally {
      await Promise.all(instances.map((app) => app.close()));
    }
  });

  it('exist only when the unit of work that queued them is kept', async () => {
    const { app } = registry;
    app.get(Jobs).register({ name: 'test.undone', run: async () => undefined });
    await expect(app.get(Work).run(PUBLIC, 'test.queue', async (tx) => {
      await app.get(Jobs).queue(tx, 'test.undone');
      throw new Error('no');
    })).rejects.toThrow('no');
    expect(await registry.sql("select from graphile_worker.jobs where task_identifier = 'test.undone'")).toEqual([]);
  });

  it('go on after the database was away', async () => {
    let done = 0;
    const app = await instance({ name: 'test.after', run: async () => void (done += 1) });
    const outside = new pg.Client(registry.ownerUrl.replace(/[^/]+$/, 'postgres'));
    await outside.connect();
    const name = new URL(registry.ownerUrl).pathname.slice(1);
    try {
      await queue(app, 'test.after');
      await until(() => done === 1);
      await outside.query(`alter database ${name} allow_connections false`);
      await outside.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and application_name like 'tejido%'", [name]);
      await pause(1_500);
      await outside.query(`alter database ${name} allow_connections true`);
      await until(() => queue(app, 'test.after').then(() => true, () => false));
      await until(() => done === 2);
    } finally {
      await outside.end();
      await app.close();
    }
  });

  it('end with the server: the piece at hand is finished', async () => {
    let finished = false;
    let begun = false;
    const app = await instance({ name: 'test.slow', run: async (_, stopping) => {
      begun = true;
      await new Promise<void>((done) => stopping.addEventListener('abort', () => done()));
      await pause(100);
      finished = true;
    } });
    await queue(app, 'test.slow');
    await until(() => begun);
    await app.close();
    expect(finished).toBe(true);
    expect(await registry.sql("select from graphile_worker.jobs where task_identifier = 'test.slow'")).toEqual([]);
  });

  it('may be queued and taken by the application, which owns nothing of them', async () => {
    const client = new pg.Client(registry.databaseUrl);
    await client.connect();
    try {
      await expect(client.query('delete from graphile_worker.migrations')).rejects.toThrow(/permission denied/);
      await expect(client.query('drop table graphile_worker._private_jobs')).rejects.toThrow(/must be owner/);
    } finally {
      await client.end();
    }
  });
});

describe('a database whose owner is no superuser', () => {
  it.each([['may create roles', 'createrole'], ['may not', 'nocreaterole']])('%s: jobs are set up and done', async (_, right) => {
    const server = new pg.Client(registry.ownerUrl.replace(/[^/]+$/, 'postgres'));
    await server.connect();
    const name = `plain_${right}_${process.pid}`;
    await server.query(`create role ${name} login password 'x' ${right}`);
    await server.query(`create database ${name} owner ${name} template template0`);
    const url = Object.assign(new URL(registry.ownerUrl), { username: name, password: 'x', pathname: `/${name}` }).href;
    try {
      await migrate(url);
      expect(await migrate(url)).toEqual([]);
      const client = new pg.Client(url);
      await client.connect();
      await client.query("select graphile_worker.add_job('x')");
      expect((await client.query('select from graphile_worker.jobs')).rowCount).toBe(1);
      await client.end();
    } finally {
      await server.query(`drop database ${name} with (force)`);
      await server.query(`drop role ${name}`);
      await server.end();
    }
  });
});
