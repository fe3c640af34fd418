import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openRegistry, type Asker, type Registry } from './support/harness.js';

const FIELDS = `id status version reference referenceGiven effectiveTo endsOn entryRule entryAct actOn inForce { from to } counting { counts reason }
  statusReason { because on organisations missing framework }
  parties { id state signedOn ratifiedOn ratificationRequired organisation { id } signatory { id name } signatoryPost { post toDay } document { title }
    formerSignatories { reason replacedOn person { name } } }
  amendments { id number title signedOn effectiveFrom changesEnd effectiveTo } suspensions { id }`;
const READ = `query ($id: ID!) { agreement(id: $id) { ${FIELDS} } }`;
const REGISTER = `mutation ($input: AgreementInput!) { it: registerAgreement(input: $input) { ${FIELDS} } }`;
const verb = (name: string, more: string, args: string) => `mutation ($id: ID!, $version: Int!${more}) { it: ${name}(id: $id, version: $version${args}) { ${FIELDS} } }`;
const AMEND = verb('amendAgreement', ', $input: AgreementInput!', ', input: $input');
const SIGN = verb('recordSignature', ', $partyId: ID!, $signedOn: Day!, $signatoryId: ID, $documentId: ID', ', partyId: $partyId, signedOn: $signedOn, signatoryId: $signatoryId, documentId: $documentId');
const RATIFY = verb('recordRatification', ', $partyId: ID!, $ratifiedOn: Day!', ', partyId: $partyId, ratifiedOn: $ratifiedOn');
const MOVE = verb('moveParty', ', $partyId: ID!, $stage: String!', ', partyId: $partyId, stage: $stage');
const NAME = verb('nameSignatory', ', $partyId: ID!, $personId: ID!, $postId: ID, $reason: String', ', partyId: $partyId, personId: $personId, postId: $postId, reason: $reason');
const ACT = verb('recordEntryAct', ', $actOn: Day!', ', actOn: $actOn');
const DRAFT = verb('draftAmendment', ', $input: AmendmentInput!', ', input: $input');
const CORRECT = verb('amendAmendment', ', $amendmentId: ID!, $input: AmendmentInput!', ', amendmentId: $amendmentId, input: $input');
const SIGN_AMENDMENT = verb('signAmendment', ', $amendmentId: ID!, $signedOn: Day!', ', amendmentId: $amendmentId, signedOn: $signedOn');
const DROP = verb('dropAmendment', ', $amendmentId: ID!', ', amendmentId: $amendmentId');
const SUSPEND = verb('suspendAgreement', ', $fromDay: Day!, $toDay: Day, $reason: String!', ', fromDay: $fromDay, toDay: $toDay, reason: $reason');
const NUMBER = verb('numberAgreement', '', '');

const TODAY = '2026-11-24';
let registry: Registry;
let clerk: Asker;
let honduras: Asker;
let coalition: string;
let iom: string;
let ngo: string;

beforeAll(async () => {
  registry = await openRegistry();
  [clerk, honduras] = [await registry.as('secretariat'), await registry.as('delegate', 'HN')];
  coalition = (await registry.sql("select id from organisation where standing = 'coalition'"))[0].id;
  [iom, ngo] = [await registry.organisation({ name: 'OIM' }), await registry.organisation({ name: 'Raíces' })];
});
beforeEach(() => registry.travelTo(TODAY));
afterAll(() => registry.close());

