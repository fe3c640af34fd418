import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import type { Viewer } from '@tejido/domain/policy.js';
import { EXPORTS, type ExportKind, type Language } from './export-columns.js';
import { ExportsService } from './exports.service.js';

/** What the command line lends its verbs. `write` takes what the verb gives, `tell` what it says about it. */
export interface ExportContext {
  app: Pick<INestApplicationContext, 'get'>;
  viewer: Viewer;
  write(bytes: string | Buffer): void;
  tell(line: string): void;
}

export const EXPORT_USAGE = 'export organisations|agreements|activities|people [--out FILE.csv|FILE.xlsx] [--lang es|en]';

const TEXTS = {
  es: { usage: 'Uso', written: (rows: number, file: string) => `${rows} filas escritas en ${file}` },
  en: { usage: 'Usage', written: (rows: number, file: string) => `${rows} rows written to ${file}` },
} satisfies Record<Language, unknown>;

/** `tejido export …`: to a file, CSV or XLSX by its name, or as CSV to the standard output. @returns the exit code */
export async function run(args: readonly string[], context: ExportContext): Promise<number> {
  const wanted = parsed(args);
  if (wanted === null) {
    context.tell(`${TEXTS.es.usage} / ${TEXTS.en.usage}: ${EXPORT_USAGE}`);
    return 2;
  }
  const { kind, out, language } = wanted;
  const format = out?.toLowerCase().endsWith('.xlsx') ? 'xlsx' : 'csv';
  const { file, rows } = await context.app.get(ExportsService).export(context.viewer, kind, format, language);
  if (out === null) {
    context.write(file);
    return 0;
  }
  await writeFile(out, file);
  context.tell(TEXTS[language].written(rows, out));
  return 0;
}

function parsed(args: readonly string[]): { kind: ExportKind; out: string | null; language: Language } | null {
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { out: { type: 'string' }, lang: { type: 'string', default: 'es' } } });
    const [kind, ...rest] = positionals;
    if (!EXPORTS.includes(kind as ExportKind) || rest.length > 0 || (values.lang !== 'es' && values.lang !== 'en')) return null;
    return { kind: kind as ExportKind, out: values.out ?? null, language: values.lang };
  } catch {
    return null;
  }
}
