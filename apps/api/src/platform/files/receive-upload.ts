import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FastifyRequest } from 'fastify';
import { DomainError, problem } from '@tejido/domain/error.js';
import { fileProblems, LARGEST_FILE, tooLarge } from '@tejido/domain/file-problems.js';

const AROUND = 64 * 1024; // bytes of a multipart body beside the file

/**
 * The one file of a multipart request. It is written to a temporary folder while it arrives, for a slow line must neither hold a
 * transaction nor fill the memory; whatever happens, the folder is gone afterwards.
 * @throws TOO_LARGE, UNSUPPORTED_FILE, INVALID, each at 'file'
 */
export async function receiveUpload(request: FastifyRequest): Promise<{ name: string; bytes: Buffer }> {
  if (!request.isMultipart()) throw new DomainError('INVALID', [problem('file', 'required')]);
  // Told before it arrives, where its length is known.
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_FILE + AROUND) throw new DomainError('TOO_LARGE', [tooLarge()]);
  const part = await request.file().catch(unreadable);
  if (!part) throw new DomainError('INVALID', [problem('file', 'required')]);
  refuse(fileProblems({ name: part.filename, size: Number.NaN }));
  const folder = await mkdtemp(join(tmpdir(), `tejido-upload-${process.pid}-`));
  try {
    const path = join(folder, 'file');
    await pipeline(part.file, createWriteStream(path, { mode: 0o600 })).catch(unreadable);
    if (part.file.truncated) throw new DomainError('TOO_LARGE', [tooLarge()]);
    const bytes = await readFile(path);
    refuse(fileProblems({ name: part.filename, size: bytes.length }));
    return { name: part.filename, bytes };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A body that was broken off, or is no multipart: not our fault, and nobody waits for the answer of the first. */
function unreadable(): never {
  throw new DomainError('INVALID', [problem('file', 'file_unreadable')]);
}

function refuse(problems: ReturnType<typeof fileProblems>): void {
  if (problems.length > 0) throw new DomainError('UNSUPPORTED_FILE', problems);
}
