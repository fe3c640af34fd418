import { DomainError, problem } from '@tejido/domain/error.js';
import { readInThread, threadModule } from '../../platform/files/read-in-thread.js';
import type { CardsAnswer, CardsContent, CardsTask } from './read-vcards.worker.js';
import type { Language } from './vcard-contact.js';

/** What a file of contacts may cost. Phones embed photos: a few hundred contacts are some megabytes. */
export const CARD_LIMITS = { bytes: 20 * 1_048_576, cards: 500, milliseconds: 10_000, heapMegabytes: 256 };
export type CardLimits = typeof CARD_LIMITS;

const WORKER = threadModule(import.meta.url, 'features/people/read-vcards.worker.js');

/**
 * The contacts of a file of vCards 2.1, 3.0 or 4.0. It is read in a thread of its own with bounded memory and time, for it may be
 * built to exhaust both; nothing that it points to is fetched. @throws TOO_LARGE, UNSUPPORTED_FILE with the reason
 */
export async function readCards(bytes: Uint8Array, language: Language, given: Partial<CardLimits> = {}): Promise<CardsContent> {
  const limits = { ...CARD_LIMITS, ...given };
  if (bytes.byteLength > limits.bytes) {
    throw new DomainError('TOO_LARGE', [problem('file', 'file_too_large', { megabytes: Math.ceil(bytes.byteLength / 1_048_576), limit: Math.round(limits.bytes / 1_048_576) })]);
  }
  const task: CardsTask = { bytes, most: limits.cards, language };
  const answer = await readInThread<CardsAnswer>(WORKER, task, limits, { fault: { reason: 'too_complex', values: {} } });
  if ('content' in answer) return answer.content;
  const { reason, values } = answer.fault;
  const told = reason === 'too_many' ? problem('file', 'too_many', values) : reason === 'not_a_card' ? problem('file', 'file_type_mismatch', values) : problem('file', 'file_unreadable', { reason, ...values });
  throw new DomainError('UNSUPPORTED_FILE', [told]);
}
