import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { conflict, notFound, problem } from '@tejido/domain/error.js';
import type { Viewer } from '@tejido/domain/policy.js';
import { authorize } from '../../platform/access/ability.js';
import { Work } from '../../platform/database/work.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { SEND_MAIL } from '../../platform/mail/mail-sender.js';

/** What a person decides about a mail that could not be sent by itself. */
@Injectable()
export class MailsService {
  constructor(private readonly work: Work, private readonly jobs: Jobs) {}

  /** Tries it again now, under the same Message-ID. @throws NOT_FOUND; CONFLICT for one that was sent, erased, or is under way */
  sendAgain(viewer: Viewer, id: string): Promise<void> {
    return this.work.run(viewer, 'mail.sendAgain', async (tx) => {
      authorize(viewer, 'mail.send');
      const [mail] = isUuid(id) ? await tx.query<{ open: boolean }>(sql`select sent_at is null and erased_at is null and (claimed_until is null or claimed_until < now()) as open
        from outbox_mail where id = ${id} for update`) : [];
      if (!mail) throw notFound();
      if (!mail.open) throw conflict([problem('', 'wrong_stage')]);
      await tx.query(sql`update outbox_mail set failed_at = null, handed_over_at = null, claimed_by = null, claimed_until = null, attempts = 0, next_attempt_at = now() where id = ${id}`);
      await this.jobs.queue(tx, SEND_MAIL, {}, { key: SEND_MAIL });
    });
  }
}
