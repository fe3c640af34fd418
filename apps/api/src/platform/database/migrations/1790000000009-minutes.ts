import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Minutes in sections with decisions and observations, their approved versions, on whose behalf somebody attended, and the letterhead. */
export class Minutes1790000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("select set_config('tejido.actor', ':migration', true), set_config('tejido.action', 'minutes.migrate', true)");
    await runner.query(ROUNDS);
    await runner.query(SECTIONS);
    await runner.query(OBSERVATIONS);
    await runner.query(VERSIONS);
    await runner.query(OLD_BODIES);
    await runner.query(FREEZING);
    await runner.query(LETTERHEAD);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only move forward.');
  }
}

const ROUNDS = `
  alter table minutes
    add column circulated_by uuid references user_account (id),
    -- The window's last day, included.
    add column observations_until date,
    -- Each circulation is a round: who agreed with an earlier text has not agreed with this one.
    add column round integer not null default 0;
  alter table attendance
    add column on_behalf_of_person_id uuid references person (id),
    add column on_behalf_of_organisation_id uuid references organisation (id),
    add constraint attendance_on_behalf check (presence = 'on_behalf' or num_nonnulls(on_behalf_of_person_id, on_behalf_of_organisation_id) = 0),
    add constraint attendance_on_behalf_of_one check (num_nonnulls(on_behalf_of_person_id, on_behalf_of_organisation_id) <= 1);
  create index attendance_on_behalf_of_person on attendance (on_behalf_of_person_id) where on_behalf_of_person_id is not null;
  create index attendance_on_behalf_of_organisation on attendance (on_behalf_of_organisation_id) where on_behalf_of_organisation_id is not null;
`;

// A section is what one person writes at a time: it has its own version, so that two who write different points never meet.
const SECTIONS = `
  create table minutes_section (
    id uuid primary key default gen_random_uuid(),
    meeting_id uuid not null references minutes (meeting_id) on delete cascade,
    agenda_item_id uuid references agenda_item (id) on delete set null,
    position integer not null,
    title text not null default '' check (length(title) <= 300),
    content jsonb not null default '{"type":"doc","content":[{"type":"paragraph"}]}' check (content ->> 'type' = 'doc'),
    text text not null default '',
    full_text text generated always as (fold(title || ' ' || text)) stored,
    visibility text check (visibility in ('country', 'secretariat')),
    updated_at timestamptz not null default now(),
    updated_by uuid references user_account (id),
    version integer not null default 1
  );
  create index minutes_section_of on minutes_section (meeting_id, position);
  create unique index minutes_section_agenda_item on minutes_section (agenda_item_id);
  create index minutes_section_full_text on minutes_section using gin (full_text gin_trgm_ops);
  create table decision (
    id uuid primary key default gen_random_uuid(),
    meeting_id uuid not null references minutes (meeting_id) on delete cascade,
    section_id uuid not null references minutes_section (id) on delete cascade,
    position integer not null,
    text text not null check (text <> '' and length(text) <= 2000),
    visibility text check (visibility in ('country', 'secretariat')),
    version integer not null default 1
  );
  create index decision_meeting on decision (meeting_id, position);
  create index decision_section on decision (section_id);
  alter table commitment add column section_id uuid references minutes_section (id) on delete set null;
  create index commitment_section on commitment (section_id) where section_id is not null;
  select keep_history('minutes_section'), keep_history('decision');
`;

