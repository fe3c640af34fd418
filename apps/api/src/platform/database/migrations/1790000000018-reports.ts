import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Editions of reports, their texts, and the documents made of them. */
export class Reports1790000000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(EDITIONS);
    await runner.query(FREEZING);
    await runner.query(DOCUMENTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only move forward.');
  }
}

const EDITIONS = `
  create table report_edition (
    id uuid primary key default gen_random_uuid(),
    kind text not null check (kind in ('annual', 'quarterly')),
    from_day date not null,
    -- The cut-off, included.
    to_day date not null,
    visibility text not null default 'coalition' check (visibility in ('public', 'coalition', 'secretariat')),
    code text not null check (code ~ '^[0-9A-HJKMNP-TV-Z]{10}$'),
    state text not null default 'draft' check (state in ('draft', 'issued')),
    -- What the data was on the day of freezing; once issued, the texts too: what was hashed.
    content jsonb not null,
    snapshot_ids uuid[] not null,
    frozen_on date not null,
    frozen_by uuid references user_account (id),
    issued_on date,
    issued_by uuid references user_account (id),
    content_hash text,
    demonstration boolean not null default false,
    created_by uuid references user_account (id),
    created_at timestamptz not null default now(),
    archived_at timestamptz,
    version integer not null default 1,
    constraint report_edition_code_key unique (code),
    constraint report_edition_days check (to_day >= from_day),
    constraint report_edition_issued check ((state = 'issued') = (issued_on is not null and content_hash is not null)),
    constraint report_edition_issued_stays check (archived_at is null or state = 'draft')
  );
  create index report_edition_days_of on report_edition (to_day desc, id);
  create table report_text (
    id uuid primary key default gen_random_uuid(),
    edition_id uuid not null references report_edition (id),
    section text not null check (section ~ '^[a-z_]{1,40}$'),
    language text not null check (language in ('es', 'en')),
    body text not null default '' check (length(body) <= 6000),
    written_by uuid references user_account (id),
    written_at timestamptz not null default now(),
    version integer not null default 1,
    constraint report_text_key unique (edition_id, section, language)
  );
  select keep_history('report_edition'), keep_history('report_text');
`;

// What was issued stays as it was signed, its texts too.
const FREEZING = `
  create function issued_report_stays() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' or old.state = 'issued' then
        raise check_violation using message = 'an issued report is read only', constraint = 'report_edition_read_only', table = 'report_edition';
      end if;
      return new;
    end
  $$;
  create trigger a_read_only before update or delete on report_edition for each row execute function issued_report_stays();
  create function issued_report_text_stays() returns trigger language plpgsql as $$
    begin
      if exists (select from report_edition e where e.state = 'issued' and e.id = case when tg_op = 'DELETE' then old.edition_id else new.edition_id end) then
        raise check_violation using message = 'the texts of an issued report are read only', constraint = 'report_text_read_only', table = 'report_text';
      end if;
      return case when tg_op = 'DELETE' then old else new end;
    end
  $$;
  create trigger a_read_only before insert or update or delete on report_text for each row execute function issued_report_text_stays();
`;

// A document is made anew whenever its content changed: the newest of each kind and language is kept, and is no history.
const DOCUMENTS = `
  create table report_document (
    id uuid primary key default gen_random_uuid(),
    edition_id uuid not null references report_edition (id),
    output text not null check (output ~ '^[a-z_]{1,40}$'),
    language text not null check (language in ('es', 'en')),
    state text not null default 'waiting' check (state in ('waiting', 'making', 'ready', 'failed')),
    -- 0 to 100.
    progress smallint not null default 0 check (progress between 0 and 100),
    -- Of the content and the brand that it was made of.
    source_digest text not null default '',
    bytes bytea,
    asked_by uuid references user_account (id),
    asked_at timestamptz not null default now(),
    ready_at timestamptz,
    constraint report_document_key unique (edition_id, output, language),
    constraint report_document_ready check ((state = 'ready') = (bytes is not null))
  );
`;
