import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The coalition, its strategy, accounts and sessions. */
export class StrategyAndPeople1790000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COALITION);
    await runner.query(STRATEGY);
    await runner.query(ACCOUNTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only move forward.');
  }
}

const COALITION = `
  create table coalition (
    id smallint primary key default 1 check (id = 1),
    acronym text not null,
    name_es text not null,
    name_en text not null,
    official_since smallint,
    time_zone text not null default 'America/Guatemala',
    demonstration boolean not null default false,
    version integer not null default 1
  );
  create table membership (
    id uuid primary key default gen_random_uuid(),
    country text not null references country (code),
    member_from date not null,
    member_to date,
    constraint membership_days check (member_to > member_from),
    constraint membership_once exclude using gist (country with =, daterange(member_from, member_to) with &&)
  );
  create table presidency_term (
    id uuid primary key default gen_random_uuid(),
    country text not null references country (code),
    from_day date not null,
    to_day date,
    version integer not null default 1,
    constraint presidency_term_days check (to_day > from_day),
    constraint presidency_term_one_at_a_time exclude using gist (daterange(from_day, to_day) with &&)
  );
  select keep_history('coalition'), keep_history('membership'), keep_history('presidency_term');
`;

const STRATEGY = `
  create table strategy (
    code text primary key,
    title_es text not null,
    title_en text not null,
    from_year smallint not null,
    to_year smallint not null,
    content_plan jsonb not null default '[]',
    constraint strategy_years check (to_year >= from_year)
  );
  create table axis (
    code text primary key,
    strategy text not null references strategy (code),
    position smallint not null,
    label_es text not null,
    label_en text not null,
    tactic_es text not null,
    tactic_en text not null,
    from_year smallint not null,
    to_year smallint not null
  );
  create table indicator (
    code text primary key check (code ~ '^[a-z0-9_]{1,60}$'),
    label_es text not null,
    label_en text not null,
    nature text not null check (nature in ('stock', 'flow')),
    source text not null check (source in ('alliances', 'joint_activities', 'by_hand')),
    unit text not null default 'ally' check (unit in ('ally', 'instrument', 'activity', 'other')),
    definition_es text not null default '',
    definition_en text not null default '',
    baseline_on date,
    baseline_value numeric,
    definition_version integer not null default 1,
    version integer not null default 1
  );
  create table result (
    code text primary key,
    axis text not null references axis (code),
    position smallint not null,
    label_es text not null,
    label_en text not null,
    indicator text references indicator (code)
  );
  create table strategy_activity (
    code text primary key,
    axis text not null references axis (code),
    position smallint not null,
    label_es text not null,
    label_en text not null,
    from_day date not null,
    to_day date not null,
    constraint strategy_activity_days check (to_day >= from_day)
  );
  create table target (
    indicator text not null references indicator (code),
    year smallint not null check (year between 2000 and 2100),
    value numeric not null,
    rationale text,
    version integer not null default 1,
    primary key (indicator, year)
  );
  create table commemorative_date (
    month_day text primary key check (month_day ~ '^[0-1][0-9]-[0-3][0-9]$'),
    label_es text not null,
    label_en text not null
  );
  select keep_history('strategy'), keep_history('axis'), keep_history('indicator'), keep_history('result'),
    keep_history('strategy_activity'), keep_history('target'), keep_history('commemorative_date');
`;

const ACCOUNTS = `
  create table user_account (
    id uuid primary key default gen_random_uuid(),
    email text not null check (email = lower(email) and email like '%_@_%'),
    name text not null check (name <> ''),
    role text not null check (role in ('admin', 'secretariat', 'delegate', 'presidency', 'observer')),
    country text references country (code),
    language text not null default 'es' check (language in ('es', 'en')),
    -- Null until its owner has used the link that an administrator handed over.
    password_hash text,
    demonstration boolean not null default false,
    disabled_at timestamptz,
    created_at timestamptz not null default now(),
    version integer not null default 1,
    constraint user_account_email_key unique (email),
    constraint user_account_delegate_country check (role <> 'delegate' or country is not null)
  );
  create table user_session (
    token_hash bytea primary key,
    user_id uuid not null references user_account (id) on delete cascade,
    created_at timestamptz not null default now(),
    last_seen_at timestamptz not null default now(),
    expires_at timestamptz not null
  );
  create index user_session_user on user_session (user_id);
  -- The register can always be administered: whoever is the last to do so stays able to.
  create function an_administrator_stays() returns trigger language plpgsql as $$
    begin
      if not exists (select from user_account where role = 'admin' and disabled_at is null) then
        raise check_violation using message = 'the last administrator', constraint = 'user_account_last_administrator', table = 'user_account';
      end if;
      return null;
    end
  $$;
  create trigger an_administrator_stays after update of role, disabled_at on user_account for each row
    when (old.role = 'admin' and old.disabled_at is null and (new.role <> 'admin' or new.disabled_at is not null)) execute function an_administrator_stays();
  -- Single use. With a user it sets that user's password; without one it makes the first administrator.
  create table set_up_link (
    token_hash bytea primary key,
    user_id uuid references user_account (id) on delete cascade,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at timestamptz
  );
  -- The shape that rate-limiter-flexible expects of its PostgreSQL store.
  create table sign_in_attempt (key varchar(255) primary key, points integer not null default 0, expire bigint);
  select keep_history('user_account');
`;
