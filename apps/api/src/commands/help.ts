import { AUDIT_USAGE } from './audit.command.js';
import { COUNT_USAGE } from '../features/indicators/count.command.js';
import { EXPORT_USAGE } from '../features/exports/export.command.js';
import { IMPORT_USAGE } from '../features/imports/import.command.js';
import { USER_USAGE } from './user.command.js';
import type { InBoth, Language } from '../platform/command/command.js';

export const VERBS = ['migrate', 'demo', 'user', 'import', 'export', 'count', 'audit'] as const;
export type Verb = (typeof VERBS)[number];

const HELP: Readonly<Record<Verb, { usage: InBoth; does: InBoth }>> = {
  migrate: {
    usage: { es: 'migrate', en: 'migrate' },
    does: { es: 'Lleva la base de datos al esquema más nuevo.', en: 'Brings the database to the newest schema.' },
  },
  demo: {
    usage: { es: 'demo', en: 'demo' },
    does: { es: 'Carga los datos de demostración en un registro vacío; uno real no lo toca.',
      en: 'Loads the demonstration data into an empty register; a real one it leaves alone.' },
  },
  user: {
    usage: USER_USAGE,
    does: { es: 'Abre una cuenta y da un enlace de un solo uso, o lee su contraseña de la entrada estándar.',
      en: 'Opens an account and gives a single-use link, or reads its password from the standard input.' },
  },
  import: {
    usage: IMPORT_USAGE,
    does: { es: 'Trae una tabla CSV o XLSX, toda o nada; --dry-run solo dice qué pasaría. Véase docs/import.md.',
      en: 'Brings a CSV or XLSX table in, all or nothing; --dry-run only tells what would happen. See docs/import.md.' },
  },
  export: {
    usage: EXPORT_USAGE,
    does: { es: 'Escribe una tabla, CSV o XLSX según el nombre; sin --out, CSV a la salida estándar.',
      en: 'Writes a table, CSV or XLSX by the name; without --out, CSV to the standard output.' },
  },
  count: {
    usage: COUNT_USAGE,
    does: {
      es: 'Cuenta un indicador y dice por qué: en un día, en un período, o como se sabía el día --known.\n'
        + '          DIMENSIÓN: scope, audience, kind, theme_set, theme, country, sdg, year, term.',
      en: 'Counts an indicator and says why: on a day, in a period, or as it was known on the day --known.\n'
        + '          DIMENSION: scope, audience, kind, theme_set, theme, country, sdg, year, term.',
    },
  },
  audit: {
    usage: AUDIT_USAGE,
    does: { es: 'Comprueba que la bitácora está como se escribió y los cortes como se firmaron, y nombra la primera entrada y los cortes que no.',
      en: 'Checks that the audit trail is as it was written and the snapshots as they were signed, and names the first entry and the snapshots that are not.' },
  },
};

export const TEXTS = {
  es: {
    refused: 'No se hizo', unknownVerb: (verb: string) => `Orden desconocida: ${verb}. Las hay: ${VERBS.join(', ')}; ayuda con npm run tejido -- help`,
    head: 'Tejido desde la línea de órdenes. Uso: npm run tejido -- ORDEN …',
    tail: 'En todas: --lang es|en. Usa la base de datos de DATABASE_URL o, sin ella, la incorporada (carpeta TEJIDO_DATA); el servidor puede estar en marcha.',
  },
  en: {
    refused: 'Not done', unknownVerb: (verb: string) => `Unknown command: ${verb}. There are: ${VERBS.join(', ')}; for help, npm run tejido -- help --lang en`,
    head: 'Tejido from the command line. Usage: npm run tejido -- COMMAND …',
    tail: 'With all: --lang es|en. The database is that of DATABASE_URL or else the embedded one (folder TEJIDO_DATA); the server may be running.',
  },
} satisfies Record<Language, unknown>;

export function generalHelp(language: Language): string {
  const verbs = VERBS.map((verb) => `  ${HELP[verb].usage[language]}\n          ${HELP[verb].does[language]}`);
  return [TEXTS[language].head, '', ...verbs, '', TEXTS[language].tail, ''].join('\n');
}

export const helpOf = (verb: Verb,
  language: Language): string => `npm run tejido -- ${HELP[verb].usage[language]}\n\n${HELP[verb].does[language]}\n`;
