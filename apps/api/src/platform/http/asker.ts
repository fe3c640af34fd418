import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { FieldProblem } from '@tejido/domain/error.js';
import type { Viewer } from '@tejido/domain/policy.js';
import { SessionGate } from '../access/session-gate.js';
import { isUnavailable } from '../database/unavailable.js';
import { logged } from '../graphql/error-formatter.js';

export interface Asker { viewer: Viewer; session: string | null }

/** The asker of a request, found once, before anything is done for it. */
export const askerOf = (request: object): Asker => (request as { asker: Asker }).asker;

/**
 * Finds out who asks, by the request's cookies; a database that is away is told here, for without it nobody is known.
 * GraphQL needs the asker always. A route beside it asks at its door (`findAsker`, called by `@Needs`), so that the files of the web app cost no statement.
 */
export function knowAsker(server: FastifyInstance, gate: SessionGate): void {
  server.addHook('onRequest', (request: FastifyRequest & Partial<Findable>, _reply, done) => {
    request.findAsker = async () => (request.asker ??= await gate.viewerOf((request as unknown as { cookies: Record<string, string | undefined> }).cookies));
    done();
  });
  server.addHook('preHandler', async (request: FastifyRequest & { asker?: Asker }, reply) => {
    if (!isGraphQL(request)) return undefined;
    try {
      request.asker = await gate.viewerOf((request as unknown as { cookies: Record<string, string | undefined> }).cookies);
      return undefined;
    } catch (error) {
      const [status, code] = isUnavailable(error) ? [503, 'UNAVAILABLE'] : [500, 'INTERNAL'];
      return reply.code(status).send(refusal(code, logged(error)));
    }
  });
}

interface Findable { asker: Asker; findAsker(): Promise<Asker> }

/** Who asks a route beside GraphQL; found once a request. @throws when the database is away */
export const findAsker = (request: object): Promise<Asker> => (request as Findable).findAsker();

export const isGraphQL = (request: { url: string }): boolean => /^\/graphql(?:[/?#]|$)/.test(request.url);

/** An answer that was not asked of GraphQL, in its shape: the web app reads both alike. */
export const refusal = (code: string, reference?: string, fields: readonly FieldProblem[] = []) =>
  ({ data: null, errors: [{ message: code, extensions: { code, fields, ...(reference ? { reference } : {}) } }] });
