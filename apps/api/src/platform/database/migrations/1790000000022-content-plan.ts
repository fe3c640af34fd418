import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The content plan becomes rows, so that what was sent can name the planned message that it carried and gaps can be told. */
export class ContentPlan1790000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ENTRIES);
    await runner.query(FROM_THE_TEXT);
    await runner.query(SENDINGS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only move forward.');
  }
}

const ENTRIES = `
  create table content_plan_entry (
    code text primary key check (code ~ '^[a-z0-9_.]{1,80}$'),
    strategy text not null references strategy (code),
    audience text not null references audience (code),
    kind text not null check (kind in ('message', 'product', 'medium')),
    position smallint not null,
    label_es text not null,
    label_en text not null,
    -- The code in the list of products or media, where it has one.
    term text,
    every text not null default 'once' check (every in ('once', 'year', 'quarter')),
    from_year smallint not null,
    to_year smallint not null,
    constraint content_plan_entry_years check (to_year >= from_year),
    constraint content_plan_entry_message check (kind <> 'message' or term is null)
  );
  select keep_history('content_plan_entry');
`;

// strategy.content_plan is read no more: a later migration drops it, when no older instance can be running.
// What the strategy file says since: the same products and media by the codes of their lists. The plan of a register made before is read from its text.
const FROM_THE_TEXT = `
  select begin_work(':system', 'strategy.content_plan_as_rows');
  insert into product (code, label_es, label_en, position)
    select code, label_es, label_en, (select count(*) from product) + place from (values
      ('website', 'Página web', 'Website', 0), ('national_regional_reports', 'Informes nacionales y regionales', 'National and regional reports', 1)
    ) added (code, label_es, label_en, place) where exists (select from strategy) on conflict (code) do nothing;
  with planned as (
    select s.code as strategy, row ->> 'audience' as audience, kind.name as kind, line.at as position, line.entry,
      (row -> 'years' ->> 'from')::smallint as from_year, (row -> 'years' ->> 'to')::smallint as to_year
    from strategy s, jsonb_array_elements(s.content_plan) row, (values ('message', 'messages'), ('product', 'products'), ('medium', 'media')) kind (name, field),
      jsonb_array_elements(coalesce(row -> kind.field, '[]')) with ordinality line (entry, at)
  ), named as (
    select *, case kind
      when 'product' then (select p.code from product p where p.code = case entry ->> 'code' when 'bulletin' then 'quarterly_bulletin' when 'brochure' then 'fact_sheet' else entry ->> 'code' end)
      when 'medium' then (select m.code from medium m where m.code = case
        when lower(entry ->> 'es') ~ 'correo|distribución digital' then 'email'
        when lower(entry ->> 'es') ~ 'carta' then 'letter'
        when lower(entry ->> 'es') ~ 'redes sociales' then 'social_networks'
        when lower(entry ->> 'es') ~ 'virtuales con cooperación' then 'virtual_space'
        when lower(entry ->> 'es') ~ 'página' then 'website'
        when lower(entry ->> 'es') ~ 'reuni|visita|participación en espacios' then 'meeting' end)
      end as term
    from planned
  )
  insert into content_plan_entry (code, strategy, audience, kind, position, label_es, label_en, term, every, from_year, to_year)
    select audience || '.' || kind || '.' || position, strategy, audience, kind, position - 1, entry ->> 'es', entry ->> 'en', term,
      case when kind <> 'product' then 'once' when term = 'quarterly_bulletin' then 'quarter'
        when term in ('annual_report', 'executive_summary', 'infographic') then 'year' else 'once' end, from_year, to_year
    from named;
  select set_config('tejido.actor', '', true), set_config('tejido.action', '', true);
`;

const SENDINGS = `
  alter table dissemination add column plan_entry text references content_plan_entry (code);
  create index dissemination_plan_entry on dissemination (plan_entry) where plan_entry is not null;
`;
