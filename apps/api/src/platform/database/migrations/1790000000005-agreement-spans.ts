import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an agreement's rows say together: that they hold, and when it is in force (the twin of inForceSpans() in libs/domain, proved equal by a test). */
export class AgreementSpans1790000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(HOLDS);
    await runner.query(SPANS);
    await runner.query(KEPT);
    await runner.query(UNITS);
    await runner.query(JOINT_ACTIVITIES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only move forward.');
  }
}

const HOLDS = `
  -- What no single row can see, looked at when the work is done: the twin of agreementProblems() in libs/domain.
  create function assert_agreement_holds() returns trigger language plpgsql as $$
    declare a agreement; broken text;
    begin
      if tg_table_name = 'agreement' then a := new; else select * into a from agreement where id = new.agreement_id; end if;
      select case
        when a.terminated_on < (select min(p.signed_on) from agreement_party p where p.agreement_id = a.id) then 'agreement_termination'
        when a.signatures_required > (select coalesce(nullif(count(*) filter (where p.required), 0), nullif(count(*), 0)) from agreement_party p where p.agreement_id = a.id)
          then 'agreement_signatures_reachable'
        when exists (select from agreement_suspension s where s.agreement_id = a.id and s.from_day > a.effective_to) then 'agreement_suspension_within'
      end into broken;
      if broken is not null then raise check_violation using message = 'the agreement contradicts itself', constraint = broken, table = 'agreement'; end if;
      return null;
    end
  $$;
  create constraint trigger holds after insert or update on agreement deferrable initially deferred for each row
    when (new.terminated_on is not null or new.signatures_required is not null or new.effective_to is not null) execute function assert_agreement_holds();
  create constraint trigger holds after insert or update on agreement_party deferrable initially deferred for each row execute function assert_agreement_holds();
  create constraint trigger holds after insert or update on agreement_suspension deferrable initially deferred for each row execute function assert_agreement_holds();
`;

const SPANS = `
  -- The days on which a party is bound; recorded later than known is not known yet.
  create function party_span(party agreement_party, known date) returns daterange language sql immutable as $$
    select case when party.signed_on is null or party.recorded_on > known then 'empty'::daterange
      else daterange(party.signed_on, case when coalesce(party.withdrawal_recorded_on, party.recorded_on) <= known then party.withdrawn_on end) end
  $$;

  -- The days on which a party is a side of the agreement, whether or not that is in force: one that need not sign is until it withdraws.
  create function party_days(party agreement_party) returns datemultirange language sql immutable as $$
    select case when party.signed_on is null and party.required then '{}' else datemultirange(daterange(party.signed_on, party.withdrawn_on)) end
  $$;

  -- The days on which enough required parties are bound: a sweep over signatures and withdrawals. All are required when none is.
  create function agreement_bound(wanted uuid, needed smallint, known date) returns datemultirange language sql stable as $$
    with parties as (select p.*, bool_or(p.required) over () as some_required from agreement_party p where p.agreement_id = wanted),
      bindings as (select party_span(q, known) as span, p.id from parties p join agreement_party q on q.id = p.id where p.required or not p.some_required),
      turns as (select day, lead(day) over (order by day) as next from (
        select lower(span) as day from bindings where not isempty(span) union select upper(span) from bindings where not isempty(span) and upper(span) is not null) d)
    select coalesce(range_agg(daterange(t.day, t.next)), '{}') from turns t
      where (select count(*) from bindings b where b.span @> t.day) >= greatest(1, coalesce(needed, (select count(*) from bindings)))
  $$;

  create function agreement_in_force(a agreement, known date default 'infinity') returns datemultirange language sql stable as $$
    select case when a.recorded_on > known then '{}'::datemultirange else
      agreement_bound(a.id, a.signatures_required, known)
        * datemultirange(daterange(a.effective_from, case when a.effective_to is null then null else a.effective_to + 1 end))
        - case when a.terminated_on is not null and coalesce(a.termination_recorded_on, a.recorded_on) <= known
            then datemultirange(daterange(a.terminated_on, null)) else '{}' end
        - (select coalesce(range_agg(daterange(s.from_day, s.to_day, '[]')), '{}') from agreement_suspension s
            where s.agreement_id = a.id and s.recorded_on <= known) end
  $$;
`;

