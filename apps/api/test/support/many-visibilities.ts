import { VISIBILITIES, type Viewer, type Visibility, can, type Ability } from '@tejido/domain/policy.js';
import type { Registry } from './harness.js';

export const KINDS = ['organisation', 'person', 'agreement', 'meeting', 'activity', 'commitment', 'proposal', 'dissemination'] as const;
export type Kind = (typeof KINDS)[number];

/** One record of the world. Its `mark` stands in its name and nowhere else. */
export interface Marked { kind: Kind; id: string; visibility: Visibility; country: string; mark: string }

/** A world in which one public organisation, the hub, is tied to a record of each kind, visibility and country. */
export interface World { hub: string; maker: string; records: Marked[]; evidence: Record<string, string>; others: Record<string, string> }

export const readableIn = (viewer: Viewer, { kind, visibility, country }: Marked): boolean => can(viewer, `${kind}.read` as Ability, { visibility, country });

/** @param registry where it is made, by its owner. */
export async function manyVisibilities(registry: Registry): Promise<World> {
  const one = async (text: string, values: unknown[]) => ((await registry.sql(text, values))[0] as { id: string }).id;
  const maker = await one("insert into user_account (email, name, role, password_hash) values ('maker@test.example', 'Maker', 'secretariat', 'none') returning id", []);
  const hub = await one("insert into organisation (name, visibility) values ('Hub', 'public') returning id", []);
  const world: World = { hub, maker, records: [], evidence: {}, others: {} };
  for (const visibility of VISIBILITIES) for (const country of ['HN', 'GT']) await addRecords(world, one, visibility, country);
  await tieToOpen(world, one);
  return world;
}

/** The open record of a kind: what is hidden hangs on it too. */
export const openRecord = (world: World, kind: Kind): string => world.records.find((each) => each.kind === kind)!.id;

async function tieToOpen(world: World, one: Insert): Promise<void> {
  const [agreement, meeting, activity, proposal] = (['agreement', 'meeting', 'activity', 'proposal'] as const).map((kind) => openRecord(world, kind));
  for (const { kind, id, visibility, country } of world.records) {
    if (visibility === 'public' && country === 'HN') continue;
    if (kind === 'organisation') {
      await one("insert into agreement_party (agreement_id, organisation_id, signed_on) values ($1, $2, '2024-01-01') returning id", [agreement, id]);
      await one('insert into attendance (meeting_id, organisation_id) values ($1, $2) returning id', [meeting, id]);
      await one("insert into participation (activity_id, organisation_id, role) values ($1, $2, 'funds') returning id", [activity, id]);
      await one("insert into proposal_partner (proposal_id, organisation_id, role) values ($1, $2, 'funder') returning id", [proposal, id]);
    }
    if (kind === 'person') await one('insert into attendance (meeting_id, person_id) values ($1, $2) returning id', [meeting, id]);
    if (kind === 'agreement') await one('update agreement set part_of_id = $1 where id = $2 returning id', [agreement, id]);
    if (kind === 'activity') await one('update activity set parent_id = $1 where id = $2 returning id', [activity, id]);
    if (kind === 'commitment') await one('update commitment set meeting_id = $1, agreement_id = $2 where id = $3 returning id', [meeting, agreement, id]);
  }
}

type Insert = (text: string, values: unknown[]) => Promise<string>;

async function addRecords(world: World, one: Insert, visibility: Visibility, country: string): Promise<void> {
  const add = async (kind: Kind, columns: string, values: unknown[]) => {
    const mark = `mark-${kind}-${visibility}-${country}`;
    const places = values.map((_, at) => `$${at + 5}`).join(', ');
    const [named, ...rest] = columns.split(', ');
    const id = await one(`insert into ${kind} (${named}, visibility, country, created_by${rest.map((each) => `, ${each}`).join('')}) values ($1, $2, $3, $4${places ? `, ${places}` : ''}) returning id`, [mark, visibility, country, world.maker, ...values]);
    world.records.push({ kind, id, visibility, country, mark });
    return id;
  };
  const { hub } = world;
  const organisation = await add('organisation', 'name, parent_id, countries', [hub, [country]]);
  const person = await add('person', 'name', []);
  const agreement = await add('agreement', 'title, kind, effective_from', ['memorandum', '2024-01-01']);
  const meeting = await add('meeting', 'title, kind, starts_at, time_zone, agreement_id', ['bilateral', '2024-05-01T15:00Z', 'UTC', agreement]);
  await one('insert into minutes (meeting_id) values ($1) returning meeting_id as id', [meeting]);
  await one("insert into minutes_section (meeting_id, position, title, text) values ($1, 1, 'x', 'x') returning id", [meeting]);
  const activity = await add('activity', 'title, kind, status, starts_on, ends_on, agreement_id, axis', ['workshop', 'done', '2024-06-01', '2024-06-02', agreement, 'E1']);
  await add('commitment', 'text, owner_organisation_id, beneficiary_organisation_id, meeting_id, agreement_id, fulfilled_on', [organisation, hub, meeting, agreement, '2024-08-01']);
  const proposal = await add('proposal', 'title', []);
  await add('dissemination', 'message, audience, medium, sent_on, organisation_id', ['forum', 'email', '2024-07-01', hub]);
  for (const id of [hub, organisation]) {
    await one("insert into agreement_party (agreement_id, organisation_id, signed_on) values ($1, $2, '2024-01-01') returning id", [agreement, id]);
    await one('insert into attendance (meeting_id, organisation_id, person_id) values ($1, $2, $3) returning id', [meeting, id, id === hub ? person : null]);
    await one("insert into participation (activity_id, organisation_id, role) values ($1, $2, 'co_organises') returning id", [activity, id]);
    await one("insert into proposal_partner (proposal_id, organisation_id, role) values ($1, $2, 'funder') returning id", [proposal, id]);
    await one("insert into affiliation (person_id, organisation_id, post) values ($1, $2, 'Enlace') returning id", [person, id]).then((made) => { world.others[`affiliation ${person}`] = made; });
  }
  world.others[`relationship ${organisation}`] = await one("insert into relationship (from_id, to_id, type) values ($1, $2, 'member_of') returning id", [organisation, hub]);
  for (const [column, id] of [['agreement_id', agreement], ['activity_id', activity]] as const) {
    world.evidence[id] = await one(`insert into evidence (${column}, title, address, added_by) values ($1, $2, 'https://e.example', $3) returning id`, [id, `proof of ${id}`, world.maker]);
  }
}
