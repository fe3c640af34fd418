import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../src/app.js';
import { Statements } from '../src/platform/database/statements.js';
import { openRegistry, type Asker, type Loose, type Registry } from './support/harness.js';

let registry: Registry;
let secretariat: Asker;
beforeAll(async () => {
  registry = await openRegistry();
  secretariat = await registry.as('secretariat');
});
afterAll(() => registry.close());
afterEach(() => { jest.restoreAllMocks(); });

const QUERY = JSON.stringify({ query: '{ session { needsSetUp } }' });
const JSON_TYPE = { 'content-type': 'application/json' };
const post = (body: string, headers: Record<string, string> = JSON_TYPE, path = '/graphql') => fetch(`${registry.url}${path}`, { method: 'POST', headers, body });
const asked = async (query: string) => {
  const response = await post(JSON.stringify({ query }));
  return { status: response.status, ...((await response.json()) as { errors?: Loose[]; data: Loose }) };
};

/** As browsers cannot: any header, any path, unchanged. */
function rawRequest(url: string, path: string, headers: Record<string, string>, method = 'GET'): Promise<{ status: number; headers: IncomingMessage['headers']; body: string }> {
  const { hostname, port } = new URL(url);
  return new Promise((done, fail) => {
    const sent = request({ hostname, port, path, method, headers }, (response) => {
      let body = '';
      response.on('data', (part) => { body += String(part); });
      response.on('end', () => done({ status: response.statusCode!, headers: response.headers, body }));
    });
    sent.on('error', fail);
    sent.end(method === 'POST' ? QUERY : undefined);
  });
}

describe('GraphQL is asked by POST with JSON, from our own pages', () => {
  it('answers that', async () => {
    expect(await asked('{ session { needsSetUp } }')).toMatchObject({ status: 200, data: { session: { needsSetUp: expect.any(Boolean) } } });
  });

  it.each([['application/x-www-form-urlencoded', 'query=%7Bsession%7BneedsSetUp%7D%7D'], ['application/graphql', '{ session { needsSetUp } }'], ['text/plain', QUERY], ['multipart/form-data', QUERY]])('refuses %s', async (type, body) => {
    const response = await post(body, { 'content-type': type });
    expect(response.status).toBe(415);
    expect(await response.text()).not.toContain('needsSetUp');
  });

  it('refuses a query in the address', async () => {
    expect((await fetch(`${registry.url}/graphql?query=${encodeURIComponent('{ session { needsSetUp } }')}`)).status).toBe(405);
  });

  it.each(['https://evil.example', 'null', 'http://127.0.0.1:1'])('refuses the origin %s', async (origin) => {
    expect((await post(QUERY, { ...JSON_TYPE, origin })).status).toBe(403);
  });

  it('takes the own origin', async () => {
    expect((await post(QUERY, { ...JSON_TYPE, origin: registry.url })).status).toBe(200);
  });

  it('refuses several operations in one body', async () => {
    const response = await post(`[${QUERY},${QUERY}]`);
    const text = await response.text();
    expect(JSON.parse(text).errors?.[0]?.extensions?.code ?? response.status).toBe('INVALID');
    expect(text).not.toContain('needsSetUp":');
  });
});

describe('what a query may cost', () => {
  const many = (count: number, each: (at: number) => string) => Array.from({ length: count }, (_, at) => each(at)).join(' ');

  it('tells nothing of the schema, in answers to mistakes neither', async () => {
    const answer = await asked('{ __schema { types { name } } }');
    expect(answer.errors?.[0]?.extensions.code).toBe('INVALID');
    expect(answer.data?.__schema ?? null).toBeNull();
    expect(JSON.stringify(await asked('{ organisationz { total } }'))).not.toMatch(/Did you mean|organisations/);
  });

  it.each([
    ['tokens', `{ organisations { nodes { ${many(1001, () => 'id')} } } }`],
    ['aliases', `{ organisations { nodes { ${many(31, (at) => `a${at}: id`)} } } }`],
    ['directives', `{ organisations { nodes { ${many(21, () => 'id @include(if: true)')} } } }`],
    ['characters', `{ session { needsSetUp } } # ${'x'.repeat(30_000)}`],
    ['fields by way of fragments', `{ organisations { nodes { ${many(20, () => '...a')} } } } fragment a on Organisation { ${many(10, () => '...b')} } fragment b on Organisation { ${many(10, () => 'id')} }`],
  ])('has a limit on %s', async (_, query) => {
    expect((await asked(query)).errors?.[0]?.extensions).toMatchObject({ code: 'TOO_LARGE', fields: [{ path: 'query', problem: 'too_many' }] });
  });

  it.each([
    ['plain', `{ organisation(id: "x") ${'{ parent '.repeat(12)}{ id }${' }'.repeat(12)} }`],
    ['by way of fragments', `{ organisation(id: "x") { ...a } } ${many(13, (at) => `fragment ${'abcdefghijklmn'[at]} on Organisation { parent { ${at === 12 ? 'id' : `...${'abcdefghijklmn'[at + 1]}`} } }`)}`],
  ])('has a limit on depth, %s', async (_, query) => {
    expect((await asked(query)).errors?.[0]?.extensions.code).toBe('INVALID');
  });

  it('refuses a document that somebody else parsed', async () => {
    const document = { kind: 'Document', definitions: [{ kind: 'OperationDefinition', operation: 'query', selectionSet: { kind: 'SelectionSet', selections: [{ kind: 'Field', name: { kind: 'Name', value: 'presidencyTerms' },
      selectionSet: { kind: 'SelectionSet', selections: [{ kind: 'Field', name: { kind: 'Name', value: 'country' } }] } }] } }], loc: { startToken: { next: null } } };
    expect((await asked(JSON.stringify(document))).errors?.[0]?.extensions.code).toBe('INVALID');
  });

  it('survives a fragment that spreads itself', async () => {
    expect((await asked('{ organisation(id: "x") { ...a } } fragment a on Organisation { parent { ...a } }')).errors?.[0]?.extensions.code).toBe('INVALID');
  });
});

