import { CsvError, parse } from 'csv-parse/sync';
import { tableGuard, unreadable, type RawRow, type ReadLimits } from './table.js';

const DELIMITERS = [',', ';', '\t', '|'];
const SAMPLE_ROWS = 200;

export interface CsvRows {
  delimiter: string;
  newline: string;
  rows: RawRow[];
}

/**
 * The records of a CSV text, cells as written. Delimiter: , ; tab or |, found unless given. Newlines: LF, CRLF, bare
 * CR, also mixed. A quote inside a bare cell is text. Throws `file_unreadable` (unclosed_quote with its line, too_complex).
 */
export function csvRows(text: string, limits: ReadLimits, wantedDelimiter?: string): CsvRows {
  const delimiter = wantedDelimiter ?? detectDelimiter(text);
  const guard = tableGuard(limits);
  const begins: number[] = [];
  let line = 1;
  try {
    const records = parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      onRecord: (cells: string[]) => {
        guard(cells);
        begins.push(line);
        line += 1 + cells.reduce((sum, cell) => sum + newlinesIn(cell), 0);
        return cells;
      },
    });
    return { delimiter, newline: detectNewline(text), rows: records.map((cells, at) => ({ line: begins[at]!, cells })) };
  } catch (error) {
    if (error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED') throw unreadable('unclosed_quote', { line });
    if (error instanceof CsvError) throw unreadable('damaged', { line });
    throw error;
  }
}

function newlinesIn(cell: string): number {
  return cell.includes('\n') || cell.includes('\r') ? cell.split(/\r\n|\n|\r/).length - 1 : 0;
}

/** The delimiter that cuts the first records into the most cells, equally many in each. A comma when none does. */
export function detectDelimiter(text: string): string {
  const sample = text.slice(0, 262_144);
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: regularity(cellCounts(sample, delimiter)) }));
  const best = scored.reduce((most, each) => (each.score > most.score ? each : most));
  return best.score > 0 ? best.delimiter : ',';
}

// Share of the records with the most usual number of cells, then that number: text with many commas is not regular.
function regularity(counts: number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  const usual = [...times].filter(([count]) => count > 1).sort((a, b) => b[1] - a[1] || b[0] - a[0])[0];
  if (!usual) return 0;
  const [cells, records] = usual;
  return records / counts.length + Math.min(cells, 500) / 1_000;
}

/** How many cells each of the first records has, delimiters and newlines inside quotes apart. Blank lines do not count. */
function cellCounts(sample: string, delimiter: string): number[] {
  const counts: number[] = [];
  let [cells, quoted, blank, cellStart] = [1, false, true, true];
  for (let at = 0; at < sample.length && counts.length < SAMPLE_ROWS; at++) {
    const character = sample[at]!;
    if (character === '"' && (quoted || cellStart)) quoted = !quoted;
    else if (!quoted && character === delimiter) cells += 1;
    else if (!quoted && (character === '\n' || character === '\r')) {
      if (!blank) counts.push(cells);
      [cells, blank] = [1, true];
    }
    cellStart = quoted ? cellStart : /["\n\r]/.test(character) || character === delimiter;
    if (character !== '\n' && character !== '\r') blank = false;
  }
  if (counts.length === 0 && !blank) counts.push(cells);
  return counts;
}

function detectNewline(text: string): string {
  const sample = text.slice(0, 1_048_576);
  const counts: [string, number][] = [
    ['\r\n', sample.split('\r\n').length - 1],
    ['\n', sample.split(/(?<!\r)\n/).length - 1],
    ['\r', sample.split(/\r(?!\n)/).length - 1],
  ];
  return counts.reduce((most, each) => (each[1] > most[1] ? each : most))[0];
}
