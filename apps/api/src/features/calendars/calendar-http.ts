import type { FastifyInstance, FastifyReply } from 'fastify';
import { DomainError } from '@tejido/domain/error.js';
import { logged } from '../../platform/graphql/error-formatter.js';
import { refusal } from '../../platform/http/asker.js';
import { isUnavailable } from '../../platform/database/unavailable.js';
import { CALENDAR_LIMITS } from './calendar-content.js';

/** A calendar comes as it is, as the body of the request: a type that no foreign page may send without asking first. */
export function acceptCalendars(server: FastifyInstance): void {
  server.addContentTypeParser('text/calendar', { parseAs: 'buffer', bodyLimit: CALENDAR_LIMITS.bytes }, (_request, body, done) => done(null, body));
}

const STATUS: Partial<Record<string, number>> = { NOT_SIGNED_IN: 401, FORBIDDEN: 403, NOT_FOUND: 404, TOO_LARGE: 413, UNAVAILABLE: 503, INTERNAL: 500 };

/** Answers what `work` gives, or its refusal in the shape of GraphQL's. */
export async function answering(reply: FastifyReply, work: () => Promise<unknown>): Promise<unknown> {
  void reply.header('cache-control', 'no-store');
  try {
    return reply.send(await work());
  } catch (error) {
    if (error instanceof DomainError) return reply.code(STATUS[error.code] ?? 422).send({ data: null, errors: [{ message: error.code, extensions: { code: error.code, fields: error.fields } }] });
    const code = isUnavailable(error) ? 'UNAVAILABLE' : 'INTERNAL';
    return reply.code(STATUS[code]!).send(refusal(code, logged(error)));
  }
}
