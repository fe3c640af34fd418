import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How people are reached, when their posts end, and how their data are erased without breaking the chain of the trail. */
export class PeopleLeave1790000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CHANNELS);
    await runner.query(POSTS);
    await runner.query(CHAIN);
    await runner.query(ERASURE);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only move forward.');
  }
}

const CHANNELS = `
  alter table contact_point drop constraint contact_point_kind_check,
    add constraint contact_point_kind_check check (kind in ('website', 'email', 'phone', 'address', 'social', 'messaging')),
    add column preferred boolean not null default false;
  create unique index contact_point_one_preferred on contact_point (person_id) where preferred and person_id is not null;
`;

const POSTS = `
  -- A post's end, once told, is never overwritten: it is corrected with a reason, and what it said stays here.
  create table affiliation_correction (
    id uuid primary key default gen_random_uuid(),
    affiliation_id uuid not null references affiliation (id) on delete cascade,
    person_id uuid not null references person (id),
    said date not null,
    corrected_to date,
    reason text not null check (reason <> '' and length(reason) <= 500),
    corrected_by uuid references user_account (id),
    corrected_at timestamptz not null default now(),
    constraint affiliation_correction_changes check (corrected_to is distinct from said)
  );
  create index affiliation_correction_of on affiliation_correction (affiliation_id);
  create index agreement_party_signatory on agreement_party (signatory_id) where signatory_id is not null;
  create index commitment_owner_person on commitment (owner_person_id) where owner_person_id is not null;
  create function a_told_end_stays() returns trigger language plpgsql as $$
    begin
      if old.to_day is not null and new.to_day is distinct from old.to_day and not exists (select from affiliation_correction c
        where c.affiliation_id = new.id and c.said = old.to_day and c.corrected_to is not distinct from new.to_day and c.corrected_at = now()) then
        raise check_violation using message = 'the end of a post was told already', constraint = 'affiliation_end_stays', table = 'affiliation';
      end if;
      return new;
    end
  $$;
  create trigger a_told_end_stays before update of to_day on affiliation for each row execute function a_told_end_stays();
  select keep_history('affiliation_correction');
`;

// With a secret of its own in each digest, which goes with the values, nobody can try out which name or address a digest was of.
const CHAIN = `
  alter table audit_entry add column salt bytea;

  create or replace function audit_row() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      who text := nullif(current_setting('tejido.actor', true), '');
      what text := nullif(current_setting('tejido.action', true), '');
      entry audit_entry;
    begin
      if who is null or what is null then
        raise insufficient_privilege using message = format('a write to %s outside the unit of work', tg_table_name);
      end if;
      if tg_op = 'UPDATE' and to_jsonb(old) - '{version,updated_at}'::text[] = to_jsonb(new) - '{version,updated_at}'::text[] then return null; end if;
      entry.at := clock_timestamp(); entry.actor := who; entry.action := what; entry.table_name := tg_table_name; entry.operation := lower(tg_op);
      if tg_op <> 'INSERT' then entry.before := to_jsonb(old) - '{password_hash,search_text,full_text}'::text[]; end if;
      if tg_op <> 'DELETE' then entry.after := to_jsonb(new) - '{password_hash,search_text,full_text}'::text[]; end if;
      entry.row_id := coalesce(entry.after ->> 'id', entry.before ->> 'id', entry.after ->> 'code', entry.before ->> 'code', '-');
      entry.salt := uuid_send(gen_random_uuid());
      entry.payload_digest := sha256(entry.salt || convert_to(concat_ws('|', entry.before::text, entry.after::text), 'UTF8'));
      select hash into entry.previous_hash from audit_entry order by id desc limit 1;
      entry.previous_hash := coalesce(entry.previous_hash, '\\x00');
      insert into audit_entry (at, actor, action, table_name, row_id, operation, before, after, salt, payload_digest, previous_hash, hash)
      values (entry.at, entry.actor, entry.action, entry.table_name, entry.row_id, entry.operation, entry.before, entry.after, entry.salt,
        entry.payload_digest, entry.previous_hash, audit_hash(entry.previous_hash, entry));
      return null;
    end
  $$;

  -- The first entry that does not follow from the one before it, or whose values are not those that were written; no row when the chain holds.
  -- Values may be missing only where an erasure, itself an entry of the chain, names the entry.
  create or replace function audit_verify() returns table (entry_id bigint, problem text) language sql stable as $$
    select id, case when previous_hash <> expected then 'chain' when hash <> audit_hash(previous_hash, entry) then 'entry' else 'payload' end
    from (select e as entry, e.*, lag(e.hash, 1, '\\x00'::bytea) over (order by e.id) as expected from audit_entry e) chain
    where previous_hash <> expected or hash <> audit_hash(previous_hash, entry)
      or case when num_nonnulls(before, after) > 0
        then payload_digest <> sha256(coalesce(salt, '') || convert_to(concat_ws('|', before::text, after::text), 'UTF8'))
        else not exists (select from audit_entry told where told.table_name = 'erasure' and told.operation = 'insert' and told.after -> 'entries' @> to_jsonb(chain.id)) end
    order by id limit 1
  $$;
`;

