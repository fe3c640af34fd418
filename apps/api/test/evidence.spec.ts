import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openRegistry, type Asker, type Loose, type Registry } from './support/harness.js';

const FIELDS = 'id verified counting { counts reason onceVerified } evidence { id title address archiveReference file { id name mediaType size } state addedBy addedByViewer addedOn verifiedOn verifiedBy returnReason canVerify version versions { title address file { name } verifiedOn verifiedBy returnReason } }';
const READ = `query ($id: ID!) { agreement(id: $id) { ${FIELDS} } }`;
const REGISTER = `mutation ($input: AgreementInput!) { registerAgreement(input: $input) { ${FIELDS} } }`;
const ADD = `mutation ($agreementId: ID!, $input: EvidenceInput!) { addAgreementEvidence(agreementId: $agreementId, input: $input) { id state version } }`;
const VERIFY = 'mutation ($evidenceId: ID!, $version: Int = 1) { verifyEvidence(id: $evidenceId, version: $version) { id state } }';
const REMOVE = 'mutation ($evidenceId: ID!) { removeEvidence(id: $evidenceId) }';
const REPLACE = 'mutation ($id: ID!, $version: Int!, $input: EvidenceInput!) { replaceEvidence(id: $id, version: $version, input: $input) { id state version } }';
const SEND_BACK = 'mutation ($id: ID!, $version: Int!, $reason: String!) { sendBackEvidence(id: $id, version: $version, reason: $reason) { id state returnReason canVerify } }';
const QUEUE = 'query ($filter: EvidenceFilter) { evidence(filter: $filter) { total nodes { title state proves { kind title } } facets { name values { value count } } } }';

let registry: Registry;
let clerk: Asker;
let colleague: Asker;
let honduras: Asker;
let parties: object[];

beforeAll(async () => {
  registry = await openRegistry();
  [clerk, colleague, honduras] = [await registry.as('secretariat'), await registry.as('secretariat'), await registry.as('delegate', 'HN')];
  const coalition = (await registry.sql("select id from organisation where standing = 'coalition'"))[0].id;
  parties = [coalition, await registry.organisation({ name: 'OIM' })].map((organisationId) => ({ organisationId, signedOn: '2026-02-01' }));
});
beforeEach(() => registry.travelTo('2026-11-24'));
afterAll(() => registry.close());

const register = async (asker: Asker, given: object = {}) => (await asker.get(REGISTER, { input: { title: 'Memorando', kind: 'memorandum', parties, ...given } })).registerAgreement;
const refusal = async (asker: Asker, query: string, variables: object) => (await asker.ask(query, variables)).errors?.[0]?.extensions;
const problems = async (asker: Asker, input: object) => (await refusal(asker, ADD, { agreementId: (await register(asker)).id, input }))?.fields.map(({ path, problem }) => `${path} ${problem}`);
/** @returns the agreement afterwards */
const add = async (asker: Asker, agreementId: string, input: object = {}): Promise<Loose> => {
  await asker.get(ADD, { agreementId, input: { title: 'Texto firmado', archiveReference: 'Caja 12', ...input } });
  return read(asker, agreementId);
};
const read = async (asker: Asker, id: string): Promise<Loose> => (await asker.get(READ, { id })).agreement;

