// A register of the benchmark's size, made by set-based SQL. Deterministic: the same rows at every run.
import { createHash, randomBytes } from 'node:crypto';

export const SIZE = { organisations: 20_000, agreements: 12_000, meetings: 20_000, activities: 10_000, people: 8_000 };

/** The delegate who asks: what they may not see is part of every statement on both sides. */
export const ASKER = '00000000-0000-4000-8000-00000000beef';

/**
 * Fills a migrated database that holds the reference tables and the strategy.
 * Triggers are off meanwhile (a row at a time they would take minutes); what they keep is made afterwards by the same functions.
 * @param owner a connected client of the owner; @returns the token of the asker's session.
 */
export async function fill(owner) {
  await owner.query("select begin_work(':bench', 'bench.fill')");
  await owner.query('set session_replication_role = replica');
  for (const statement of [HELPERS, ORGANISATIONS, PEOPLE, AGREEMENTS, MEETINGS, ACTIVITIES, KEPT]) await owner.query(statement);
  await owner.query('set session_replication_role = origin');
  const token = randomBytes(32).toString('base64url');
  await owner.query("select set_config('tejido.actor', ':bench', false), set_config('tejido.action', 'bench.fill', false)");
  await owner.query("insert into user_account (id, email, name, role, country, password_hash) values ($1, 'bench@test.example', 'Bench', 'delegate', 'HN', 'none')", [ASKER]);
  await owner.query("insert into user_session (token_hash, user_id, expires_at) values ($1, $2, now() + interval '2 hours')",
    [createHash('sha256').update(token).digest(), ASKER]);
  await owner.query('vacuum analyze');
  return token;
}

const HELPERS = `
  -- A number from 0 to n - 1, always the same for the same i and salt.
  create function pg_temp.r(i bigint, salt text, n bigint) returns int language sql immutable as $$ select ((hashtextextended(salt, i) & 9007199254740991) % n)::int $$;
  create function pg_temp.pick(i bigint, salt text, among text[]) returns text language sql immutable as $$ select among[1 + pg_temp.r(i, salt, cardinality(among))] $$;
  create function pg_temp.id_of(stem text, i bigint) returns uuid language sql immutable as $$ select md5(stem || i)::uuid $$;
  -- Some organisations do most of what is done.
  create function pg_temp.busy(i bigint, salt text) returns bigint language sql immutable as $$
    select 1 + floor(${SIZE.organisations} * power(pg_temp.r(i, salt, 100000) / 100000.0, 2.5))::bigint $$;
  create function pg_temp.day(i bigint, salt text) returns date language sql immutable as $$ select '2011-01-01'::date + pg_temp.r(i, salt, 5800) $$;
  create function pg_temp.word(i bigint, salt text) returns text language sql immutable as $$
    select initcap(string_agg(pg_temp.pick(i, salt || s, '{ba,ce,di,fo,gu,la,me,ni,po,ra,sa,te,vi,xo,ya,que,tla,chi,mar,son}'), '')) from generate_series(1, 2 + pg_temp.r(i, salt, 2)) s $$;
  create function pg_temp.seen(i bigint, salt text) returns text language sql immutable as $$
    select (array['public','public','coalition','coalition','coalition','coalition','coalition','coalition','country','secretariat'])[1 + pg_temp.r(i, salt, 10)] $$;
  create function pg_temp.member(i bigint, salt text) returns text language sql immutable as $$ select pg_temp.pick(i, salt, '{GT,BZ,HN,SV,NI,CR,PA,MX,DO}') $$;
`;