type Whole = { id: string; version: number; parties: { id: string; organisation: { id: string } }[]; amendments: { id: string }[] } & Record<string, any>;
const draft = (given: object = {}) => ({ title: 'Convenio', kind: 'memorandum', stage: 'text_agreed', parties: [{ organisationId: coalition }, { organisationId: iom }], ...given });
const register = async (given: object = {}, asker = clerk): Promise<Whole> => (await asker.get(REGISTER, { input: draft(given) })).it;
const signed = (on: string, more: object = {}) => [{ organisationId: coalition, signedOn: on }, { organisationId: iom, signedOn: on, ...more }];
const tell = async (query: string, { id, version }: Whole, more: object = {}, asker = clerk): Promise<Whole> => (await asker.get(query, { id, version, ...more })).it;
const refused = async (query: string, { id, version }: Whole, more: object = {}, asker = clerk) => {
  const error = (await asker.ask(query, { id, version, ...more })).errors?.[0]?.extensions;
  return error?.fields.length ? error.fields.map(({ path, problem }) => `${path} ${problem}`) : error?.code;
};
const problems = async (given: object, asker = clerk) => (await asker.ask(REGISTER, { input: draft(given) })).errors?.[0]?.extensions.fields.map(({ path, problem }) => `${path} ${problem}`);
const party = (whole: Whole, organisationId: string) => whole.parties.find((each) => each.organisation.id === organisationId)!;
const prove = (id: string) => registry.sql("insert into evidence (agreement_id, title, archive_reference, verified_on) values ($1, 'Texto', 'Caja', '2026-01-01')", [id]);
const allies = async (on: string, known: string | null = null) => {
  const { indicatorReport } = await clerk.get('query ($on: Day!, $known: Day) { indicatorReport(code: "alliances_in_force", on: $on, known: $known) { value excluded { reason record { id } } } }', { on, known });
  return indicatorReport as { value: number; excluded: { reason: string; record: { id: string } }[] };
};
const reasonOf = async (id: string, on: string) => (await allies(on)).excluded.find(({ record }) => record.id === id)?.reason;

