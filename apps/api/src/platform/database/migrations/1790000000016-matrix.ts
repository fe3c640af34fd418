import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The monitoring matrix: a regional row for each activity of the strategy, rows of countries under it, and what was adjusted. */
export class Matrix1790000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ROWS);
    await runner.query(ADJUSTMENTS);
    await runner.query(WHAT_IS_LINKED);
    await runner.query(OF_THE_STRATEGY);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only move forward.');
  }
}

const ROWS = `
  create table matrix_row (
    id uuid primary key default gen_random_uuid(),
    strategy_activity text not null references strategy_activity (code),
    -- Null: the regional row. A country words its own part.
    country text references country (code),
    label text check (length(label) <= 500),
    result text references result (code),
    -- A dissemination of this product advances the row, whatever activity it is tied to.
    product text references product (code),
    planned_from date not null,
    planned_to date not null,
    current_from date not null,
    current_to date not null,
    actual_from date,
    actual_to date,
    responsible_role text not null default '' check (length(responsible_role) <= 300),
    responsible_country text references country (code),
    co_responsible text not null default '' check (length(co_responsible) <= 500),
    -- By hand; null: derived from what is linked.
    progress smallint constraint matrix_row_progress_share check (progress between 0 and 100),
    expected_count integer constraint matrix_row_expected_some check (expected_count between 1 and 10000),
    state text not null default 'planned' check (state in ('planned', 'under_way', 'done', 'constrained', 'cancelled')),
    observations text not null default '' check (length(observations) <= 4000),
    assumptions text not null default '' check (length(assumptions) <= 4000),
    means_of_verification text not null default '' check (length(means_of_verification) <= 4000),
    rating smallint constraint matrix_row_rating_scale check (rating between 1 and 5),
    demonstration boolean not null default false,
    created_at timestamptz not null default now(),
    created_by uuid references user_account (id),
    archived_at timestamptz,
    version integer not null default 1,
    constraint matrix_row_labelled check (country is null or label <> ''),
    constraint matrix_row_planned_days check (planned_to >= planned_from),
    constraint matrix_row_current_days check (current_to >= current_from),
    constraint matrix_row_actual_days check (actual_to >= actual_from)
  );
  create unique index matrix_row_regional_once on matrix_row (strategy_activity) where country is null;
  create index matrix_row_activity on matrix_row (strategy_activity);
  -- The plan is what everything later is compared with.
  create function matrix_plan_stays() returns trigger language plpgsql as $$
    begin
      raise check_violation using message = 'the planned days stay', constraint = 'matrix_row_plan_frozen', table = 'matrix_row';
    end
  $$;
  create trigger a_plan_stays before update on matrix_row for each row
    when (old.planned_from <> new.planned_from or old.planned_to <> new.planned_to) execute function matrix_plan_stays();
  create trigger retired_product before insert or update of product on matrix_row for each row execute function refuse_retired('product', 'product');
  create table matrix_ally (
    id uuid primary key default gen_random_uuid(),
    row_id uuid not null references matrix_row (id) on delete cascade,
    organisation_id uuid not null references organisation (id),
    constraint matrix_ally_once unique (row_id, organisation_id)
  );
  create index matrix_ally_organisation on matrix_ally (organisation_id);
  select keep_history('matrix_row'), keep_history('matrix_ally');
`;

const ADJUSTMENTS = `
  create table matrix_adjustment (
    id uuid primary key default gen_random_uuid(),
    row_id uuid not null references matrix_row (id) on delete cascade,
    kind text not null check (kind in ('dates', 'activity', 'responsible', 'goal', 'other')),
    what text not null check (what <> '' and length(what) <= 1000),
    why text not null check (why <> '' and length(why) <= 2000),
    -- Of dates: {"from": day, "to": day}, before and after.
    from_value jsonb,
    to_value jsonb,
    -- In whose minutes it was decided; approved minutes approve it too.
    meeting_id uuid references meeting (id),
    made_by uuid references user_account (id),
    made_on date not null default current_date,
    approved_by uuid references user_account (id),
    approved_on date,
    version integer not null default 1,
    constraint matrix_adjustment_approval check ((approved_by is null) = (approved_on is null)),
    constraint matrix_adjustment_approved_by_another check (approved_by is null or approved_by is distinct from made_by)
  );
  create index matrix_adjustment_row on matrix_adjustment (row_id, made_on);
  create index matrix_adjustment_meeting on matrix_adjustment (meeting_id) where meeting_id is not null;
  select keep_history('matrix_adjustment');
`;

// The matrix asks for each row what is tied to its activity.
const WHAT_IS_LINKED = `
  create index activity_strategy_activity on activity (strategy_activity) where archived_at is null;
  create index meeting_strategy_activity on meeting (strategy_activity) where archived_at is null;
  create index dissemination_strategy_activity on dissemination (strategy_activity) where archived_at is null;
  create index dissemination_product on dissemination (product) where archived_at is null;
  create index proposal_strategy_activity on proposal (strategy_activity) where archived_at is null;
`;

// A register in use gets its rows here, a new one when its strategy is loaded.
const OF_THE_STRATEGY = `
  select begin_work(':system', 'matrix.begin');
  insert into matrix_row (strategy_activity, planned_from, planned_to, current_from, current_to)
    select code, from_day, to_day, from_day, to_day from strategy_activity order by code;
  select set_config('tejido.actor', '', true), set_config('tejido.action', '', true);
`;
