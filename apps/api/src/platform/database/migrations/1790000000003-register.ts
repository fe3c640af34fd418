import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the register holds: organisations, people, agreements. */
export class Register1790000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ORGANISATIONS);
    await runner.query(SEARCH);
    await runner.query(PEOPLE);
    await runner.query(AGREEMENTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only move forward.');
  }
}

/** Columns that every record with visibility has. A country-only record without a country would belong to nobody. */
export const recordColumns = (table: string) => `
    visibility text not null default 'coalition' check (visibility in ('public', 'coalition', 'country', 'secretariat')),
    country text references country (code),
    demonstration boolean not null default false,
    created_at timestamptz not null default now(),
    created_by uuid references user_account (id),
    archived_at timestamptz,
    version integer not null default 1,
    constraint ${table}_country_needed check (visibility <> 'country' or country is not null)`;

const ORGANISATIONS = `
  create table organisation (
    id uuid primary key default gen_random_uuid(),
    name text not null check (name <> '' and length(name) <= 400),
    name_en text check (length(name_en) <= 400),
    acronym text check (length(acronym) <= 60),
    acronym_en text check (length(acronym_en) <= 60),
    standing text not null default 'external' check (standing in ('external', 'member', 'coalition')),
    audience text references audience (code),
    kind text references organisation_kind (code),
    scope text references scope (code),
    seat_country text references country (code),
    countries text[] not null default '{}',
    themes text[] not null default '{}',
    sdgs integer[] not null default '{}',
    parent_id uuid references organisation (id),
    counts_with_id uuid references organisation (id),
    merged_into_id uuid references organisation (id),
    relationship_owner_id uuid references user_account (id),
    description text not null default '',
    last_confirmed_on date,
    last_confirmed_by uuid references user_account (id),
    recorded_on date not null default current_date,
    ${recordColumns('organisation')},
    constraint organisation_not_own_parent check (parent_id <> id),
    constraint organisation_not_with_itself check (counts_with_id <> id),
    constraint organisation_not_into_itself check (merged_into_id <> id)
  );
  create unique index organisation_one_coalition on organisation ((true)) where standing = 'coalition';
  create index organisation_name_order on organisation (lower(name) collate "es-x-icu", id) where archived_at is null and merged_into_id is null;
  create index organisation_parent on organisation (parent_id);
  create index organisation_counts_with on organisation (counts_with_id);
  create index organisation_merged_into on organisation (merged_into_id) where merged_into_id is not null;
  create index organisation_countries on organisation using gin (countries);
  create index organisation_themes on organisation using gin (themes);
  create trigger codes before insert or update of countries, themes on organisation for each row
    execute function assert_codes('countries', 'country', 'themes', 'theme');
  alter table organisation add constraint organisation_sdgs_known check (sdgs <@ array[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17]);
  create constraint trigger no_parent_cycle after insert or update of parent_id on organisation for each row
    when (new.parent_id is not null) execute function refuse_cycle('parent_id');
  create constraint trigger no_counting_cycle after insert or update of counts_with_id on organisation for each row
    when (new.counts_with_id is not null) execute function refuse_cycle('counts_with_id');
  create constraint trigger no_merge_cycle after insert or update of merged_into_id on organisation for each row
    when (new.merged_into_id is not null) execute function refuse_cycle('merged_into_id');

  create table organisation_name (
    id uuid primary key default gen_random_uuid(),
    organisation_id uuid not null references organisation (id) on delete cascade,
    role text not null check (role in ('name', 'acronym', 'former', 'alias')),
    language text,
    value text not null check (value <> '' and length(value) <= 400)
  );
  create index organisation_name_of on organisation_name (organisation_id);
  create table organisation_identifier (
    id uuid primary key default gen_random_uuid(),
    organisation_id uuid not null references organisation (id) on delete cascade,
    scheme text not null references identifier_scheme (code),
    value text not null check (value <> ''),
    -- Not unique in the whole register: a refusal would betray a record that is hidden from whoever writes. The service asks the visible ones.
    constraint organisation_identifier_key unique (organisation_id, scheme, value)
  );
  create index organisation_identifier_value on organisation_identifier (scheme, value);
  create table relationship (
    id uuid primary key default gen_random_uuid(),
    from_id uuid not null references organisation (id),
    to_id uuid not null references organisation (id),
    type text not null references relationship_type (code),
    from_day date,
    to_day date,
    version integer not null default 1,
    constraint relationship_two_ends check (from_id <> to_id),
    constraint relationship_days check (to_day >= from_day),
    constraint relationship_no_overlap exclude using gist (from_id with =, to_id with =, type with =, daterange(from_day, to_day, '[]') with &&)
  );
  create index relationship_to on relationship (to_id);
  -- Pairs judged "not the same"; the smaller id first.
  create table not_the_same (
    a_id uuid not null references organisation (id) on delete cascade,
    b_id uuid not null references organisation (id) on delete cascade,
    judged_by uuid references user_account (id),
    judged_at timestamptz not null default now(),
    primary key (a_id, b_id),
    constraint not_the_same_order check (a_id < b_id)
  );
  -- What a merge moved and took away, so that it can be undone.
  create table organisation_merge (
    id uuid primary key default gen_random_uuid(),
    survivor_id uuid not null references organisation (id),
    duplicate_id uuid not null references organisation (id),
    moved jsonb not null,
    merged_by uuid references user_account (id),
    merged_at timestamptz not null default now(),
    undone_by uuid references user_account (id),
    undone_at timestamptz
  );
  create index organisation_merge_survivor on organisation_merge (survivor_id);
  -- Where an imported record came from: the same file twice creates nothing new.
  create table source_record (
    source text not null,
    key text not null,
    table_name text not null,
    record_id uuid not null,
    primary key (source, table_name, key)
  );
  select keep_history('organisation'), keep_history('organisation_name'), keep_history('organisation_identifier'),
    keep_history('relationship'), keep_history('not_the_same'), keep_history('organisation_merge');
`;

