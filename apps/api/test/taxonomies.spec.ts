import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openRegistry, type Asker, type Registry } from './support/harness.js';

const TERM = 'taxonomy code label { es en } short { es en } reverse { es en } position retired counts version';
const ALL = `{ taxonomies { ${TERM} } }`;
const REGISTER = `mutation ($taxonomy: String!, $input: TermInput!) { registerTerm(taxonomy: $taxonomy, input: $input) { ${TERM} } }`;
const AMEND = `mutation ($taxonomy: String!, $code: String!, $version: Int!, $input: TermInput!) { amendTerm(taxonomy: $taxonomy, code: $code, version: $version, input: $input) { ${TERM} } }`;
const RETIRE = `mutation ($taxonomy: String!, $code: String!, $version: Int!) { retireTerm(taxonomy: $taxonomy, code: $code, version: $version) { ${TERM} } }`;
const UNRETIRE = `mutation ($taxonomy: String!, $code: String!, $version: Int!) { unretireTerm(taxonomy: $taxonomy, code: $code, version: $version) { ${TERM} } }`;
const COUNT = '{ indicatorReport(code: "alliances_in_force", on: "2026-11-24") { value } }';

let registry: Registry;
let admin: Asker;
let secretariat: Asker;

beforeAll(async () => {
  registry = await openRegistry();
  registry.travelTo('2026-11-24');
  [admin, secretariat] = [await registry.as('admin'), await registry.as('secretariat')];
});
afterAll(() => registry.close());

const refusal = async (asker: Asker, query: string, variables: object) => (await asker.ask(query, variables)).errors?.[0]?.extensions;
const term = async (taxonomy: string, code: string) =>
  (await admin.get(ALL)).taxonomies.find((each: { taxonomy: string; code: string }) => each.taxonomy === taxonomy && each.code === code);

describe('a term of a taxonomy', () => {
  it('is added with both labels, at the end, under a code of its own', async () => {
    const { registerTerm } = await admin.get(REGISTER, { taxonomy: 'meeting_kind', input: { labelEs: 'Cumbre', labelEn: 'Summit of heads' } });
    expect(registerTerm).toMatchObject({ code: 'summit_of_heads', label: { es: 'Cumbre', en: 'Summit of heads' }, retired: false, counts: false, version: 1 });
    expect(registerTerm.position).toBeGreaterThan(5);
    expect(await term('meeting_kind', 'summit_of_heads')).toEqual(registerTerm);
  });

  it('needs both labels, and none that another term has', async () => {
    expect((await refusal(admin, REGISTER, { taxonomy: 'medium', input: { labelEs: 'Correo', labelEn: ' ' } }))?.fields).toEqual([{ path: 'labelEn', problem: 'required' }]);
    const [{ label_es: taken }] = await registry.sql("select label_es from medium where code = 'email'");
    expect((await refusal(admin, REGISTER, { taxonomy: 'medium', input: { labelEs: taken.toUpperCase(), labelEn: 'Something' } }))?.fields).toEqual([{ path: 'labelEs', problem: 'duplicate_name' }]);
  });

  it('of a relationship is read from both ends', async () => {
    const input = { labelEs: 'asesora a', labelEn: 'advises', reverseEs: 'recibe asesoría de' };
    expect((await refusal(admin, REGISTER, { taxonomy: 'relationship_type', input }))?.fields).toEqual([{ path: 'reverseEn', problem: 'required' }]);
    const { registerTerm } = await admin.get(REGISTER, { taxonomy: 'relationship_type', input: { ...input, reverseEn: 'is advised by' } });
    expect(registerTerm.reverse).toEqual({ es: 'recibe asesoría de', en: 'is advised by' });
  });

  it('keeps its code when its labels change, and refuses a stale edit', async () => {
    const before = await term('medium', 'email');
    const { amendTerm } = await admin.get(AMEND, { taxonomy: 'medium', code: 'email', version: before.version, input: { labelEs: 'Correo-e', position: 40 } });
    expect(amendTerm).toMatchObject({ code: 'email', label: { es: 'Correo-e', en: before.label.en }, position: 40, version: before.version + 1 });
    expect((await refusal(admin, AMEND, { taxonomy: 'medium', code: 'email', version: before.version, input: { labelEs: 'Otro' } }))?.code).toBe('CONFLICT_STALE');
    expect((await refusal(admin, AMEND, { taxonomy: 'medium', code: 'pigeon', version: 1, input: {} }))?.code).toBe('NOT_FOUND');
  });

  it('is retired and comes back', async () => {
    const before = await term('product', 'quarterly_bulletin');
    const { retireTerm } = await admin.get(RETIRE, { taxonomy: 'product', code: before.code, version: before.version });
    expect(retireTerm.retired).toBe(true);
    expect((await admin.get(UNRETIRE, { taxonomy: 'product', code: before.code, version: retireTerm.version })).unretireTerm.retired).toBe(false);
  });

  it('is, once retired, kept where it was chosen and refused where it is new', async () => {
    const { registerTerm: old } = await admin.get(REGISTER, { taxonomy: 'agreement_kind', input: { labelEs: 'Carta de antes', labelEn: 'Letter of old' } });
    const register = 'mutation ($input: AgreementInput!) { registerAgreement(input: $input) { id version kind } }';
    const amend = 'mutation ($id: ID!, $version: Int!, $input: AgreementInput!) { amendAgreement(id: $id, version: $version, input: $input) { version kind title } }';
    const parties = [(await registry.sql("select id from organisation where standing = 'coalition'"))[0].id, await registry.organisation()].map((organisationId) => ({ organisationId }));
    const { registerAgreement: has } = await secretariat.get(register, { input: { title: 'De esa clase', kind: old.code, parties } });
    const { registerAgreement: other } = await secretariat.get(register, { input: { title: 'De otra', kind: 'memorandum', parties } });
    await admin.get(RETIRE, { taxonomy: 'agreement_kind', code: old.code, version: old.version });
    const refused = { code: 'INVALID', fields: [{ path: 'kind', problem: 'retired_choice' }] };
    expect(await refusal(secretariat, register, { input: { title: 'Nuevo', kind: old.code, parties } })).toEqual(refused);
    expect(await refusal(secretariat, amend, { id: other.id, version: other.version, input: { kind: old.code } })).toEqual(refused);
    expect((await secretariat.get(amend, { id: has.id, version: has.version, input: { title: 'Con otro título', kind: old.code } })).amendAgreement).toMatchObject({ kind: old.code, title: 'Con otro título' });
  });

  it('changes figures when a rule reads it: an agreement of a kind that is no instrument makes no ally', async () => {
    const [ally, coalition] = [await registry.organisation({ name: 'Aliada' }), (await registry.sql("select id from organisation where standing = 'coalition'"))[0].id];
    const [{ id }] = await registry.sql("insert into agreement (title, kind, recorded_on) values ('Memorando', 'memorandum', '2026-01-01') returning id");
    for (const organisation of [ally, coalition]) await registry.sql("insert into agreement_party (agreement_id, organisation_id, signed_on, recorded_on) values ($1, $2, '2026-01-01', '2026-01-01')", [id, organisation]);
    await registry.sql("insert into evidence (agreement_id, title, archive_reference, verified_on, added_on) values ($1, 'Copia', 'A-1', '2026-01-02', '2026-01-01')", [id]);
    expect(await allies()).toBe(1);
    const { version } = await term('agreement_kind', 'memorandum');
    await admin.get(AMEND, { taxonomy: 'agreement_kind', code: 'memorandum', version, input: { counts: false } });
    expect(await allies()).toBe(0);
  });
});

