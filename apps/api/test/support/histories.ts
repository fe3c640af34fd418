import fc from 'fast-check';
import { addDays, type Day } from '@tejido/domain/day.js';
import type { ActivityFacts, ActivityRegister } from '@tejido/domain/activity-count.js';
import type { AgreementFacts, AmendmentFacts, PartyFacts, SuspensionFacts } from '@tejido/domain/agreement-facts.js';
import type { OrganisationFacts } from '@tejido/domain/counting-unit.js';
import type { Registry } from './harness.js';

/** Random histories that the database accepts, in a small world so that events meet. */
const START: Day = '2023-06-01';
const LENGTH = 400;
export const aDay = (from = 0, to = LENGTH) => fc.integer({ min: from, max: to }).map((at) => addDays(START, at));
const sometimes = <T>(value: fc.Arbitrary<T>, freq = 1) => fc.option(value, { nil: null, freq });
const latest = (...days: (Day | null | undefined)[]): Day => days.filter((day) => day != null).sort().at(-1)!;

const organisation = (at: number, more: Partial<OrganisationFacts>): OrganisationFacts => ({
  id: `00000000-0000-4000-8000-00000000000${at}`, standing: 'external', countsWithId: null, mergedIntoId: null, scope: 'regional', audience: 'international',
  kind: 'multilateral', countries: [], seatCountry: null, sdgs: [], ...more,
});

const COALITION = organisation(0, { standing: 'coalition' });
const IOM = organisation(2, { countries: ['GT'] });
/** The coalition, a national body with an office, an ally with an office and a merged twin whose office remained, and two more. */
export const ORGANISATIONS: readonly OrganisationFacts[] = [
  COALITION, organisation(1, { standing: 'member' }), IOM, organisation(3, { countsWithId: IOM.id, scope: 'national', countries: ['CR'] }),
  organisation(4, { mergedIntoId: IOM.id, standing: 'member' }), organisation(5, { countsWithId: '00000000-0000-4000-8000-000000000004' }),
  organisation(6, { scope: 'national', audience: 'civil_society', kind: 'national_ngo' }), organisation(7, { scope: null, audience: null, kind: null }),
  organisation(8, { countsWithId: '00000000-0000-4000-8000-000000000001' }),
];

const rarely = fc.integer({ min: 0, max: 4 }).map((at) => at === 0);

const aParty: fc.Arbitrary<PartyFacts> = fc.record({
  organisationId: fc.constantFrom(...ORGANISATIONS.map(({ id }) => id)), required: fc.boolean(), signedOn: sometimes(aDay(0, 200), 6),
  withdrawnOn: sometimes(aDay(150)), recordedOn: aDay(), withdrawalRecordedOn: sometimes(aDay(), 3),
  ratificationRequired: rarely, ratifiedOn: sometimes(aDay(100, 250), 4), ratificationRecordedOn: sometimes(aDay()),
}).map((party) => {
  const ratifiedOn = party.ratificationRequired && party.signedOn && party.ratifiedOn ? latest(party.ratifiedOn, party.signedOn) : null;
  return {
    ...party, ratifiedOn, withdrawnOn: party.withdrawnOn && latest(party.withdrawnOn, party.signedOn, ratifiedOn),
    ratificationRecordedOn: ratifiedOn && party.ratificationRecordedOn, withdrawalRecordedOn: party.withdrawnOn ? party.withdrawalRecordedOn : null,
  };
});

const amendments: fc.Arbitrary<AmendmentFacts[]> = fc.array(fc.record({ from: aDay(100), effectiveTo: sometimes(aDay(150)), recordedOn: aDay() }), { maxLength: 2 })
  .map((all) => all.map((each, at) => ({ ...each, number: at + 1, effectiveTo: each.effectiveTo && latest(each.effectiveTo, each.from) })));

// Two suspensions of one agreement never overlap: the database refuses it.
const suspensions: fc.Arbitrary<SuspensionFacts[]> = fc.tuple(fc.integer({ min: 0, max: 2 }), aDay(0, 150), aDay(150, 200), aDay(201, 300), sometimes(aDay(300)), aDay(), aDay())
  .map(([count, from, to, next, end, first, second]) => [{ from, to, recordedOn: first }, { from: next, to: end, recordedOn: second }].slice(0, count));

