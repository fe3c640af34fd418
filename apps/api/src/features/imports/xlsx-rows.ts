import ExcelJS from 'exceljs';
import { tableGuard, unreadable, type RawRow, type ReadLimits } from './table.js';
import { inspectZip } from './zip-directory.js';

export interface XlsxRows {
  sheet: string;
  rows: RawRow[];
}

// Parts that no table needs and that make exceljs expand whole columns.
const IGNORED = ['dataValidations', 'conditionalFormatting', 'picture', 'drawing', 'extLst', 'tableParts', 'rowBreaks', 'hyperlinks'];

/**
 * The rows of one sheet of an XLSX file as text: dates as ISO days, numbers without formatting, formulas as their
 * result, merged cells with the value in each. The first visible sheet with content is read unless one is named.
 * Runs only inside the worker: exceljs is synchronous and hostile files exhaust its memory.
 */
export async function xlsxRows(bytes: Uint8Array, limits: ReadLimits, wantedSheet?: string): Promise<XlsxRows> {
  inspectZip(bytes, limits.inflatedBytes);
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0], { ignoreNodes: IGNORED });
  } catch {
    throw unreadable('damaged');
  }
  const sheet = chooseSheet(workbook, wantedSheet);
  const guard = tableGuard(limits);
  const spans = mergedDown(sheet);
  const rows: RawRow[] = [];
  sheet.eachRow({ includeEmpty: false }, (row, line) => {
    const cells = rowCells(row);
    guard(cells);
    rows.push({ line, cells, spansTo: spans.get(line) ?? line });
  });
  return { sheet: sheet.name, rows };
}

function chooseSheet(workbook: ExcelJS.Workbook, wanted?: string): ExcelJS.Worksheet {
  if (wanted !== undefined) {
    const named = workbook.worksheets.find((sheet) => sheet.name.trim().toLowerCase() === wanted.trim().toLowerCase());
    if (!named) throw unreadable('no_sheet', { sheet: wanted });
    return named;
  }
  const filled = workbook.worksheets.filter((sheet) => sheet.actualRowCount > 0);
  const chosen = filled.find((sheet) => sheet.state === 'visible') ?? filled[0];
  if (!chosen) throw unreadable('empty');
  return chosen;
}

function rowCells(row: ExcelJS.Row): string[] {
  const cells: string[] = [];
  for (let column = 1; column <= row.cellCount; column++) cells.push(cellText(row.getCell(column).value));
  return cells;
}

// A cell merged downwards in a header makes the rows below it header as well. First row of a merge → its last row.
function mergedDown(sheet: ExcelJS.Worksheet): Map<number, number> {
  const { merges = [] } = sheet.model as { merges?: string[] };
  const spans = new Map<number, number>();
  for (const range of merges) {
    const [, top, bottom] = /(\d+):[A-Z]+(\d+)/.exec(range)?.map(Number) ?? [];
    if (top && bottom && bottom > (spans.get(top) ?? top)) spans.set(top, bottom);
  }
  return spans;
}

/** A cell's value as text. Error values ('#N/A') count as empty. */
export function cellText(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dayText(value);
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'object') {
    if ('richText' in value) return value.richText.map((part) => part.text).join('');
    if ('hyperlink' in value) return cellText(value.text as ExcelJS.CellValue);
    if ('result' in value) return cellText(value.result as ExcelJS.CellValue);
    return '';
  }
  return String(value);
}

function dayText(value: Date): string {
  if (Number.isNaN(value.getTime())) return '';
  const text = value.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19);
}

// Excel shows 15 significant digits and stores the binary neighbour (1000.5576999999999).
function numberText(value: number): string {
  return String(Number(value.toPrecision(15)));
}
