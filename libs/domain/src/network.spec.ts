import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from './day.js';
import { EVIDENCE_KINDS, type TieEvidence, evidenceWeight, tiesOn } from './network.js';
import { aDay } from './testing/arbitraries.js';

const seen = (kind: TieEvidence['kind'], from: string, to: string | null, more: Partial<TieEvidence> = {}): TieEvidence =>
  ({ kind, id: `${kind} ${from}`, a: 'a', b: 'b', from, to, label: kind, ...more });
const met = seen('meeting', '2022-01-10', '2022-01-11');

describe('evidence of a tie', () => {
  it('on paper weighs one while it holds, and nothing before or after', () => {
    const agreement = seen('agreement', '2022-01-01', '2024-01-01');
    expect(['2021-12-31', '2022-01-01', '2023-12-31', '2024-01-01'].map((day) => evidenceWeight(agreement, day))).toEqual([0, 1, 1, 0]);
  });

  it('in practice weighs half after two years, and nothing before it happened', () => {
    expect([evidenceWeight(met, '2022-01-09'), evidenceWeight(met, '2022-01-10')]).toEqual([0, 1]);
    expect(evidenceWeight(met, '2024-01-10')).toBeCloseTo(0.5, 2);
    expect(evidenceWeight(met, '2026-01-10')).toBeCloseTo(0.25, 2);
    expect(evidenceWeight(met, '2036-01-10')).toBe(0);
  });

  it('never gains weight as time goes by, once it is over', () => {
    fc.assert(fc.property(aDay(), fc.nat(6000), fc.nat(500), (day, wait, more) => {
      const meeting = seen('meeting', day, addDays(day, 1));
      expect(evidenceWeight(meeting, addDays(day, wait + more))).toBeLessThanOrEqual(evidenceWeight(meeting, addDays(day, wait)));
    }));
  });
});

describe('ties', () => {
  it('tell paper from practice, and add up both ways round', () => {
    const agreement = seen('agreement', '2021-01-01', null, { a: 'b', b: 'a' });
    expect(tiesOn([met, agreement], '2022-01-10')).toEqual(
      [{ a: 'a', b: 'b', declared: true, demonstrated: true, weight: 2, evidence: expect.arrayContaining([met, agreement]) }]);
    expect(tiesOn([met], '2022-02-01')).toMatchObject([{ declared: false, demonstrated: true }]);
    expect(tiesOn([agreement], '2022-02-01')).toMatchObject([{ declared: true, demonstrated: false }]);
  });

  it('do not exist before their evidence, nor of an organisation with itself', () => {
    expect(tiesOn([met], '2022-01-09')).toEqual([]);
    expect(tiesOn([{ ...met, b: 'a' }], '2022-01-10')).toEqual([]);
  });

  it('keep pairs apart whatever their ids contain', () => {
    const odd = [seen('parent', '2020-01-01', null, { a: 'x|y', b: 'z' }), seen('parent', '2020-01-01', null, { a: 'x', b: 'y|z' })];
    expect(tiesOn(odd, '2022-01-01')).toHaveLength(2);
  });

  it('come in the same order however the evidence is shuffled', () => {
    const any = fc.record({
      kind: fc.constantFrom(...EVIDENCE_KINDS), id: fc.uuid(), a: fc.constantFrom('a', 'b', 'c'), b: fc.constantFrom('c', 'd'),
      from: aDay(), to: fc.option(aDay(), { nil: null }), label: fc.constant('x'),
    });
    fc.assert(fc.property(fc.array(any, { maxLength: 12 }), aDay(), (evidence, day) => {
      const ties = tiesOn(evidence, day);
      expect(tiesOn([...evidence].reverse(), day)).toEqual(ties);
      expect(ties.map(({ weight }) => weight)).toEqual(ties.map(({ weight }) => weight).sort((x, y) => y - x));
    }));
  });
});