describe('a party', () => {
  it('goes from invited over negotiating to signed and ratified, and binds only then', async () => {
    const first = await register({ parties: [{ organisationId: coalition, signedOn: '2026-02-01' }, { organisationId: iom, ratificationRequired: true }] });
    const { id: partyId } = party(first, iom);
    expect(party(first, iom)).toMatchObject({ state: 'invited' });
    const talks = await tell(MOVE, first, { partyId, stage: 'negotiating' });
    expect(party(talks, iom)).toMatchObject({ state: 'negotiating' });
    expect(await refused(RATIFY, talks, { partyId, ratifiedOn: '2026-03-01' })).toEqual(['ratifiedOn ratified_before_signed']);
    const half = await tell(SIGN, talks, { partyId, signedOn: '2026-03-01' });
    expect(half).toMatchObject({ status: 'awaiting_signatures', statusReason: { because: 'waits_for_ratifications', organisations: ['OIM'], missing: 1 } });
    expect(await refused(MOVE, half, { partyId, stage: 'invited' })).toEqual(['stage wrong_stage']);
    expect(await refused(RATIFY, half, { partyId, ratifiedOn: '2026-02-28' })).toEqual(['ratifiedOn ratified_before_signed']);
    expect(await refused(RATIFY, half, { partyId, ratifiedOn: '2026-11-25' })).toEqual(['ratifiedOn day_in_future']);
    const whole = await tell(RATIFY, half, { partyId, ratifiedOn: '2026-05-01' });
    expect(whole).toMatchObject({ status: 'in_force', statusReason: { because: 'since_last_ratification', on: '2026-05-01', organisations: ['OIM'] }, inForce: [{ from: '2026-05-01', to: null }] });
    expect(party(whole, iom)).toMatchObject({ state: 'ratified' });
  });

  it('whose signature suffices does not ratify', async () => {
    const whole = await register({ parties: signed('2026-02-01') });
    expect(await refused(RATIFY, whole, { partyId: party(whole, iom).id, ratifiedOn: '2026-03-01' })).toEqual(['ratifiedOn ratification_not_needed']);
  });

  it('signs neither before the agreement\'s date nor after it left', async () => {
    const whole = await register({ datedOn: '2026-02-10', parties: [{ organisationId: coalition }, { organisationId: iom, withdrawnOn: '2026-06-01' }] });
    expect(await refused(SIGN, whole, { partyId: party(whole, coalition).id, signedOn: '2026-02-09' })).toEqual(['signedOn signed_before_agreement']);
    expect(await refused(SIGN, whole, { partyId: party(whole, iom).id, signedOn: '2026-06-02' })).toEqual(['signedOn withdrawn_before_signed']);
    expect(await problems({ datedOn: '2026-02-10', parties: signed('2026-02-09') })).toEqual(['parties.0.signedOn signed_before_agreement', 'parties.1.signedOn signed_before_agreement']);
  });

  it('is signed for by a person in a post, who is substituted with a reason and stays in the history', async () => {
    const person = async (name: string, post?: string) => {
      const id = (await registry.sql('insert into person (name) values ($1) returning id', [name]))[0].id as string;
      const postId = post && (await registry.sql("insert into affiliation (person_id, organisation_id, post, from_day) values ($1, $2, $3, '2020-01-01') returning id", [id, iom, post]))[0].id;
      return { id, postId: postId as string };
    };
    const [ana, luis] = [await person('Ana Paz', 'Dirección'), await person('Luis Gil', 'Subdirección')];
    const { id: hidden } = (await registry.sql("insert into person (name, visibility) values ('Nadie', 'secretariat') returning id"))[0];
    const whole = await register({ country: 'HN' });
    const { id: partyId } = party(whole, iom);
    expect(await refused(NAME, whole, { partyId, personId: hidden }, honduras)).toEqual(['personId unknown_record']);
    expect(await refused(NAME, whole, { partyId, personId: ana.id, postId: luis.postId })).toEqual(['postId post_of_another']);
    const named = await tell(NAME, whole, { partyId, personId: ana.id });
    expect(party(named, iom)).toMatchObject({ signatory: { name: 'Ana Paz' }, signatoryPost: { post: 'Dirección', toDay: null }, formerSignatories: [] });
    expect(await refused(NAME, named, { partyId, personId: luis.id })).toEqual(['reason required']);
    expect(await refused(SIGN, named, { partyId, signedOn: '2026-03-01', signatoryId: luis.id })).toEqual(['signatoryId substitution_needed']);
    const substituted = await tell(NAME, named, { partyId, personId: luis.id, reason: 'Dejó el cargo' });
    expect(party(substituted, iom)).toMatchObject({
      signatory: { name: 'Luis Gil' }, signatoryPost: { post: 'Subdirección' }, formerSignatories: [{ reason: 'Dejó el cargo', replacedOn: TODAY, person: { name: 'Ana Paz' } }],
    });
    const after = await tell(SIGN, substituted, { partyId, signedOn: '2026-03-01' });
    expect(party(after, iom)).toMatchObject({ state: 'signed', signatory: { name: 'Luis Gil' } });
  });

  it('names the evidence that is its signed document, and no other agreement\'s', async () => {
    const [whole, other] = [await register(), await register()];
    await prove(whole.id);
    await prove(other.id);
    const proof = async (id: string) => (await registry.sql('select id from evidence where agreement_id = $1', [id]))[0].id;
    const { id: partyId } = party(whole, iom);
    expect(await refused(SIGN, whole, { partyId, signedOn: '2026-03-01', documentId: await proof(other.id) })).toEqual(['documentId unknown_record']);
    expect(party(await tell(SIGN, whole, { partyId, signedOn: '2026-03-01', documentId: await proof(whole.id) }), iom)).toMatchObject({ document: { title: 'Texto' } });
  });
});

