import { DomainError } from '@tejido/domain/error.js';
import { prepare as count } from '../features/indicators/count.command.js';
import { prepare as exportTable } from '../features/exports/export.command.js';
import { prepare as importTable } from '../features/imports/import.command.js';
import { CommandProblem, type Language, type Prepared } from '../platform/command/command.js';
import { prepare as audit } from './audit.command.js';
import { demo } from './demo.command.js';
import { generalHelp, helpOf, TEXTS, type Verb } from './help.js';
import { migrateDatabase } from './migrate.command.js';
import { prepare as user } from './user.command.js';
import { withRegister } from './with-register.js';

type Prepare = (args: readonly string[], language: Language) => Prepared;

// What was called wrongly is told before any database is opened.
const inRegister = (prepare: Prepare) => async (args: readonly string[], language: Language) => withRegister(language,
  prepare(args, language));

const VERBS: Readonly<Record<Verb, (args: readonly string[], language: Language) => Promise<number>>> = {
  migrate: migrateDatabase,
  demo,
  user: inRegister(user),
  import: inRegister(importTable),
  export: inRegister(exportTable),
  count: inRegister(count),
  audit: inRegister(audit),
};

/** `npm run tejido -- VERB …`. @returns the exit code: 0 done, 1 not done, with one clear line on the standard error */
export async function commandLine(args: readonly string[]): Promise<number> {
  endQuietlyOnClosedPipe();
  const { language, rest } = languageOf(args);
  const [verb, ...own] = rest;
  if (verb === undefined || verb === 'help' || verb === '--help' || verb === '-h') return say(generalHelp(language));
  try {
    if (!Object.hasOwn(VERBS, verb)) throw new CommandProblem(TEXTS[language].unknownVerb(verb));
    if (own.includes('--help') || own.includes('-h')) return say(helpOf(verb as Verb, language));
    return await VERBS[verb as Verb](own, language);
  } catch (error) {
    console.error(lineOf(error, language));
    return 1;
  }
}

function say(text: string): number {
  process.stdout.write(text);
  return 0;
}

/** `--lang en` may stand anywhere; Spanish without it. */
function languageOf(args: readonly string[]): { language: Language; rest: string[] } {
  const rest: string[] = [];
  let language: Language = 'es';
  for (let at = 0; at < args.length; at++) {
    const [name, value] = args[at]!.split('=', 2);
    if (name !== '--lang') rest.push(args[at]!);
    else language = (value ?? args[++at]) === 'en' ? 'en' : 'es';
  }
  return { language, rest };
}

function lineOf(error: unknown, language: Language): string {
  if (error instanceof CommandProblem) return error.message;
  if (error instanceof DomainError) return `${TEXTS[language].refused}: ${error.code}${error.fields.map(({ path, problem }) => ` ${path} ${problem}`).join(',')}`;
  const { message, code } = error as Error & { code?: string };
  // What PostgreSQL or the system says is one line; a slip of ours keeps its place in the code.
  return code !== undefined || error instanceof AggregateError || !(error instanceof TypeError) ? message || String(code)
    : String((error as Error).stack);
}

/** `… | head` closes the pipe before all is written. */
function endQuietlyOnClosedPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}
