import { DataSource } from 'typeorm';
import { readArguments, usageProblem } from '../platform/command/arguments.js';
import type { CommandContext, InBoth, Language, Prepared } from '../platform/command/command.js';

export const AUDIT_USAGE: InBoth = { es: 'audit verify', en: 'audit verify' };

interface Entry { id: string; at: Date; actor: string; action: string; table_name: string; row_id: string }

const TEXTS = {
  es: {
    holds: (count: number) => `La cadena se sostiene: ${count} entradas, ninguna alterada.`,
    broken: ({ id, at, actor, action, table_name: table, row_id: row }: Entry, what: string) =>
      `Entrada ${id} (${at.toISOString()}, ${actor}, ${action}, ${table} ${row}): ${what}.`,
    problems: { chain: 'no sigue a la anterior: falta o sobra una entrada antes', entry: 'se cambió quién, cuándo o qué', payload: 'se cambió lo que guardaba' } as Record<string, string>,
  },
  en: {
    holds: (count: number) => `The chain holds: ${count} entries, none altered.`,
    broken: ({ id, at, actor, action, table_name: table, row_id: row }: Entry, what: string) =>
      `Entry ${id} (${at.toISOString()}, ${actor}, ${action}, ${table} ${row}): ${what}.`,
    problems: { chain: 'does not follow from the one before it: an entry is missing or was put in', entry: 'who, when or what was changed', payload: 'what it kept was changed' } as Record<string, string>,
  },
};

/** `tejido audit verify`: whether the trail is as it was written. Exit code 1, and the first entry that is not. */
export function prepare(args: readonly string[], language: Language): Prepared {
  if (readArguments(args, {}, language).positionals.join(' ') !== 'verify') throw usageProblem(AUDIT_USAGE[language], language);
  return (context) => verify(context);
}

async function verify({ app, language, write, tell }: CommandContext): Promise<number> {
  const texts = TEXTS[language];
  const database = app.get(DataSource);
  // A long trail takes longer than any request may.
  return database.transaction(async (manager) => {
    await manager.query('set local statement_timeout = 0');
    const [broken] = (await manager.query('select e.*, v.problem from audit_verify() v join audit_entry e on e.id = v.entry_id')) as (Entry & { problem: string })[];
    if (broken) {
      tell(texts.broken(broken, texts.problems[broken.problem] ?? broken.problem));
      return 1;
    }
    const [{ count }] = (await manager.query('select count(*)::int as count from audit_entry')) as [{ count: number }];
    write(`${texts.holds(count)}\n`);
    return 0;
  });
}
