import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { AppModule } from '../app.module.js';
import { CommandProblem, type CommandContext, type Language } from '../platform/command/command.js';
import { Clock } from '../platform/clock.js';
import { migrations } from '../platform/database/migrations.js';
import { Work } from '../platform/database/work.js';
import { applicationUrl, attachDatabaseUrls, type DatabaseUrls } from '../start/database-urls.js';

/** As whom the audit trail names it: whoever may run it on this machine may do everything. */
const ACTOR = ':command_line';

const TEXTS = {
  es: { notBegun: 'El registro aún no se ha iniciado: arranque el servidor una vez (npm start, o npm start -- --empty), o cargue la demostración (npm run tejido -- demo).', behind: 'La base de datos tiene un esquema anterior: ejecute antes npm run tejido -- migrate.' },
  en: { notBegun: 'The register has not been begun yet: start the server once (npm start, or npm start -- --empty), or load the demonstration (npm run tejido -- demo).', behind: 'The database has an older schema: run npm run tejido -- migrate first.' },
} satisfies Record<Language, unknown>;

/** Runs on the database that the server uses, also while it runs; an interrupted command leaves nothing half done. */
export async function withDatabase(run: (database: DatabaseUrls) => Promise<number>): Promise<number> {
  const database = await attachDatabaseUrls();
  const interrupted = (signal: NodeJS.Signals) => void database.stop().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, interrupted);
  try {
    return await run(database);
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, interrupted);
    await database.stop();
  }
}

/** Runs with the services of the register, without serving. @throws CommandProblem for a register that was not begun */
export function withRegister(language: Language, run: (context: CommandContext) => Promise<number>): Promise<number> {
  return withDatabase(async (database) => {
    const app = await NestFactory.createApplicationContext(AppModule.forCommands(await applicationUrl(database)),
      { logger: ['error'], abortOnError: false });
    try {
      const { coalition, migrated } = await stateOf(app.get(DataSource));
      if (!coalition) throw new CommandProblem(TEXTS[language].notBegun);
      if (migrated < migrations.length) throw new CommandProblem(TEXTS[language].behind);
      app.get(Clock).useTimeZone(coalition.time_zone);
      app.get(Work).namelessActor = ACTOR;
      return await run({
        app, language, viewer: { userId: null, role: 'admin', country: null },
        write: (bytes) => process.stdout.write(bytes), tell: (line) => process.stderr.write(`${line}\n`),
      });
    } finally {
      await app.close();
    }
  });
}

interface State { coalition: { time_zone: string } | null; migrated: number }

async function stateOf(database: DataSource): Promise<State> {
  const [{ known }] = (await database.query("select to_regclass('coalition') is not null as known")) as [{ known: boolean }];
  if (!known) return { coalition: null, migrated: 0 };
  const rows = (await database.query('select (select to_json(c) from coalition c) as coalition, (select count(*)::int from migrations) as migrated')) as [State];
  return rows[0];
}