// Kept on write for the time axis "as known now": every list, facet, map and count reads it instead of computing it.
const KEPT = `
  create table agreement_span (
    agreement_id uuid primary key references agreement (id) on delete cascade,
    span datemultirange not null
  );
  create index agreement_span_days on agreement_span using gist (span);
  create function keep_agreement_span(wanted uuid) returns void language sql as $$
    insert into agreement_span (agreement_id, span) select a.id, agreement_in_force(a) from agreement a where a.id = wanted
    on conflict (agreement_id) do update set span = excluded.span where agreement_span.span <> excluded.span
  $$;
  create function agreement_span_after() returns trigger language plpgsql as $$
    begin
      if tg_table_name = 'agreement' then perform keep_agreement_span(new.id);
      elsif tg_op = 'DELETE' then perform keep_agreement_span(old.agreement_id);
      else perform keep_agreement_span(new.agreement_id); end if;
      return null;
    end
  $$;
  create trigger span after insert or update on agreement for each row execute function agreement_span_after();
  create trigger span after insert or update or delete on agreement_party for each row execute function agreement_span_after();
  create trigger span after insert or update or delete on agreement_suspension for each row execute function agreement_span_after();

  -- The seven statuses of the domain on a day; the twin of statusOn().
  create function agreement_status(a agreement, day date) returns text language sql stable as $$
    select case
      when a.terminated_on <= day then 'terminated'
      when a.effective_to < day then 'expired'
      when s.span @> day then 'in_force'
      when not b.bound @> day then case
        when exists (select from unnest(b.bound) r where upper(r) <= day) then 'terminated'
        when exists (select from agreement_party p where p.agreement_id = a.id and p.signed_on <= day
            and (p.required or not exists (select from agreement_party q where q.agreement_id = a.id and q.required))) or a.stage = 'text_agreed' then 'awaiting_signatures'
        when a.stage = 'negotiating' then 'negotiating'
        else 'prospect' end
      when a.effective_from > day then 'negotiating'
      else 'suspended' end
    from (select span from agreement_span where agreement_id = a.id) s, lateral (select agreement_bound(a.id, a.signatures_required, 'infinity') as bound) b
  $$;
`;

// The counting unit of an organisation: merges followed to the survivor, offices to their organisation (domain rule A1).
const UNITS = `
  create function counting_unit(wanted uuid) returns uuid language sql stable as $$
    with recursive trail(id, next) as (
      select o.id, coalesce(o.merged_into_id, o.counts_with_id) from organisation o where o.id = wanted
      union select o.id, coalesce(o.merged_into_id, o.counts_with_id) from organisation o join trail on o.id = trail.next)
    select id from trail where next is null
  $$;
  -- Kept on write: lists, facets and the network ask it for every organisation.
  create table organisation_unit (
    organisation_id uuid primary key references organisation (id) on delete cascade,
    unit_id uuid not null references organisation (id)
  );
  create index organisation_unit_members on organisation_unit (unit_id);
  create function organisation_unit_after() returns trigger language plpgsql as $$
    begin
      insert into organisation_unit (organisation_id, unit_id)
        with recursive below(id) as (
          select new.id union select o.id from organisation o join below on o.counts_with_id = below.id or o.merged_into_id = below.id)
        select id, coalesce(counting_unit(id), id) from below
      on conflict (organisation_id) do update set unit_id = excluded.unit_id where organisation_unit.unit_id <> excluded.unit_id;
      return null;
    end
  $$;
  create trigger unit after insert or update of counts_with_id, merged_into_id on organisation for each row execute function organisation_unit_after();

  -- Does what it counts as lie outside the coalition? The twin of unitsOf() in libs/domain: one body of it inside, and it does not.
  create function counts_outside(wanted uuid) returns boolean language sql stable as $$
    with recursive trail(next, inside) as (
      select coalesce(o.merged_into_id, o.counts_with_id), o.merged_into_id is null and o.standing <> 'external' from organisation o where o.id = wanted
      union select coalesce(o.merged_into_id, o.counts_with_id), o.merged_into_id is null and o.standing <> 'external'
        from organisation o join trail on o.id = trail.next)
    select not bool_or(inside) from trail
  $$;
`;

// Domain rule A2, for lists and pages: 'counts', or why it does not, whatever the period. The twin of jointActivitiesDone() in libs/domain.
const JOINT_ACTIVITIES = `
  create function external_contributor(activity_id uuid) returns boolean language sql stable as $$
    select exists (select from participation p join activity_role r on r.code = p.role and r.contributes join organisation o on o.id = p.organisation_id
      where p.activity_id = $1 and case when o.merged_into_id is null and o.counts_with_id is null then o.standing = 'external' else counts_outside(o.id) end)
  $$;
  -- Contributors to a part contribute to the whole.
  create function part_has_external_contributor(activity_id uuid) returns boolean language sql stable as $$
    with recursive part(id) as (
      select c.id from activity c where c.parent_id = $1 and c.status <> 'cancelled' and c.archived_at is null
      union select c.id from activity c join part on c.parent_id = part.id where c.status <> 'cancelled' and c.archived_at is null)
    select exists (select from part where external_contributor(part.id))
  $$;
  -- Both at once for many: the activities with an external contributor, their own or a part's.
  create view externally_contributed as
    with recursive reach(id) as (
      select p.activity_id from participation p join activity_role r on r.code = p.role and r.contributes join organisation o on o.id = p.organisation_id
        where case when o.merged_into_id is null and o.counts_with_id is null then o.standing = 'external' else counts_outside(o.id) end
      union select c.parent_id from reach join activity c on c.id = reach.id
        where c.parent_id is not null and c.status <> 'cancelled' and c.archived_at is null)
    select id as activity_id from reach;
  create function activity_verdict(a activity) returns text language sql stable as $$
    select case
      when a.parent_id is not null then 'sub_activity'
      when not (select k.counts from activity_kind k where k.code = a.kind) then 'kind_does_not_count'
      when a.status <> 'done' then a.status
      when a.ends_on is null then 'no_end_date'
      when a.strategy_activity is null and a.axis is null then 'no_strategy_tie'
      when not (external_contributor(a.id) or part_has_external_contributor(a.id)) then 'no_external_contributor'
      when not exists (select from evidence e where e.activity_id = a.id and e.verified_on is not null) then 'to_verify'
      else 'counts' end
  $$;
`;
