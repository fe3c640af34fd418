import { parentPort, workerData } from 'node:worker_threads';
import { readInThread, type ThreadLimits } from '../files/read-in-thread.js';

/** What a document may cost: an annual report with 400 instruments took 2 s and 200 MB. */
const LIMITS: ThreadLimits = { milliseconds: 120_000, heapMegabytes: 768, youngMegabytes: 64 };

// One after the other: a small server has two cores, and those who read and write go first.
let last: Promise<unknown> = Promise.resolve();

/**
 * A document drawn in a thread of its own, so that nobody waits meanwhile; one at a time.
 * @param module of `threadModule(import.meta.url, …)`, which ends with `drawsFor(draw)`. @param task plain JSON
 * @throws what drawing throws, and when it exceeds what a document may cost
 */
export async function drawInThread(module: URL, task: unknown): Promise<Buffer> {
  const mine = last.then(() => readInThread<Uint8Array | null>(module, task, LIMITS, null));
  last = mine.catch(() => undefined);
  const bytes = await mine;
  if (!bytes) throw new Error(`A document took more than ${LIMITS.milliseconds / 1000} s or ${LIMITS.heapMegabytes} MB to draw`);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The other side, at the end of a `….worker.ts`: draws what the thread was given. Does nothing outside a thread. */
export function drawsFor<Task>(draw: (task: Task) => Promise<Uint8Array>): void {
  // A rejection ends the thread, and reaches whoever asked.
  if (parentPort) void draw(workerData as Task).then((bytes) => parentPort!.postMessage(bytes));
}
