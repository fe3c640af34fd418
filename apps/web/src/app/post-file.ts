import { ERROR_CODES, problem, type FieldProblem } from '@tejido/domain/error.js';
import { ApiError, NoAnswer } from './graphql.js';
import { waitForSignIn } from './session-gate.js';

interface Refusal { errors?: { extensions?: { code?: string; fields?: FieldProblem[]; reference?: string } }[] }

/** Sends a file as the body of a request. @throws ApiError, NoAnswer, as `request` does; when the session ended the sign-in dialog opens first */
export async function postFile<Answer>(path: string, file: Blob, mediaType: string): Promise<Answer> {
  try {
    return await send<Answer>(path, file, mediaType);
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'NOT_SIGNED_IN' || !(await waitForSignIn())) throw error;
    return send<Answer>(path, file, mediaType);
  }
}

async function send<Answer>(path: string, file: Blob, mediaType: string): Promise<Answer> {
  const response = await fetch(path, { method: 'POST', credentials: 'same-origin', headers: { 'content-type': mediaType, accept: 'application/json', 'x-tejido-client': 'web' }, body: file })
    .catch((cause: unknown) => { throw new NoAnswer('', { cause }); });
  if (response.status === 413) throw new ApiError('TOO_LARGE', [problem('file', 'file_too_large', { max: '10 MB' })]);
  const answer = await response.json().catch((cause: unknown) => { throw new NoAnswer('', { cause }); }) as Answer & Refusal;
  const told = answer.errors?.[0]?.extensions;
  if (told) throw new ApiError(ERROR_CODES.find((known) => known === told.code) ?? 'INTERNAL', told.fields ?? [], told.reference ?? null);
  if (!response.ok) throw new NoAnswer();
  return answer;
}
