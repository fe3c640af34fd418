import { closeSync, copyFileSync, ftruncateSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MAPS, SAMPLES } from './imports-samples.js';
import { runProgram } from './support/cli.js';
import { giveTime, lines, openDemonstration, SLOW } from './support/demonstration.js';
import type { Registry } from './support/harness.js';

giveTime();
const folder = mkdtempSync(join(tmpdir(), 'tejido-cli-'));
let registry: Registry;
beforeAll(async () => {
  registry = await openDemonstration();
}, SLOW);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await registry?.close();
});

const tejido = (...args: string[]) => runProgram(args, { databaseUrl: registry.ownerUrl });
const count = async (table: string): Promise<number> => Number((await registry.sql(`select count(*) as n from ${table}`))[0].n);
const refusedWith = (line: RegExp) => ({ code: 1, stdout: '', stderr: expect.stringMatching(line) as unknown as string });

describe('export', () => {
  it('writes a file by its name, or CSV to the standard output, and it comes back equal', async () => {
    const out = join(folder, 'organisations.xlsx');
    expect(await tejido('export', 'organisations', '--out', out)).toMatchObject({ code: 0, stdout: '', stderr: expect.stringMatching(/^\d+ filas escritas en .*organisations\.xlsx\n$/) });
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
    const { stdout } = await tejido('export', 'organisations');
    expect(stdout).toMatch(/^\uFEFFID;Nombre;/);
    const file = join(folder, 'organisations.csv');
    writeFileSync(file, stdout);
    const before = await count('organisation');
    const receipt = JSON.parse((await tejido('import', 'organisations', file, '--dry-run', '--json')).stdout);
    expect(receipt.counts).toMatchObject({ created: 0, refused: 0 });
    expect(await count('organisation')).toBe(before);
    for (const kind of ['agreements', 'activities',
      'people']) expect(lines((await tejido('export', kind, '--lang', 'en')).stdout).length).toBeGreaterThan(80);
  });
});

describe('import', () => {
  const given = (name: string, content: string | Buffer): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };

  it('reports an unknown country at its cell, and changes nothing', async () => {
    const before = await count('audit_entry');
    const file = given('países.csv', 'Nombre;País\nCasa Uno;Guatemala\nCasa Dos;Mordor\n');
    const ran = await tejido('import', 'organisations', file);
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain('error: línea 3, columna «País»: «Mordor» no es un país conocido');
    expect(lines(ran.stdout).at(-1)).toBe('No se escribió nada: corrija los errores y vuelva a importar.');
    const json = JSON.parse((await tejido('import', 'organisations', file, '--json')).stdout);
    expect(json).toMatchObject({ written: false,
      problems: [{ line: 3, column: 'País', problem: 'unknown_country', value: 'Mordor', severity: 'error' }] });
    expect(await count('audit_entry')).toBe(before);
  });

  it('writes as the command line, once, and not in a dry run', async () => {
    const file = given('aliados.csv', 'Nombre;País\nCasa Tres de Prueba;HN\n');
    const before = await count('organisation');
    expect(lines((await tejido('import', 'organisations', file, '--dry-run', '--lang',
      'en')).stdout).at(-1)).toBe('Dry run: nothing was written.');
    expect(await count('organisation')).toBe(before);
    expect((await tejido('import', 'organisations', file)).code).toBe(0);
    expect(lines((await tejido('import', 'organisations', file)).stdout)[1]).toBe('  1 ya importados antes, sin cambio');
    expect(await count('organisation')).toBe(before + 1);
    expect((await registry.sql("select distinct actor, action from audit_entry where after ->> 'name' = 'Casa Tres de Prueba'"))).toEqual([{ actor: ':command_line', action: 'import.organisations' }]);
  });

  it('refuses a file of 200 MB at once, by its size alone', async () => {
    const file = join(folder, 'grande.csv');
    const handle = openSync(file, 'w');
    writeSync(handle, 'Nombre;País\n');
    ftruncateSync(handle, 200 * 1024 * 1024); // sparse: takes no room
    closeSync(handle);
    const small = await tejido('import', 'organisations', '/nowhere/nada.csv');
    const large = await tejido('import', 'organisations', file);
    expect(large).toMatchObject(refusedWith(/^«grande\.csv» pesa 200 MB; se leen archivos de hasta 50 MB\n$/));
    expect(large.seconds).toBeLessThan(2 * small.seconds + 5);
    expect(large.megabytes).toBeLessThan(small.megabytes + 80);
  });

  it('refuses what is not what its name says', async () => {
    const xlsx = join(folder, 'libro.xlsx');
    await tejido('export', 'organisations', '--out', xlsx);
    copyFileSync(xlsx, join(folder, 'libro.csv'));
    const files = [given('carta.csv', '%PDF-1.7\n…'), given('paquete.csv', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0, 0, 0])),
      join(folder, 'libro.csv'), given('tabla.xlsx', 'Nombre;País\nX;GT\n')];
    for (const file of files) {
      const ran = await tejido('import', 'organisations', file);
      expect(ran).toMatchObject(refusedWith(/no es lo que su nombre dice: contiene (un PDF|un archivo comprimido o un libro de Excel|texto)\n$/));
      expect(lines(ran.stderr)).toHaveLength(1);
    }
  });
});

