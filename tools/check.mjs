// `npm run check`: what a machine can say about the code without running the product. Every step runs; any failure fails.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const node = (...args) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true' } }).status === 0;
const nx = (...targets) => node('node_modules/nx/dist/bin/nx.js', 'run-many', '-t', ...targets, '--outputStyle=static');

const steps = [
  ['build', () => nx('build')],
  ['the committed schema is the emitted one', schemaIsCommitted],
  ['types', () => nx('typecheck')],
  ['lint', () => node('node_modules/eslint/bin/eslint.js', '.')],
  ['the fence between features stands', () => node('tools/fence/prove.mjs')],
];

const failed = steps.filter(([name, step]) => {
  console.log(`\n— ${name}`);
  return !step();
}).map(([name]) => name);
console.log(failed.length === 0 ? '\nAll checks passed.' : `\nFailed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;

function schemaIsCommitted() {
  const path = join(root, 'libs/api-schema/schema.graphql');
  const before = readFileSync(path, 'utf8');
  if (!node('apps/api/dist/emit-schema.js', path)) return false;
  const same = readFileSync(path, 'utf8') === before;
  if (!same) console.error('libs/api-schema/schema.graphql was not up to date; it is now: review and commit it.');
  return same;
}
