import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { DomainError, invalid, problem } from '@tejido/domain/error.js';
import { readArguments, usageProblem } from '../../platform/command/arguments.js';
import type { CommandContext, InBoth, Language, Prepared } from '../../platform/command/command.js';
import { ImportsService } from './imports.service.js';
import { KINDS, type Kind, type Mapping } from './mapping.js';
import { fieldProblemText, LANGUAGES, receiptLines } from './messages.js';
import { parseMapping } from './parse-mapping.js';

export const IMPORT_USAGE: InBoth = {
  es: 'import organisations|agreements|activities ARCHIVO [--map MAPA.json] [--sheet HOJA] [--dry-run] [--json]',
  en: 'import organisations|agreements|activities FILE [--map MAP.json] [--sheet SHEET] [--dry-run] [--json]',
};

interface ImportArguments {
  kind: Kind;
  file: string;
  map: string | null;
  sheet: string | null;
  dryRun: boolean;
  json: boolean;
}

/** `tejido import …`. Exit code 0: done (or a dry run without errors), 1: refused. @throws CommandProblem when called wrongly */
export function prepare(args: readonly string[], language: Language): Prepared {
  const wanted = parsed(args, language);
  return (context) => importFile(wanted, context).catch((error: unknown) => {
    if (!(error instanceof DomainError)) throw error;
    tellError(error, wanted, context);
    return 1;
  });
}

async function importFile({ kind, file, map, sheet, dryRun, json }: ImportArguments,
  { app, viewer, language, write }: CommandContext): Promise<number> {
  const mapping = map === null ? null : await readMap(map, kind);
  const receipt = await app.get(ImportsService).import(viewer,
    { kind, file: { path: file }, fileName: basename(file), mapping, dryRun, ...(sheet !== null && { sheet }) });
  if (json) write(`${JSON.stringify(receipt, null, 2)}\n`);
  else write(`${receiptLines(receipt, LANGUAGES[language]).join('\n')}\n`);
  return receipt.problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

async function readMap(path: string, kind: Kind): Promise<Mapping> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) throw invalid([problem('map', 'file_unreadable', { name: basename(path), reason: 'not_found' })]);
  return parseMapping(text, kind);
}

function tellError(error: DomainError, { json }: ImportArguments, { language, write, tell }: CommandContext): void {
  if (json) {
    write(`${JSON.stringify({ written: false, error: error.code, fields: error.fields }, null, 2)}\n`);
    return;
  }
  const texts = LANGUAGES[language];
  if (error.code === 'FORBIDDEN' || error.code === 'NOT_SIGNED_IN') tell(texts.forbidden);
  for (const field of error.fields) tell(fieldProblemText(field, texts));
}

function parsed(args: readonly string[], language: Language): ImportArguments {
  const { values, positionals: [kind, file, ...rest] } = readArguments(args, {
    map: { type: 'string' }, sheet: { type: 'string' }, 'dry-run': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  }, language);
  if (!KINDS.includes(kind as Kind) || file === undefined || rest.length > 0) throw usageProblem(IMPORT_USAGE[language], language);
  return { kind: kind as Kind, file, map: values.map ?? null, sheet: values.sheet ?? null, dryRun: values['dry-run'], json: values.json };
}