const allies = async () => (await admin.get(COUNT)).indicatorReport.value;

describe('what the strategy brings', () => {
  it('is reworded, but neither added, retired nor moved', async () => {
    const before = await term('theme', 'trafficking');
    expect((await admin.get(AMEND, { taxonomy: 'theme', code: 'trafficking', version: before.version, input: { labelEn: 'Human trafficking' } })).amendTerm.label.en).toBe('Human trafficking');
    const { version } = await term('theme', 'trafficking');
    for (const [query, more] of [[REGISTER, { input: { labelEs: 'Nuevo', labelEn: 'New' } }], [RETIRE, { code: 'trafficking', version }], [AMEND, { code: 'trafficking', version, input: { position: 9 } }], [AMEND, { code: 'trafficking', version, input: { counts: true } }]] as const) {
      expect((await refusal(admin, query, { taxonomy: 'theme', ...more }))?.fields).toMatchObject([{ problem: 'read_only' }]);
    }
  });
});

it('lets administrators alone do it, and only to taxonomies', async () => {
  const input = { labelEs: 'X', labelEn: 'X' };
  for (const asker of [secretariat, await registry.as('delegate', 'HN'), await registry.as('presidency'), await registry.as('observer')]) {
    expect((await refusal(asker, REGISTER, { taxonomy: 'medium', input }))?.code).toBe('FORBIDDEN');
    expect((await refusal(asker, RETIRE, { taxonomy: 'medium', code: 'email', version: 1 }))?.code).toBe('FORBIDDEN');
  }
  expect((await refusal(await registry.as('public'), REGISTER, { taxonomy: 'medium', input }))?.code).toBe('NOT_SIGNED_IN');
  for (const taxonomy of ['user_account', 'country', 'medium; drop table medium']) expect((await refusal(admin, REGISTER, { taxonomy, input }))?.code).toBe('NOT_FOUND');
});
