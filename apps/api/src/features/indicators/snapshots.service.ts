import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { conflict, DomainError, duplicate, notFound, problem } from '@tejido/domain/error.js';
import type { Viewer } from '@tejido/domain/policy.js';
import { authorize } from '../../platform/access/ability.js';
import { Work } from '../../platform/database/work.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import type { PeriodAsked } from './indicators.queries.js';
import { hashOf } from './snapshot-content.js';
import { SnapshotContents } from './snapshot-contents.js';

/** Freezes figures: proposed by the secretariat, approved by the presidency, never changed. */
@Injectable()
export class SnapshotsService {
  constructor(private readonly work: Work, private readonly contents: SnapshotContents) {}

  /** Freezes the figure as it is known now. @returns the snapshot's id. @throws INVALID for days to come, DUPLICATE when the same waits already */
  async propose(viewer: Viewer, code: string, asked: PeriodAsked): Promise<string> {
    authorize(viewer, 'snapshot.propose');
    const content = await this.contents.of(code, asked);
    const hash = hashOf(content);
    const { onDay, fromDay, toDay, knownOn, value, counted, excluded, definition, figures, hashVersion } = content;
    return this.work.run(viewer, 'snapshot.propose', async (tx) => {
      if ((await tx.query(sql`select 1 from snapshot where content_hash = ${hash}`)).length > 0) throw duplicate([problem('', 'duplicate_entry')]);
      const rows = await tx.query<{ id: string }>(sql`insert into snapshot
          (indicator, on_day, from_day, to_day, known_on, value, counted, excluded, definition, figures, hash_version, content_hash, proposed_by)
        values (${code}, ${onDay}, ${fromDay}, ${toDay}, ${knownOn}, ${value}, ${JSON.stringify(counted)}, ${JSON.stringify(excluded)},
          ${JSON.stringify(definition)}, ${JSON.stringify(figures)}, ${hashVersion}, ${hash}, ${viewer.userId}) returning id`);
      return rows[0]!.id;
    });
  }

  /** By another person. @throws FORBIDDEN, NOT_FOUND, CONFLICT when it is approved already */
  approve(viewer: Viewer, id: string): Promise<void> {
    return this.work.run(viewer, 'snapshot.approve', async (tx) => {
      authorize(viewer, 'snapshot.approve');
      const [found] = isUuid(id)
        ? await tx.query<{ proposed_by: string; approved_at: Date | null }>(sql`select proposed_by, approved_at from snapshot where id = ${id}`) : [];
      if (!found) throw notFound();
      if (found.approved_at) throw conflict([problem('', 'read_only')]);
      if (found.proposed_by === viewer.userId) throw new DomainError('FORBIDDEN', [problem('', 'own_snapshot')]);
      await tx.query(sql`update snapshot set approved_by = ${viewer.userId}, approved_at = now() where id = ${id}`);
    });
  }
}
