import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openRegistry, type Asker, type Loose, type Registry } from './support/harness.js';

const FIELDS = 'id verified counting { counts reason onceVerified } evidence { id title address archiveReference addedBy addedByViewer addedOn verifiedOn verifiedBy canVerify }';
const READ = `query ($id: ID!) { agreement(id: $id) { ${FIELDS} } }`;
const REGISTER = `mutation ($input: AgreementInput!) { registerAgreement(input: $input) { ${FIELDS} } }`;
const ADD = `mutation ($agreementId: ID!, $input: AgreementEvidenceInput!) { addAgreementEvidence(agreementId: $agreementId, input: $input) { ${FIELDS} } }`;
const VERIFY = `mutation ($evidenceId: ID!) { verifyAgreementEvidence(evidenceId: $evidenceId) { ${FIELDS} } }`;
const REMOVE = `mutation ($evidenceId: ID!) { removeAgreementEvidence(evidenceId: $evidenceId) { ${FIELDS} } }`;

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
const add = async (asker: Asker, agreementId: string, input: object = {}): Promise<Loose> =>
  (await asker.get(ADD, { agreementId, input: { title: 'Texto firmado', archiveReference: 'Caja 12', ...input } })).addAgreementEvidence;

describe('evidence', () => {
  it('makes an agreement count once a second person has verified it', async () => {
    const { id, counting } = await register(clerk);
    expect(counting).toEqual({ counts: false, reason: 'to_verify', onceVerified: true });
    const added = await add(clerk, id, { address: 'https://www.sica.int/acuerdo.pdf' });
    expect(added).toMatchObject({ verified: false, counting: { counts: false, reason: 'to_verify' }, evidence: [{ addedBy: 'secretariat', addedByViewer: true, canVerify: false, verifiedOn: null }] });
    expect((await colleague.get(READ, { id })).agreement.evidence[0]).toMatchObject({ addedByViewer: false, canVerify: true });
    const verified = (await colleague.get(VERIFY, { evidenceId: added.evidence[0].id })).verifyAgreementEvidence;
    expect(verified).toMatchObject({ verified: true, counting: { counts: true, reason: null }, evidence: [{ verifiedOn: '2026-11-24', verifiedBy: 'secretariat', canVerify: false }] });
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
    expect((await clerk.get(REMOVE, { evidenceId: first })).removeAgreementEvidence.evidence).toEqual([]);
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
