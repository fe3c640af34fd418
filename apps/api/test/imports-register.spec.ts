import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DomainError } from '@tejido/domain/error.js';
import type { Viewer } from '@tejido/domain/policy.js';
import { ImportsService } from '../src/features/imports/imports.service.js';
import type { Kind } from '../src/features/imports/mapping.js';
import { parseMapping } from '../src/features/imports/parse-mapping.js';
import type { Receipt } from '../src/features/imports/receipt.js';
import { MAPS, SAMPLES } from './imports-samples.js';
import { openRegistry, type Registry } from './support/harness.js';

let registry: Registry;
beforeAll(async () => {
  registry = await openRegistry();
});
afterAll(() => registry?.close());

const OFFICE: Viewer = { userId: null, role: 'admin', country: null };

interface Given {
  kind: Kind;
  name?: string;
  map?: object;
  dryRun?: boolean;
  viewer?: Viewer;
}

const importText = (text: string, { kind, name = 'tabla.csv', map, dryRun = false, viewer = OFFICE }: Given): Promise<Receipt> =>
  registry.app.get(ImportsService).import(viewer, {
    kind, file: { bytes: Buffer.from(text), name }, fileName: name, dryRun,
    mapping: map ? parseMapping(JSON.stringify({ kind, ...map }), kind) : null,
  });
const importSample = (file: string, map: string, kind: Kind, options: { dryRun?: boolean } = {}): Promise<Receipt> =>
  registry.app.get(ImportsService).import(OFFICE, {
    kind, file: { path: join(SAMPLES!, file) }, fileName: file, dryRun: options.dryRun ?? false,
    mapping: parseMapping(readFileSync(join(MAPS, map), 'utf8'), kind),
  });
const count = async (from: string, values: unknown[] = []): Promise<number> => Number((await registry.sql(`select count(*) as n from ${from}`, values))[0].n);
const problems = (receipt: Receipt) => receipt.problems.map(({ line, column, severity, problem }) => ({ line, column, severity, problem }));

describe('organisations', () => {
  it('in a file are created once, the same file again creates nothing, under another name neither', async () => {
    const text = 'Nombre;Sigla;País;Sitio web\nRed Maya de Acogida;RMA;Guatemala;redmaya.example.org\nRED MAYA DE ACOGIDA;RMA;GT;\nCasa Ixchel;;HND;\n';
    const first = await importText(text, { kind: 'organisations', name: 'aliados.csv' });
    expect(first).toMatchObject({ written: true, counts: { created: 2, refused: 0 } });
    const again = await importText(text, { kind: 'organisations', name: 'aliados.csv' });
    expect(again.counts).toMatchObject({ created: 0, unchanged: 2 });
    const renamed = await importText(text, { kind: 'organisations', name: 'aliados (1).csv' });
    expect(renamed.counts).toMatchObject({ created: 0, matched: 2 });
    expect(await registry.sql("select o.name, seat_country, c.value from organisation o left join contact_point c on c.organisation_id = o.id where fold(o.name) in ('red maya de acogida', 'casa ixchel') order by o.name")).toEqual([
      { name: 'Casa Ixchel', seat_country: 'HN', value: null },
      { name: 'Red Maya de Acogida', seat_country: 'GT', value: 'https://redmaya.example.org' },
    ]);
  });

  it('that the register has keep what a person wrote, and gain what they lack', async () => {
    const id = await registry.organisation({ name: 'Fundación Ceiba Azul', acronym: 'FCA' });
    const map = { source: 'lista', key: ['ror'], fields: { name: 'nombre' }, identifiers: [{ scheme: 'ror', column: 'ror' }], names: [{ column: 'en', role: 'alias', language: 'en' }] };
    const receipt = await importText('ror,nombre,en\n0abc12345,FUNDACION CEIBA AZUL,Blue Ceiba Foundation\n', { kind: 'organisations', map });
    expect(receipt.rows).toMatchObject([{ outcome: 'completed', id, lines: [2] }]);
    expect(await registry.sql('select o.name, i.value, n.value as alias from organisation o join organisation_identifier i on i.organisation_id = o.id join organisation_name n on n.organisation_id = o.id where o.id = $1', [id]))
      .toEqual([{ name: 'Fundación Ceiba Azul', value: '0abc12345', alias: 'Blue Ceiba Foundation' }]);
  });

  it('with an unknown country change nothing, and the receipt says where', async () => {
    const before = await count('organisation');
    const receipt = await importText('Nombre,País\nCasa Uno,Guatemala\nCasa Dos,Atlantis\n', { kind: 'organisations' });
    expect(receipt).toMatchObject({ written: false, counts: { created: 1, refused: 1 } });
    expect(receipt.problems).toEqual([{ line: 3, column: 'País', severity: 'error', problem: 'unknown_country', value: 'Atlantis' }]);
    expect(receipt.rows.every((row) => row.id === null)).toBe(true);
    expect(await count('organisation')).toBe(before);
  });

  it('in a dry run change nothing', async () => {
    const before = await count('organisation');
    expect(await importText('Nombre\nCasa Tres\n', { kind: 'organisations', dryRun: true })).toMatchObject({ written: false, dryRun: true, counts: { created: 1 } });
    expect(await count('organisation')).toBe(before);
  });

  it('whose parents go round in a circle are refused', async () => {
    const receipt = await importText('Nombre,Organización matriz\nAncla,Boya\nBoya,Cabo\nCabo,Ancla\n', { kind: 'organisations' });
    expect(receipt.written).toBe(false);
    expect(problems(receipt)).toEqual([{ line: 4, column: 'Organización matriz', severity: 'error', problem: 'parent_cycle' }]);
  });

  it('hidden from the viewer are neither matched nor betrayed', async () => {
    const hidden = await registry.organisation({ name: 'Refugio Secreto', visibility: 'secretariat' });
    const delegate = await registry.as('delegate', 'HN');
    const viewer: Viewer = { userId: delegate.userId, role: 'delegate', country: 'HN' };
    const receipt = await importText('Nombre\nRefugio Secreto\n', { kind: 'organisations', viewer });
    expect(receipt).toMatchObject({ written: true, problems: [], rows: [{ outcome: 'created' }] });
    expect(receipt.rows[0]!.id).not.toBe(hidden);
    expect(await registry.sql('select country, visibility from organisation where id = $1', [receipt.rows[0]!.id])).toEqual([{ country: 'HN', visibility: 'coalition' }]);
  });

  it.each(['observer', 'presidency', 'public'] as const)('are not imported by %s', async (role) => {
    const refused = await importText('Nombre\nX\n', { kind: 'organisations', viewer: { userId: null, role, country: null } }).catch((error: DomainError) => error.code);
    expect(['FORBIDDEN', 'NOT_SIGNED_IN']).toContain(refused);
  });
});

