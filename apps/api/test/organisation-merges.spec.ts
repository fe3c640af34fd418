import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { HANGING } from '../src/features/organisations/organisation-merge.js';
import { openRegistry, type Asker, type Registry } from './support/harness.js';

const PREVIEW = 'query ($survivorId: ID!, $duplicateId: ID!) { mergePreview(survivorId: $survivorId, duplicateId: $duplicateId) { refusals rows { kind id label alreadyThere } } }';
const MERGE = 'mutation ($survivorId: ID!, $duplicateId: ID!, $version: Int!) { mergeOrganisations(survivorId: $survivorId, duplicateId: $duplicateId, version: $version) { id merges { id name rows } names { role value } } }';
const UNDO = 'mutation ($id: ID!) { undoMerge(id: $id) { id name } }';
const ONE = 'query ($id: ID!) { organisation(id: $id) { id name parent { id } agreements { id title parties { signedOn organisation { id } } } people { name } relationships { organisation { id } } merges { id } } }';

let registry: Registry;
let secretariat: Asker;
let survivor: string;
let twin: string;

beforeAll(async () => {
  registry = await openRegistry();
  secretariat = await registry.as('secretariat');
});
afterAll(() => registry.close());
beforeEach(async () => {
  survivor = await registry.organisation({ name: 'Cáritas Nacional', acronym: 'CARNA' });
  twin = await registry.organisation({ name: 'CARITAS (nacional)', acronym: 'CNAC' });
});

const insert = async (text: string, values: unknown[]) => (await registry.sql(`${text} returning id`, values))[0].id as string;
const agreement = (title: string) => insert("insert into agreement (title, kind) values ($1, 'memorandum')", [title]);
const party = (agreementId: string, organisationId: string, signedOn: string | null = null) =>
  insert('insert into agreement_party (agreement_id, organisation_id, signed_on) values ($1, $2, $3)', [agreementId, organisationId, signedOn]);
const versionOf = async (id: string) => (await registry.sql('select version from organisation where id = $1', [id]))[0].version as number;
const merge = async () => (await secretariat.get(MERGE, { survivorId: survivor, duplicateId: twin, version: await versionOf(twin) })).mergeOrganisations;
const read = async (id: string) => (await secretariat.get(ONE, { id })).organisation;

