import sql, { raw, type Sql } from 'sql-template-tag';
import { columns, many, one, type Piece, type Reading, type Shape } from '../../platform/graphql/composer.js';
import type { Selection } from '../../platform/graphql/selection.js';

/** Accounts, for those whom `user.manage` lets in; whoever else asks is turned away at the door. */
const users: Shape = {
  table: 'user_account',
  visible: () => sql`true`,
  fields: {
    ...columns('id', 'name', 'email', 'role', 'country', 'language', 'createdAt', 'disabledAt', 'version'),
    hasPassword: (row) => sql`(${row}.password_hash is not null)`,
    lastSeenAt: (row) => sql`(select max(s.last_seen_at) from user_session s where s.user_id = ${row}.id and s.expires_at > now())`,
    linkExpiresAt: (row) => sql`(select max(l.expires_at) from set_up_link l where l.user_id = ${row}.id and l.used_at is null and l.expires_at > now())`,
  },
};

/** What everybody with an account knows of the others: for choosing who owns, verifies, looks after. */
export const colleagues: Shape = {
  table: 'user_account',
  visible: (_row, { viewer }) => (viewer.role === 'public' ? sql`false` : sql`true`),
  fields: { ...columns('id', 'name', 'role', 'country'), active: (row) => sql`(${row}.disabled_at is null)` },
};

/** The colleague of a row's user column: `colleagueOf('verifier_id')`. */
export const colleagueOf = (column: string): Piece => (row, reading, selection) =>
  one(reading, colleagues, selection, { where: (user) => sql`${user}.id = ${row}.${raw(column)}` });

/** Those who can sign in, by name. */
export const colleaguesStatement = (reading: Reading, chosen: Chosen): Sql => sql`select ${many(reading, colleagues, chosen, {
  where: (row) => sql`${row}.disabled_at is null`, orderBy: (row) => sql`lower(${row}.name) collate "es-x-icu", ${row}.id`,
})} as answer`;

type Chosen = Pick<Selection, 'children'>;

/** Everybody, the disabled last. */
export const usersStatement = (reading: Reading, chosen: Chosen): Sql => sql`select ${many(reading, users, chosen, {
  where: () => sql`true`, orderBy: (row) => sql`${row}.disabled_at is not null, lower(${row}.name) collate "es-x-icu", ${row}.id`,
})} as answer`;

export const userById = (reading: Reading, id: string, chosen: Chosen): Sql =>
  sql`select ${one(reading, users, chosen, { where: (row) => sql`${row}.id = ${id}::uuid` })} as answer`;