const OBSERVATIONS = `
  create table minutes_observation (
    id uuid primary key default gen_random_uuid(),
    meeting_id uuid not null references minutes (meeting_id) on delete cascade,
    round integer not null,
    section_id uuid references minutes_section (id) on delete cascade,
    author_id uuid not null references user_account (id),
    text text not null check (text <> '' and length(text) <= 4000),
    made_on date not null default current_date,
    made_at timestamptz not null default now(),
    outcome text check (outcome in ('accepted', 'rejected', 'answered')),
    answer text not null default '' check (length(answer) <= 4000),
    answered_by uuid references user_account (id),
    answered_on date,
    constraint minutes_observation_answered check ((outcome is null) = (answered_on is null))
  );
  create index minutes_observation_of on minutes_observation (meeting_id, made_at);
  create table minutes_agreement (
    meeting_id uuid not null references minutes (meeting_id) on delete cascade,
    round integer not null,
    user_id uuid not null references user_account (id),
    agreed_on date not null default current_date,
    primary key (meeting_id, round, user_id)
  );
  select keep_history('minutes_observation'), keep_history('minutes_agreement');
`;

// What was approved: the whole content, which names records by their ids alone, so that a person's name can be erased and the hash holds.
const VERSIONS = `
  create table minutes_version (
    id uuid primary key default gen_random_uuid(),
    meeting_id uuid not null references minutes (meeting_id) on delete cascade,
    number integer not null,
    -- 1: title, what was agreed and one text, as minutes were until they had sections. 2: see minutes-content.reads.ts.
    form smallint not null default 2 check (form in (1, 2)),
    -- Kept as the text that was hashed: jsonb would turn its keys and numbers round.
    content text not null,
    content_hash text not null check (content_hash = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
    approved_on date not null,
    approved_by uuid references user_account (id),
    reopened_on date,
    reopened_by uuid references user_account (id),
    reopened_reason text not null default '' check (length(reopened_reason) <= 2000),
    constraint minutes_version_once unique (meeting_id, number),
    constraint minutes_version_reason check ((reopened_on is null) = (reopened_reason = ''))
  );
  create function minutes_version_stays() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' or old.reopened_on is not null
        or to_jsonb(old) - '{reopened_on,reopened_by,reopened_reason}'::text[] <> to_jsonb(new) - '{reopened_on,reopened_by,reopened_reason}'::text[] then
        raise check_violation using message = 'an approved version stays', constraint = 'minutes_read_only', table = 'minutes';
      end if;
      return new;
    end
  $$;
  create trigger a_stays before update or delete on minutes_version for each row execute function minutes_version_stays();
  select keep_history('minutes_version');
`;

// The one text becomes one section of paragraphs; of what was approved the old content is kept as its first version.
const OLD_BODIES = `
  alter table minutes disable trigger a_read_only;
  insert into minutes_section (meeting_id, position, content, text)
    select m.meeting_id, 1, jsonb_build_object('type', 'doc', 'content', coalesce((
        select jsonb_agg(jsonb_build_object('type', 'paragraph', 'content', (
            select jsonb_agg(part order by line.at, part ->> 'type')
            from regexp_split_to_table(stretch.text, E'\\n') with ordinality line (text, at),
              lateral (select jsonb_build_object('type', 'hardBreak') part where line.at > 1
                union all select jsonb_build_object('type', 'text', 'text', line.text) where line.text <> '') parts)) order by stretch.at)
          from regexp_split_to_table(m.body, E'\\n\\\\s*\\n') with ordinality stretch (text, at) where trim(stretch.text, E' \\n\\t') <> ''),
        '[{"type":"paragraph"}]')), m.body
    from minutes m;
  insert into minutes_version (meeting_id, number, form, content, content_hash, approved_on, approved_by)
    select m.meeting_id, 1, 1, old.content, encode(sha256(convert_to(old.content, 'UTF8')), 'hex'), m.approved_on, m.approved_by
    from minutes m join meeting t on t.id = m.meeting_id,
      lateral (select '[' || to_json(t.id::text) || ',' || to_json(t.title) || ',' || to_json(t.agreed) || ',' || to_json(m.body) || ']' as content) old
    where m.state = 'approved';
  update minutes set round = 1, observations_until = circulated_on + 7 where state <> 'draft';
  alter table minutes enable trigger a_read_only;
  alter table minutes drop column body;
  alter table minutes add constraint minutes_window check (state = 'draft' or observations_until >= circulated_on);
`;

