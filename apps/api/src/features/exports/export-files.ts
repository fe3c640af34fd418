import writeXlsxFile from 'write-excel-file/node';
import { neutraliseCell } from '@tejido/domain/text.js';
import type { Language } from './export-columns.js';

export type ExportFormat = 'csv' | 'xlsx';

const BOM = '\uFEFF';
// Spreadsheets in Spanish take the comma for decimals and the semicolon between cells.
const DELIMITER: Record<Language, string> = { es: ';', en: ',' };

/** A file of the table that spreadsheets open as it is, and run nothing of: cells that would be formulas are text, and come back equal on import. */
export async function exportFile(format: ExportFormat, headers: readonly string[], rows: readonly (readonly string[])[], language: Language): Promise<Buffer> {
  const safe = rows.map((cells) => cells.map(neutraliseCell));
  return format === 'csv' ? csvFile([headers, ...safe], DELIMITER[language]) : xlsxFile(headers, safe);
}

function csvFile(rows: readonly (readonly string[])[], delimiter: string): Buffer {
  const lines = rows.map((cells) => cells.map((cell) => csvCell(cell, delimiter)).join(delimiter));
  return Buffer.from(`${BOM}${lines.join('\r\n')}\r\n`);
}

function csvCell(text: string, delimiter: string): string {
  return text.includes(delimiter) || /["\r\n,;\t|]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

async function xlsxFile(headers: readonly string[], rows: readonly (readonly string[])[]): Promise<Buffer> {
  const head = headers.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  const body = rows.map((cells) => cells.map((value) => (value === '' ? null : { value, type: String })));
  return writeXlsxFile([head, ...body], { columns: headers.map((header) => ({ width: Math.max(12, Math.min(40, header.length + 4)) })), stickyRowsCount: 1 }).toBuffer();
}