describe('bad bodies get a clear answer', () => {
  it('too large', async () => {
    const response = await post(JSON.stringify({ query: '{ session { needsSetUp } }', variables: { x: 'x'.repeat(1_100_000) } }));
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ data: null, errors: [{ extensions: { code: 'TOO_LARGE' } }] });
  });

  it.each(['{"query": ', '', 'null', '"text"', '{}', '{"query": 7}', '{"query": "{"}', '{"query": "{ session { needsSetUp } }", "variables": "x"}'])('malformed: %s', async (body) => {
    const response = await post(body);
    const answer = (await response.json()) as Loose;
    expect(response.status).toBeLessThan(500);
    expect(answer.errors[0].extensions.code).toBe('INVALID');
    expect(JSON.stringify(answer)).not.toMatch(/node_modules|\bat \w+ \(|\.ts:|\.js:/);
  });
});

describe('errors', () => {
  it('tells nothing of an unexpected one but where the log has it, and logs no typed values', async () => {
    const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const statements = registry.app.get(Statements);
    const rows = statements.rows.bind(statements) as typeof statements.rows;
    jest.spyOn(statements, 'rows').mockImplementationOnce(rows)
      .mockRejectedValueOnce(Object.assign(new Error('relation "organisation" in /srv/app/x.js'), { parameters: ['ana@private.example'] }));
    const { errors } = await secretariat.ask('{ organisations { total } }');
    const { code, reference } = errors![0]!.extensions as Loose;
    expect(code).toBe('INTERNAL');
    expect(JSON.stringify(errors)).not.toMatch(/relation|srv|parameters/);
    expect(JSON.stringify(logged.mock.calls)).toContain(reference);
    expect(JSON.stringify(logged.mock.calls)).not.toContain('private.example');
  });

  it('logs no refusal as an error', async () => {
    const [logged, written] = [jest.spyOn(console, 'error').mockImplementation(() => undefined), jest.spyOn(process.stderr, 'write').mockImplementation(() => true)];
    const stranger = await registry.as('public');
    expect((await stranger.ask('mutation { registerOrganisation(input: { name: "X" }) { id } }')).errors?.[0]?.extensions.code).toBe('NOT_SIGNED_IN');
    expect((await secretariat.ask('mutation { registerOrganisation(input: { name: "" }) { id } }')).errors?.[0]?.extensions.code).toBe('INVALID');
    expect((await stranger.ask('mutation { signIn(email: "a@b.example", password: "no") { needsSetUp } }')).errors?.[0]?.extensions.code).toBe('SIGN_IN_REFUSED');
    expect([...logged.mock.calls, ...written.mock.calls]).toEqual([]);
  });
});

