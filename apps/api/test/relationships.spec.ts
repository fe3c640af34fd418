import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openRegistry, type Asker, type Registry } from './support/harness.js';

const RELATE = 'mutation ($input: RelationshipInput!) { relateOrganisations(input: $input) }';
const AMEND = 'mutation ($id: ID!, $version: Int!, $input: RelationshipAmendment!) { amendRelationship(id: $id, version: $version, input: $input) }';
const END = 'mutation ($id: ID!, $version: Int!, $toDay: Day!) { endRelationship(id: $id, version: $version, toDay: $toDay) }';
const REMOVE = 'mutation ($id: ID!, $version: Int!) { removeRelationship(id: $id, version: $version) }';
const TIES = 'query ($id: ID!) { organisation(id: $id) { relationships { id type version fromDay toDay current fromHere label { es en } organisation { id } } } }';

let registry: Registry;
let clerk: Asker;
let a: string;
let b: string;

beforeAll(async () => {
  registry = await openRegistry();
  clerk = await registry.as('secretariat');
});
beforeEach(async () => {
  registry.travelTo('2026-11-24');
  [a, b] = [await registry.organisation({ name: 'Alba' }), await registry.organisation({ name: 'Brisa' })];
});
afterAll(() => registry.close());

const relate = (input: object, asker = clerk) => asker.ask(RELATE, { input });
const tied = (type: string, fromId: string, toId: string, days: object = {}) => relate({ type, fromId, toId, ...days });
const problemsOf = async (answer: ReturnType<typeof relate>) => (await answer).errors?.[0]?.extensions.fields;
const ties = async (id: string) => (await clerk.get(TIES, { id })).organisation.relationships;
const OVERLAP = [{ path: 'fromDay', problem: 'already_tied' }];

describe('two organisations have one tie of a type at a time', () => {
  it('said twice from the same end, or from the other one', async () => {
    await tied('member_of', a, b, { fromDay: '2024-01-01' });
    expect(await problemsOf(tied('member_of', a, b, { fromDay: '2025-01-01', toDay: '2025-12-31' }))).toEqual(OVERLAP);
    expect(await problemsOf(tied('member_of', b, a))).toEqual(OVERLAP);
    expect(await ties(a)).toHaveLength(1);
  });

  it('a tie without direction is the same from both ends', async () => {
    await tied('works_with', a, b);
    expect(await problemsOf(tied('works_with', b, a, { fromDay: '2030-01-01' }))).toEqual(OVERLAP);
  });

  it('one after the other, or of another type, is no overlap', async () => {
    await tied('member_of', a, b, { fromDay: '2020-01-01', toDay: '2022-12-31' });
    expect(await problemsOf(tied('member_of', a, b, { fromDay: '2022-12-31' }))).toEqual(OVERLAP); // the last day belongs to the first
    expect(await problemsOf(tied('member_of', a, b, { fromDay: '2023-01-01' }))).toBeUndefined();
    expect(await problemsOf(tied('funds', b, a))).toBeUndefined();
    expect(await ties(a)).toHaveLength(3);
  });

  it('whoever writes to the database', async () => {
    await tied('member_of', a, b);
    await expect(registry.sql("insert into relationship (from_id, to_id, type) values ($1, $2, 'member_of')", [b, a])).rejects.toThrow('relationship_no_overlap');
  });
});