const ORGANISATIONS = `
  create temp table term as select array(select code from audience order by code) as audiences, array(select code from organisation_kind order by code) as kinds, array(select code from scope order by code) as scopes,
    array(select code from axis order by code) as axes;
  insert into organisation (id, name, name_en, acronym, standing, audience, kind, scope, seat_country, countries, themes, sdgs, counts_with_id, merged_into_id, description,
    last_confirmed_on, recorded_on, visibility, country)
  select pg_temp.id_of('organisation', i),
    case when i = 1 then 'Organización Internacional para las Migraciones' else
      pg_temp.pick(i, 'n1', '{Organización,Fundación,Asociación,Instituto,Ministerio,Red,Consejo,Centro,Coordinadora,Agencia,Comisión,Secretaría}') || ' '
      || pg_temp.pick(i, 'n2', '{Internacional,Nacional,Regional,Centroamericana,Interamericana,de Mujeres,Juvenil,Comunitaria}') || ' '
      || pg_temp.pick(i, 'n3', '{para las Migraciones,contra la Trata,de Derechos Humanos,para la Niñez,de Protección,de Desarrollo Social,de Cooperación,para la Justicia,de Atención a Migrantes,y Migración}')
      || ' ' || pg_temp.word(i, 'n4') || ' ' || pg_temp.word(i, 'n5') end,
    case when i % 3 = 0 then pg_temp.word(i, 'e1') || ' Organization for ' || pg_temp.word(i, 'e2') end,
    case when i = 1 then 'OIM' else upper(substr(pg_temp.word(i, 'a'), 1, 4)) end,
    case when i % 50 = 0 then 'member' else 'external' end,
    pg_temp.pick(i, 'au', term.audiences),
    pg_temp.pick(i, 'ki', term.kinds),
    pg_temp.pick(i, 'sc', term.scopes),
    pg_temp.member(i, 'seat'), array(select distinct pg_temp.member(i, 'c' || s) from generate_series(1, 1 + pg_temp.r(i, 'cs', 3)) s order by 1),
    case pg_temp.r(i, 'th', 4) when 0 then '{trafficking}' when 1 then '{smuggling}' when 2 then '{smuggling,trafficking}' else '{}' end::text[],
    array(select distinct 1 + pg_temp.r(i, 's' || s, 17) from generate_series(1, pg_temp.r(i, 'ss', 3)) s order by 1),
    case when i % 20 = 7 then pg_temp.id_of('organisation', i - 6) end, case when i % 100 = 8 then pg_temp.id_of('organisation', i - 7) end,
    'Trabaja con ' || pg_temp.word(i, 'd'), case when i % 4 > 0 then '2026-10-01'::date - pg_temp.r(i, 'lc', 1200) end, pg_temp.day(i, 'rec'),
    pg_temp.seen(i, 'vis'), pg_temp.member(i, 'own')
  from generate_series(1, ${SIZE.organisations}) i, term;
  insert into organisation_name (organisation_id, role, language, value)
    select pg_temp.id_of('organisation', i), 'alias', 'es', pg_temp.word(i, 'al') || ' ' || pg_temp.word(i, 'al2') from generate_series(1, ${SIZE.organisations}, 4) i;
  insert into organisation_identifier (organisation_id, scheme, value) select pg_temp.id_of('organisation', i), 'wikidata', 'Q' || i from generate_series(1, ${SIZE.organisations}, 5) i;
  insert into contact_point (organisation_id, kind, label, value) select pg_temp.id_of('organisation', i), 'website', '', 'https://www.' || i || '.example' from generate_series(1, ${SIZE.organisations}, 2) i;
  insert into relationship (from_id, to_id, type, from_day) select pg_temp.id_of('organisation', i), pg_temp.id_of('organisation', 1 + i / 7), 'member_of', pg_temp.day(i, 'rel') from generate_series(10, ${SIZE.organisations}, 6) i;
`;

const PEOPLE = `
  insert into person (id, name, visibility, country) select pg_temp.id_of('person', i), pg_temp.word(i, 'p1') || ' ' || pg_temp.word(i, 'p2'), 'coalition', pg_temp.member(i, 'po')
    from generate_series(1, ${SIZE.people}) i;
  insert into affiliation (person_id, organisation_id, post, from_day) select pg_temp.id_of('person', i), pg_temp.id_of('organisation', pg_temp.busy(i, 'aff')), 'Enlace', pg_temp.day(i, 'affd')
    from generate_series(1, ${SIZE.people}) i;
`;

