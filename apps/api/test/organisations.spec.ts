import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openRegistry, type Asker, type Loose, type Registry } from './support/harness.js';

const LIST = 'query ($filter: OrganisationFilter, $sort: OrganisationSort, $first: Int, $after: String) { organisations(filter: $filter, sort: $sort, first: $first, after: $after) { total hasMore endCursor nodes { id name acronym } facets { name values { value count } } } }';
const REGISTER = 'mutation ($input: OrganisationInput!) { registerOrganisation(input: $input) { id name version viewerCan } }';
const AMEND = 'mutation ($id: ID!, $version: Int!, $input: OrganisationInput!) { amendOrganisation(id: $id, version: $version, input: $input) { id name description version } }';

let registry: Registry;
let secretariat: Asker;
let honduras: Asker;

beforeAll(async () => {
  registry = await openRegistry();
  secretariat = await registry.as('secretariat');
  honduras = await registry.as('delegate', 'HN');
  await secretariat.get(REGISTER, { input: { name: 'Organización Internacional para las Migraciones', nameEn: 'International Organization for Migration', acronym: 'OIM', acronymEn: 'IOM', audience: 'international', countries: ['HN', 'GT'], themes: ['smuggling'] } });
  await secretariat.get(REGISTER, { input: { name: 'Red Ficticia de Prevención', acronym: 'REFIP', audience: 'civil_society', countries: ['HN'], themes: ['trafficking'] } });
  await secretariat.get(REGISTER, { input: { name: 'Mesa reservada', visibility: 'secretariat', audience: 'civil_society' } });
  await secretariat.get(REGISTER, { input: { name: 'Asunto de Guatemala', visibility: 'country', country: 'GT' } });
});
afterAll(() => registry.close());

const found = async (asker: Asker, filter: object) => (await asker.get(LIST, { filter })).organisations.nodes.map((each: { name: string }) => each.name);

describe('finding an organisation', () => {
  it.each(['OIM', 'oim', 'IOM', 'organisacion migrasion', 'migraciones internacional', 'Organización Internac'])('finds the International Organization for Migration by "%s"', async (text) => {
    expect((await found(honduras, { text }))[0]).toBe('Organización Internacional para las Migraciones');
  });

  it('finds nothing for what is not there', async () => {
    expect(await found(honduras, { text: 'zzzyyyxxx' })).toEqual([]);
  });

  it('counts a facet over every filter but its own', async () => {
    const { organisations } = await honduras.get(LIST, { filter: { audience: ['international'] } });
    const audience = organisations.facets.find((each: { name: string }) => each.name === 'audience');
    expect(organisations.nodes.every((each: { name: string }) => each.name.startsWith('Organización'))).toBe(true);
    expect(audience.values).toEqual(expect.arrayContaining([{ value: 'civil_society', count: 1 }, { value: 'international', count: 1 }]));
  });

  it('pages by key: every organisation once, in order', async () => {
    const names: string[] = [];
    let after: string | null = null;
    do {
      const { organisations }: Record<string, Loose> = await secretariat.get(LIST, { first: 3, after });
      names.push(...organisations.nodes.map((each: { name: string }) => each.name));
      after = organisations.hasMore ? organisations.endCursor : null;
    } while (after);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual((await secretariat.get(LIST, { first: 200 })).organisations.nodes.map((each: { name: string }) => each.name));
  });
});

describe('what a viewer may not see does not exist', () => {
  it('leaves hidden organisations out of lists, totals and facets', async () => {
    const seen = await honduras.get(LIST, { first: 200 });
    const all = await secretariat.get(LIST, { first: 200 });
    expect(seen.organisations.total).toBe(all.organisations.total - 2);
    expect(await found(honduras, { text: 'reservada' })).toEqual([]);
  });

  it('answers the id of a hidden organisation like one that never was', async () => {
    const [hidden] = await registry.sql("select id from organisation where name = 'Mesa reservada'");
    const one = 'query ($id: ID!) { organisation(id: $id) { id } }';
    expect(await honduras.ask(one, { id: hidden.id })).toEqual(await honduras.ask(one, { id: '00000000-0000-4000-8000-000000000000' }));
  });

  it('turns the stranger away', async () => {
    const stranger = await registry.as('public');
    expect(await found(stranger, { text: 'OIM' })).toEqual([]);
    const publics = await registry.sql("select count(*)::int as count from organisation where visibility = 'public'");
    expect((await stranger.get(LIST)).organisations.total).toBe(publics[0].count);
    expect((await stranger.ask(REGISTER, { input: { name: 'X' } })).errors?.[0]?.extensions.code).toBe('NOT_SIGNED_IN');
  });
});

