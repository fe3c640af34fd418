import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, isEnumType, type GraphQLSchema } from 'graphql';
import { openRegistry, type Asker, type Loose, type Registry } from './support/harness.js';

let registry: Registry;
let secretariat: Asker;
let schema: GraphQLSchema;

// How the i-th row of each list is made; days and titles repeat, so that only the id tells some apart.
const ADD: Record<string, (at: number) => [text: string, values: unknown[]]> = {
  organisations: (at) => ['insert into organisation (name, last_confirmed_on) values ($1, $2)', [`Igual ${at % 3}`, at % 2 ? `2025-01-0${1 + (at % 4)}` : null]],
  people: (at) => ['insert into person (name) values ($1)', [`Ana ${at % 3}`]],
  agreements: (at) => ["insert into agreement (title, kind, effective_to, recorded_on) values ($1, 'memorandum', $2, $3)", [`Igual ${at % 3}`, at % 2 ? `2027-01-0${1 + (at % 4)}` : null, `2025-02-0${1 + (at % 3)}`]],
  meetings: (at) => ["insert into meeting (title, kind, starts_at, time_zone) values ('Igual', 'bilateral', $1, 'UTC')", [`2025-03-0${1 + (at % 3)}T10:00Z`]],
  activities: (at) => ["insert into activity (title, kind, starts_on) values ($1, 'workshop', $2)", [`Igual ${at % 3}`, at % 2 ? `2025-04-0${1 + (at % 3)}` : null]],
  commitments: (at) => ["insert into commitment (text, owner_user_id, due_on) values ('Igual', $1, $2)", [secretariat.userId, at % 2 ? `2027-05-0${1 + (at % 3)}` : null]],
  proposals: (at) => ['insert into proposal (title, deadline) values ($1, $2)', [`Igual ${at % 3}`, at % 2 ? `2027-06-0${1 + (at % 3)}` : null]],
  evidence: (at) => ["insert into evidence (activity_id, title, archive_reference, added_on) select id, 'Igual', 'Caja 1', $1 from activity limit 1", [`2025-07-0${1 + (at % 3)}`]],
  mails: (at) => [`insert into outbox_mail (once_key, kind, message_id, to_email, subject, body_text, body_html, queued_at)
    values (gen_random_uuid(), 'digest', gen_random_uuid(), 'a@example.org', 'Igual', '', '', $1)`, [`2025-07-0${1 + (at % 3)}T10:00Z`]],
  notifications: (at) => [`insert into notification (user_id, kind, subject_table, subject_id, cause, due_on)
    select $1, 'commitment_due', 'commitment', id, gen_random_uuid(), $2 from commitment limit 1`, [secretariat.userId, at % 2 ? `2025-07-0${1 + (at % 3)}` : null]],
  disseminations: (at) => ["insert into dissemination (audience, message, medium, sent_on) values ('forum', 'Igual', 'email', $1)", [`2025-07-0${1 + (at % 3)}`]],
};
const add = (list: string, at: number) => registry.sql(...ADD[list]!(at));

beforeAll(async () => {
  registry = await openRegistry();
  secretariat = await registry.as('secretariat');
  schema = registry.app.get(GraphQLSchemaHost).schema;
  for (const list of Object.keys(ADD)) for (let at = 0; at < 9; at++) await add(list, at);
});
afterAll(() => registry.close());

const lists = () => Object.values(schema.getQueryType()!.getFields()).filter((field) => getNamedType(field.type).name.endsWith('Page'));

function sortsOf(list: string): (string | null)[] {
  const sort = schema.getQueryType()!.getFields()[list]!.args.find(({ name }) => name === 'sort');
  const type = sort && getNamedType(sort.type);
  return type && isEnumType(type) ? type.getValues().map(({ name }) => name) : [null];
}

interface Page { ids: string[]; endCursor: string | null; hasMore: boolean }

async function page(list: string, sort: string | null, after: string | null, first = 2): Promise<Page> {
  const { [list]: found } = await secretariat.get<Record<string, Loose>>(`query ($after: String) { ${list}(first: ${first}, after: $after${sort ? `, sort: ${sort}` : ''}) { nodes { id } endCursor hasMore } }`, { after });
  return { ids: found.nodes.map(({ id }: { id: string }) => id), endCursor: found.endCursor, hasMore: found.hasMore };
}

