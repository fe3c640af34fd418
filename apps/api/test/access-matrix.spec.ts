import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, isEnumType, isObjectType, isRequiredArgument, isScalarType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { mayEver, can, type Ability, type Viewer } from '@tejido/domain/policy.js';
import { DeclaredAbilities } from '../src/platform/graphql/declared-abilities.js';
import { openRegistry, type Asker, type Loose, type Registry } from './support/harness.js';
import { KINDS, manyVisibilities, readableIn, type Kind, type Marked, type World } from './support/many-visibilities.js';
import { MUTATIONS, QUERIES, ROUTES } from './support/operations.js';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const ROLES = [['admin', undefined], ['secretariat', undefined], ['delegate', 'HN'], ['delegate', 'GT'], ['presidency', undefined], ['observer', undefined], ['public', undefined]] as const;

interface Seat { name: string; asker: Asker; viewer: Viewer }
let registry: Registry;
let world: World;
let seats: Seat[];
let schema: GraphQLSchema;
let abilities: Map<string, string>;

beforeAll(async () => {
  registry = await openRegistry();
  world = await manyVisibilities(registry);
  seats = [];
  for (const [role, country] of ROLES) {
    const asker = await registry.as(role, country);
    seats.push({ name: `${role} ${country ?? ''}`.trim(), asker, viewer: { userId: asker.userId, role, country: country ?? null } });
  }
  schema = registry.app.get(GraphQLSchemaHost).schema;
  abilities = new Map([...registry.app.get(DeclaredAbilities).operations()].map(({ name, ability }) => [name, ability!]));
}, 60_000);
afterAll(() => registry.close());

const hiddenFrom = (viewer: Viewer): Marked[] => world.records.filter((record) => !readableIn(viewer, record));

/** Every field of a type that needs no argument: scalars, and of its objects the fields down to `depth`. */
function everything(type: GraphQLObjectType, depth: number): string {
  const chosen = Object.values(type.getFields()).filter((field) => !field.args.some(isRequiredArgument)).flatMap((field) => {
    const inner = getNamedType(field.type);
    if (isScalarType(inner) || isEnumType(inner)) return [field.name];
    const below = isObjectType(inner) && depth > 0 ? everything(inner, depth - 1) : '';
    return below ? [`${field.name} ${below}`] : [];
  });
  return chosen.length > 0 ? `{ ${chosen.join(' ')} }` : '';
}

/** Queries for every field of the root's answer, packed so that none is too large. */
function queriesOf(name: string, call: string): string[] {
  const type = getNamedType(schema.getQueryType()!.getFields()[name]!.type);
  if (!isObjectType(type)) return [`{ ${name}${call} }`];
  const isPage = type.name.endsWith('Page');
  const [shape, open, close] = isPage ? [getNamedType(type.getFields()['nodes']!.type) as GraphQLObjectType, '{ total hasMore endCursor facets { name values { value count } } nodes {', '} }'] : [type, '{', '}'];
  const fields = Object.values(shape.getFields()).filter((field) => !field.args.some(isRequiredArgument)).map((field) => {
    const inner = getNamedType(field.type);
    return `${field.name} ${isObjectType(inner) ? everything(inner, 1) : ''}`;
  });
  return packed(fields, LARGEST).map((chosen) => `{ ${name}${call} ${open} ${chosen} ${close} }`);
}

// In blanks: well under the limit of tokens.
const LARGEST = 600;

function packed(parts: readonly string[], largest: number): string[] {
  const packs: string[] = [];
  for (const part of parts) {
    const last = packs.at(-1);
    if (last !== undefined && `${last} ${part}`.split(' ').length <= largest) packs[packs.length - 1] = `${last} ${part}`;
    else packs.push(part);
  }
  return packs;
}

