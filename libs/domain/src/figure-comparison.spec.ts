import { describe, expect, it } from '@jest/globals';
import { compareFigures } from './figure-comparison.js';
import type { FrozenCount } from './snapshot-difference.js';

const count = (ids: Record<string, string[]>, excluded: [string, string][] = []): FrozenCount => ({
  value: Object.keys(ids).length, counted: Object.entries(ids).map(([id, through]) => ({ id, through })), excluded: excluded.map(([id, reason]) => ({ id, reason })),
});
const never = () => null;

describe('two figures beside each other', () => {
  it('tell what came and when, what went and why, and what stayed', () => {
    const before = count({ iom: ['a1'], ngo: ['a2'] });
    const after = count({ iom: ['a1'], unodc: ['a3'] }, [['a2', 'status_expired']]);
    const turns = { came: new Map([['unodc', { because: 'first_ever', on: '2025-03-01' }]]), went: new Map([['ngo', { on: '2025-02-01' }]]) };
    expect(compareFigures(before, after, never, null, turns)).toEqual({
      change: 0, kept: 1, gained: [{ id: 'unodc', because: 'first_ever', on: '2025-03-01' }], lost: [{ id: 'ngo', because: 'status_expired', on: '2025-02-01' }],
    });
  });

  it('tell what was recorded late where the same day was known less of', () => {
    const { gained } = compareFigures(count({ iom: ['a1'] }, [['a3', 'recorded_later']]), count({ iom: ['a1'], unodc: ['a3'] }), () => '2025-03-10', '2025-01-15');
    expect(gained).toEqual([{ id: 'unodc', because: 'recorded_late', on: null }]);
  });

  it('are equal when nothing changed', () => {
    expect(compareFigures(count({ iom: ['a1'] }), count({ iom: ['a2'] }), never, null)).toEqual({ change: 0, kept: 1, gained: [], lost: [] });
  });
});
