import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import pg from 'pg';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { DomainError, problem, refuseIfAny } from '@tejido/domain/error.js';
import { emailProblems, textProblems } from '@tejido/domain/field-problems.js';
import { PUBLIC, type Viewer } from '@tejido/domain/policy.js';
import { hashToken } from '../../platform/access/session-gate.js';
import { Work } from '../../platform/database/work.js';
import { decoyHash, hashPassword, passwordFits, passwordProblems } from './passwords.js';
import { UserAccount, UserSession } from './session.entity.js';

const SESSION_HOURS = 12;

interface Attempt {
  email: string;
  password: string;
  /** The client's address: attempts count per account and network, so that nobody locks an owner out from elsewhere. */
  network: string;
}

/** Sign-in, sign-out, set-up and passwords. */
@Injectable()
export class SessionService {
  private readonly attempts: RateLimiterPostgres;
  private readonly networkAttempts: RateLimiterPostgres;

  constructor(private readonly database: DataSource, private readonly work: Work) {
    const pool = (database.driver as unknown as { master: pg.Pool }).master;
    const limited = (keyPrefix: string, points: number) => new RateLimiterPostgres({
      storeClient: pool, storeType: 'pool', tableName: 'sign_in_attempt', tableCreated: true, keyPrefix, points, duration: 900, clearExpiredByTimeout: false,
    });
    this.attempts = limited('', 10);
    // One password for many accounts; a whole ministry may sit behind one address.
    this.networkAttempts = limited('network', 200);
  }

  /** @returns the new session's token and its user. @throws SIGN_IN_REFUSED whatever was wrong, RATE_LIMITED */
  async signIn({ email, password, network }: Attempt): Promise<{ token: string; userId: string }> {
    const address = email.trim().toLowerCase().slice(0, 200);
    const key = `${address}|${network}`;
    refuseIfAny(textProblems('email', address, { max: 200 }));
    await this.countAttempt(key, network);
    const user = await this.database.manager.findOneBy(UserAccount, { email: address });
    const fits = await passwordFits(user?.passwordHash ?? (await decoyHash()), password.slice(0, 400));
    if (!user?.passwordHash || !fits || user.disabledAt) throw new DomainError('SIGN_IN_REFUSED');
    await this.attempts.delete(key);
    return { token: await this.open(user.id), userId: user.id };
  }

  private async countAttempt(key: string, network: string): Promise<void> {
    try {
      await this.networkAttempts.consume(network);
      await this.attempts.consume(key);
    } catch (refused) {
      throw refused instanceof Error ? refused : new DomainError('RATE_LIMITED');
    }
  }

  async signOut(session: string): Promise<void> {
    await this.database.manager.delete(UserSession, { tokenHash: Buffer.from(session, 'hex') });
  }

  /** Uses the single-use link once and makes the first administrator. @throws INVALID */
  async setUp(token: string, name: string, email: string, password: string): Promise<string> {
    refuseIfAny([
      ...textProblems('name', name, { max: 200, required: true }), ...textProblems('email', email, { max: 200, required: true }),
      ...emailProblems('email', email), ...passwordProblems('password', password),
    ]);
    const passwordHash = await hashPassword(password);
    const userId = await this.work.run(PUBLIC, 'user.setUp', async (tx) => {
      const used = (await tx.manager.query(
        `update set_up_link set used_at = now() where token_hash = $1 and user_id is null and used_at is null and expires_at > now()
          and not exists (select from user_account where role = 'admin') returning 1`, [hashToken(token)],
      )) as [unknown[], number];
      if (used[1] !== 1) throw new DomainError('INVALID', [problem('token', 'link_expired')]);
      return tx.insert(UserAccount, { name: name.trim(), email: email.trim().toLowerCase(), role: 'admin', passwordHash, country: null, language: 'es', demonstration: false });
    });
    return this.open(userId);
  }

  /**
   * Uses the link that an administrator handed over: sets its owner's password, ends their sessions and opens a new one.
   * @throws INVALID, link_expired whatever is wrong with the link
   */
  async setPassword(token: string, password: string): Promise<{ token: string; userId: string }> {
    refuseIfAny(passwordProblems('password', password));
    const passwordHash = await hashPassword(password);
    const userId = await this.work.run(PUBLIC, 'account.setPassword', async (tx) => {
      const [used] = (await tx.manager.query(
        `update set_up_link l set used_at = now() from user_account u
          where l.token_hash = $1 and l.used_at is null and l.expires_at > now() and u.id = l.user_id and u.disabled_at is null returning u.id`, [hashToken(token)],
      )) as [{ id: string }[], number];
      if (!used[0]) throw new DomainError('INVALID', [problem('token', 'link_expired')]);
      await tx.manager.query('update user_account set password_hash = $2 where id = $1', [used[0].id, passwordHash]);
      await tx.manager.query('delete from user_session where user_id = $1', [used[0].id]);
      return used[0].id;
    });
    return { token: await this.open(userId), userId };
  }

  /** The language of the viewer's pages, on every device. @throws INVALID */
  chooseLanguage(viewer: Viewer, language: string): Promise<void> {
    return this.work.run(viewer, 'account.chooseLanguage', async (tx) => {
      if (language !== 'es' && language !== 'en') throw new DomainError('INVALID', [problem('language', 'unknown_language')]);
      await tx.manager.query('update user_account set language = $2 where id = $1', [viewer.userId, language]);
    });
  }

  /** A new password ends the user's other sessions at once. @throws INVALID */
  async changePassword(viewer: Viewer, session: string, current: string, next: string): Promise<void> {
    refuseIfAny(passwordProblems('next', next));
    const user = await this.database.manager.findOneByOrFail(UserAccount, { id: viewer.userId! });
    if (!user.passwordHash || !(await passwordFits(user.passwordHash, current))) throw new DomainError('INVALID', [problem('current', 'password_wrong')]);
    const passwordHash = await hashPassword(next);
    await this.work.run(viewer, 'account.changePassword', async (tx) => {
      await tx.amend(UserAccount, user.id, user.version, { passwordHash });
      await tx.manager.query('delete from user_session where user_id = $1 and token_hash <> $2', [user.id, Buffer.from(session, 'hex')]);
    });
  }

  /** A new id at every sign-in. */
  private async open(userId: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(Date.now() + SESSION_HOURS * 3_600_000);
    await this.database.manager.insert(UserSession, { tokenHash: hashToken(token), userId, expiresAt });
    return token;
  }
}