describe('entry into force', () => {
  it('is on the day that the text names, among those who have signed', async () => {
    expect(await problems({ entryRule: 'day' })).toEqual(['effectiveFrom required']);
    const whole = await register({
      entryRule: 'day', effectiveFrom: '2026-06-01', parties: [{ organisationId: coalition, signedOn: '2026-02-01' }, { organisationId: iom }, { organisationId: ngo, signedOn: '2026-03-01' }],
    });
    expect(whole).toMatchObject({ status: 'in_force', inForce: [{ from: '2026-06-01', to: null }], statusReason: { because: 'since_effective_from' } });
  });

  it('is by an act after the signatures, where the text says so', async () => {
    expect(await problems({ entryRule: 'act', entryAct: ' ' })).toEqual(['entryAct required']);
    expect(await problems({ entryRule: 'wish' })).toEqual(['entryRule not_a_choice']);
    const whole = await register({ entryRule: 'act', entryAct: 'Depósito de la ratificación', parties: signed('2026-02-01') });
    await prove(whole.id);
    expect(whole).toMatchObject({ status: 'awaiting_signatures', statusReason: { because: 'waits_for_act' } });
    expect(await reasonOf(whole.id, TODAY)).toBe('status_awaiting_signatures');
    expect(await refused(ACT, whole, { actOn: '2026-01-31' })).toEqual(['actOn act_before_signature']);
    expect(await refused(ACT, whole, { actOn: '2026-11-25' })).toEqual(['actOn day_in_future']);
    registry.travelTo('2026-11-30');
    const done = await tell(ACT, whole, { actOn: '2026-07-01' });
    expect(done).toMatchObject({ status: 'in_force', actOn: '2026-07-01', statusReason: { because: 'since_act', on: '2026-07-01' }, inForce: [{ from: '2026-07-01', to: null }] });
    expect([(await allies('2026-11-24', '2026-11-29')).value, (await allies('2026-11-24')).value]).toEqual([0, 1]);
    const other = await tell(AMEND, done, { input: { entryRule: 'signatures' } });
    expect(other).toMatchObject({ actOn: null, inForce: [{ from: '2026-02-01', to: null }] });
    expect(await refused(ACT, other, { actOn: '2026-07-01' })).toEqual(['actOn wrong_stage']);
    await registry.sql('delete from agreement where id = $1', [whole.id]);
  });

  it('needs no more signatures than there are', async () => {
    expect(await problems({ signaturesRequired: 3 })).toEqual(['signaturesRequired signatures_out_of_range']);
  });
});

describe('amendments', () => {
  const more = { title: 'Prórroga', changesEnd: true, effectiveTo: '2027-06-30' };

  it('change nothing until they are signed; then they have a number, and the end follows from their day on', async () => {
    const whole = await register({ parties: signed('2026-02-01'), effectiveTo: '2026-11-23' });
    await prove(whole.id);
    expect(whole.status).toBe('expired');
    const drafted = await tell(DRAFT, whole, { input: more });
    expect(drafted).toMatchObject({ status: 'expired', endsOn: '2026-11-23', amendments: [{ number: null, signedOn: null }] });
    const [{ id: amendmentId }] = drafted.amendments as [{ id: string }];
    expect(await refused(SIGN_AMENDMENT, drafted, { amendmentId, signedOn: '2026-01-31' })).toEqual(['signedOn amended_before_agreement']);
    expect(await refused(SIGN_AMENDMENT, drafted, { amendmentId, signedOn: '2026-11-25' })).toEqual(['signedOn future_signature']);
    expect(await refused(CORRECT, drafted, { amendmentId, input: { effectiveTo: '2026-01-01' } })).toEqual(['effectiveTo end_before_start']);
    const after = await tell(SIGN_AMENDMENT, drafted, { amendmentId, signedOn: '2026-11-20' });
    expect(after).toMatchObject({
      status: 'in_force', effectiveTo: '2026-11-23', endsOn: '2027-06-30', amendments: [{ number: 1, signedOn: '2026-11-20', effectiveFrom: '2026-11-20' }], inForce: [{ from: '2026-02-01', to: '2027-06-30' }],
    });
    expect(await refused(DROP, after, { amendmentId })).toEqual([' wrong_stage']);
    expect([(await allies(TODAY, '2026-11-23')).value, (await allies(TODAY)).value]).toEqual([0, 1]);
    const ending = await clerk.get('query { agreements(filter: { expiringWithinDays: 30 }) { nodes { id } } }');
    expect(ending.agreements.nodes).not.toContainEqual({ id: whole.id });
    await registry.sql('delete from agreement where id = $1', [whole.id]);
  });

  it('are refused where nobody has signed the agreement, and before it took effect', async () => {
    const drafted = await tell(DRAFT, await register(), { input: more });
    expect(await refused(SIGN_AMENDMENT, drafted, { amendmentId: drafted.amendments[0]!.id, signedOn: '2026-11-20' })).toEqual(['signedOn agreement_unsigned']);
    const whole = await register({ parties: signed('2026-02-01') });
    expect(await refused(DRAFT, whole, { input: { ...more, title: ' ', effectiveFrom: '2026-01-01' } })).toEqual(['title required', 'effectiveFrom amended_before_agreement']);
  });

  it('are numbered without a gap, whatever is dropped and whoever signs at once', async () => {
    let whole = await register({ parties: signed('2026-02-01') });
    for (const title of ['a', 'b', 'c']) whole = await tell(DRAFT, whole, { input: { title } });
    const [a, b, c] = whole.amendments.map(({ id }) => id) as [string, string, string];
    const both = await Promise.all([a, c].map((amendmentId) => clerk.ask(SIGN_AMENDMENT, { id: whole.id, version: whole.version, amendmentId, signedOn: '2026-03-01' })));
    expect(both.map(({ errors }) => errors?.[0]?.extensions.code ?? 'done').sort()).toEqual(['CONFLICT_STALE', 'done']);
    const now = (await clerk.get(READ, { id: whole.id })).agreement as Whole;
    const other = now.amendments.find((each) => each.id !== b && !(each as { number?: number }).number)!;
    const dropped = await tell(DROP, now, { amendmentId: b });
    const last = await tell(SIGN_AMENDMENT, dropped, { amendmentId: other.id, signedOn: '2026-04-01' });
    expect(last.amendments.map((each) => (each as unknown as { number: number }).number)).toEqual([1, 2]);
  });
});

