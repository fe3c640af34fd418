import { isStage } from '@tejido/domain/agreement-phase.js';

/** A card on its way to another column, until the server's answer has been read. */
export interface Move<Card> { card: Card; to: string; at: number }
export type Moves<Card> = ReadonlyMap<string, Move<Card>>;

/** The cards of a column as they will be: without those that leave, and with those that come where they were dropped. */
export function cardsWith<Card extends { id: string }>(column: string, cards: readonly Card[], moves: Moves<Card>): Card[] {
  const staying = cards.filter(({ id }) => !moves.has(id));
  const coming = [...moves.values()].filter(({ to }) => to === column).sort((a, b) => a.at - b.at);
  return coming.reduce((shown, { card, at }) => shown.toSpliced(Math.min(at, shown.length), 0, card), staying);
}

/** How many the column holds, the cards on their way included. `cards` are those read so far of `total`. */
export function countWith<Card extends { id: string }>(column: string, cards: readonly Card[], total: number, moves: Moves<Card>): number {
  return total - cards.length + cardsWith(column, cards, moves).length;
}

export type Drop = { kind: 'none' } | { kind: 'refused'; column: string } | { kind: 'moved'; stage: string };

/** What a drop means: a stage is set; what signatures and dates decide is not. */
export function dropOn(from: string, to: string | null): Drop {
  if (to === null || to === from) return { kind: 'none' };
  return isStage(to) ? { kind: 'moved', stage: to } : { kind: 'refused', column: to };
}
