import { describe, expect, it } from '@jest/globals';
import { isStage, PHASES, phaseOn } from './agreement-phase.js';
import { STAGES } from './agreement-facts.js';
import { anAgreement, anAlly } from './testing/builders.js';

const DAY = '2026-11-24';
const iom = anAlly('iom');
const unsigned = { corett: null, iom: null };

describe('where an agreement stands on the board', () => {
  it.each(STAGES)('is its stage %s while nobody has signed', (stage) => {
    expect(phaseOn(anAgreement({ with: [iom], signed: unsigned, stage, effectiveFrom: null }), DAY)).toBe(stage);
  });

  it('awaits signatures from the first one on, whatever stage was written', () => {
    expect(phaseOn(anAgreement({ with: [iom], from: '2026-01-01', signed: { iom: null }, stage: 'contacted' }), DAY)).toBe('awaiting_signatures');
  });

  it('is signed until it takes effect', () => {
    expect(phaseOn(anAgreement({ with: [iom], effectiveFrom: '2027-01-01', from: '2026-11-01', stage: 'negotiating' }), DAY)).toBe('signed');
  });

  it.each([
    ['in_force', {}], ['expired', { until: '2025-12-31' }], ['terminated', { terminatedOn: '2026-01-01' }],
    ['suspended', { suspensions: [{ from: '2026-06-01', to: null }] }],
  ])('is %s by its dates', (phase, given) => {
    expect(phaseOn(anAgreement({ with: [iom], ...given }), DAY)).toBe(phase);
  });

  it('is decided by people before the first signature alone', () => {
    expect(PHASES.filter(isStage)).toEqual(STAGES);
  });
});
