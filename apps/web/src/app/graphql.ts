import { ERROR_CODES, type ErrorCode, type FieldProblem } from '@tejido/domain/error.js';
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
import { waitForSignIn } from './session-gate.js';

/** A typed operation, as `graphql(…)` of the generated code gives it. */
export type Operation<Data, Variables> = { toString(): string } & DocumentTypeDecoration<Data, Variables>;

/** The server's refusal. `fields` name each place in the input that is wrong; `reference` finds an INTERNAL error in its log. */
export class ApiError extends Error {
  constructor(readonly code: ErrorCode, readonly fields: readonly FieldProblem[] = [], readonly reference: string | null = null) {
    super(code);
    this.name = 'ApiError';
  }
}

/** The server gave no usable answer: it may or may not have acted, so a retry must carry the same idempotency key. */
export class NoAnswer extends Error {
  override name = 'NoAnswer';
}

export interface RequestOptions {
  /** Kept by the caller while the same submission is retried; a new one for each mutation when absent. */
  idempotencyKey?: string;
  /** What to do when the session ended: ask over the page and retry (default), or throw. */
  whenSignedOut?: 'ask' | 'throw';
  signal?: AbortSignal;
}

/**
 * Runs one operation. Answers its data; throws ApiError when the server refuses and NoAnswer when it cannot be
 * reached. When the session ended, the sign-in dialog opens over the page and the same request is sent again afterwards.
 */
export async function request<Data, Variables>(
  operation: Operation<Data, Variables>,
  variables: Variables,
  options: RequestOptions = {},
): Promise<Data> {
  const query = operation.toString();
  const idempotencyKey = isMutation(query) ? options.idempotencyKey ?? crypto.randomUUID() : undefined;
  const send = () => post<Data>(JSON.stringify({ query, variables }), idempotencyKey, options.signal);
  return options.whenSignedOut === 'throw' ? send() : signingInAgain(send);
}

/** Sends; when the session ended, the sign-in dialog opens over the page and the same is sent once more. */
export async function signingInAgain<T>(send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'NOT_SIGNED_IN' || !(await waitForSignIn())) throw error;
    return send();
  }
}

interface Refusal { extensions?: { code?: string; fields?: FieldProblem[]; reference?: string } }

/** The refusal that an answer of the server tells, whichever route it came by; null: it tells none. */
export function refusalIn(answer: unknown): ApiError | null {
  const told = (answer as { errors?: Refusal[] } | null)?.errors?.[0];
  if (!told) return null;
  return new ApiError(ERROR_CODES.find((known) => known === told.extensions?.code) ?? 'INTERNAL', told.extensions?.fields ?? [], told.extensions?.reference ?? null);
}

const isMutation = (query: string) => /^\s*mutation\b/.test(query);

async function post<Data>(body: string, idempotencyKey: string | undefined, signal?: AbortSignal): Promise<Data> {
  const headers: Record<string, string> = { 'content-type': 'application/json', accept: 'application/json', 'x-tejido-client': 'web' };
  if (idempotencyKey) headers['idempotency-key'] = idempotencyKey;
  const answer = await readAnswer<Data>(await reach(body, headers, signal));
  const refusal = refusalIn(answer);
  if (refusal) throw refusal;
  if (!answer.data) throw new NoAnswer();
  return answer.data;
}

async function reach(body: string, headers: Record<string, string>, signal?: AbortSignal): Promise<Response> {
  try {
    return await fetch('/graphql', { method: 'POST', credentials: 'same-origin', headers, body, signal });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new NoAnswer('', { cause });
  }
}

interface Answer<Data> { data?: Data | null }

async function readAnswer<Data>(response: Response): Promise<Answer<Data>> {
  try {
    return await response.json() as Answer<Data>;
  } catch (cause) {
    throw new NoAnswer('', { cause }); // a proxy's error page, or an answer cut short
  }
}
