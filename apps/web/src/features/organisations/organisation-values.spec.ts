import { describe, expect, it } from '@jest/globals';
import { changesOf, EMPTY } from './organisation-values.js';

const record = { ...EMPTY, name: 'Red de Prevención', acronym: 'REPRE', countries: ['HN'], names: [{ role: 'alias', language: null, value: 'La Red' }] };

describe('what an edit sends', () => {
  it('is only what changed, so that a parent hidden from the writer stays', () => {
    expect(changesOf(record, { ...record, description: 'Nueva' })).toEqual({ description: 'Nueva' });
  });

  it('clears what was emptied, and replaces a list as a whole', () => {
    expect(changesOf(record, { ...record, acronym: '', names: [] })).toEqual({ acronym: null, names: [] });
  });

  it('names records by their ids', () => {
    expect(changesOf(record, { ...record, parentId: [{ id: 'p1', label: 'OIM' }] })).toEqual({ parentId: 'p1' });
  });

  it('is nothing when nothing changed', () => {
    expect(changesOf(record, JSON.parse(JSON.stringify(record)) as typeof record)).toEqual({});
  });
});
