import { describe, expect, it } from '@jest/globals';
import { jointActivitiesDone } from './activity-count.js';
import { alliancesInForce } from './alliance-count.js';
import { ledgerOf } from './alliance-ledger.js';
import { allianceMovements } from './alliance-movements.js';
import { unitsOf } from './counting-unit.js';
import { activitiesBy, alliancesByTerm, alliancesByYear, alliesBy, themeSet } from './disaggregation.js';
import { aNationalBody, anActivity, anAgreement, anAlly, anOfficeOf, theCoalition } from './testing/builders.js';

const [iom, unodc] = [anAlly('iom'), anAlly('unodc')];
const YEAR = ['2024-01-01', '2024-12-31'] as const;

describe('the counting unit', () => {
  it('follows merges and offices as long as there is a next one', () => {
    const unitOf = unitsOf([
      iom, anAlly('gt', { countsWithId: 'old' }), anAlly('old', { mergedIntoId: 'older' }), anAlly('older', { mergedIntoId: 'iom' }),
    ]);
    expect(unitOf('gt')).toEqual({ id: 'iom', external: true });
  });

  it('is internal when anything on the way belongs to the coalition, unless that record was merged away', () => {
    const unitOf = unitsOf([
      iom, aNationalBody('svet'), anAlly('svet-office', { countsWithId: 'svet' }), anAlly('twin', { standing: 'member', mergedIntoId: 'iom' }),
    ]);
    expect(unitOf('svet-office').external).toBe(false);
    expect(unitOf('twin')).toEqual({ id: 'iom', external: true });
  });

  it('is one for a cycle, wherever it is entered, and refuses an organisation that is missing', () => {
    const unitOf = unitsOf([anAlly('a', { countsWithId: 'b' }), anAlly('b', { countsWithId: 'c' }), anAlly('c', { countsWithId: 'b' })]);
    expect(['a', 'b', 'c'].map((id) => unitOf(id).id)).toEqual(['b', 'b', 'b']);
    expect(() => unitOf('d')).toThrow('not in the register');
  });
});

describe('alliances', () => {
  it('of an agreement that one national body signed count only when it is declared the coalition\'s', () => {
    const own = anAgreement({ with: [iom], inCoalitionName: false });
    expect(alliancesInForce({ organisations: [theCoalition, iom], agreements: [own] }, '2024-01-01')).toMatchObject(
      { value: 0, excluded: [{ reason: 'not_in_coalition_name' }] });
  });

  it('drop an ally that withdrew from an agreement which goes on', () => {
    const parties = [{}, { required: false, withdrawnOn: '2024-06-01' }];
    const register = { organisations: [theCoalition, iom, unodc], agreements: [anAgreement({ with: [iom, unodc], parties })] };
    expect(alliancesInForce(register, '2024-05-31').value).toBe(2);
    expect(alliancesInForce(register, '2024-06-01').counted.map(({ id }) => id)).toEqual(['unodc']);
  });

  it('say when an agreement is in force between the coalition\'s own only', () => {
    const parties = [{}, { required: false, withdrawnOn: '2024-06-01' }];
    const register = { organisations: [theCoalition, iom], agreements: [anAgreement({ with: [iom], parties })] };
    expect(alliancesInForce(register, '2024-06-01').excluded).toMatchObject([{ reason: 'no_ally_bound' }]);
  });

  it('tell the agreement and the office that make an ally count', () => {
    const office = anOfficeOf(iom, 'CR');
    const agreement = anAgreement({ with: [office] });
    const { counted } = alliancesInForce({ organisations: [theCoalition, iom, office], agreements: [agreement] }, '2024-01-01');
    expect(counted).toEqual([{ id: 'iom', because: 'in_force', on: null, agreementIds: [agreement.id], organisationIds: ['iom-CR'] }]);
  });

  it('that come back and leave within one period still reconcile, by events with their days', () => {
    const suspensions = [{ from: '2024-02-01', to: '2024-03-31' }, { from: '2024-06-01', to: null }];
    const register = { organisations: [theCoalition, iom], agreements: [anAgreement({ with: [iom], suspensions })] };
    const moved = allianceMovements(register, ...YEAR);
    expect([moved.start, moved.new, moved.reactivated, moved.exits, moved.end].map(({ value }) => value)).toEqual([1, 0, 1, 2, 0]);
    expect(moved.exits.counted.map(({ on }) => on)).toEqual(['2024-02-01', '2024-06-01']);
  });
});

