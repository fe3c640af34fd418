import { Injectable, type OnModuleInit } from '@nestjs/common';
import sql from 'sql-template-tag';
import { PUBLIC, type Viewer } from '@tejido/domain/policy.js';
import { digestPeriod, USUAL_DIGEST, worthTelling, type DigestChoice } from '@tejido/domain/reminders.js';
import { Clock } from '../../platform/clock.js';
import { Statements } from '../../platform/database/statements.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { newReading } from '../../platform/graphql/composer.js';
import { publicAddress } from '../../platform/http/public-address.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { digestMail, preferencesAddress } from './digest-mail.js';
import type { DigestLanguage } from './digest-texts.js';
import { openStatement, type Told } from './notifications.reads.js';
import { RemindersJob } from './reminders.job.js';

const MOST = 500;

interface Reader { userId: string; email: string; name: string; role: Viewer['role']; country: string | null; language: DigestLanguage; since: string; digest: DigestChoice | null; made: string[] }

/** Tells each person by e-mail what waits for them, once a day or a week as they chose. */
@Injectable()
export class DigestJob implements OnModuleInit {
  constructor(private readonly jobs: Jobs, private readonly reminders: RemindersJob, private readonly work: Work, private readonly statements: Statements, private readonly clock: Clock, private readonly outbox: Outbox) {}

  onModuleInit(): void {
    this.jobs.register({ name: 'reminders.digest', every: '*/5 * * * *', atStart: true, run: (_, stopping) => this.makeDue(stopping) });
  }

  /** Every digest whose period has come and that was not made yet. */
  async makeDue(stopping?: AbortSignal): Promise<void> {
    const moment = { day: this.clock.today(), hour: this.clock.hour() };
    const readers = (await this.statements.rows<Reader>(READERS)).flatMap((reader) => {
      const choice = reader.digest ?? USUAL_DIGEST;
      const period = digestPeriod(choice, moment, reader.since);
      return period && choice !== 'never' && !reader.made.includes(period.key) ? [{ reader, choice, period: period.key }] : [];
    });
    if (readers.length > 0) await this.reminders.derive();
    for (const { reader, choice, period } of readers) {
      if (stopping?.aborted) return;
      await this.work.run(PUBLIC, 'reminders.digest', (tx) => this.make(tx, reader, choice, period));
    }
  }

  /** The period's row is written first: whoever comes second finds it. */
  private async make(tx: Tx, reader: Reader, choice: 'daily' | 'weekly', period: string): Promise<void> {
    const [before] = await tx.query<{ last: Date | null }>(sql`select max(made_at) as last from digest where user_id = ${reader.userId}`);
    const mine = await tx.query(sql`insert into digest (user_id, period) values (${reader.userId}, ${period}) on conflict do nothing returning 1`);
    if (mine.length === 0) return;
    const today = this.clock.today();
    const { userId, role, country } = reader;
    const rows = await tx.query<Told>(openStatement(newReading({ userId, role, country }, today), MOST));
    // In somebody's first digest all is new, and saying so of each line would tell nothing.
    const last = before?.last ?? null;
    const waiting = rows.map((told) => ({ ...told, fresh: last !== null && new Date(told.createdAt) > last }));
    const fresh = last === null ? waiting.length : waiting.filter((each) => each.fresh).length;
    if (!worthTelling(choice, { waiting: waiting.length, fresh })) return;
    const [coalition] = await tx.query<{ acronym: string }>(sql`select acronym from coalition`);
    const { origin } = publicAddress();
    const { email, name, language } = reader;
    const mail = await this.outbox.queue(tx, {
      onceKey: `digest ${period} ${userId}`, kind: 'digest', to: { email, name }, preferencesAddress: preferencesAddress(origin), replacesWaiting: true,
      ...digestMail({ language, coalition: coalition!.acronym, name, choice, today, origin, waiting, isFirst: last === null }),
    });
    await tx.query(sql`update digest set mail_id = ${mail} where user_id = ${userId} and period = ${period}`);
  }
}

// Who never signed in yet gets none: their account is a link that somebody has still to use.
const READERS = `
  select u.id as "userId", u.email, u.name, u.role, u.country, u.language, to_char(u.created_at at time zone (select time_zone from coalition), 'YYYY-MM-DD') as since, p.digest,
    array(select d.period from digest d where d.user_id = u.id and d.made_at > now() - interval '15 days') as made
  from user_account u left join reminder_preference p on p.user_id = u.id
  where u.disabled_at is null and u.password_hash is not null and coalesce(p.digest, '') <> 'never' order by u.id`;
