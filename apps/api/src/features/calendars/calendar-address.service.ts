import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { notFound } from '@tejido/domain/error.js';
import type { Role, Viewer } from '@tejido/domain/policy.js';
import { keepNoAnswer } from '../../platform/access/request-context.js';
import { hashToken } from '../../platform/access/session-gate.js';
import { Clock } from '../../platform/clock.js';
import { Work } from '../../platform/database/work.js';
import { Reader } from '../../platform/graphql/read.js';
import { publicAddress } from '../../platform/http/public-address.js';
import { writtenCalendar, type WrittenMeeting } from './written-calendar.js';
import { writtenMeetings } from './written-meetings.reads.js';

/** A user's calendar to subscribe to, under an address that only they know: calendar programs cannot sign in. */
@Injectable()
export class CalendarAddressService {
  constructor(private readonly work: Work, private readonly reader: Reader, private readonly clock: Clock) {}

  /** Since when there is one; null for none. */
  async since({ userId }: Viewer): Promise<string | null> {
    const [row] = await this.reader.rows<{ since: Date }>(sql`select created_at as since from calendar_address where user_id = ${userId}`);
    return row?.since.toISOString() ?? null;
  }

  /** Makes one; an earlier one leads nowhere from then on. @returns it, this once */
  renew(viewer: Viewer): Promise<string> {
    keepNoAnswer();
    const token = randomBytes(32).toString('base64url');
    return this.work.run(viewer, 'calendar.renew', async (tx) => {
      await tx.query(sql`insert into calendar_address (user_id, token_hash) values (${viewer.userId}, ${hashToken(token)})
        on conflict (user_id) do update set token_hash = excluded.token_hash, created_at = now()`);
      return `${publicAddress().origin}/api/calendars/${token}.ics`;
    });
  }

  revoke(viewer: Viewer): Promise<void> {
    return this.work.run(viewer, 'calendar.revoke', async (tx) => { await tx.query(sql`delete from calendar_address where user_id = ${viewer.userId}`); });
  }

  /** What the owner of the address may see today; a cookie changes nothing. @throws NOT_FOUND for an address that is none (any more) */
  async read(token: string): Promise<string> {
    const [owner] = token.length > 100 ? [] : await this.reader.rows<{ userId: string; role: Role; country: string | null; coalition: string }>(sql`
      select u.id as "userId", u.role, u.country, coalesce((select coalesce(o.acronym, o.name) from organisation o where o.standing = 'coalition'), 'Tejido') as coalition
      from calendar_address a join user_account u on u.id = a.user_id where a.token_hash = ${hashToken(token)} and u.disabled_at is null`);
    if (!owner) throw notFound();
    const { coalition, ...viewer } = owner;
    return writtenCalendar(coalition, await this.reader.rows<WrittenMeeting>(writtenMeetings(viewer, this.clock.today())), publicAddress().origin);
  }
}
