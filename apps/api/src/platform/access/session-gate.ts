import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PUBLIC, type Role, type Viewer } from '@tejido/domain/policy.js';
import { Statements } from '../database/statements.js';

/**
 * Behind HTTPS the prefix makes browsers insist on Secure, path / and this host alone.
 * On plain http://localhost browsers refuse that prefix, so there it has none.
 */
export const sessionCookie = (): { name: string; secure: boolean } =>
  process.env['TEJIDO_HTTPS'] === '1' ? { name: '__Host-tejido', secure: true } : { name: 'tejido', secure: false };

export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Knows who asks. Sessions live in the database, as the hash of their token: every instance sees an end at once. */
@Injectable()
export class SessionGate {
  constructor(private readonly statements: Statements) {}

  /** @returns the viewer of a request's cookies, PUBLIC when there is no living session. */
  async viewerOf(cookies: Record<string, string | undefined>): Promise<{ viewer: Viewer; session: string | null }> {
    const token = cookies[sessionCookie().name];
    if (!token || token.length > 100) return { viewer: PUBLIC, session: null };
    const hash = hashToken(token);
    const rows = await this.statements.rows<{ id: string; role: Role; country: string | null }>(LIVING_SESSION, [hash]);
    const user = rows[0];
    return user ? { viewer: { userId: user.id, role: user.role, country: user.country }, session: hash.toString('hex') } : { viewer: PUBLIC, session: null };
  }
}

// One statement: finds the user, and once in ten minutes notes that the session is in use.
const LIVING_SESSION = `
  with living as (
    select s.token_hash, s.last_seen_at, u.id, u.role, u.country from user_session s join user_account u on u.id = s.user_id
    where s.token_hash = $1 and s.expires_at > now() and u.disabled_at is null),
  seen as (
    update user_session set last_seen_at = now(), expires_at = now() + interval '12 hours'
    where token_hash in (select token_hash from living where last_seen_at < now() - interval '10 minutes') returning 1)
  select id, role, country from living`;
