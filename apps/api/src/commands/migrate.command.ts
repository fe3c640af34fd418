import { readArguments, usageProblem } from '../platform/command/arguments.js';
import type { Language } from '../platform/command/command.js';
import { migrate } from '../platform/database/migrate.js';
import { withDatabase } from './with-register.js';

const TEXTS = {
  es: { done: (count: number) => `Migraciones aplicadas: ${count}`, current: 'La base de datos ya tiene el esquema más nuevo.' },
  en: { done: (count: number) => `Migrations applied: ${count}`, current: 'The database has the newest schema already.' },
} satisfies Record<Language, unknown>;

/** `tejido migrate`: the schema alone; what a register holds is loaded by the first start, or by `demo`. */
export async function migrateDatabase(args: readonly string[], language: Language): Promise<number> {
  if (readArguments(args, {}, language).positionals.length > 0) throw usageProblem('migrate', language);
  return withDatabase(async ({ ownerUrl }) => {
    const ran = await migrate(ownerUrl);
    console.log(ran.length > 0 ? TEXTS[language].done(ran.length) : TEXTS[language].current);
    return 0;
  });
}
