import { describe, expect, it } from '@jest/globals';
import { differenceSince, type FrozenCount } from './snapshot-difference.js';

const count = (ids: Record<string, string[]>, excluded: [string, string][] = []): FrozenCount => ({
  value: Object.keys(ids).length, counted: Object.entries(ids).map(([id, through]) => ({ id, through })), excluded: excluded.map(([id, reason]) => ({ id, reason })),
});
const KNOWN = '2025-01-15';
const entered: Record<string, string> = { a1: '2024-01-01', a2: '2025-03-10', a3: '2024-06-01', a4: KNOWN };
const difference = (before: FrozenCount, now: FrozenCount) => differenceSince(before, KNOWN, now, (id) => entered[id] ?? null);

describe('a snapshot counted again', () => {
  it('tells what was recorded late', () => {
    const { published, now, added, removed } = difference(count({ iom: ['a1'] }), count({ iom: ['a1'], unodc: ['a2'] }));
    expect([published, now]).toEqual([1, 2]);
    expect(added).toEqual([{ id: 'unodc', because: 'recorded_late' }]);
    expect(removed).toEqual([]);
  });

  it('tells what was verified late, and what was only corrected, from what was entered late', () => {
    const before = count({}, [['a1', 'to_verify'], ['a3', 'status_awaiting_signatures']]);
    const { added } = difference(before, count({ iom: ['a1'], unodc: ['a3'], late: ['a4'] }));
    expect(added.map(({ because }) => because)).toEqual(['verified_late', 'corrected', 'recorded_late']);
  });

  it('tells why one does not count any more', () => {
    const { removed } = difference(count({ iom: ['a1'], unodc: ['a3'] }), count({}, [['a1', 'status_terminated']]));
    expect(removed).toEqual([{ id: 'iom', because: 'status_terminated' }, { id: 'unodc', because: 'corrected' }]);
  });

  it('is silent about what only changed its agreement', () => {
    expect(difference(count({ iom: ['a1'] }), count({ iom: ['a2'] }))).toMatchObject({ added: [], removed: [] });
  });
});
