import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import sql, { join, type Sql } from 'sql-template-tag';
import { DomainError, notFound, problem, refuseIfAny } from '@tejido/domain/error.js';
import { contentProblems } from '@tejido/domain/file-problems.js';
import { PUBLIC, type Viewer } from '@tejido/domain/policy.js';
import { Statements } from '../database/statements.js';
import { Work, type Tx } from '../database/work.js';
import { isUuid } from '../graphql/uuid.js';
import { Jobs } from '../jobs/jobs.js';
import { StoredFile } from './file.entity.js';
import { sniffFile } from './sniff-file.js';

export interface FileFacts { id: string; name: string; mediaType: string; size: number }

/** Whether a record that the viewer may see holds this file: SQL, given the alias of the file's row. */
export type Claim = (viewer: Viewer, file: Sql) => Sql;

const PIECE = 256 * 1024; // bytes

/**
 * Files, in the database (docs/decisions/0013). An upload belongs to whoever made it until a record claims it; from then on its bytes are for
 * whoever may see that record, and for nobody else: the claims are asked anew each time.
 */
@Injectable()
export class Files implements OnModuleInit {
  private readonly claims: Claim[] = [];

  constructor(private readonly work: Work, private readonly statements: Statements, private readonly jobs: Jobs) {}

  onModuleInit(): void {
    this.jobs.register({ name: 'files.forget', every: '23 * * * *', run: () => this.forgetUnclaimed() });
  }

  /** Said by each feature whose records hold files, when its module starts. */
  claimedBy(claim: Claim): void {
    this.claims.push(claim);
  }

  /** Keeps an upload. @throws UNSUPPORTED_FILE when the bytes are not what the name says */
  async keep(viewer: Viewer, name: string, bytes: Buffer): Promise<FileFacts> {
    const mediaType = await sniffFile(bytes);
    const problems = contentProblems(name, mediaType);
    if (problems.length > 0) throw new DomainError('UNSUPPORTED_FILE', problems);
    const sha256 = createHash('sha256').update(bytes).digest();
    const facts = { name: tidyName(name), mediaType: mediaType!, size: bytes.length };
    return this.work.run(viewer, 'file.upload', async (tx) => {
      await keepContent(tx, sha256, bytes);
      return { id: await tx.insert(StoredFile, { ...facts, sha256, uploadedBy: viewer.userId }), ...facts };
    });
  }

  /** @throws NOT_FOUND, also for what the viewer may not see */
  async open(viewer: Viewer, id: string): Promise<FileFacts & { body: Readable }> {
    const own = sql`(not f.claimed and f.uploaded_by = ${viewer.userId}::uuid)`;
    const query = sql`select f.id, f.name, f.media_type as "mediaType", f.size, f.sha256 from file f
      where f.id = ${isUuid(id) ? id : null}::uuid and (${join([own, ...this.claims.map((claim) => claim(viewer, sql`f`))], ' or ')})`;
    const [found] = await this.statements.rows<FileFacts & { sha256: Buffer }>(query.text, query.values);
    if (!found) throw notFound();
    const { sha256, ...facts } = found;
    return { ...facts, body: Readable.from(this.pieces(sha256)) };
  }

  /** Takes away what nobody claimed within a day, and bytes that no file has any more. */
  async forgetUnclaimed(): Promise<void> {
    await this.work.run(PUBLIC, 'file.forget', async (tx) => {
      await tx.query(sql`delete from file where not claimed and uploaded_at < now() - interval '1 day'`);
      await tx.query(sql`delete from file_content c where not exists (select from file f where f.sha256 = c.sha256)`);
    });
  }

  // A piece at a time, so that a slow reader holds no connection and little memory.
  private async *pieces(sha256: Buffer): AsyncGenerator<Buffer> {
    for (let position = 0; ; position++) {
      const [piece] = await this.statements.rows<{ bytes: Buffer }>('select bytes from file_chunk where sha256 = $1 and position = $2', [sha256, position]);
      if (!piece) return;
      yield piece.bytes;
    }
  }
}

/**
 * Makes an upload a record's own, in the record's unit of work. Only one's own, and only once: the id of a foreign file opens nothing.
 * @throws INVALID at `path`
 */
export async function claimFile(tx: Tx, viewer: Viewer, id: string, path = 'fileId'): Promise<FileFacts> {
  const file = isUuid(id) ? await tx.manager.findOneBy(StoredFile, { id }) : null;
  refuseIfAny(file && !file.claimed && file.uploadedBy !== null && file.uploadedBy === viewer.userId ? [] : [problem(path, 'unknown_record')]);
  await tx.query(sql`update file set claimed = true where id = ${id}::uuid`);
  return file!;
}

/** Lets a file go with the record's part that held it: it vanishes with the next forgetting. */
export async function releaseFile(tx: Tx, id: string): Promise<void> {
  await tx.query(sql`update file set claimed = false, uploaded_by = null, uploaded_at = now() - interval '2 days' where id = ${id}::uuid`);
}

async function keepContent(tx: Tx, sha256: Buffer, bytes: Buffer): Promise<void> {
  const added = await tx.query(sql`insert into file_content (sha256, size) values (${sha256}, ${bytes.length}) on conflict do nothing returning size`);
  if (added.length === 0) return;
  for (let at = 0; at < bytes.length; at += PIECE) {
    await tx.query(sql`insert into file_chunk (sha256, position, bytes) values (${sha256}, ${at / PIECE}, ${bytes.subarray(at, at + PIECE)})`);
  }
}

/** No path and nothing unseen in it, its ending kept. */
function tidyName(name: string): string {
  const plain = name.normalize('NFC').replace(/^.*[/\\]/, '').replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').trim();
  const ending = /\.\w{1,8}$/.exec(plain)?.[0] ?? '';
  return `${[...plain.slice(0, plain.length - ending.length)].slice(0, 180).join('').trim() || 'file'}${ending}`;
}