describe('the server as a whole', () => {
  let root: string;
  let app: NestFastifyApplication;
  let url: string;
  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'tejido-web-'));
    mkdirSync(join(root, 'assets'));
    writeFileSync(join(root, 'index.html'), '<!doctype html><title>Tejido</title>');
    writeFileSync(join(root, 'assets', 'index-abc123.js'), 'console.log(1)');
    app = await createApp({ databaseUrl: registry.databaseUrl, webRoot: root, hosts: ['127.0.0.1', 'tejido.example'] });
    await app.listen(0, '127.0.0.1');
    url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await app.close();
    rmSync(root, { recursive: true });
  });

  it.each(['evil.example', 'tejido.example.evil.example'])('does not answer to the host %s', async (host) => {
    expect((await rawRequest(url, '/', { host })).status).toBe(421);
  });

  it('answers to its own names, whatever the port and case', async () => {
    expect((await rawRequest(url, '/', { host: 'Tejido.Example:8443' })).status).toBe(200);
  });

  it('sends security headers with pages and answers', async () => {
    for (const { headers } of [await rawRequest(url, '/', {}), await rawRequest(url, '/graphql', JSON_TYPE, 'POST')]) {
      expect(headers['content-security-policy']).toMatch(/default-src 'self'.*script-src 'self';.*frame-ancestors 'none'/);
      expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe/);
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'x-frame-options': expect.anything() });
      expect(headers).not.toHaveProperty('x-powered-by');
    }
  });

  it('keeps what has a hash in its name for ever, and asks for the page anew', async () => {
    expect((await rawRequest(url, '/assets/index-abc123.js', {})).headers['cache-control']).toMatch(/max-age=31536000, immutable/);
    for (const path of ['/', '/organizaciones', '/index.html']) {
      const page = await rawRequest(url, path, {});
      expect([path, page.status, page.headers['cache-control']]).toEqual([path, 200, expect.stringMatching(/no-cache|max-age=0/)]);
    }
  });

  it('never stores an answer', async () => {
    expect((await rawRequest(url, '/graphql', JSON_TYPE, 'POST')).headers['cache-control']).toBe('no-store');
  });

  it.each(['/../package.json', '/%2e%2e/package.json', '/assets/..%2f..%2fpackage.json', '/assets/%2e%2e/%2e%2e/%2e%2e/etc/passwd', '/..\\package.json', '/assets/missing.js', '/.env'])('serves no file outside its folder: %s', async (path) => {
    const { status, body } = await rawRequest(url, path, {});
    expect([path, status >= 400 || body.includes('<title>Tejido')]).toEqual([path, true]);
    expect(body).not.toMatch(/root:|"workspaces"/);
  });
});

describe('a database that is away', () => {
  /** Between the server and the database: it can be cut, and mended. */
  function wire(port: number): { server: Server; cut(): void; mend(): void } {
    const ends = new Set<Socket>();
    let whole = true;
    const server = createServer((near) => {
      if (!whole) return void near.destroy();
      const far = connect(port, '127.0.0.1');
      for (const [one, other] of [[near, far], [far, near]] as const) {
        ends.add(one);
        one.pipe(other);
        one.on('error', () => other.destroy()).on('close', () => { ends.delete(one); other.destroy(); });
      }
    });
    return { server, mend: () => { whole = true; }, cut: () => { whole = false; for (const each of ends) each.destroy(); } };
  }

  it('is told within two seconds as 503, and does not need a new start', async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const database = new URL(registry.databaseUrl);
    const { server, cut, mend } = wire(Number(database.port));
    await new Promise<void>((ready) => { server.listen(0, '127.0.0.1', ready); });
    database.port = String((server.address() as AddressInfo).port);
    const app = await createApp({ databaseUrl: database.href, webRoot: null, hosts: [] });
    await app.listen(0, '127.0.0.1');
    const url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
    const ask = async () => {
      const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { ...JSON_TYPE, cookie: 'tejido=whoever' }, body: QUERY });
      return { status: response.status, code: ((await response.json()) as Loose).errors?.[0]?.extensions.code };
    };
    expect((await ask()).status).toBe(200);
    cut();
    const begun = Date.now();
    expect(await ask()).toEqual({ status: 503, code: 'UNAVAILABLE' });
    expect(await fetch(`${url}/healthz`).then(({ status }) => status)).toBe(503);
    expect(Date.now() - begun).toBeLessThan(4000);
    mend();
    expect((await ask()).status).toBe(200);
    await app.close();
    server.close();
  });
});

describe('a request that arrives twice', () => {
  const REGISTER = 'mutation ($name: String!) { registerOrganisation(input: { name: $name }) { id name } }';
  const send = (key: string, name: string) => secretariat.ask(REGISTER, { name }, { 'idempotency-key': key });
  const count = async (name: string) => Number((await registry.sql('select count(*) from organisation where name = $1', [name]))[0].count);

  it('writes once and gets the same answer', async () => {
    const first = await send('key-00000001', 'Twice');
    expect(await send('key-00000001', 'Twice')).toEqual(first);
    expect(await count('Twice')).toBe(1);
  });

  it('is refused when it asks for something else', async () => {
    expect((await send('key-00000001', 'Other')).errors?.[0]?.extensions.code).toBe('IDEMPOTENCY_MISMATCH');
    expect(await count('Other')).toBe(0);
  });

  it('writes once when both arrive at the same time', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => send('key-00000002', 'Twins')));
    expect(await count('Twins')).toBe(1);
    expect(answers[0]!.data).toMatchObject({ registerOrganisation: { name: 'Twins' } });
    expect(answers).toEqual([1, 2, 3, 4].map(() => answers[0]));
    expect(await send('key-00000002', 'Twins')).toEqual(answers[0]);
  });

  it('is another one when somebody else uses the key', async () => {
    const other = await registry.as('secretariat');
    expect((await other.ask(REGISTER, { name: 'Theirs' }, { 'idempotency-key': 'key-00000001' })).data).toMatchObject({ registerOrganisation: { name: 'Theirs' } });
  });

  it('may be tried again when nothing was written', async () => {
    expect((await send('key-00000003', '')).errors?.[0]?.extensions.code).toBe('INVALID');
    expect((await send('key-00000003', '')).errors?.[0]?.extensions.code).toBe('INVALID');
  });
});
