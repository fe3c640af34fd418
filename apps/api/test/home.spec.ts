import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openRegistry, type Asker, type Registry } from './support/harness.js';

// What the home page asks of lists, beyond their own filters.
let registry: Registry;
let clerk: Asker;
let colleague: Asker;
let stranger: Asker;

beforeAll(async () => {
  registry = await openRegistry();
  [clerk, colleague, stranger] = await Promise.all([registry.as('secretariat'), registry.as('secretariat'), registry.as('public')]) as [Asker, Asker, Asker];
});
afterAll(() => registry.close());

const titles = (page: { nodes: { title: string }[] }) => page.nodes.map(({ title }) => title).sort();

describe('evidence that the viewer can verify', () => {
  const ASK = '{ agreements(filter: { verifiable: true }) { total nodes { title } } activities(filter: { verifiable: true }) { total nodes { title } } }';

  it('is another\'s, not verified yet, of agreements and of activities', async () => {
    const ally = await registry.organisation();
    const agreement = async (title: string, addedBy: string | null, verifiedOn: string | null) => {
      const [{ id }] = await registry.sql("insert into agreement (title, kind) values ($1, 'memorandum') returning id", [title]) as [{ id: string }];
      await registry.sql("insert into evidence (agreement_id, title, archive_reference, added_by, verified_on) values ($1, 'Texto', 'A', $2, $3)", [id, addedBy, verifiedOn]);
    };
    await agreement('De la colega', colleague.userId, null);
    await agreement('Mío', clerk.userId, null);
    await agreement('Verificado', colleague.userId, '2026-01-01');
    const [{ id }] = await registry.sql(`insert into activity (title, kind, status, ends_on, axis, recorded_on)
      values ('Taller de la colega', 'workshop', 'done', '2026-01-01', 'E3', '2026-01-01') returning id`) as [{ id: string }];
    await registry.sql("insert into participation (activity_id, organisation_id, role) values ($1, $2, 'co_organises')", [id, ally]);
    await registry.sql("insert into evidence (activity_id, title, archive_reference, added_by) values ($1, 'Informe', 'A', $2)", [id, colleague.userId]);

    const mine = await clerk.get(ASK);
    expect([titles(mine.agreements), titles(mine.activities)]).toEqual([['De la colega'], ['Taller de la colega']]);
    const theirs = await colleague.get(ASK);
    expect([titles(theirs.agreements), titles(theirs.activities)]).toEqual([['Mío'], []]);
  });
});

describe('meetings by the state of their minutes', () => {
  const ASK = 'query ($minutes: [String!]) { meetings(filter: { minutes: $minutes }) { nodes { title } } }';

  it('are found by signed-in viewers alone, for minutes are theirs', async () => {
    for (const [title, state] of [['Con borrador', 'draft'], ['Circulada', 'circulated'], ['Sin acta', null]] as const) {
      const [{ id }] = await registry.sql("insert into meeting (title, kind, starts_at, time_zone, visibility) values ($1, 'bilateral', now(), 'UTC', 'public') returning id", [title]) as [{ id: string }];
      if (state) await registry.sql("insert into minutes (meeting_id, state, circulated_on, observations_until) values ($1, $2, '2026-11-20', '2026-11-27')", [id, state]);
    }
    expect(titles((await clerk.get(ASK, { minutes: ['draft'] })).meetings)).toEqual(['Con borrador']);
    expect(titles((await clerk.get(ASK, { minutes: ['draft', 'circulated'] })).meetings)).toEqual(['Circulada', 'Con borrador']);
    expect(titles((await clerk.get(ASK, { minutes: [] })).meetings)).toHaveLength(3);
    expect(titles((await stranger.get(ASK, { minutes: ['draft'] })).meetings)).toEqual([]);
  });
});
