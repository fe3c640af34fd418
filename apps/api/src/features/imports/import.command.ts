import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import { DomainError, invalid, problem } from '@tejido/domain/error.js';
import type { Viewer } from '@tejido/domain/policy.js';
import { ImportsService } from './imports.service.js';
import { KINDS, type Kind, type Mapping } from './mapping.js';
import { fieldProblemText, LANGUAGES, receiptLines, type Language } from './messages.js';
import { parseMapping } from './parse-mapping.js';

/** What the command line lends its verbs. `write` takes what the verb gives, `tell` what it says about it. */
export interface ImportContext {
  app: Pick<INestApplicationContext, 'get'>;
  viewer: Viewer;
  write(bytes: string | Buffer): void;
  tell(line: string): void;
}

interface ImportArguments {
  kind: Kind;
  file: string;
  map: string | null;
  sheet: string | null;
  dryRun: boolean;
  json: boolean;
  language: Language;
}

/** `tejido import …`. @returns the exit code: 0 done (or a dry run without errors), 1 refused, 2 not understood */
export async function run(args: readonly string[], context: ImportContext): Promise<number> {
  const wanted = parsed(args);
  if (wanted === null) {
    for (const { usage } of Object.values(LANGUAGES)) context.tell(usage);
    return 2;
  }
  try {
    return await importFile(wanted, context);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    tellError(error, wanted, context);
    return 1;
  }
}

async function importFile({ kind, file, map, sheet, dryRun, json, language }: ImportArguments, { app, viewer, write, tell }: ImportContext): Promise<number> {
  const mapping = map === null ? null : await readMap(map, kind);
  const receipt = await app.get(ImportsService).import(viewer, { kind, file: { path: file }, fileName: basename(file), mapping, dryRun, ...(sheet !== null && { sheet }) });
  if (json) write(`${JSON.stringify(receipt, null, 2)}\n`);
  else for (const line of receiptLines(receipt, LANGUAGES[language])) tell(line);
  return receipt.problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

async function readMap(path: string, kind: Kind): Promise<Mapping> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) throw invalid([problem('map', 'file_unreadable', { name: basename(path), reason: 'not_found' })]);
  return parseMapping(text, kind);
}

function tellError(error: DomainError, { json, language }: ImportArguments, { write, tell }: ImportContext): void {
  if (json) {
    write(`${JSON.stringify({ written: false, error: error.code, fields: error.fields }, null, 2)}\n`);
    return;
  }
  const texts = LANGUAGES[language];
  if (error.code === 'FORBIDDEN' || error.code === 'NOT_SIGNED_IN') tell(texts.forbidden);
  for (const field of error.fields) tell(fieldProblemText(field, texts));
}

function parsed(args: readonly string[]): ImportArguments | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        map: { type: 'string' }, sheet: { type: 'string' }, 'dry-run': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false }, lang: { type: 'string', default: 'es' },
      },
    });
    const [kind, file, ...rest] = positionals;
    if (!KINDS.includes(kind as Kind) || file === undefined || rest.length > 0 || !(values.lang in LANGUAGES)) return null;
    return {
      kind: kind as Kind, file, map: values.map ?? null, sheet: values.sheet ?? null, dryRun: values['dry-run'], json: values.json, language: values.lang as Language,
    };
  } catch {
    return null;
  }
}
