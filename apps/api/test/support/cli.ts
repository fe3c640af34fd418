import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
  seconds: number;
  /** The most memory that it held, in megabytes; 0 where the system does not tell. */
  megabytes: number;
}

interface Options {
  /** The database; without it the embedded one of TEJIDO_DATA. */
  databaseUrl?: string;
  env?: Record<string, string>;
  input?: string;
  /** Which program of the transpiled API: the command line unless told. */
  program?: 'cli' | 'main';
}

/** Runs the command line (or the server) as a process of its own. */
export function runProgram(args: readonly string[], { databaseUrl, env = {}, input = '', program = 'cli' }: Options = {}): Promise<Ran> {
  const { NODE_OPTIONS: _jest, DATABASE_URL: _ours, ...outer } = process.env;
  const started = Date.now();
  const child = spawn(process.execPath, ['--enable-source-maps', join(process.env['TEST_TRANSPILED']!, `${program}.js`), ...args], {
    env: { ...outer, TEJIDO_VOLATILE: '1', ...(databaseUrl && { DATABASE_URL: databaseUrl }), ...env }, stdio: 'pipe',
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk));
  child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk));
  let megabytes = 0;
  const watch = setInterval(() => (megabytes = Math.max(megabytes, peakOf(child.pid!))), 20);
  child.stdin.end(input);
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => {
      clearInterval(watch);
      done({ code, ...said, seconds: (Date.now() - started) / 1000, megabytes });
    });
  });
}

function peakOf(pid: number): number {
  try {
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}