describe('writing an organisation', () => {
  it('shows every problem next to its field', async () => {
    const { errors } = await secretariat.ask(REGISTER, { input: { name: '  ', contactPoints: [{ kind: 'email', value: 'not an address' }] } });
    expect(errors?.[0]?.extensions).toEqual({ code: 'INVALID', fields: [{ path: 'name', problem: 'required' }, { path: 'contactPoints.0.value', problem: 'invalid_email' }] });
  });

  it('refuses an unknown country', async () => {
    const { errors } = await secretariat.ask(REGISTER, { input: { name: 'Somewhere', countries: ['HN', 'ZZ'] } });
    expect(errors?.[0]?.extensions).toEqual({ code: 'INVALID', fields: [{ path: 'countries', problem: 'unknown_country' }] });
  });

  it('refuses a cycle of parents', async () => {
    const above = (await secretariat.get(REGISTER, { input: { name: 'Above' } })).registerOrganisation;
    const below = (await secretariat.get(REGISTER, { input: { name: 'Below', parentId: above.id } })).registerOrganisation;
    const { errors } = await secretariat.ask(AMEND, { id: above.id, version: above.version, input: { parentId: below.id } });
    expect(errors?.[0]?.extensions.fields).toEqual([{ path: 'parentId', problem: 'parent_cycle' }]);
  });

  it('refuses a stale edit and keeps what the first one wrote', async () => {
    const { registerOrganisation: { id, version } } = await secretariat.get(REGISTER, { input: { name: 'Twice edited' } });
    await secretariat.get(AMEND, { id, version, input: { description: 'first' } });
    const second = await secretariat.ask(AMEND, { id, version, input: { description: 'second' } });
    expect(second.errors?.[0]?.extensions.code).toBe('CONFLICT_STALE');
    expect((await secretariat.get('query ($id: ID!) { organisation(id: $id) { description } }', { id })).organisation.description).toBe('first');
  });

  it('lets a delegate write their own country\'s alone', async () => {
    const own = (await honduras.get(REGISTER, { input: { name: 'Hondureña' } })).registerOrganisation;
    expect(own.viewerCan).toContain('amend');
    const [guatemalan] = await registry.sql("insert into organisation (name, country) values ('Guatemalteca', 'GT') returning id, version");
    expect((await honduras.ask(AMEND, { ...guatemalan, input: { name: 'Taken' } })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('writes once when the same request arrives twice', async () => {
    const key = { 'idempotency-key': 'the-same-key-twice' };
    const first = await secretariat.ask(REGISTER, { input: { name: 'Only once' } }, key);
    const second = await secretariat.ask(REGISTER, { input: { name: 'Only once' } }, key);
    expect(first.errors).toBeUndefined();
    expect(second).toEqual(first);
    expect(await registry.sql("select 1 from organisation where name = 'Only once'")).toHaveLength(1);
    const other = await secretariat.ask(REGISTER, { input: { name: 'Another body' } }, key);
    expect(other.errors?.[0]?.extensions.code).toBe('IDEMPOTENCY_MISMATCH');
  });

  it('refuses a write outside the unit of work', async () => {
    await registry.sql("select set_config('tejido.actor', '', false)");
    await expect(registry.sql("insert into organisation (name) values ('unaudited')")).rejects.toThrow('outside the unit of work');
    await registry.sql("select set_config('tejido.actor', ':test', false)");
  });

  it('leads the id of a merged organisation to its survivor', async () => {
    const survivor = (await secretariat.get(REGISTER, { input: { name: 'Survivor' } })).registerOrganisation;
    const twin = (await secretariat.get(REGISTER, { input: { name: 'Survivor (twin)' } })).registerOrganisation;
    await secretariat.get('mutation ($survivorId: ID!, $duplicateId: ID!, $version: Int!) { mergeOrganisations(survivorId: $survivorId, duplicateId: $duplicateId, version: $version) { id } }', { survivorId: survivor.id, duplicateId: twin.id, version: twin.version });
    expect((await secretariat.get('query ($id: ID!) { organisation(id: $id) { id } }', { id: twin.id })).organisation.id).toBe(survivor.id);
  });
});

it('folds text in SQL as the domain does', async () => {
  const { fold } = await import('@tejido/domain/text.js');
  for (const text of ['Organización ÑANDÚ, S.A. (ONG)', 'Côte d’Ivoire', 'ﬁn Straße', '  a--b  ', 'Ø İstanbul', '中文 test']) {
    expect((await registry.sql('select fold($1) as folded', [text]))[0].folded).toBe(fold(text));
  }
});