describe('disaggregations', () => {
  const register = {
    organisations: [theCoalition, iom, unodc],
    agreements: [
      anAgreement({ with: [iom], from: '2022-05-01', until: '2023-12-30', sdgs: [5, 10] }),
      anAgreement({ with: [unodc], from: '2023-05-01', sdgs: [16] }),
    ],
  };
  const ledger = ledgerOf(register);

  it('by year take the stock at 31 December, and never pretend to add up', () => {
    expect(alliancesByYear(ledger, [2021, 2022, 2023, 2024], '2023-12-31')).toEqual({
      dimension: 'year', additive: false, total: 2,
      cells: [{ key: '2021', value: 0 }, { key: '2022', value: 1 }, { key: '2023', value: 1 }],
    });
  });

  it('by year take the running one as it is today', () => {
    expect(alliancesByYear(ledger, [2023, 2024], '2023-04-01').cells).toEqual([{ key: '2023', value: 1 }]);
  });

  it('by term take its last day, or today for the one that runs, and leave coming terms out', () => {
    const terms = [
      { id: 'first', country: 'GT', from: '2023-01-01', to: '2023-12-31' },
      { id: 'second', country: 'HN', from: '2023-12-31', to: '2024-12-31' },
      { id: 'third', country: 'PA', from: '2024-12-31', to: null },
    ];
    expect(alliancesByTerm(ledger, terms, '2024-06-01').cells).toEqual([{ key: 'first', value: 2 }, { key: 'second', value: 1 }]);
  });

  it('by SDG list numbers in their order', () => {
    const { cells } = alliesBy(ledger, { ...register, themes: [] }, 'sdg', '2023-06-01');
    expect(cells.map(({ key }) => key)).toEqual(['5', '10', '16']);
  });

  it('of themes tell one, some and all apart', () => {
    const all = ['trafficking', 'smuggling', 'asylum'];
    expect([[], ['asylum', 'asylum'], ['asylum', 'smuggling'], all].map((themes) => themeSet(themes, all)))
      .toEqual([null, 'only:asylum', 'several', 'all']);
  });
});

describe('joint activities', () => {
  const organisations = [theCoalition, iom, unodc, anOfficeOf(iom, 'GT'), aNationalBody('svet')];
  const count = (...activities: ReturnType<typeof anActivity>[]) => jointActivitiesDone({ organisations, agreements: [], activities }, ...YEAR);
  const reasonOf = (activity: ReturnType<typeof anActivity>) => count(activity).excluded[0]?.reason;

  it('say why each other one does not count', () => {
    expect(reasonOf(anActivity({ by: [iom], status: 'planned' }))).toBe('planned');
    expect(reasonOf(anActivity({ by: [iom], endsOn: null }))).toBe('no_end_date');
    expect(reasonOf(anActivity({ by: [iom], endsOn: '2025-01-01' }))).toBe('outside_period');
    expect(reasonOf(anActivity({ by: [iom], evidence: [] }))).toBe('to_verify');
    expect(reasonOf(anActivity({ by: [aNationalBody('svet')] }))).toBe('no_external_contributor');
    expect(reasonOf(anActivity({ by: [iom], parentId: 'other' }))).toBe('sub_activity');
  });

  it('count an organisation and its office once in one activity, and again in the next', () => {
    const [first, second] = [anActivity({ by: [iom, anOfficeOf(iom, 'GT')] }), anActivity({ by: [iom, unodc] })];
    expect(count(first, second)).toMatchObject({ value: 2, allies: 2, participations: 3, withAlliance: 0, withoutAlliance: 2 });
  });

  it('forget what was verified or recorded after the day of knowledge', () => {
    const register = { organisations, agreements: [], activities: [anActivity({ by: [iom] })] };
    const known = (knownOn: string) => jointActivitiesDone(register, ...YEAR, { knownOn }).excluded.map(({ reason }) => reason);
    expect(['2024-06-19', '2024-06-20', '2024-07-01'].map(known)).toEqual([['recorded_later'], ['to_verify'], []]);
  });

  it('are told by country more than once, by theme set once', () => {
    const both = count(anActivity({ by: [iom], countries: ['GT', 'HN'], themes: ['smuggling'] }));
    expect(activitiesBy(both, { organisations, themes: [] }, 'country')).toMatchObject({ additive: false, total: 1, cells: [{ key: 'GT' }, { key: 'HN' }] });
    expect(activitiesBy(both, { organisations, themes: ['smuggling', 'trafficking'] }, 'theme_set').cells).toEqual([{ key: 'only:smuggling', value: 1 }]);
  });
});
