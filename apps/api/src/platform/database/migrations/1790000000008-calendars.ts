import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Meetings that are planned: agenda, cancelling, series; and what calendars of others know of them. */
export class Calendars1790000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PLANNING);
    await runner.query(AGENDA);
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
    add column sequence integer not null default 0;
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