describe('evidence', () => {
  it('makes an agreement count once a second person has verified it', async () => {
    const { id, counting } = await register(clerk);
    expect(counting).toEqual({ counts: false, reason: 'to_verify', onceVerified: true });
    const added = await add(clerk, id, { address: 'https://www.sica.int/acuerdo.pdf' });
    expect(added).toMatchObject({ verified: false, counting: { counts: false, reason: 'to_verify' }, evidence: [{ addedBy: 'secretariat', addedByViewer: true, canVerify: false, verifiedOn: null }] });
    expect((await colleague.get(READ, { id })).agreement.evidence[0]).toMatchObject({ addedByViewer: false, canVerify: true });
    await colleague.get(VERIFY, { evidenceId: added.evidence[0].id });
    expect(await read(colleague, id)).toMatchObject({ verified: true, counting: { counts: true, reason: null }, evidence: [{ verifiedOn: '2026-11-24', verifiedBy: 'secretariat', canVerify: false }] });
  });

  it('cannot be verified by whoever added it, twice, or by a role that does not verify', async () => {
    const { id } = await register(clerk);
    const evidenceId = (await add(clerk, id)).evidence[0].id as string;
    expect(await refusal(clerk, VERIFY, { evidenceId })).toEqual({ code: 'FORBIDDEN', fields: [{ path: '', problem: 'own_evidence' }] });
    for (const asker of [honduras, await registry.as('presidency'), await registry.as('observer'), await registry.as('admin')]) {
      expect((await asker.get(READ, { id })).agreement.evidence[0].canVerify).toBe(false);
      expect((await refusal(asker, VERIFY, { evidenceId }))?.code).toBe('FORBIDDEN');
    }
    expect((await refusal(await registry.as('public'), VERIFY, { evidenceId }))?.code).toBe('NOT_SIGNED_IN');
    await colleague.get(VERIFY, { evidenceId });
    expect((await refusal(await registry.as('secretariat'), VERIFY, { evidenceId }))?.fields).toEqual([{ path: '', problem: 'wrong_stage' }]);
  });

  it('needs a title and somewhere to find it', async () => {
    expect(await problems(clerk, { title: '' })).toEqual(['title required', 'address required']);
    expect(await problems(clerk, { title: 'Texto', address: 'javascript:alert(1)' })).toEqual(['address invalid_url']);
    expect(await problems(clerk, { title: 'Texto', archiveReference: '   ' })).toEqual(['address required']);
    expect(await problems(clerk, { title: 'x'.repeat(301), archiveReference: 'Caja 12' })).toEqual(['title too_long']);
  });

  it('is taken out when it is wrong, but not once it was verified', async () => {
    const { id } = await register(clerk);
    const first = (await add(clerk, id)).evidence[0].id as string;
    await clerk.get(REMOVE, { evidenceId: first });
    expect((await read(clerk, id)).evidence).toEqual([]);
    const second = (await add(clerk, id)).evidence[0].id as string;
    await colleague.get(VERIFY, { evidenceId: second });
    expect((await refusal(clerk, REMOVE, { evidenceId: second }))?.fields).toEqual([{ path: '', problem: 'wrong_stage' }]);
  });

  it('is added by a delegate to their own country\'s agreement only, and hidden with it', async () => {
    const theirs = await register(honduras);
    const evidenceId = (await add(honduras, theirs.id)).evidence[0].id as string;
    const guatemala = await registry.as('delegate', 'GT');
    expect((await refusal(guatemala, ADD, { agreementId: theirs.id, input: { title: 'x', archiveReference: 'y' } }))?.code).toBe('FORBIDDEN');
    expect((await refusal(guatemala, REMOVE, { evidenceId }))?.code).toBe('FORBIDDEN');
    const secret = await register(clerk, { visibility: 'secretariat' });
    const secretEvidence = (await add(clerk, secret.id)).evidence[0].id as string;
    for (const hidden of [secretEvidence, '00000000-0000-4000-8000-000000000000', 'nonsense']) {
      expect((await refusal(honduras, REMOVE, { evidenceId: hidden }))?.code).toBe('NOT_FOUND');
    }
    expect((await refusal(honduras, ADD, { agreementId: secret.id, input: { title: 'x', archiveReference: 'y' } }))?.code).toBe('NOT_FOUND');
  });

  it('is replaced without losing what it was, and has to be verified again', async () => {
    const { id } = await register(clerk);
    const { evidence: [{ id: evidenceId }] } = await add(clerk, id, { address: 'https://www.sica.int/borrador.pdf' });
    await colleague.get(VERIFY, { evidenceId });
    expect((await read(clerk, id)).counting.counts).toBe(true);
    expect(await refusal(clerk, REPLACE, { id: evidenceId, version: 1, input: { title: 'Otro' } })).toMatchObject({ code: 'CONFLICT_STALE' });
    await colleague.get(REPLACE, { id: evidenceId, version: 2, input: { title: 'Texto definitivo', address: 'https://www.sica.int/acuerdo.pdf' } });
    expect(await read(colleague, id)).toMatchObject({ counting: { counts: false, reason: 'to_verify' }, evidence: [{
      title: 'Texto definitivo', address: 'https://www.sica.int/acuerdo.pdf', archiveReference: 'Caja 12', state: 'waiting', addedByViewer: true, canVerify: false, verifiedOn: null,
      versions: [{ title: 'Texto firmado', address: 'https://www.sica.int/borrador.pdf', verifiedOn: '2026-11-24', verifiedBy: 'secretariat' }],
    }] });
    // Whoever replaced it is the one who cannot verify it now; and once it was verified, it is not taken out any more.
    expect((await refusal(colleague, VERIFY, { evidenceId, version: 3 }))?.fields).toEqual([{ path: '', problem: 'own_evidence' }]);
    expect((await refusal(clerk, REMOVE, { evidenceId }))?.fields).toEqual([{ path: '', problem: 'wrong_stage' }]);
    await clerk.get(VERIFY, { evidenceId, version: 3 });
    expect((await read(clerk, id)).counting.counts).toBe(true);
  });

  it('counts as known on the days on which the version that stood then was verified', async () => {
    registry.travelTo('2026-03-01');
    const { id } = await register(clerk);
    const { evidence: [{ id: evidenceId }] } = await add(clerk, id);
    registry.travelTo('2026-03-05');
    await colleague.get(VERIFY, { evidenceId });
    registry.travelTo('2026-03-20');
    await colleague.get(REPLACE, { id: evidenceId, version: 2, input: { archiveReference: 'Caja 14' } });
    registry.travelTo('2026-04-02');
    await clerk.get(VERIFY, { evidenceId, version: 3 });
    const KNOWN = 'query ($known: Day) { indicatorReport(code: "alliances_in_force", on: "2026-04-02", known: $known) { excluded { reason record { id } } } }';
    const leftOut = async (known: string | null) => (await clerk.get(KNOWN, { known })).indicatorReport.excluded.filter((each: Loose) => each.record.id === id).map(({ reason }: Loose) => reason);
    expect(await leftOut('2026-03-04')).toEqual(['to_verify']);
    expect(await leftOut('2026-03-05')).toEqual([]);
    expect(await leftOut('2026-03-19')).toEqual([]);
    expect(await leftOut('2026-03-20')).toEqual(['to_verify']);
    expect(await leftOut('2026-04-02')).toEqual([]);
    expect(await leftOut(null)).toEqual([]);
  });

  it('is verified as it was looked at: a version replaced meanwhile is not', async () => {
    const { id } = await register(clerk);
    const { evidence: [{ id: evidenceId, version }] } = await add(clerk, id);
    await clerk.get(REPLACE, { id: evidenceId, version, input: { archiveReference: 'Caja 13' } });
    expect((await refusal(colleague, VERIFY, { evidenceId, version }))?.code).toBe('CONFLICT_STALE');
  });

  it('is sent back with a reason that whoever added it reads, and waits again once it is replaced', async () => {
    const { id } = await register(clerk);
    const { evidence: [{ id: evidenceId }] } = await add(clerk, id);
    expect((await refusal(clerk, SEND_BACK, { id: evidenceId, version: 1, reason: 'x' }))?.fields).toEqual([{ path: '', problem: 'own_evidence' }]);
    expect((await refusal(colleague, SEND_BACK, { id: evidenceId, version: 1, reason: ' ' }))?.fields).toEqual([{ path: 'reason', problem: 'required' }]);
    await colleague.get(SEND_BACK, { id: evidenceId, version: 1, reason: 'Falta la firma de la página 3' });
    expect((await read(clerk, id)).evidence[0]).toMatchObject({ state: 'returned', returnReason: 'Falta la firma de la página 3', canVerify: false });
    expect((await refusal(colleague, VERIFY, { evidenceId, version: 2 }))?.code).toBe('CONFLICT');
    await clerk.get(REPLACE, { id: evidenceId, version: 2, input: { archiveReference: 'Caja 14' } });
    expect((await read(colleague, id)).evidence[0]).toMatchObject({ state: 'waiting', returnReason: null, canVerify: true, versions: [{ returnReason: 'Falta la firma de la página 3' }] });
  });

  it('waits in a queue, the oldest first, with its filters and counts', async () => {
    const delegate = await registry.as('delegate', 'BZ');
    const { id } = await register(delegate, { title: 'Memorando de Belice', country: 'BZ', visibility: 'country' });
    registry.travelTo('2026-11-20');
    await add(delegate, id, { title: 'Primera' });
    registry.travelTo('2026-11-22');
    await add(clerk, id, { title: 'Segunda' });
    const queue = async (asker: Asker, filter: object) => (await asker.get(QUEUE, { filter: { country: ['BZ'], ...filter } })).evidence;
    expect(await queue(colleague, { state: ['waiting'] })).toMatchObject({ total: 2, nodes: [{ title: 'Primera', proves: { kind: 'agreement', title: 'Memorando de Belice' } }, { title: 'Segunda' }] });
    expect((await queue(clerk, { verifiable: true })).nodes.map(({ title }: Loose) => title)).toEqual(['Primera']);
    expect((await queue(delegate, { mine: true })).nodes.map(({ title }: Loose) => title)).toEqual(['Primera']);
    expect((await queue(clerk, { text: 'segunda belice' })).total).toBe(1);
    expect((await queue(clerk, {})).facets).toEqual(expect.arrayContaining([{ name: 'proves', values: [{ value: 'agreement', count: 2 }] }]));
    expect((await queue(honduras, {})).total).toBe(0);
    expect(await refusal(await registry.as('public'), QUEUE, {})).toMatchObject({ code: 'NOT_SIGNED_IN' });
  });

  it('is not shown to somebody who has not signed in', async () => {
    const { id } = await register(clerk, { visibility: 'public' });
    await add(clerk, id);
    expect((await (await registry.as('public')).get(READ, { id })).agreement.evidence).toEqual([]);
  });
});

