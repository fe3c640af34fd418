import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { notFound, problem, refuseIfAny, type FieldProblem } from '@tejido/domain/error.js';
import { emailProblems, textProblems } from '@tejido/domain/field-problems.js';
import { ROLES, type Viewer } from '@tejido/domain/policy.js';
import { authorize } from '../../platform/access/ability.js';
import { keepNoAnswer } from '../../platform/access/request-context.js';
import { hashToken } from '../../platform/access/session-gate.js';
import { Clock } from '../../platform/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { UserAccount } from '../session/session.entity.js';
import { answeredBy, mayAnswerFor, type AnsweredRow, type UserHandoverKind } from './user-handover.reads.js';
import type { UserHandOverInput, UserInput } from './user.input.js';

const LINK_DAYS = 7;

/** A single-use link: its token is told once and kept as its hash alone. */
export interface IssuedLink { userId: string; token: string; expiresAt: string }

/** Who has an account, and as what. No e-mail is sent: an administrator hands the link over. */
@Injectable()
export class UsersService {
  constructor(private readonly work: Work, private readonly clock: Clock) {}

  /** The account has no password until its owner uses the link. @throws INVALID, DUPLICATE, FORBIDDEN */
  register(viewer: Viewer, input: UserInput): Promise<IssuedLink> {
    return this.work.run(viewer, 'user.register', async (tx) => {
      authorize(viewer, 'user.manage');
      const whole = { ...input, name: input.name ?? '', email: input.email ?? '', role: input.role ?? ('' as 'observer') };
      refuseIfAny(problemsOf(whole, whole));
      const columns = columnsOf(input);
      const id = await tx.insert(UserAccount, { ...columns, country: input.country ?? null, language: input.language ?? 'es', passwordHash: null, demonstration: false });
      return this.issueLink(tx, id);
    });
  }

  /** Another role or country ends the user's sessions at once. Absent keeps, null clears. @throws INVALID, CONFLICT_STALE, NOT_FOUND */
  amend(viewer: Viewer, id: string, version: number, input: UserInput): Promise<void> {
    return this.work.run(viewer, 'user.amend', async (tx) => {
      const before = await this.allowed(tx, viewer, id);
      refuseIfAny(problemsOf(input, { ...before, ...columnsOf(input) }));
      await tx.amend(UserAccount, id, version, columnsOf(input));
      const elsewhere = (input.role ?? before.role) !== before.role || (input.country === undefined ? before.country : input.country) !== before.country;
      if (elsewhere) await endSessions(tx, id);
    });
  }

  /**
   * Out at once, and nobody gets in with it, an unused link included. Whatever else changed meanwhile: who revokes access
   * means the person, not a version of the row. What they answered for goes to the accounts named, as far as these may see it; the rest
   * stays. @throws INVALID for the last administrator, or a successor without a working account
   */
  disable(viewer: Viewer, id: string, handOver: UserHandOverInput = {}): Promise<void> {
    return this.work.run(viewer, 'user.disable', async (tx) => {
      await this.allowed(tx, viewer, id);
      await handOverAnswered(tx, id, handOver);
      await tx.query(sql`update user_account set disabled_at = coalesce(disabled_at, ${this.clock.now()}) where id = ${id}`);
      await endSessions(tx, id);
      await tx.query(sql`delete from set_up_link where user_id = ${id} and used_at is null`);
    });
  }

  enable(viewer: Viewer, id: string): Promise<void> {
    return this.work.run(viewer, 'user.enable', async (tx) => {
      await this.allowed(tx, viewer, id);
      await tx.query(sql`update user_account set disabled_at = null where id = ${id}`);
    });
  }

  /** For whoever lost the first one, or the password. The password so far works until the link is used. @throws INVALID when disabled */
  renewLink(viewer: Viewer, id: string): Promise<IssuedLink> {
    return this.work.run(viewer, 'user.renewLink', async (tx) => {
      const user = await this.allowed(tx, viewer, id);
      if (user.disabledAt) refuseIfAny([problem('', 'wrong_stage')]);
      return this.issueLink(tx, id);
    });
  }

