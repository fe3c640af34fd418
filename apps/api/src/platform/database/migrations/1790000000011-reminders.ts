import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mail that waits to be sent, what is due for whom, and how each person wants to be told. */
export class Reminders1790000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(OUTBOX);
    await runner.query(NOTIFICATIONS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only move forward.');
  }
}

// No history is kept of these tables: they are the machine's, and the audit trail would keep the personal values that an outbox must be able to forget.
const OUTBOX = `
  create table outbox_mail (
    id uuid primary key default gen_random_uuid(),
    -- What it is, so that the same is never queued twice: 'digest 2026-W48 <user>'.
    once_key text not null unique,
    kind text not null,
    message_id text not null unique,
    to_email text not null,
    to_name text not null default '',
    subject text not null,
    body_text text not null,
    body_html text not null,
    preferences_address text,
    queued_at timestamptz not null default now(),
    -- Who works on it, until when; a worker that died lets go by itself.
    claimed_by uuid,
    claimed_until timestamptz,
    attempts smallint not null default 0,
    next_attempt_at timestamptz not null default now(),
    last_problem text,
    -- Everything but the last line of the message is with the mail server. From here until sent_at nobody can know whether it was accepted.
    handed_over_at timestamptz,
    sent_at timestamptz,
    sent_by text check (sent_by in ('smtp', 'mailbox')),
    failed_at timestamptz,
    erased_at timestamptz,
    constraint outbox_mail_one_end check (num_nonnulls(sent_at, failed_at) <= 1),
    constraint outbox_mail_sent_somehow check ((sent_at is null) = (sent_by is null))
  );
  create index outbox_mail_waiting on outbox_mail (next_attempt_at) where sent_at is null and failed_at is null;
  create index outbox_mail_order on outbox_mail (queued_at desc, id);
  create index outbox_mail_to on outbox_mail (to_email);
  create table outbox_attachment (
    mail_id uuid not null references outbox_mail (id) on delete cascade,
    position smallint not null,
    name text not null check (name <> '' and length(name) <= 200),
    media_type text not null,
    content bytea not null,
    primary key (mail_id, position)
  );
`;

const NOTIFICATIONS = `
  create table notification (
    id uuid primary key default gen_random_uuid(),
    user_id uuid not null references user_account (id) on delete cascade,
    kind text not null,
    subject_table text not null,
    subject_id uuid not null,
    -- Days left when it is told (90, 60 … 0); -1 once it is overdue; null for what has no day.
    threshold smallint,
    due_on date,
    -- One cause and threshold is told once: the day that it is about, so that a postponed day tells anew.
    cause text not null,
    created_at timestamptz not null default now(),
    read_at timestamptz,
    -- The cause is over; it comes back unread only with another cause.
    resolved_at timestamptz,
    constraint notification_once unique (user_id, kind, subject_id, cause)
  );
  create index notification_open on notification (user_id, created_at desc, id) where resolved_at is null;
  -- What the reminders were last worked out from: nothing to do until something was written or another day has begun.
  create table reminder_state (
    id smallint primary key default 1 check (id = 1),
    day date not null,
    last_entry bigint not null
  );
  -- How somebody wants to be told by e-mail; no row is weekly.
  create table reminder_preference (
    user_id uuid primary key references user_account (id) on delete cascade,
    digest text not null check (digest in ('daily', 'weekly', 'never'))
  );
  -- A period's digest was made, or there was nothing to tell: once, whichever instance came first.
  create table digest (
    user_id uuid not null references user_account (id) on delete cascade,
    period text not null,
    made_at timestamptz not null default now(),
    mail_id uuid references outbox_mail (id) on delete set null,
    primary key (user_id, period)
  );
  select keep_history('reminder_preference');
`;
