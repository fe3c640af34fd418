import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hashToken } from '../src/platform/access/session-gate.js';
import { hashPassword } from '../src/features/session/passwords.js';
import { openRegistry, type Loose, type Registry } from './support/harness.js';

const PASSWORD = 'caminos de ida y vuelta';
let registry: Registry;
let hash: string;

beforeAll(async () => {
  process.env['TEJIDO_PROXY'] = '1'; // X-Forwarded-For names the network here
  registry = await openRegistry();
  hash = await hashPassword(PASSWORD);
});
afterAll(async () => {
  delete process.env['TEJIDO_PROXY'];
  await registry.close();
});

let networks = 0;
const newNetwork = () => `10.${++networks}.0.1`;

async function account(given: { disabled?: boolean; role?: string } = {}): Promise<{ id: string; email: string }> {
  const email = `u${Math.random().toString(36).slice(2)}@test.example`;
  const [{ id }] = await registry.sql('insert into user_account (email, name, role, password_hash, disabled_at) values ($1, $2, $3, $4, $5) returning id',
    [email, 'Una Persona', given.role ?? 'secretariat', hash, given.disabled ? new Date() : null]);
  return { id, email };
}

interface Answered { code: string | undefined; data: Loose; fields: Loose; cookie: string | null; token: string | null; ms: number }

/** Over HTTP, with the cookies of a browser. */
async function ask(query: string, variables: object = {}, { token, network = newNetwork() }: { token?: string | null; network?: string } = {}): Promise<Answered> {
  const begun = performance.now();
  const response = await fetch(`${registry.url}/graphql`, {
    method: 'POST', body: JSON.stringify({ query, variables }),
    headers: { 'content-type': 'application/json', 'x-forwarded-for': network, ...(token ? { cookie: `tejido=${token}` } : {}) },
  });
  const { data, errors } = (await response.json()) as Loose;
  const cookie = response.headers.get('set-cookie');
  return { code: errors?.[0]?.extensions.code, fields: errors?.[0]?.extensions.fields, data, cookie, token: /tejido=([^;]+)/.exec(cookie ?? '')?.[1] ?? null, ms: performance.now() - begun };
}

const SIGN_IN = 'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { viewer { email role } } }';
const signIn = (email: string, password = PASSWORD, options: Parameters<typeof ask>[2] = {}) => ask(SIGN_IN, { email, password }, options);
const isSignedIn = async (token: string | null) => (await ask('{ session { viewer { email } } }', {}, { token })).data.session.viewer !== null;

