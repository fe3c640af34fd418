import type { FastifyInstance } from 'fastify';
import { CALENDAR_LIMITS } from './calendar-content.js';

/** A calendar comes as it is, as the body of the request; it is larger than what else may come. */
export function acceptCalendars(server: FastifyInstance): void {
  server.addContentTypeParser('text/calendar', { parseAs: 'buffer', bodyLimit: CALENDAR_LIMITS.bytes }, (_request, body, done) => done(null, body));
}
