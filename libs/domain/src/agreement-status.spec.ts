import { describe, expect, it } from '@jest/globals';
import { explainStatus, inForceSpans, statusOn } from './agreement-status.js';
import { anAgreement, anAlly } from './testing/builders.js';

const [iom, unodc, unhcr] = [anAlly('iom'), anAlly('unodc'), anAlly('unhcr')];

describe('the status of an agreement', () => {
  it.each([
    ['identified', 'prospect'], ['contacted', 'prospect'], ['negotiating', 'negotiating'], ['text_agreed', 'awaiting_signatures'],
  ] as const)('before any signature follows the stage: %s is %s', (stage, status) => {
    const agreement = anAgreement({ with: [iom], stage, effectiveFrom: null, signed: { iom: null, corett: null } });
    expect(statusOn(agreement, '2024-01-01')).toBe(status);
  });

  it('names those whose signature it waits for', () => {
    const agreement = anAgreement({ with: [iom, unodc], from: '2024-03-01', stage: 'negotiating', signed: { iom: null, unodc: '2024-05-01' } });
    expect(explainStatus(agreement, '2024-04-01')).toMatchObject({ status: 'awaiting_signatures', organisationIds: ['iom', 'unodc'], missing: 2 });
    expect(explainStatus(agreement, '2024-05-01')).toMatchObject({ because: 'waits_for_signatures', organisationIds: ['iom'], missing: 1 });
  });

  it('runs from the last signature, and says whose it was', () => {
    const agreement = anAgreement({ with: [iom, unodc], from: '2024-03-01', signed: { iom: '2024-06-01' } });
    expect(explainStatus(agreement, '2024-07-01')).toMatchObject(
      { status: 'in_force', because: 'since_last_signature', on: '2024-06-01', organisationIds: ['iom'] });
  });

  it('does not wait for anybody when signed but effective later', () => {
    const agreement = anAgreement({ with: [iom], from: '2024-03-01', effectiveFrom: '2024-09-01' });
    expect(explainStatus(agreement, '2024-08-31')).toMatchObject({ status: 'negotiating', because: 'not_yet_effective', on: '2024-09-01' });
    expect(explainStatus(agreement, '2024-09-01')).toMatchObject({ status: 'in_force', because: 'since_effective_from', on: '2024-09-01' });
  });

  it('needs only as many signatures as the instrument says', () => {
    const agreement = anAgreement(
      { with: [iom, unodc], from: '2024-03-01', signaturesRequired: 2, signed: { iom: '2024-05-01', unodc: null } });
    expect(inForceSpans(agreement)).toEqual([{ from: '2024-05-01', to: null }]);
  });

  it('does not wait for a party that need not sign', () => {
    const witness = { required: false, signedOn: null };
    expect(statusOn(anAgreement({ with: [iom], parties: [{}, witness] }), '2024-01-01')).toBe('in_force');
  });

  it('includes its last day, and is expired on the next', () => {
    const agreement = anAgreement({ with: [iom], until: '2024-02-29' });
    expect(statusOn(agreement, '2024-02-29')).toBe('in_force');
    expect(explainStatus(agreement, '2024-03-01')).toMatchObject({ status: 'expired', because: 'expired', on: '2024-02-29' });
  });

  it('tells an agreement that ran out from one that was never signed in time', () => {
    const agreement = anAgreement({ with: [iom], until: '2024-02-29', signed: { iom: '2024-03-01' } });
    expect(explainStatus(agreement, '2024-04-01')).toMatchObject({ status: 'expired', because: 'expired_unsigned' });
    expect(inForceSpans(agreement)).toEqual([]);
  });

  it('is suspended to the last day of the suspension, terminated from the day of termination', () => {
    const agreement = anAgreement({ with: [iom], suspensions: [{ from: '2024-02-01', to: '2024-03-31' }], terminatedOn: '2024-08-01' });
    expect(explainStatus(agreement, '2024-03-31')).toMatchObject({ status: 'suspended', on: '2024-03-31' });
    expect(statusOn(agreement, '2024-04-01')).toBe('in_force');
    expect(explainStatus(agreement, '2024-08-01')).toMatchObject({ status: 'terminated', because: 'terminated', on: '2024-08-01' });
  });

  it('ends when a party that it needs withdraws, and goes on without one that it does not', () => {
    const leaves = [{}, { withdrawnOn: '2024-06-01' }];
    const all = anAgreement({ with: [iom, unodc, unhcr], parties: leaves });
    expect(statusOn(all, '2024-05-31')).toBe('in_force');
    expect(explainStatus(all, '2024-06-01')).toMatchObject(
      { status: 'terminated', because: 'party_withdrew', on: '2024-06-01', organisationIds: ['iom'] });
    expect(statusOn({ ...all, signaturesRequired: 3 }, '2024-06-01')).toBe('in_force');
  });

  it('is never in force without parties', () => {
    const nobody = { ...anAgreement({ with: [] }), parties: [] };
    expect(inForceSpans(nobody)).toEqual([]);
    expect(explainStatus(nobody, '2024-01-01')).toMatchObject({ status: 'awaiting_signatures', missing: 1 });
  });
});

describe('what was known', () => {
  const agreement = anAgreement({
    with: [iom], from: '2024-01-01', terminatedOn: '2024-05-01', terminationRecordedOn: '2024-07-01',
    suspensions: [{ from: '2024-02-01', to: '2024-02-29', recordedOn: '2024-03-15' }],
  });

  it('leaves out a termination and a suspension that were entered later', () => {
    expect(['2024-06-30', '2024-07-01'].map((known) => statusOn(agreement, '2024-06-01', known))).toEqual(['in_force', 'terminated']);
    expect(['2024-03-14', '2024-03-15'].map((known) => statusOn(agreement, '2024-02-10', known))).toEqual(['in_force', 'suspended']);
  });

  it('knows nothing of an agreement before its entry', () => {
    expect(explainStatus({ ...agreement, recordedOn: '2024-04-01' }, '2024-03-01', '2024-03-31')).toMatchObject(
      { status: 'prospect', because: 'recorded_later', on: '2024-04-01' });
  });
});