describe('a merge', () => {
  it('knows every column of the database that names an organisation', async () => {
    const columns = await registry.sql(`select conrelid::regclass::text as table_name, a.attname as column_name from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1] where c.contype = 'f' and c.confrelid = 'organisation'::regclass`);
    // These stay with the duplicate: what it was merged into and by whom, what it was judged not to be, its words and its unit.
    const staying = ['organisation.merged_into_id', 'organisation_merge.survivor_id', 'organisation_merge.duplicate_id', 'not_the_same.a_id', 'not_the_same.b_id',
      'organisation_search.organisation_id', 'organisation_unit.organisation_id', 'organisation_unit.unit_id'];
    const moving = HANGING.map(({ table, column }) => `${table}.${column}`);
    expect([...staying, ...moving].sort()).toEqual(columns.map(({ table_name, column_name }) => `${table_name}.${column_name}`).sort());
  });

  it('shows every row before it moves, and the old id leads to the survivor', async () => {
    const memorandum = await agreement('Memorando del gemelo');
    await party(memorandum, twin, '2024-01-01');
    const person = await insert("insert into person (name) values ('Marta Ficticia')", []);
    await registry.sql("insert into affiliation (person_id, organisation_id, post) values ($1, $2, 'Enlace')", [person, twin]);
    const network = await registry.organisation({ name: 'Red' });
    await registry.sql("insert into relationship (from_id, to_id, type) select $1, $2, code from relationship_type limit 1", [twin, network]);
    const proposal = await insert("insert into proposal (title) values ('Propuesta')", []);
    await registry.sql("insert into proposal_partner (proposal_id, organisation_id, role) values ($1, $2, 'funder')", [proposal, twin]);
    const { rows, refusals } = (await secretariat.get(PREVIEW, { survivorId: survivor, duplicateId: twin })).mergePreview;
    expect(refusals).toEqual([]);
    expect(rows).toEqual(expect.arrayContaining([
      { kind: 'agreement', id: memorandum, label: 'Memorando del gemelo', alreadyThere: false }, { kind: 'person', id: person, label: 'Marta Ficticia', alreadyThere: false },
      { kind: 'relationship', id: network, label: 'Red', alreadyThere: false }, { kind: 'proposal', id: proposal, label: 'Propuesta', alreadyThere: false },
    ]));
    const merged = await merge();
    expect(merged.merges).toMatchObject([{ name: 'CARITAS (nacional)', rows: 4 }]);
    expect(merged.names).toEqual(expect.arrayContaining([{ role: 'acronym', value: 'CNAC' }]));
    expect(await read(twin)).toMatchObject({ id: survivor, agreements: [{ id: memorandum }], people: [{ name: 'Marta Ficticia' }], relationships: [{ organisation: { id: network } }] });
    expect(await registry.sql('select 1 from proposal_partner where organisation_id = $1', [survivor])).toHaveLength(1);
  });

  it('keeps the signature when both are parties of one agreement', async () => {
    const shared = await agreement('Carta de los dos');
    await party(shared, survivor, null);
    await party(shared, twin, '2024-05-05');
    await merge();
    expect((await read(survivor)).agreements[0].parties).toEqual([{ signedOn: '2024-05-05', organisation: { id: survivor } }]);
  });

  it('drops what would tie the survivor to itself', async () => {
    await registry.sql('update organisation set parent_id = $1 where id = $2', [twin, survivor]);
    await registry.sql("insert into relationship (from_id, to_id, type) select $1, $2, code from relationship_type limit 1", [twin, survivor]);
    await merge();
    expect(await read(survivor)).toMatchObject({ parent: null, relationships: [] });
  });

  it('is undone: each has its own again, the one of both that had gone included', async () => {
    const shared = await agreement('Acuerdo de ambos');
    const alone = await agreement('Acuerdo del gemelo');
    await party(shared, survivor, '2024-01-01');
    await party(shared, twin, '2024-01-02');
    await party(alone, twin, '2024-01-03');
    await registry.sql('update organisation set parent_id = $1 where id = $2', [twin, survivor]);
    const { merges: [{ id }] } = await merge();
    expect((await secretariat.get(UNDO, { id })).undoMerge).toEqual({ id: twin, name: 'CARITAS (nacional)' });
    expect((await read(twin)).agreements.map((each: { id: string }) => each.id).sort()).toEqual([shared, alone].sort());
    expect(await read(survivor)).toMatchObject({ parent: { id: twin }, agreements: [{ id: shared }], merges: [] });
    expect(await registry.sql("select 1 from organisation_name where organisation_id = $1", [survivor])).toEqual([]);
    expect((await secretariat.ask(UNDO, { id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('tells the day on which it was made where the coalition is, not in UTC', async () => {
    await merge();
    await registry.sql("update organisation_merge set merged_at = '2026-11-25T01:30:00Z' where survivor_id = $1", [survivor]);
    const { organisation } = await secretariat.get('query ($id: ID!) { organisation(id: $id) { merges { mergedOn } } }', { id: survivor });
    expect(organisation.merges).toEqual([{ mergedOn: '2026-11-24' }]);
  });

  it('is refused between an outside body and the coalition\'s, into itself, by a stale version and to whoever is not the secretariat', async () => {
    const national = await registry.organisation({ name: 'Órgano nacional', standing: 'member' });
    expect((await secretariat.get(PREVIEW, { survivorId: national, duplicateId: twin })).mergePreview).toEqual({ refusals: ['standings_differ'], rows: [] });
    const refusal = async (asker: Asker, survivorId: string, version: number) => (await asker.ask(MERGE, { survivorId, duplicateId: twin, version })).errors?.[0]?.extensions;
    const version = await versionOf(twin);
    expect(await refusal(secretariat, national, version)).toMatchObject({ code: 'CONFLICT', fields: [{ path: 'duplicateId', problem: 'standings_differ' }] });
    expect(await refusal(secretariat, twin, version)).toMatchObject({ code: 'CONFLICT', fields: [{ problem: 'self_reference' }] });
    expect(await refusal(secretariat, survivor, version + 1)).toMatchObject({ code: 'CONFLICT_STALE' });
    const honduras = await registry.as('delegate', 'HN');
    expect(await refusal(honduras, survivor, version)).toMatchObject({ code: 'FORBIDDEN' });
    expect((await honduras.ask(PREVIEW, { survivorId: survivor, duplicateId: twin })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
