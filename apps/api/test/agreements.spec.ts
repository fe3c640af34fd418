import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openRegistry, type Asker, type Registry } from './support/harness.js';

const FIELDS = `id title status version viewerCan effectiveFrom effectiveTo terminatedOn terminationReason signaturesRequired themes summary inForce { from to }
  statusReason { because on organisations missing } renews { id } partOf { id } counting { counts reason onceVerified }
  parties { id role required signedOn withdrawnOn withdrawalReason signatory { name } organisation { id name } } suspensions { id fromDay toDay reason }`;
const READ = `query ($id: ID!) { agreement(id: $id) { ${FIELDS} } }`;
const REGISTER = `mutation ($input: AgreementInput!) { registerAgreement(input: $input) { ${FIELDS} } }`;
const AMEND = `mutation ($id: ID!, $version: Int!, $input: AgreementInput!) { amendAgreement(id: $id, version: $version, input: $input) { ${FIELDS} } }`;
const SIGN = `mutation ($id: ID!, $version: Int!, $partyId: ID!, $signedOn: Day!, $signatoryId: ID) { recordSignature(id: $id, version: $version, partyId: $partyId, signedOn: $signedOn, signatoryId: $signatoryId) { ${FIELDS} } }`;
const WITHDRAW = `mutation ($id: ID!, $version: Int!, $partyId: ID!, $withdrawnOn: Day!, $reason: String!) { withdrawParty(id: $id, version: $version, partyId: $partyId, withdrawnOn: $withdrawnOn, reason: $reason) { ${FIELDS} } }`;
const SUSPEND = `mutation ($id: ID!, $version: Int!, $fromDay: Day!, $toDay: Day, $reason: String!) { suspendAgreement(id: $id, version: $version, fromDay: $fromDay, toDay: $toDay, reason: $reason) { ${FIELDS} } }`;
const END_SUSPENSION = `mutation ($id: ID!, $version: Int!, $suspensionId: ID!, $toDay: Day!) { endSuspension(id: $id, version: $version, suspensionId: $suspensionId, toDay: $toDay) { ${FIELDS} } }`;
const TERMINATE = `mutation ($id: ID!, $version: Int!, $on: Day!, $reason: String!) { terminateAgreement(id: $id, version: $version, on: $on, reason: $reason) { ${FIELDS} } }`;
const REINSTATE = `mutation ($id: ID!, $version: Int!) { reinstateAgreement(id: $id, version: $version) { ${FIELDS} } }`;
const ARCHIVE = 'mutation ($id: ID!, $version: Int!) { archiveAgreement(id: $id, version: $version) }';
const LIST = `query ($filter: AgreementFilter, $sort: AgreementSort, $first: Int, $after: String) { agreements(filter: $filter, sort: $sort, first: $first, after: $after) {
  total hasMore endCursor nodes { title } facets { name values { value count } } } }`;

const TODAY = '2026-11-24';
let registry: Registry;
let clerk: Asker;
let honduras: Asker;
let guatemala: Asker;
let observer: Asker;
let coalition: string;
let iom: string;
let hidden: string;

beforeAll(async () => {
  registry = await openRegistry();
  [clerk, honduras, guatemala, observer] = [await registry.as('secretariat'), await registry.as('delegate', 'HN'), await registry.as('delegate', 'GT'), await registry.as('observer')];
  coalition = (await registry.sql("select id from organisation where standing = 'coalition'"))[0].id;
  [iom, hidden] = [await registry.organisation({ name: 'OIM', audience: 'international' }), await registry.organisation({ name: 'Oculta', visibility: 'secretariat' })];
});
beforeEach(() => registry.travelTo(TODAY));
afterAll(() => registry.close());

