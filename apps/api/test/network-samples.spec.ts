import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { ImportsService } from '../src/features/imports/imports.service.js';
import type { Kind } from '../src/features/imports/mapping.js';
import { parseMapping } from '../src/features/imports/parse-mapping.js';
import { MAPS, SAMPLES } from './imports-samples.js';
import { openRegistry, type Registry } from './support/harness.js';

// The network of each real file, against a count made from the file itself with nothing of the product in it.
const TODAY = '2026-11-24';
type Row = Record<string, string>;
interface Figures { organisations: number; ties: number }

let registry: Registry;
afterEach(() => registry?.close());

const rowsOf = (file: string, delimiter = ','): Row[] =>
  parse(readFileSync(join(SAMPLES!, file)), { columns: true, delimiter, bom: true, relax_column_count: true }) as Row[];

function figuresOf(groups: Iterable<readonly string[]>): Figures {
  const ties = new Set<string>();
  for (const group of groups) {
    const members = [...new Set(group)].sort();
    members.forEach((a, index) => { for (const b of members.slice(index + 1)) ties.add(`${a}|${b}`); });
  }
  return { organisations: new Set([...ties].flatMap((each) => each.split('|'))).size, ties: ties.size };
}

/** Implementer and donor of each activity that is done or under way and has a day. */
function presence(): Figures {
  const folded = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
  const dated = (text: string | undefined) => Boolean(text?.trim()) && !text!.startsWith('01/01/1970');
  const groups = rowsOf('presence-4w-guatemala-hxl.csv').slice(1) // below the header stand the HXL tags
    .filter((row) => ['Finalizada', 'En ejecución'].includes(row['ESTADO']!) && (dated(row['FECHA DE INICIO']) || dated(row['FECHA DE FINALIZACIÓN'])))
    .map((row) => [row['ORGANIZACIÓN IMPLEMENTADORA']!, row['ORGANIZACIÓN DONANTE']!].map(folded).filter((name) => name !== ''));
  return figuresOf(groups);
}

/** Each two parties of a base treaty that was signed; the file knows no end of a treaty. */
function treaties(): Figures {
  const groups = rowsOf('agreements-desta-semicolon.csv', ';')
    .filter((row) => row['entry_type'] === 'base_treaty' && /^\d+$/.test(row['year']!))
    .map((row) => Object.entries(row).filter(([column, code]) => /^c\d+$/.test(column) && /^\d+$/.test(code)).map(([, code]) => code));
  return figuresOf(groups);
}

/** Parent, child and related, when both ends are in the file. */
function research(): Figures {
  const rows = rowsOf('organisations-ror-mexico.csv');
  const known = new Set(rows.map((row) => row['id']!));
  const groups = rows.flatMap((row) => row['relationships']!.split(';').flatMap((each) => {
    const [type, other] = each.trim().split(': ');
    return other && ['parent', 'child', 'related'].includes(type!) && known.has(other) ? [[row['id']!, other]] : [];
  }));
  return figuresOf(groups);
}

async function networkAfter(file: string, map: string, kind: Kind): Promise<Figures & { shown: Figures }> {
  registry = await openRegistry();
  registry.travelTo(TODAY);
  const receipt = await registry.app.get(ImportsService).import({ userId: null, role: 'admin', country: null }, {
    kind, file: { path: join(SAMPLES!, file) }, fileName: file, dryRun: false, mapping: parseMapping(readFileSync(join(MAPS, map), 'utf8'), kind),
  });
  expect(receipt.written).toBe(true);
  const secretariat = await registry.as('secretariat');
  const { network } = await secretariat.get('{ network(first: 3000) { total totalTies nodes { id } ties { a b } } }');
  return { organisations: network.total, ties: network.totalTies, shown: { organisations: network.nodes.length, ties: network.ties.length } };
}

(SAMPLES ? describe : describe.skip)('the network of a real file', () => {
  it.each([
    ['presence-4w-guatemala-hxl.csv', 'activities-presence-4w.json', 'activities', presence, { organisations: 20, ties: 13 }],
    ['agreements-desta-semicolon.csv', 'agreements-desta.json', 'agreements', treaties, { organisations: 220, ties: 8267 }],
    ['organisations-ror-mexico.csv', 'organisations-ror.json', 'organisations', research, { organisations: 149, ties: 130 }],
  ] as const)('%s has the organisations and ties that a count of the file gives', async (file, map, kind, count, known) => {
    const wanted = count();
    expect(wanted).toEqual(known); // the browser's journey trusts these figures
    expect(await networkAfter(file, map, kind)).toEqual({ ...wanted, shown: wanted });
  }, 90_000);
});