describe('every operation of the schema has a row here', () => {
  it('queries', () => expect(Object.keys(QUERIES).sort()).toEqual(Object.keys(schema.getQueryType()!.getFields()).sort()));
  it('routes beside it', () => expect(Object.keys(ROUTES).sort()).toEqual([...registry.app.get(DeclaredAbilities).routes()].map(({ name }) => name).sort()));
  it('mutations', () => expect(Object.keys(MUTATIONS).sort()).toEqual(Object.keys(schema.getMutationType()!.getFields()).sort()));
});

describe('no answer names what is hidden, in any field', () => {
  it.each(Object.keys(QUERIES))('%s', async (name) => {
    const calls = QUERIES[name]!(world);
    for (const { name: seat, asker, viewer } of seats) {
      const hidden = hiddenFrom(viewer);
      for (const call of calls) {
        for (const query of queriesOf(name, call)) {
          const { data, errors } = await asker.ask(query);
          const refused = errors?.map((each) => each.extensions.code).filter((code) => code !== 'NOT_SIGNED_IN' && code !== 'FORBIDDEN') ?? [];
          expect([seat, query, refused]).toEqual([seat, query, []]);
          const text = JSON.stringify(data ?? null);
          const named = hidden.filter(({ id, mark }) => !call.includes(id) && (text.includes(id) || text.includes(`"${mark}"`)));
          expect([seat, query, named.map(({ mark }) => mark)]).toEqual([seat, query, []]);
        }
      }
    }
  }, 60_000);
});

describe('a route turns away whom the policy turns away, and names nothing that is hidden', () => {
  it.each(Object.keys(ROUTES))('%s', async (name) => {
    const [method, address] = name.split(' ') as [string, string];
    const ability = [...registry.app.get(DeclaredAbilities).routes()].find((route) => route.name === name)!.ability as Ability;
    for (const { name: seat, asker, viewer } of seats) {
      const open = (ability as string) === 'anybody' || ((ability as string) === 'signed-in' ? viewer.role !== 'public' : mayEver(viewer, ability));
      for (const parameters of ROUTES[name]!(world)) {
        const filled = address.replace(/:(\w+)/g, (_, parameter: string) => encodeURIComponent(parameters[parameter]!));
        const response = await fetch(registry.url + filled + (parameters['?'] ?? ''), { method, headers: { cookie: asker.cookie, 'x-tejido-client': 'test' } });
        expect([seat, filled, response.status === 401 || response.status === 403]).toEqual([seat, filled, !open]);
        const text = await response.text();
        const named = hiddenFrom(viewer).filter(({ id, mark }) => !filled.includes(id) && text.includes(mark));
        expect([seat, filled, named.map(({ mark }) => mark)]).toEqual([seat, filled, []]);
      }
    }
  }, 60_000);
});

const ONE: Partial<Record<Kind, string>> = { organisation: 'name', person: 'name', agreement: 'title', meeting: 'title', activity: 'title', proposal: 'title', dissemination: 'message' };

describe('one record is shown to whom the policy says, and to others as if there were none', () => {
  it.each(Object.keys(ONE) as Kind[])('%s', async (kind) => {
    const ask = (asker: Asker, id: string) => asker.ask(`{ ${kind}(id: "${id}") { id ${ONE[kind]} } }`);
    for (const { name, asker, viewer } of seats) {
      const nothing = JSON.stringify(await ask(asker, NOBODY));
      for (const record of world.records.filter((each) => each.kind === kind)) {
        const answer = await ask(asker, record.id);
        if (readableIn(viewer, record)) expect([name, record.mark, answer.data?.[kind]]).toEqual([name, record.mark, { id: record.id, [ONE[kind]!]: record.mark }]);
        else expect([name, record.mark, JSON.stringify(answer)]).toEqual([name, record.mark, nothing]);
      }
    }
  });
});

const LISTS = { organisation: 'organisations', person: 'people', agreement: 'agreements', meeting: 'meetings', activity: 'activities', commitment: 'commitments', proposal: 'proposals', dissemination: 'disseminations' } satisfies Record<Kind, string>;