const sides = (...ids: string[]) => [coalition, ...ids].map((organisationId) => ({ organisationId }));
const draft = (given: object = {}) => ({ title: 'Memorando con la OIM', kind: 'memorandum', stage: 'text_agreed', parties: sides(iom), ...given });
const register = async (asker: Asker, given: object = {}) => (await asker.get(REGISTER, { input: draft(given) })).registerAgreement;
const refusal = async (asker: Asker, query: string, variables: object) => (await asker.ask(query, variables)).errors?.[0]?.extensions;
const problems = async (asker: Asker, query: string, variables: object) => (await refusal(asker, query, variables))?.fields.map(({ path, problem }) => `${path} ${problem}`);
const signed = (on: string) => sides(iom).map((side) => ({ ...side, signedOn: on }));
const amend = async (asker: Asker, { id, version }: { id: string; version: number }, input: object) => (await asker.get(AMEND, { id, version, input })).amendAgreement;

describe('registering an agreement', () => {
  it('tells whose signature it waits for, and from which signature it runs', async () => {
    const agreement = await register(clerk);
    expect(agreement).toMatchObject({ status: 'awaiting_signatures', statusReason: { because: 'waits_for_signatures', missing: 2 } });
    expect(agreement.statusReason.organisations).toContain('OIM');
    const [first, second] = agreement.parties;
    const half = (await clerk.get(SIGN, { id: agreement.id, version: agreement.version, partyId: first.id, signedOn: '2026-02-01' })).recordSignature;
    expect(half.statusReason.missing).toBe(1);
    const whole = (await clerk.get(SIGN, { id: agreement.id, version: half.version, partyId: second.id, signedOn: '2026-03-01' })).recordSignature;
    expect(whole).toMatchObject({ status: 'in_force', statusReason: { because: 'since_last_signature', on: '2026-03-01' }, inForce: [{ from: '2026-03-01', to: null }] });
    expect(whole.counting).toEqual({ counts: false, reason: 'to_verify', onceVerified: true });
  });

  it('names who signed for a party', async () => {
    const person = (await registry.sql("insert into person (name) values ('Ana Paz') returning id"))[0].id;
    const { id, version, parties } = await register(clerk);
    const answer = (await clerk.get(SIGN, { id, version, partyId: parties[0].id, signedOn: '2026-02-01', signatoryId: person })).recordSignature;
    expect(answer.parties.find((each: { id: string }) => each.id === parties[0].id).signatory).toEqual({ name: 'Ana Paz' });
  });

  it.each([
    ['a title that is missing', { title: ' ' }, ['title required']],
    ['a kind that is missing', { kind: null }, ['kind required']],
    ['a kind that nobody knows', { kind: 'handshake' }, ['kind unknown_code']],
    ['a stage that nobody knows', { stage: 'married' }, ['stage not_a_choice']],
    ['a theme that nobody knows', { themes: ['fishing'] }, ['themes unknown_code']],
    ['an end before the start', { effectiveFrom: '2026-03-01', effectiveTo: '2026-02-28' }, ['effectiveTo end_before_start']],
    ['one party alone', { parties: [] }, ['parties parties_too_few', 'parties coalition_missing']],
    ['more signatures than parties', { signaturesRequired: 3 }, ['signaturesRequired signatures_out_of_range']],
    ['no signature at all', { signaturesRequired: 0 }, ['signaturesRequired signatures_out_of_range']],
  ])('refuses %s', async (_, given, expected) => {
    expect(await problems(clerk, REGISTER, { input: draft(given) })).toEqual(expected);
  });

  it('refuses contradictory days of a party, each at its field', async () => {
    const parties = [{ organisationId: coalition, signedOn: '2026-11-25' }, { organisationId: iom, signedOn: '2026-05-01', withdrawnOn: '2026-04-30' }];
    expect(await problems(clerk, REGISTER, { input: draft({ parties }) })).toEqual(['parties.0.signedOn future_signature', 'parties.1.withdrawnOn withdrawn_before_signed']);
  });

  it('refuses a party twice, and an agreement in the coalition\'s name without it', async () => {
    expect(await problems(clerk, REGISTER, { input: draft({ parties: sides(iom, iom) }) })).toEqual(['parties.2.organisationId party_twice']);
    const other = await registry.organisation();
    const without = [{ organisationId: iom }, { organisationId: other }];
    expect(await problems(clerk, REGISTER, { input: draft({ parties: without }) })).toEqual(['parties coalition_missing']);
    expect((await register(clerk, { parties: without, inCoalitionName: false })).counting.reason).toBe('not_in_coalition_name');
  });

  it('tells all problems at once', async () => {
    const input = draft({ title: '', effectiveFrom: '2026-03-01', effectiveTo: '2026-02-28', parties: sides(iom, iom), renewsId: hidden });
    expect(await problems(clerk, REGISTER, { input })).toEqual(['title required', 'effectiveTo end_before_start', 'parties.2.organisationId party_twice', 'renewsId unknown_record']);
  });

  it('refuses a second agreement under the same reference', async () => {
    await register(clerk, { reference: 'CORETT/2026/01' });
    expect(await problems(clerk, REGISTER, { input: draft({ reference: 'CORETT/2026/01' }) })).toEqual(['reference duplicate_identifier']);
  });

  it('takes an impossible day for what it is', async () => {
    expect(await problems(clerk, REGISTER, { input: draft({ effectiveFrom: '2026-02-30' }) })).toEqual(['effectiveFrom not_a_day']);
  });
});

