import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TieEvidence, tiesOn } from '@tejido/domain/network.js';
import { openRegistry, type Asker, type Registry } from './support/harness.js';

const NETWORK = `query ($day: Day, $filter: NetworkFilter, $first: Int) { network(day: $day, filter: $filter, first: $first) {
  day matching total totalTies nodes { id name ties } ties { a b declared demonstrated weight agreements meetings activities relationships } } }`;
const EVIDENCE = 'query ($a: ID!, $b: ID!, $day: Day) { tieEvidence(a: $a, b: $b, day: $day) { kind id label from to readsFrom weight } }';
const TODAY = '2026-11-24';

let registry: Registry;
let secretariat: Asker;
let observer: Asker;
beforeAll(async () => {
  registry = await openRegistry();
  registry.travelTo(TODAY);
  [secretariat, observer] = [await registry.as('secretariat'), await registry.as('observer')];
  // The coalition and the members' national bodies that every registry has tie nobody here.
  expect((await network()).total).toBe(0);
});
afterAll(() => registry?.close());

const network = async (variables: object = {}, asker = secretariat) => (await asker.get(NETWORK, variables)).network;
const evidenceOf = async (a: string, b: string, day?: string, asker = secretariat) => (await asker.get(EVIDENCE, { a, b, day })).tieEvidence;
/** The tie of two organisations on a day; null when there is none. */
const tie = async (a: string, b: string, day: string = TODAY, asker = secretariat) => {
  const { ties } = await network({ day }, asker);
  return ties.find((each: { a: string; b: string }) => [each.a, each.b].sort().join() === [a, b].sort().join()) ?? null;
};
const organisation = (given: Parameters<Registry['organisation']>[0] = {}) => registry.organisation(given);
const pair = async (): Promise<[string, string]> => [await organisation(), await organisation()];

interface Side { id: string; signed?: string | null; withdrawn?: string; required?: boolean }
async function anAgreement(sides: Side[], given: { from?: string; to?: string; visibility?: string; title?: string } = {}): Promise<string> {
  const { from = '2020-01-01', to = null, visibility = 'coalition', title = 'Acuerdo' } = given;
  const [row] = await registry.sql(`insert into agreement (title, kind, effective_from, effective_to, visibility, in_coalition_name)
    values ($1, 'memorandum', $2, $3, $4, true) returning id`, [title, from, to, visibility]);
  for (const { id, signed = from, withdrawn = null, required = true } of sides) {
    await registry.sql('insert into agreement_party (agreement_id, organisation_id, role, required, signed_on, withdrawn_on) values ($1, $2, $3, $4, $5, $6)',
      [row!.id, id, 'signatory', required, signed, withdrawn]);
  }
  return row!.id;
}

async function aMeeting(at: string, present: string[], given: { excused?: string[]; visibility?: string; zone?: string } = {}): Promise<string> {
  const { excused = [], visibility = 'coalition', zone = 'America/Guatemala' } = given;
  const [row] = await registry.sql("insert into meeting (title, kind, starts_at, time_zone, visibility) values ('Reunión', 'bilateral', $1, $2, $3) returning id", [at, zone, visibility]);
  for (const id of present) await registry.sql('insert into attendance (meeting_id, organisation_id) values ($1, $2)', [row!.id, id]);
  for (const id of excused) await registry.sql("insert into attendance (meeting_id, organisation_id, presence) values ($1, $2, 'excused')", [row!.id, id]);
  return row!.id;
}

async function anActivity(days: [string | null, string | null], partners: string[], given: { status?: string; visibility?: string } = {}): Promise<string> {
  const { status = 'done', visibility = 'coalition' } = given;
  const [row] = await registry.sql("insert into activity (title, kind, status, starts_on, ends_on, visibility) values ('Taller', 'workshop', $1, $2, $3, $4) returning id", [status, ...days, visibility]);
  for (const id of partners) await registry.sql("insert into participation (activity_id, organisation_id, role) values ($1, $2, 'co_organises')", [row!.id, id]);
  return row!.id;
}

