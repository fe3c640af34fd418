import { readArguments, usageProblem } from '../platform/command/arguments.js';
import { CommandProblem, type Language } from '../platform/command/command.js';
import { migrate } from '../platform/database/migrate.js';
import { beginDemonstration } from '../start/prepare-register.js';
import { withDatabase } from './with-register.js';

const TEXTS = {
  es: { loaded: 'Datos de demostración cargados.', there: 'El registro ya tiene los datos de demostración; no se cambió nada.',
    real: 'Este registro es real: no se mezclan en él datos de demostración. Use otra base de datos u otra carpeta (TEJIDO_DATA).' },
  en: { loaded: 'Demonstration data loaded.', there: 'The register holds the demonstration data already; nothing was changed.',
    real: 'This register is a real one: demonstration data do not go into it. Use another database or another folder (TEJIDO_DATA).' },
} satisfies Record<Language, unknown>;

/** `tejido demo`: a register that holds nothing but the strategy becomes the demonstration. @throws CommandProblem for a real one */
export async function demo(args: readonly string[], language: Language): Promise<number> {
  if (readArguments(args, {}, language).positionals.length > 0) throw usageProblem('demo', language);
  return withDatabase(async ({ ownerUrl }) => {
    await migrate(ownerUrl);
    const outcome = await beginDemonstration(ownerUrl);
    if (outcome === 'real') throw new CommandProblem(TEXTS[language].real);
    console.log(TEXTS[language][outcome]);
    return 0;
  });
}