describe('a list holds what the policy says, and its total counts that', () => {
  it.each(KINDS)('%s', async (kind) => {
    for (const { name, asker, viewer } of seats) {
      const { data, errors } = await asker.ask(`{ ${LISTS[kind]}(first: 200) { total nodes { id } } }`);
      const expected = world.records.filter((each) => each.kind === kind && readableIn(viewer, each)).map(({ id }) => id);
      if (errors) {
        expect([name, expected]).toEqual([name, []]);
        continue;
      }
      const { total, nodes } = (data as Loose)[LISTS[kind]];
      const others = kind === 'organisation' ? nodes.filter(({ id }: { id: string }) => !world.records.some((each) => each.id === id)).map(({ id }: { id: string }) => id) : [];
      expect([name, total, nodes.map((each: { id: string }) => each.id).sort()]).toEqual([name, expected.length + others.length, [...expected, ...others].sort()]);
    }
  });
});

describe('ties with what is hidden', () => {
  it('have no evidence, like ties with nothing', async () => {
    for (const { asker, viewer } of seats.filter(({ viewer: { role } }) => role !== 'public')) {
      const evidence = async (id: string) => JSON.stringify(await asker.ask(`{ tieEvidence(a: "${world.hub}", b: "${id}") { kind id label } }`));
      const nothing = await evidence(NOBODY);
      for (const { id, kind } of hiddenFrom(viewer)) if (kind === 'organisation') expect(await evidence(id)).toBe(nothing);
    }
  });
});

/** What a viewer gets for a mutation on a record; `null` when it went past the policy (and then failed for its stale version or bad input). */
async function outcome(asker: Asker, query: string): Promise<string | null> {
  const { errors } = await asker.ask(query);
  const code = errors?.[0]?.extensions.code ?? null;
  return code && ['FORBIDDEN', 'NOT_SIGNED_IN', 'NOT_FOUND', 'INTERNAL'].includes(code) ? code : null;
}

describe('a mutation is done for whom the policy says', () => {
  it.each(Object.keys(MUTATIONS))('%s', async (name) => {
    const row = MUTATIONS[name]!;
    const ability = abilities.get(name)! as Ability;
    const type = getNamedType(schema.getMutationType()!.getFields()[name]!.type);
    const call = (args: string) => `mutation { ${name}${args} ${isObjectType(type) ? '{ __typename }' : ''} }`;
    for (const { name: seat, asker, viewer } of seats) {
      if (row.on === 'itself') {
        const open = (ability as string) === 'anybody' || ((ability as string) === 'signed-in' ? viewer.role !== 'public' : mayEver(viewer, ability));
        const got = await outcome(asker, call(row.args(NOBODY, world)));
        expect([seat, got === 'FORBIDDEN' || got === 'NOT_SIGNED_IN']).toEqual([seat, !open]);
        continue;
      }
      for (const record of world.records.filter(({ kind }) => kind === row.on)) {
        const query = call(row.args(record.id, world, record));
        const got = await outcome(asker, query);
        const subject = { visibility: record.visibility, country: record.country, ownerUserId: world.maker };
        const expected = viewer.role === 'public' ? 'NOT_SIGNED_IN' : !mayEver(viewer, ability) ? 'FORBIDDEN' : !row.makes && !readableIn(viewer, record) ? 'NOT_FOUND' : can(viewer, ability, subject) ? null : 'FORBIDDEN';
        expect([seat, record.mark, got]).toEqual([seat, record.mark, expected]);
        if (expected !== 'NOT_FOUND') continue;
        const same = (text: string) => text.replaceAll(record.id, NOBODY);
        expect(same(JSON.stringify(await asker.ask(query)))).toBe(JSON.stringify(await asker.ask(call(row.args(NOBODY, world, record)))));
      }
    }
  }, 60_000);
});
