import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The life of an agreement: ratifications, how it enters into force, amendments, frameworks, who signs, reference numbers. */
export class AgreementLife1790000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FACTS);
    await runner.query(SIGNATORIES);
    await runner.query(NUMBERS);
    await runner.query(HOLDS);
    await runner.query(BOUND);
    await runner.query(SPANS);
    await runner.query(STATUS);
    await runner.query(KEPT);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only move forward.');
  }
}

const FACTS = `
  alter table agreement
    add column dated_on date,
    add column entry_rule text not null default 'signatures' check (entry_rule in ('signatures', 'day', 'act')),
    add column entry_act text check (length(entry_act) <= 300),
    add column act_on date,
    add column act_recorded_on date,
    add constraint agreement_day_named check (entry_rule <> 'day' or effective_from is not null),
    add constraint agreement_act_named check (entry_rule <> 'act' or coalesce(entry_act, '') <> ''),
    add constraint agreement_act_told check ((act_on is null or entry_rule = 'act') and (act_on is not null or act_recorded_on is null));
  alter table agreement_party
    add column stage text not null default 'invited' check (stage in ('invited', 'negotiating')),
    add column ratification_required boolean not null default false,
    add column ratified_on date,
    add column ratification_recorded_on date,
    add column evidence_id uuid,
    add column signatory_affiliation_id uuid references affiliation (id) on delete set null,
    add constraint agreement_party_ratification check (ratified_on is null or (ratification_required and signed_on is not null and ratified_on >= signed_on)),
    add constraint agreement_party_left_later check (withdrawn_on >= ratified_on),
    add constraint agreement_party_ratification_told check (ratified_on is not null or ratification_recorded_on is null);

  create table agreement_amendment (
    id uuid primary key default gen_random_uuid(),
    agreement_id uuid not null references agreement (id) on delete cascade,
    number smallint check (number >= 1),
    title text not null check (title <> '' and length(title) <= 300),
    terms text not null default '' check (length(terms) <= 10000),
    signed_on date,
    effective_from date,
    changes_end boolean not null default false,
    effective_to date,
    recorded_on date not null default current_date,
    version integer not null default 1,
    constraint agreement_amendment_number_key unique (agreement_id, number),
    constraint agreement_amendment_numbered check ((number is null) = (signed_on is null) and (signed_on is null or effective_from is not null)),
    constraint agreement_amendment_days check (not changes_end or effective_to >= effective_from),
    constraint agreement_amendment_end check (changes_end or effective_to is null)
  );
  select keep_history('agreement_amendment');

  -- A signature's document is one of the same agreement's.
  alter table evidence add constraint evidence_of_agreement unique (id, agreement_id);
  alter table agreement_party add constraint agreement_party_evidence_fkey foreign key (evidence_id, agreement_id)
    references evidence (id, agreement_id) on delete set null (evidence_id);
  create index agreement_party_evidence on agreement_party (evidence_id) where evidence_id is not null;
`;

// Who was to sign, or had signed, before somebody else took over.
const SIGNATORIES = `
  create table agreement_former_signatory (
    id uuid primary key default gen_random_uuid(),
    party_id uuid not null references agreement_party (id) on delete cascade,
    person_id uuid not null references person (id),
    affiliation_id uuid references affiliation (id) on delete set null,
    reason text not null check (reason <> '' and length(reason) <= 2000),
    replaced_on date not null,
    created_at timestamptz not null default now()
  );
  create index agreement_former_signatory_party on agreement_former_signatory (party_id);
  create index agreement_former_signatory_person on agreement_former_signatory (person_id);
  select keep_history('agreement_former_signatory');
`;

// A number of the register's own series is unique; what others call their texts is theirs (docs/decisions/0012).
const NUMBERS = `
  alter table agreement drop constraint agreement_reference_key, add column reference_series text, add column reference_number integer,
    add constraint agreement_series_pair check ((reference_series is null) = (reference_number is null) and (reference_series is null or reference is not null)),
    add constraint agreement_series_key unique (reference_series, reference_number);
  create index agreement_reference on agreement (reference);
  create table agreement_numbering (
    id boolean primary key default true check (id),
    pattern text not null check (pattern <> '' and length(pattern) <= 100),
    kind_codes jsonb not null default '{}',
    version integer not null default 1
  );
  insert into agreement_numbering (pattern) values ('{ACR}/{YYYY}/{KIND}/{NNN}');
  select keep_history('agreement_numbering');
`;

