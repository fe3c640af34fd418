import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Meetings that are planned: agenda, cancelling, series; and what calendars of others know of them. */
export class Calendars1790000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PLANNING);
    await runner.query(AGENDA);
    await runner.query(SERIES);
    await runner.query(SHARING);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only move forward.');
  }
}

const PLANNING = `
  alter table meeting
    add column cancelled_on date,
    add column cancelled_reason text not null default '' check (length(cancelled_reason) <= 2000),
    -- RFC 5546: calendars take an invitation for newer when its number is higher.
    add column sequence integer not null default 0,
    add column all_day boolean not null default false,
    -- What is said of it before it takes place; what was agreed is another text.
    add column notes text not null default '' check (length(notes) <= 20000);
  create function raise_sequence() returns trigger language plpgsql as $$
    begin
      if (new.starts_at, new.ends_at, new.place, new.cancelled_on) is distinct from (old.starts_at, old.ends_at, old.place, old.cancelled_on) then
        new.sequence := greatest(new.sequence, old.sequence + 1);
      end if;
      return new;
    end
  $$;
  create trigger raise_sequence before update on meeting for each row execute function raise_sequence();
`;

const AGENDA = `
  create table agenda_item (
    id uuid primary key default gen_random_uuid(),
    meeting_id uuid not null references meeting (id) on delete cascade,
    position integer not null,
    title text not null check (title <> '' and length(title) <= 300),
    minutes integer check (minutes between 1 and 1440),
    owner_organisation_id uuid references organisation (id),
    owner_person_id uuid references person (id),
    owner_user_id uuid references user_account (id),
    constraint agenda_item_one_owner check (num_nonnulls(owner_organisation_id, owner_person_id, owner_user_id) <= 1)
  );
  create index agenda_item_of on agenda_item (meeting_id, position);
  create index agenda_item_organisation on agenda_item (owner_organisation_id);
  create index agenda_item_person on agenda_item (owner_person_id);
  select keep_history('agenda_item');
`;

const SERIES = `
  -- How meetings repeat (RFC 5545 RRULE). Its meetings are rows of their own: each may be changed, moved or cancelled by itself.
  create table meeting_series (
    id uuid primary key default gen_random_uuid(),
    rule text not null check (rule <> '' and length(rule) <= 500),
    created_at timestamptz not null default now()
  );
  alter table meeting
    add column series_id uuid references meeting_series (id),
    -- When the rule puts it; it was moved by itself when it starts at another time.
    add column series_at timestamptz,
    add constraint meeting_in_series check ((series_id is null) = (series_at is null));
  create index meeting_of_series on meeting (series_id, series_at) where series_id is not null;

  -- Which event of a foreign calendar became which meeting: the same file twice creates nothing new. Not unique in the whole register:
  -- two countries may have been invited to what the other does not see.
  create table calendar_event (
    id uuid primary key default gen_random_uuid(),
    meeting_id uuid not null references meeting (id) on delete cascade,
    uid text not null,
    -- The original time of an instance of a series; '' for none.
    recurrence text not null default '',
    sequence integer not null default 0,
    stamp text not null default '',
    -- What the calendar said, its words as digests: what was changed here since stays when it says it again.
    seen jsonb not null,
    constraint calendar_event_once unique (meeting_id)
  );
  create index calendar_event_uid on calendar_event (uid);
  select keep_history('meeting_series'), keep_history('calendar_event');
`;

const SHARING = `
  -- The address of a user's calendar, to subscribe to: whoever has it reads as that user, so only its hash is kept, and it can be taken back.
  create table calendar_address (
    user_id uuid primary key references user_account (id) on delete cascade,
    token_hash bytea not null unique,
    created_at timestamptz not null default now()
  );
  -- Who was sent which version of an invitation.
  create table invitation (
    id uuid primary key default gen_random_uuid(),
    meeting_id uuid not null references meeting (id) on delete cascade,
    person_id uuid references person (id) on delete cascade,
    organisation_id uuid references organisation (id),
    sequence integer not null,
    queued_at timestamptz not null default now(),
    constraint invitation_somebody check (num_nonnulls(person_id, organisation_id) = 1),
    constraint invitation_once unique nulls not distinct (meeting_id, person_id, organisation_id, sequence)
  );
  create index invitation_person on invitation (person_id);
  create index invitation_organisation on invitation (organisation_id);
  select keep_history('invitation');
`;
