import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@tejido/domain/error.js';
import { nameKey } from '@tejido/domain/text.js';
import { readDate, type DateForm } from '../src/features/imports/dates.js';
import { recogniseHeaders } from '../src/features/imports/headers.js';
import { organisationRef, referenceKey } from '../src/features/imports/links.js';
import type { Kind, Mapping } from '../src/features/imports/mapping.js';
import { parseMapping } from '../src/features/imports/parse-mapping.js';
import { readTable } from '../src/features/imports/read-table.js';
import { readActivities, readAgreements, readOrganisations } from '../src/features/imports/rows.js';
import { shapeTable } from '../src/features/imports/shape-table.js';
import type { Table } from '../src/features/imports/table.js';
import { MAPS, SAMPLES } from './imports-samples.js';

/** A table as the reader gives it, from rows written with | between cells; the first line is line 1. */
function aTable(...lines: string[]): Table {
  const rows = lines.map((text, at) => ({ line: at + 1, cells: text.split('|').map((cell) => cell.trim()) }));
  return { format: 'csv', encoding: 'utf-8', delimiter: '|', newline: '\n', sheet: null, ...shapeTable(rows) };
}
const map = (kind: Kind, json: object): Mapping => parseMapping(JSON.stringify({ kind, ...json }), kind);
const recognised = (kind: Kind, table: Table) => recogniseHeaders(table, kind);
const fields = (mapping: Mapping) => Object.fromEntries(Object.entries(mapping.fields).map(([field, [source]]) => [field, source!.column]));

describe('a date', () => {
  const form: DateForm = { order: 'dmy', precision: 'month', edge: 'first', serials: false };
  it.each([
    ['2021-07-30', '2021-07-30'], ['2021-07-30T18:00:00Z', '2021-07-30'], ['20210730', '2021-07-30'], ['2021/7/3', '2021-07-03'],
    ['30/07/2021', '2021-07-30'], ['3/7/2021', '2021-07-03'], ['30.7.21', '2021-07-30'], ['1-2-78', '1978-02-01'], ['30/07/2021 10:30', '2021-07-30'],
    ['30 de julio de 2021', '2021-07-30'], ['1.º de enero del 2024', null], ['1 March 2015', '2015-03-01'], ['July 30, 2021', '2021-07-30'],
    ['30-jul-2021', '2021-07-30'], ['29/02/2024', '2024-02-29'],
  ])('%s is %s', (text, day) => expect(readDate(text, form).day).toBe(day));

  it.each(['1970-01-01', '01/01/1970', '0000-00-00', '00/00/0000', 'NA', 'S/F'])('%s means none, and says so', (text) => {
    expect(readDate(text, form)).toEqual({ day: null, problem: 'empty_day' });
  });

  it.each(['31/02/2020', '07/30/2021', 'pronto', '2021-13-01', '44197', '2021', '12/2021/5'])('%s is no day', (text) => {
    expect(readDate(text, form)).toEqual({ day: null, problem: 'not_a_day' });
  });

  it('blank is blank, without a word', () => expect(readDate('  ', form)).toEqual({ day: null }));
  it('month first is read so only when the map says it', () => expect(readDate('07/30/2021', { ...form, order: 'mdy' }).day).toBe('2021-07-30'));
  it('a month alone is its first day, or its last where a period ends', () => {
    expect(readDate('2024-02', form)).toEqual({ day: '2024-02-01', problem: 'day_rounded' });
    expect(readDate('febrero de 2024', { ...form, edge: 'last' })).toEqual({ day: '2024-02-29', problem: 'day_rounded' });
  });
  it('a year alone counts only when the map says so', () => {
    expect(readDate('1994', { ...form, precision: 'year' })).toEqual({ day: '1994-01-01', problem: 'day_rounded' });
    expect(readDate('1994', { ...form, precision: 'year', edge: 'last' }).day).toBe('1994-12-31');
  });
  it('a serial number counts in spreadsheets only', () => expect(readDate('44197', { ...form, serials: true }).day).toBe('2021-01-01'));
  it('outside the calendar of the register is told apart from a slip', () => expect(readDate('2999-01-01', form).problem).toBe('day_out_of_range'));
});

