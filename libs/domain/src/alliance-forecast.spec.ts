import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inForceIn } from './alliance-count.js';
import { forecastIn } from './alliance-forecast.js';
import { ledgerOf } from './alliance-ledger.js';
import { addDays } from './day.js';
import { aDay, anyRegister } from './testing/arbitraries.js';
import { anAgreement, anAlly, theCoalition } from './testing/builders.js';

const TODAY = '2026-11-24';
const [iom, unodc, ngo, forum] = [anAlly('iom'), anAlly('unodc'), anAlly('ngo'), anAlly('forum')];
const registerOf = (...agreements: ReturnType<typeof anAgreement>[]) => ({ organisations: [theCoalition, iom, unodc, ngo, forum], agreements });
const ledger = (...agreements: ReturnType<typeof anAgreement>[]) => ledgerOf(registerOf(...agreements));
const SIGNED = [{ signedOn: TODAY }, { signedOn: TODAY }];

const open = anAgreement({ with: [iom], from: '2021-01-01' });
const ends = (ally: typeof iom, until: string) => anAgreement({ with: [ally], from: '2022-01-01', until });

describe('the forecast of the stock', () => {
  it('falls on the day after each last day, and names who is lost and by which agreement', () => {
    const [first, second] = [ends(unodc, '2026-12-15'), ends(ngo, '2026-12-30')];
    const { value, valueThen, steps } = forecastIn(ledger(open, first, second), TODAY, '2026-12-31');
    expect([value, valueThen]).toEqual([3, 1]);
    expect(steps).toEqual([
      { on: '2026-12-16', value: 2, lost: [{ id: 'unodc', agreementIds: [first.id] }], gained: [] },
      { on: '2026-12-31', value: 1, lost: [{ id: 'ngo', agreementIds: [second.id] }], gained: [] },
    ]);
  });

  it('still counts on the last day itself what ends then', () => {
    expect(forecastIn(ledger(ends(unodc, '2026-12-31')), TODAY, '2026-12-31').valueThen).toBe(1);
    expect(forecastIn(ledger(ends(unodc, '2026-12-31')), TODAY, '2027-01-01').valueThen).toBe(0);
  });

  it('loses nobody whose renewal is signed, or who has another agreement', () => {
    const old = ends(unodc, '2026-12-15');
    const renewal = anAgreement({ with: [unodc], from: '2026-12-16', renewsId: old.id, parties: SIGNED });
    expect(forecastIn(ledger(old, renewal, open, ends(iom, '2026-12-01')), TODAY, '2027-12-31').steps).toEqual([]);
  });

  it('gains who has signed and takes effect meanwhile', () => {
    const comes = anAgreement({ with: [forum], from: '2027-01-01', parties: SIGNED });
    expect(forecastIn(ledger(comes), TODAY, '2027-12-31').steps).toEqual([{ on: '2027-01-01', value: 1, lost: [], gained: [{ id: 'forum', agreementIds: [comes.id] }] }]);
  });

  it('is what the count of each of those days says, whatever the unit', () => {
    fc.assert(fc.property(anyRegister, aDay(), fc.nat(900), fc.constantFrom('ally' as const, 'instrument' as const), (register, today, days, unit) => {
      const made = ledgerOf(register, { unit });
      const until = addDays(today, days);
      const { value, valueThen, steps } = forecastIn(made, today, until, { unit });
      expect(value).toBe(inForceIn(made, today, { unit }).value);
      expect(valueThen).toBe(inForceIn(made, until, { unit }).value);
      for (const step of steps) {
        expect(step.value).toBe(inForceIn(made, step.on, { unit }).value);
        expect([...step.lost, ...step.gained].every(({ agreementIds }) => agreementIds.length > 0)).toBe(true);
      }
    }), { numRuns: 300 });
  });
});
