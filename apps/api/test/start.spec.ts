import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, jest } from '@jest/globals';
import { runProgram } from './support/cli.js';

jest.setTimeout(400_000); // servers are processes of their own, each with its database

const data = mkdtempSync(join(tmpdir(), 'tejido-start-'));
const running = new Set<ChildProcess>();
afterAll(async () => {
  for (const server of running) server.kill('SIGKILL');
  // The watchdog stops the database of a killed server; it takes a moment.
  await new Promise((done) => setTimeout(done, 1_000));
  rmSync(data, { recursive: true, force: true, maxRetries: 10, retryDelay: 300 });
});

const env = { TEJIDO_DATA: data, PORT: '0', HOST: '127.0.0.1' };

interface Started { server: ChildProcess; url: string; said: string; ended: Promise<number | null> }

/** Resolves when the server answers; rejects with what it said when it ends before. */
function start(...args: string[]): Promise<Started> {
  const { NODE_OPTIONS: _jest, DATABASE_URL: _ours, ...outer } = process.env;
  const server = spawn(process.execPath, [join(process.env['TEST_TRANSPILED']!, 'main.js'), ...args],
    { env: { ...outer, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(server);
  const ended = new Promise<number | null>((done) => server.once('exit', (code) => {
    running.delete(server);
    done(code);
  }));
  return new Promise((done, fail) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk;
      const url = /Tejido: (http:\/\/localhost:\d+)\n/.exec(said)?.[1];
      if (url) done({ server, url, said, ended });
    };
    server.stdout.on('data', hear);
    server.stderr.on('data', hear);
    void ended.then(() => fail(new Error(said)));
  });
}

const tejido = (...args: string[]) => runProgram(args, { env });
const needsSetUp = async (url: string): Promise<boolean> => {
  const answer = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', origin: url },
    body: '{"query":"{ session { needsSetUp } }"}' });
  return ((await answer.json()) as { data: { session: { needsSetUp: boolean } } }).data.session.needsSetUp;
};

describe('a real registry on the embedded database', () => {
  it('prints its address and a single-use link, serves, and lets the command line in while it runs', async () => {
    const { server, url, said, ended } = await start('--empty');
    expect(said).toMatch(/un solo uso .*\n {2}http:\/\/localhost:\d+\/configurar\/[\w-]{20,}\n/);
    expect(said).not.toContain('demo.tejido.example');
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ ok: true });
    expect(await needsSetUp(url)).toBe(true);

    const added = await tejido('user', 'add', '--email', 'ana@example.org', '--name', 'Ana', '--role', 'admin');
    expect(added).toMatchObject({ code: 0, stderr: '' });
    expect(await needsSetUp(url)).toBe(false); // the server sees it, and still runs
    expect(JSON.parse((await tejido('count', 'alliances_in_force', '--json')).stdout)).toMatchObject({ value: 0, counted: [] });

    // A second server on the same folder says in one line which process has it, and leaves that one alone.
    await expect(start()).rejects.toThrow(new RegExp(`Tejido is already running on the data folder .*\\(process ${server.pid}\\)`));
    expect((await fetch(`${url}/healthz`)).status).toBe(200);

    // Ctrl-C.
    const asked = Date.now();
    server.kill('SIGINT');
    expect(await ended).toBe(0);
    expect(Date.now() - asked).toBeLessThan(10_000);
  });

  it('keeps its data over stops and kills, and works for the command line when no server runs', async () => {
    expect(JSON.parse((await tejido('count', 'joint_activities_done', '--json')).stdout)).toMatchObject({ value: 0 });
    const { server, said, ended } = await start();
    expect(said).not.toMatch(/configurar|demo\.tejido\.example/); // an account exists, and a real registry stays one
    server.kill('SIGKILL');
    await ended;
    const again = await start();
    expect(await needsSetUp(again.url)).toBe(false);
    again.server.kill('SIGTERM');
    expect(await again.ended).toBe(0);
  });
});
