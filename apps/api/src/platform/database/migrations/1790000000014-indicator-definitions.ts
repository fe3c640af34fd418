import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Definitions of indicators in versions, whose parameters drive the count. */
export class IndicatorDefinitions1790000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DEFINITIONS);
    await runner.query(FIRST_VERSIONS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only move forward.');
  }
}

// indicator.unit, definition_es, definition_en and definition_version are read no more: a later migration drops them, when no older instance can be running.
const DEFINITIONS = `
  create table indicator_definition (
    id uuid primary key default gen_random_uuid(),
    indicator text not null references indicator (code),
    number integer not null check (number >= 1),
    -- The first day that it is counted by: an approved version holds until a newer one does.
    valid_from date not null,
    unit text not null check (unit in ('ally', 'instrument', 'activity', 'encounter', 'proposal', 'publication', 'other')),
    -- Null: every kind that is an instrument.
    agreement_kinds text[],
    verified_only boolean not null default true,
    roll_up_offices boolean not null default true,
    direction text not null default 'increase' check (direction in ('increase', 'decrease', 'maintain')),
    responsible_role text check (responsible_role in ('secretariat', 'presidency', 'delegate', 'admin')),
    frequency text check (frequency in ('monthly', 'quarterly', 'half_yearly', 'yearly')),
    -- { definition, inclusions, exclusions, unit, means, limitations }, each { es, en }.
    texts jsonb not null default '{}' check (jsonb_typeof(texts) = 'object'),
    -- Why it was changed.
    reason text not null default '' check (length(reason) <= 1000),
    proposed_by uuid references user_account (id),
    proposed_at timestamptz not null default now(),
    approved_by uuid references user_account (id),
    approved_at timestamptz,
    -- The minutes that it was approved in.
    approved_in text not null default '' check (length(approved_in) <= 300),
    approved_meeting_id uuid references meeting (id),
    version integer not null default 1,
    constraint indicator_definition_number unique (indicator, number),
    constraint indicator_definition_approved_by_another check (approved_by is null or approved_by is distinct from proposed_by),
    constraint indicator_definition_approved_pair check (approved_by is null or approved_at is not null)
  );
  -- One proposal at a time: two that wait would each be judged against a definition that the other changes.
  create unique index indicator_definition_one_waits on indicator_definition (indicator) where approved_at is null;
  create index indicator_definition_meeting on indicator_definition (approved_meeting_id) where approved_meeting_id is not null;
  create trigger codes before insert or update of agreement_kinds on indicator_definition for each row
    when (new.agreement_kinds is not null) execute function assert_codes('agreement_kinds', 'agreement_kind');
  -- What was approved stays as it was approved: figures were told by it.
  create function definition_is_frozen() returns trigger language plpgsql as $$
    begin
      if old.approved_at is not null then
        raise check_violation using message = 'an approved definition is frozen', constraint = 'indicator_definition_frozen', table = 'indicator_definition';
      end if;
      return case when tg_op = 'DELETE' then old else new end;
    end
  $$;
  create trigger a_frozen before update or delete on indicator_definition for each row execute function definition_is_frozen();
  select keep_history('indicator_definition');
`;

// Every indicator of a register has been counted by a definition: it becomes its first version, as it was.
const FIRST_VERSIONS = `
  select begin_work(':system', 'indicator.keepDefinition');
  insert into indicator_definition (indicator, number, valid_from, unit, texts, approved_at)
    select code, definition_version, coalesce(baseline_on, (select make_date(min(from_year), 1, 1) from strategy), '2000-01-01'), unit,
      jsonb_build_object('definition', jsonb_build_object('es', definition_es, 'en', definition_en)), now()
    from indicator;
  select set_config('tejido.actor', '', true), set_config('tejido.action', '', true);
`;