describe('agreements', () => {
  it('bring parties one row each, found by name, acronym or accent, and wait for evidence to be verified', async () => {
    const known = await registry.organisation({ name: 'Organización del Istmo', acronym: 'ODI' });
    const text = 'Código;Título;Tipo de acuerdo;Parte;Rol;Fecha de firma;Vigente desde;Evidencia\n'
      + 'A1;Marco del Istmo;Convenio marco;ODI;Firmante;24/10/2024;24/10/2024;https://istmo.example.org/a1.pdf\n'
      + 'A1;Marco del Istmo;Convenio marco;CORETT;Firmante;30/10/2024;24/10/2024;\n'
      + 'A1;Marco del Istmo;Convenio marco;ORGANIZACION DEL ISTMO;Firmante;;24/10/2024;\n';
    const receipt = await importText(text, { kind: 'agreements', name: 'acuerdos.csv' });
    expect(receipt).toMatchObject({ written: true, organisationsCreated: [], counts: { created: 1 } });
    expect(problems(receipt)).toEqual([{ line: 4, column: 'Parte', severity: 'warning', problem: 'party_twice' }]);
    const id = receipt.rows[0]!.id;
    expect(await registry.sql('select o.acronym, p.signed_on, p.role from agreement_party p join organisation o on o.id = p.organisation_id where agreement_id = $1 order by 1', [id]))
      .toEqual([{ acronym: 'CORETT', signed_on: '2024-10-30', role: 'signatory' }, { acronym: 'ODI', signed_on: '2024-10-24', role: 'signatory' }]);
    expect(await registry.sql('select kind, effective_from, in_coalition_name, e.address, e.verified_on from agreement a join evidence e on e.agreement_id = a.id where a.id = $1', [id]))
      .toEqual([{ kind: 'framework_agreement', effective_from: '2024-10-24', in_coalition_name: true, address: 'https://istmo.example.org/a1.pdf', verified_on: null }]);
    expect(await count('agreement_party where organisation_id = $1', [known])).toBe(1);
    expect((await importText(text, { kind: 'agreements', name: 'copia.csv' })).counts).toMatchObject({ created: 0, matched: 1 });
  });

  it('with an unknown kind, one party only or a signature to come are refused, each in its place', async () => {
    registry.travelTo('2025-06-30');
    const receipt = await importText('Título,Tipo,Partes,Firma\nUno,Pacto secreto,CORETT; Liga Norte,\nDos,Memorando de entendimiento,CORETT,\nTres,Tratado,CORETT; Liga Sur,01/07/2025\n', { kind: 'agreements' });
    expect(receipt).toMatchObject({ written: false, counts: { refused: 3 } });
    expect(problems(receipt)).toEqual([
      { line: 2, column: 'Tipo', severity: 'error', problem: 'unknown_code' },
      { line: 3, column: null, severity: 'error', problem: 'parties_too_few' },
      { line: 4, column: 'Firma', severity: 'error', problem: 'future_signature' },
    ]);
  });

  it('never choose between two organisations of one name', async () => {
    await registry.organisation({ name: 'Red Nacional', country: 'GT' });
    await registry.organisation({ name: 'Red Nacional', country: 'HN' });
    const receipt = await importText('Título,Tipo,Partes\nCarta,Carta de entendimiento,CORETT; Red Nacional\n', { kind: 'agreements' });
    expect(receipt.problems).toMatchObject([{ line: 2, column: 'Partes', problem: 'ambiguous', value: 'Red Nacional', values: { candidates: 'Red Nacional; Red Nacional' } }]);
  });
});

