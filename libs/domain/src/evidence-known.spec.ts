import { expect, it } from '@jest/globals';
import { evidenceAsKnown, isVerified } from './agreement-facts.js';

it('evidence that was replaced stood, with its verification, until the day before', () => {
  const evidence = [{ verifiedOn: '2026-03-05', replacedOn: '2026-03-20' }, { verifiedOn: '2026-04-02' }];
  const verified = (knownOn: string) => isVerified({ evidence: evidenceAsKnown(evidence, knownOn) });
  expect(['2026-03-04', '2026-03-05', '2026-03-19', '2026-03-20', '2026-04-01', '2026-04-02'].map(verified)).toEqual([false, true, true, false, false, true]);
});

it('what is known now is the version that stands now', () => {
  expect(isVerified({ evidence: [{ verifiedOn: '2026-03-05', replacedOn: '2026-03-20' }, { verifiedOn: null }] })).toBe(false);
  expect(isVerified({ evidence: [{ verifiedOn: '2026-03-05', replacedOn: null }] })).toBe(true);
});
