import { describe, expect, it } from '@jest/globals';
import { cardsWith, countWith, dropOn } from './moves.js';

const [a, b, c] = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
const moves = new Map([['c', { card: c, to: 'contacted', at: 1 }]]);

describe('cards on their way', () => {
  it('stand where they were dropped, and no longer where they were', () => {
    expect(cardsWith('contacted', [a, b], moves)).toEqual([a, c, b]);
    expect(cardsWith('identified', [c, a], moves)).toEqual([a]);
    expect(cardsWith('negotiating', [a], moves)).toEqual([a]);
  });

  it('stand once when the column has been read again already', () => {
    expect(cardsWith('contacted', [c, a, b], moves)).toEqual([a, c, b]);
  });

  it('are counted where they stand, whatever part of the column was read', () => {
    expect(countWith('contacted', [a, b], 40, moves)).toBe(41);
    expect(countWith('identified', [c, a], 2, moves)).toBe(1);
    expect(countWith('contacted', [c, a, b], 41, moves)).toBe(41);
  });
});

describe('a drop', () => {
  it.each([
    [null, { kind: 'none' }], ['contacted', { kind: 'none' }], ['text_agreed', { kind: 'moved', stage: 'text_agreed' }],
    ['in_force', { kind: 'refused', column: 'in_force' }], ['awaiting_signatures', { kind: 'refused', column: 'awaiting_signatures' }],
  ])('from contacted on %s is %j', (to, expected) => expect(dropOn('contacted', to)).toEqual(expected));
});
