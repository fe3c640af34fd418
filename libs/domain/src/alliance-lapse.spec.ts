import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { alliancesInForce } from './alliance-count.js';
import { lapseOf } from './alliance-lapse.js';
import { anAgreement, anAlly, anOfficeOf, theCoalition } from './testing/builders.js';
import { aDay, anyRegister } from './testing/arbitraries.js';

const TODAY = '2026-11-24';
const [iom, unodc, ngo] = [anAlly('iom'), anAlly('unodc'), anAlly('ngo')];
const office = anOfficeOf(iom, 'CR');
const registerOf = (...agreements: ReturnType<typeof anAgreement>[]) => ({ organisations: [theCoalition, iom, unodc, ngo, office], agreements });
const ids = (touched: readonly { id: string }[]) => touched.map(({ id }) => id).sort();

const ending = anAgreement({ with: [iom, unodc], from: '2022-01-01', until: '2026-12-15' });
const officeGoesOn = anAgreement({ with: [office], from: '2025-01-01' });
const endsSooner = anAgreement({ with: [ngo], from: '2024-01-01', until: '2026-12-01' });

describe('if agreements lapse', () => {
  it('is the indicator itself when nothing is chosen', () => {
    const register = registerOf(ending, officeGoesOn, endsSooner);
    const { today, after, dayAfter, lost, kept } = lapseOf(register, [], TODAY);
    expect([today.value, after.value, dayAfter, lost, kept]).toEqual([alliancesInForce(register, TODAY).value, 3, TODAY, [], []]);
  });

  it('loses who has no other agreement, and keeps who has one by an office', () => {
    const lapse = lapseOf(registerOf(ending, officeGoesOn), [ending.id], TODAY);
    expect([lapse.today.allies, lapse.today.instruments, lapse.after.allies, lapse.after.instruments]).toEqual([2, 2, 1, 1]);
    expect(lapse.dayAfter).toBe('2026-12-16');
    expect(lapse.lost).toEqual([{ id: 'unodc', agreementIds: [ending.id] }]);
    expect(lapse.kept).toEqual([{ id: 'iom', agreementIds: [officeGoesOn.id] }]);
  });

  it('takes what is not chosen to go on, though its last day comes sooner', () => {
    const { lost, after } = lapseOf(registerOf(ending, endsSooner), [ending.id], TODAY);
    expect([ids(lost), after.allies]).toEqual([['iom', 'unodc'], 1]);
  });

  it('keeps who has signed a renewal that takes over, and counts one instrument for both', () => {
    const renewal = anAgreement({ with: [iom, unodc], from: '2026-12-16', renewsId: ending.id, parties: [{ signedOn: TODAY }, { signedOn: TODAY }, { signedOn: TODAY }] });
    const chosen = lapseOf(registerOf(ending, renewal), [ending.id], TODAY);
    expect([ids(chosen.kept), chosen.lost, chosen.after.instruments]).toEqual([['iom', 'unodc'], [], 1]);
    const left = lapseOf(registerOf({ ...ending, effectiveTo: '2026-11-30' }, { ...renewal, effectiveFrom: '2026-12-01', renewsId: ending.id }, endsSooner), [endsSooner.id], TODAY);
    expect([left.after.instruments, ids(left.lost)]).toEqual([1, ['ngo']]);
  });

  it('ends one without a last day at once', () => {
    const { dayAfter, after } = lapseOf(registerOf(officeGoesOn), [officeGoesOn.id], TODAY);
    expect([dayAfter, after.allies, after.instruments]).toEqual(['2026-11-25', 0, 0]);
  });

  it('tells apart who leaves anyway and who comes meanwhile', () => {
    const leaves = anAgreement({ with: [ngo], from: '2024-01-01', terminatedOn: '2026-12-10' });
    const comes = anAgreement({ with: [unodc], from: '2026-12-05', signed: { unodc: TODAY, corett: TODAY } });
    const last = anAgreement({ with: [iom], from: '2022-01-01', until: '2026-12-31' });
    const lapse = lapseOf(registerOf(leaves, comes, last), [last.id], TODAY);
    expect([ids(lapse.lost), ids(lapse.lostAnyway), ids(lapse.gained), lapse.after.allies]).toEqual([['iom'], ['ngo'], ['unodc'], 1]);
  });

  it('tells the same allies when the unit is the instrument', () => {
    const lapse = lapseOf(registerOf(ending, officeGoesOn), [ending.id], TODAY, { unit: 'instrument' });
    expect([lapse.today.value, lapse.after.value, ids(lapse.lost)]).toEqual([2, 1, ['unodc']]);
  });

  it('always adds up, and none of the chosen counts any more', () => {
    fc.assert(fc.property(anyRegister, aDay(), fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (register, day, choice) => {
      const chosen = register.agreements.filter((_, at) => choice[at % choice.length]).map(({ id }) => id);
      const { today, after, lost, lostAnyway, gained } = lapseOf(register, chosen, day);
      expect(today.allies).toBe(alliancesInForce(register, day).allies);
      expect(after.allies).toBe(today.allies - lost.length - lostAnyway.length + gained.length);
      expect(after.counted.flatMap(({ agreementIds }) => agreementIds).filter((id) => chosen.includes(id))).toEqual([]);
    }), { numRuns: 300 });
  });
});
