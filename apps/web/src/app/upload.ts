import { ERROR_CODES, type FieldProblem } from '@tejido/domain/error.js';
import { ApiError, NoAnswer } from './graphql.js';
import { waitForSignIn } from './session-gate.js';

export interface UploadedFile { id: string; name: string; mediaType: string; size: number }

interface UploadOptions { onProgress?: (share: number) => void; signal?: AbortSignal }

/**
 * Sends one file to the server, which keeps it for a day until a record claims it. Throws as `request` does: ApiError when it is refused, NoAnswer
 * when the line broke; when the session ended, the sign-in dialog opens and the same file is sent again.
 */
export async function uploadFile(file: File, options: UploadOptions = {}): Promise<UploadedFile> {
  try {
    return await send(file, options);
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'NOT_SIGNED_IN' || !(await waitForSignIn())) throw error;
    return send(file, options);
  }
}

// fetch tells no progress of what it sends.
function send(file: File, { onProgress, signal }: UploadOptions): Promise<UploadedFile> {
  return new Promise((resolve, reject) => {
    const sent = new XMLHttpRequest();
    sent.open('POST', '/files');
    sent.setRequestHeader('x-tejido-client', 'web');
    sent.responseType = 'json';
    sent.upload.onprogress = ({ loaded, total, lengthComputable }) => { if (lengthComputable) onProgress?.(loaded / total); };
    sent.onload = () => (sent.status === 201 ? resolve(sent.response as UploadedFile) : reject(refusalOf(sent.response)));
    sent.onerror = sent.ontimeout = () => reject(new NoAnswer());
    sent.onabort = () => reject(new DOMException('', 'AbortError'));
    signal?.addEventListener('abort', () => sent.abort(), { once: true });
    const body = new FormData();
    body.append('file', file);
    sent.send(body);
  });
}

function refusalOf(answer: unknown): Error {
  const told = (answer as { errors?: { extensions?: { code?: string; fields?: FieldProblem[]; reference?: string } }[] } | null)?.errors?.[0]?.extensions;
  if (!told) return new NoAnswer(); // a proxy's error page
  return new ApiError(ERROR_CODES.find((known) => known === told.code) ?? 'INTERNAL', told.fields ?? [], told.reference ?? null);
}
