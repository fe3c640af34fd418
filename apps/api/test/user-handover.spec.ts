import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openRegistry, type Asker, type Loose, type Registry } from './support/harness.js';

const DISABLE = 'mutation ($id: ID!, $handOver: UserHandOverInput) { disableUser(id: $id, handOver: $handOver) { disabledAt } }';
const HANDOVER = 'query ($id: ID!) { userHandover(id: $id) { kind label } }';

let registry: Registry;
let admin: Asker;

beforeAll(async () => {
  registry = await openRegistry();
  admin = await registry.as('admin');
});
afterAll(() => registry.close());

const given = async (text: string, values: unknown[]) => (await registry.sql(text, values))[0]!.id as string;
async function holders(ids: Record<string, string>): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [name, id] of Object.entries(ids)) found[name] = await holder(name, id);
  return found;
}

async function holder(name: string, id: string): Promise<string> {
  const [row] = await registry.sql(`select (select relationship_owner_id from organisation where id = $1) as o, (select responsible_id from agreement where id = $1) as g,
    (select owner_user_id from commitment where id = $1) as c, (select verifier_id from commitment where id = $1) as v, (select owner_user_id from agenda_item where id = $1) as a`, [id]) as Loose[];
  return name === 'verified' ? row.v : row.o ?? row.g ?? row.c ?? row.a;
}

/** What somebody answers for, one of each kind, and one of what is over. */
async function everything(of: string) {
  const organisation = await registry.organisation({ name: 'Aliada de la casa', country: 'HN' });
  await registry.sql('update organisation set relationship_owner_id = $1 where id = $2', [of, organisation]);
  const agreement = await given("insert into agreement (title, kind, responsible_id) values ('Memorando', (select code from agreement_kind limit 1), $1) returning id", [of]);
  const commitment = (text: string, columns: object) => given(`insert into commitment (text, ${Object.keys(columns).join(', ')}) values ($1, ${Object.keys(columns).map((_, at) => `$${at + 2}`).join(', ')}) returning id`, [text, ...Object.values(columns)]);
  const meeting = await given("insert into meeting (title, kind, starts_at, time_zone) values ('Sesión', (select code from meeting_kind limit 1), now() + interval '9 days', 'UTC') returning id", []);
  return {
    organisation, agreement, owed: await commitment('Lo debe', { owner_user_id: of }), reserved: await commitment('Reservado', { owner_user_id: of, visibility: 'secretariat' }),
    done: await commitment('Ya cumplido', { owner_user_id: of, fulfilled_on: '2026-01-01' }), verified: await commitment('Lo verifica', { owner_organisation_id: organisation, verifier_id: of, country: 'HN' }),
    agenda: await given("insert into agenda_item (meeting_id, position, title, owner_user_id) values ($1, 1, 'Punto', $2) returning id", [meeting, of]),
  };
}

describe('an account that leaves', () => {
  it('is closed and what it answered for goes to others in one action; what is done stays its own', async () => {
    const [leaver, next] = [await registry.as('secretariat'), await registry.as('secretariat')];
    const owned = await everything(leaver.userId!);
    expect((await admin.get(HANDOVER, { id: leaver.userId })).userHandover.map(({ kind, label }: Loose) => `${kind} ${label}`).sort()).toEqual([
      'agenda Punto · Sesión', 'agreement Memorando', 'commitment Lo debe', 'commitment Reservado', 'organisation Aliada de la casa', 'verification Lo verifica',
    ]);
    const to = next.userId;
    const { disableUser } = await admin.get(DISABLE, { id: leaver.userId, handOver: { organisationsTo: to, agreementsTo: to, commitmentsTo: to, verificationsTo: to, agendaTo: to } });
    expect(disableUser.disabledAt).not.toBeNull();
    expect(await holders(owned)).toEqual({ organisation: to, agreement: to, owed: to, reserved: to, verified: to, agenda: to, done: leaver.userId });
    expect((await admin.get(HANDOVER, { id: leaver.userId })).userHandover).toEqual([]);
    expect(await registry.sql("select distinct action from audit_entry where operation = 'update' and after::text like $1 and table_name in ('organisation', 'agreement', 'commitment', 'agenda_item')", [`%${to}%`])).toEqual([{ action: 'user.disable' }]);
  });

  it('gives nobody what they may not see, nor lets anybody verify what they owe', async () => {
    const [leaver, honduras] = [await registry.as('secretariat'), await registry.as('delegate', 'HN')];
    const owned = await everything(leaver.userId!);
    await registry.sql('update commitment set owner_user_id = $1 where id = $2', [honduras.userId, owned.verified]);
    await admin.get(DISABLE, { id: leaver.userId, handOver: { commitmentsTo: honduras.userId, verificationsTo: honduras.userId } });
    expect(await holders(owned)).toMatchObject({ owed: honduras.userId, reserved: leaver.userId, verified: leaver.userId, organisation: leaver.userId });
  });

  it('hands over to working accounts only, and then is not closed either; and only an administrator does it', async () => {
    const [leaver, closed] = [await registry.as('secretariat'), await registry.as('secretariat')];
    await admin.get(DISABLE, { id: closed.userId });
    const refused = async (asker: Asker, to: string | null) => (await asker.ask(DISABLE, { id: leaver.userId, handOver: { agreementsTo: to } })).errors?.[0]?.extensions;
    for (const nobody of [closed.userId, leaver.userId, 'nobody']) expect((await refused(admin, nobody))?.fields).toEqual([{ path: 'handOver.agreementsTo', problem: 'unknown_record' }]);
    expect(await registry.sql('select disabled_at from user_account where id = $1', [leaver.userId])).toEqual([{ disabled_at: null }]);
    expect((await refused(leaver, null))?.code).toBe('FORBIDDEN');
    expect((await leaver.ask(HANDOVER, { id: closed.userId })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
