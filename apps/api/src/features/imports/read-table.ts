import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { DomainError, problem } from '@tejido/domain/error.js';
import { readInThread, threadModule } from '../../platform/files/read-in-thread.js';
import type { WorkerAnswer, WorkerTask } from './read-table.worker.js';
import { READ_LIMITS, type Fault, type ReadHints, type ReadLimits, type Table } from './table.js';

export type TableSource = { path: string } | { bytes: Uint8Array; name: string };

export interface ReadOptions extends ReadHints {
  limits?: Partial<ReadLimits>;
}

const WORKER = threadModule(import.meta.url, 'features/imports/read-table.worker.js');

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
  const task: WorkerTask = { source, hints, limits };
  const answer = await readInThread<WorkerAnswer>(WORKER, task, { ...limits, youngMegabytes: 64 }, { fault: { problem: 'file_unreadable', values: { reason: 'too_complex' } } });
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

function refusal({ problem: code, values }: Fault): DomainError {
  const fields = [problem('file', code, values)];
  if (code === 'file_too_large') return new DomainError('TOO_LARGE', fields);
  return new DomainError(values.reason === 'not_found' ? 'NOT_FOUND' : 'UNSUPPORTED_FILE', fields);
}

const megabytes = (bytes: number): number => Math.round(bytes / (1024 * 1024));