describe('renewals and parts', () => {
  it('refuses a cycle, and an agreement of itself, at the field', async () => {
    const first = await register(clerk);
    const second = await register(clerk, { renewsId: first.id, partOfId: first.id });
    const third = await register(clerk, { renewsId: second.id, partOfId: second.id });
    expect(await problems(clerk, AMEND, { id: first.id, version: first.version, input: { renewsId: third.id } })).toEqual(['renewsId renewal_cycle']);
    expect(await problems(clerk, AMEND, { id: first.id, version: first.version, input: { partOfId: third.id } })).toEqual(['partOfId part_of_cycle']);
    expect(await problems(clerk, AMEND, { id: first.id, version: first.version, input: { renewsId: first.id } })).toEqual(['renewsId self_reference']);
    expect((await clerk.get(READ, { id: first.id })).agreement).toMatchObject({ renews: null, version: first.version });
  });

  it('answers an agreement that the viewer may not see like one that does not exist', async () => {
    const secret = await register(clerk, { visibility: 'secretariat' });
    const input = draft({ country: 'HN', renewsId: secret.id, partOfId: '00000000-0000-4000-8000-000000000000' });
    expect(await problems(honduras, REGISTER, { input })).toEqual(['renewsId unknown_record', 'partOfId unknown_record']);
    expect((await honduras.get(READ, { id: secret.id })).agreement).toBeNull();
  });

  it('keeps a link to a hidden agreement when the editor\'s form shows none', async () => {
    const secret = await register(clerk, { visibility: 'secretariat' });
    const { id } = await register(clerk, { country: 'HN', renewsId: secret.id });
    const seen = (await honduras.get(READ, { id })).agreement;
    expect(seen.renews).toBeNull();
    await amend(honduras, seen, { renewsId: null, summary: 'x' });
    expect((await clerk.get(READ, { id })).agreement.renews).toEqual({ id: secret.id });
  });
});

