import fc from 'fast-check';
import { ACTIVITY_STATUSES, type ActivityFacts, type ActivityRegister } from '../activity-count.js';
import { type AgreementFacts, ENTRY_RULES, STAGES } from '../agreement-facts.js';
import type { Register } from '../alliance-ledger.js';
import { type Day, addDays } from '../day.js';
import type { Span } from '../span.js';
import { anAlly, theCoalition } from './builders.js';

/** Random histories in a small world, so that events meet: few organisations, 400 days. */
export const WORLD_START: Day = '2023-06-01';
export const WORLD_DAYS = 400;

export const aDay = (from = 0, to = WORLD_DAYS) => fc.integer({ min: from, max: to }).map((at) => addDays(WORLD_START, at));

const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null, freq: 2 });
// Not `freq: 1`, which never builds one.
const rarely = <T>(some: fc.Arbitrary<T>) => fc.oneof({ arbitrary: fc.constant(null), weight: 3 }, { arbitrary: some, weight: 1 });

export const aSpan: fc.Arbitrary<Span> = fc.record({ from: aDay(), to: maybe(aDay()) });

export const ORGANISATIONS = [
  theCoalition,
  anAlly('svet', { standing: 'member' }),
  anAlly('iom', { scope: 'extra_regional', audience: 3, countries: ['GT'] }),
  anAlly('iom-cr', { countsWithId: 'iom', countries: ['CR'], scope: 'national' }),
  anAlly('oim', { mergedIntoId: 'iom' }),
  anAlly('ngo', { scope: 'national', audience: 4, kind: 'ngo', countries: ['HN', 'SV'], sdgs: [5, 8] }),
  anAlly('forum', { audience: 2, kind: null, scope: null }),
];

const aSuspension = fc.record({ from: aDay(), to: maybe(aDay()), recordedOn: aDay() })
  .map((each) => ({ ...each, to: each.to !== null && each.to < each.from ? each.from : each.to }));

const aParty = fc.record({
  organisationId: fc.constantFrom(...ORGANISATIONS.map(({ id }) => id)),
  required: fc.boolean(),
  signedOn: fc.option(aDay(0, 200), { nil: null, freq: 6 }),
  withdrawnOn: rarely(aDay(150)),
  ratificationRequired: fc.integer({ min: 0, max: 4 }).map((at) => at === 0),
  ratifiedOn: maybe(aDay(100, 300)),
  ratificationRecordedOn: maybe(aDay()),
  recordedOn: aDay(),
});

const anAmendment = fc.record({ from: aDay(), effectiveTo: maybe(aDay(100)), recordedOn: aDay() });

const themes = fc.uniqueArray(fc.constantFrom('trafficking', 'smuggling'));

/** Any agreement that the form accepts and some that it does not. */
export const anyAgreement: fc.Arbitrary<AgreementFacts> = fc.record({
  id: fc.uuid(),
  kindIsInstrument: fc.integer({ min: 0, max: 9 }).map((at) => at > 0),
  inCoalitionName: fc.integer({ min: 0, max: 9 }).map((at) => at > 0),
  stage: fc.constantFrom(...STAGES),
  effectiveFrom: maybe(aDay(0, 200)),
  effectiveTo: maybe(aDay(100)),
  terminatedOn: rarely(aDay(100)),
  terminationRecordedOn: maybe(aDay()),
  signaturesRequired: rarely(fc.integer({ min: 1, max: 3 })),
  parties: fc.uniqueArray(aParty, { selector: (party) => party.organisationId, maxLength: 4 }),
  suspensions: fc.array(aSuspension, { maxLength: 2 }),
  entryRule: fc.oneof({ weight: 3, arbitrary: fc.constant('signatures' as const) }, { weight: 2, arbitrary: fc.constantFrom(...ENTRY_RULES) }),
  actOn: maybe(aDay(0, 250)),
  actRecordedOn: maybe(aDay()),
  amendments: fc.array(anAmendment, { maxLength: 2 }).map((all) => all.map((each, at) => ({ ...each, number: at + 1 }))),
  evidence: fc.array(fc.record({ verifiedOn: fc.option(aDay(), { nil: null, freq: 8 }) }), { minLength: 1, maxLength: 2 }),
  renewsId: fc.constant(null),
  partOfId: fc.constant(null),
  recordedOn: aDay(),
  themes,
  sdgs: fc.uniqueArray(fc.integer({ min: 1, max: 17 }), { maxLength: 2 }),
});

/** A register of up to ten agreements, some of which renew another or hang on one. */
export const anyRegister: fc.Arbitrary<Register> = fc
  .tuple(fc.uniqueArray(anyAgreement, { selector: ({ id }) => id, maxLength: 10 }), fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }))
  .map(([agreements, links]) => ({
    organisations: ORGANISATIONS,
    agreements: agreements.map((each, at) => ({
      ...each, renewsId: links[at] ? (agreements[at - 1]?.id ?? null) : null, partOfId: links[10 + at] ? (agreements[at - 1]?.id ?? null) : null,
    })),
  }));

const aParticipation = fc.record({ organisationId: fc.constantFrom(...ORGANISATIONS.map(({ id }) => id)), roleContributes: fc.boolean() });

const anyActivity: fc.Arbitrary<ActivityFacts> = fc.record({
  id: fc.uuid(),
  kindCounts: fc.integer({ min: 0, max: 9 }).map((at) => at > 0),
  kind: fc.constantFrom('campaign', 'workshop', null),
  parentId: fc.constant(null),
  status: fc.oneof({ weight: 5, arbitrary: fc.constant('done' as const) }, { weight: 1, arbitrary: fc.constantFrom(...ACTIVITY_STATUSES) }),
  endsOn: fc.option(aDay(), { nil: null, freq: 9 }),
  strategyTie: fc.option(fc.constantFrom('E3', 'E4.A1'), { nil: null, freq: 6 }),
  evidence: fc.array(fc.record({ verifiedOn: fc.option(aDay(), { nil: null, freq: 8 }) }), { minLength: 1, maxLength: 2 }),
  participations: fc.array(aParticipation, { maxLength: 4 }),
  countries: fc.uniqueArray(fc.constantFrom('GT', 'HN', 'CR'), { maxLength: 3 }),
  themes,
  sdgs: fc.uniqueArray(fc.integer({ min: 1, max: 17 }), { maxLength: 2 }),
  recordedOn: aDay(),
});

/** A register with up to eight activities as well, some of which are part of the one before. */
export const anyActivityRegister: fc.Arbitrary<ActivityRegister> = fc
  .tuple(anyRegister, fc.uniqueArray(anyActivity, { selector: ({ id }) => id, maxLength: 8 }), fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }))
  .map(([register, activities, parts]) => ({
    ...register,
    activities: activities.map((each, at) => ({ ...each, parentId: parts[at] && at % 3 > 0 ? (activities[at - 1]?.id ?? null) : null })),
  }));

/** First and last day of a period, both included. */
export const aPeriod = fc.tuple(aDay(), aDay()).map(([a, b]): [Day, Day] => (a < b ? [a, b] : [b, a]));

export const options = fc.record({
  unit: fc.constantFrom('ally' as const, 'instrument' as const),
  verifiedOnly: fc.boolean(),
  knownOn: fc.option(aDay(), { nil: undefined }),
});