describe('signing in', () => {
  it('gives a cookie that scripts cannot read and other sites cannot send, and keeps only its hash', async () => {
    const { email } = await account();
    const { data, cookie, token } = await signIn(` ${email.toUpperCase()} `);
    expect(data.signIn.viewer).toEqual({ email, role: 'secretariat' });
    expect(cookie).toMatch(/^tejido=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(await registry.sql('select 1 from user_session where token_hash = $1', [hashToken(token!)])).toHaveLength(1);
    expect(JSON.stringify(await registry.sql('select * from user_session'))).not.toContain(token);
  });

  it('insists on HTTPS and this host where there is HTTPS', async () => {
    process.env['TEJIDO_HTTPS'] = '1';
    const { cookie } = await signIn((await account()).email).finally(() => { delete process.env['TEJIDO_HTTPS']; });
    expect(cookie).toMatch(/^__Host-tejido=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });

  it('makes a new id and ends the one before', async () => {
    const { email } = await account();
    const before = (await signIn(email)).token!;
    const after = (await signIn(email, PASSWORD, { token: before })).token!;
    expect(after).not.toBe(before);
    expect([await isSignedIn(before), await isSignedIn(after)]).toEqual([false, true]);
  });

  it('does not take over an id that somebody chose', async () => {
    const chosen = 'x'.repeat(43);
    expect((await signIn((await account()).email, PASSWORD, { token: chosen })).token).not.toBe(chosen);
    expect(await isSignedIn(chosen)).toBe(false);
  });

  it('tells a wrong password, an unknown user and a disabled account alike', async () => {
    const [known, disabled] = [await account(), await account({ disabled: true })];
    const answers = await Promise.all([signIn(known.email, 'not that password'), signIn('nobody@test.example'), signIn(disabled.email)]);
    for (const { code, data, cookie, fields } of answers) expect({ code, data, cookie, fields }).toEqual({ code: 'SIGN_IN_REFUSED', data: null, cookie: null, fields: [] });
  });

  it('takes as long for an unknown user as for a wrong password', async () => {
    const { email } = await account();
    // In turns, so that what else the machine does slows both; the fastest of each is the work itself.
    const turns = await inTurn(10, async () => [(await signIn(email, 'not that password')).ms, (await signIn('nobody.else@test.example', 'not that password')).ms] as const);
    const [wrong, unknown] = [Math.min(...turns.map(([ms]) => ms)), Math.min(...turns.map(([, ms]) => ms))];
    // Without the decoy an unknown user is answered in a tenth of the time.
    expect(unknown / wrong).toBeGreaterThan(0.4);
    expect(unknown / wrong).toBeLessThan(2.5);
  });

  it.each(['', '   ', 'x'.repeat(5000), "' or 1=1 --", 'a\u0000b@test.example', '\ud800@test.example'])('refuses the address %j calmly', async (email) => {
    expect(['SIGN_IN_REFUSED', 'INVALID']).toContain((await signIn(email)).code);
  });
});

async function inTurn<T>(times: number, run: () => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  for (let at = 0; at < times; at++) done.push(await run());
  return done;
}

describe('guessing', () => {
  it('ends after ten attempts from one network, with the right password too; the owner elsewhere is not locked out', async () => {
    const { email } = await account();
    const [guesser, home] = [newNetwork(), newNetwork()];
    const codes = (await inTurn(11, () => signIn(email, 'not that password', { network: guesser }))).map(({ code }) => code);
    expect(codes).toEqual([...Array.from({ length: 10 }, () => 'SIGN_IN_REFUSED'), 'RATE_LIMITED']);
    expect((await signIn(email, PASSWORD, { network: guesser })).code).toBe('RATE_LIMITED');
    expect((await signIn(email, PASSWORD, { network: home })).data.signIn.viewer.email).toBe(email);
  });

  it('begins anew after a success', async () => {
    const { email } = await account();
    const network = newNetwork();
    await inTurn(9, () => signIn(email, 'not that password', { network }));
    expect((await signIn(email, PASSWORD, { network })).code).toBeUndefined();
    expect((await signIn(email, 'not that password', { network })).code).toBe('SIGN_IN_REFUSED');
  });

  it('cannot try several passwords in one request', async () => {
    const { email } = await account();
    const aliased = 'mutation ($email: String!) { a: signIn(email: $email, password: "one") { needsSetUp } b: signIn(email: $email, password: "two") { needsSetUp } }';
    const spread = 'mutation ($email: String!) { ...a ...b } fragment a on Mutation { a: signIn(email: $email, password: "one") { needsSetUp } } fragment b on Mutation { b: signIn(email: $email, password: "two") { needsSetUp } }';
    const again = 'mutation ($email: String!) { ...a signIn(email: $email, password: "one") { needsSetUp } } fragment a on Mutation { a: signIn(email: $email, password: "two") { needsSetUp } }';
    for (const query of [aliased, spread, again]) {
      expect(await ask(query, { email })).toMatchObject({ code: 'INVALID', cookie: null, data: null });
    }
    expect(await registry.sql("select 1 from sign_in_attempt where key like $1", [`${email}|%`])).toEqual([]);
  });

  it('over many accounts from one network ends too', async () => {
    const network = newNetwork();
    await registry.sql('insert into sign_in_attempt (key, points, expire) values ($1, 200, $2)', [`network:${network}`, Date.now() + 600_000]);
    expect((await signIn('somebody@test.example', PASSWORD, { network })).code).toBe('RATE_LIMITED');
  });
});

describe('a session', () => {
  it('ends when its owner signs out, and only that one', async () => {
    const { email } = await account();
    const [phone, desk] = [(await signIn(email)).token!, (await signIn(email)).token!];
    const { cookie } = await ask('mutation { signOut }', {}, { token: phone });
    expect(cookie).toMatch(/^tejido=;.*(Max-Age=0|Expires=Thu, 01 Jan 1970)/);
    expect([await isSignedIn(phone), await isSignedIn(desk)]).toEqual([false, true]);
  });

  it('ends elsewhere when the password changes', async () => {
    const { id, email } = await account();
    const [phone, desk] = [(await signIn(email)).token!, (await signIn(email)).token!];
    const change = (current: string, next: string) => ask('mutation ($current: String!, $next: String!) { changePassword(current: $current, next: $next) }', { current, next }, { token: desk });
    expect((await change('not that password', 'otra frase bien larga')).fields).toEqual([{ path: 'current', problem: 'password_wrong' }]);
    expect(await isSignedIn(phone)).toBe(true);
    expect((await change(PASSWORD, 'otra frase bien larga')).data).toEqual({ changePassword: true });
    expect([await isSignedIn(phone), await isSignedIn(desk)]).toEqual([false, true]);
    expect((await signIn(email)).code).toBe('SIGN_IN_REFUSED');
    expect(await registry.sql("select actor, action from audit_entry where table_name = 'user_account' and row_id = $1 and operation = 'update'", [id])).toEqual([{ actor: id, action: 'account.changePassword' }]);
  });

  it('ends at once when the account is disabled, and when it expires', async () => {
    const [away, late] = [await account(), await account()];
    const [one, other] = [(await signIn(away.email)).token!, (await signIn(late.email)).token!];
    await registry.sql('update user_account set disabled_at = now() where id = $1', [away.id]);
    await registry.sql("update user_session set expires_at = now() - interval '1 second' where token_hash = $1", [hashToken(other)]);
    for (const token of [one, other]) {
      expect((await ask('{ network { total } }', {}, { token })).code).toBe('NOT_SIGNED_IN');
      expect((await ask('mutation { registerOrganisation(input: { name: "X" }) { id } }', {}, { token })).code).toBe('NOT_SIGNED_IN');
    }
  });

  it('lives on while it is used', async () => {
    const token = (await signIn((await account()).email)).token!;
    const hours = async () => Number((await registry.sql('select extract(epoch from expires_at - now()) / 3600 as hours from user_session where token_hash = $1', [hashToken(token)]))[0].hours);
    await registry.sql("update user_session set last_seen_at = now() - interval '11 minutes', expires_at = now() + interval '1 hour' where token_hash = $1", [hashToken(token)]);
    await isSignedIn(token);
    expect(await hours()).toBeCloseTo(12, 1);
    await registry.sql("update user_session set expires_at = now() + interval '1 hour' where token_hash = $1", [hashToken(token)]);
    await isSignedIn(token); // used just now: not written again
    expect(await hours()).toBeCloseTo(1, 1);
  });

  it.each(['', 'x', 'x'.repeat(101), 'x'.repeat(3000), '%00', "'; drop table user_session; --"])('is not had with the cookie %j', async (token) => {
    expect(await isSignedIn(token)).toBe(false);
  });
});

describe('the first administrator', () => {
  const SET_UP = 'mutation ($token: String!, $email: String!, $password: String!) { setUp(token: $token, name: "Primera", email: $email, password: $password) { viewer { role } } }';
  const link = async (token: string, until = '1 hour') => registry.sql("insert into set_up_link (token_hash, expires_at) values ($1, now() + $2::interval)", [hashToken(token), until]);
  const setUp = (token: string, email: string, password = PASSWORD) => ask(SET_UP, { token, email, password });

  it.each([['eleven char', 'password_short'], ['x'.repeat(15), 'password_common'], ['passwordpassword', 'password_common'], ['1234567890123456', 'password_common'], ['qwertyuiopasdfghjkl', 'password_common'],
    ['contraseña123456', 'password_common'], ['administrador123', 'password_common'], ['Bienvenido 2026 !!', 'password_common'], ['ababababababababa', 'password_common'], ['y'.repeat(201), 'too_long']])('may not choose the password %s', async (password, problem) => {
    await link(`link ${password}`);
    expect(await setUp(`link ${password}`, 'primera@test.example', password)).toMatchObject({ code: 'INVALID', fields: [{ path: 'password', problem }] });
  });

  it('uses a link once and in time', async () => {
    await link('late', '-1 second');
    await link('first');
    await link('second');
    expect((await setUp('late', 'late@test.example')).fields).toEqual([{ path: 'token', problem: 'link_expired' }]);
    expect((await setUp('unknown', 'unknown@test.example')).fields).toEqual([{ path: 'token', problem: 'link_expired' }]);
    const made = await setUp('first', 'first@test.example');
    expect(made.data.setUp.viewer.role).toBe('admin');
    expect(await isSignedIn(made.token)).toBe(true);
    expect((await setUp('first', 'again@test.example')).fields).toEqual([{ path: 'token', problem: 'link_expired' }]);
    // Once there is an administrator, no link makes another.
    expect((await setUp('second', 'second@test.example')).fields).toEqual([{ path: 'token', problem: 'link_expired' }]);
    expect(await registry.sql("select email from user_account where role = 'admin'")).toEqual([{ email: 'first@test.example' }]);
  });
});
