import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { Tx } from '../database/work.js';
import { publicAddress } from '../http/public-address.js';
import { Jobs } from '../jobs/jobs.js';
import { SEND_MAIL } from './mail-sender.js';

export interface Attachment {
  name: string;
  /** 'text/calendar; charset=utf-8; method=REQUEST' */
  mediaType: string;
  content: Buffer | string;
}

/** One mail to one person. It carries no secret: the secretariat can read what was sent. */
export interface Mail {
  /** The same key is queued once, ever: 'digest 2026-W48 <user>', 'invitation <meeting> <sequence> <person>'. */
  onceKey: string;
  /** What sort of mail it is, for whoever looks through them: 'digest', 'invitation'. */
  kind: string;
  to: { email: string; name: string };
  subject: string;
  text: string;
  html: string;
  attachments?: readonly Attachment[];
  /** Where its reader chooses what to get; told to mail programs as List-Unsubscribe. */
  preferencesAddress?: string | null;
  /** Takes the place of mails of this kind to this address that still wait: nobody wants four weeks' digests at once. */
  replacesWaiting?: boolean;
}

/** What is to be sent is written in the transaction of what it tells of, and sent by a job once that is kept. */
@Injectable()
export class Outbox {
  constructor(private readonly jobs: Jobs) {}

  /** @returns the mail's id; null when its key was queued before, and nothing happens then */
  async queue(tx: Tx, mail: Mail): Promise<string | null> {
    const { to, replacesWaiting = false, preferencesAddress = null } = mail;
    if (replacesWaiting) {
      await tx.query(sql`delete from outbox_mail where kind = ${mail.kind} and to_email = ${to.email.toLowerCase()} and once_key <> ${mail.onceKey}
        and attempts = 0 and sent_at is null and failed_at is null`);
    }
    const [row] = await tx.query<{ id: string }>(sql`insert into outbox_mail (once_key, kind, message_id, to_email, to_name, subject, body_text, body_html, preferences_address)
      values (${mail.onceKey}, ${mail.kind}, ${messageId()}, ${to.email.toLowerCase()}, ${oneLine(to.name)}, ${oneLine(mail.subject)}, ${mail.text}, ${mail.html}, ${preferencesAddress})
      on conflict (once_key) do nothing returning id`);
    if (!row) return null;
    for (const [position, { name, mediaType, content }] of (mail.attachments ?? []).entries()) {
      await tx.query(sql`insert into outbox_attachment (mail_id, position, name, media_type, content) values (${row.id}, ${position}, ${name}, ${mediaType}, ${Buffer.from(content)})`);
    }
    await this.jobs.queue(tx, SEND_MAIL, {}, { key: SEND_MAIL });
    return row.id;
  }

  /**
   * A person's right: what waits for them is not sent, and what was sent to them, or tells of them, loses its words and attachments. Key and
   * times stay, so that nothing is sent anew. @param told all that names them, addresses and names, at once: a mail that loses its words by the
   * one must lose its recipient by the other. @returns how many mails they were in
   */
  async eraseOf(tx: Tx, told: readonly string[]): Promise<number> {
    const values = told.map((each) => each.trim().toLowerCase()).filter(Boolean);
    if (values.length === 0) return 0;
    const theirs = sql`(to_email = any(${values}::text[]) or lower(to_name) = any(${values}::text[]))`;
    const tells = (text: Sql) => sql`exists (select from unnest(${values}::text[]) as t(value) where position(t.value in lower(${text})) > 0)`;
    const touched = await tx.query<{ id: string }>(sql`
      update outbox_mail mail set to_email = case when ${theirs} then '' else to_email end, to_name = case when ${theirs} then '' else to_name end,
        subject = '', body_text = '', body_html = '', last_problem = null, erased_at = coalesce(erased_at, now())
      where ${theirs} or (erased_at is null and (${tells(sql`subject || ' ' || body_text || ' ' || body_html || ' ' || coalesce(last_problem, '')`)}
        -- Calendar lines are folded after 75 bytes: an address may lie across two.
        or exists (select from outbox_attachment part where part.mail_id = mail.id and ${tells(sql`replace(encode(part.content, 'escape'), e'\\r\\n ', '')`)})))
      returning mail.id`);
    const ids = rowsOf(touched).map(({ id }) => id);
    await tx.query(sql`delete from outbox_attachment where mail_id = any(${ids}::uuid[])`);
    return ids.length;
  }
}

// TypeORM answers an update with its rows and their number.
const rowsOf = <T>(answer: T[]): T[] => (Array.isArray(answer[0]) ? (answer[0] as unknown as T[]) : answer);

/** Made once and kept with the mail, so that a mail server that sees it twice can know it for the same. */
const messageId = (): string => `<${randomUUID()}@${new URL(publicAddress().origin).hostname}>`;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
