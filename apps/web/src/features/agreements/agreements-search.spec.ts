import { describe, expect, it } from '@jest/globals';
import { agreementsSearchOf, filterOf } from './agreements-search.js';

describe('the address of the agreements', () => {
  it('keeps what it knows and leaves out the rest', () => {
    expect(agreementsSearchOf({ view: 'board', text: 'oim', status: 'in_force', within: 30, month: '2026-12', sort: 'STARTING', other: 1 }))
      .toMatchObject({ view: 'board', text: 'oim', status: ['in_force'], within: 30, month: '2026-12', sort: 'STARTING' });
    const nothing = agreementsSearchOf({ view: 'matrix', within: 45, month: '2026-13', sort: 'x', trash: 'yes', status: 5 });
    expect(Object.values(nothing).filter((each) => each !== undefined)).toEqual([]);
  });

  it('says nothing of the usual view', () => {
    expect(agreementsSearchOf({ view: 'list' }).view).toBeUndefined();
  });

  it('filters every view alike, but for the windows of what expires', () => {
    const search = { text: 'oim', country: ['HN'], expiring: ['30'] };
    expect(filterOf({ ...search, view: 'timeline' })).toEqual(filterOf(search));
    expect(filterOf({ ...search, view: 'expiring' }).expiring).toBeUndefined();
  });
});
