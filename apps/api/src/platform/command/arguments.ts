import { parseArgs, type ParseArgsConfig } from 'node:util';
import { CommandProblem, type Language } from './command.js';

type Options = NonNullable<ParseArgsConfig['options']>;

const TEXTS = {
  es: {
    unknown: (name: string) => `Opción desconocida: ${name}`, value: (name: string) => `La opción ${name} lleva un valor`,
    noValue: (name: string) => `La opción ${name} no lleva valor`, usage: 'Uso', missing: (name: string) => `Falta ${name}`,
  },
  en: {
    unknown: (name: string) => `Unknown option: ${name}`, value: (name: string) => `The option ${name} takes a value`,
    noValue: (name: string) => `The option ${name} takes no value`, usage: 'Usage', missing: (name: string) => `${name} is missing`,
  },
} as const satisfies Record<Language, unknown>;

/** Options and positionals of a verb. `--lang` and `--help` are the command line's own. @throws CommandProblem naming the option */
export function readArguments<const Given extends Options>(args: readonly string[], options: Given, language: Language) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    throw new CommandProblem(described(error as Error & { code?: string }, language));
  }
}

/** The problem of a verb that was called wrongly: how it is called. */
export const usageProblem = (usage: string, language: Language): CommandProblem => new CommandProblem(`${TEXTS[language].usage}: npm run tejido -- ${usage}`);

export const missing = (option: string, language: Language): CommandProblem => new CommandProblem(TEXTS[language].missing(option));

function described({ message, code }: Error & { code?: string }, language: Language): string {
  const option = /(-{1,2}[^\s'",<]+)/.exec(message)?.[1] ?? '';
  const texts = TEXTS[language];
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return texts.unknown(option);
  return message.includes('does not take') ? texts.noValue(option) : texts.value(option);
}