describe('a framework', () => {
  it('that is suspended suspends what hangs on it, however deep, with its own reason in the counts', async () => {
    const framework = await register({ title: 'Marco', kind: 'framework_agreement', parties: signed('2026-01-01'), visibility: 'secretariat' });
    const specific = await register({ title: 'Específico', kind: 'specific_agreement', partOfId: framework.id, parties: signed('2026-02-01') });
    const below = await register({ title: 'Plan', kind: 'joint_work_plan', partOfId: specific.id, parties: signed('2026-03-01') });
    for (const { id } of [framework, specific, below]) await prove(id);
    expect((await allies(TODAY)).value).toBe(1);
    const paused = await tell(SUSPEND, framework, { fromDay: '2026-11-01', toDay: '2026-12-31', reason: 'Fondos' });
    const read = async (id: string, asker = clerk) => (await asker.get(READ, { id })).agreement as Whole;
    for (const id of [specific.id, below.id]) {
      expect(await read(id)).toMatchObject({ status: 'suspended', statusReason: { because: 'framework_suspended', on: '2026-12-31', framework: 'Marco' }, counting: { counts: false, reason: 'framework_suspended' } });
      expect(await reasonOf(id, TODAY)).toBe('framework_suspended');
    }
    expect(await reasonOf(framework.id, TODAY)).toBe('status_suspended');
    expect([(await allies('2026-10-31')).value, (await allies(TODAY)).value, (await allies('2027-01-01')).value]).toEqual([1, 0, 1]);
    expect((await read(below.id)).inForce).toEqual([{ from: '2026-03-01', to: '2026-10-31' }, { from: '2027-01-01', to: null }]);
    // Whoever may not see the framework is told that it is suspended by one, not by which.
    expect((await read(specific.id, honduras)).statusReason).toMatchObject({ because: 'framework_suspended', framework: null });
    const free = await tell(AMEND, specific, { input: { partOfId: null } });
    expect(free.status).toBe('in_force');
    expect((await read(below.id)).status).toBe('in_force');
    const back = await tell(AMEND, free, { input: { partOfId: framework.id } });
    expect(back.status).toBe('suspended');
    await clerk.get('mutation ($id: ID!, $version: Int!) { archiveAgreement(id: $id, version: $version) }', { id: paused.id, version: paused.version });
    expect((await read(specific.id)).status).toBe('in_force');
    await registry.sql('delete from agreement where id = any($1)', [[below.id, specific.id, framework.id]]);
  });
});

