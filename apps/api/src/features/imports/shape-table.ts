import { unreadable, type RawRow } from './table.js';

export interface ShapedTable {
  headers: string[];
  headerLine: number;
  hxlTags: (string | null)[] | null;
  rows: RawRow[];
}

// The HXL standard looks for the tag row within the first 25 rows.
const HXL_WINDOW = 25;
const HXL_TAG = /^\s*#[a-z][a-z0-9_]*(\s*[+!]\s*[a-z0-9_]+)*\s*$/i;
const HEADER_WINDOW = 15;

/**
 * Tells headers, HXL tags and data apart. The header is the row before the tags; without tags the first row that fills
 * at least half of the table's width with different texts, so that titles above it are passed over; rows that a header
 * cell is merged down to belong to it. `headerLine` decides instead when given. Blank rows are dropped.
 */
export function shapeTable(raw: RawRow[], headerLine?: number): ShapedTable {
  const filled = raw.filter((row) => row.cells.some((cell) => cell.trim() !== ''));
  if (filled.length === 0) throw unreadable('empty');
  const tagsAt = filled.slice(0, HXL_WINDOW).findIndex(isTagRow);
  const first = headerLine === undefined ? guessHeader(filled, tagsAt) : filled.findIndex((row) => row.line >= headerLine);
  if (first === -1) throw unreadable('empty');
  const last = tagsAt > first ? Math.max(first, tagsAt - 1) : lastHeaderRow(filled, first);
  const dataAt = tagsAt >= first ? tagsAt + 1 : last + 1;
  const rows = filled.slice(dataAt);
  const width = Math.max(...filled.slice(first, last + 1).map((row) => row.cells.length), filled[tagsAt]?.cells.length ?? 0);
  return {
    headers: headerTexts(filled.slice(first, last + 1), width, tagsAt === first),
    headerLine: filled[first]!.line,
    hxlTags: tagsAt === -1 ? null : Array.from({ length: width }, (_, at) => normaliseTag(filled[tagsAt]!.cells[at] ?? '')),
    rows: rows.map(({ line, cells }) => ({ line, cells: padded(withoutTail(cells, width), width) })),
  };
}

function isTagRow(row: RawRow): boolean {
  const filled = row.cells.filter((cell) => cell.trim() !== '');
  return filled.filter((cell) => HXL_TAG.test(cell)).length * 2 > filled.length;
}

/** '#org +name ' → '#org+name'; null when the cell holds no tag. */
export function normaliseTag(cell: string): string | null {
  return HXL_TAG.test(cell) ? cell.replace(/\s+/g, '').toLowerCase() : null;
}

function guessHeader(rows: RawRow[], tagsAt: number): number {
  // A file may consist of tags and data alone: then the tags are the header.
  if (tagsAt !== -1) return Math.max(0, tagsAt - 1);
  const sizes = rows.slice(0, HEADER_WINDOW).map(distinctTexts);
  const width = Math.max(...sizes);
  return Math.max(0, sizes.findIndex((size) => size * 2 >= width && (size >= 2 || width === 1)));
}

function distinctTexts(row: RawRow): number {
  return new Set(row.cells.map((cell) => cell.trim()).filter((cell) => cell !== '')).size;
}

function lastHeaderRow(rows: RawRow[], first: number): number {
  const lastLine = rows[first]!.spansTo ?? rows[first]!.line;
  const beyond = rows.findIndex((row) => row.line > lastLine);
  return beyond === -1 ? rows.length - 1 : beyond - 1;
}

// Several header rows make one text per column, each different part once, from top to bottom.
function headerTexts(rows: RawRow[], width: number, tagsOnly: boolean): string[] {
  return Array.from({ length: width }, (_, at) => {
    const parts = rows.map((row) => (row.cells[at] ?? '').replace(/\s+/g, ' ').trim()).filter((part) => part !== '');
    return tagsOnly ? (normaliseTag(parts[0] ?? '') ?? parts[0] ?? '') : [...new Set(parts)].join(' ');
  });
}

function padded(cells: string[], width: number): string[] {
  return cells.length >= width ? cells : [...cells, ...Array<string>(width - cells.length).fill('')];
}

// Spreadsheets write empty cells to the right of the table; what has text there is kept and reported later.
function withoutTail(cells: string[], width: number): string[] {
  let end = cells.length;
  while (end > width && cells[end - 1]!.trim() === '') end -= 1;
  return end === cells.length ? cells : cells.slice(0, end);
}
