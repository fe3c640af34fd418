import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { DomainError, problem } from '@tejido/domain/error.js';
import type { WorkerAnswer, WorkerTask } from './read-table.worker.js';
import { READ_LIMITS, type Fault, type ReadHints, type ReadLimits, type Table } from './table.js';

export type TableSource = { path: string } | { bytes: Uint8Array; name: string };

export interface ReadOptions extends ReadHints {
  limits?: Partial<ReadLimits>;
}

// Threads load JavaScript only. Jest, which runs the sources, writes them as JavaScript to a folder first.
const WORKER = import.meta.url.endsWith('.ts')
  ? pathToFileURL(`${process.env.TEST_TRANSPILED}/features/imports/read-table.worker.js`)
  : new URL('./read-table.worker.js', import.meta.url);

/**
 * A CSV or XLSX file as a table of texts. It is read in a thread of its own with bounded memory and time, because
 * foreign files may be built to exhaust both; the size is checked before anything is read.
 * Throws DomainError: TOO_LARGE (file_too_large), NOT_FOUND, or UNSUPPORTED_FILE (file_type_mismatch, file_unreadable with a reason).
 */
export async function readTable(source: TableSource, options: ReadOptions = {}): Promise<Table> {
  const { limits: given, ...hints } = options;
  const limits = { ...READ_LIMITS, ...given };
  const { name, bytes } = await sizeOf(source);
  if (bytes > limits.bytes) {
    throw refusal({ problem: 'file_too_large', values: { name, megabytes: megabytes(bytes), limit: megabytes(limits.bytes) } });
  }
  const answer = await runWorker({ source, hints, limits });
  if ('fault' in answer) throw refusal({ ...answer.fault, values: { name, ...answer.fault.values } });
  return answer.table;
}

async function sizeOf(source: TableSource): Promise<{ name: string; bytes: number }> {
  if ('bytes' in source) return { name: source.name, bytes: source.bytes.byteLength };
  const name = basename(source.path);
  const found = await stat(source.path).catch(() => null);
  if (!found?.isFile()) throw refusal({ problem: 'file_unreadable', values: { name, reason: 'not_found' } });
  return { name, bytes: found.size };
}

function runWorker(task: WorkerTask): Promise<WorkerAnswer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, {
      workerData: task,
      // Nothing of our environment or arguments concerns a parser.
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: task.limits.heapMegabytes, maxYoungGenerationSizeMb: 64 },
    });
    const tooComplex: WorkerAnswer = { fault: { problem: 'file_unreadable', values: { reason: 'too_complex' } } };
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      settle();
      void worker.terminate();
    };
    const timer = setTimeout(() => finish(() => resolve(tooComplex)), task.limits.milliseconds);
    worker.once('message', (answer: WorkerAnswer) => finish(() => resolve(answer)));
    worker.once('error', (error: NodeJS.ErrnoException) => {
      finish(() => (error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(tooComplex) : reject(error)));
    });
    worker.once('exit', () => finish(() => resolve(tooComplex)));
  });
}

function refusal({ problem: code, values }: Fault): DomainError {
  const fields = [problem('file', code, values)];
  if (code === 'file_too_large') return new DomainError('TOO_LARGE', fields);
  return new DomainError(values.reason === 'not_found' ? 'NOT_FOUND' : 'UNSUPPORTED_FILE', fields);
}

const megabytes = (bytes: number): number => Math.round(bytes / (1024 * 1024));
