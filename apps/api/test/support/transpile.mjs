// Writes apps/api/src as JavaScript to .transpiled-PID (as deep as dist, so that relative addresses hold) without checking types:
// migrations and the embedded server must run outside Jest, and a test run should not wait for a whole build.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { transformFileSync } from '@swc/core';

const api = join(import.meta.dirname, '../..');
const options = {
  swcrc: false,
  sourceMaps: 'inline',
  module: { type: 'es6' },
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    keepClassNames: true,
  },
};

/** @returns the folder written. */
export function transpile() {
  const source = join(api, 'src');
  removeOld();
  const target = join(api, `.transpiled-${process.pid}`);
  for (const entry of readdirSync(source, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/(?<!\.spec|\.d)\.ts$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const written = join(target, relative(source, path)).replace(/ts$/, 'js');
    mkdirSync(dirname(written), { recursive: true });
    writeFileSync(written, transformFileSync(path, options).code);
  }
  return target;
}

/** Removes what this run wrote, and runs that are gone. */
export function removeOld() {
  for (const name of readdirSync(api)) {
    const [, pid] = /^\.transpiled-(\d+)$/.exec(name) ?? [];
    if (pid && (Number(pid) === process.pid || !isAlive(Number(pid)))) rmSync(join(api, name), { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
