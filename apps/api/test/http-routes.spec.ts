import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import type { FastifyReply } from 'fastify';
import { notFound, problem, invalid } from '@tejido/domain/error.js';
import type { Viewer } from '@tejido/domain/policy.js';
import { AppModule } from '../src/app.module.js';
import { ANYBODY, Needs, TheViewer } from '../src/platform/access/ability.js';
import { Work } from '../src/platform/database/work.js';
import { DeclaredAbilities } from '../src/platform/graphql/declared-abilities.js';
import { disposition, sendDownload } from '../src/platform/http/download.js';
import { furnish, newAdapter } from '../src/platform/http/server.js';
import { openRegistry, type Asker, type Loose, type Registry } from './support/harness.js';

@Controller('api/samples')
class SampleController {
  constructor(private readonly work: Work) {}

  @Needs('meeting.log')
  @Get('who')
  who(@TheViewer() viewer: Viewer) {
    return viewer;
  }

  @Needs(ANYBODY)
  @Get('open')
  open(@TheViewer() viewer: Viewer) {
    return { role: viewer.role };
  }

  @Needs('meeting.log')
  @Post('rename')
  async rename(@TheViewer() viewer: Viewer) {
    await this.work.run(viewer, 'sample.rename', (tx) => tx.manager.query("update coalition set name_en = name_en || '!'"));
    return { done: true };
  }

  @Needs('meeting.read')
  @Get('fails/:how')
  fails(@Param('how') how: string): never {
    if (how === 'hidden') throw notFound();
    if (how === 'invalid') throw invalid([problem('name', 'required')]);
    throw new Error('select secret from /srv/app');
  }

  @Needs('meeting.read')
  @Get('file/:kind')
  file(@Param('kind') kind: string, @Res() reply: FastifyReply) {
    const mediaType = kind === 'pdf' ? 'application/pdf' : 'text/html';
    return sendDownload(reply, { name: 'Acta «ñandú» "1"\r\n../x.pdf', mediaType, body: Buffer.from('<script>alert(1)</script>'), inline: true });
  }
}

@Controller('api/bare')
class UndeclaredController {
  @Get('secret')
  secret() {
    return 'everything';
  }
}

let registry: Registry;
let app: NestFastifyApplication;
let url: string;
let secretariat: Asker;
let observer: Asker;

beforeAll(async () => {
  registry = await openRegistry();
  [secretariat, observer] = [await registry.as('secretariat'), await registry.as('observer')];
  const module = await Test.createTestingModule({ imports: [AppModule.on(registry.databaseUrl)], controllers: [SampleController] }).compile();
  app = module.createNestApplication<NestFastifyApplication>(newAdapter(), { logger: false });
  await furnish(app, null, []);
  await app.listen(0, '127.0.0.1');
  url = `http://127.0.0.1:${(app.getHttpServer().address() as { port: number }).port}`;
});
afterAll(async () => {
  await app.close();
  await registry.close();
});

const CLIENT = { 'x-tejido-client': 'web' };
const ask = (path: string, { as, method = 'GET', headers = {} }: { as?: Asker; method?: string; headers?: Record<string, string> } = {}) =>
  fetch(`${url}/api/samples/${path}`, { method, headers: { ...(as ? { cookie: as.cookie } : {}), ...headers } });
const coalition = async () => (await registry.sql('select name_en from coalition'))[0].name_en as string;