const HOLDS = `
  -- The farthest of all ends that were ever agreed; null is open.
  create function agreement_last_end(a agreement) returns date language sql stable as $$
    select case when bool_or(ends is null) then null else max(ends) end from (
      select a.effective_to as ends union all
      select m.effective_to from agreement_amendment m where m.agreement_id = a.id and m.number is not null and m.changes_end) t
  $$;
  create or replace function assert_agreement_holds() returns trigger language plpgsql as $$
    declare a agreement; broken text; first_signed date;
    begin
      if tg_table_name = 'agreement' then a := new; else select * into a from agreement where id = new.agreement_id; end if;
      select min(p.signed_on) into first_signed from agreement_party p where p.agreement_id = a.id;
      select case
        when a.terminated_on < first_signed then 'agreement_termination'
        when first_signed < a.dated_on then 'agreement_signed_after_date'
        when a.act_on < first_signed then 'agreement_act_after_signature'
        when a.signatures_required > (select coalesce(nullif(count(*) filter (where p.required), 0), nullif(count(*), 0)) from agreement_party p where p.agreement_id = a.id)
          then 'agreement_signatures_reachable'
        when exists (select from agreement_suspension s where s.agreement_id = a.id and s.from_day > agreement_last_end(a)) then 'agreement_suspension_within'
        when exists (select from agreement_amendment m where m.agreement_id = a.id and m.signed_on < first_signed) then 'agreement_amendment_after_signature'
        when (select max(m.number) <> count(*) from agreement_amendment m where m.agreement_id = a.id and m.number is not null) then 'agreement_amendment_no_gap'
      end into broken;
      if broken is not null then raise check_violation using message = 'the agreement contradicts itself', constraint = broken, table = 'agreement'; end if;
      return null;
    end
  $$;
  drop trigger holds on agreement;
  create constraint trigger holds after insert or update on agreement deferrable initially deferred for each row
    when (new.terminated_on is not null or new.signatures_required is not null or new.effective_to is not null or new.dated_on is not null or new.act_on is not null)
    execute function assert_agreement_holds();
  create constraint trigger holds after insert or update on agreement_amendment deferrable initially deferred for each row execute function assert_agreement_holds();
`;

const BOUND = `
  -- The days on which a party is bound: from its ratification where its signature alone does not do. Recorded later than known is not known yet.
  create or replace function party_span(party agreement_party, known date) returns daterange language sql immutable as $$
    select case
      when party.signed_on is null or party.recorded_on > known then 'empty'::daterange
      when party.ratification_required and (party.ratified_on is null or coalesce(party.ratification_recorded_on, party.recorded_on) > known) then 'empty'::daterange
      else daterange(case when party.ratification_required then party.ratified_on else party.signed_on end,
        case when coalesce(party.withdrawal_recorded_on, party.recorded_on) <= known then party.withdrawn_on end) end
  $$;
  create or replace function party_days(party agreement_party) returns datemultirange language sql immutable as $$
    select case
      when party.signed_on is null and party.required then '{}'
      when party.signed_on is not null and party.ratification_required and party.ratified_on is null then '{}'
      when party.ratification_required then datemultirange(daterange(party.ratified_on, party.withdrawn_on))
      else datemultirange(daterange(party.signed_on, party.withdrawn_on)) end
  $$;
`;