const AGREEMENTS = `
  insert into agreement (id, title, kind, stage, effective_from, effective_to, terminated_on, in_coalition_name, themes, sdgs, renews_id, recorded_on, visibility, country)
  select pg_temp.id_of('agreement', i), 'Convenio ' || pg_temp.word(i, 't1') || ' ' || pg_temp.word(i, 't2') || ' ' || i,
    case when i % 30 = 0 then 'informal_contact' else pg_temp.pick(i, 'k', '{framework_agreement,memorandum,letter_of_understanding,joint_work_plan}') end, 'text_agreed',
    d.start, case when i % 5 < 3 then d.start + 200 + pg_temp.r(i, 'len', 1500) end, case when i % 25 = 3 then d.start + 150 end, i % 20 <> 5,
    case pg_temp.r(i, 'th', 4) when 0 then '{trafficking}' when 1 then '{smuggling}' when 2 then '{smuggling,trafficking}' else '{}' end::text[],
    array(select distinct 1 + pg_temp.r(i, 's' || s, 17) from generate_series(1, pg_temp.r(i, 'ss', 3)) s order by 1),
    case when i % 10 = 9 then pg_temp.id_of('agreement', i - 1) end, d.start, pg_temp.seen(i, 'avis'), pg_temp.member(i, 'aown')
  from generate_series(1, ${SIZE.agreements}) i, lateral (select pg_temp.day(i, 'start') as start) d;
  insert into agreement_party (agreement_id, organisation_id, required, signed_on, withdrawn_on, recorded_on)
  select pg_temp.id_of('agreement', i), pg_temp.id_of('organisation', p.organisation), true, case when p.place = 2 and i % 12 = 0 then null else d.start - 5 + p.place end,
    case when p.place = 3 and i % 15 = 0 then d.start + 100 end, d.start
  from generate_series(1, ${SIZE.agreements}) i, lateral (select pg_temp.day(i, 'start') as start) d,
    lateral (select min(place) as place, organisation from (select s as place, case when s = 1 then 50 * (1 + pg_temp.r(i, 'pm', 40)) else pg_temp.busy(i, 'p' || s) end as organisation
      from generate_series(1, 2 + pg_temp.r(i, 'ps', 3)) s) chosen group by organisation) p;
  insert into agreement_suspension (agreement_id, from_day, to_day, recorded_on)
    select pg_temp.id_of('agreement', i), pg_temp.day(i, 'start') + 60, pg_temp.day(i, 'start') + 120, pg_temp.day(i, 'start') + 60 from generate_series(1, ${SIZE.agreements}, 25) i;
  insert into evidence (agreement_id, title, address, added_on, verified_on)
    select pg_temp.id_of('agreement', i), 'Texto firmado', 'https://evidence.example/' || i, pg_temp.day(i, 'start'), case when i % 10 > 0 then pg_temp.day(i, 'start') + 10 end
    from generate_series(1, ${SIZE.agreements}) i where i % 8 > 0;
`;

