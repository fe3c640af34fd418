import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { openRegistry, type Asker, type Loose, type Registry } from './support/harness.js';

let registry: Registry;
let secretariat: Asker;
let application: pg.Client;

beforeAll(async () => {
  registry = await openRegistry();
  secretariat = await registry.as('secretariat');
  application = new pg.Client({ connectionString: registry.databaseUrl });
  await application.connect();
});
afterAll(async () => {
  await application.end();
  await registry.close();
});

const REGISTER = 'mutation ($name: String!) { registerOrganisation(input: { name: $name }) { id version } }';
const register = async (name: string) => (await secretariat.get(REGISTER, { name })).registerOrganisation as { id: string; version: number };
const refusal = (text: string) => application.query(text).then(() => 'done', (error: { code: string; message: string }) => `${error.code} ${error.message}`);
const verify = () => registry.sql('select * from audit_verify()');

// What is no history: derived from rows that have one (notices and mails, too, are told of such rows), or living shorter than a day's work.
const WITHOUT_HISTORY = [
  'agreement_span', 'audit_entry', 'country', 'digest', 'idempotency_key', 'migrations', 'notification', 'organisation_search', 'organisation_unit', 'outbox_attachment', 'outbox_mail', 'report_document',
  'reminder_state', // what a file holds is named by the hash in its row, a calendar's secret address is a sign-in
  'calendar_address', 'file_chunk', 'file_content', 'sdg', 'search_word', 'set_up_link', 'sign_in_attempt', 'source_record', 'user_session',
];

describe('every change is history', () => {
  it('of every table but those named here', async () => {
    const rows = await registry.sql<{ name: string }>(`select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and not exists (select from pg_trigger t join pg_proc p on p.oid = t.tgfoid where t.tgrelid = c.oid and p.proname = 'audit_row' and t.tgtype & 29 = 29) order by 1`);
    expect(rows.map(({ name }) => name).filter((name) => !WITHOUT_HISTORY.includes(name))).toEqual([]);
  });

  it('with who, what, before and after', async () => {
    const { id, version } = await register('Antes');
    await secretariat.get('mutation ($id: ID!, $version: Int!) { amendOrganisation(id: $id, version: $version, input: { name: "Después" }) { id } }', { id, version });
    const entries = await registry.sql("select actor, action, operation, before ->> 'name' as before, after ->> 'name' as after, at from audit_entry where table_name = 'organisation' and row_id = $1 order by id", [id]);
    expect(entries).toMatchObject([
      { actor: secretariat.userId, action: 'organisation.register', operation: 'insert', before: null, after: 'Antes' },
      { actor: secretariat.userId, action: 'organisation.amend', operation: 'update', before: 'Antes', after: 'Después' },
    ]);
    expect(Math.abs(Date.now() - Number(new Date((entries[1] as Loose).at)))).toBeLessThan(60_000);
  });

  it('without password hashes', async () => {
    await registry.sql("update user_account set password_hash = '$argon2id$secret' where id = $1", [secretariat.userId]);
    expect(await registry.sql("select 1 from audit_entry where concat(before, after) like '%password_hash%' or concat(before, after) like '%argon2%'")).toEqual([]);
  });

  it('and of what was refused there is none', async () => {
    const before = await registry.sql('select count(*) from audit_entry');
    await secretariat.ask(REGISTER, { name: '' });
    await secretariat.ask('mutation { amendOrganisation(id: "00000000-0000-4000-8000-000000000000", version: 1, input: { name: "x" }) { id } }');
    expect(await registry.sql('select count(*) from audit_entry')).toEqual(before);
  });
});

describe("the application's role", () => {
  it('cannot write outside the unit of work', async () => {
    for (const statement of ["insert into organisation (name) values ('x')", "update organisation set name = 'x'", 'delete from organisation', "insert into person (name) values ('x')", "update user_account set role = 'admin'"]) {
      expect(await refusal(statement)).toMatch(/^42501 a write to \w+ outside the unit of work$/);
    }
  });

  it.each(['update audit_entry set actor = actor', 'delete from audit_entry', 'truncate audit_entry', "insert into audit_entry (actor, action, table_name, row_id, operation, payload_digest, previous_hash, hash) values ('a', 'a', 'a', 'a', 'insert', '', '', '')",
    'alter table organisation disable trigger all', 'drop table organisation', 'create table mine (id int)', 'truncate organisation', 'set session_replication_role = replica', "alter role tejido_app superuser", 'create or replace function audit_row() returns trigger language plpgsql as $$ begin return null; end $$'])('is refused: %s', async (statement) => {
    expect(await refusal(statement)).toMatch(/^42501 /);
  });

  it('is neither superuser nor owner of anything', async () => {
    const rows = await registry.sql("select rolsuper, rolcreatedb, rolcreaterole, rolbypassrls, (select count(*)::int from pg_class c where c.relowner = r.oid) as owns from pg_roles r where rolname = 'tejido_app'");
    expect(rows).toEqual([{ rolsuper: false, rolcreatedb: false, rolcreaterole: false, rolbypassrls: false, owns: 0 }]);
  });
});

describe('the chain', () => {
  it('holds, also when many write at once: one after the other', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, at) => register(`A la vez ${at}`)));
    expect(await verify()).toEqual([]);
  });

  it('lets one writer in at a time', async () => {
    await registry.sql('begin');
    await registry.sql("select begin_work(':test', 'test.slow')");
    let done = false;
    const waiting = register('Después de otro').then(() => { done = true; });
    await new Promise((soon) => { setTimeout(soon, 400); });
    expect(done).toBe(false);
    await registry.sql('commit');
    await waiting;
    expect(done).toBe(true);
  });

  it.each([
    ['who', "actor = 'somebody'", 'entry'], ['what', "action = 'organisation.archive'", 'entry'], ['when', "at = at - interval '1 day'", 'entry'], ['which row', "row_id = 'x'", 'entry'],
    ['the value after', `after = after || '{"name": "x"}'`, 'payload'], ['the digest', "payload_digest = '\\x00'", 'entry'], ['the hash', "hash = '\\x00'", 'entry'], ['the link', "previous_hash = '\\x00'", 'chain'],
  ])('names the first entry at which %s was altered', async (_, change, problem) => {
    const [{ id }] = await registry.sql('select id from audit_entry order by id desc offset 5 limit 1');
    await registry.sql('begin');
    await registry.sql(`update audit_entry set ${change} where id = $1`, [id]);
    expect(await verify()).toEqual([{ entry_id: id, problem }]);
    await registry.sql('rollback');
  });

  it('names the entry after one that was removed', async () => {
    const [{ id }] = await registry.sql('select id from audit_entry order by id desc offset 5 limit 1');
    await registry.sql('begin');
    await registry.sql('delete from audit_entry where id = $1', [id]);
    expect(await verify()).toEqual([{ entry_id: String(Number(id) + 1), problem: 'chain' }]);
    await registry.sql('rollback');
  });

  it('names an entry whose values are missing and were not erased', async () => {
    const [{ id }] = await registry.sql('select id from audit_entry order by id desc offset 5 limit 1');
    await registry.sql('begin');
    await registry.sql('update audit_entry set before = null, after = null where id = $1', [id]);
    expect(await verify()).toEqual([{ entry_id: id, problem: 'payload' }]);
    await registry.sql('rollback');
  });
});