describe('headers', () => {
  it('in Spanish are recognised', () => {
    const mapping = recognised('agreements', aTable('Título|Tipo de acuerdo|Partes|Fecha de firma|Vigente desde (DD/MM/AAAA)|Vencimiento|Color', 'x|y|z|||'));
    expect(fields(mapping)).toEqual({ title: 'Título', kind: 'Tipo de acuerdo', signedOn: 'Fecha de firma', effectiveFrom: 'Vigente desde (DD/MM/AAAA)', effectiveTo: 'Vencimiento' });
    expect(mapping.organisations).toEqual([{ column: 'Partes', as: 'name', separator: ';' }]);
  });

  it('in English are recognised', () => {
    const mapping = recognised('organisations', aTable('ID|Organisation name|Acronym|Country|Website|Type', '1|a|b|c|d|e'));
    expect(mapping.key).toEqual(['ID']);
    expect(fields(mapping)).toEqual({ name: 'Organisation name', acronym: 'Acronym', kind: 'Type', seatCountry: 'Country', website: 'Website' });
  });

  it('with HXL tags are recognised in any language', () => {
    const table = aTable("Nom de l'organisation|Acronyme|Genre", '#org+name+fr|#org+acronym|#org+type', 'Croix|CR|ONG');
    expect(fields(recognised('organisations', table))).toEqual({ name: "Nom de l'organisation", acronym: 'Acronyme', kind: 'Genre' });
  });

  it('of numbered parties become wide columns', () => {
    const table = aTable('Acuerdo|Parte 1|Parte 2', 'Marco|OIM|SICA', 'Carta|OIM|');
    expect(readAgreements(table, recognised('agreements', table)).drafts.map((draft) => draft.parties.length)).toEqual([2, 1]);
  });
});

describe('a map', () => {
  const refused = (json: object, kind: Kind = 'agreements') => {
    try {
      map(kind, json);
    } catch (error) {
      return (error as DomainError).fields.map((each) => each.path);
    }
    throw new Error('was accepted');
  };
  it('with a misspelt word is refused where it stands', () => {
    expect(refused({ field: {} })).toEqual(['map.field']);
    expect(refused({ fields: { titel: 'a', title: { colum: 'b' } } })).toEqual(['map.fields.titel', 'map.fields.title.colum', 'map.fields.title.column']);
    expect(refused({ organisations: [{ columns: '(', as: 'name' }, { column: 'a' }] })).toEqual(['map.organisations.0.columns', 'map.organisations.1.as']);
  });
  it('for another kind, or that is no JSON, is refused', () => {
    expect(() => parseMapping('{"kind": "activities"}', 'agreements')).toThrow(DomainError);
    expect(() => parseMapping('titulo: x', 'agreements')).toThrow(DomainError);
  });
  it('that names an absent column stops the import there', () => {
    const { problems, drafts } = readAgreements(aTable('a|b', '1|2'), map('agreements', { fields: { title: 'Título' } }));
    expect(drafts).toEqual([]);
    expect(problems).toEqual([{ line: 1, column: 'Título', severity: 'error', problem: 'column_missing', value: '' }]);
  });
});

describe('parties', () => {
  it('one row each are put together by the key', () => {
    const table = aTable('Código|Acuerdo|Parte|Rol|Firmado el', 'A1|Marco|OIM|Firmante|24/10/2024', 'A1|Marco|SICA|Testigo|', 'A2|Carta|OIM||');
    const { drafts } = readAgreements(table, recognised('agreements', table));
    expect(drafts.map(({ key, title, lines }) => ({ key, title, lines }))).toEqual([{ key: 'A1', title: 'Marco', lines: [2, 3] }, { key: 'A2', title: 'Carta', lines: [4] }]);
    expect(drafts[0]!.parties.map((party) => [party.organisation, party.role?.value, party.signedOn])).toEqual([
      [{ by: 'name', name: 'OIM', acronym: null }, 'Firmante', '2024-10-24'],
      [{ by: 'name', name: 'SICA', acronym: null }, 'Testigo', null],
    ]);
  });

  it('in one cell are cut, each once', () => {
    const table = aTable('Acuerdo|Partes|Fecha de firma', 'Marco|OIM; Cáritas ;CARITAS|24/10/2024');
    const [draft] = readAgreements(table, recognised('agreements', table)).drafts;
    expect(draft!.parties.map((party) => [referenceKey(party.organisation), party.signedOn])).toEqual([['name:oim', '2024-10-24'], ['name:caritas', '2024-10-24']]);
  });

  it('bring their acronym in brackets', () => {
    expect(organisationRef('name', 'Organización Internacional para las Migraciones (OIM)', undefined))
      .toEqual({ by: 'name', name: 'Organización Internacional para las Migraciones', acronym: 'OIM' });
    expect(organisationRef('name', 'Pemex (Mexico)', undefined)).toEqual({ by: 'name', name: 'Pemex (Mexico)', acronym: null });
  });

  it('by country code lose no leading zero', () => {
    const table = aTable('t|c1|c2', 'Marco|84|340');
    const [draft] = readAgreements(table, map('agreements', { fields: { title: 't' }, organisations: [{ columns: '^c\\d$', as: 'country' }] })).drafts;
    expect(draft!.parties.map(({ organisation }) => organisation)).toEqual(['084', '340'].map((value) => ({ by: 'country', country: { by: 'numeric', value } })));
  });
});