describe('a reference', () => {
  it('is given by the pattern, one after the other, at registration or on request', async () => {
    const first = await register({ giveReference: true });
    expect(first).toMatchObject({ reference: 'CORETT/2026/MOU/001', referenceGiven: true });
    const second = await tell(NUMBER, await register());
    expect(second.reference).toBe('CORETT/2026/MOU/002');
    expect((await register({ giveReference: true, kind: 'letter_of_understanding' })).reference).toBe('CORETT/2026/LOU/001');
    expect(await refused(NUMBER, second)).toEqual(['reference wrong_stage']);
    expect(await refused(AMEND, second, { input: { reference: null } })).toEqual(['reference read_only']);
    registry.travelTo('2027-01-02');
    expect((await register({ giveReference: true })).reference).toBe('CORETT/2027/MOU/001');
  });

  it('is given once though many ask at once, without a gap when one is refused', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, (_, at) => clerk.ask(REGISTER, { input: draft({ giveReference: true, kind: 'accession', ...(at === 2 ? { title: '' } : {}) }) })));
    const given = answers.flatMap(({ data }) => (data ? [(data as { it: Whole }).it['reference'] as string] : [])).sort();
    expect(given).toEqual([1, 2, 3, 4, 5].map((number) => `CORETT/2026/ACC/00${number}`));
  });

  it('of the register\'s own form is refused when typed, taken or not, and passed over when it was imported', async () => {
    await registry.sql("insert into agreement (title, kind, reference, visibility) values ('Importado', 'exchange_of_notes', 'CORETT/2026/EON/007', 'secretariat')");
    expect(await problems({ reference: 'CORETT/2026/EON/007' }, honduras)).toEqual(['reference reference_of_series']);
    expect(await problems({ reference: 'CORETT/2026/EON/008' }, honduras)).toEqual(['reference reference_of_series']);
    expect((await register({ giveReference: true, kind: 'exchange_of_notes' })).reference).toBe('CORETT/2026/EON/008');
  });

  it('of somebody else\'s form tells nothing of what is hidden', async () => {
    await register({ reference: 'ONU-77', visibility: 'secretariat' });
    expect(await problems({ reference: 'ONU-77' })).toEqual(['reference duplicate_identifier']);
    expect(await problems({ reference: 'ONU-77', country: 'HN', title: '' }, honduras)).toEqual(['title required']);
  });

  it('has a pattern that only administrators change, and that needs one number', async () => {
    const admin = await registry.as('admin');
    const CHANGE = 'mutation ($version: Int!, $input: NumberingInput!) { amendAgreementNumbering(version: $version, input: $input) { pattern version kindCodes { kind code } } }';
    const { agreementNumbering: now } = await admin.get('{ agreementNumbering { acronym pattern version kindCodes { kind code } } }');
    expect(now).toMatchObject({ acronym: 'CORETT', pattern: '{ACR}/{YYYY}/{KIND}/{NNN}' });
    expect((await clerk.ask(CHANGE, { version: now.version, input: { pattern: '{N}' } })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const wrong = await admin.ask(CHANGE, { version: now.version, input: { pattern: '{ACR}/{YYYY}', kindCodes: [{ kind: 'memorandum', code: 'M/E' }] } });
    expect(wrong.errors?.[0]?.extensions.fields.map(({ path, problem }) => `${path} ${problem}`)).toEqual(['pattern pattern_without_number', 'kindCodes.0.code invalid_characters']);
    const { amendAgreementNumbering: after } = await admin.get(CHANGE, { version: now.version, input: { pattern: '{KIND}-{NN}-{YY}', kindCodes: [{ kind: 'memorandum', code: 'ME' }] } });
    expect(after.kindCodes).toContainEqual({ kind: 'memorandum', code: 'ME' });
    expect((await admin.ask(CHANGE, { version: now.version, input: {} })).errors?.[0]?.extensions.code).toBe('CONFLICT_STALE');
    expect((await register({ giveReference: true })).reference).toBe('ME-01-26');
  });
});
