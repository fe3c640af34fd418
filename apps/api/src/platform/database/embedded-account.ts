import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/** The operating system's account of the server; undefined means that of this process. */
export interface Account { uid: number; gid: number }

/** Where the server's files are, and whose they are. */
export interface Place { base: string; data: string; account?: Account }

const SYSTEM_FOLDER = '/var/lib/tejido'; // used by root only, when the chosen folders are closed to other accounts

/**
 * Where the data folder is and under which account the server runs. PostgreSQL refuses to run as root, so root hands it to
 * `postgres` or `nobody`, who must be able to walk down to the files: a folder in a closed home is moved to /var/lib/tejido.
 */
export async function placeFor(dir: string): Promise<Place> {
  if (process.getuid?.() !== 0) {
    await mkdir(dir, { recursive: true, mode: 0o700 });
    return { base: dir, data: join(dir, 'data') };
  }
  const base = (await isReachable(dirname(dir))) ? dir : join(SYSTEM_FOLDER, createHash('sha256').update(dir).digest('hex').slice(0, 16));
  const data = join(base, 'data');
  await mkdir(dir, { recursive: true, mode: 0o711 });
  await mkdir(base, { recursive: true });
  await chmod(base, 0o711); // others may pass through to `data`, and list nothing
  const account = (await ownerOf(data)) ?? (await accountNamed('postgres')) ?? (await accountNamed('nobody')) ?? { uid: 65534, gid: 65534 };
  return { base, data, account };
}

/** A folder that the account can reach with the same content: `native` itself, or its place in /var/lib/tejido. */
export async function reachableFolder(native: string, version: string, account?: Account): Promise<string> {
  return !account || (await isReachable(native)) ? native : join(SYSTEM_FOLDER, `postgresql-${version}`);
}

/** Whether any account may walk down to `path`: every existing folder on the way lets others through. */
async function isReachable(path: string): Promise<boolean> {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (existsSync(folder) && !((await stat(folder)).mode & 0o001)) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** An existing data folder stays with its account, or the server could not read it. */
async function ownerOf(data: string): Promise<Account | undefined> {
  const found = await stat(data).catch(() => undefined);
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : undefined;
}

async function accountNamed(name: string): Promise<Account | undefined> {
  const accounts = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const entry = accounts.split('\n').find((line) => line.startsWith(`${name}:`))?.split(':');
  return entry && { uid: Number(entry[2]), gid: Number(entry[3]) };
}
