import { describe, expect, it } from '@jest/globals';
import { jointActivitiesDone } from './activity-count.js';
import type { AgreementFacts } from './agreement-facts.js';
import { alliancesEver, alliancesInForce } from './alliance-count.js';
import { type Register, ledgerOf } from './alliance-ledger.js';
import { allianceMovements } from './alliance-movements.js';
import type { OrganisationFacts } from './counting-unit.js';
import { type Dimension, alliesBy } from './disaggregation.js';
import { termOn } from './presidency.js';
import { progressOf } from './progress.js';
import { aNationalBody, anActivity, anAgreement, anAlly, anOfficeOf, theCoalition } from './testing/builders.js';

const THEMES = ['trafficking', 'smuggling'];

const aRegister = (allies: readonly OrganisationFacts[], ...agreements: AgreementFacts[]): Register =>
  ({ organisations: [theCoalition, ...allies], agreements });

const stock = (register: Register, day: string, knownOn?: string) => alliancesInForce(register, day, knownOn ? { knownOn } : {}).value;

const flow = (register: Register, year: number) => {
  const moved = allianceMovements(register, `${year}-01-01`, `${year}-12-31`);
  return { new: moved.new.value, reactivated: moved.reactivated.value, exits: moved.exits.value, renewals: moved.renewals.value };
};

const by = (register: Register, dimension: Dimension, day: string) => {
  const { cells } = alliesBy(ledgerOf(register), { organisations: register.organisations, themes: THEMES }, dimension, day);
  return Object.fromEntries(cells.map(({ key, value }) => [key, value]));
};

const iom = anAlly('iom');
const unodc = anAlly('unodc');

