import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

/** What a thread may cost. `youngMegabytes`: of short-lived values; left out, 32. */
export interface ThreadLimits { milliseconds: number; heapMegabytes: number; youngMegabytes?: number }

/**
 * Where the thread's module lies. Threads load JavaScript only; Jest, which runs the sources, writes them as JavaScript to a folder first.
 * @param beside import.meta.url of the module that starts it, in the same folder. @param path below src, as JavaScript
 */
export const threadModule = (beside: string, path: string): URL =>
  (beside.endsWith('.ts') ? pathToFileURL(`${process.env.TEST_TRANSPILED}/${path}`) : new URL(`./${basename(path)}`, beside));

/**
 * Reads a foreign file in a thread of its own with bounded memory and time, for it may be built to exhaust both.
 * @returns what the thread posts first; `tooComplex` when it runs out of memory or time, or ends without a word. @throws what it throws
 */
export function readInThread<Answer>(module: URL, task: unknown, { milliseconds, heapMegabytes, youngMegabytes = 32 }: ThreadLimits, tooComplex: Answer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    // Nothing of our environment or arguments concerns a parser.
    const worker = new Worker(module, {
      workerData: task, env: {}, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: youngMegabytes },
    });
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      settle();
      void worker.terminate();
    };
    const timer = setTimeout(() => finish(() => resolve(tooComplex)), milliseconds);
    worker.once('message', (answer: Answer) => finish(() => resolve(answer)));
    worker.once('error', (error: NodeJS.ErrnoException) => finish(() => (error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(tooComplex) : reject(error))));
    worker.once('exit', () => finish(() => resolve(tooComplex)));
  });
}
