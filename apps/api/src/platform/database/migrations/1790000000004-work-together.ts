import type { MigrationInterface, QueryRunner } from 'typeorm';
import { recordColumns } from './1790000000003-register.js';

/** What partners do together: meetings, commitments, joint activities, proposals, dissemination, evidence, snapshots. */
export class WorkTogether1790000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(MEETINGS);
    await runner.query(COMMITMENTS);
    await runner.query(ACTIVITIES);
    await runner.query(RESOURCES);
    await runner.query(EVIDENCE);
    await runner.query(SNAPSHOTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only move forward.');
  }
}

const MEETINGS = `
  create table meeting (
    id uuid primary key default gen_random_uuid(),
    title text not null check (title <> '' and length(title) <= 300),
    -- What lists and the search look in: folding at each search would read every text of the register. Misspelt words are looked
    -- for in titles alone: likeness in long texts costs too much and finds too much.
    search_text text generated always as (fold(title)) stored,
    kind text not null references meeting_kind (code),
    mode text not null default 'in_person' check (mode in ('in_person', 'virtual', 'hybrid')),
    starts_at timestamptz not null,
    ends_at timestamptz,
    time_zone text not null,
    place text not null default '',
    place_country text references country (code),
    agreed text not null default '',
    themes text[] not null default '{}',
    strategy_activity text references strategy_activity (code),
    agreement_id uuid references agreement (id),
    recorded_on date not null default current_date,
    full_text text generated always as (fold(title || ' ' || agreed)) stored,
    ${recordColumns('meeting')},
    constraint meeting_times check (ends_at >= starts_at)
  );
  create index meeting_search_text on meeting using gin (search_text gin_trgm_ops);
  create index meeting_full_text on meeting using gin (full_text gin_trgm_ops);
  create index meeting_when on meeting (starts_at, id) where archived_at is null;
  create trigger codes before insert or update of themes on meeting for each row execute function assert_codes('themes', 'theme');
  create table attendance (
    id uuid primary key default gen_random_uuid(),
    meeting_id uuid not null references meeting (id) on delete cascade,
    person_id uuid references person (id),
    organisation_id uuid references organisation (id),
    presence text not null default 'present' check (presence in ('present', 'excused', 'on_behalf')),
    constraint attendance_somebody check (num_nonnulls(person_id, organisation_id) >= 1),
    constraint attendance_once unique nulls not distinct (meeting_id, person_id, organisation_id)
  );
  create index attendance_person on attendance (person_id);
  create index attendance_organisation on attendance (organisation_id);
  create table minutes (
    meeting_id uuid primary key references meeting (id) on delete cascade,
    body text not null default '',
    state text not null default 'draft' check (state in ('draft', 'circulated', 'approved')),
    circulated_on date,
    approved_on date,
    approved_by uuid references user_account (id),
    content_hash text,
    version integer not null default 1,
    constraint minutes_approved check ((state = 'approved') = (content_hash is not null and approved_on is not null))
  );
  create function approved_minutes_stay() returns trigger language plpgsql as $$
    begin
      if old.state = 'approved' then
        raise check_violation using message = 'approved minutes are read only', constraint = 'minutes_read_only', table = 'minutes';
      end if;
      return case when tg_op = 'DELETE' then old else new end;
    end
  $$;
  create trigger a_read_only before update or delete on minutes for each row execute function approved_minutes_stay();
  select keep_history('meeting'), keep_history('attendance'), keep_history('minutes');
`;

