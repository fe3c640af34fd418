// Before every npm script: installs when the lock changed, builds when a source changed. Node's own modules only, for in a
// fresh clone there is nothing else. `node tools/setup.mjs [build]`
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
refuseOldNode();
const lock = hash(readFileSync(join(root, 'package-lock.json')), process.platform, process.arch, process.versions.modules);
once('node_modules/.tejido-installed', lock, [], 'Instalando dependencias / installing dependencies …', () => npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']));
if (process.argv.includes('build')) {
  once('node_modules/.tejido-built', hash(lock, ...sources()), ['apps/api/dist/main.js', 'apps/web/dist/index.html'], 'Compilando / building …', build);
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  // 21 and early 22 cannot require ESM packages, which the tools below need.
  if (major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)) return;
  console.error(`Tejido needs Node 20.19, 22.12 or newer; this is ${process.version}.`);
  process.exit(1);
}

/** Does the work unless the stamp says that it was done for this very state and its products are there. */
function once(stamp, state, products, message, work) {
  const path = join(root, stamp);
  const done = existsSync(path) && readFileSync(path, 'utf8') === state && products.every((each) => existsSync(join(root, each)));
  if (done) return;
  console.log(message);
  const status = work();
  if (status !== 0) process.exit(status);
  writeFileSync(path, state);
}

function npm(args) {
  // What the outer npm exported would change what the inner one does.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_(config_(workspaces?|omit|include|ignore_scripts|production|prefix)|package_|lifecycle_|command)|NODE_ENV$)/i.test(name)));
  const cli = process.env.npm_execpath;
  const [command, ...first] = cli?.endsWith('.js') ? [process.execPath, cli] : [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
  return spawnSync(command, [...first, ...args], { cwd: root, stdio: 'inherit', env, shell: command === 'npm.cmd' }).status ?? 1;
}

function build() {
  const nx = spawnSync(process.execPath, [join(root, 'node_modules/nx/dist/bin/nx.js'), 'run-many', '-t', 'build', '--outputStyle=static'], {
    cwd: root, encoding: 'utf8', env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true' },
  });
  if (nx.status !== 0) console.error(nx.stdout, nx.stderr);
  return nx.status ?? 1;
}

/** Path, size and time of every file that a build reads. */
function sources() {
  const found = [];
  const walk = (folder) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!/^(node_modules|dist|gql|test|e2e|coverage|\..*)$/.test(entry.name)) walk(path);
      } else if (!/\.spec\.tsx?$/.test(entry.name)) {
        const { size, mtimeMs } = statSync(join(root, path));
        found.push(`${path}:${size}:${mtimeMs}`);
      }
    }
  };
  ['apps', 'libs'].forEach(walk);
  return found.sort();
}

function hash(...parts) {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part).update('\n');
  return digest.digest('hex');
}