describe('pages by key', () => {
  it('are made for every list of the schema', () => expect(lists().map(({ name }) => name).sort()).toEqual(Object.keys(ADD).sort()));

  it.each(Object.keys(ADD))('%s: none twice and none lost, in every order, while rows are added between pages', async (list) => {
    for (const sort of sortsOf(list)) {
      const before = (await page(list, sort, null, 200)).ids;
      const seen: string[] = [];
      let after: string | null = null;
      for (let at = 0, more = true; more && at < 200; at++) {
        const found: Page = await page(list, sort, after);
        seen.push(...found.ids);
        [after, more] = [found.endCursor, found.hasMore];
        if (at < 5) await add(list, at + 1);
      }
      expect([sort, seen.length]).toEqual([sort, new Set(seen).size]);
      expect([sort, seen.filter((id) => before.includes(id))]).toEqual([sort, before]);
    }
  });

  it('refuse the cursor of another order or search', async () => {
    const { endCursor } = await page('organisations', 'NAME', null);
    for (const args of ['sort: RECENTLY_RECORDED', 'filter: { text: "igual" }']) {
      const { errors } = await secretariat.ask(`query ($after: String) { organisations(${args}, after: $after) { total nodes { id } } }`, { after: endCursor });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', fields: [{ path: 'after' }] });
    }
  });

  const cursor = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64');
  it.each(['', 'x', '%%%', cursor(), cursor('a'), cursor('a', 'b'), cursor(null, null), cursor("'; drop table organisation; --", '00000000-0000-4000-8000-000000000000'), 'x'.repeat(100_000)])('refuse what is no cursor: %s', async (after) => {
    const { errors } = await secretariat.ask('query ($after: String) { organisations(after: $after) { nodes { id } } }', { after });
    expect(errors?.[0]?.extensions.code).toBe('INVALID');
  });

  it.each([0, -1, 201, 2_147_483_647, 1e10, 1.5])('refuse a page of %s', async (first) => {
    for (const { name } of lists()) expect((await secretariat.ask(`{ ${name}(first: ${first}) { nodes { id } } }`)).errors?.[0]?.extensions.code).toBe('INVALID');
  });
});

describe('what PostgreSQL cannot hold is refused before it, or told as invalid', () => {
  const NUL = 'a\u0000b';
  const LONE = 'a\ud800b';
  const wrong: [string, string, object][] = [
    ['a NUL in a filter', 'query ($x: String!) { organisations(filter: { audience: [$x] }) { total } }', { x: NUL }],
    ['a NUL in a name', 'mutation ($x: String!) { registerOrganisation(input: { name: $x }) { id } }', { x: NUL }],
    ['a lone surrogate in a name', 'mutation ($x: String!) { registerOrganisation(input: { name: $x }) { id } }', { x: LONE }],
    ['a lone surrogate in a person', 'mutation ($x: String!) { registerPerson(input: { name: $x }) { id } }', { x: LONE }],
    ['the year 294277', 'query ($x: Day) { network(day: $x) { total } }', { x: '294277-01-01' }],
    ['the year 0', 'query ($x: Day) { network(day: $x) { total } }', { x: '0000-01-01' }],
    ['the 30th of February', 'query ($x: Day) { network(day: $x) { total } }', { x: '2025-02-30' }],
    ['an instant in the year 294277', 'mutation ($x: DateTime) { logMeeting(input: { title: "x", kind: "bilateral", startsAt: $x }) { id } }', { x: '+294277-01-01T00:00:00Z' }],
    ['a number past 32 bits', 'query ($x: Int!) { indicatorTrend(code: "alliances_in_force", fromYear: $x, toYear: $x) { year } }', { x: 2_147_483_648 }],
    ['a year past all days', 'query ($x: Int!) { indicatorTrend(code: "alliances_in_force", fromYear: $x, toYear: $x) { year } }', { x: 2_147_483_647 }],
    ['a year before all days', 'query ($x: Int!) { indicatorTrend(code: "alliances_in_force", fromYear: $x, toYear: $x) { year } }', { x: -5 }],
    ['a version past 32 bits', 'mutation ($x: Int!) { archiveOrganisation(id: "00000000-0000-4000-8000-000000000000", version: $x) }', { x: 9e15 }],
  ];
  it.each(wrong)('%s', async (_, query, variables) => {
    const { errors } = await secretariat.ask(query, variables);
    expect(errors?.[0]?.extensions.code).toBe('INVALID');
  });

  it.each([['organisation', 'x'], ['organisation', NUL], ['agreement', "' or 1=1"], ['meeting', '{}'], ['person', 'null'], ['activity', '00000000-0000-4000-8000-00000000000g']])('%s with the id %j is nothing', async (root, id) => {
    expect(await secretariat.ask(`query ($id: ID!) { ${root}(id: $id) { id } }`, { id })).toEqual({ data: { [root]: null } });
  });
});