const COMMITMENTS = `
  create table commitment (
    id uuid primary key default gen_random_uuid(),
    text text not null check (text <> '' and length(text) <= 2000),
    owner_organisation_id uuid references organisation (id),
    owner_person_id uuid references person (id),
    owner_user_id uuid references user_account (id),
    beneficiary_organisation_id uuid references organisation (id),
    due_on date,
    first_due_on date,
    meeting_id uuid references meeting (id),
    agreement_id uuid references agreement (id),
    fulfilled_on date,
    fulfilled_by uuid references user_account (id),
    verified_on date,
    verified_by uuid references user_account (id),
    cancelled_on date,
    recorded_on date not null default current_date,
    ${recordColumns('commitment')},
    constraint commitment_somebody_owes check (num_nonnulls(owner_organisation_id, owner_person_id, owner_user_id) >= 1),
    constraint commitment_verified_after check (verified_on is null or fulfilled_on is not null),
    constraint commitment_one_end check (num_nonnulls(fulfilled_on, cancelled_on) <= 1),
    constraint commitment_verified_by_another check (verified_by is null or (verified_by is distinct from owner_user_id and verified_by is distinct from fulfilled_by))
  );
  create index commitment_due on commitment (due_on, id) where archived_at is null and fulfilled_on is null and cancelled_on is null;
  create index commitment_meeting on commitment (meeting_id);
  create index commitment_agreement on commitment (agreement_id);
  create index commitment_owner on commitment (owner_organisation_id);
  create index commitment_beneficiary on commitment (beneficiary_organisation_id);
  create table commitment_postponement (
    id uuid primary key default gen_random_uuid(),
    commitment_id uuid not null references commitment (id) on delete cascade,
    from_day date,
    to_day date not null,
    reason text not null default '',
    recorded_on date not null default current_date,
    constraint commitment_postponement_later check (to_day > from_day)
  );
  create index commitment_postponement_of on commitment_postponement (commitment_id);
  select keep_history('commitment'), keep_history('commitment_postponement');
`;

const ACTIVITIES = `
  create table activity (
    id uuid primary key default gen_random_uuid(),
    title text not null check (title <> '' and length(title) <= 500),
    title_en text check (length(title_en) <= 500),
    search_text text generated always as (fold(title || ' ' || coalesce(title_en, ''))) stored,
    kind text not null references activity_kind (code),
    status text not null default 'planned' check (status in ('planned', 'under_way', 'done', 'cancelled')),
    summary text not null default '',
    starts_on date,
    ends_on date,
    parent_id uuid references activity (id),
    strategy_activity text references strategy_activity (code),
    axis text references axis (code),
    agreement_id uuid references agreement (id),
    countries text[] not null default '{}',
    themes text[] not null default '{}',
    sdgs integer[] not null default '{}',
    recorded_on date not null default current_date,
    full_text text generated always as (fold(title || ' ' || coalesce(title_en, '') || ' ' || summary)) stored,
    ${recordColumns('activity')},
    constraint activity_days check (ends_on >= starts_on),
    constraint activity_done_has_end check (status <> 'done' or ends_on is not null),
    constraint activity_not_own_parent check (parent_id <> id),
    constraint activity_sdgs_known check (sdgs <@ array[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17])
  );
  create index activity_when on activity (coalesce(starts_on, '0001-01-01'::date), id) where archived_at is null;
  create index activity_ends on activity (ends_on);
  create index activity_parent on activity (parent_id);
  create index activity_search_text on activity using gin (search_text gin_trgm_ops);
  create index activity_full_text on activity using gin (full_text gin_trgm_ops);
  create trigger codes before insert or update of countries, themes on activity for each row
    execute function assert_codes('countries', 'country', 'themes', 'theme');
  create constraint trigger no_parent_cycle after insert or update of parent_id on activity for each row
    when (new.parent_id is not null) execute function refuse_cycle('parent_id');
  create table participation (
    id uuid primary key default gen_random_uuid(),
    activity_id uuid not null references activity (id) on delete cascade,
    organisation_id uuid not null references organisation (id),
    role text not null references activity_role (code),
    constraint participation_once unique (activity_id, organisation_id, role)
  );
  create index participation_organisation on participation (organisation_id);
  select keep_history('activity'), keep_history('participation');
`;

