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
  await registry.organisation({ name: 'Alto Comisionado para los Refugiados', acronym: 'ACNUR' });
  await secretariat.get(REGISTER, { input: { name: 'Mesa reservada', visibility: 'secretariat', audience: 'civil_society' } });
  await secretariat.get(REGISTER, { input: { name: 'Asunto de Guatemala', visibility: 'country', country: 'GT' } });
});
afterAll(() => registry.close());

const found = async (asker: Asker, filter: object) => (await asker.get(LIST, { filter })).organisations.nodes.map((each: { name: string }) => each.name);

describe('finding an organisation', () => {
  it.each(['OIM', 'oim', 'IOM', 'organisacion migrasion', 'migraciones internacional', 'Organización Internac'])('finds the International Organization for Migration by "%s"', async (text) => {
    expect((await found(honduras, { text }))[0]).toBe('Organización Internacional para las Migraciones');
  });

  it.each([
    'Organizacion Internacional de Migracion', 'organización internacional de las migraciones', 'la organización internacional',
    'international organisation of migration', 'the international organization of the migration',
  ])('finds it by "%s": the small words need not be those of the name', async (text) => {
    expect((await found(honduras, { text }))[0]).toBe('Organización Internacional para las Migraciones');
  });

  it('looks for a small word where nothing else is typed', async () => {
    const names = await found(honduras, { text: 'para las' });
    expect(names).toContain('Organización Internacional para las Migraciones');
    expect(names).not.toContain('Asunto de Guatemala');
  });

  it.each(['OMI', 'OIMM', 'OIN', 'IMO'])('finds it by the misspelt acronym "%s"', async (text) => {
    expect(await found(honduras, { text })).toContain('Organización Internacional para las Migraciones');
  });

  it.each(['AGNUR', 'ACNR', 'CANUR', 'acnurr'])('finds ACNUR by "%s"', async (text) => {
    expect(await found(honduras, { text })).toEqual(['Alto Comisionado para los Refugiados']);
  });

  it('puts the exact acronym first, then acronyms nearly right, then names that only hold the word', async () => {
    await registry.organisation({ name: 'Zona RXQ de la costa' });
    await registry.organisation({ name: 'Red equis cu invertida', acronym: 'RQX' });
    await registry.organisation({ name: 'Red equis cu', acronym: 'RXQ' });
    expect(await found(honduras, { text: 'rxq' })).toEqual(['Red equis cu', 'Red equis cu invertida', 'Zona RXQ de la costa']);
  });

  it('finds by former names and aliases, and says by which', async () => {
    await secretariat.get(REGISTER, { input: { name: 'Instituto de Movilidad', acronym: 'IMOV', names: [{ role: 'former', value: 'Dirección de Extranjería' }, { role: 'alias', value: 'La Casona' }] } });
    const matched = async (text: string) => (await honduras.get('query ($text: String!) { organisations(filter: { text: $text }) { nodes { name matchedName(text: $text) { role value } } } }', { text })).organisations.nodes;
    expect(await matched('direccion estranjeria')).toEqual([{ name: 'Instituto de Movilidad', matchedName: { role: 'former', value: 'Dirección de Extranjería' } }]);
    expect(await matched('casona')).toEqual([{ name: 'Instituto de Movilidad', matchedName: { role: 'alias', value: 'La Casona' } }]);
    expect(await matched('imov')).toEqual([{ name: 'Instituto de Movilidad', matchedName: { role: 'acronym', value: 'IMOV' } }]);
  });

  it.each(['NAME', 'NAME_DESCENDING', 'RECENTLY_RECORDED', 'RECENTLY_CONFIRMED', 'LEAST_RECENTLY_CONFIRMED', 'RECENT_CONTACT', 'LEAST_RECENT_CONTACT'])('pages through every organisation once, sorted by %s', async (sort) => {
    const names: string[] = [];
    let after: string | null = null;
    do {
      const { organisations }: Record<string, Loose> = await secretariat.get(LIST, { first: 4, after, sort });
      names.push(...organisations.nodes.map((each: { id: string }) => each.id));
      after = organisations.hasMore ? organisations.endCursor : null;
    } while (after);
    expect(names).toEqual((await secretariat.get(LIST, { first: 200, sort })).organisations.nodes.map((each: { id: string }) => each.id));
    expect(new Set(names).size).toBe(names.length);
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

  it('cannot be named as parent or as what an office counts with', async () => {
    const [hidden] = await registry.sql("select id from organisation where name = 'Mesa reservada'");
    for (const path of ['parentId', 'countsWithId']) {
      const refusal = async (id: string) => (await honduras.ask(REGISTER, { input: { name: 'Oficina', [path]: id } })).errors?.[0]?.extensions;
      expect(await refusal(hidden.id)).toEqual({ code: 'INVALID', fields: [{ path, problem: 'unknown_record' }] });
      expect(await refusal('00000000-0000-4000-8000-000000000000')).toEqual(await refusal(hidden.id));
    }
  });

  it('is no likely duplicate, and its identifier is free', async () => {
    const likely = async (asker: Asker) => (await asker.get('{ likelyDuplicates(name: "Mesa reservada") { organisation { name } } }')).likelyDuplicates;
    expect(await likely(secretariat)).toEqual([{ organisation: { name: 'Mesa reservada' } }]);
    expect(await likely(honduras)).toEqual([]);
    const [hidden] = await registry.sql("select id, version from organisation where name = 'Mesa reservada'");
    const identifiers = [{ scheme: 'ror', value: '05abc' }];
    await secretariat.get(AMEND, { ...hidden, input: { identifiers } });
    const refusal = (await secretariat.ask(REGISTER, { input: { name: 'Otra', identifiers } })).errors?.[0]?.extensions;
    expect(refusal).toEqual({ code: 'DUPLICATE', fields: [{ path: 'identifiers.0.value', problem: 'duplicate_identifier' }] });
    expect((await honduras.ask(REGISTER, { input: { name: 'Otra', identifiers } })).errors).toBeUndefined();
  });

  it('shows a delegate of another country and an observer what their role may see, in every list', async () => {
    const [guatemala, observer] = [await registry.as('delegate', 'GT'), await registry.as('observer')];
    expect(await found(guatemala, { text: 'asunto guatemala' })).toEqual(['Asunto de Guatemala']);
    for (const asker of [honduras, observer]) {
      expect(await found(asker, { text: 'asunto guatemala' })).toEqual([]);
      const { organisations } = await asker.get(LIST, { first: 200 });
      const standing = organisations.facets.find((each: { name: string }) => each.name === 'standing').values;
      expect(standing.reduce((sum: number, each: { count: number }) => sum + each.count, 0)).toBe(organisations.total);
    }
    expect((await observer.ask(REGISTER, { input: { name: 'X' } })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
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

  it('refuses an unknown country of seat and an unknown owner country at their fields', async () => {
    for (const path of ['seatCountry', 'country']) {
      const { errors } = await secretariat.ask(REGISTER, { input: { name: 'Somewhere', [path]: 'ZZ' } });
      expect(errors?.[0]?.extensions).toEqual({ code: 'INVALID', fields: [{ path, problem: 'unknown_country' }] });
    }
  });

  it('takes a record to the trash and back', async () => {
    const { registerOrganisation: { id, version } } = await secretariat.get(REGISTER, { input: { name: 'Para la papelera' } });
    await secretariat.get('mutation ($id: ID!, $version: Int!) { archiveOrganisation(id: $id, version: $version) }', { id, version });
    expect(await found(secretariat, { text: 'papelera' })).toEqual([]);
    expect(await found(secretariat, { text: 'papelera', archived: true })).toEqual(['Para la papelera']);
    expect((await secretariat.ask(AMEND, { id, version: version + 1, input: { name: 'X' } })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    await secretariat.get('mutation ($id: ID!, $version: Int!) { restoreOrganisation(id: $id, version: $version) { id } }', { id, version: version + 1 });
    expect(await found(secretariat, { text: 'papelera' })).toEqual(['Para la papelera']);
  });

  it('calls an organisation an ally as the indicator does: by a verified instrument in force, through its offices too', async () => {
    registry.travelTo('2026-11-24');
    const ally = await registry.organisation({ name: 'Aliada', acronym: 'ALIA' });
    const office = await registry.organisation({ name: 'Oficina de la aliada', countsWith: ally });
    const [{ id }] = await registry.sql("insert into agreement (title, kind) values ('Memorando', 'memorandum') returning id");
    await registry.sql("insert into agreement_party (agreement_id, organisation_id, signed_on) values ($1, $2, '2024-01-01')", [id, office]);
    const state = async (text: string) => (await secretariat.get('query ($text: String) { organisations(filter: { text: $text }) { nodes { name alliance } } }', { text })).organisations.nodes[0].alliance;
    const filtered = async () => (await found(secretariat, { alliance: ['allied'] })).sort();
    expect([await state('aliada'), await filtered()]).toEqual(['not_allied', []]);
    await registry.sql("insert into evidence (agreement_id, title, address, verified_on) values ($1, 'x', 'https://x.example', '2024-02-01')", [id]);
    expect([await state('aliada'), await filtered()]).toEqual(['allied', ['Aliada', 'Oficina de la aliada']]);
    await registry.sql("update agreement set terminated_on = '2025-01-01' where id = $1", [id]);
    expect([await state('aliada'), await state('corett')]).toEqual(['formerly_allied', 'own']);
    // The filter, the facet and the record say the same of everybody.
    const { organisations } = await secretariat.get('{ organisations(first: 200) { nodes { alliance } facets { name values { value count } } } }');
    for (const { value, count } of organisations.facets.find((each: { name: string }) => each.name === 'alliance').values) {
      expect(organisations.nodes.filter((each: { alliance: string }) => each.alliance === value)).toHaveLength(count);
      expect((await secretariat.get(LIST, { filter: { alliance: [value] }, first: 200 })).organisations.total).toBe(count);
    }
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
