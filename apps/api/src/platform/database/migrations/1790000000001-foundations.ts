import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Text folding, the unit of work's actor, audit trail, versions, reference tables and taxonomies. */
export class Foundations1790000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(EXTENSIONS);
    await runner.query(TEXT);
    await runner.query(WORK);
    await runner.query(REFERENCE);
    for (const table of EDITABLE_TERMS) await runner.query(termTable(table));
    for (const table of STRATEGY_TERMS) await runner.query(termTable(table));
    await runner.query(TERM_FLAGS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only move forward.');
  }
}

const EXTENSIONS = `
  create extension if not exists pg_trgm;
  create extension if not exists intarray;
  create extension if not exists btree_gist;
`;

// The twin of fold() in libs/domain/src/text.ts; a test compares both.
const TEXT = `
  create function fold(value text) returns text language sql immutable strict parallel safe as $$
    select trim(regexp_replace(
      lower(regexp_replace(normalize(value, NFKD), '[\\u0300-\\u036f]', '', 'g') collate "und-x-icu"),
      '[^[:alnum:]]+' , ' ', 'g'))
  $$;

  create function codes_exist(table_name regclass, codes anyarray) returns boolean language plpgsql stable as $$
    declare missing boolean;
    begin
      if codes is null or cardinality(codes) = 0 then return true; end if;
      execute format('select exists (select from unnest($1) as wanted(code) where not exists
        (select from %s as known where known.code = wanted.code))', table_name) into missing using codes;
      return not missing;
    end
  $$;

  -- Arrays of codes (themes, countries, goals) have no foreign keys: this trigger keeps them honest.
  -- Arguments come in pairs: column, referenced table.
  create function assert_codes() returns trigger language plpgsql as $$
    declare row_json jsonb := to_jsonb(new); wanted text[];
    begin
      for i in 0 .. tg_nargs - 1 by 2 loop
        select coalesce(array_agg(code), '{}') into wanted from jsonb_array_elements_text(coalesce(row_json -> tg_argv[i], '[]')) as code;
        if not codes_exist(tg_argv[i + 1]::regclass, wanted) then
          raise foreign_key_violation using message = format('unknown code in %s.%s', tg_table_name, tg_argv[i]),
            constraint = format('%s_%s_known', tg_table_name, tg_argv[i]), table = tg_table_name, column = tg_argv[i];
        end if;
      end loop;
      return new;
    end
  $$;

  -- A retired term is kept where it was chosen and not chosen any more. Arguments: column, its table of terms.
  create function refuse_retired() returns trigger language plpgsql as $$
    declare wanted text := to_jsonb(new) ->> tg_argv[0]; retired boolean;
    begin
      if wanted is null or (tg_op = 'UPDATE' and wanted = to_jsonb(old) ->> tg_argv[0]) then return new; end if;
      execute format('select exists (select from %s where code = $1 and retired)', tg_argv[1]::regclass) into retired using wanted;
      if retired then
        raise foreign_key_violation using message = format('retired code in %s.%s', tg_table_name, tg_argv[0]),
          constraint = format('%s_%s_retired', tg_table_name, tg_argv[0]), table = tg_table_name, column = tg_argv[0];
      end if;
      return new;
    end
  $$;

  -- Refuses a cycle in a self-reference. Argument: the referencing column.
  create function refuse_cycle() returns trigger language plpgsql as $$
    declare reached boolean;
    begin
      execute format('with recursive up(id) as (
          select ($1 ->> %1$L)::uuid union select (to_jsonb(t) ->> %1$L)::uuid from %2$s t join up on t.id = up.id)
        select exists (select from up where id = $2)', tg_argv[0], tg_relid::regclass) into reached using to_jsonb(new), new.id;
      if reached then
        raise check_violation using message = format('cycle through %s.%s', tg_table_name, tg_argv[0]),
          constraint = format('%s_%s_no_cycle', tg_table_name, tg_argv[0]), table = tg_table_name, column = tg_argv[0];
      end if;
      return new;
    end
  $$;
`;

