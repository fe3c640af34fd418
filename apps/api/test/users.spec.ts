import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openRegistry, type Asker, type Registry } from './support/harness.js';

const USER = 'id name email role country language disabledAt hasPassword linkExpiresAt version';
const USERS = `{ users { ${USER} } }`;
const REGISTER = `mutation ($input: UserInput!) { registerUser(input: $input) { user { ${USER} } token expiresAt } }`;
const AMEND = `mutation ($id: ID!, $version: Int!, $input: UserInput!) { amendUser(id: $id, version: $version, input: $input) { ${USER} } }`;
const DISABLE = `mutation ($id: ID!) { disableUser(id: $id) { ${USER} } }`;
const ENABLE = `mutation ($id: ID!) { enableUser(id: $id) { ${USER} } }`;
const RENEW = `mutation ($id: ID!) { renewUserLink(id: $id) { user { ${USER} } token } }`;
const LINK = 'query ($token: String!) { setUpLink(token: $token) { state name email } }';
const SET = 'mutation ($token: String!, $password: String!) { setPassword(token: $token, password: $password) { viewer { email role country } } }';
const SIGN_IN = 'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { viewer { email } } }';
const LANGUAGE = 'mutation ($language: String!) { chooseLanguage(language: $language) }';
const ME = '{ session { viewer { name language } } }';
const PASSWORD = 'caminos que se cruzan 27';

let registry: Registry;
let admin: Asker;
let stranger: Asker;

beforeAll(async () => {
  registry = await openRegistry();
  [admin, stranger] = [await registry.as('admin'), await registry.as('public')];
});
afterAll(() => registry.close());

const refusal = async (asker: Asker, query: string, variables: object) => (await asker.ask(query, variables)).errors?.[0]?.extensions;
const userOf = async (id: string) => (await admin.get(USERS)).users.find((each: { id: string }) => each.id === id);
const register = async (input: object = {}) => (await admin.get(REGISTER, { input: { name: 'Nadia Nueva', email: `n${Math.random()}@corett.example`, role: 'observer', ...input } })).registerUser;

describe('a new user', () => {
  it('sets the password with a link that works once, and signs in with it', async () => {
    const { user, token } = await register({ email: ' Nadia@CORETT.example ', role: 'delegate', country: 'HN', language: 'en' });
    expect(user).toMatchObject({ email: 'nadia@corett.example', role: 'delegate', country: 'HN', language: 'en', hasPassword: false, disabledAt: null });
    expect((await stranger.get(LINK, { token })).setUpLink).toEqual({ state: 'password', name: 'Nadia Nueva', email: 'nadia@corett.example' });
    expect((await refusal(stranger, SET, { token, password: 'short' }))?.fields).toMatchObject([{ path: 'password', problem: 'password_short' }]);
    expect((await stranger.get(SET, { token, password: PASSWORD })).setPassword.viewer).toEqual({ email: 'nadia@corett.example', role: 'delegate', country: 'HN' });
    expect((await stranger.get(SIGN_IN, { email: 'nadia@corett.example', password: PASSWORD })).signIn.viewer.email).toBe('nadia@corett.example');
    expect((await stranger.get(LINK, { token })).setUpLink).toEqual({ state: 'used', name: null, email: null });
    expect((await refusal(stranger, SET, { token, password: PASSWORD }))?.fields).toEqual([{ path: 'token', problem: 'link_expired' }]);
    expect(await userOf(user.id)).toMatchObject({ hasPassword: true, linkExpiresAt: null });
  });

  it('cannot sign in before, whatever is typed', async () => {
    const { user } = await register();
    for (const password of ['', 'nobody has this password']) expect((await refusal(stranger, SIGN_IN, { email: user.email, password }))?.code).toBe('SIGN_IN_REFUSED');
  });

  it('has a name, an address of their own and a role; a delegate a country', async () => {
    const { user } = await register();
    expect((await refusal(admin, REGISTER, { input: { name: ' ', email: 'nobody', role: 'delegate' } }))?.fields).toEqual([
      { path: 'name', problem: 'required' }, { path: 'email', problem: 'invalid_email' }, { path: 'country', problem: 'country_missing' }]);
    expect((await refusal(admin, REGISTER, { input: { name: 'X', email: 'x@y.example', role: 'public' } }))?.fields).toEqual([{ path: 'role', problem: 'not_a_choice' }]);
    expect(await refusal(admin, REGISTER, { input: { name: 'X', email: user.email.toUpperCase(), role: 'observer' } })).toMatchObject({ code: 'DUPLICATE', fields: [{ path: 'email', problem: 'duplicate_email' }] });
  });

  it('gets a new link; the one before stops working, an expired one says so, and the token is kept nowhere', async () => {
    const { user, token } = await register();
    const { token: newer } = (await admin.get(RENEW, { id: user.id })).renewUserLink;
    expect((await stranger.get(LINK, { token })).setUpLink.state).toBe('unknown');
    await registry.sql("update set_up_link set expires_at = now() - interval '1 minute' where user_id = $1", [user.id]);
    expect((await stranger.get(LINK, { token: newer })).setUpLink).toEqual({ state: 'expired', name: null, email: null });
    expect((await refusal(stranger, SET, { token: newer, password: PASSWORD }))?.fields).toEqual([{ path: 'token', problem: 'link_expired' }]);
    const key = 'once-and-for-all';
    const answer = await admin.ask(RENEW, { id: user.id }, { 'idempotency-key': key });
    const kept = await registry.sql('select answer::text as answer from idempotency_key where key = $1', [key]);
    expect(kept).toEqual([{ answer: expect.stringContaining('"CONFLICT"') }]); // a repetition is refused, and at once
    expect(kept[0].answer).not.toContain((answer.data as any).renewUserLink.token);
    expect(JSON.stringify(await admin.ask(RENEW, { id: user.id }, { 'idempotency-key': key }))).not.toContain((answer.data as any).renewUserLink.token);
  });
});