const FREEZING = `
  -- Approved minutes change only by being reopened, and then their version says who did it, when and why.
  create or replace function approved_minutes_stay() returns trigger language plpgsql as $$
    begin
      if old.state = 'approved' and not (tg_op = 'UPDATE' and new.state = 'draft' and exists (select from minutes_version v
        where v.meeting_id = old.meeting_id and v.content_hash = old.content_hash and v.reopened_on is not null)) then
        raise check_violation using message = 'approved minutes are read only', constraint = 'minutes_read_only', table = 'minutes';
      end if;
      if tg_op = 'UPDATE' and new.state = 'approved' and not exists (select from minutes_version v
        where v.meeting_id = new.meeting_id and v.content_hash = new.content_hash and v.reopened_on is null) then
        raise check_violation using message = 'approved minutes keep their version', constraint = 'minutes_version_missing', table = 'minutes';
      end if;
      return case when tg_op = 'DELETE' then old else new end;
    end
  $$;
  -- Sections and decisions are written in a draft alone: what is under observation does not change below the observer.
  create function only_in_a_draft() returns trigger language plpgsql as $$
    begin
      -- A point taken off the agenda leaves its section as it is.
      if tg_op = 'UPDATE' and to_jsonb(new) - '{agenda_item_id,version,full_text}'::text[] = to_jsonb(old) - '{agenda_item_id,version,full_text}'::text[] then return new; end if;
      if exists (select from minutes m where m.state <> 'draft' and m.meeting_id in (
        (case when tg_op <> 'INSERT' then old.meeting_id end), (case when tg_op <> 'DELETE' then new.meeting_id end))) then
        raise check_violation using message = 'only in a draft', constraint = 'minutes_read_only', table = tg_table_name;
      end if;
      return case when tg_op = 'DELETE' then old else new end;
    end
  $$;
  create trigger a_draft before insert or update or delete on minutes_section for each row execute function only_in_a_draft();
  create trigger a_draft before insert or update or delete on decision for each row execute function only_in_a_draft();
  -- Who was there is part of what was approved. Organisations that are merged and people who are erased are not another attendance.
  create function approved_attendance_stays() returns trigger language plpgsql as $$
    begin
      if coalesce(current_setting('tejido.action', true), '') ~ '^(organisation|person)\\.' then return case when tg_op = 'DELETE' then old else new end; end if;
      if exists (select from minutes m where m.state = 'approved' and m.meeting_id in (
        (case when tg_op <> 'INSERT' then old.meeting_id end), (case when tg_op <> 'DELETE' then new.meeting_id end))) then
        raise check_violation using message = 'the attendance of approved minutes is read only', constraint = 'attendance_read_only', table = 'attendance';
      end if;
      return case when tg_op = 'DELETE' then old else new end;
    end
  $$;
  create trigger a_read_only before insert or update or delete on attendance for each row execute function approved_attendance_stays();
  -- What was promised there is worded and owed as it was approved; it is still postponed, fulfilled, verified or cancelled.
  create function approved_commitment_stays() returns trigger language plpgsql as $$
    begin
      if (new.text, new.section_id, new.meeting_id) is distinct from (old.text, old.section_id, old.meeting_id)
        and coalesce(current_setting('tejido.action', true), '') !~ '^(organisation|person)\\.'
        and exists (select from minutes m where m.state = 'approved' and m.meeting_id in (old.meeting_id, new.meeting_id)) then
        raise check_violation using message = 'what approved minutes record is read only', constraint = 'commitment_read_only', table = 'commitment';
      end if;
      return new;
    end
  $$;
  create trigger a_read_only before update on commitment for each row execute function approved_commitment_stays();
`;

const LETTERHEAD = `
  alter table coalition
    add column address_line text not null default '' check (length(address_line) <= 300),
    add column logo bytea check (octet_length(logo) <= 300000);
`;