const proofs = fc.array(fc.record({ verifiedOn: sometimes(aDay(), 8) }), { minLength: 1, maxLength: 2 });
const codes = { themes: fc.uniqueArray(fc.constantFrom('trafficking', 'smuggling')), sdgs: fc.uniqueArray(fc.integer({ min: 1, max: 17 }), { maxLength: 2 }) };
const mostly = fc.integer({ min: 0, max: 9 }).map((at) => at > 0);

const anAgreement: fc.Arbitrary<AgreementFacts> = fc.record({
  id: fc.uuid({ version: 4 }), kindIsInstrument: mostly, inCoalitionName: mostly, stage: fc.constant('text_agreed' as const), effectiveFrom: sometimes(aDay(0, 200)),
  effectiveTo: sometimes(aDay(100)), terminatedOn: sometimes(aDay(100)), terminationRecordedOn: sometimes(aDay()),
  signaturesRequired: sometimes(fc.integer({ min: 1, max: 3 })), parties: fc.uniqueArray(aParty, { selector: (party) => party.organisationId, maxLength: 4 }),
  entryRule: fc.constantFrom('signatures' as const, 'signatures' as const, 'signatures' as const, 'day' as const, 'act' as const), actOn: sometimes(aDay(0, 250), 3), actRecordedOn: sometimes(aDay()),
  suspensions, amendments, evidence: proofs, renewsId: fc.constant(null), partOfId: fc.constant(null), recordedOn: aDay(), ...codes,
}).map(asTheDatabaseAccepts);

/** The agreement with what contradicts itself mended: the database refuses it, by constraints of its own. */
function asTheDatabaseAccepts(each: AgreementFacts): AgreementFacts {
  const signed = each.parties.flatMap(({ signedOn }) => signedOn ?? []).sort()[0] ?? null;
  const required = each.parties.filter((party) => party.required).length || each.parties.length;
  const effectiveTo = each.effectiveTo && latest(each.effectiveTo, each.effectiveFrom);
  const terminatedOn = each.terminatedOn && latest(latest(each.terminatedOn, each.effectiveFrom), signed);
  // A day needs to be named, an act comes after the first signature, and no amendment before it.
  const entryRule = each.entryRule === 'day' && !each.effectiveFrom ? 'signatures' : each.entryRule ?? 'signatures';
  const actOn = entryRule === 'act' && each.actOn && signed ? latest(each.actOn, signed) : null;
  const amended = signed ? each.amendments ?? [] : [];
  const ends = [effectiveTo, ...amended.map((amendment) => amendment.effectiveTo)];
  const lastEnd = ends.includes(null) ? null : latest(...ends);
  return {
    ...each, effectiveTo, terminatedOn, entryRule, actOn, actRecordedOn: actOn && (each.actRecordedOn ?? null), amendments: amended,
    terminationRecordedOn: terminatedOn ? each.terminationRecordedOn ?? null : null,
    signaturesRequired: each.signaturesRequired === null || required === 0 ? null : Math.min(each.signaturesRequired, required),
    suspensions: each.suspensions.filter(({ from }) => lastEnd === null || from <= lastEnd),
  };
}

const anActivity: fc.Arbitrary<ActivityFacts> = fc.record({
  id: fc.uuid({ version: 4 }), kindCounts: mostly, kind: fc.constant<string | null>('workshop'), parentId: fc.constant(null),
  status: fc.constantFrom('done' as const, 'done' as const, 'done' as const, 'planned' as const, 'cancelled' as const), endsOn: aDay().map((day): Day | null => day),
  strategyTie: sometimes(fc.constantFrom('E3', 'E3.A2'), 6), evidence: proofs,
  participations: fc.uniqueArray(fc.record({ organisationId: fc.constantFrom(...ORGANISATIONS.map(({ id }) => id)), roleContributes: fc.boolean() }),
    { maxLength: 4, selector: ({ organisationId, roleContributes }) => `${organisationId} ${roleContributes}` }),
  countries: fc.uniqueArray(fc.constantFrom('GT', 'HN', 'CR')), recordedOn: aDay(), ...codes,
}).map((each) => ({ ...each, kind: each.kindCounts ? 'workshop' : 'follow_up_meeting' }));

/** A register of up to ten agreements, some of which renew another or hang on one, and eight activities, some of which are part of another. */
export const aHistory: fc.Arbitrary<ActivityRegister> = fc.tuple(
  fc.uniqueArray(anAgreement, { selector: ({ id }) => id, maxLength: 10 }), fc.uniqueArray(anActivity, { selector: ({ id }) => id, maxLength: 8 }),
  fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
).map(([agreements, activities, linked]) => ({
  organisations: ORGANISATIONS,
  agreements: agreements.map((each, at) => ({
    ...each, renewsId: linked[at] ? (agreements[at - 1]?.id ?? null) : null, partOfId: linked[10 + at] ? (agreements[at - 1]?.id ?? null) : null,
  })),
  activities: activities.map((each, at) => ({ ...each, parentId: linked[at] && at % 3 > 0 ? (activities[at - 1]?.id ?? null) : null })),
}));