describe('an agreement', () => {
  it('ties its parties only while it is in force, the last day included', async () => {
    const [a, b] = await pair();
    const id = await anAgreement([{ id: a }, { id: b }], { from: '2021-03-01', to: '2024-02-29' });
    expect(await Promise.all(['2021-02-28', '2021-03-01', '2024-02-29', '2024-03-01'].map(async (day) => (await tie(a, b, day))?.weight ?? 0))).toEqual([0, 1, 1, 0]);
    expect(await tie(a, b, '2022-01-01')).toMatchObject({ declared: true, demonstrated: false, agreements: 1, meetings: 0 });
    expect(await evidenceOf(b, a, '2022-01-01')).toEqual([{ kind: 'agreement', id, label: 'Acuerdo', from: '2021-03-01', to: '2024-02-29', readsFrom: null, weight: 1 }]);
    expect(await evidenceOf(a, b)).toEqual([]);
  });

  it('ties only parties that are bound: not one that withdrew, nor one that signs later', async () => {
    const [a, b] = await pair();
    const [gone, late] = await pair();
    await anAgreement([{ id: a }, { id: b }, { id: gone, withdrawn: '2023-01-01', required: false }, { id: late, signed: '2025-01-01', required: false }]);
    expect(await tie(a, gone, '2022-12-31')).toMatchObject({ agreements: 1 });
    expect(await tie(a, gone, '2023-01-01')).toBeNull();
    expect(await tie(b, late, '2024-12-31')).toBeNull();
    expect(await tie(b, late, '2025-01-01')).toMatchObject({ agreements: 1 });
    expect(await tie(a, b, '2023-06-01')).toMatchObject({ agreements: 1 });
  });

  it('with a signature missing ties nobody', async () => {
    const [a, b] = await pair();
    await anAgreement([{ id: a }, { id: b, signed: null }]);
    expect(await tie(a, b)).toBeNull();
  });
});

describe('encounters', () => {
  it('tie those who met, not the excused, and fade by half in two years', async () => {
    const [a, b] = await pair();
    const excused = await organisation();
    const id = await aMeeting('2022-11-24T18:00:00Z', [a, b], { excused: [excused] });
    expect(await tie(a, b, '2022-11-23')).toBeNull();
    expect(await tie(a, b, '2022-11-24')).toMatchObject({ weight: 1, meetings: 1, declared: false, demonstrated: true });
    expect((await tie(a, b, '2024-11-24')).weight).toBeCloseTo(0.5, 2);
    expect(await tie(a, excused)).toBeNull();
    expect(await evidenceOf(a, b)).toMatchObject([{ kind: 'meeting', id, from: '2022-11-24', to: '2022-11-24' }]);
  });

  it('are of the day of the place: an evening in Guatemala is not yet the morrow in London', async () => {
    const [a, b] = await pair();
    await aMeeting('2025-05-02T02:00:00Z', [a, b]);
    expect(await tie(a, b, '2025-05-01')).toMatchObject({ weight: 1 });
  });

  it('by an activity last while it is under way, fade after its end, and are none when it is planned or cancelled', async () => {
    const [[a, b], [c, d], [e, f], [g, h]] = [await pair(), await pair(), await pair(), await pair()];
    await anActivity(['2022-01-01', '2022-11-24'], [a, b]);
    await anActivity(['2020-01-01', null], [c, d], { status: 'under_way' });
    await anActivity(['2022-01-01', '2022-02-01'], [e, f], { status: 'planned' });
    await anActivity(['2022-01-01', '2022-02-01'], [g, h], { status: 'cancelled' });
    expect([(await tie(a, b, '2021-12-31'))?.weight ?? 0, (await tie(a, b, '2022-06-01')).weight]).toEqual([0, 1]);
    expect((await tie(a, b, '2024-11-24')).weight).toBeCloseTo(0.5, 2);
    expect(await tie(c, d)).toMatchObject({ weight: 1, activities: 1 });
    expect([await tie(e, f), await tie(g, h)]).toEqual([null, null]);
  });

  it('count once for two roles in one activity', async () => {
    const [a, b] = await pair();
    const id = await anActivity(['2026-11-01', '2026-11-24'], [a, b]);
    await registry.sql("insert into participation (activity_id, organisation_id, role) values ($1, $2, 'funds')", [id, a]);
    expect(await tie(a, b)).toMatchObject({ activities: 1, weight: 1 });
  });
});

describe('structure', () => {
  it('ties by a relationship in its days, and says of whom it reads', async () => {
    const [a, b] = await pair();
    const [row] = await registry.sql("insert into relationship (from_id, to_id, type, from_day, to_day) values ($1, $2, 'member_of', '2021-01-01', '2022-12-31') returning id", [b, a]);
    expect(await tie(a, b)).toBeNull();
    expect(await tie(a, b, '2022-12-31')).toMatchObject({ relationships: 1, declared: true });
    expect(await evidenceOf(a, b, '2022-01-01')).toEqual([{ kind: 'relationship', id: row!.id, label: 'member_of', from: '2021-01-01', to: '2022-12-31', readsFrom: b, weight: 1 }]);
  });

  it('ties a body to the one above it and an office to the organisation that it counts with, once each', async () => {
    const above = await organisation({ name: 'Sistema' });
    const office = await organisation({ name: 'Oficina', countsWith: above });
    const both = await organisation({ name: 'Ambas', countsWith: above });
    await registry.sql('update organisation set parent_id = $1 where id = $2', [above, both]);
    expect(await tie(above, office)).toMatchObject({ relationships: 1, weight: 1 });
    expect(await tie(above, both)).toMatchObject({ relationships: 1, weight: 1 });
    expect(await evidenceOf(above, office)).toMatchObject([{ kind: 'parent', id: office, label: 'Oficina', readsFrom: office }]);
  });
});

