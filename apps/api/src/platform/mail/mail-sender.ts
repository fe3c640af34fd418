import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Statements } from '../database/statements.js';
import { Jobs } from '../jobs/jobs.js';
import { mailServer } from './mail-settings.js';
import { deliver, type Delivery, type Letter } from './smtp.js';

export const SEND_MAIL = 'mail.send';

/** How mails leave: to a mail server; into the local mailbox, where nothing leaves this machine; or they wait for one to be configured. */
export type MailWay = 'smtp' | 'mailbox' | 'waiting';

type Claimed = Letter & { id: string; attempts: number };

// Minutes until the next try; after the last one an administrator decides.
const RETRIES = [1, 5, 15, 60, 240, 720, 1440];

/** The job that empties the outbox: each mail by one worker, handed to the mail server once. See docs/decisions/0017-jobs-and-mail.md. */
@Injectable()
export class MailSender implements OnModuleInit {
  constructor(private readonly jobs: Jobs, private readonly statements: Statements) {}

  onModuleInit(): void {
    this.jobs.register({ name: SEND_MAIL, every: '* * * * *', run: (_, stopping) => this.sendWaiting(stopping) });
    this.jobs.register({ name: 'mail.forget', every: '17 3 * * *', run: () => this.forgetOld() });
  }

  async way(): Promise<MailWay> {
    if (mailServer()) return 'smtp';
    if (process.env['NODE_ENV'] === 'development') return 'mailbox';
    const [coalition] = await this.statements.rows<{ demonstration: boolean }>('select demonstration from coalition');
    return coalition?.demonstration ? 'mailbox' : 'waiting';
  }

  /** Sends what is due, one after the other, until nothing is or the server ends. */
  async sendWaiting(stopping: AbortSignal): Promise<void> {
    const way = await this.way();
    if (way === 'waiting') return;
    if (way === 'mailbox') return void (await this.statements.rows(INTO_MAILBOX));
    const server = mailServer()!;
    while (!stopping.aborted) {
      const token = randomUUID();
      const [mail] = await this.statements.rows<Claimed>(CLAIM, [token]);
      if (!mail) return;
      const letter = { ...mail, attachments: await this.statements.rows<Letter['attachments'][number]>(ATTACHMENTS, [mail.id]) };
      const handOver = async () => (await this.statements.rows(HAND_OVER, [mail.id, token])).length === 1;
      await this.note(mail, token, await deliver(letter, server, handOver, stopping));
    }
  }

  /** What the mail server said must not be lost to a database that is away for a moment. */
  private async note({ id, attempts }: Claimed, token: string, delivery: Delivery): Promise<void> {
    const [text, values] = noteOf(delivery, attempts);
    for (let tries = 1; ; tries += 1) {
      try {
        return void (await this.statements.rows(text, [id, token, ...values]));
      } catch (error) {
        if (tries === 5) throw error;
        await pause(1_000);
      }
    }
  }

  /** Letters are not an archive: what was sent is forgotten after ninety days, its key is kept so that it is not sent again. */
  private async forgetOld(): Promise<void> {
    await this.statements.rows(`with old as (update outbox_mail set to_email = '', to_name = '', subject = '', body_text = '', body_html = '', last_problem = null, erased_at = now()
      where (erased_at is null or to_email <> '') and coalesce(sent_at, failed_at) < now() - interval '90 days' returning id)
      delete from outbox_attachment where mail_id in (select id from old)`);
  }
}

function noteOf(delivery: Delivery, attempts: number): [string, unknown[]] {
  if (delivery.ended === 'accepted') return [`update outbox_mail set sent_at = now(), sent_by = 'smtp', claimed_by = null, claimed_until = null, last_problem = null where id = $1 and claimed_by = $2`, []];
  if (delivery.ended === 'unknown') return ['update outbox_mail set claimed_by = null, claimed_until = null, last_problem = $3 where id = $1 and claimed_by = $2', [delivery.problem]];
  const minutes = RETRIES[attempts - 1];
  const later = delivery.ended === 'later' && minutes !== undefined;
  return [`update outbox_mail set claimed_by = null, claimed_until = null, handed_over_at = null, last_problem = $3,
    failed_at = case when $4::int is null then now() end, next_attempt_at = now() + make_interval(mins => coalesce($4::int, 0)) where id = $1 and claimed_by = $2`, [delivery.problem, later ? minutes : null]];
}

const WAITS = 'sent_at is null and failed_at is null and erased_at is null and handed_over_at is null';

// Taken for two minutes: a worker that dies lets go by itself, and one that lives is long done.
const CLAIM = `update outbox_mail set claimed_by = $1, claimed_until = now() + interval '2 minutes', attempts = attempts + 1
  where id = (select id from outbox_mail where ${WAITS} and next_attempt_at <= now() and (claimed_until is null or claimed_until < now())
    order by queued_at, id limit 1 for update skip locked)
  returning *`;
const ATTACHMENTS = 'select name, media_type as "mediaType", content from outbox_attachment where mail_id = $1 order by position';
// Whoever was so slow that the claim ran out has no say any more.
const HAND_OVER = 'update outbox_mail set handed_over_at = now() where id = $1 and claimed_by = $2 and claimed_until > now() and erased_at is null returning id';
const INTO_MAILBOX = `update outbox_mail set sent_at = now(), sent_by = 'mailbox' where ${WAITS}`;