const SPANS = `
  -- Which end the text has from which day on: its own, then that of each signed amendment in its turn.
  create function agreement_terms(a agreement, known date) returns table (from_day date, ends date, number smallint) language sql stable as $$
    select null::date, a.effective_to, 0::smallint union all
    select m.effective_from, m.effective_to, m.number from agreement_amendment m
      where m.agreement_id = a.id and m.number is not null and m.changes_end and m.recorded_on <= known
  $$;
  create function agreement_text_days(a agreement, known date) returns datemultirange language sql stable as $$
    select coalesce(range_agg(case when ends < a.effective_from then 'empty' else daterange(a.effective_from, ends + 1) end * daterange(from_day, next)), '{}')
    from (select from_day, ends, lead(from_day) over (order by from_day nulls first, number) as next from agreement_terms(a, known)) turns
  $$;
  -- The last day that the text names, as the amendments have it on a day.
  create function agreement_end_on(a agreement, day date) returns date language sql stable as $$
    select ends from agreement_terms(a, 'infinity') where from_day is null or from_day <= day order by from_day desc nulls last, number desc limit 1
  $$;
  create function agreement_bound(a agreement, known date) returns datemultirange language sql stable as $$
    select agreement_bound(a.id, case a.entry_rule when 'day' then 2::smallint else a.signatures_required end, known)
  $$;
  -- In force, or it would be if nothing suspended it.
  create function agreement_entered(a agreement, known date) returns datemultirange language sql stable as $$
    select case
      when a.recorded_on > known then '{}'::datemultirange
      when a.entry_rule = 'act' and (a.act_on is null or coalesce(a.act_recorded_on, a.recorded_on) > known) then '{}'
      else agreement_bound(a, known) * agreement_text_days(a, known)
        * datemultirange(daterange(case a.entry_rule when 'act' then a.act_on end, null))
        - case when a.terminated_on is not null and coalesce(a.termination_recorded_on, a.recorded_on) <= known
            then datemultirange(daterange(a.terminated_on, null)) else '{}' end end
  $$;
  -- The days of its own suspensions and of those on which its framework is suspended. What ended or never began is not suspended, and suspends nothing.
  create function agreement_pauses(a agreement, known date) returns datemultirange language plpgsql stable as $$
    declare paused datemultirange; framework agreement; above datemultirange;
    begin
      select coalesce(range_agg(daterange(s.from_day, s.to_day, '[]')), '{}') into paused from agreement_suspension s
        where s.agreement_id = a.id and s.recorded_on <= known;
      if a.part_of_id is null then return paused; end if;
      select * into framework from agreement where id = a.part_of_id and archived_at is null and recorded_on <= known;
      if not found then return paused; end if;
      above := agreement_pauses(framework, known);
      return case when isempty(above) then paused else paused + above * agreement_entered(framework, known) end;
    end
  $$;
  create or replace function agreement_in_force(a agreement, known date default 'infinity') returns datemultirange language sql stable as $$
    select agreement_entered(a, known) - agreement_pauses(a, known)
  $$;
`;

const STATUS = `
  create or replace function agreement_status(a agreement, day date) returns text language sql stable as $$
    select case
      when a.terminated_on <= day then 'terminated'
      when e.ends < day then 'expired'
      when s.span @> day then 'in_force'
      when not b.bound @> day then case
        when exists (select from unnest(b.bound) r where upper(r) <= day) then 'terminated'
        when exists (select from agreement_party p where p.agreement_id = a.id and p.signed_on <= day
            and (p.required or not exists (select from agreement_party q where q.agreement_id = a.id and q.required))) or a.stage = 'text_agreed' then 'awaiting_signatures'
        when a.stage = 'negotiating' then 'negotiating'
        else 'prospect' end
      when a.entry_rule = 'act' and (a.act_on is null or a.act_on > day) then 'awaiting_signatures'
      when a.effective_from > day then 'negotiating'
      else 'suspended' end
    from (select span from agreement_span where agreement_id = a.id) s, lateral (select agreement_bound(a, 'infinity') as bound) b,
      lateral (select agreement_end_on(a, day) as ends) e
  $$;
`;

// A suspension reaches all that hangs on the suspended one, so theirs are kept with it.
const KEPT = `
  alter table agreement_span add column ends_on date;
  create or replace function keep_agreement_span(wanted uuid) returns void language sql as $$
    insert into agreement_span (agreement_id, span, ends_on)
      with recursive below(id) as (select wanted union select a.id from agreement a join below on a.part_of_id = below.id)
      select a.id, agreement_in_force(a), agreement_end_on(a, 'infinity') from agreement a join below using (id)
    on conflict (agreement_id) do update set span = excluded.span, ends_on = excluded.ends_on
      where agreement_span.span <> excluded.span or agreement_span.ends_on is distinct from excluded.ends_on
  $$;
  create trigger span after insert or update or delete on agreement_amendment for each row execute function agreement_span_after();
  update agreement_span k set ends_on = a.effective_to from agreement a where a.id = k.agreement_id and a.effective_to is not null;
  select begin_work(':system', 'agreement.life');
  update agreement_party p set stage = 'negotiating' from agreement a where a.id = p.agreement_id and a.stage in ('negotiating', 'text_agreed');
`;
