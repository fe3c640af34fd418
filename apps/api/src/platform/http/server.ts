import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { LARGEST_FILE } from '@tejido/domain/file-problems.js';
import { SessionGate } from '../access/session-gate.js';
import { isGraphQL, knowAsker, refusal } from './asker.js';
import { keepAnswers } from './idempotency.js';

const LARGEST_BODY = 1_048_576;
const SLOWEST_REQUEST = 30_000;
// 25 MB over a line of half a megabit a second.
const SLOWEST_UPLOAD = 600_000;

/** Fastify with limits on everything that it leaves open. */
export const newAdapter = (): FastifyAdapter =>
  new FastifyAdapter({ bodyLimit: LARGEST_BODY, logger: false, requestTimeout: SLOWEST_UPLOAD, http: { headersTimeout: SLOWEST_REQUEST }, connectionTimeout: SLOWEST_REQUEST, trustProxy: process.env['TEJIDO_PROXY'] === '1', forceCloseConnections: 'idle' } as never);

/** Headers, cookies, compression, request rules and the web app's files. @param webRoot folder of the built web app. */
export async function furnish(app: NestFastifyApplication, webRoot: string | null, hosts: readonly string[]): Promise<void> {
  const server = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  await app.register(helmet as never, { contentSecurityPolicy: { useDefaults: false, directives: CONTENT_SECURITY }, strictTransportSecurity: process.env['TEJIDO_HTTPS'] === '1' } as never);
  await app.register(cookie as never);
  await app.register(compress as never, { threshold: 2048, encodings: ['br', 'gzip'], brotliOptions: { params: { 1: 4 } } } as never);
  await app.register(multipart as never, { throwFileSizeLimit: false, limits: { fileSize: LARGEST_FILE, files: 1, fields: 5, parts: 6, fieldSize: 10_000, headerPairs: 50 } } as never);
  server.addHook('onRequest', async (request, reply) => refuseStrangeRequests(request, reply, hosts));
  knowAsker(server, app.get(SessionGate));
  keepAnswers(server, app.get(DataSource));
  if (webRoot && existsSync(join(resolve(webRoot), 'index.html'))) await serveWeb(server, resolve(webRoot));
}

const CONTENT_SECURITY = {
  defaultSrc: ["'self'"], scriptSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'", 'data:'], connectSrc: ["'self'"], objectSrc: ["'none'"], frameSrc: ["'self'", 'blob:'], frameAncestors: ["'none'"], baseUri: ["'self'"], formAction: ["'self'"],
};

/** Host allow-list (DNS rebinding); whatever may write, from our own origin only; GraphQL by POST with JSON only. */
async function refuseStrangeRequests(request: FastifyRequest, reply: FastifyReply, hosts: readonly string[]): Promise<unknown> {
  cutOffSlowBody(request);
  const host = hostName(request.headers.host ?? '');
  if (hosts.length > 0 && !hosts.includes(host)) return reply.code(421).send({ error: 'unknown host' });
  if (!isGraphQL(request)) return READS.includes(request.method) ? undefined : refuseForeignWrite(request, reply);
  void reply.header('cache-control', 'no-store');
  if (request.method !== 'POST') return reply.code(405).send({ error: 'POST only' });
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) return reply.code(415).send({ error: 'JSON only' });
  return fromForeignOrigin(request) ? reply.code(403).send({ error: 'foreign origin' }) : undefined;
}

/** A body that drips is cut off after half a minute; only a file may take its time, while something of it arrives. */
function cutOffSlowBody({ method, headers, raw }: FastifyRequest): void {
  if (READS.includes(method) || /^multipart\/form-data\b/i.test(headers['content-type'] ?? '')) return;
  const timer = setTimeout(() => raw.destroy(), SLOWEST_REQUEST).unref();
  raw.once('end', () => clearTimeout(timer)).once('close', () => clearTimeout(timer));
}

const READS = ['GET', 'HEAD', 'OPTIONS'];

/**
 * A form on another page can post multipart with the reader's cookie, without asking first. It cannot name itself in a header of our
 * own, so routes that write want one (the web app's requests carry it); for GraphQL its content type does the same.
 */
function refuseForeignWrite(request: FastifyRequest, reply: FastifyReply): unknown {
  if (!fromForeignOrigin(request) && request.headers['x-tejido-client'] !== undefined) return undefined;
  return reply.code(403).send(refusal('FORBIDDEN'));
}

const fromForeignOrigin = ({ headers }: FastifyRequest) => headers.origin !== undefined && !sameHost(headers.origin, headers.host ?? '');

const hostName = (host: string) => host.replace(/:\d+$/, '').toLowerCase();

function sameHost(origin: string, host: string): boolean {
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}

async function serveWeb(server: FastifyInstance, root: string): Promise<void> {
  await server.register(fastifyStatic as never, { root, wildcard: false, cacheControl: false, index: false, preCompressed: true, setHeaders: keepHashed } as never);
  const page = (_: FastifyRequest, reply: FastifyReply) => (reply as unknown as { sendFile(file: string): unknown }).sendFile('index.html');
  server.get('/', page);
  // A missing file is not a page: only addresses without an ending lead into the app.
  server.get('/*', (request, reply) => (/\.\w+$/.test(request.url.split('?')[0]!) ? reply.code(404).send() : page(request, reply)));
}

/** What has a hash of its content in its name never changes; all else is asked for anew. */
function keepHashed(response: { header(name: string, value: string): unknown }, path: string): void {
  response.header('cache-control', /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
}
