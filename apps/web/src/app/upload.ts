import { NoAnswer, refusalIn, signingInAgain } from './graphql.js';

export interface UploadedFile { id: string; name: string; mediaType: string; size: number }

interface UploadOptions { onProgress?: (share: number) => void; signal?: AbortSignal }

/**
 * Sends one file to the server, which keeps it for a day until a record claims it. Throws as `request` does: ApiError when it is refused, NoAnswer
 * when the line broke; when the session ended, the sign-in dialog opens and the same file is sent again.
 */
export const uploadFile = (file: File, options: UploadOptions = {}): Promise<UploadedFile> => signingInAgain(() => send(file, options));

// fetch tells no progress of what it sends.
function send(file: File, { onProgress, signal }: UploadOptions): Promise<UploadedFile> {
  return new Promise((resolve, reject) => {
    const sent = new XMLHttpRequest();
    sent.open('POST', '/files');
    sent.setRequestHeader('x-tejido-client', 'web');
    sent.responseType = 'json';
    sent.upload.onprogress = ({ loaded, total, lengthComputable }) => { if (lengthComputable) onProgress?.(loaded / total); };
    // A proxy's error page tells no refusal.
    sent.onload = () => (sent.status === 201 ? resolve(sent.response as UploadedFile) : reject(refusalIn(sent.response) ?? new NoAnswer()));
    sent.onerror = sent.ontimeout = () => reject(new NoAnswer());
    sent.onabort = () => reject(new DOMException('', 'AbortError'));
    signal?.addEventListener('abort', () => sent.abort(), { once: true });
    const body = new FormData();
    body.append('file', file);
    sent.send(body);
  });
}
