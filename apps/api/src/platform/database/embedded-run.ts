import { spawn, type SpawnOptions } from 'node:child_process';
import type { Account } from './embedded-account.js';

/** A problem that whoever starts the product can solve: its message is one clear line, without a stack. */
export class EmbeddedPostgresProblem extends Error {}

/** The server's locale, clock and messages do not depend on the machine's. */
export const serverEnvironment = (): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  SystemRoot: process.env.SystemRoot, // Windows starts nothing without it
  LC_ALL: 'C',
  TZ: 'UTC',
});

/** Runs a program to its end under the account. @returns its exit code and what it said (nothing when `quiet`). */
export function run(program: string, args: string[], account?: Account, quiet = false): Promise<{ code: number | null; said: string }> {
  const options: SpawnOptions = {
    ...account,
    cwd: account ? '/' : undefined,
    env: serverEnvironment(),
    // A server that inherits our pipes would keep them open: pg_ctl start must be quiet.
    stdio: quiet ? 'ignore' : ['ignore', 'pipe', 'pipe'],
  };
  return new Promise((done, fail) => {
    const child = spawn(program, args, options);
    let said = '';
    child.stdout?.on('data', (text) => (said += text));
    child.stderr?.on('data', (text) => (said += text));
    child.on('error', fail);
    child.on('exit', (code) => setImmediate(() => done({ code, said })));
  });
}

export const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** Whether the process exists (also when it belongs to another account). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
