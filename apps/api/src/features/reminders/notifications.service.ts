import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { notFound, notSignedIn, problem, refuseIfAny } from '@tejido/domain/error.js';
import type { Viewer } from '@tejido/domain/policy.js';
import { DIGEST_CHOICES, USUAL_DIGEST, type DigestChoice } from '@tejido/domain/reminders.js';
import { Clock } from '../../platform/clock.js';
import { Statements } from '../../platform/database/statements.js';
import { Work } from '../../platform/database/work.js';
import { isUuid } from '../../platform/graphql/uuid.js';

/** What a viewer does with their own reminders. */
@Injectable()
export class NotificationsService {
  constructor(private readonly work: Work, private readonly statements: Statements, private readonly clock: Clock) {}

  /** @param read false: it counts as new again. @throws NOT_FOUND for another's */
  mark(viewer: Viewer, id: string, read: boolean): Promise<void> {
    return this.work.run(viewer, 'notification.read', async (tx) => {
      const own = isUuid(id) ? await tx.query(sql`select from notification where id = ${id} and user_id = ${ownerOf(viewer)}`) : [];
      if (own.length === 0) throw notFound();
      await tx.query(sql`update notification set read_at = ${read ? this.clock.now() : null} where id = ${id}`);
    });
  }

  /** All that are open. */
  markAll(viewer: Viewer): Promise<void> {
    return this.work.run(viewer, 'notification.read', async (tx) => {
      await tx.query(sql`update notification set read_at = ${this.clock.now()} where user_id = ${ownerOf(viewer)} and resolved_at is null and read_at is null`);
    });
  }

  async digestOf(viewer: Viewer): Promise<DigestChoice> {
    const [row] = await this.statements.rows<{ digest: DigestChoice }>('select digest from reminder_preference where user_id = $1', [ownerOf(viewer)]);
    return row?.digest ?? USUAL_DIGEST;
  }

  /** @throws INVALID */
  chooseDigest(viewer: Viewer, digest: string): Promise<void> {
    return this.work.run(viewer, 'reminders.chooseDigest', async (tx) => {
      const owner = ownerOf(viewer);
      if (!DIGEST_CHOICES.includes(digest as DigestChoice)) refuseIfAny([problem('digest', 'not_a_choice')]);
      await tx.query(sql`insert into reminder_preference (user_id, digest) values (${owner}, ${digest}) on conflict (user_id) do update set digest = excluded.digest`);
    });
  }
}

function ownerOf(viewer: Viewer): string {
  if (viewer.userId === null) throw notSignedIn();
  return viewer.userId;
}
