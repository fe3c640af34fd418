import { Catch, HttpException, type ArgumentsHost } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { DomainError, type ErrorCode } from '@tejido/domain/error.js';
import { isUnavailable } from '../database/unavailable.js';
import { logged } from '../graphql/error-formatter.js';
import { refusal } from './asker.js';

/**
 * What a resolver throws goes on to the one formatter of errors, which logs the unexpected with its reference. Without this,
 * Nest would write every refusal (a wrong password, a stale edit) with its stack into the log as an error.
 * What a route throws is answered here, in the same shape: `{ errors: [{ extensions: { code, fields } }] }`, under the status of its code.
 */
@Catch()
export class QuietRefusals extends BaseExceptionFilter {
  override catch(exception: unknown, host: ArgumentsHost): void {
    if (host.getType<string>() === 'graphql') throw exception;
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (exception instanceof HttpException) return super.catch(exception, host);
    const { code, fields, reference } = saidOf(exception);
    void reply.code(STATUS[code]).header('cache-control', 'no-store').send(refusal(code, reference, fields));
  }
}

/** The HTTP status of each refusal. */
const STATUS: Readonly<Record<ErrorCode, number>> = {
  NOT_SIGNED_IN: 401, SIGN_IN_REFUSED: 401, FORBIDDEN: 403, NOT_FOUND: 404, INVALID: 422, CONFLICT: 409, CONFLICT_STALE: 409, DUPLICATE: 409, IN_USE: 409,
  RATE_LIMITED: 429, TOO_LARGE: 413, UNSUPPORTED_FILE: 415, IDEMPOTENCY_MISMATCH: 422, UNAVAILABLE: 503, INTERNAL: 500,
};

function saidOf(exception: unknown): { code: ErrorCode; fields?: DomainError['fields']; reference?: string } {
  if (exception instanceof DomainError) return exception;
  if (isUnavailable(exception)) return { code: 'UNAVAILABLE', reference: logged(exception) };
  // Fastify's own: a body that is too large or of a type that nobody reads.
  const { code, statusCode = 500 } = exception as { code?: string; statusCode?: number };
  if (code?.startsWith('FST_') && statusCode < 500) return { code: statusCode === 413 ? 'TOO_LARGE' : 'INVALID' };
  return { code: 'INTERNAL', reference: logged(exception) };
}