(SAMPLES ? describe : describe.skip)('the real files', () => {
  const brought = async (kind: string, file: string, map: string, ...more: string[]) =>
    JSON.parse((await tejido('import', kind, join(SAMPLES!, file), '--map', join(MAPS, map), '--json', ...more)).stdout);

  it('come in by their maps with the figures of the sources, once', async () => {
    const presence = ['activities', 'presence-4w-guatemala-hxl.csv', 'activities-presence-4w.json'] as const;
    const before = await count('activity');
    expect((await brought(...presence, '--dry-run')).counts).toMatchObject({ created: 1197 });
    expect(await count('activity')).toBe(before);
    expect(await brought(...presence)).toMatchObject({ written: true, counts: { created: 1197, refused: 0 } });
    const source = "(select record_id from source_record where source = 'presence-4w-guatemala')";
    const inRole = (role: string) => count(`(select distinct organisation_id from participation where activity_id in ${source} and role = '${role}') o`);
    expect([await inRole('implements'), await inRole('funds')]).toEqual([40, 27]);
    expect(await brought(...presence)).toMatchObject({ counts: { created: 0, unchanged: 1197 }, organisationsCreated: [] });

    expect((await brought('agreements', 'agreements-desta-semicolon.csv', 'agreements-desta.json')).counts).toMatchObject({ created: 842 });
    const treaties = "(select record_id from source_record where source = 'desta')";
    expect(await count(`agreement_party where agreement_id in ${treaties}`)).toBe(4428);
    const of = (code: string) => count(`agreement_party p join organisation_identifier i using (organisation_id)
      where scheme = 'iso_country' and value = '${code}' and agreement_id in ${treaties}`);
    expect([await of('HN'), await of('GT'), await of('MX')]).toEqual([24, 26, 43]);

    expect((await brought('organisations', 'organisations-ror-mexico.csv', 'organisations-ror.json')).counts).toMatchObject({ created: 424 });
    const research = "(select record_id from source_record where source = 'ror')";
    expect(await count(`organisation where acronym is not null and id in ${research}`)).toBe(337);
  });

  it('and an organisation that they name is the same whatever its accents and capitals', async () => {
    const before = await count('organisation');
    const file = join(folder, 'caritas.csv');
    writeFileSync(file, 'Nombre\nCARITAS\nCáritas\ncaritas\n');
    await tejido('import', 'organisations', file);
    expect(await count("organisation where fold(name) = 'caritas' or fold(coalesce(acronym, '')) = 'caritas'")).toBe(1);
    expect(await count('organisation')).toBeLessThanOrEqual(before + 1);
  });
});