describe('cells', () => {
  const activities = (...lines: string[]) => {
    const table = aTable('Actividad|Estado|Fecha de inicio|Fecha de finalización|PCODE1', ...lines);
    return readActivities(table, recognised('activities', table));
  };
  it('with a value that is not one are reported by line and column', () => {
    expect(activities('Taller|quizás|31/02/2020||GT01').problems).toEqual([
      { line: 2, column: 'Fecha de inicio', severity: 'error', problem: 'not_a_day', value: '31/02/2020' },
      { line: 2, column: 'Estado', severity: 'error', problem: 'not_a_choice', value: 'quizás', values: { choices: 'planned, under_way, done, cancelled' } },
    ]);
  });
  it('with an end before the start keep the start and leave the end empty, with a warning', () => {
    const { drafts, problems } = activities('Taller|En curso|10/05/2020|01/05/2020|31');
    expect(drafts[0]).toMatchObject({ startsOn: '2020-05-10', endsOn: null, areas: [] });
    expect(problems).toMatchObject([
      { column: 'Fecha de finalización', severity: 'warning', problem: 'end_before_start', value: '01/05/2020', values: { start: '2020-05-10' } },
      { column: 'PCODE1', severity: 'warning', problem: 'invalid_pcode', value: '31' },
    ]);
  });
  it('of an activity that is done need its end: without one it could never be counted', () => {
    expect(activities('Taller|Finalizada|10/05/2020||').problems).toMatchObject([{ column: 'Fecha de finalización', severity: 'error', problem: 'required' }]);
  });
  it('beyond the header are told, not lost in silence', () => {
    expect(activities('Taller|||||de más').problems).toMatchObject([{ line: 2, severity: 'warning', problem: 'cells_beyond_header', value: 'de más' }]);
  });
  it('of our own exports lose their protection', () => {
    const table = aTable('Nombre', "'=SUM(A1)", "'+Vida");
    expect(readOrganisations(table, recognised('organisations', table)).drafts.map(({ name }) => name)).toEqual(['=SUM(A1)', '+Vida']);
  });
  it('that contradict an earlier row of the same record are told', () => {
    const table = aTable('Nombre|Tipo|Países', 'Cáritas|ONG|GT', 'CARITAS|Gobierno|HN', 'Caritas|ONG|HN');
    const { drafts, problems } = readOrganisations(table, recognised('organisations', table));
    expect(drafts).toHaveLength(1);
    expect(drafts[0]).toMatchObject({ name: 'Cáritas', lines: [2, 3, 4], countries: [{ ref: { value: 'GT' } }, { ref: { value: 'HN' } }] });
    expect(problems).toMatchObject([
      { line: 3, severity: 'warning', problem: 'differs_from_line', value: 'Gobierno', values: { first: 2 } },
      { line: 4, severity: 'note', problem: 'repeated_row', values: { first: 2 } },
    ]);
  });
});