/** Replaces what the register holds, so that it is this history and nothing else. */
export async function writeHistory({ sql }: Pick<Registry, 'sql'>, { organisations, agreements, activities }: ActivityRegister): Promise<void> {
  const insert = async (table: string, rows: readonly object[]) => {
    if (rows.length === 0) return;
    const columns = Object.keys(rows[0]!).join(', ');
    await sql(`insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [JSON.stringify(rows)]);
  };
  await sql('delete from evidence; delete from participation; delete from activity; delete from agreement; delete from organisation_unit; delete from organisation');
  await insert('organisation', organisations.map((each) => ({
    id: each.id, name: each.id, standing: each.standing, scope: each.scope, audience: each.audience, kind: each.kind, countries: each.countries,
    counts_with_id: each.countsWithId, merged_into_id: each.mergedIntoId, sdgs: each.sdgs,
  })));
  await insert('agreement', agreements.map((each) => ({
    id: each.id, title: each.id, kind: each.kindIsInstrument ? 'memorandum' : 'informal_contact', stage: each.stage, in_coalition_name: each.inCoalitionName,
    effective_from: each.effectiveFrom, effective_to: each.effectiveTo, terminated_on: each.terminatedOn, termination_recorded_on: each.terminationRecordedOn,
    signatures_required: each.signaturesRequired, entry_rule: each.entryRule, entry_act: each.entryRule === 'act' ? 'Depósito' : null, act_on: each.actOn, act_recorded_on: each.actRecordedOn,
    renews_id: each.renewsId, part_of_id: each.partOfId, recorded_on: each.recordedOn, themes: each.themes, sdgs: each.sdgs,
  })));
  await insert('agreement_party', agreements.flatMap((each) => each.parties.map((party) => ({
    agreement_id: each.id, organisation_id: party.organisationId, required: party.required, signed_on: party.signedOn, withdrawn_on: party.withdrawnOn,
    ratification_required: party.ratificationRequired, ratified_on: party.ratifiedOn, ratification_recorded_on: party.ratificationRecordedOn, recorded_on: party.recordedOn, withdrawal_recorded_on: party.withdrawalRecordedOn,
  })).map((row) => ({ id: crypto.randomUUID(), version: 1, ...row }))));
  await insert('agreement_suspension', agreements.flatMap((each) => each.suspensions.map(({ from, to, recordedOn }) => (
    { id: crypto.randomUUID(), agreement_id: each.id, from_day: from, to_day: to, reason: '', recorded_on: recordedOn }))));
  await insert('agreement_amendment', agreements.flatMap((each) => (each.amendments ?? []).map(({ number, from, effectiveTo, recordedOn }) => ({
    id: crypto.randomUUID(), agreement_id: each.id, number, title: 'Adenda', terms: '', signed_on: latest(from, ...each.parties.map(({ signedOn }) => signedOn)), effective_from: from, changes_end: true, effective_to: effectiveTo, recorded_on: recordedOn, version: 1,
  }))));
  await insert('activity', activities.map((each) => ({
    id: each.id, title: each.id, kind: each.kind, status: each.status, ends_on: each.endsOn, parent_id: each.parentId, countries: each.countries, themes: each.themes,
    strategy_activity: each.strategyTie?.includes('.') ? each.strategyTie : null, axis: each.strategyTie?.includes('.') ? null : each.strategyTie, recorded_on: each.recordedOn, sdgs: each.sdgs,
  })));
  await insert('participation', activities.flatMap((each) => each.participations.map(({ organisationId, roleContributes }) => (
    { id: crypto.randomUUID(), activity_id: each.id, organisation_id: organisationId, role: roleContributes ? 'co_organises' : 'attends' }))));
  await insert('evidence', [...agreements, ...activities].flatMap((each) => each.evidence.map(({ verifiedOn }) => ({
    id: crypto.randomUUID(), agreement_id: 'parties' in each ? each.id : null, activity_id: 'parties' in each ? null : each.id, title: 'x', archive_reference: 'x', verified_on: verifiedOn, version: 1,
  }))));
}
