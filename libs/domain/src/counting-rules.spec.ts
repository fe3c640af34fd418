import { describe, expect, it } from '@jest/globals';
import { jointActivitiesDone } from './activity-count.js';
import { alliancesInForce } from './alliance-count.js';
import { rulesKey, STANDARD_RULES } from './counting-rules.js';
import { unitsOf } from './counting-unit.js';
import { versionOn } from './indicator-definition.js';
import { aNationalBody, anActivity, anAgreement, anAlly, theCoalition } from './testing/builders.js';

const iom = anAlly('iom');
const office = anAlly('iom-cr', { countsWithId: 'iom' });
const merged = anAlly('oim-cr', { mergedIntoId: 'iom-cr' });
const DAY = '2024-06-30';

describe('the rules of a definition', () => {
  const register = {
    organisations: [theCoalition, iom, office, merged],
    agreements: [
      anAgreement({ id: 'frame', with: [iom], kind: 'framework_agreement' }),
      anAgreement({ id: 'letter', with: [office], kind: 'letter_of_understanding' }),
      anAgreement({ id: 'draft', with: [iom], kind: 'letter_of_understanding', evidence: [{ verifiedOn: null }] }),
    ],
  };

  it('count offices with their organisation, or each by itself, whatever was merged into it', () => {
    expect(alliancesInForce(register, DAY, STANDARD_RULES).value).toBe(1);
    expect(alliancesInForce(register, DAY, { rollUpOffices: false }).counted.map(({ id }) => id).sort()).toEqual(['iom', 'iom-cr']);
    expect(unitsOf(register.organisations, { rollUpOffices: false })('oim-cr')).toEqual({ id: 'iom-cr', external: true });
  });

  it('keep the office of a body of the coalition inside, also where offices count one by one', () => {
    const unitOf = unitsOf([aNationalBody('svet'), anAlly('svet-office', { countsWithId: 'svet' })], { rollUpOffices: false });
    expect(unitOf('svet-office')).toEqual({ id: 'svet-office', external: false });
  });

  it('leave kinds of instrument out, and say so', () => {
    const { value, excluded } = alliancesInForce(register, DAY, { agreementKinds: ['framework_agreement'], unit: 'instrument' });
    expect(value).toBe(1);
    expect(excluded).toEqual([{ id: 'letter', reason: 'kind_left_out' }, { id: 'draft', reason: 'kind_left_out' }]);
    expect(alliancesInForce(register, DAY, { agreementKinds: [] }).value).toBe(0);
  });

  it('count what nobody verified yet only where the definition says so', () => {
    expect(alliancesInForce(register, DAY, { unit: 'instrument' }).value).toBe(2);
    expect(alliancesInForce(register, DAY, { unit: 'instrument', verifiedOnly: false }).value).toBe(3);
  });

  it('tell contributors of joint activities by office where offices count one by one', () => {
    const told = { organisations: register.organisations, agreements: [], activities: [anActivity({ by: [iom, office] })] };
    const year = ['2024-01-01', '2024-12-31'] as const;
    expect(jointActivitiesDone(told, ...year).allies).toBe(1);
    expect(jointActivitiesDone(told, ...year, { rollUpOffices: false }).allies).toBe(2);
  });

  it('have one key for equal rules, and another for others', () => {
    const key = (more: object) => rulesKey({ ...STANDARD_RULES, ...more });
    expect(key({ agreementKinds: ['b', 'a'] })).toBe(key({ agreementKinds: ['a', 'b'] }));
    const others = [{}, { unit: 'instrument' }, { agreementKinds: [] }, { agreementKinds: ['a'] }, { verifiedOnly: false }, { rollUpOffices: false }];
    expect(new Set(others.map(key)).size).toBe(others.length);
  });
});

describe('the version of a definition that holds on a day', () => {
  const versions = [{ number: 1, validFrom: '2019-01-01' }, { number: 2, validFrom: '2024-01-01' }];

  it('is the newest that is valid by then, the first before all of them', () => {
    expect(['2018-06-01', '2023-12-31', '2024-01-01'].map((day) => versionOn(versions, day)?.number)).toEqual([1, 1, 2]);
    expect(versionOn([], '2024-01-01')).toBeNull();
  });

  it('is the later decision where it reaches further back', () => {
    const revised = [...versions, { number: 3, validFrom: '2022-01-01' }];
    expect(['2021-12-31', '2022-01-01', '2025-01-01'].map((day) => versionOn(revised, day)?.number)).toEqual([1, 3, 3]);
  });
});