const RESOURCES = `
  create table proposal (
    id uuid primary key default gen_random_uuid(),
    title text not null check (title <> '' and length(title) <= 500),
    stage text not null default 'drafting' check (stage in ('drafting', 'submitted', 'approved', 'rejected', 'withdrawn')),
    amount numeric check (amount >= 0),
    currency text check (currency ~ '^[A-Z]{3}$'),
    deadline date,
    submitted_on date,
    decided_on date,
    strategy_activity text references strategy_activity (code),
    recorded_on date not null default current_date,
    ${recordColumns('proposal')},
    constraint proposal_amount_currency check ((amount is null) = (currency is null)),
    constraint proposal_days check (decided_on >= submitted_on),
    constraint proposal_submitted check (stage = 'drafting' or stage = 'withdrawn' or submitted_on is not null)
  );
  create table proposal_partner (
    id uuid primary key default gen_random_uuid(),
    proposal_id uuid not null references proposal (id) on delete cascade,
    organisation_id uuid not null references organisation (id),
    role text not null check (role in ('funder', 'co_author')),
    constraint proposal_partner_once unique (proposal_id, organisation_id, role)
  );
  create table dissemination (
    id uuid primary key default gen_random_uuid(),
    audience text not null references audience (code),
    message text not null check (message <> ''),
    product text references product (code),
    medium text not null references medium (code),
    sent_on date not null,
    organisation_id uuid references organisation (id),
    recipients text not null default '' check (length(recipients) <= 500),
    strategy_activity text references strategy_activity (code),
    recorded_on date not null default current_date,
    ${recordColumns('dissemination')}
  );
  create index proposal_partner_organisation on proposal_partner (organisation_id);
  create index dissemination_organisation on dissemination (organisation_id);
  create index dissemination_sent on dissemination (sent_on desc, id) where archived_at is null;
  select keep_history('proposal'), keep_history('proposal_partner'), keep_history('dissemination');
`;

const EVIDENCE = `
  create table evidence (
    id uuid primary key default gen_random_uuid(),
    agreement_id uuid references agreement (id) on delete cascade,
    activity_id uuid references activity (id) on delete cascade,
    title text not null check (title <> '' and length(title) <= 300),
    address text check (address ~ '^https?://'),
    archive_reference text,
    added_by uuid references user_account (id),
    added_on date not null default current_date,
    verified_by uuid references user_account (id),
    verified_on date,
    version integer not null default 1,
    constraint evidence_one_subject check (num_nonnulls(agreement_id, activity_id) = 1),
    constraint evidence_found_somewhere check (num_nonnulls(address, archive_reference) >= 1),
    constraint evidence_verified_by_another check (verified_by is null or verified_by is distinct from added_by),
    constraint evidence_verified_pair check (verified_by is null or verified_on is not null)
  );
  create index evidence_agreement on evidence (agreement_id);
  create index evidence_activity on evidence (activity_id);
  select keep_history('evidence');
`;

const SNAPSHOTS = `
  create table snapshot (
    id uuid primary key default gen_random_uuid(),
    indicator text not null references indicator (code),
    on_day date,
    from_day date,
    to_day date,
    known_on date not null,
    value numeric not null,
    counted jsonb not null,
    excluded jsonb not null,
    definition jsonb not null,
    content_hash text not null,
    proposed_by uuid not null references user_account (id),
    proposed_at timestamptz not null default now(),
    approved_by uuid references user_account (id),
    approved_at timestamptz,
    constraint snapshot_period check ((on_day is not null) <> (from_day is not null and to_day is not null)),
    constraint snapshot_days check (to_day >= from_day),
    constraint snapshot_approved_by_another check (approved_by is null or approved_by <> proposed_by)
  );
  -- What was published stays published: only the approval may be added, once.
  create function snapshot_is_frozen() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' or old.approved_at is not null
        or to_jsonb(old) - '{approved_by,approved_at}'::text[] <> to_jsonb(new) - '{approved_by,approved_at}'::text[] then
        raise check_violation using message = 'a snapshot is frozen', constraint = 'snapshot_frozen', table = 'snapshot';
      end if;
      return new;
    end
  $$;
  create trigger frozen before update or delete on snapshot for each row execute function snapshot_is_frozen();
  select keep_history('snapshot');

  -- Every record that names a term (parts that are written anew with their record have no version of their own).
  do $$
    declare choice record;
    begin
      for choice in select c.conrelid::regclass as owner, a.attname as named, c.confrelid::regclass as terms
        from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
        where c.contype = 'f' and exists (select from pg_attribute r where r.attrelid = c.confrelid and r.attname = 'retired')
          and exists (select from pg_attribute v where v.attrelid = c.conrelid and v.attname = 'version')
          and not exists (select from pg_attribute r where r.attrelid = c.conrelid and r.attname = 'retired')
      loop
        execute format('create trigger %I before insert or update of %I on %s for each row execute function refuse_retired(%L, %L)',
          'retired_' || choice.named, choice.named, choice.owner, choice.named, choice.terms);
      end loop;
    end
  $$;
`;
