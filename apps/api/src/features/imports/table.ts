/** One row as it stands in the file. `line` is the line (CSV) or row (XLSX) where it begins, counted from 1 as editors show it. */
export interface TableRow {
  line: number;
  cells: string[];
}

/** A foreign table after reading: text only, nothing interpreted yet. */
export interface Table {
  format: 'csv' | 'xlsx';
  /** 'utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-1' or 'macintosh'; null for XLSX. */
  encoding: string | null;
  delimiter: string | null;
  newline: string | null;
  sheet: string | null;
  headers: string[];
  headerLine: number;
  /** HXL hashtags without blanks and in lower case ('#org+name'), one for each header; null when the file has none. */
  hxlTags: (string | null)[] | null;
  rows: TableRow[];
}

/** A row before header and data are told apart. `spansTo`: last row that a cell of this row is merged down to. */
export interface RawRow extends TableRow {
  spansTo?: number;
}

/** Why a file cannot be read: the problem code of the domain and what fills its text. */
export interface Fault {
  problem: 'file_too_large' | 'file_type_mismatch' | 'file_unreadable';
  values: Record<string, string | number>;
}

/** Thrown where the file is read; crosses from the worker as its `fault` and becomes a DomainError there. */
export class UnreadableFile extends Error {
  constructor(readonly fault: Fault) {
    super(`${fault.problem} ${JSON.stringify(fault.values)}`);
    this.name = 'UnreadableFile';
  }
}

export type UnreadableReason =
  | 'damaged' | 'empty' | 'encrypted' | 'no_sheet' | 'not_found' | 'old_excel' | 'too_complex' | 'unclosed_quote' | 'unknown_encoding';

export function unreadable(reason: UnreadableReason, values: Record<string, string | number> = {}): UnreadableFile {
  return new UnreadableFile({ problem: 'file_unreadable', values: { reason, ...values } });
}

/** What one read may cost. Bytes, counts, MB of heap and milliseconds. */
export interface ReadLimits {
  bytes: number;
  inflatedBytes: number;
  rows: number;
  columns: number;
  cells: number;
  heapMegabytes: number;
  milliseconds: number;
}

export const READ_LIMITS: ReadLimits = {
  bytes: 50 * 1024 * 1024,
  inflatedBytes: 200 * 1024 * 1024,
  rows: 200_000,
  columns: 2_000,
  cells: 4_000_000,
  heapMegabytes: 768,
  milliseconds: 60_000,
};

/** Hints for files whose shape cannot be guessed; everything is detected when left out. */
export interface ReadHints {
  encoding?: string;
  delimiter?: string;
  sheet?: string;
  /** The line of the (last) header row, for files with several. */
  headerLine?: number;
}

/** Refuses a table that outgrows the limits while it is being read. */
export function tableGuard(limits: ReadLimits): (cells: readonly string[]) => void {
  let rows = 0;
  let seen = 0;
  return (cells) => {
    rows += 1;
    seen += cells.length;
    if (rows > limits.rows || seen > limits.cells || cells.length > limits.columns) throw unreadable('too_complex');
  };
}
