import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { withClaim, type IdempotencyClaim } from '../access/request-context.js';
import { askerOf, isGraphQL, refusal } from './asker.js';

type Claiming = FastifyRequest & { idempotency?: IdempotencyClaim | null };
interface Kept { request_digest: string; answer: unknown }

/**
 * A request that arrives twice writes once: same key and body, same answer; another body, refused.
 * The key is claimed inside the unit of work (see Work); its answer is kept when it is known.
 */
export function keepAnswers(server: FastifyInstance, database: DataSource): void {
  server.addHook('preHandler', async (request: Claiming, reply) => {
    request.idempotency = claimOf(request);
    if (!request.idempotency) return undefined;
    const kept = (await database.query('select request_digest, answer from idempotency_key where actor = $1 and key = $2',
      [request.idempotency.actor, request.idempotency.key])) as Kept[];
    return kept[0] ? reply.send(answerAgain(kept[0], request.idempotency)) : undefined;
  });
  server.addHook('preHandler', (request: Claiming, _reply: FastifyReply, done) => withClaim(request.idempotency ?? null, done));
  server.addHook('preSerialization', async (request: Claiming, _reply, payload) => {
    if (request.idempotency?.claimed && !request.idempotency.confidential) {
      await database.query('update idempotency_key set answer = $3 where actor = $1 and key = $2', [request.idempotency.actor, request.idempotency.key, JSON.stringify(payload)]);
    }
    return payload;
  });
}

function claimOf(request: FastifyRequest): IdempotencyClaim | null {
  const key = request.headers['idempotency-key'];
  if (!isGraphQL(request) || typeof key !== 'string' || !/^[\w-]{8,80}$/.test(key)) return null;
  const { viewer } = askerOf(request);
  const digest = createHash('sha256').update(JSON.stringify(request.body ?? null)).digest('hex');
  return { actor: viewer.userId ?? 'public', key, digest, claimed: false };
}

function answerAgain(kept: Kept, claim: IdempotencyClaim): unknown {
  if (kept.request_digest !== claim.digest) return refusal('IDEMPOTENCY_MISMATCH');
  // Claimed, but the server stopped before its answer was kept: what was asked is done.
  return kept.answer ?? refusal('CONFLICT');
}