  /** The newest link is the only one that works. */
  private async issueLink(tx: Tx, userId: string): Promise<IssuedLink> {
    const token = randomBytes(24).toString('base64url');
    keepNoAnswer();
    await tx.query(sql`delete from set_up_link where user_id = ${userId} and used_at is null`);
    const [row] = await tx.query<{ expires_at: Date }>(sql`insert into set_up_link (token_hash, user_id, expires_at)
      values (${hashToken(token)}, ${userId}, now() + make_interval(days => ${LINK_DAYS})) returning expires_at`);
    return { userId, token, expiresAt: row!.expires_at.toISOString() };
  }

  private async allowed(tx: Tx, viewer: Viewer, id: string): Promise<UserAccount> {
    authorize(viewer, 'user.manage');
    const found = isUuid(id) ? await tx.manager.findOneBy(UserAccount, { id }) : null;
    if (!found) throw notFound();
    return found;
  }
}

const GROUPS = {
  organisation: ['organisationsTo', sql`organisation`, sql`relationship_owner_id`], agreement: ['agreementsTo', sql`agreement`, sql`responsible_id`], commitment: ['commitmentsTo', sql`commitment`, sql`owner_user_id`],
  verification: ['verificationsTo', sql`commitment`, sql`verifier_id`], agenda: ['agendaTo', sql`agenda_item`, sql`owner_user_id`],
} as const satisfies Record<UserHandoverKind, readonly [keyof UserHandOverInput, Sql, Sql]>;

async function handOverAnswered(tx: Tx, id: string, to: UserHandOverInput): Promise<void> {
  const answered = Object.values(to).some(Boolean) ? await tx.query<AnsweredRow>(answeredBy(id)) : [];
  for (const [kind, [field, table, column]] of Object.entries(GROUPS)) {
    const wanted = to[field];
    if (!wanted) continue;
    const successor = isUuid(wanted) ? await tx.manager.findOneBy(UserAccount, { id: wanted }) : null;
    if (!successor || successor.disabledAt || successor.id === id) refuseIfAny([problem(`handOver.${field}`, 'unknown_record')]);
    const viewer = { userId: successor!.id, role: successor!.role, country: successor!.country };
    const ids = answered.filter((each) => each.kind === kind && mayAnswerFor(viewer, each)).map((each) => each.id);
    await tx.query(sql`update ${table} set ${column} = ${successor!.id}::uuid where id = any(${ids}::uuid[])`);
  }
}

const endSessions = (tx: Tx, userId: string) => tx.query(sql`delete from user_session where user_id = ${userId}`);

const clean = (text: string): string => text.normalize('NFC').trim();

function columnsOf(input: UserInput): Partial<UserAccount> {
  const { name, email, role, country, language } = input;
  const given = { name: name === undefined ? undefined : clean(name), email: email === undefined ? undefined : clean(email).toLowerCase(), role, country, language };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<UserAccount>;
}

/** @param given what was typed; @param whole the account as it would be. */
function problemsOf(given: UserInput, whole: UserInput): FieldProblem[] {
  return [
    ...(given.name === undefined ? [] : textProblems('name', given.name, { max: 200, required: true })),
    ...(given.email === undefined ? [] : [...textProblems('email', given.email, { max: 200, required: true }), ...emailProblems('email', given.email.trim())]),
    ...(given.role === undefined || (ROLES.includes(given.role) && given.role !== 'public' as string) ? [] : [problem('role', given.role ? 'not_a_choice' : 'required')]),
    ...(given.language === undefined || ['es', 'en'].includes(given.language) ? [] : [problem('language', 'unknown_language')]),
    // A delegate writes what is their country's: without one they could do nothing.
    ...(whole.role === 'delegate' && !whole.country ? [problem('country', 'country_missing')] : []),
  ];
}
