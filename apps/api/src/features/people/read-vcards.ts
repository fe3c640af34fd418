import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { DomainError, problem } from '@tejido/domain/error.js';
import type { CardsAnswer, CardsContent, CardsTask } from './read-vcards.worker.js';
import type { Language } from './vcard-contact.js';

/** What a file of contacts may cost. Phones embed photos: a few hundred contacts are some megabytes. */
export const CARD_LIMITS = { bytes: 20 * 1_048_576, cards: 500, milliseconds: 10_000, heapMegabytes: 256 };
export type CardLimits = typeof CARD_LIMITS;

// Threads load JavaScript only. Jest, which runs the sources, writes them as JavaScript to a folder first.
const WORKER = import.meta.url.endsWith('.ts')
  ? pathToFileURL(`${process.env.TEST_TRANSPILED}/features/people/read-vcards.worker.js`)
  : new URL('./read-vcards.worker.js', import.meta.url);

/**
 * The contacts of a file of vCards 2.1, 3.0 or 4.0. It is read in a thread of its own with bounded memory and time, for it may be
 * built to exhaust both; nothing that it points to is fetched. @throws TOO_LARGE, UNSUPPORTED_FILE with the reason
 */
export async function readCards(bytes: Uint8Array, language: Language, given: Partial<CardLimits> = {}): Promise<CardsContent> {
  const limits = { ...CARD_LIMITS, ...given };
  if (bytes.byteLength > limits.bytes) {
    throw new DomainError('TOO_LARGE', [problem('file', 'file_too_large', { megabytes: Math.ceil(bytes.byteLength / 1_048_576), limit: Math.round(limits.bytes / 1_048_576) })]);
  }
  const answer = await runWorker({ bytes, most: limits.cards, language }, limits);
  if ('content' in answer) return answer.content;
  const { reason, values } = answer.fault;
  const told = reason === 'too_many' ? problem('file', 'too_many', values) : reason === 'not_a_card' ? problem('file', 'file_type_mismatch', values) : problem('file', 'file_unreadable', { reason, ...values });
  throw new DomainError('UNSUPPORTED_FILE', [told]);
}

function runWorker(task: CardsTask, { milliseconds, heapMegabytes }: CardLimits): Promise<CardsAnswer> {
  return new Promise((resolve, reject) => {
    // Nothing of our environment or arguments concerns a parser.
    const worker = new Worker(WORKER, { workerData: task, env: {}, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: 32 } });
    const tooComplex: CardsAnswer = { fault: { reason: 'too_complex', values: {} } };
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      settle();
      void worker.terminate();
    };
    const timer = setTimeout(() => finish(() => resolve(tooComplex)), milliseconds);
    worker.once('message', (answer: CardsAnswer) => finish(() => resolve(answer)));
    worker.once('error', (error: NodeJS.ErrnoException) => finish(() => (error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(tooComplex) : reject(error))));
    worker.once('exit', () => finish(() => resolve(tooComplex)));
  });
}