// A lexicon of distinct folded words (few, short, so its trigram index stays small) and each organisation's words as integers.
const SEARCH = `
  -- Of an acronym, "near" holds what it looks like with one letter dropped ("acnr") or unknown ("ac*ur"): short words have too few
  -- trigrams to be found misspelt.
  create table search_word (id integer generated always as identity primary key, word text not null unique, near text[]);
  create index search_word_similar on search_word using gin (word gin_trgm_ops);
  create index search_word_near on search_word using gin (near) where near is not null;
  create index search_word_prefix on search_word (word text_pattern_ops);
  create table organisation_search (
    organisation_id uuid primary key references organisation (id) on delete cascade,
    words integer[] not null,
    name_key text not null,
    names text[] not null,
    acronyms text[] not null
  );
  create index organisation_search_acronyms on organisation_search using gin (acronyms);
  create index organisation_search_name_similar on organisation_search using gin (name_key gin_trgm_ops);
  create index organisation_search_names on organisation_search using gin (names);
  create index organisation_search_words on organisation_search using gin (words gin__int_ops);

  create function one_off(word text) returns text[] language sql immutable strict parallel safe as $$
    select array_agg(distinct key) from generate_series(1, length(word)) as at,
      lateral (values (overlay(word placing '' from at for 1)), (overlay(word placing '*' from at for 1))) as looks(key)
  $$;
  create function refresh_organisation_search(wanted uuid) returns void language plpgsql as $$
    declare full_names text[]; marks text[]; key text; found text[];
    begin
      select array_remove(array[fold(o.name), fold(o.name_en)]
          || (select coalesce(array_agg(fold(n.value)), '{}') from organisation_name n where n.organisation_id = o.id and n.role <> 'acronym'), null),
        array_remove(array[fold(o.acronym), fold(o.acronym_en)]
          || (select coalesce(array_agg(fold(n.value)), '{}') from organisation_name n where n.organisation_id = o.id and n.role = 'acronym'), null),
        fold(o.name)
      into full_names, marks, key from organisation o where o.id = wanted;
      if full_names is null then return; end if;
      select coalesce(array_agg(distinct word), '{}') into found from unnest(full_names || marks) as t(value), regexp_split_to_table(value, ' ') as word where word <> '';
      insert into search_word (word) select word from unnest(found) as new_word(word)
        where not exists (select from search_word known where known.word = new_word.word) on conflict do nothing;
      update search_word set near = one_off(word)
        where near is null and length(word) between 3 and 10 and word in (select word from unnest(marks) as t(value), regexp_split_to_table(value, ' ') as word);
      insert into organisation_search (organisation_id, words, name_key, names, acronyms)
        select wanted, coalesce(array_agg(w.id), '{}'), key, full_names, marks from search_word w where w.word = any(found)
      on conflict (organisation_id) do update
        set words = excluded.words, name_key = excluded.name_key, names = excluded.names, acronyms = excluded.acronyms;
    end
  $$;
  create function organisation_search_after() returns trigger language plpgsql as $$
    begin
      if tg_table_name = 'organisation' then perform refresh_organisation_search(new.id);
      elsif tg_op = 'DELETE' then perform refresh_organisation_search(old.organisation_id);
      else perform refresh_organisation_search(new.organisation_id); end if;
      return null;
    end
  $$;
  create trigger search after insert or update of name, name_en, acronym, acronym_en on organisation for each row execute function organisation_search_after();
  create trigger search after insert or update or delete on organisation_name for each row execute function organisation_search_after();
`;

