import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role, Viewer } from '@tejido/domain/policy.js';
import { prepare as runExport } from '../src/features/exports/export.command.js';
import { ExportsService } from '../src/features/exports/exports.service.js';
import { prepare as runImport } from '../src/features/imports/import.command.js';
import { ImportsService } from '../src/features/imports/imports.service.js';
import { readTable } from '../src/features/imports/read-table.js';
import type { Table } from '../src/features/imports/table.js';
import { openRegistry, type Registry } from './support/harness.js';

const folder = mkdtempSync(join(tmpdir(), 'tejido-exports-'));
let registry: Registry;
beforeAll(async () => {
  registry = await openRegistry();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await registry?.close();
});

const as = (role: Role, country: string | null = null): Viewer => ({ userId: null, role, country });
const OFFICE = as('admin');
type Kind = Parameters<ExportsService['export']>[1];
const exported = async (kind: Kind, viewer = OFFICE, format: 'csv' | 'xlsx' = 'csv', language: 'es' | 'en' = 'es'): Promise<Table> => {
  const { file } = await registry.app.get(ExportsService).export(viewer, kind, format, language);
  return readTable({ bytes: file, name: `x.${format}` });
};
const column = (table: Table, header: string): string[] => table.rows.map(({ cells }) => cells[table.headers.indexOf(header)]!);

/** Runs a verb of the command line; gives its exit code, and the lines that it wrote and told. */
async function command(verb: typeof runImport | typeof runExport, ...args: string[]) {
  const [written, told] = [[] as Buffer[], [] as string[]];
  const language = args.includes('--lang') ? 'en' : 'es';
  const run = verb(args.filter((each) => each !== '--lang' && each !== 'en'), language);
  const code = await run({ app: registry.app, viewer: OFFICE, language, write: (bytes) => written.push(Buffer.from(bytes as string)), tell: (line) => told.push(line) });
  return { code, written: Buffer.concat(written).toString(), told: [...Buffer.concat(written).toString().split('\n').filter(Boolean), ...told] };
}

