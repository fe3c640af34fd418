import type { INestApplicationContext } from '@nestjs/common';
import type { Viewer } from '@tejido/domain/policy.js';

export type Language = 'es' | 'en';
export type InBoth = Readonly<Record<Language, string>>;

/** What the command line lends its verbs. */
export interface CommandContext {
  app: Pick<INestApplicationContext, 'get'>;
  viewer: Viewer;
  language: Language;
  /** What the verb gives: its result, to the standard output. */
  write(bytes: string | Buffer): void;
  /** What the verb says about it, a line, to the standard error. */
  tell(line: string): void;
}

/** A verb whose arguments were understood: it runs when the register is open. @returns the exit code */
export type Prepared = (context: CommandContext) => Promise<number>;

/** What keeps a command from being done, as one clear line in the reader's language. */
export class CommandProblem extends Error {}