describe('whether an agreement counts', () => {
  it.each([
    ['no instrument', { kind: 'informal_contact' }, 'not_instrument'],
    ['not in the coalition\'s name', { inCoalitionName: false }, 'not_in_coalition_name'],
    ['over', { effectiveTo: '2026-05-01' }, 'to_verify'],
  ])('says why not: %s', async (_, given, reason) => {
    expect((await register(clerk, given)).counting).toMatchObject({ counts: false, reason });
  });

  it('says that all parties are the coalition\'s own, and that an office counts with its organisation', async () => {
    const member = await registry.organisation({ standing: 'member' });
    const office = await registry.organisation({ name: 'Oficina', countsWith: member });
    for (const organisationId of [member, office]) {
      const answer = await register(clerk, { parties: [parties[0], { organisationId, signedOn: '2026-02-01' }] });
      expect(answer.counting).toEqual({ counts: false, reason: 'all_parties_internal', onceVerified: false });
    }
  });

  it('says which status it has instead, once verified', async () => {
    const { id } = await register(clerk, { effectiveTo: '2026-05-01' });
    await colleague.get(VERIFY, { evidenceId: (await add(clerk, id)).evidence[0].id });
    expect((await clerk.get(READ, { id })).agreement.counting.reason).toBe('status_expired');
  });
});