describe('a route beside GraphQL', () => {
  it('knows the viewer of the session', async () => {
    expect(await (await ask('who', { as: secretariat })).json()).toEqual({ userId: secretariat.userId, role: 'secretariat', country: null });
  });

  it('answers a stranger with 401, and somebody who never may with 403, in the shape of GraphQL', async () => {
    const [stranger, forbidden] = [await ask('who'), await ask('who', { as: observer })];
    expect([stranger.status, await stranger.json()]).toEqual([401, { data: null, errors: [{ message: 'NOT_SIGNED_IN', extensions: { code: 'NOT_SIGNED_IN', fields: [] } }] }]);
    expect([forbidden.status, ((await forbidden.json()) as Loose).errors[0].extensions.code]).toEqual([403, 'FORBIDDEN']);
  });

  it('may be open to anybody, who is the public then', async () => {
    expect(await (await ask('open')).json()).toEqual({ role: 'public' });
  });

  it('writes in the unit of work, under the name of who asked', async () => {
    const before = await coalition();
    expect((await ask('rename', { as: secretariat, method: 'POST', headers: CLIENT })).status).toBe(201);
    expect(await coalition()).toBe(`${before}!`);
    expect(await registry.sql("select actor from audit_entry where action = 'sample.rename'")).toEqual([{ actor: secretariat.userId }]);
  });

  it.each([['a foreign origin', { ...CLIENT, origin: 'https://evil.example' }], ['a form, which cannot name our client', {}], ['a form of a foreign page', { origin: 'null' }]])('refuses a write of %s', async (_, headers) => {
    const before = await coalition();
    expect((await ask('rename', { as: secretariat, method: 'POST', headers: headers as Record<string, string> })).status).toBe(403);
    expect(await coalition()).toBe(before);
  });

  it('says what is wrong, with its status and fields, and of the unexpected only where the log has it', async () => {
    const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const said = async (how: string) => {
      const answer = await ask(`fails/${how}`, { as: secretariat });
      return [answer.status, ((await answer.json()) as Loose).errors[0].extensions];
    };
    expect(await said('hidden')).toEqual([404, { code: 'NOT_FOUND', fields: [] }]);
    expect(await said('invalid')).toEqual([422, { code: 'INVALID', fields: [{ path: 'name', problem: 'required' }] }]);
    expect(logged).not.toHaveBeenCalled();
    const [status, { code, reference, ...rest }] = await said('otherwise') as [number, Loose];
    expect([status, code, rest]).toEqual([500, 'INTERNAL', { fields: [] }]);
    expect(JSON.stringify(logged.mock.calls)).toContain(reference);
  });

  it('keeps the server from starting while it declares no ability', async () => {
    const module = await Test.createTestingModule({ imports: [DiscoveryModule], controllers: [UndeclaredController], providers: [DeclaredAbilities] }).compile();
    await expect(module.createNestApplication<NestFastifyApplication>(newAdapter(), { logger: false }).init()).rejects.toThrow('no ability declared for: GET /api/bare/secret');
    expect([...registry.app.get(DeclaredAbilities).routes()]).toContainEqual({ name: 'GET /healthz', ability: ANYBODY });
  });
});

describe('a download', () => {
  it('runs nothing and stays in no cache, whatever its bytes', async () => {
    const { headers, status } = await ask('file/html', { as: secretariat });
    expect(status).toBe(200);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-security-policy': "sandbox; default-src 'none'", 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store',
      'cross-origin-resource-policy': 'same-origin', 'content-type': 'text/html',
    });
    expect(headers.get('content-disposition')).toMatch(/^attachment; /);
  });

  it('is shown in place only where the type is one that runs nothing', async () => {
    expect((await ask('file/pdf', { as: secretariat })).headers.get('content-disposition')).toMatch(/^inline; /);
  });

  it('has a name that neither leaves the folder nor the header, in any script', () => {
    expect(disposition('attachment', 'Acta «ñandú» "1"\r\n../x.pdf')).toBe("attachment; filename=\"Acta _nandu_ 1 .. x.pdf\"; filename*=UTF-8''Acta%20%C2%AB%C3%B1and%C3%BA%C2%BB%201%20..%20x.pdf");
    expect(disposition('attachment', '../../etc/passwd')).toBe("attachment; filename=\"etc passwd\"; filename*=UTF-8''etc%20passwd");
    expect(disposition('attachment', 'fdp.\u202Egpj.exe')).not.toMatch(/202E|%E2%80%AE/);
    expect(disposition('attachment', '\u0000/')).toBe("attachment; filename=\"file\"; filename*=UTF-8''file");
    expect(disposition('attachment', `${'ñ'.repeat(400)}.pdf`).length).toBeLessThan(1200);
  });
});