const WORK = `
  create table audit_entry (
    id bigint generated always as identity primary key,
    at timestamptz not null default clock_timestamp(),
    actor text not null,
    action text not null,
    table_name text not null,
    row_id text not null,
    operation text not null check (operation in ('insert', 'update', 'delete')),
    before jsonb,
    after jsonb,
    payload_digest bytea not null,
    previous_hash bytea not null,
    hash bytea not null
  );
  create index audit_entry_row on audit_entry (table_name, row_id, id);

  -- The digest covers the payload, the chain covers the digest: a person's values can be erased later without breaking the chain.
  create function audit_hash(previous bytea, entry audit_entry) returns bytea language sql immutable as $$
    select sha256(previous || convert_to(concat_ws('|', extract(epoch from entry.at), entry.actor, entry.action, entry.table_name, entry.row_id, entry.operation), 'UTF8')
      || entry.payload_digest)
  $$;

  create function audit_row() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
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
      entry.payload_digest := sha256(convert_to(concat_ws('|', entry.before::text, entry.after::text), 'UTF8'));
      select hash into entry.previous_hash from audit_entry order by id desc limit 1;
      entry.previous_hash := coalesce(entry.previous_hash, '\\x00');
      insert into audit_entry (at, actor, action, table_name, row_id, operation, before, after, payload_digest, previous_hash, hash)
      values (entry.at, entry.actor, entry.action, entry.table_name, entry.row_id, entry.operation, entry.before, entry.after,
        entry.payload_digest, entry.previous_hash, audit_hash(entry.previous_hash, entry));
      return null;
    end
  $$;

  -- The first entry that does not follow from the one before it, or whose payload is not the one that was written; no row when the chain holds.
  -- An entry whose payload was erased (a person's right) keeps its digest and its place.
  create function audit_verify() returns table (entry_id bigint, problem text) language sql stable as $$
    select id, case when previous_hash <> expected then 'chain' when hash <> audit_hash(previous_hash, entry) then 'entry' else 'payload' end
    from (select e as entry, e.*, lag(e.hash, 1, '\\x00'::bytea) over (order by e.id) as expected from audit_entry e) chain
    where previous_hash <> expected or hash <> audit_hash(previous_hash, entry)
      or (num_nonnulls(before, after) > 0 and payload_digest <> sha256(convert_to(concat_ws('|', before::text, after::text), 'UTF8')))
    order by id limit 1
  $$;

  create function bump_version() returns trigger language plpgsql as $$
    begin
      new.version := old.version + 1;
      return new;
    end
  $$;

  -- Called once for each table whose changes are history.
  create function keep_history(table_name regclass) returns void language plpgsql as $$
    begin
      execute format('create trigger audit after insert or update or delete on %s for each row execute function audit_row()', table_name);
      if exists (select from pg_attribute where attrelid = table_name and attname = 'version') then
        execute format('create trigger bump_version before update on %s for each row execute function bump_version()', table_name);
      end if;
    end
  $$;

  -- The first statement of every unit of work. One writer at a time keeps the audit chain in order and needs no retry on deadlocks.
  create function begin_work(actor text, action text) returns void language plpgsql as $$
    begin
      perform pg_advisory_xact_lock(hashtext('tejido.work'));
      perform set_config('tejido.actor', actor, true), set_config('tejido.action', action, true);
    end
  $$;

  create table idempotency_key (
    actor text not null,
    key text not null,
    request_digest text not null,
    answer jsonb,
    created_at timestamptz not null default now(),
    primary key (actor, key)
  );
`;

const REFERENCE = `
  create table country (
    code text primary key check (code ~ '^[A-Z]{2}$'),
    alpha3 text not null unique,
    numeric_code text not null unique,
    label_es text not null,
    label_en text not null,
    region_es text,
    region_en text
  );
  create table sdg (
    code smallint primary key check (code between 1 and 17),
    label_es text not null,
    label_en text not null
  );
`;

/** Taxonomies that an administrator edits. */
const EDITABLE_TERMS = ['organisation_kind', 'agreement_kind', 'party_role', 'meeting_kind', 'activity_kind', 'activity_role',
  'relationship_type', 'identifier_scheme', 'medium', 'product'];
/** Taxonomies that the strategy file brings: rules depend on their codes. */
const STRATEGY_TERMS = ['theme', 'work_line', 'scope', 'audience'];

const termTable = (table: string) => `
  create table ${table} (
    code text primary key check (code ~ '^[a-z0-9_]{1,60}$'),
    label_es text not null check (label_es <> ''),
    label_en text not null check (label_en <> ''),
    position integer not null default 0,
    retired boolean not null default false,
    version integer not null default 1
  );
  select keep_history('${table}');
`;

const TERM_FLAGS = `
  alter table organisation_kind add column iati_code text;
  -- Only an instrument can make an ally; a meeting or an informal contact cannot (domain rule A1).
  alter table agreement_kind add column is_instrument boolean not null default true;
  -- Attending is not contributing (domain rule A2).
  alter table activity_role add column contributes boolean not null default false;
  -- A follow-up meeting is recorded but never counted (domain rule A2).
  alter table activity_kind add column counts boolean not null default true;
  alter table meeting_kind add column is_good_practice boolean not null default false;
  alter table relationship_type add column reverse_es text not null default '', add column reverse_en text not null default '';
  -- The strategy words an audience at length: lists, facets and charts need a few words.
  alter table audience add column number smallint unique, add column short_es text, add column short_en text, add column term_es text, add column term_en text;
`;