describe('amending', () => {
  it('checks the whole agreement that would result', async () => {
    const agreement = await register(clerk, { effectiveFrom: '2026-03-01', effectiveTo: '2026-12-31' });
    expect(await problems(clerk, AMEND, { id: agreement.id, version: agreement.version, input: { effectiveTo: '2026-02-28' } })).toEqual(['effectiveTo end_before_start']);
    expect(await problems(clerk, AMEND, { id: agreement.id, version: agreement.version, input: { effectiveFrom: '2027-01-01' } })).toEqual(['effectiveTo end_before_start']);
    expect(await problems(clerk, AMEND, { id: agreement.id, version: agreement.version, input: { signaturesRequired: 3 } })).toEqual(['signaturesRequired signatures_out_of_range']);
  });

  it('keeps what is absent and clears what is null', async () => {
    const agreement = await register(clerk, { effectiveTo: '2026-12-31', themes: ['trafficking'], summary: 'Formación', parties: signed('2026-02-01') });
    const after = await amend(clerk, agreement, { effectiveTo: null, themes: null, summary: null });
    expect(after).toMatchObject({ title: agreement.title, effectiveTo: null, themes: [], summary: '', status: 'in_force' });
    expect(after.parties.map((party: { signedOn: string }) => party.signedOn)).toEqual(['2026-02-01', '2026-02-01']);
  });

  it('keeps the days of parties that stay, removes and adds others', async () => {
    const other = await registry.organisation({ name: 'Otra' });
    const agreement = await register(clerk, { parties: signed('2026-02-01') });
    const after = await amend(clerk, agreement, { parties: sides(iom, other) });
    expect(after.parties.map((each: { organisation: { name: string }; signedOn: string }) => [each.organisation.name, each.signedOn])).toEqual(expect.arrayContaining([['OIM', '2026-02-01'], ['Otra', null]]));
    expect((await amend(clerk, after, { parties: sides(other) })).parties).toHaveLength(2);
  });

  it('leaves the day of entry of a signature when its date or something else is corrected', async () => {
    const agreement = await register(clerk, { parties: signed('2026-02-01') });
    registry.travelTo('2026-12-24');
    await amend(clerk, agreement, { parties: signed('2026-02-02') });
    const rows = await registry.sql('select recorded_on::text, signed_on::text from agreement_party where agreement_id = $1', [agreement.id]);
    expect(rows).toEqual([{ recorded_on: TODAY, signed_on: '2026-02-02' }, { recorded_on: TODAY, signed_on: '2026-02-02' }]);
  });

  it('refuses a stale edit and changes nothing', async () => {
    const agreement = await register(clerk);
    await amend(clerk, agreement, { title: 'El nuevo título' });
    expect((await refusal(clerk, AMEND, { id: agreement.id, version: agreement.version, input: { title: 'El mío', parties: sides(await registry.organisation()) } }))?.code).toBe('CONFLICT_STALE');
    const now = (await clerk.get(READ, { id: agreement.id })).agreement;
    expect(now.title).toBe('El nuevo título');
    expect(now.parties.map((each: { organisation: { id: string } }) => each.organisation.id).sort()).toEqual([coalition, iom].sort());
    expect((await refusal(clerk, SIGN, { id: agreement.id, version: agreement.version, partyId: now.parties[0].id, signedOn: '2026-02-01' }))?.code).toBe('CONFLICT_STALE');
  });
});

describe('a party that the editor may not see', () => {
  it('neither shows nor vanishes by an edit, and cannot be named or signed for', async () => {
    const { id } = await register(clerk, { country: 'HN', parties: sides(iom, hidden) });
    const seen = (await honduras.get(READ, { id })).agreement;
    expect(seen.parties.map((each: { organisation: { name: string } }) => each.organisation.name)).not.toContain('Oculta');
    expect(seen.statusReason.organisations).not.toContain('Oculta');
    const after = await amend(honduras, seen, { title: 'Otro título', parties: sides(iom) });
    expect(after.parties).toHaveLength(2);
    const whole = (await clerk.get(READ, { id })).agreement;
    expect(whole.parties.map((each: { organisation: { name: string } }) => each.organisation.name)).toContain('Oculta');
    const nobody = '00000000-0000-4000-8000-000000000000';
    for (const unseen of [hidden, nobody]) {
      expect(await problems(honduras, AMEND, { id, version: after.version, input: { parties: sides(iom, unseen) } })).toEqual(['parties.2.organisationId unknown_record']);
    }
    const partyId = whole.parties.find((each: { organisation: { id: string } }) => each.organisation.id === hidden).id;
    expect((await refusal(honduras, SIGN, { id, version: after.version, partyId, signedOn: '2026-02-01' }))?.code).toBe('NOT_FOUND');
  });
});

