import { describe, expect, it } from '@jest/globals';
import { inputOf, partOf, renewalOf, valuesOf } from './agreement-values.js';
import type { Agreement } from './operations.js';

const party = (id: string, more: object = {}) => ({
  id: `party-${id}`, role: 'signatory', required: true, signedOn: '2024-01-10', withdrawnOn: null, ratificationRequired: false, withdrawalReason: null, signatory: null, organisation: { id, name: id.toUpperCase(), acronym: null, standing: 'external' }, ...more,
});

const agreement = {
  id: 'a1', title: 'Memorando', titleEn: null, reference: 'R/1', kind: 'memorandum', status: 'in_force', stage: 'text_agreed', summary: '', effectiveFrom: '2024-01-10', effectiveTo: '2026-12-31', endsOn: '2026-12-31', entryRule: 'signatures', terminatedOn: null,
  signaturesRequired: null, themes: ['trafficking'], sdgs: [], strategyActivity: 'E3.A2', inCoalitionName: true, visibility: 'country', country: 'HN', version: 3, renews: null, partOf: null,
  parties: [party('corett'), party('iom'), party('gone', { withdrawnOn: '2025-01-01' })],
} as unknown as Agreement;

describe('the form of an agreement', () => {
  it('sends of an existing one only what was changed, so that what the reader does not see stays', () => {
    const original = valuesOf(agreement);
    expect(inputOf(original, original)).toEqual({});
    expect(inputOf({ ...original, title: 'Otro', effectiveTo: null }, original)).toEqual({ title: 'Otro', effectiveTo: null });
    expect(inputOf({ ...original, sdgs: ['5', '16'] }, original)).toEqual({ sdgs: [5, 16] });
    const signed = original.parties.map((each) => (each.organisationId === 'iom' ? { ...each, signedOn: '2024-02-01' } : each));
    expect(inputOf({ ...original, parties: signed }, original).parties).toEqual([
      { organisationId: 'corett', role: 'signatory', required: true, ratificationRequired: false, signedOn: '2024-01-10', withdrawnOn: null },
      { organisationId: 'iom', role: 'signatory', required: true, ratificationRequired: false, signedOn: '2024-02-01', withdrawnOn: null },
      { organisationId: 'gone', role: 'signatory', required: true, ratificationRequired: false, signedOn: '2024-01-10', withdrawnOn: '2025-01-01' },
    ]);
  });

  it('begins a renewal on the day after, with the parties that are left, who sign anew', () => {
    const renewal = renewalOf(agreement);
    expect(renewal).toMatchObject({ title: 'Memorando', reference: '', effectiveFrom: '2027-01-01', effectiveTo: null, renewsId: { id: 'a1', label: 'Memorando' }, visibility: 'country', country: 'HN' });
    expect(renewal.parties.map(({ organisationId, signedOn }) => [organisationId, signedOn])).toEqual([['corett', null], ['iom', null]]);
    expect(inputOf(renewal)).toMatchObject({ renewsId: 'a1', partOfId: null, reference: null, signaturesRequired: null });
  });

  it('begins a part under it without its title', () => {
    expect(partOf(agreement)).toMatchObject({ title: '', kind: 'specific_agreement', partOfId: { id: 'a1' }, renewsId: null, themes: ['trafficking'] });
  });
});
