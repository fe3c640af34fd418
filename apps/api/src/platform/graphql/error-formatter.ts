import { randomUUID } from 'node:crypto';
import { GraphQLError, type ExecutionResult } from 'graphql';
import { DomainError, type FieldProblem } from '@tejido/domain/error.js';
import { isUnavailable } from '../database/unavailable.js';

interface Formatted {
  statusCode: number;
  response: ExecutionResult;
}

/**
 * The one formatter of errors. What the domain says goes out as code and fields; the query's own faults as they are;
 * anything else as INTERNAL with a reference into the log: no SQL, path or stack in any answer.
 */
export function formatErrors(execution: ExecutionResult): Formatted {
  const errors = (execution.errors ?? []).flatMap((error) => expand(error).map(format));
  const body = (execution.errors ?? []).map(bodyFault).find((fault) => fault !== null);
  return { statusCode: body ? (body === 'TOO_LARGE' ? 413 : 400) : statusOf(errors), response: { data: execution.data ?? null, errors } };
}

// Mercurius wraps parse and validation errors in one error that carries the list.
function expand(error: GraphQLError): GraphQLError[] {
  const inner = (error as unknown as { errors?: GraphQLError[] }).errors ?? (error.originalError as { errors?: GraphQLError[] } | undefined)?.errors;
  return Array.isArray(inner) && inner.length > 0 ? inner : [error];
}

function format(error: GraphQLError): GraphQLError {
  const cause = domainCause(error);
  if (cause) return answer(error, cause.code, cause.code, withPath(error, cause.fields));
  const refused = bodyFault(error);
  if (refused) return answer(error, refused, refused, []);
  if (isQueryFault(error)) return answer(error, error.message.replace(/ Did you mean .*$/s, ''), 'INVALID', []);
  const code = isUnavailable(error.originalError) ? 'UNAVAILABLE' : 'INTERNAL';
  return answer(error, code, code, [], logged(error.originalError ?? error));
}

/** Writes an unexpected error to the log; @returns the reference under which it is found. The values of a statement may be personal: they stay out. */
export function logged(error: unknown): string {
  const reference = randomUUID();
  const { code, constraint } = ((error as { driverError?: object } | null)?.driverError ?? error ?? {}) as { code?: string; constraint?: string };
  console.error(`[${reference}]`, ...[code, constraint].filter(Boolean), error instanceof Error ? error.stack : String(error));
  return reference;
}

function domainCause(error: unknown): DomainError | undefined {
  for (let cause = error as { originalError?: unknown } | undefined, depth = 0; cause && depth < 4; depth++) {
    if (cause instanceof DomainError) return cause;
    cause = cause.originalError as typeof cause;
  }
  return undefined;
}

// A variable refused by a scalar: graphql tells the place in its message ("$input.parties[1].signedOn").
function withPath(error: GraphQLError, fields: readonly FieldProblem[]): FieldProblem[] {
  const place = /"input\.([^"]+)"/.exec(error.message)?.[1]?.replace(/\[(\d+)\]/g, '.$1');
  return fields.map((field) => (field.path === '' && place ? { ...field, path: place } : field));
}

// Fastify's own: a body that is too large, or no JSON.
function bodyFault(error: GraphQLError): 'TOO_LARGE' | 'INVALID' | null {
  const { code, statusCode } = (error.originalError ?? error) as { code?: string; statusCode?: number };
  if (!code?.startsWith('FST_') || !statusCode || statusCode >= 500) return null;
  return statusCode === 413 ? 'TOO_LARGE' : 'INVALID';
}

// Not thrown by a resolver: syntax, validation, wrong variables, limits of the query.
function isQueryFault(error: GraphQLError): boolean {
  const cause = error.originalError as { code?: string; statusCode?: number } | undefined;
  const code = (error as unknown as { code?: string }).code ?? cause?.code;
  if (typeof code === 'string' && code.startsWith('MER_')) return true;
  // A variable that its type refuses comes as a GraphQL error within one.
  return (!cause || (cause as Error).name === 'GraphQLError') && error.path === undefined;
}

function answer(error: GraphQLError, message: string, code: string, fields: FieldProblem[], reference?: string): GraphQLError {
  return new GraphQLError(message, { path: error.path, extensions: { code, fields, ...(reference ? { reference } : {}) } });
}

function statusOf(errors: readonly GraphQLError[]): number {
  return errors.some((error) => error.extensions['code'] === 'UNAVAILABLE') ? 503 : 200;
}