describe('weights', () => {
  it('are those of the domain, on generated evidence', async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, () => organisation({ themes: ['trafficking'] })));
    const facts: TieEvidence[] = [];
    let seed = 7;
    const chance = (most: number) => { seed = (seed * 48271) % 2147483647; return seed % most; };
    const dayAt = (offset: number) => new Date(Date.UTC(2018, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10);
    for (let index = 0; index < 40; index += 1) {
      const [a, b] = [ids[chance(6)]!, ids[chance(6)]!];
      if (a === b) continue;
      const from = chance(2500);
      const last = from + chance(900);
      const fact = (kind: TieEvidence['kind'], id: string, first: number, end: number) => facts.push({ kind, id, a, b, from: dayAt(first), to: dayAt(end + 1), label: '' });
      if (index % 3 === 0) fact('agreement', await anAgreement([{ id: a }, { id: b }], { from: dayAt(from), to: dayAt(last) }), from, last);
      else if (index % 3 === 1) fact('meeting', await aMeeting(`${dayAt(from)}T18:00:00Z`, [a, b]), from, from);
      else fact('activity', await anActivity([dayAt(from), dayAt(last)], [a, b]), from, last);
    }
    for (const day of ['2019-06-30', '2022-02-28', '2024-12-31', TODAY]) {
      const { ties } = await network({ day, filter: { theme: ['trafficking'] } });
      const wanted = new Map(tiesOn(facts, day).map((each) => [`${each.a} ${each.b}`, each]));
      expect(ties.length).toBe(wanted.size);
      for (const each of ties) {
        const twin = wanted.get(`${each.a} ${each.b}`)!;
        expect(each.weight).toBeCloseTo(twin.weight, 3);
        expect([each.declared, each.demonstrated]).toEqual([twin.declared, twin.demonstrated]);
        const pieces = await evidenceOf(each.a, each.b, day);
        expect(pieces.map(({ id }: { id: string }) => id).sort()).toEqual(twin.evidence.map(({ id }) => id).sort());
      }
    }
  });
});

describe('filters', () => {
  let seatHere: string;
  let worksHere: string;
  let elsewhere: string;
  beforeAll(async () => {
    seatHere = await organisation({ audience: 'forum', scope: 'regional', themes: ['smuggling'] });
    worksHere = await organisation({ audience: 'state', scope: 'national' });
    elsewhere = await organisation({ audience: 'state', scope: 'national' });
    await registry.sql("update organisation set seat_country = 'BZ', kind = 'forum' where id = $1", [seatHere]);
    await registry.sql("update organisation set countries = '{BZ}' where id = $1", [worksHere]);
    await aMeeting('2026-11-01T18:00:00Z', [seatHere, worksHere, elsewhere]);
  });
  const ids = async (filter: object) => (await network({ filter })).nodes.map(({ id }: { id: string }) => id);
  const ours = async (filter: object) => (await ids(filter)).filter((id: string) => [seatHere, worksHere, elsewhere].includes(id)).sort();

  it('keep organisations of a country by seat or work, and the ties among them', async () => {
    const found = await network({ filter: { country: ['BZ'] } });
    expect(found.nodes.map(({ id }: { id: string }) => id).sort()).toEqual([seatHere, worksHere].sort());
    expect(found).toMatchObject({ total: 2, totalTies: 1, nodes: [{ ties: 1 }, { ties: 1 }] });
  });

  it('keep by audience, kind, scope, theme, standing and kind of evidence, alone and together', async () => {
    expect(await ours({ audience: ['state'] })).toEqual([worksHere, elsewhere].sort());
    expect(await ours({ scope: ['national'], country: ['BZ'] })).toEqual([]);
    expect(await ours({ kind: ['forum'] })).toEqual([]);
    expect(await ours({ theme: ['smuggling'] })).toEqual([]);
    expect(await ours({ standing: ['external'], evidence: ['meeting'] })).toHaveLength(3);
    expect(await ours({ evidence: ['agreement', 'activity'] })).toEqual([]);
  });

  it('count what matches without a tie as well', async () => {
    expect(await network({ filter: { kind: ['forum'], standing: ['external'] } })).toMatchObject({ matching: 1, total: 0, nodes: [], ties: [] });
  });

  it('with a code that no taxonomy has match nothing', async () => {
    expect(await network({ filter: { country: ['ZZ'] } })).toMatchObject({ matching: 0, total: 0, totalTies: 0, nodes: [], ties: [] });
    expect(await network({ filter: { evidence: ['hearsay'] } })).toMatchObject({ total: 0, ties: [] });
  });

  it('around one organisation keep it, its neighbours and the ties among them', async () => {
    const [middle, near] = await pair();
    const far = await organisation();
    await aMeeting('2026-11-01T18:00:00Z', [middle, near]);
    await aMeeting('2026-11-01T18:00:00Z', [near, far]);
    expect(await network({ filter: { focusId: middle } })).toMatchObject({ total: 2, totalTies: 1, nodes: [{ ties: 1 }, { ties: 1 }], ties: [{ meetings: 1 }] });
    expect((await ids({ focusId: middle })).sort()).toEqual([middle, near].sort());
    expect((await network({ filter: { focusId: near } })).total).toBe(3);
    expect(await network({ filter: { focusId: near }, first: 1 })).toMatchObject({ total: 3, nodes: [{ id: near, ties: 2 }] });
    expect(await network({ filter: { focusId: crypto.randomUUID() } })).toMatchObject({ total: 0, nodes: [], ties: [] });
    expect((await secretariat.ask(NETWORK, { filter: { focusId: 'nobody' } })).errors?.[0]?.extensions.fields).toEqual([{ path: 'filter.focusId', problem: 'unknown_record' }]);
  });

  it('keep those with the most ties when there are too many, and say of how many', async () => {
    const all = await network();
    const few = await network({ first: 3 });
    expect(few).toMatchObject({ total: all.total, totalTies: all.totalTies, nodes: all.nodes.slice(0, 3) });
    expect(few.ties.every((each: { a: string; b: string }) => [each.a, each.b].every((id) => few.nodes.some((node: { id: string }) => node.id === id)))).toBe(true);
    expect((await secretariat.ask(NETWORK, { first: 0 })).errors?.[0]?.extensions.fields[0]).toMatchObject({ path: 'first', problem: 'number_out_of_range' });
  });
});