(SAMPLES ? describe : describe.skip)('real files', () => {
  const sample = async (file: string, mapFile: string, kind: Kind) => {
    const mapping = parseMapping(readFileSync(join(MAPS, mapFile), 'utf8'), kind);
    return { mapping, table: await readTable({ path: join(SAMPLES!, file) }, mapping.table) };
  };
  const errors = (problems: { severity: string }[]) => problems.filter((each) => each.severity === 'error');

  it('the presence table: 1,197 activities, 40 implementers, 27 donors, 49 organisations', async () => {
    const { mapping, table } = await sample('presence-4w-guatemala-hxl.csv', 'activities-presence-4w.json', 'activities');
    const { drafts, problems } = readActivities(table, mapping);
    const named = (role: string | null) => new Set(drafts.flatMap((draft) => draft.participants)
      .filter((each) => role === null || each.role?.value === role).map((each) => referenceKey(each.organisation)));
    expect(drafts).toHaveLength(1197);
    expect([named('implements').size, named('funds').size, named(null).size]).toEqual([40, 27, 49]);
    expect(errors(problems)).toEqual([]);
    const told = (code: string) => problems.filter((each) => each.problem === code);
    expect(told('empty_day')).toHaveLength(2);
    expect(told('invalid_pcode')).toHaveLength(11);
    expect(told('title_made')).toHaveLength(1);
    expect(drafts.filter((draft) => ['117061', '116972'].includes(draft.key)).map(({ endsOn, status }) => ({ endsOn, status })))
      .toEqual([{ endsOn: null, status: 'under_way' }, { endsOn: null, status: 'under_way' }]);
    expect(drafts.map((draft) => draft.startsOn ?? '').filter((day) => day !== '').sort().at(0)).toBe('2019-03-01');
    expect(drafts.map((draft) => draft.endsOn ?? '').sort().at(-1)).toBe('2023-09-30');
  });

  it('the presence table is recognised without a map but for the record that has no title', async () => {
    const table = await readTable({ path: join(SAMPLES!, 'presence-4w-guatemala-hxl.csv') });
    const { drafts, problems } = readActivities(table, recogniseHeaders(table, 'activities'));
    expect(drafts).toHaveLength(1197);
    expect(errors(problems)).toMatchObject([{ problem: 'required', column: 'ACTIVIDAD' }]);
  });

  it('the trade agreements: 842 base treaties with 4,428 parties, Honduras in 24', async () => {
    const { mapping, table } = await sample('agreements-desta-semicolon.csv', 'agreements-desta.json', 'agreements');
    const { drafts, problems, skipped } = readAgreements(table, mapping);
    expect([drafts.length, skipped.length]).toEqual([842, 375]);
    expect(drafts.flatMap((draft) => draft.parties)).toHaveLength(4428);
    const withCountry = (numeric: string) => drafts.filter((draft) => draft.parties.some(({ organisation: of }) => of.by === 'country' && of.country.value === numeric)).length;
    expect(['320', '084', '340', '222', '558', '188', '591', '484', '214'].map(withCountry)).toEqual([26, 14, 24, 26, 22, 28, 27, 43, 10]);
    expect(errors(problems)).toEqual([]);
    expect(drafts[0]).toMatchObject({ key: '1', title: 'Afghanistan India', effectiveFrom: '2003-01-01', parties: [{ signedOn: '2003-01-01' }, {}] });
  });

  it('the Mexican research organisations: 424, 337 with an acronym, names in Spanish and English', async () => {
    const { mapping, table } = await sample('organisations-ror-mexico.csv', 'organisations-ror.json', 'organisations');
    const { drafts, problems } = readOrganisations(table, mapping);
    expect(drafts).toHaveLength(424);
    expect(drafts.filter((draft) => draft.acronym !== null)).toHaveLength(337);
    expect(drafts.flatMap((draft) => draft.relations)).toHaveLength(297);
    expect(errors(problems)).toEqual([]);
    const montemorelos = drafts.find((draft) => draft.key === 'https://ror.org/000vj2f52');
    expect(montemorelos).toMatchObject({ name: 'Universidad de Montemorelos', nameEn: 'University of Montemorelos', acronym: 'UM', seatCountry: { ref: { by: 'alpha2', value: 'MX' } } });
    // Every value of the source is a name of the draft: 1,321 in the JSON, some of them equal but for their language.
    const source = JSON.parse(readFileSync(join(SAMPLES!, 'organisations-ror-mexico.json'), 'utf8')) as { names: { value: string }[] }[];
    const written = drafts.map(({ name, nameEn, acronym, acronymEn, names }) => new Set([name, nameEn, acronym, acronymEn, ...names.map((each) => each.value)].map((each) => each?.toLowerCase())));
    const lost = source.flatMap(({ names }, at) => names.filter(({ value }) => !written[at]!.has(value.normalize('NFC').toLowerCase())).map(({ value }) => value));
    expect(lost).toEqual([]);
  });

  it('the presence workbook of Chad names 132 organisations, all with an acronym', async () => {
    const table = await readTable({ path: join(SAMPLES!, 'xlsx/presence-3w-chad-hxl.xlsx') });
    const { drafts } = readOrganisations(table, recogniseHeaders(table, 'organisations'));
    expect(drafts).toHaveLength(132);
    expect(drafts.filter((draft) => draft.acronym === null)).toEqual([]);
    expect(new Set(drafts.map((draft) => nameKey(draft.name))).size).toBe(132);
  });
});