describe('a tie', () => {
  it('reads rightly from both ends, in both languages', async () => {
    await tied('member_of', a, b);
    expect(await ties(a)).toMatchObject([{ fromHere: true, label: { es: 'Miembro de', en: 'Member of' }, organisation: { id: b } }]);
    expect(await ties(b)).toMatchObject([{ fromHere: false, label: { es: 'Tiene como miembro a', en: 'Has member' }, organisation: { id: a } }]);
  });

  it('is amended, turned round and ended, and stays in the history', async () => {
    await tied('member_of', a, b, { fromDay: '2024-01-01' });
    const [{ id, version }] = await ties(a);
    await clerk.get(AMEND, { id, version, input: { fromDay: '2023-05-01', turned: true } });
    const [turned] = await ties(a);
    expect(turned).toMatchObject({ fromDay: '2023-05-01', toDay: null, label: { es: 'Tiene como miembro a' } });
    expect((await clerk.ask(AMEND, { id, version, input: { fromDay: null } })).errors?.[0]?.extensions.code).toBe('CONFLICT_STALE');
    expect((await clerk.ask(END, { id, version: turned.version, toDay: '2023-04-30' })).errors?.[0]?.extensions.fields).toEqual([{ path: 'toDay', problem: 'end_before_start' }]);
    await clerk.get(END, { id, version: turned.version, toDay: '2026-11-01' });
    expect(await ties(a)).toMatchObject([{ toDay: '2026-11-01', current: false }]);
    const audited = await registry.sql("select action from audit_entry where table_name = 'relationship' and row_id = $1 order by id", [id]);
    expect(audited.map(({ action }) => action)).toEqual(['relationship.register', 'relationship.amend', 'relationship.end']);
  });

  it('is amended into no overlap, and into no end before its beginning', async () => {
    await tied('member_of', a, b, { fromDay: '2020-01-01', toDay: '2022-12-31' });
    await tied('member_of', a, b, { fromDay: '2023-01-01' });
    const [second] = await ties(a);
    expect((await clerk.ask(AMEND, { id: second.id, version: second.version, input: { fromDay: '2022-06-01' } })).errors?.[0]?.extensions.fields).toEqual(OVERLAP);
    expect((await clerk.ask(AMEND, { id: second.id, version: second.version, input: { toDay: '2022-12-31' } })).errors?.[0]?.extensions.fields).toMatchObject([{ path: 'toDay', problem: 'end_before_start' }]);
    expect((await clerk.ask(AMEND, { id: second.id, version: second.version, input: { type: 'no_such' } })).errors?.[0]?.extensions.fields).toEqual([{ path: 'type', problem: 'not_a_choice' }]);
  });

  it('that was a mistake is removed, and the audit trail keeps it', async () => {
    await tied('funds', a, b);
    const [{ id, version }] = await ties(a);
    expect((await clerk.ask(REMOVE, { id, version: version + 1 })).errors?.[0]?.extensions.code).toBe('CONFLICT_STALE');
    await clerk.get(REMOVE, { id, version });
    expect(await ties(a)).toEqual([]);
    expect(await registry.sql("select operation from audit_entry where table_name = 'relationship' and row_id = $1 order by id", [id])).toEqual([{ operation: 'insert' }, { operation: 'delete' }]);
  });

  it('is for whoever writes one of its ends; with a hidden end it does not exist', async () => {
    const honduras = await registry.as('delegate', 'HN');
    const [own, hidden] = [await registry.organisation({ country: 'HN' }), await registry.organisation({ visibility: 'secretariat' })];
    await tied('funds', a, b);
    await tied('funds', hidden, own);
    const [foreign] = await ties(a);
    const [secret] = await ties(own);
    const codes = async (asker: Asker, { id, version }: { id: string; version: number }) => Promise.all([
      asker.ask(AMEND, { id, version, input: { fromDay: '2020-01-01' } }), asker.ask(REMOVE, { id, version }), asker.ask(END, { id, version, toDay: '2027-01-01' }),
    ]).then((answers) => answers.map(({ errors }) => errors?.[0]?.extensions.code));
    expect(await codes(honduras, foreign)).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
    expect(await codes(honduras, secret)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
    expect(await codes(await registry.as('public'), foreign)).toEqual(['NOT_SIGNED_IN', 'NOT_SIGNED_IN', 'NOT_SIGNED_IN']);
    expect(await problemsOf(relate({ type: 'funds', fromId: own, toId: hidden }, honduras))).toEqual([{ path: 'toId', problem: 'unknown_record' }]);
    expect(await problemsOf(relate({ type: 'hosts', fromId: own, toId: a }, honduras))).toBeUndefined();
  });

  it('told from both ends of two records that are one becomes one with them', async () => {
    const twin = await registry.organisation({ name: 'Alba (otra vez)' });
    await tied('works_with', a, b);
    await tied('works_with', b, twin);
    const [{ version }] = await registry.sql('select version from organisation where id = $1', [twin]);
    await clerk.get('mutation ($survivorId: ID!, $duplicateId: ID!, $version: Int!) { mergeOrganisations(survivorId: $survivorId, duplicateId: $duplicateId, version: $version) { id } }', { survivorId: a, duplicateId: twin, version });
    expect(await ties(a)).toHaveLength(1);
    expect(await ties(b)).toHaveLength(1);
  });
});