describe('what a viewer may not see', () => {
  it('leaves no trace: organisations in nodes, ties, totals, focus or evidence', async () => {
    const [a, b] = await pair();
    const before = await network({}, observer);
    const hidden = await organisation({ name: 'Mesa reservada', visibility: 'secretariat' });
    await anAgreement([{ id: a }, { id: hidden }]);
    await aMeeting('2026-11-01T18:00:00Z', [b, hidden]);
    await anActivity(['2026-11-01', '2026-11-02'], [a, hidden]);
    await registry.sql("insert into relationship (from_id, to_id, type) values ($1, $2, 'member_of')", [b, hidden]);
    await registry.sql('update organisation set parent_id = $1 where id = $2', [hidden, a]);
    expect(await network({}, observer)).toEqual(before);
    expect(await network({ filter: { focusId: hidden } }, observer)).toEqual(await network({ filter: { focusId: crypto.randomUUID() } }, observer));
    expect(await evidenceOf(a, hidden, TODAY, observer)).toEqual([]);
    expect((await evidenceOf(a, hidden)).map(({ kind }: { kind: string }) => kind).sort()).toEqual(['activity', 'agreement', 'parent']);
  });

  it('leaves no trace: agreements, meetings and activities between visible organisations', async () => {
    const [a, b] = await pair();
    const before = await network({}, observer);
    await anAgreement([{ id: a }, { id: b }], { visibility: 'secretariat' });
    await aMeeting('2026-11-01T18:00:00Z', [a, b], { visibility: 'secretariat' });
    await anActivity(['2026-11-01', '2026-11-02'], [a, b], { visibility: 'secretariat' });
    expect(await network({}, observer)).toEqual(before);
    expect(await evidenceOf(a, b, TODAY, observer)).toEqual([]);
    expect(await tie(a, b)).toMatchObject({ agreements: 1, meetings: 1, activities: 1 });
  });

  it('was archived or merged away', async () => {
    const [a, b] = await pair();
    await aMeeting('2026-11-01T18:00:00Z', [a, b]);
    await registry.sql('update organisation set archived_at = now() where id = $1', [b]);
    expect([await tie(a, b), await evidenceOf(a, b)]).toEqual([null, []]);
  });

  it('is everything, for who is not signed in', async () => {
    const stranger = await registry.as('public');
    expect((await stranger.ask(NETWORK)).errors?.[0]?.extensions.code).toBe('NOT_SIGNED_IN');
    expect((await stranger.ask(EVIDENCE, { a: crypto.randomUUID(), b: crypto.randomUUID() })).errors?.[0]?.extensions.code).toBe('NOT_SIGNED_IN');
  });
});

it('is one statement, beside the session', async () => {
  const statements = await registry.statementsOf(() => network({ filter: { country: ['BZ'] } }));
  expect(statements.filter((text) => text.includes('evidence'))).toHaveLength(1);
  expect(statements.length).toBeLessThanOrEqual(2);
});
