import { describe, expect, it } from '@jest/globals';
import { DEFAULT_PATTERN, kindCode, looksGiven, numberIn, patternProblems, referenceOf, seriesOf } from './reference-number.js';

const parts = { acronym: 'CORETT', year: 2026, kindCode: 'MOU' };

describe('a reference', () => {
  it('is made by the pattern', () => {
    expect(referenceOf(DEFAULT_PATTERN, parts, 4)).toBe('CORETT/2026/MOU/004');
    expect(referenceOf('{KIND}-{NN}/{YY}', parts, 123)).toBe('MOU-123/26');
  });

  it('is counted in its year and kind, whatever the digits', () => {
    expect(seriesOf(DEFAULT_PATTERN, parts)).toBe('CORETT/2026/MOU/{N}');
    expect(numberIn('CORETT/2026/MOU/{N}', 'CORETT/2026/MOU/0012')).toBe(12);
    expect([numberIn('CORETT/2026/MOU/{N}', 'CORETT/2025/MOU/001'), numberIn('{N}/26', 'x/26'), numberIn('A{N}', 'A')]).toEqual([null, null, null]);
  });

  it.each([
    ['CORETT/2024/LOU/001', true], ['corett/2024/lou/7', true], ['CORETT/2026/01', false], ['ONU/2026/MOU/001', false], ['CORETT/2026/MOU/00A', false],
  ])('%s looks like one of the register: %s', (reference, looks) => expect(looksGiven(DEFAULT_PATTERN, 'CORETT', reference)).toBe(looks));

  it('looks given though the pattern has signs that mean something elsewhere', () => {
    expect(looksGiven('({ACR})*-{N}', 'A.B', '(A.B)*-3')).toBe(true);
    expect(looksGiven('({ACR})*-{N}', 'A.B', '(AxB)*-3')).toBe(false);
  });
});

describe('a pattern', () => {
  it.each([
    ['{ACR}/{YYYY}', 'pattern_without_number'], ['{N}/{NN}', 'pattern_without_number'], ['{WHO}/{N}', 'pattern_token_unknown'], [' ', 'required'],
  ])('%s is refused: %s', (pattern, code) => expect(patternProblems('pattern', pattern).map(({ problem }) => problem)).toEqual([code]));

  it('is fine with a number alone', () => expect(patternProblems('pattern', '{N}')).toEqual([]));
});

it('a kind goes by its code in the settings, the usual one, or its initials', () => {
  expect([kindCode('memorandum', { memorandum: 'ME' }), kindCode('memorandum'), kindCode('peace_treaty')]).toEqual(['ME', 'MOU', 'PT']);
});
