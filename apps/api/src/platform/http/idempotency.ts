import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { withClaim, type IdempotencyClaim } from '../access/request-context.js';
import { askerOf, isGraphQL, refusal } from './asker.js';

type Claiming = FastifyRequest & { idempotency?: IdempotencyClaim | null };
interface Kept { request_digest: string; answer: unknown; coming: boolean }

/**
 * A request that arrives twice writes once: same key and body, same answer; another body, refused.
 * The key is claimed inside the unit of work (see Work); its answer is kept when it is known. Of two that arrive at once the later
 * one waits for the first one's answer.
 */
export function keepAnswers(server: FastifyInstance, database: DataSource): void {
  server.addHook('preHandler', async (request: Claiming, reply) => {
    request.idempotency = claimOf(request);
    if (!request.idempotency) return undefined;
    const kept = await keptFor(database, request.idempotency);
    return kept ? reply.send(answerAgain(kept, request.idempotency)) : undefined;
  });
  server.addHook('preHandler', (request: Claiming, _reply: FastifyReply, done) => withClaim(request.idempotency ?? null, done));
  server.addHook('preSerialization', async (request: Claiming, reply, payload) => {
    const claim = request.idempotency;
    if (claim?.claimed) {
      const answer = claim.confidential ? refusal('CONFLICT') : payload;
      await database.query('update idempotency_key set answer = $3 where actor = $1 and key = $2', [claim.actor, claim.key, JSON.stringify(answer)]);
    }
    const first = claim?.second ? await keptFor(database, claim) : undefined;
    return first ? (reply.code(200), answerAgain(first, claim!)) : payload;
  });
}

/** What was kept under the key. While the same request is being answered this waits, five seconds at most. */
async function keptFor(database: DataSource, { actor, key, digest }: IdempotencyClaim): Promise<Kept | undefined> {
  for (;;) {
    const [kept] = (await database.query(`select request_digest, answer, request_digest = $3 and answer is null and created_at > now() - interval '5 seconds' as coming
      from idempotency_key where actor = $1 and key = $2`, [actor, key, digest])) as Kept[];
    if (!kept?.coming) return kept;
    await pause(40);
  }
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
