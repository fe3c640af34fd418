import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedPostgresProblem, isAlive, pause } from './embedded-run.js';

interface Owner { pid: number; startedAt: string | null; token: string }

/**
 * One process owns a data folder: two that shared its server would have it stopped under them by whichever ends first.
 * @returns what gives the folder back. @throws EmbeddedPostgresProblem naming the process that has it.
 */
export async function takeOwnership(base: string): Promise<() => Promise<void>> {
  const file = join(base, 'owner.json');
  const me: Owner = { pid: process.pid, startedAt: startOf(process.pid), token: randomUUID() };
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      await writeFile(file, JSON.stringify(me), { flag: 'wx', mode: 0o600 });
      return () => release(file, me.token);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const owner = await liveOwner(base);
    if (owner !== null && attempt < 2) { // one that was just killed takes a moment to be gone
      await pause(150);
      continue;
    }
    if (owner !== null) throw inUse(base, owner);
    // Renaming, unlike removing, succeeds for one only of several that find the same dead owner.
    await rename(file, `${file}.${me.token}`).catch(() => undefined);
    await rm(`${file}.${me.token}`, { force: true });
  }
  throw new EmbeddedPostgresProblem(`Several processes are starting on the data folder ${base} at once. Start one.`);
}

/** The process id of the living owner of a data folder, or null. */
export async function liveOwner(base: string): Promise<number | null> {
  const owner = await readOwner(join(base, 'owner.json'));
  if (!owner || !isAlive(owner.pid)) return null;
  // After a restart of the machine or of a container the same number may belong to somebody else.
  return owner.startedAt === startOf(owner.pid) ? owner.pid : null;
}

async function release(file: string, token: string): Promise<void> {
  if ((await readOwner(file))?.token === token) await rm(file, { force: true });
}

async function readOwner(file: string): Promise<Owner | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Owner;
  } catch {
    return null; // none, or broken off while it was written
  }
}

/** When a process started, in the kernel's clock ticks; null where the system does not say (then its number must do), or for a dead one whose parent has not noticed. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' '); // proc(5), from field 3 on: the name may contain blanks
    return fields[0] === 'Z' ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

const inUse = (base: string, pid: number) => new EmbeddedPostgresProblem(
  `Tejido is already running on the data folder ${base} (process ${pid}). Stop that one, or choose another folder with TEJIDO_DATA.`,
);
