import { writeFile } from 'node:fs/promises';
import { readArguments, usageProblem } from '../../platform/command/arguments.js';
import { CommandProblem, type InBoth, type Language, type Prepared } from '../../platform/command/command.js';
import { EXPORTS, type ExportKind } from './export-columns.js';
import { ExportsService } from './exports.service.js';

export const EXPORT_USAGE: InBoth = {
  es: 'export organisations|agreements|activities|people [--out ARCHIVO.csv|ARCHIVO.xlsx]',
  en: 'export organisations|agreements|activities|people [--out FILE.csv|FILE.xlsx]',
};

const TEXTS = {
  es: { written: (rows: number, file: string) => `${rows} filas escritas en ${file}`,
    cannot: (file: string) => `No se puede escribir en ${file}`, name: 'El archivo de --out termina en .csv o .xlsx' },
  en: { written: (rows: number, file: string) => `${rows} rows written to ${file}`, cannot: (file: string) => `${file} cannot be written`,
    name: 'The file of --out ends in .csv or .xlsx' },
} satisfies Record<Language, unknown>;

/** `tejido export …`: to a file, CSV or XLSX by its name, or as CSV to the standard output. @throws CommandProblem */
export function prepare(args: readonly string[], language: Language): Prepared {
  const { values: { out }, positionals: [kind, ...rest] } = readArguments(args, { out: { type: 'string' } }, language);
  if (!EXPORTS.includes(kind as ExportKind) || rest.length > 0) throw usageProblem(EXPORT_USAGE[language], language);
  const format = out === undefined ? 'csv' : /\.(csv|xlsx)$/i.exec(out)?.[1]?.toLowerCase();
  if (format === undefined) throw new CommandProblem(TEXTS[language].name);
  return async ({ app, viewer, write, tell }) => {
    const { file, rows } = await app.get(ExportsService).export(viewer, kind as ExportKind, format as 'csv' | 'xlsx', language);
    if (out === undefined) {
      write(file);
      return 0;
    }
    await writeFile(out, file).catch(() => { throw new CommandProblem(TEXTS[language].cannot(out)); });
    tell(TEXTS[language].written(rows, out));
    return 0;
  };
}
