import { Catch, ServiceUnavailableException, type ArgumentsHost } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';
import { isUnavailable } from '../database/unavailable.js';

/**
 * What a resolver throws goes on to the one formatter of errors, which logs the unexpected with its reference. Without this,
 * Nest would write every refusal (a wrong password, a stale edit) with its stack into the log as an error.
 */
@Catch()
export class QuietRefusals extends BaseExceptionFilter {
  override catch(exception: unknown, host: ArgumentsHost): void {
    if (host.getType<string>() === 'graphql') throw exception;
    super.catch(isUnavailable(exception) ? new ServiceUnavailableException() : exception, host);
  }
}
