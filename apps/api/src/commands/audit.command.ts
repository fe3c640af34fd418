import { DataSource, type EntityManager } from 'typeorm';
import { readArguments, usageProblem } from '../platform/command/arguments.js';
import { verifySnapshots, type AlteredSnapshot, type SnapshotProblem } from '../features/indicators/snapshot-verification.js';
import type { CommandContext, InBoth, Language, Prepared } from '../platform/command/command.js';

export const AUDIT_USAGE: InBoth = { es: 'audit verify', en: 'audit verify' };

interface Entry { id: string; at: Date; actor: string; action: string; table_name: string; row_id: string }

const TEXTS = {
  es: {
    holds: (count: number) => `La cadena se sostiene: ${count} entradas, ninguna alterada.`,
    broken: ({ id, at, actor, action, table_name: table, row_id: row }: Entry, what: string) =>
      `Entrada ${id} (${at.toISOString()}, ${actor}, ${action}, ${table} ${row}): ${what}.`,
    snapshotsHold: (count: number) => `Los cortes se sostienen: ${count}, cada uno con la huella que se firmó.`,
    snapshotAltered: ({ id, indicator, day }: AlteredSnapshot, what: string) => `Corte ${id} (${indicator}, ${day}): ${what}.`,
    snapshotProblems: {
      content: 'su contenido ya no tiene la huella que se firmó', signature: 'su huella o su firma no son las de la bitácora', missing: 'ya no está',
    } satisfies Record<SnapshotProblem, string>,
    problems: { chain: 'no sigue a la anterior: falta o sobra una entrada antes', entry: 'se cambió quién, cuándo o qué', payload: 'se cambió lo que guardaba' } as Record<string, string>,
  },
  en: {
    holds: (count: number) => `The chain holds: ${count} entries, none altered.`,
    broken: ({ id, at, actor, action, table_name: table, row_id: row }: Entry, what: string) =>
      `Entry ${id} (${at.toISOString()}, ${actor}, ${action}, ${table} ${row}): ${what}.`,
    snapshotsHold: (count: number) => `The snapshots hold: ${count}, each with the hash that was signed.`,
    snapshotAltered: ({ id, indicator, day }: AlteredSnapshot, what: string) => `Snapshot ${id} (${indicator}, ${day}): ${what}.`,
    snapshotProblems: {
      content: 'its content has no longer the hash that was signed', signature: 'its hash or its signature is not that of the trail', missing: 'it is no more',
    } satisfies Record<SnapshotProblem, string>,
    problems: { chain: 'does not follow from the one before it: an entry is missing or was put in', entry: 'who, when or what was changed', payload: 'what it kept was changed' } as Record<string, string>,
  },
};

/** `tejido audit verify`: whether the trail is as it was written, and every snapshot as it was signed. Exit code 1, and the first entry and every snapshot that is not. */
export function prepare(args: readonly string[], language: Language): Prepared {
  if (readArguments(args, {}, language).positionals.join(' ') !== 'verify') throw usageProblem(AUDIT_USAGE[language], language);
  return (context) => verify(context);
}

async function verify(context: CommandContext): Promise<number> {
  // A long trail takes longer than any request may.
  return context.app.get(DataSource).transaction(async (manager) => {
    await manager.query('set local statement_timeout = 0');
    const holds = [await trailHolds(manager, context), await snapshotsHold(manager, context)];
    return holds.every(Boolean) ? 0 : 1;
  });
}

async function trailHolds(manager: EntityManager, { language, write, tell }: CommandContext): Promise<boolean> {
  const texts = TEXTS[language];
  const [broken] = (await manager.query('select e.*, v.problem from audit_verify() v join audit_entry e on e.id = v.entry_id')) as (Entry & { problem: string })[];
  if (broken) {
    tell(texts.broken(broken, texts.problems[broken.problem] ?? broken.problem));
    return false;
  }
  const [{ count }] = (await manager.query('select count(*)::int as count from audit_entry')) as [{ count: number }];
  write(`${texts.holds(count)}\n`);
  return true;
}

async function snapshotsHold(manager: EntityManager, { language, write, tell }: CommandContext): Promise<boolean> {
  const texts = TEXTS[language];
  const { count, altered } = await verifySnapshots(manager);
  for (const each of altered) tell(texts.snapshotAltered(each, texts.snapshotProblems[each.problem]));
  if (altered.length === 0) write(`${texts.snapshotsHold(count)}\n`);
  return altered.length === 0;
}
