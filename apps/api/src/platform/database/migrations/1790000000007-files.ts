import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files live in the database, see docs/decisions/0013; evidence may be one, in versions, and may be sent back with a reason. */
export class Files1790000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FILES);
    await runner.query(EVIDENCE);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only move forward.');
  }
}

const FILES = `
  -- The same bytes are kept once, whoever uploads them. They are no history of their own: a file's row names them by their hash.
  create table file_content (
    sha256 bytea primary key check (length(sha256) = 32),
    size integer not null check (size > 0)
  );
  create table file_chunk (
    sha256 bytea not null references file_content (sha256) on delete cascade,
    position integer not null check (position >= 0),
    bytes bytea not null,
    primary key (sha256, position)
  );
  -- PDF, images and DOCX are compressed already.
  alter table file_chunk alter column bytes set storage external;

  -- Its id is random: it is the only name under which it is asked for.
  create table file (
    id uuid primary key default gen_random_uuid(),
    sha256 bytea not null references file_content (sha256),
    name text not null check (name <> '' and length(name) <= 200),
    media_type text not null,
    size integer not null check (size > 0),
    uploaded_by uuid references user_account (id),
    uploaded_at timestamptz not null default now(),
    -- A record has made it its own. What nobody claims within a day is taken away.
    claimed boolean not null default false
  );
  create index file_sha256 on file (sha256);
  create index file_unclaimed on file (uploaded_at) where not claimed;
  select keep_history('file');
`;

const EVIDENCE = `
  alter table evidence
    add column file_id uuid references file (id),
    add column returned_by uuid references user_account (id),
    add column returned_on date,
    add column return_reason text check (return_reason <> '' and length(return_reason) <= 1000),
    drop constraint evidence_found_somewhere,
    add constraint evidence_found_somewhere check (num_nonnulls(address, archive_reference, file_id) >= 1),
    add constraint evidence_returned_whole check (num_nonnulls(returned_on, return_reason) in (0, 2)),
    add constraint evidence_one_verdict check (num_nonnulls(verified_on, returned_on) <= 1);
  create index evidence_file on evidence (file_id) where file_id is not null;
  create index evidence_waiting on evidence (added_on, id) where verified_on is null and returned_on is null;

  -- What evidence was before it was replaced: it stays reachable, with who had verified it.
  create table evidence_version (
    id uuid primary key default gen_random_uuid(),
    evidence_id uuid not null references evidence (id) on delete cascade,
    title text not null,
    address text,
    archive_reference text,
    file_id uuid references file (id),
    added_by uuid references user_account (id),
    added_on date not null,
    verified_by uuid references user_account (id),
    verified_on date,
    returned_by uuid references user_account (id),
    returned_on date,
    return_reason text,
    replaced_at timestamptz not null default now(),
    -- The coalition's day: as known before it, this version stands.
    replaced_on date not null default current_date
  );
  create index evidence_version_evidence on evidence_version (evidence_id, replaced_at);
  create index evidence_version_file on evidence_version (file_id) where file_id is not null;
  select keep_history('evidence_version');
`;
