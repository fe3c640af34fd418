import { parentPort, workerData } from 'node:worker_threads';
import { cardsOf, UnreadableCards } from './vcard-lines.js';
import { personOf, type CardOfNobody, type CardPerson, type Language } from './vcard-contact.js';

/** What the worker is given and what it answers. */
export interface CardsTask { bytes: Uint8Array; most: number; language: Language }
export interface CardsContent { people: CardPerson[]; nobody: CardOfNobody[] }
export type CardsAnswer = { content: CardsContent } | { fault: { reason: string; values: Record<string, string | number> } };

function answer({ bytes, most, language }: CardsTask): CardsAnswer {
  try {
    const read = cardsOf(bytes, most).map((card) => personOf(card, language));
    return { content: { people: read.filter((each) => 'contactPoints' in each), nobody: read.filter((each): each is CardOfNobody => 'reason' in each) } };
  } catch (error) {
    if (error instanceof UnreadableCards) return { fault: { reason: error.reason, values: error.values } };
    throw error;
  }
}

parentPort?.postMessage(answer(workerData as CardsTask));
