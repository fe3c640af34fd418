import { describe, expect, it } from '@jest/globals';
import { agendaTimes, reordered } from './agenda.js';

const boxes = (...minutes: (number | null)[]) => minutes.map((each) => ({ minutes: each }));

describe('an agenda', () => {
  it('tells when each point begins and how much time is left', () => {
    expect(agendaTimes(boxes(10, 45, 20), 90)).toEqual({ begins: [0, 10, 55], total: 75, open: 0, left: 15 });
    expect(agendaTimes(boxes(60, 45), 90).left).toBe(-15);
  });

  it('does not pretend to know when a point begins after one without a time box', () => {
    expect(agendaTimes(boxes(10, null, 20), null)).toEqual({ begins: [0, 10, null], total: 30, open: 1, left: null });
    expect(agendaTimes([], 60)).toEqual({ begins: [], total: 0, open: 0, left: 60 });
  });

  it('moves a point to another place, and no further than its ends', () => {
    expect(reordered(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(reordered(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    expect(reordered(['a', 'b', 'c'], 2, 9)).toEqual(['a', 'b', 'c']);
    expect(reordered(['a'], 5, 0)).toEqual(['a']);
  });
});