(SAMPLES ? describe : describe.skip)('real files', () => {
  it('the presence table becomes 1,197 activities of 49 organisations, once', async () => {
    const before = await count('organisation');
    const dry = await importSample('presence-4w-guatemala-hxl.csv', 'activities-presence-4w.json', 'activities', { dryRun: true });
    expect(dry).toMatchObject({ written: false, counts: { created: 1197 } });
    const receipt = await importSample('presence-4w-guatemala-hxl.csv', 'activities-presence-4w.json', 'activities');
    expect(receipt).toMatchObject({ written: true, counts: { created: 1197, refused: 0 } });
    const source = "(select record_id from source_record where source = 'presence-4w-guatemala')";
    expect(await count(`activity where id in ${source}`)).toBe(1197);
    const organisations = (role: string) => count(`(select distinct organisation_id from participation where activity_id in ${source} and role like $1) o`, [role]);
    expect([await organisations('implements'), await organisations('funds'), await organisations('%')]).toEqual([40, 27, 49]);
    expect(await count('organisation')).toBe(before + receipt.organisationsCreated.length);
    const again = await importSample('presence-4w-guatemala-hxl.csv', 'activities-presence-4w.json', 'activities');
    expect(again).toMatchObject({ counts: { created: 0, unchanged: 1197 }, organisationsCreated: [] });
  }, 60_000);

  it('the trade agreements become 842, Honduras in 24', async () => {
    const receipt = await importSample('agreements-desta-semicolon.csv', 'agreements-desta.json', 'agreements');
    expect(receipt).toMatchObject({ written: true, counts: { created: 842, skipped: 375, refused: 0 } });
    const source = "(select record_id from source_record where source = 'desta')";
    expect(await count(`agreement_party where agreement_id in ${source}`)).toBe(4428);
    const withCountry = (code: string) => count(`agreement_party p join organisation_identifier i using (organisation_id) where scheme = 'iso_country' and value = $1 and agreement_id in ${source}`, [code]);
    expect([await withCountry('HN'), await withCountry('GT'), await withCountry('MX'), await withCountry('BZ')]).toEqual([24, 26, 43, 14]);
    expect((await importSample('agreements-desta-semicolon.csv', 'agreements-desta.json', 'agreements')).counts).toMatchObject({ created: 0, unchanged: 842 });
  }, 60_000);

  it('the Mexican research organisations become 424, in Spanish and English, with their parents', async () => {
    const receipt = await importSample('organisations-ror-mexico.csv', 'organisations-ror.json', 'organisations');
    expect(receipt).toMatchObject({ written: true, counts: { created: 424, refused: 0 } });
    const source = "(select record_id from source_record where source = 'ror')";
    expect(await count(`organisation where acronym is not null and id in ${source}`)).toBe(337);
    expect(await count(`organisation where name_en is not null and id in ${source}`)).toBeGreaterThan(70);
    expect(await registry.sql("select name, name_en, acronym from organisation o join organisation_identifier i on i.organisation_id = o.id where i.value = '000vj2f52'"))
      .toEqual([{ name: 'Universidad de Montemorelos', name_en: 'University of Montemorelos', acronym: 'UM' }]);
    expect(await count(`organisation where parent_id is not null and id in ${source}`)).toBeGreaterThan(100);
    expect((await importSample('organisations-ror-mexico.csv', 'organisations-ror.json', 'organisations')).counts).toMatchObject({ created: 0, unchanged: 424 });
  }, 60_000);
});
