// One PostgreSQL for the whole run, its database `tejido` migrated once: every test file clones it (test/support).
// Nothing here may import TypeORM or @nestjs/graphql: both keep state on globalThis, which Jest would hand to test files.
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transpile } from './transpile.mjs';

const prefix = 'tejido-test-';

export default async function globalSetup() {
  const code = transpile();
  const moduleUrl = (path) => pathToFileURL(join(code, path)).href;
  const { EmbeddedPostgres, removeAbandoned } = await import(moduleUrl('platform/database/embedded-postgres.js'));
  await removeAbandoned(tmpdir(), prefix);
  const server = new EmbeddedPostgres({ dir: mkdtempSync(join(tmpdir(), prefix)), volatile: true });
  const { ownerUrl, appUrl } = await server.start();
  globalThis.embeddedPostgres = server;
  try {
    const script = `const { migrate } = await import(${JSON.stringify(moduleUrl('platform/database/migrate.js'))}); await migrate(process.env.OWNER_URL);`;
    execFileSync(process.execPath, ['--enable-source-maps', '--input-type=module', '--eval', script], {
      env: { ...process.env, NODE_OPTIONS: '', OWNER_URL: ownerUrl },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
  } catch (error) {
    await server.stop();
    throw error;
  }
  process.env.TEST_OWNER_URL = ownerUrl;
  process.env.TEST_APP_URL = appUrl;
  process.env.TEST_TRANSPILED = code;
}
