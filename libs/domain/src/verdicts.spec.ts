import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { wouldCycle } from './cycle.js';
import { DomainError, ERROR_CODES, PROBLEM_CODES, invalid, problem, refuseIfAny, under } from './error.js';
import { canMerge } from './merge.js';
import { overlappingTerm, termOn } from './presidency.js';

describe('a cycle', () => {
  const parents = new Map([['office', 'agency'], ['agency', 'system']]);

  it('is closed by a descendant or by itself, not by anybody else', () => {
    expect(wouldCycle(parents, 'system', 'office')).toBe(true);
    expect(wouldCycle(parents, 'system', 'system')).toBe(true);
    expect(wouldCycle(parents, 'office', 'system')).toBe(false);
    expect(wouldCycle(parents, 'system', null)).toBe(false);
  });

  it('never arises when every change is asked first, and asking always ends', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    fc.assert(fc.property(fc.array(fc.tuple(id, id), { maxLength: 20 }), id, (changes, start) => {
      const tree = new Map<string, string | null>();
      for (const [child, parent] of changes) if (!wouldCycle(tree, child, parent)) tree.set(child, parent);
      let steps = 0;
      for (let at: string | null = start; at !== null; at = tree.get(at) ?? null) steps++;
      expect(steps).toBeLessThanOrEqual(5);
      expect(wouldCycle(new Map(changes), start, 'a')).toEqual(expect.any(Boolean));
    }));
  });
});

describe('a merge', () => {
  const record = (id: string, more = {}) => ({ id, standing: 'external' as const, mergedIntoId: null, ...more });
  const problems = (verdict: ReturnType<typeof canMerge>) => (verdict.ok ? [] : verdict.fields.map(({ path, problem: code }) => `${path} ${code}`));

  it('joins two records of one standing', () => expect(canMerge(record('a'), record('b'))).toEqual({ ok: true }));

  it.each([
    ['itself', record('a'), record('a'), ['duplicateId self_reference']],
    ['what is merged already', record('a', { mergedIntoId: 'c' }), record('b', { mergedIntoId: 'c' }), ['survivorId already_merged', 'duplicateId already_merged']],
    ['an ally and a national body', record('a', { standing: 'member' }), record('b'), ['duplicateId standings_differ']],
  ])('refuses %s', (_, a, b, expected) => expect(problems(canMerge(a, b))).toEqual(expected));
});

describe('presidency terms', () => {
  const terms = [{ id: 'a', country: 'GT', from: '2023-01-01', to: '2024-01-01' }, { id: 'b', country: 'HN', from: '2025-01-01', to: null }];

  it('may leave a day to nobody', () => expect(termOn(terms, '2024-06-01')).toBeNull());

  it('overlap by a day, not by a handover, and not with themselves', () => {
    expect(overlappingTerm(terms, { from: '2024-01-01', to: '2025-01-01' })).toBeNull();
    expect(overlappingTerm(terms, { from: '2023-12-31', to: '2024-02-01' })?.id).toBe('a');
    expect(overlappingTerm(terms, { id: 'b', from: '2025-02-01', to: null })).toBeNull();
  });
});

describe('an error', () => {
  it('carries its code and the fields', () => {
    const error = invalid([problem('parties.1.signedOn', 'future_signature')]);
    expect(error).toBeInstanceOf(DomainError);
    expect([error.code, error.message]).toEqual(['INVALID', 'INVALID: parties.1.signedOn future_signature']);
  });

  it('is thrown for problems only', () => {
    expect(() => refuseIfAny([])).not.toThrow();
    expect(() => refuseIfAny([problem('title', 'required')])).toThrow('title required');
  });

  it('is put under its place in the whole', () => {
    expect(under('rows.3', [problem('', 'ambiguous'), problem('name', 'required')]).map(({ path }) => path)).toEqual(['rows.3', 'rows.3.name']);
  });

  it('has codes that are listed once', () => {
    expect(new Set(ERROR_CODES).size).toBe(ERROR_CODES.length);
    expect(new Set(PROBLEM_CODES).size).toBe(PROBLEM_CODES.length);
  });
});