const ERASURE = `
  -- The row of an erased person stays as an anonymous one: who attended and who signed is counted as before.
  alter table person add column erased_at timestamptz;
  create table erasure (
    id uuid primary key default gen_random_uuid(),
    person_id uuid not null references person (id),
    reason text not null check (reason <> '' and length(reason) <= 500),
    erased_by uuid references user_account (id),
    erased_at timestamptz not null default now(),
    -- The entries of the trail that lost their values.
    entries jsonb not null
  );
  create index erasure_person on erasure (person_id);
  select keep_history('erasure');

  -- Empties what the trail, kept answers and merges hold of a person. Called by erase_person, and once more by whatever holds more.
  create function erase_person(wanted uuid, why text, who uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
    declare told text[]; emptied jsonb;
    begin
      select array_agg(lower(t.value)) into told from (
        select p.id::text as value from person p where p.id = wanted and p.erased_at is null
        union all select p.name from person p where p.id = wanted and p.erased_at is null
        union all select c.value from contact_point c where c.person_id = wanted) t;
      if told is null or not wanted::text = any(told) then
        raise no_data_found using message = 'nobody to erase';
      end if;
      -- A merge keeps the posts that it dropped, for its undoing.
      update organisation_merge m set moved = jsonb_set(m.moved, '{rows}', (
          select coalesce(jsonb_agg(jsonb_set(part, '{removed}', (
            select coalesce(jsonb_agg(lost), '[]') from jsonb_array_elements(part -> 'removed') lost
            where coalesce(lost ->> 'person_id', lost ->> 'personId', '') <> wanted::text))), '[]')
          from jsonb_array_elements(m.moved -> 'rows') part))
        where m.moved::text like '%' || wanted || '%' and jsonb_typeof(m.moved -> 'rows') = 'array';
      delete from affiliation_correction where person_id = wanted;
      delete from affiliation where person_id = wanted;
      delete from contact_point where person_id = wanted;
      delete from source_record where table_name = 'person' and record_id = wanted;
      update person set name = '—', languages = '{}', consent_basis = null, consent_on = null, notes = '', erased_at = now(), archived_at = coalesce(archived_at, now()) where id = wanted;
      -- A kept answer is given again to whoever asks the same again; without it the asker is told that it is done.
      update idempotency_key set answer = null where answer is not null
        and exists (select from unnest(told) as t(value) where length(t.value) > 3 and position(t.value in lower(answer::text)) > 0);
      select coalesce(jsonb_agg(e.id order by e.id), '[]') into emptied from audit_entry e
        where num_nonnulls(e.before, e.after) > 0 and (
          (e.table_name = 'person' and e.row_id = wanted::text)
          or (e.table_name in ('affiliation', 'affiliation_correction', 'contact_point') and coalesce(e.after, e.before) ->> 'person_id' = wanted::text)
          or (e.table_name = 'organisation_merge' and concat(e.before, e.after) like '%' || wanted || '%'));
      update audit_entry e set before = null, after = null, salt = null where e.id in (select jsonb_array_elements_text(emptied)::bigint);
      insert into erasure (person_id, reason, erased_by, entries) values (wanted, why, who, emptied);
    end
  $$;
`;
