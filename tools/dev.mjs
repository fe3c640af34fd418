// `npm run dev`: the compiler watches the API, Node restarts it on change, Vite serves the page with hot reload.
import { spawn, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const port = process.env.PORT ?? '4000';
const webPort = process.env.WEB_PORT ?? '5173';
const compiler = nativeCompiler();

for (const project of ['libs/domain', 'apps/api']) spawnSync(compiler, ['-p', project], { cwd: root, stdio: 'inherit' });
spawnSync(process.execPath, ['node_modules/nx/dist/bin/nx.js', 'run', '@tejido/web:codegen'], { cwd: root, stdio: 'ignore', env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' } });

// The database outlives the API's restarts. DATABASE_URL takes its place.
const database = process.env.DATABASE_URL ? null : await ownDatabase();

let leaving = false;
const children = [
  start('domain', compiler, ['-p', '.', '--watch', '--preserveWatchOutput'], 'libs/domain'),
  start('types', compiler, ['-p', '.', '--watch', '--preserveWatchOutput'], 'apps/api'),
  start('api', process.execPath, ['--watch', '--watch-preserve-output', '--enable-source-maps', 'dist/main.js'], 'apps/api', { PORT: port, NODE_ENV: 'development', DATABASE_URL: process.env.DATABASE_URL ?? database.ownerUrl }),
  start('web', process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), '--port', webPort, '--strictPort'], 'apps/web', { API_URL: `http://127.0.0.1:${port}` }),
];
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => leave(0));

// The compiler's launcher is a Node wrapper: killing it would leave the watcher running, so the native binary itself is started.
function nativeCompiler() {
  const from = createRequire(join(root, 'package.json'));
  const wrapper = createRequire(from.resolve('typescript-native/package.json'));
  const folder = dirname(wrapper.resolve(`@typescript/typescript-${process.platform}-${process.arch}/package.json`));
  return join(folder, 'lib', process.platform === 'win32' ? 'tsc.exe' : 'tsc');
}

async function ownDatabase() {
  const { EmbeddedPostgres } = await import('../apps/api/dist/platform/database/embedded-postgres.js');
  const server = new EmbeddedPostgres({ dir: join(process.env.TEJIDO_DATA ?? join(root, '.data'), 'postgres') });
  return { ...(await server.start().catch((error) => { console.error(error.message); process.exit(1); })), stop: () => server.stop() };
}

function start(name, command, args, folder, env = {}) {
  const child = spawn(command, args, { cwd: join(root, folder), env: { ...process.env, FORCE_COLOR: '1', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => String(chunk).split('\n').filter(Boolean).forEach((line) => console.log(`[${name}] ${line}`)));
  }
  child.on('exit', (code) => { if (!leaving) { console.log(`[${name}] ended (${code})`); leave(1); } });
  return child;
}

async function leave(code) {
  if (leaving) return;
  leaving = true;
  const ended = children.map((child) => child.exitCode !== null || new Promise((done) => child.once('exit', done)));
  for (const child of children) child.kill('SIGTERM');
  await Promise.race([Promise.all(ended), new Promise((done) => setTimeout(done, 5_000))]);
  await database?.stop();
  process.exit(code);
}
