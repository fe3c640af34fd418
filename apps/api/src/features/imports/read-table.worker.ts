import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { csvRows } from './csv-rows.js';
import { decode } from './encoding.js';
import { shapeTable } from './shape-table.js';
import { sniff } from './sniff.js';
import { UnreadableFile, type Fault, type ReadHints, type ReadLimits, type Table } from './table.js';

/** What the worker is given and what it answers. */
export interface WorkerTask {
  source: { path: string } | { bytes: Uint8Array; name: string };
  hints: ReadHints;
  limits: ReadLimits;
}
export type WorkerAnswer = { table: Table } | { fault: Fault };

async function read({ source, hints, limits }: WorkerTask): Promise<Table> {
  const bytes = 'path' in source ? readFileSync(source.path) : source.bytes;
  const name = 'path' in source ? basename(source.path) : source.name;
  if (bytes.length > limits.bytes) throw new UnreadableFile({ problem: 'file_too_large', values: { name } });
  return sniff(name, bytes) === 'xlsx' ? readXlsx(bytes, hints, limits) : readCsv(bytes, hints, limits);
}

function readCsv(bytes: Uint8Array, hints: ReadHints, limits: ReadLimits): Table {
  const { encoding, text } = decode(bytes, hints.encoding);
  const { delimiter, newline, rows } = csvRows(text, limits, hints.delimiter);
  return { format: 'csv', encoding, delimiter, newline, sheet: null, ...shapeTable(rows, hints.headerLine) };
}

async function readXlsx(bytes: Uint8Array, hints: ReadHints, limits: ReadLimits): Promise<Table> {
  // Loaded here only: a CSV need not wait for exceljs.
  const { xlsxRows } = await import('./xlsx-rows.js');
  const { sheet, rows } = await xlsxRows(bytes, limits, hints.sheet);
  return { format: 'xlsx', encoding: null, delimiter: null, newline: null, sheet, ...shapeTable(rows, hints.headerLine) };
}

async function answer(task: WorkerTask): Promise<WorkerAnswer> {
  try {
    return { table: await read(task) };
  } catch (error) {
    if (error instanceof UnreadableFile) return { fault: error.fault };
    throw error;
  }
}

parentPort?.postMessage(await answer(workerData as WorkerTask));