describe('worked examples of the alliance count', () => {
  it('1: a letter of understanding with FOPREL counts from the day of its signature', () => {
    const foprel = anAlly('foprel', { audience: 2 });
    const register = aRegister([foprel], anAgreement({ with: [foprel], from: '2024-10-24' }));
    expect(stock(register, '2024-10-23')).toBe(0);
    expect(stock(register, '2024-10-24')).toBe(1);
    expect(flow(register, 2024).new).toBe(1);
  });

  it('2: a meeting with PRETT is no alliance', () => {
    const prett = anAlly('prett');
    const contact = anAgreement({ with: [prett], from: '2024-10-10', kindIsInstrument: false });
    expect(stock(aRegister([prett]), '2024-12-31')).toBe(0);
    const count = alliancesInForce(aRegister([prett], contact), '2024-12-31');
    expect(count.value).toBe(0);
    expect(count.excluded).toEqual([{ id: contact.id, reason: 'not_instrument' }]);
  });

  it('3: one agreement with a forum, a UN agency, an NGO and a national body gives three allies and one instrument', () => {
    const allies = [anAlly('forum', { audience: 2 }), anAlly('un', { audience: 3 }), anAlly('ngo', { audience: 4 })];
    const svet = aNationalBody('svet');
    const register = aRegister([...allies, svet], anAgreement({ with: [...allies, svet] }));
    const count = alliancesInForce(register, '2024-01-01');
    expect(count.value).toBe(3);
    expect(count.instruments).toBe(1);
    expect(by(register, 'audience', '2024-01-01')).toEqual({ 2: 1, 3: 1, 4: 1 });
  });

  it('4: a country office and its organisation are one ally, and more instruments make it no new one', () => {
    const office = anOfficeOf(iom, 'CR');
    const register = aRegister([iom, office],
      anAgreement({ with: [iom], from: '2021-05-01' }),
      anAgreement({ with: [office], from: '2023-03-01' }),
      anAgreement({ with: [iom], from: '2023-09-01' }));
    expect(stock(register, '2023-12-31')).toBe(1);
    const moved = allianceMovements(register, '2023-01-01', '2023-12-31');
    expect(moved.new.value).toBe(0);
    expect(moved.new.excluded).toContainEqual({ id: 'iom', reason: 'already_ally' });
    expect(moved.new.instruments).toBe(2);
  });

  it('5: a renewal without a gap is neither new nor an exit', () => {
    const first = anAgreement({ with: [iom], from: '2022-03-01', until: '2024-02-29' });
    const renewal = anAgreement({ with: [iom], from: '2024-03-01', renewsId: first.id });
    expect(flow(aRegister([iom], first, renewal), 2024)).toEqual({ new: 0, reactivated: 0, exits: 0, renewals: 1 });
  });

  it('6: a renewal after a gap is a return, counted once ever', () => {
    const first = anAgreement({ with: [iom], from: '2022-07-30', until: '2024-07-29' });
    const register = aRegister([iom], first, anAgreement({ with: [iom], from: '2025-03-01', renewsId: first.id }));
    expect(stock(register, '2024-07-29')).toBe(1);
    expect(stock(register, '2024-07-30')).toBe(0);
    expect(flow(register, 2025)).toEqual({ new: 0, reactivated: 1, exits: 0, renewals: 0 });
    expect(alliancesEver(register, '2019-01-01', '2025-12-31').value).toBe(1);
  });

  it('7: two offices of Save the Children are one ally in the countries whose agreement is in force', () => {
    const save = anAlly('save-the-children', { audience: 4 });
    const [gt, hn] = [anOfficeOf(save, 'GT'), anOfficeOf(save, 'HN')];
    const register = aRegister([save, gt, hn],
      anAgreement({ with: [gt], until: '2025-04-30' }), anAgreement({ with: [hn], until: '2025-01-14' }));
    expect(stock(register, '2024-12-31')).toBe(1);
    expect(by(register, 'country', '2024-12-31')).toEqual({ GT: 1, HN: 1 });
    expect(stock(register, '2025-02-01')).toBe(1);
    expect(by(register, 'country', '2025-02-01')).toEqual({ GT: 1 });
  });

  it('8: two agencies of the United Nations count one by one', () => {
    const register = aRegister([anAlly('un'), iom, unodc], anAgreement({ with: [iom] }), anAgreement({ with: [unodc] }));
    expect(stock(register, '2024-01-01')).toBe(2);
  });

  it('9: it runs from the last signature', () => {
    const agreement = anAgreement({ with: [iom], from: '2024-08-01', signed: { iom: '2025-02-10' } });
    const register = aRegister([iom], agreement);
    expect(alliancesInForce(register, '2024-12-31')).toMatchObject({ value: 0, excluded: [{ reason: 'status_awaiting_signatures' }] });
    expect(stock(register, '2025-02-09')).toBe(0);
    expect(stock(register, '2025-02-10')).toBe(1);
  });

  it('10: terminated on a day, it does not count from that day on, but ever', () => {
    const register = aRegister([iom], anAgreement({ with: [iom], terminatedOn: '2024-09-15' }));
    expect(stock(register, '2024-09-14')).toBe(1);
    expect(stock(register, '2024-09-15')).toBe(0);
    expect(alliancesEver(register, '2019-01-01', '2024-12-31').value).toBe(1);
  });

  it('11: the same agreement under two merged organisations is one ally', () => {
    const twin = anAlly('oim', { mergedIntoId: 'iom' });
    const register = aRegister([iom, twin], anAgreement({ with: [iom] }), anAgreement({ with: [twin] }));
    expect(alliancesInForce(register, '2024-01-01')).toMatchObject({ value: 1, counted: [{ id: 'iom' }] });
  });

  it('12: an agreement with a member\'s national body only is no alliance', () => {
    const svet = aNationalBody('svet');
    const count = alliancesInForce(aRegister([svet], anAgreement({ with: [svet] })), '2024-01-01');
    expect(count.value).toBe(0);
    expect(count.excluded).toMatchObject([{ reason: 'all_parties_internal' }]);
  });

  it('13: unverified evidence does not count and is listed as to verify', () => {
    const register = aRegister([iom], anAgreement({ with: [iom], evidence: [{ verifiedOn: null }] }));
    expect(alliancesInForce(register, '2024-01-01')).toMatchObject({ value: 0, excluded: [{ reason: 'to_verify' }] });
    expect(alliancesInForce(register, '2024-01-01', { verifiedOnly: false }).value).toBe(1);
  });

  it('14: a suspension takes it out and its end brings it back', () => {
    const register = aRegister([iom], anAgreement({ with: [iom], suspensions: [{ from: '2024-06-01', to: '2024-12-31' }] }));
    expect(stock(register, '2024-05-31')).toBe(1);
    expect(stock(register, '2024-12-31')).toBe(0);
    expect(flow(register, 2025)).toEqual({ new: 0, reactivated: 1, exits: 0, renewals: 0 });
  });

  it('15: what was recorded late is in force then, but was not known then', () => {
    const late = anAgreement({ with: [iom], from: '2024-11-20', recordedOn: '2025-03-10' });
    const register = aRegister([iom, unodc], anAgreement({ with: [unodc], from: '2022-01-01' }), late);
    const published = alliancesInForce(register, '2024-12-31', { knownOn: '2025-01-15' });
    expect(published.value).toBe(1);
    expect(published.excluded).toEqual([{ id: late.id, reason: 'recorded_later' }]);
    expect(stock(register, '2024-12-31')).toBe(2);
  });

  it('16: the day of handover belongs to the incoming presidency', () => {
    const terms = [
      { id: 'outgoing', country: 'PA', from: '2023-01-01', to: '2024-01-01' },
      { id: 'incoming', country: 'MX', from: '2024-01-01', to: null },
    ];
    expect(termOn(terms, '2023-12-31')?.id).toBe('outgoing');
    expect(termOn(terms, '2024-01-01')?.id).toBe('incoming');
  });

  it('17: themes as sets add up, multivalued ones do not', () => {
    const [a, b, c] = [anAlly('a'), anAlly('b'), anAlly('c')];
    const register = aRegister([a, b, c],
      anAgreement({ with: [a], themes: ['trafficking'] }), anAgreement({ with: [a], themes: ['smuggling'] }),
      anAgreement({ with: [b], themes: THEMES }), anAgreement({ with: [c], themes: ['smuggling'] }));
    expect(by(register, 'theme_set', '2024-01-01')).toEqual({ all: 2, 'only:smuggling': 1 });
    expect(by(register, 'theme', '2024-01-01')).toEqual({ trafficking: 2, smuggling: 3 });
    expect(stock(register, '2024-01-01')).toBe(3);
  });
});