const PEOPLE = `
  create table person (
    id uuid primary key default gen_random_uuid(),
    name text not null check (name <> '' and length(name) <= 200),
    search_text text generated always as (fold(name)) stored,
    languages text[] not null default '{}',
    consent_basis text check (consent_basis in ('consent', 'public_office', 'legitimate_interest')),
    consent_on date,
    notes text not null default '',
    ${recordColumns('person')}
  );
  create index person_name_order on person (lower(name) collate "es-x-icu", id) where archived_at is null;
  create index person_search_text on person using gin (search_text gin_trgm_ops);
  create index person_name_similar on person using gin (fold(name) gin_trgm_ops);
  create table affiliation (
    id uuid primary key default gen_random_uuid(),
    person_id uuid not null references person (id) on delete cascade,
    organisation_id uuid not null references organisation (id),
    post text not null default '',
    from_day date,
    to_day date,
    version integer not null default 1,
    constraint affiliation_days check (to_day >= from_day),
    constraint affiliation_no_overlap exclude using gist (person_id with =, organisation_id with =, post with =, daterange(from_day, to_day, '[]') with &&)
  );
  create index affiliation_organisation on affiliation (organisation_id);
  create table contact_point (
    id uuid primary key default gen_random_uuid(),
    organisation_id uuid references organisation (id) on delete cascade,
    person_id uuid references person (id) on delete cascade,
    kind text not null check (kind in ('website', 'email', 'phone', 'address', 'social')),
    label text not null default '',
    value text not null check (value <> '' and length(value) <= 500),
    constraint contact_point_one_owner check (num_nonnulls(organisation_id, person_id) = 1)
  );
  create index contact_point_organisation on contact_point (organisation_id);
  create index contact_point_person on contact_point (person_id);
  create index contact_point_value on contact_point using gin (lower(value) gin_trgm_ops) where person_id is not null;
  select keep_history('person'), keep_history('affiliation'), keep_history('contact_point');
`;

const AGREEMENTS = `
  create table agreement (
    id uuid primary key default gen_random_uuid(),
    reference text,
    title text not null check (title <> '' and length(title) <= 500),
    title_en text check (length(title_en) <= 500),
    search_text text generated always as (fold(title || ' ' || coalesce(title_en, '') || ' ' || coalesce(reference, ''))) stored,
    kind text not null references agreement_kind (code),
    summary text not null default '',
    stage text not null default 'identified' check (stage in ('identified', 'contacted', 'negotiating', 'text_agreed')),
    effective_from date,
    effective_to date,
    terminated_on date,
    termination_reason text,
    termination_recorded_on date,
    signatures_required smallint check (signatures_required >= 1),
    in_coalition_name boolean not null default true,
    themes text[] not null default '{}',
    sdgs integer[] not null default '{}',
    strategy_activity text references strategy_activity (code),
    renews_id uuid references agreement (id),
    part_of_id uuid references agreement (id),
    responsible_id uuid references user_account (id),
    recorded_on date not null default current_date,
    ${recordColumns('agreement')},
    constraint agreement_reference_key unique (reference),
    constraint agreement_days check (effective_to >= effective_from),
    constraint agreement_termination_told check (terminated_on is not null or (termination_reason is null and termination_recorded_on is null)),
    constraint agreement_not_own_renewal check (renews_id <> id),
    constraint agreement_not_own_part check (part_of_id <> id),
    constraint agreement_sdgs_known check (sdgs <@ array[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17])
  );
  create index agreement_title_order on agreement (lower(title) collate "es-x-icu", id) where archived_at is null;
  create index agreement_title_similar on agreement using gin (fold(title) gin_trgm_ops);
  create index agreement_search_text on agreement using gin (search_text gin_trgm_ops);
  create index agreement_renews on agreement (renews_id);
  create index agreement_part_of on agreement (part_of_id);
  create index agreement_effective_to on agreement (effective_to);
  create trigger codes before insert or update of themes on agreement for each row execute function assert_codes('themes', 'theme');
  create constraint trigger no_renewal_cycle after insert or update of renews_id on agreement for each row
    when (new.renews_id is not null) execute function refuse_cycle('renews_id');
  create constraint trigger no_part_cycle after insert or update of part_of_id on agreement for each row
    when (new.part_of_id is not null) execute function refuse_cycle('part_of_id');

  create table agreement_party (
    id uuid primary key default gen_random_uuid(),
    agreement_id uuid not null references agreement (id) on delete cascade,
    organisation_id uuid not null references organisation (id),
    role text references party_role (code),
    required boolean not null default true,
    signatory_id uuid references person (id),
    signed_on date,
    withdrawn_on date,
    withdrawal_reason text,
    withdrawal_recorded_on date,
    recorded_on date not null default current_date,
    version integer not null default 1,
    constraint agreement_party_once unique (agreement_id, organisation_id),
    constraint agreement_party_days check (withdrawn_on >= signed_on),
    constraint agreement_party_withdrawal_told check (withdrawn_on is not null or (withdrawal_reason is null and withdrawal_recorded_on is null))
  );
  create index agreement_party_organisation on agreement_party (organisation_id);
  create table agreement_suspension (
    id uuid primary key default gen_random_uuid(),
    agreement_id uuid not null references agreement (id) on delete cascade,
    from_day date not null,
    to_day date,
    reason text not null default '',
    recorded_on date not null default current_date,
    constraint agreement_suspension_days check (to_day >= from_day),
    constraint agreement_suspension_no_overlap exclude using gist (agreement_id with =, daterange(from_day, to_day, '[]') with &&)
  );
  select keep_history('agreement'), keep_history('agreement_party'), keep_history('agreement_suspension');
`;
