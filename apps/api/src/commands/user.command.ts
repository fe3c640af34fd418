import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { DomainError, type FieldProblem } from '@tejido/domain/error.js';
import { passwordProblems } from '../features/session/passwords.js';
import { SessionService } from '../features/session/session.service.js';
import type { UserInput } from '../features/users/user.input.js';
import { UsersService } from '../features/users/users.service.js';
import { missing, readArguments, usageProblem } from '../platform/command/arguments.js';
import { publicAddress } from '../platform/http/public-address.js';
import { CommandProblem, type CommandContext, type InBoth, type Language, type Prepared } from '../platform/command/command.js';

export const USER_USAGE: InBoth = {
  es: 'user add --email CORREO --name NOMBRE --role admin|secretariat|delegate|presidency|observer [--country PAÍS] [--password-stdin]',
  en: 'user add --email E-MAIL --name NAME --role admin|secretariat|delegate|presidency|observer [--country COUNTRY] [--password-stdin]',
};

const TEXTS = {
  es: {
    link: (email: string) => `Cuenta de ${email}. Enlace de un solo uso, válido siete días, para que elija su contraseña:`,
    otherPort: 'Si Tejido se sirve en otro puerto, ponga ese en lugar de 4000.',
    ready: (email: string) => `Cuenta de ${email}, con la contraseña dada.`,
    prompt: 'Contraseña: ', refused: (path: string, what: string) => `--${path}: ${what}`,
    problems: {
      required: 'falta', too_long: 'es demasiado largo', invalid_email: 'no es un correo',
      not_a_choice: 'no es un papel (admin, secretariat, delegate, presidency, observer)',
      country_missing: 'una persona delegada necesita su país',
      unknown_country: 'no es un código de país (GT, HN …)', duplicate_email: 'ya tiene una cuenta',
      password_short: 'la contraseña tiene menos de 15 caracteres', password_common: 'esa contraseña es de las que se adivinan primero',
    } as Record<string, string>,
  },
  en: {
    link: (email: string) => `Account of ${email}. Single-use link, valid for seven days, to choose the password:`,
    otherPort: 'If Tejido is served on another port, put that one in place of 4000.',
    ready: (email: string) => `Account of ${email}, with the given password.`,
    prompt: 'Password: ', refused: (path: string, what: string) => `--${path}: ${what}`,
    problems: {
      required: 'is missing', too_long: 'is too long', invalid_email: 'is not an e-mail address',
      not_a_choice: 'is not a role (admin, secretariat, delegate, presidency, observer)', country_missing: 'a delegate needs a country',
      unknown_country: 'is not a country code (GT, HN …)', duplicate_email: 'has an account already',
      password_short: 'the password has fewer than 15 characters', password_common: 'that password is one that is guessed first',
    } as Record<string, string>,
  },
};

/** `tejido user add …`: prints a single-use link, or takes the password from the standard input; never from an argument,
which others may see. */
export function prepare(args: readonly string[], language: Language): Prepared {
  const { values, positionals } = readArguments(args, {
    email: { type: 'string' }, name: { type: 'string' }, role: { type: 'string' }, country: { type: 'string' },
    'password-stdin': { type: 'boolean', default: false },
  }, language);
  if (positionals.join(' ') !== 'add') throw usageProblem(USER_USAGE[language], language);
  for (const option of ['email', 'name', 'role'] as const) if (!values[option]) throw missing(`--${option}`, language);
  const input = { email: values.email, name: values.name, role: values.role, country: values.country?.toUpperCase() ?? null,
    language } as UserInput;
  return async (context) => {
    const password = values['password-stdin'] ? await readPassword(TEXTS[language].prompt) : null;
    if (password !== null) refuse(passwordProblems('password-stdin', password), TEXTS[language]);
    return addUser(input, password, context);
  };
}

async function addUser(input: UserInput, password: string | null, { app, viewer, language, write }: CommandContext): Promise<number> {
  const texts = TEXTS[language];
  const { token } = await app.get(UsersService, { strict: false }).register(viewer, input).catch((error: unknown): never => {
    if (error instanceof DomainError && error.fields.length > 0) refuse(error.fields, texts);
    throw error;
  });
  if (password === null) {
    const { origin, guessed } = publicAddress();
    write(`${texts.link(input.email!)}\n  ${origin}/configurar/${token}\n${guessed ? `${texts.otherPort}\n` : ''}`);
    return 0;
  }
  await app.get(SessionService, { strict: false }).setPassword(token, password);
  write(`${texts.ready(input.email!)}\n`);
  return 0;
}

function refuse(problems: readonly FieldProblem[], texts: (typeof TEXTS)['es']): void {
  const option = (path: string) => (path === 'accountCountry' ? 'country' : path);
  if (problems.length > 0) throw new CommandProblem(problems.map(({ path, problem }) => texts.refused(option(path),
    texts.problems[problem] ?? problem)).join('; '));
}

/** One line; typed at a terminal it is not shown. */
async function readPassword(prompt: string): Promise<string> {
  const terminal = process.stdin.isTTY === true;
  if (terminal) process.stderr.write(prompt);
  const lines = createInterface({ input: process.stdin, terminal, output: new Writable({ write: (_chunk, _encoding, done) => done() }) });
  for await (const line of lines) {
    lines.close();
    if (terminal) process.stderr.write('\n');
    return line;
  }
  return '';
}