describe('what happens to an agreement', () => {
  it('refuses signatures of the future and before they make sense', async () => {
    const { id, version, parties } = await register(clerk);
    expect(await problems(clerk, SIGN, { id, version, partyId: parties[0].id, signedOn: '2026-11-25' })).toEqual(['signedOn future_signature']);
    expect(await problems(clerk, SIGN, { id, version, partyId: 'nonsense', signedOn: '2026-02-01' })).toEqual([]);
  });

  it('ends when a party that it needs withdraws', async () => {
    const { id, version, parties } = await register(clerk, { parties: signed('2026-02-01') });
    const partyId = parties.find((each: { organisation: { id: string } }) => each.organisation.id === iom).id;
    expect(await problems(clerk, WITHDRAW, { id, version, partyId, withdrawnOn: '2026-01-31', reason: '' })).toEqual(['withdrawnOn withdrawn_before_signed', 'reason required']);
    const after = (await clerk.get(WITHDRAW, { id, version, partyId, withdrawnOn: '2026-06-01', reason: 'Cierre de la oficina' })).withdrawParty;
    expect(after).toMatchObject({ status: 'terminated', statusReason: { because: 'party_withdrew', on: '2026-06-01', organisations: ['OIM'] }, inForce: [{ from: '2026-02-01', to: '2026-05-31' }] });
    expect(after.parties.find((each: { id: string }) => each.id === partyId).withdrawalReason).toBe('Cierre de la oficina');
    const undone = await amend(clerk, after, { parties: [{ organisationId: coalition }, { organisationId: iom, withdrawnOn: null }] });
    expect(undone.status).toBe('in_force');
  });

  it('suspends with a reason, ends the suspension, and refuses overlapping ones', async () => {
    const { id, version } = await register(clerk, { parties: signed('2026-02-01'), effectiveTo: '2027-06-30' });
    expect(await problems(clerk, SUSPEND, { id, version, fromDay: '2026-11-01', toDay: '2026-10-31', reason: ' ' })).toEqual(['toDay end_before_start', 'reason required']);
    expect(await problems(clerk, SUSPEND, { id, version, fromDay: '2027-07-01', reason: 'x' })).toEqual(['fromDay outside_agreement']);
    const suspended = (await clerk.get(SUSPEND, { id, version, fromDay: '2026-11-01', reason: 'Revisión de fondos' })).suspendAgreement;
    expect(suspended).toMatchObject({ status: 'suspended', statusReason: { on: null }, suspensions: [{ fromDay: '2026-11-01', toDay: null, reason: 'Revisión de fondos' }] });
    expect(await problems(clerk, SUSPEND, { id, version: suspended.version, fromDay: '2026-11-20', toDay: '2026-11-30', reason: 'x' })).toEqual(['fromDay overlapping']);
    const suspensionId = suspended.suspensions[0].id;
    expect(await problems(clerk, END_SUSPENSION, { id, version: suspended.version, suspensionId, toDay: '2026-10-01' })).toEqual(['toDay end_before_start']);
    const resumed = (await clerk.get(END_SUSPENSION, { id, version: suspended.version, suspensionId, toDay: '2026-11-23' })).endSuspension;
    expect(resumed).toMatchObject({ status: 'in_force', inForce: [{ from: '2026-02-01', to: '2026-10-31' }, { from: TODAY, to: '2027-06-30' }] });
  });

  it('terminates with a reason, not before it was signed, and takes a mistake back', async () => {
    const { id, version } = await register(clerk, { parties: signed('2026-02-01') });
    expect(await problems(clerk, TERMINATE, { id, version, on: '2026-01-31', reason: '' })).toEqual(['on termination_before_start', 'reason required']);
    const over = (await clerk.get(TERMINATE, { id, version, on: '2026-09-15', reason: 'Denuncia' })).terminateAgreement;
    expect(over).toMatchObject({ status: 'terminated', terminationReason: 'Denuncia', inForce: [{ from: '2026-02-01', to: '2026-09-14' }] });
    const back = (await clerk.get(REINSTATE, { id, version: over.version })).reinstateAgreement;
    expect(back).toMatchObject({ status: 'in_force', terminatedOn: null, terminationReason: null });
    expect((await refusal(clerk, REINSTATE, { id, version: back.version }))?.code).toBe('CONFLICT');
  });

  it('comes back from the trash, for whoever may amend it', async () => {
    const { id, version } = await register(clerk, { title: 'De ida y vuelta', country: 'GT' });
    const restore = 'mutation ($id: ID!, $version: Int!) { restoreAgreement(id: $id, version: $version) { title } }';
    const inTrash = async (who: Asker) => (await who.get(LIST, { filter: { text: 'ida y vuelta', archived: true } })).agreements.nodes;
    expect((await refusal(clerk, restore, { id, version }))?.code).toBe('NOT_FOUND');
    await clerk.get(ARCHIVE, { id, version });
    expect(await inTrash(clerk)).toEqual([{ title: 'De ida y vuelta' }]);
    expect(await inTrash(await registry.as('public'))).toEqual([]);
    const now = (await registry.sql('select version from agreement where id = $1', [id]))[0].version;
    expect((await refusal(honduras, restore, { id, version: now }))?.code).toBe('FORBIDDEN');
    expect((await refusal(clerk, restore, { id, version }))?.code).toBe('CONFLICT_STALE');
    expect((await clerk.get(restore, { id, version: now })).restoreAgreement.title).toBe('De ida y vuelta');
    expect(await inTrash(clerk)).toEqual([]);
    expect((await clerk.get(LIST, { filter: { text: 'ida y vuelta' } })).agreements.total).toBe(1);
  });

  it('goes to the trash and is gone from everywhere', async () => {
    const { id, version } = await register(clerk, { title: 'A la papelera' });
    expect((await clerk.get(ARCHIVE, { id, version })).archiveAgreement).toBe(true);
    expect((await clerk.get(READ, { id })).agreement).toBeNull();
    expect((await clerk.get(LIST, { filter: { text: 'papelera' } })).agreements.total).toBe(0);
    expect((await refusal(clerk, AMEND, { id, version, input: {} }))?.code).toBe('NOT_FOUND');
  });
});

