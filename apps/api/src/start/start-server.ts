import { fileURLToPath } from 'node:url';
import { createApp } from '../app.js';
import { migrate } from '../platform/database/migrate.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { mailServer } from '../platform/mail/mail-settings.js';
import { applicationUrl, openDatabaseUrls } from './database-urls.js';
import { prepareRegister, type Prepared } from './prepare-register.js';

const WEB_ROOT = fileURLToPath(new URL('../../../web/dist', import.meta.url));
const LONGEST_GOODBYE = 10_000;

/** Migrates, loads what a new register needs, serves. @param args `--empty` starts a real registry. */
export async function startServer(args: readonly string[]): Promise<void> {
  const port = Number(process.env['PORT'] ?? 4000);
  const host = process.env['HOST'] ?? '127.0.0.1';
  mailServer(); // says now what is wrong with it, not when the first mail is due
  const database = await openDatabaseUrls();
  try {
    await migrate(database.ownerUrl);
    const prepared = await prepareRegister(database.ownerUrl, { empty: args.includes('--empty') });
    const app = await createApp({ databaseUrl: await applicationUrl(database), webRoot: WEB_ROOT, hosts: allowedHosts() });
    await app.listen(port, host).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'EADDRINUSE' ? new Error(`Port ${port} is taken; choose another: PORT=4001 npm start`) : error;
    });
    app.get(Jobs).start();
    endOnSignal(async () => {
      await app.close();
      await database.stop();
    });
    announce(`http://localhost:${(app.getHttpServer().address() as { port: number }).port}`, prepared);
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/** TEJIDO_HOSTS names the host names that browsers may use; on the own machine only its own. */
function allowedHosts(): string[] {
  const named = process.env['TEJIDO_HOSTS'];
  return named ? named.split(',').map((each) => each.trim().toLowerCase()) : ['localhost', '127.0.0.1', '[::1]'];
}

/** Finishes what is in flight, within ten seconds. */
function endOnSignal(goodbye: () => Promise<void>): void {
  let leaving = false;
  const leave = async () => {
    if (leaving) return;
    leaving = true;
    setTimeout(() => process.exit(1), LONGEST_GOODBYE).unref();
    await goodbye();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void leave());
}

/** In one piece, so that whoever reads the output by program has all of it with the address. */
function announce(address: string, { setUpToken, demoAccounts }: Prepared): void {
  const setUp = setUpToken ? ['Primera administración / first administrator (un solo uso / single use):', `  ${address}/configurar/${setUpToken}`, ''] : [];
  const demonstration = demoAccounts.length === 0 ? [] : [
    `Datos de demostración / demonstration data. Contraseña / password: ${demoAccounts[0]!.password}`,
    ...demoAccounts.map(({ email, role }) => `  ${role.padEnd(12)} ${email}`), '',
  ];
  console.log(['', `Tejido: ${address}`, '', ...setUp, ...demonstration].join('\n'));
}
