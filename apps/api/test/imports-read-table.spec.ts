import { mkdtempSync, openSync, closeSync, ftruncateSync, rmSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { DomainError } from '@tejido/domain/error.js';
import { readTable, type ReadOptions } from '../src/features/imports/read-table.js';
import type { Table } from '../src/features/imports/table.js';
import { SAMPLES } from './imports-samples.js';

const folder = mkdtempSync(join(tmpdir(), 'tejido-tables-'));
afterAll(() => rmSync(folder, { recursive: true }));

const read = (name: string, content: string | Uint8Array, options: ReadOptions = {}): Promise<Table> =>
  readTable({ bytes: Buffer.from(content as Uint8Array), name }, options);
const readSample = (path: string, options: ReadOptions = {}) => readTable({ path: join(SAMPLES!, path) }, options);
const spectrumAnswer = (name: string) => readFileSync(join(SAMPLES!, 'csv/csv-spectrum', name.replace('.csv', '.json')), 'utf8');
const column = (table: Table, header: string) => table.rows.map((row) => row.cells[table.headers.indexOf(header)]);

/** What the refusal says: its code and the values of its one problem. */
async function refusal(reading: Promise<Table>): Promise<Record<string, unknown>> {
  const error = await reading.then(() => null, (thrown: unknown) => thrown);
  if (!(error instanceof DomainError)) throw new Error(`expected a refusal, got ${String(error)}`);
  return { code: error.code, problem: error.fields[0]!.problem, ...error.fields[0]!.values };
}

/** A workbook with one sheet of the given XML, as small as Excel accepts it. */
function workbook(sheet: string, more: Record<string, string> = {}): Uint8Array {
  const parts = {
    '[Content_Types].xml': '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relations('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
      + 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Datos" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': relations('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${sheet}</worksheet>`,
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}
const relations = (type: string, target: string) =>
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
  + `Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;
const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
const ONE_ROW = `<sheetData><row r="1">${cell('A1', 'Nombre')}</row><row r="2">${cell('A2', 'OIM')}</row></sheetData>`;

describe('a CSV file', () => {
  it('keeps quoted delimiters, doubled quotes and line breaks, and says on which line each row begins', async () => {
    const table = await read('a.csv', 'nombre;nota\n"Foro; Niñez";"dice ""sí""\ny sigue"\nCáritas;ñ\n');
    expect(table.rows).toEqual([
      { line: 2, cells: ['Foro; Niñez', 'dice "sí"\ny sigue'] },
      { line: 4, cells: ['Cáritas', 'ñ'] },
    ]);
    expect(table).toMatchObject({ delimiter: ';', newline: '\n', encoding: 'utf-8', headers: ['nombre', 'nota'] });
  });

  it.each([
    ['utf-8', Buffer.from('país,año\nPanamá,1\n')],
    ['utf-8', Buffer.from('\uFEFFpaís,año\nPanamá,1\n')],
    ['utf-16le', Buffer.from('país,año\nPanamá,1\n', 'utf16le')],
    ['utf-16le', Buffer.from('\uFEFFpaís,año\nPanamá,1\n', 'utf16le')],
    ['utf-16be', Buffer.from('país,año\nPanamá,1\n', 'utf16le').swap16()],
    ['iso-8859-1', Buffer.from('país,año\nPanamá,1\n', 'latin1')],
    ['macintosh', Buffer.from([0x70, 0x61, 0x92, 0x73, 0x2c, 0x61, 0x96, 0x6f, 0x0d, 0x50, 0x61, 0x6e, 0x61, 0x6d, 0x87, 0x2c, 0x31, 0x0d])],
  ])('in %s reads the same', async (encoding, bytes) => {
    const table = await read('países.csv', bytes);
    expect(table).toMatchObject({ encoding, headers: ['país', 'año'], rows: [{ line: 2, cells: ['Panamá', '1'] }] });
  });

  it('reads the quotes and dashes that Windows-1252 has beyond Latin-1', async () => {
    const bytes = Buffer.from([...Buffer.from('nombre,nota\nCentro '), 0x93, ...Buffer.from('Ni'), 0xf1, ...Buffer.from('ez'), 0x94, ...Buffer.from(' '), 0x97, ...Buffer.from(' '), 0x80, ...Buffer.from(',x\n')]);
    const table = await read('a.csv', bytes);
    expect(table.encoding).toBe('windows-1252');
    expect(table.rows[0]!.cells[0]).toBe('Centro “Niñez” — €');
  });

  it.each([',', ';', '\t', '|'])('finds the delimiter %j also beside text full of the others', async (delimiter) => {
    const others = [',', ';', '|'].filter((each) => each !== delimiter).join(' a ');
    const table = await read('a.csv', `uno${delimiter}dos${delimiter}tres\n"x ${others} y"${delimiter}2${delimiter}3\n4${delimiter}5${delimiter}6`);
    expect(table.delimiter).toBe(delimiter);
    expect(table.rows.map((row) => row.cells.length)).toEqual([3, 3]);
  });

  it('passes over a title above the header', async () => {
    const table = await read('a.csv', 'Directorio 2024,,\n,,\nNombre,Sigla,País\nOIM,OIM,CH\n');
    expect(table).toMatchObject({ headers: ['Nombre', 'Sigla', 'País'], headerLine: 3, rows: [{ line: 4 }] });
  });

  it('says on which line a quote was opened that is never closed', async () => {
    expect(await refusal(read('a.csv', 'a,b\n1,2\n3,"4\n5,6\n'))).toMatchObject({ reason: 'unclosed_quote', line: 3 });
  });
});

describe('a file that is not a table', () => {
  it.each([
    ['carta.csv', '%PDF-1.7 …', 'pdf'],
    ['libro.csv', workbook(ONE_ROW), 'zip'],
    ['libro.xlsx', 'nombre,sigla\nOIM,OIM\n', 'text'],
    ['libro.docx', workbook(ONE_ROW), 'zip'],
    ['datos.csv', Buffer.from([1, 0, 2, 0, 0, 0, 3, 4, 5, 6, 7, 8, 0, 0]), 'binary'],
    ['pagina.csv', '<!DOCTYPE html><html></html>', 'markup'],
  ])('%s is refused for its content', async (name, content, found) => {
    expect(await refusal(read(name, content))).toEqual({ code: 'UNSUPPORTED_FILE', problem: 'file_type_mismatch', name, found });
  });

  it.each([['vacío.csv', '', 'empty'], ['blanco.csv', '\n\n , \n', 'empty'], ['roto.xlsx', 'PK\x03\x04 nada', 'damaged']])('%s is refused', async (name, content, reason) => {
    expect(await refusal(read(name, content))).toMatchObject({ code: 'UNSUPPORTED_FILE', problem: 'file_unreadable', reason });
  });

  it('is refused by its size before anything of it is read', async () => {
    const path = join(folder, 'enorme.csv');
    const file = openSync(path, 'w');
    ftruncateSync(file, 200 * 1024 * 1024);
    closeSync(file);
    expect(await refusal(readTable({ path }))).toMatchObject({ code: 'TOO_LARGE', problem: 'file_too_large', megabytes: 200, limit: 50 });
  });

  it('that does not exist is not found', async () => {
    expect(await refusal(readTable({ path: join(folder, 'nada.csv') }))).toMatchObject({ code: 'NOT_FOUND', reason: 'not_found' });
  });
});

describe('a hostile workbook', () => {
  it('whose merged cells would fill the memory is stopped', async () => {
    const bomb = workbook(`${ONE_ROW}<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>`);
    expect(bomb.length).toBeLessThan(2_000);
    expect(await refusal(read('bomba.xlsx', bomb, { limits: { heapMegabytes: 96 } }))).toMatchObject({ reason: 'too_complex' });
  });

  it('that takes too long is stopped', async () => {
    const bomb = workbook(`${ONE_ROW}<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>`);
    expect(await refusal(read('bomba.xlsx', bomb, { limits: { milliseconds: 400 } }))).toMatchObject({ reason: 'too_complex' });
  });

  it('that inflates beyond the limit is refused by its directory', async () => {
    const bomb = workbook(ONE_ROW, { 'xl/media/zeros.bin': '0'.repeat(3_000_000) });
    expect(await refusal(read('bomba.xlsx', bomb, { limits: { inflatedBytes: 1_000_000 } }))).toMatchObject({ reason: 'too_complex' });
  });

  it('whose directory lies about the size is refused', async () => {
    const bytes = Buffer.from(workbook(ONE_ROW, { 'xl/media/zeros.bin': '0'.repeat(3_000_000) }));
    const entry = bytes.lastIndexOf('xl/media/zeros.bin') - 46;
    bytes.writeUInt32LE(10, entry + 24);
    expect(await refusal(read('bomba.xlsx', bytes))).toMatchObject({ reason: 'too_complex' });
  });

  it('with a document type is refused', async () => {
    const bytes = workbook(ONE_ROW, { 'xl/sharedStrings.xml': '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><sst/>' });
    expect(await refusal(read('dtd.xlsx', bytes))).toMatchObject({ reason: 'damaged' });
  });

  it('is told from a small honest one', async () => {
    expect(await read('libro.xlsx', workbook(ONE_ROW))).toMatchObject({ sheet: 'Datos', headers: ['Nombre'], rows: [{ line: 2, cells: ['OIM'] }] });
  });
});

(SAMPLES ? describe : describe.skip)('real files', () => {
  const spectrum = SAMPLES ? readdirSync(join(SAMPLES, 'csv/csv-spectrum')).filter((name) => name.endsWith('.csv')) : ['none'];
  it.each(spectrum)('csv-spectrum %s equals its JSON', async (name) => {
    const table = await readSample(`csv/csv-spectrum/${name}`);
    const records = table.rows.map((row) => Object.fromEntries(table.headers.map((header, at) => [header, row.cells[at]])));
    // The copies named _crlf came with LF only; the next test puts CRLF back.
    expect(records).toEqual(JSON.parse(spectrumAnswer(name).replaceAll('\\r\\n', '\\n')));
  });

  it('csv-spectrum newlines_crlf.csv with its CRLF equals its JSON', async () => {
    const text = readFileSync(join(SAMPLES!, 'csv/csv-spectrum/newlines_crlf.csv'), 'utf8').replace(/\r?\n/g, '\r\n');
    const table = await read('newlines_crlf.csv', text);
    expect(table.newline).toBe('\r\n');
    expect(table.rows.map((row) => row.cells)).toEqual(JSON.parse(spectrumAnswer('newlines_crlf.csv')).map(Object.values));
  });

  it('the FAO members are 249 countries in Mac Roman', async () => {
    const table = await readSample('csv/fao-members-macroman.csv');
    expect(table.encoding).toBe('macintosh');
    expect(table.rows).toHaveLength(249);
    expect(column(table, 'LISTNAME_EN')).toContain("Côte d'Ivoire");
  });

  it('the same HXL table is read alike from Latin-1 and UTF-8, its second header row as the header', async () => {
    const latin = await readSample('csv/hxl-spanish-latin1.csv');
    const utf8 = await readSample('csv/hxl-spanish-utf8.csv');
    expect([latin.encoding, utf8.encoding]).toEqual(['iso-8859-1', 'utf-8']);
    expect({ ...latin, encoding: null }).toEqual({ ...utf8, encoding: null });
    expect(utf8.headers[1]).toBe('Sector/Cluster');
    expect(utf8.hxlTags?.slice(0, 4)).toEqual([null, '#sector+es', '#subsector+es', '#org+es']);
    expect(utf8.rows.map((row) => row.line)).toEqual([4, 5, 6, 7]);
  });

  it.each([
    ['csv/latin1.csv', 'iso-8859-1', ['4', '5', '©']],
    ['csv/utf16-little.csv', 'utf-16le', ['4', '5', 'ʤ']],
    ['csv/utf8-bom.csv', 'utf-8', ['4', '5', 'ʤ']],
    ['csv/mac-newlines.csv', 'utf-8', ['Once upon\ra time', '5', '6']],
  ])('%s is %s', async (path, encoding, last) => {
    const table = await readSample(path);
    expect(table.encoding).toBe(encoding);
    expect(table.rows.at(-1)!.cells).toEqual(last);
  });

  it('the presence table of Guatemala has 1,197 records in 49 columns, its tags told from its data', async () => {
    const table = await readSample('presence-4w-guatemala-hxl.csv');
    expect(table.rows).toHaveLength(1197);
    expect(table.headers).toHaveLength(49);
    expect(table.hxlTags?.[table.headers.indexOf('ORGANIZACIÓN IMPLEMENTADORA')]).toBe('#org+name');
    expect(table.headers).toContain('ACTIVITY UNIT"|trans}}');
    expect(table.rows.at(-1)!.line).toBe(1238);
  });

  it('the Uruguayan programmes keep doubled quotes and accents, the health actors their commas within quotes', async () => {
    const programmes = await readSample('csv/uruguay-budget-programmes-utf8.csv');
    expect(programmes.rows).toHaveLength(5);
    expect(column(programmes, 'NOMBREAP')[0]).toBe('EDUCACIÓN');
    expect(programmes.rows.some(({ cells }) => cells.some((cell) => cell.includes('"se concebirá como enseñanza terciaria')))).toBe(true);
    const actors = await readSample('organisations-global-health-actors.csv');
    expect(actors.rows).toHaveLength(203);
    expect(column(actors, 'Headquarters Location')[0]).toBe('Cambridge, MA');
  });

  it('the trade agreements are 1,217 rows of 194 columns', async () => {
    const table = await readSample('agreements-desta-semicolon.csv');
    expect(table).toMatchObject({ delimiter: ';' });
    expect(table.rows).toHaveLength(1217);
    expect(table.headers).toHaveLength(194);
  });

  it('the presence workbook of Chad has 705 rows', async () => {
    const table = await readSample('xlsx/presence-3w-chad-hxl.xlsx');
    expect(table.rows).toHaveLength(705);
    expect(table.hxlTags).toContain('#org+acronym');
  });

  it('workbooks with titles, merged and stacked headers find their header row', async () => {
    expect(await readSample('xlsx/blank-rows-first.xlsx')).toMatchObject({ headers: ['A', 'B'], rows: [{ line: 3, cells: ['8', '9'] }, { cells: ['', 'TOTAL'] }] });
    expect((await readSample('xlsx/merged-header-cells.xlsx')).headers.slice(0, 3)).toEqual(['Registro', 'Sector/Cluster', 'Subsector']);
    const stacked = await readSample('xlsx/multiline-headers.xlsx');
    expect(stacked.headers).toEqual(['Region', 'Caloric contribution (%)',
      'Cumulative impact of changes on cost of food basket from previous quarter',
      'Cumulative impact of changes on cost of food basket from baseline (%)']);
    expect(stacked.rows).toEqual([{ line: 6, cells: ['A', 'B', 'C', 'D'] }]);
  });

  it('a workbook with several sheets gives the first or the one that is named', async () => {
    expect(await readSample('xlsx/two-sheets.xlsx')).toMatchObject({ sheet: 'Sheet1', rows: [{ cells: ['1', 'london'] }] });
    expect(await readSample('xlsx/two-sheets.xlsx', { sheet: 'sheet2' })).toMatchObject({ sheet: 'Sheet2', rows: [{ cells: ['2', 'paris'] }] });
    expect(await refusal(readSample('xlsx/two-sheets.xlsx', { sheet: 'Acuerdos' }))).toMatchObject({ reason: 'no_sheet', sheet: 'Acuerdos' });
  });

  it('numbers come as written and dates as ISO days', async () => {
    const table = await readSample('xlsx/number-and-date-formats.xlsx');
    expect(table.rows[0]!.cells).toEqual(['', ...Array(5).fill('1000.5577'), ...Array(5).fill('2040-05-20'), '259.153']);
  });
});
