import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { DomainError, problem } from '@tejido/domain/error.js';
import { CALENDAR_LIMITS, type CalendarContent, type CalendarLimits } from './calendar-content.js';
import type { ReadingHints } from './calendar-meetings.js';
import type { CalendarAnswer, CalendarTask } from './read-calendar.worker.js';

// Threads load JavaScript only. Jest, which runs the sources, writes them as JavaScript to a folder first.
const WORKER = import.meta.url.endsWith('.ts')
  ? pathToFileURL(`${process.env.TEST_TRANSPILED}/features/calendars/read-calendar.worker.js`)
  : new URL('./read-calendar.worker.js', import.meta.url);

/**
 * The meetings of a foreign calendar (.ics). It is read in a thread of its own with bounded memory and time, for it may be built to
 * exhaust both; nothing that it points to is fetched. @throws TOO_LARGE, UNSUPPORTED_FILE with the reason
 */
export async function readCalendar(bytes: Uint8Array, hints: ReadingHints, given: Partial<CalendarLimits> = {}): Promise<CalendarContent> {
  const limits = { ...CALENDAR_LIMITS, ...given };
  if (bytes.byteLength > limits.bytes) throw tooLarge(bytes.byteLength, limits.bytes);
  const answer = await runWorker({ bytes, limits, hints });
  if ('fault' in answer) throw new DomainError('UNSUPPORTED_FILE', [problem('file', answer.fault.reason === 'too_many' ? 'too_many' : 'file_unreadable', { reason: answer.fault.reason, ...answer.fault.values })]);
  return answer.content;
}

export const tooLarge = (bytes: number, limit: number): DomainError =>
  new DomainError('TOO_LARGE', [problem('file', 'file_too_large', { megabytes: Math.ceil(bytes / 1_048_576), max: `${Math.round(limit / 1_048_576)} MB` })]);

function runWorker(task: CalendarTask): Promise<CalendarAnswer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, {
      workerData: task,
      // Nothing of our environment or arguments concerns a parser.
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: task.limits.heapMegabytes, maxYoungGenerationSizeMb: 32 },
    });
    const tooComplex: CalendarAnswer = { fault: { reason: 'too_complex', values: {} } };
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      settle();
      void worker.terminate();
    };
    const timer = setTimeout(() => finish(() => resolve(tooComplex)), task.limits.milliseconds);
    worker.once('message', (answer: CalendarAnswer) => finish(() => resolve(answer)));
    worker.once('error', (error: NodeJS.ErrnoException) => finish(() => (error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(tooComplex) : reject(error))));
    worker.once('exit', () => finish(() => resolve(tooComplex)));
  });
}