it('is read whole in one statement, beside the session\'s', async () => {
  const { id } = await register(clerk, { parties: signed('2026-02-01') });
  const whole = `query ($id: ID!) { agreement(id: $id) { ${FIELDS} renewedBy { id } parts { id } evidence { id } meetings { id title } activities { id } commitments { id text } } }`;
  const statements = await registry.statementsOf(async () => expect((await clerk.get(whole, { id })).agreement.status).toBe('in_force'));
  expect(statements.filter((statement) => !statement.includes('user_session'))).toHaveLength(1);
});

describe('who may', () => {
  it('lets a delegate write what is their country\'s and nothing else', async () => {
    const theirs = await register(honduras);
    expect(theirs.viewerCan).toEqual(expect.arrayContaining(['read', 'amend']));
    expect((await guatemala.get(READ, { id: theirs.id })).agreement.viewerCan).toEqual(['read']);
    for (const [query, more] of [[AMEND, { input: { title: 'x' } }], [TERMINATE, { on: TODAY, reason: 'x' }], [SUSPEND, { fromDay: TODAY, reason: 'x' }], [ARCHIVE, {}]] as const) {
      expect((await refusal(guatemala, query, { id: theirs.id, version: theirs.version, ...more }))?.code).toBe('FORBIDDEN');
    }
    expect((await refusal(honduras, AMEND, { id: theirs.id, version: theirs.version, input: { country: 'GT' } }))?.code).toBe('FORBIDDEN');
    expect((await refusal(honduras, REGISTER, { input: draft({ country: 'GT' }) }))?.code).toBe('FORBIDDEN');
    expect((await clerk.get(READ, { id: theirs.id })).agreement.title).toBe(theirs.title);
  });

  it('hides a country\'s own agreement from other countries, and asks strangers to sign in', async () => {
    const own = await register(honduras, { visibility: 'country' });
    expect((await guatemala.get(READ, { id: own.id })).agreement).toBeNull();
    expect((await refusal(guatemala, AMEND, { id: own.id, version: own.version, input: {} }))?.code).toBe('NOT_FOUND');
    expect((await refusal(observer, REGISTER, { input: draft() }))?.code).toBe('FORBIDDEN');
    const stranger = await registry.as('public');
    expect((await refusal(stranger, REGISTER, { input: draft() }))?.code).toBe('NOT_SIGNED_IN');
    expect((await stranger.get(READ, { id: own.id })).agreement).toBeNull();
  });
});
