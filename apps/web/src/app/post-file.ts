import { problem } from '@tejido/domain/error.js';
import { ApiError, NoAnswer, refusalIn, signingInAgain } from './graphql.js';

/**
 * Sends a file as the body of a request. `largest`: what the route takes, as the reader is told; the server's own limit decides.
 * @throws ApiError, NoAnswer, as `request` does; when the session ended the sign-in dialog opens first
 */
export const postFile = <Answer>(path: string, file: Blob, mediaType: string, largest = '10 MB'): Promise<Answer> =>
  signingInAgain(() => send<Answer>(path, file, mediaType, largest));

async function send<Answer>(path: string, file: Blob, mediaType: string, largest: string): Promise<Answer> {
  const response = await fetch(path, { method: 'POST', credentials: 'same-origin', headers: { 'content-type': mediaType, accept: 'application/json', 'x-tejido-client': 'web' }, body: file })
    .catch((cause: unknown) => { throw new NoAnswer('', { cause }); });
  if (response.status === 413) throw new ApiError('TOO_LARGE', [problem('file', 'file_too_large', { max: largest })]);
  const answer: unknown = await response.json().catch((cause: unknown) => { throw new NoAnswer('', { cause }); });
  const refusal = refusalIn(answer);
  if (refusal) throw refusal;
  if (!response.ok) throw new NoAnswer();
  return answer as Answer;
}