describe('worked examples of the joint activities', () => {
  it('18: three allies co-run one workshop; attendance, follow-up, cancelled and untied ones do not count', () => {
    const allies = [anAlly('a'), anAlly('b'), anAlly('c')];
    const activities = [
      anActivity({ by: allies }),
      anActivity({ id: 'attended', attendedBy: allies }),
      anActivity({ id: 'follow-up', by: allies, kindCounts: false }),
      anActivity({ id: 'cancelled', by: allies, status: 'cancelled' }),
      anActivity({ id: 'untied', by: allies, strategyTie: null }),
    ];
    const count = jointActivitiesDone({ ...aRegister(allies, anAgreement({ with: [allies[0]!] })), activities }, '2024-01-01', '2024-12-31');
    expect(count).toMatchObject({ value: 1, allies: 3, participations: 3, withAlliance: 1, withoutAlliance: 2 });
    expect(count.excluded).toEqual([
      { id: 'attended', reason: 'no_external_contributor' },
      { id: 'follow-up', reason: 'kind_does_not_count' },
      { id: 'cancelled', reason: 'cancelled' },
      { id: 'untied', reason: 'no_strategy_tie' },
    ]);
  });

  it('19: a campaign over New Year counts once, in the year of its end, in all its countries', () => {
    const campaign = anActivity({ by: [iom], endsOn: '2025-01-10' });
    const countries = ['GT', 'BZ', 'HN', 'SV', 'NI', 'CR', 'PA', 'MX', 'DO'];
    const parts = countries.map((country) => anActivity({ by: [iom], parentId: campaign.id, countries: [country], endsOn: '2024-12-10' }));
    const register = { ...aRegister([iom]), activities: [campaign, ...parts] };
    expect(jointActivitiesDone(register, '2024-01-01', '2024-12-31').value).toBe(0);
    expect(jointActivitiesDone(register, '2025-01-01', '2025-12-31')).toMatchObject({ value: 1, countries: 9, allies: 1 });
  });
});

describe('worked example of progress', () => {
  it('20: the light follows the share of the expected way, upwards and downwards', () => {
    const rising = (value: number) => progressOf({ value, baseline: 2, target: 12, expected: 0.64 }).light;
    expect([7, 8, 14].map(rising)).toEqual(['at_risk', 'on_track', 'met']);
    expect(progressOf({ value: 7, baseline: 10, target: 4, expected: 0.5 }).light).toBe('on_track');
  });
});