describe('an export', () => {
  it('opens in a spreadsheet of its language: a byte order mark, semicolons in Spanish, commas in English', async () => {
    const { file: spanish } = await registry.app.get(ExportsService).export(OFFICE, 'organisations', 'csv', 'es');
    const { file: english } = await registry.app.get(ExportsService).export(OFFICE, 'organisations', 'csv', 'en');
    expect(spanish.toString()).toMatch(/^\uFEFFID;Nombre;Nombre en inglés;.*\r\n/);
    expect(english.toString()).toMatch(/^\uFEFFID,Name,Name in English,.*\r\n/);
  });

  it('runs nothing: a cell that would be a formula is text, and comes back equal', async () => {
    await registry.organisation({ name: '=HYPERLINK("http://malo.example";"x")', acronym: '@malo' });
    for (const format of ['csv', 'xlsx'] as const) {
      const table = await exported('organisations', OFFICE, format);
      const at = column(table, 'Sigla').indexOf("'@malo");
      expect(column(table, 'Nombre')[at]).toBe('\'=HYPERLINK("http://malo.example";"x")');
    }
    const { file } = await registry.app.get(ExportsService).export(OFFICE, 'organisations', 'csv', 'es');
    const receipt = await registry.app.get(ImportsService).import(OFFICE, { kind: 'organisations', file: { bytes: file, name: 'x.csv' }, fileName: 'x.csv', mapping: null, dryRun: false });
    expect(receipt.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(receipt.counts).toMatchObject({ created: 0 });
  });

  it('holds what the viewer may see, and of agreements the parties that the viewer may see', async () => {
    const open = await registry.organisation({ name: 'Abierta' });
    const hidden = await registry.organisation({ name: 'Reservada', visibility: 'secretariat' });
    const [agreement] = await registry.sql("insert into agreement (title, kind, effective_from) values ('Acuerdo de ambas', 'memorandum', '2024-01-01') returning id");
    await registry.sql("insert into agreement_party (agreement_id, organisation_id, role, signed_on) values ($1, $2, 'signatory', '2024-01-01'), ($1, $3, null, null)", [agreement.id, open, hidden]);
    expect(column(await exported('organisations', as('observer')), 'Nombre')).not.toContain('Reservada');
    expect(column(await exported('organisations', OFFICE), 'Nombre')).toContain('Reservada');
    const seen = await exported('agreements', as('observer'));
    expect(seen.rows.map(({ cells }) => ['Título', 'Situación', 'Parte', 'Rol', 'Firmado el'].map((header) => cells[seen.headers.indexOf(header)])))
      .toEqual([['Acuerdo de ambas', 'a la espera de firmas', 'Abierta', 'Firmante', '2024-01-01']]);
    expect(column(await exported('agreements', OFFICE), 'Parte')).toEqual(['Abierta', 'Reservada']);
    await expect(exported('organisations', as('public'))).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  });

  it('of people tells an observer names and posts, not how to reach them', async () => {
    const organisation = await registry.organisation({ name: 'Oficina Central' });
    const [person] = await registry.sql("insert into person (name) values ('Ana Quetzal') returning id");
    await registry.sql("insert into affiliation (person_id, organisation_id, post) values ($1, $2, 'Enlace')", [person.id, organisation]);
    await registry.sql("insert into contact_point (person_id, kind, value) values ($1, 'email', 'ana@example.org')", [person.id]);
    const observer = await exported('people', as('observer'));
    expect(observer.headers).toEqual(['ID', 'Nombre', 'Organización', 'Cargo', 'Desde', 'Hasta']);
    expect(observer.rows[0]!.cells.slice(1)).toEqual(['Ana Quetzal', 'Oficina Central', 'Enlace', '', '']);
    expect(column(await exported('people'), 'Correo electrónico')).toEqual(['ana@example.org']);
  });

  it('of activities has a column for each role, and comes back as the same activity', async () => {
    const id = await registry.organisation({ name: 'Socia Uno' });
    const [activity] = await registry.sql("insert into activity (title, kind, status, starts_on, ends_on, countries) values ('Taller de Petén', 'workshop', 'done', '2024-03-01', '2024-03-02', '{GT,HN}') returning id");
    await registry.sql("insert into participation (activity_id, organisation_id, role) values ($1, $2, 'co_organises'), ($1, $2, 'funds')", [activity.id, id]);
    const table = await exported('activities');
    expect(column(table, 'Coorganizadores')).toEqual(['Socia Uno']);
    expect(column(table, 'Financiador')).toEqual(['Socia Uno']);
    const { file } = await registry.app.get(ExportsService).export(OFFICE, 'activities', 'csv', 'en');
    const receipt = await registry.app.get(ImportsService).import(OFFICE, { kind: 'activities', file: { bytes: file, name: 'a.csv' }, fileName: 'a.csv', mapping: null, dryRun: true });
    expect(receipt.counts).toMatchObject({ created: 0, matched: 1, refused: 0 });
  });
});

describe('the command line', () => {
  it('writes a file in the format of its name', async () => {
    const out = join(folder, 'organizaciones.xlsx');
    const { code, told } = await command(runExport, 'organisations', '--out', out);
    expect([code, readFileSync(out).subarray(0, 2).toString()]).toEqual([0, 'PK']);
    expect(told[0]).toContain(`filas escritas en ${out}`);
    expect((await command(runExport, 'organisations', '--lang', 'en')).written).toMatch(/^\uFEFFID,Name/);
    await expect(command(runExport, 'victims')).rejects.toThrow('Uso: npm run tejido -- export organisations|');
  });

  it('imports, says in Spanish what happened, and in English when asked', async () => {
    const file = join(folder, 'nuevas.csv');
    writeFileSync(file, 'Nombre;País;Color\nAmate Verde;Guatemala;azul\n');
    const dry = await command(runImport, 'organisations', file, '--dry-run');
    expect(dry).toMatchObject({ code: 0, told: ['nuevas.csv: 1 filas (CSV, utf-8) → organizaciones', '  1 nuevos', 'Columnas sin usar: «Color»', 'Ensayo: no se escribió nada.'] });
    expect((await command(runImport, 'organisations', file, '--lang', 'en')).told.at(-1)).toBe('Imported.');
    const again = await command(runImport, 'organisations', file, '--json');
    expect(JSON.parse(again.written)).toMatchObject({ written: true, counts: { created: 0, unchanged: 1 }, rows: [{ lines: [2], outcome: 'unchanged', label: 'Amate Verde' }] });
  });

  it('shows errors by line and column, and exits with 1', async () => {
    const file = join(folder, 'mal.csv');
    writeFileSync(file, 'Nombre;País\nNimbo;Mordor\n');
    const { code, told } = await command(runImport, 'organisations', file);
    expect(code).toBe(1);
    expect(told).toContain('error: línea 2, columna «País»: «Mordor» no es un país conocido');
    expect(told.at(-1)).toBe('No se escribió nada: corrija los errores y vuelva a importar.');
  });

  it('says clearly what is wrong with the file or the map', async () => {
    const file = join(folder, 'carta.csv');
    const map = join(folder, 'mapa.json');
    writeFileSync(file, '%PDF-1.7');
    writeFileSync(map, '{"kind": "organisations", "feilds": {}}');
    expect((await command(runImport, 'organisations', file)).told).toEqual(['«carta.csv» no es lo que su nombre dice: contiene un PDF']);
    expect((await command(runImport, 'organisations', join(folder, 'nada.csv'), '--lang', 'en')).told).toEqual(['“nada.csv” does not exist']);
    expect((await command(runImport, 'organisations', file, '--map', map)).told[0]).toMatch(/^mapa, map\.feilds: .* no es un valor conocido/);
    await expect(command(runImport, 'persons', file)).rejects.toThrow('Uso: npm run tejido -- import organisations|');
  });
});