const MEETINGS = `
  insert into meeting (id, title, kind, mode, starts_at, ends_at, time_zone, place, agreed, visibility, country)
  select pg_temp.id_of('meeting', i), 'Reunión ' || pg_temp.word(i, 'm1') || ' ' || i, pg_temp.pick(i, 'mk', '{bilateral,forum,ordinary_session}'), 'virtual',
    pg_temp.day(i, 'md') + time '15:00', pg_temp.day(i, 'md') + time '16:00', 'America/Guatemala', '', 'Seguir en contacto.', pg_temp.seen(i, 'mvis'), pg_temp.member(i, 'mown')
  from generate_series(1, ${SIZE.meetings}) i;
  insert into attendance (meeting_id, organisation_id, person_id)
  select distinct pg_temp.id_of('meeting', i), pg_temp.id_of('organisation', case when s = 1 then 50 * (1 + pg_temp.r(i, 'am', 40)) else pg_temp.busy(i, 'at' || s) end),
    case when s = 2 then pg_temp.id_of('person', 1 + pg_temp.r(i, 'ap', ${SIZE.people})) end
  from generate_series(1, ${SIZE.meetings}) i, generate_series(1, 3) s;
  insert into commitment (text, owner_organisation_id, beneficiary_organisation_id, due_on, first_due_on, meeting_id, visibility, country)
  select 'Enviar el informe ' || i, pg_temp.id_of('organisation', pg_temp.busy(i, 'at2')), pg_temp.id_of('organisation', 50), pg_temp.day(i, 'md') + 60, pg_temp.day(i, 'md') + 60,
    pg_temp.id_of('meeting', i), pg_temp.seen(i, 'mvis'), pg_temp.member(i, 'mown')
  from generate_series(1, ${SIZE.meetings}, 3) i;
`;

const ACTIVITIES = `
  insert into activity (id, title, kind, status, starts_on, ends_on, parent_id, axis, countries, themes, visibility, country)
  select pg_temp.id_of('activity', i), 'Taller ' || pg_temp.word(i, 'c1') || ' ' || i, pg_temp.pick(i, 'ck', '{campaign,training,workshop,follow_up_meeting}'),
    pg_temp.pick(i, 'cs', '{done,done,done,done,done,planned,cancelled}'), pg_temp.day(i, 'cd'), pg_temp.day(i, 'cd') + pg_temp.r(i, 'cl', 30),
    case when i % 10 = 4 then pg_temp.id_of('activity', i - 1) end, case when i % 9 > 0 then pg_temp.pick(i, 'ax', term.axes) end,
    array(select distinct pg_temp.member(i, 'cc' || s) from generate_series(1, 1 + pg_temp.r(i, 'cn', 3)) s order by 1),
    case pg_temp.r(i, 'cth', 4) when 0 then '{trafficking}' when 1 then '{smuggling}' when 2 then '{smuggling,trafficking}' else '{}' end::text[], pg_temp.seen(i, 'cvis'), pg_temp.member(i, 'cown')
  from generate_series(1, ${SIZE.activities}) i, term;
  insert into participation (activity_id, organisation_id, role)
  select distinct pg_temp.id_of('activity', i), pg_temp.id_of('organisation', pg_temp.busy(i, 'q' || s)), pg_temp.pick(i, 'qr' || s, '{co_organises,funds,facilitates,attends}')
  from generate_series(1, ${SIZE.activities}) i, generate_series(1, 3) s;
  insert into evidence (activity_id, title, address, added_on, verified_on)
    select pg_temp.id_of('activity', i), 'Informe', 'https://evidence.example/a' || i, pg_temp.day(i, 'cd'), case when i % 7 > 0 then pg_temp.day(i, 'cd') + 40 end
    from generate_series(1, ${SIZE.activities}) i where i % 8 > 0;
`;

// What the triggers keep (counting units, words, spans), for all rows at once by the register's own functions; the lexicon first, so that they only look words up.
const KEPT = `
  insert into organisation_unit (organisation_id, unit_id) select id, coalesce(counting_unit(id), id) from organisation on conflict do nothing;
  insert into search_word (word) select distinct word from (select name as value from organisation union all select name_en from organisation union all select acronym from organisation
    union all select value from organisation_name) t, regexp_split_to_table(fold(value), ' ') as word where word <> '' on conflict do nothing;
  analyze search_word, organisation, organisation_name, agreement, agreement_party, agreement_suspension;
  select count(refresh_organisation_search(id)) from organisation;
  insert into agreement_span (agreement_id, span) select a.id, agreement_in_force(a) from agreement a;
`;
