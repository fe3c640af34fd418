import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openRegistry, type Asker, type Registry } from './support/harness.js';

let registry: Registry;
let delegate: Asker;
let busy: string;

beforeAll(async () => {
  registry = await openRegistry();
  delegate = await registry.as('delegate', 'HN');
  await registry.sql("insert into organisation (name, acronym) select 'Organización ' || i, 'ORG' || i from generate_series(1, 60) i");
  await registry.sql("insert into agreement (title, kind) select 'Acuerdo ' || i, 'memorandum' from generate_series(1, 60) i");
  await registry.sql(`insert into agreement_party (agreement_id, organisation_id, signed_on) select a.id, o.id, '2024-01-01' from agreement a
    join organisation o on o.acronym in ('ORG' || substr(a.title, 9), 'ORG' || (substr(a.title, 9)::int % 60 + 1))`);
  busy = (await registry.sql("select id from organisation where acronym = 'ORG1'"))[0].id;
});
afterAll(() => registry.close());

/** Beside the one that finds the session. */
const statements = async (query: string, variables: object = {}) =>
  (await registry.statementsOf(() => delegate.get(query, variables))).filter((text) => !text.includes('user_session'));

describe('a root field is one statement', () => {
  it('for a page of 50 organisations with their agreements and their parties', async () => {
    const query = '{ organisations(first: 50) { total hasMore nodes { id name agreements { id title status parties { id signedOn organisation { id name } } } } facets { name values { value count } } } }';
    const { organisations } = await delegate.get(query);
    expect(organisations.nodes).toHaveLength(50);
    expect(organisations.nodes.flatMap((each: { agreements: { parties: unknown[] }[] }) => each.agreements.flatMap(({ parties }) => parties)).length).toBeGreaterThan(100);
    expect(await statements(query)).toHaveLength(1);
  });

  it('for an organisation with all that its page shows', async () => {
    const query = `query ($id: ID!) { organisation(id: $id) { name alliance lastContactOn names { value } identifiers { value } contactPoints { value } parent { id } children { id } merges { id }
      timeline { id } whoKnows { name } people { name affiliations { post } contactPoints { value } } agreements { title status } relationships { organisation { name } } } }`;
    expect((await delegate.get(query, { id: busy })).organisation.agreements).toHaveLength(2);
    expect(await statements(query, { id: busy })).toHaveLength(1);
  });

  it('for a search that forgives', async () => {
    expect(await statements('{ organisations(filter: { text: "organisacion 12" }) { total nodes { name matchedName(text: "organisacion 12") { value } } } }')).toHaveLength(1);
  });

  it('for people with their posts', async () => {
    expect(await statements('{ people(text: "org1") { total nodes { name affiliations { organisation { name } } } } }')).toHaveLength(1);
  });
});