describe('an account that changes', () => {
  it('ends its sessions when its role or country does, not when its name does', async () => {
    const observer = await registry.as('observer');
    const id = observer.userId!;
    const renamed = (await admin.get(AMEND, { id, version: (await userOf(id)).version, input: { name: 'Otra' } })).amendUser;
    expect((await observer.get(ME)).session.viewer.name).toBe('Otra');
    const promoted = (await admin.get(AMEND, { id, version: renamed.version, input: { role: 'delegate', country: 'GT' } })).amendUser;
    expect(promoted).toMatchObject({ role: 'delegate', country: 'GT' });
    expect((await observer.get(ME)).session.viewer).toBeNull();
    expect((await refusal(admin, AMEND, { id, version: renamed.version, input: { name: 'Tarde' } }))?.code).toBe('CONFLICT_STALE');
    expect((await refusal(admin, AMEND, { id, version: promoted.version, input: { country: null } }))?.fields).toEqual([{ path: 'country', problem: 'country_missing' }]);
  });

  it('is out at once when disabled, with its link; and can come back', async () => {
    const { user, token } = await register();
    const other = await registry.as('secretariat');
    expect((await admin.get(DISABLE, { id: other.userId })).disableUser.disabledAt).not.toBeNull();
    expect((await other.get(ME)).session.viewer).toBeNull();
    await admin.get(DISABLE, { id: user.id });
    expect((await stranger.get(LINK, { token })).setUpLink.state).toBe('unknown');
    expect((await refusal(admin, RENEW, { id: user.id }))?.fields).toEqual([{ path: '', problem: 'wrong_stage' }]);
    expect((await admin.get(ENABLE, { id: other.userId })).enableUser.disabledAt).toBeNull();
  });

  it('is disabled also by whoever saw it before its owner chose a password and signed in', async () => {
    const { user, token } = await register();
    await stranger.get(SET, { token, password: PASSWORD });
    await stranger.get(SIGN_IN, { email: user.email, password: PASSWORD });
    expect((await userOf(user.id)).version).toBeGreaterThan(user.version);
    const first = (await admin.get(DISABLE, { id: user.id })).disableUser.disabledAt;
    expect((await refusal(stranger, SIGN_IN, { email: user.email, password: PASSWORD }))?.code).toBe('SIGN_IN_REFUSED');
    // Another administrator does it again from a list of before: no news, and since when stays true.
    expect((await admin.get(DISABLE, { id: user.id })).disableUser.disabledAt).toBe(first);
    expect((await refusal(admin, DISABLE, { id: 'nobody' }))?.code).toBe('NOT_FOUND');
  });

  it('ends its sessions when its password is set anew', async () => {
    const observer = await registry.as('observer');
    const { token } = (await admin.get(RENEW, { id: observer.userId })).renewUserLink;
    expect((await observer.get(ME)).session.viewer).not.toBeNull();
    await stranger.get(SET, { token, password: PASSWORD });
    expect((await observer.get(ME)).session.viewer).toBeNull();
  });

  it('never leaves the register without an administrator', async () => {
    const { version } = await userOf(admin.userId!);
    expect(await refusal(admin, DISABLE, { id: admin.userId })).toMatchObject({ code: 'INVALID', fields: [{ path: '', problem: 'last_administrator' }] });
    expect((await refusal(admin, AMEND, { id: admin.userId, version, input: { role: 'observer' } }))?.fields).toEqual([{ path: '', problem: 'last_administrator' }]);
    const second = await registry.as('admin');
    expect((await second.get(DISABLE, { id: second.userId })).disableUser.disabledAt).not.toBeNull();
  });
});

it('chooses the language of its own pages', async () => {
  const observer = await registry.as('observer');
  await observer.get(LANGUAGE, { language: 'en' });
  expect((await observer.get(ME)).session.viewer.language).toBe('en');
  expect((await refusal(observer, LANGUAGE, { language: 'fr' }))?.fields).toEqual([{ path: 'language', problem: 'unknown_language' }]);
  expect((await refusal(stranger, LANGUAGE, { language: 'en' }))?.code).toBe('NOT_SIGNED_IN');
});

it('is the administrators\' business alone', async () => {
  const { user } = await register();
  for (const asker of [await registry.as('secretariat'), await registry.as('delegate', 'HN'), await registry.as('presidency'), await registry.as('observer')]) {
    for (const [query, variables] of [[USERS, {}], [REGISTER, { input: { name: 'X', email: 'x@y.example', role: 'admin' } }], [AMEND, { id: asker.userId, version: 1, input: { role: 'admin' } }],
      [DISABLE, { id: user.id }], [ENABLE, { id: user.id }], [RENEW, { id: admin.userId }]] as const) {
      expect((await refusal(asker, query, variables))?.code).toBe('FORBIDDEN');
    }
  }
  expect((await refusal(stranger, USERS, {}))?.code).toBe('NOT_SIGNED_IN');
  expect((await stranger.get(LINK, { token: 'guessed' })).setUpLink).toEqual({ state: 'unknown', name: null, email: null });
});
