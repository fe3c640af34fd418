// `npm run codegen`: the schema from the built API, then the web's typed operations from the schema.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const run = (...args) => {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true' } });
  if (status !== 0) process.exit(status ?? 1);
};
run('node_modules/nx/dist/bin/nx.js', 'run', '@tejido/api:build', '--outputStyle=static');
run('apps/api/dist/emit-schema.js', 'libs/api-schema/schema.graphql');
run('node_modules/nx/dist/bin/nx.js', 'run', '@tejido/web:codegen', '--outputStyle=static');
