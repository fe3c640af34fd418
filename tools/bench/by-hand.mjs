// The same jobs as one hand-written statement each: the most that this database gives. The answer comes as text, ready to send.
// $1 and $2 are the asker's scope: the visibilities that they read, and the country whose own records they read too.

const scope = (row) => `(${row}.visibility = any($1::text[]) or (${row}.visibility = 'country' and ${row}.country = $2))`;
const organisation = (row) => `${row}.archived_at is null and ${row}.merged_into_id is null and ${scope(row)}`;
const record = (row) => `${row}.archived_at is null and ${scope(row)}`;

const AGREEMENTS_OF = (row, today) => `(select coalesce(json_agg(json_build_object('id', a.id, 'title', a.title, 'kind', a.kind, 'status', agreement_status(a.*, ${today}), 'effectiveFrom', a.effective_from,
    'effectiveTo', a.effective_to, 'parties', (select coalesce(json_agg(json_build_object('id', p.id, 'signedOn', p.signed_on, 'organisation', json_build_object('id', o.id, 'name', o.name, 'acronym', o.acronym))
      order by p.signed_on nulls last, p.id), '[]') from agreement_party p join organisation o on o.id = p.organisation_id and ${organisation('o')} where p.agreement_id = a.id))
    order by a.recorded_on desc, a.id), '[]')
  from (select a.* from agreement a where ${record('a')} and a.id in (select p.agreement_id from agreement_party p where p.organisation_id = ${row}.id
      union select p.agreement_id from organisation office join agreement_party p on p.organisation_id = office.id where office.counts_with_id = ${row}.id)
    order by a.recorded_on desc, a.id limit 20) a)`;

const NAME = `lower(o.name) collate "es-x-icu"`;

const page = (after) => `
  with page as materialized (select o.id, ${NAME} as key from organisation o where ${organisation('o')} ${after ? `and (${NAME}, o.id) > ($4::text, $5::uuid)` : ''} order by 2, 1 limit 51)
  select json_build_object('total', (select count(*) from organisation o where ${organisation('o')}), 'hasMore', (select count(*) > 50 from page),
    'endCursor', (select translate(encode(convert_to(json_build_array(key, id)::text, 'UTF8'), 'base64'), E'\\n', '') from (select * from page limit 50) l order by key desc, id desc limit 1),
    'nodes', (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name, 'acronym', o.acronym, 'standing', o.standing, 'audience', o.audience, 'kind', o.kind, 'scope', o.scope,
        'seatCountry', o.seat_country, 'countries', o.countries, 'themes', o.themes, 'agreements', ${AGREEMENTS_OF('o', '$3::date')}) order by s.key, s.id), '[]')
      from (select * from page limit 50) s join organisation o on o.id = s.id))::text as answer`;

const alike = (at) => `select id from search_word where word like $${at} || '%' union all select id from search_word where word % $${at} and similarity(word, $${at}) >= 0.45::real`;

const SEARCH = `
  with hit as materialized (select o.id, (case when $5 = any(s.acronyms) then 5 when $5 = any(s.names) then 4 when s.name_key like $5 || '%' then 3.5 else 0 end + similarity(s.name_key, $5))::numeric as rank
    from organisation_search s join organisation o on o.id = s.organisation_id where s.words && array(${alike(3)})
      and s.words && array(${alike(4)} union all select id from search_word where near is not null and (near && $6::text[] or word = any($7::text[]))) and ${organisation('o')})
  select json_build_object('total', (select count(*) from hit), 'nodes', (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name, 'acronym', o.acronym, 'seatCountry', o.seat_country,
      'audience', o.audience) order by h.rank desc, h.id desc), '[]') from (select * from hit order by rank desc, id desc limit 20) h join organisation o on o.id = h.id))::text as answer`;

/** A word short enough for an acronym also means its own slips: a letter unknown; or left out, or two swapped. */
function slips(word) {
  const letters = [...word];
  const without = (at, instead) => [...letters.slice(0, at), instead, ...letters.slice(at + 1)].join('');
  return [[word, ...letters.map((_, at) => without(at, '*'))],
    [...letters.map((_, at) => without(at, '')), ...letters.slice(1).map((_, at) => [...letters.slice(0, at), letters[at + 1], letters[at], ...letters.slice(at + 2)].join(''))]];
}

const named = (where) => `(select json_build_object('id', t.id, 'name', t.name) from organisation t where ${where} and ${organisation('t')})`;

const PROFILE = `
  select json_build_object('id', o.id, 'name', o.name, 'nameEn', o.name_en, 'acronym', o.acronym, 'standing', o.standing, 'audience', o.audience, 'kind', o.kind, 'scope', o.scope,
    'seatCountry', o.seat_country, 'countries', o.countries, 'themes', o.themes, 'sdgs', o.sdgs, 'description', o.description, 'lastConfirmedOn', o.last_confirmed_on, 'visibility', o.visibility,
    'country', o.country, 'version', o.version,
    'names', (select coalesce(json_agg(json_build_object('role', n.role, 'language', n.language, 'value', n.value) order by n.role, n.value), '[]') from organisation_name n where n.organisation_id = o.id),
    'identifiers', (select coalesce(json_agg(json_build_object('scheme', i.scheme, 'value', i.value) order by i.scheme, i.value), '[]') from organisation_identifier i where i.organisation_id = o.id),
    'contactPoints', (select coalesce(json_agg(json_build_object('kind', c.kind, 'label', c.label, 'value', c.value) order by c.kind, c.value), '[]') from contact_point c where c.organisation_id = o.id),
    'parent', ${named('t.id = o.parent_id')}, 'countsWith', ${named('t.id = o.counts_with_id')},
    'children', (select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name) order by lower(t.name) collate "es-x-icu", t.id), '[]') from organisation t where t.parent_id = o.id and ${organisation('t')}),
    'agreements', ${AGREEMENTS_OF('o', '$3::date')},
    'meetings', (select coalesce(json_agg(json_build_object('id', m.id, 'title', m.title, 'kind', m.kind, 'startsAt', m.starts_at) order by m.starts_at desc, m.id), '[]') from (
      select m.* from meeting m where ${record('m')} and m.id in (select a.meeting_id from attendance a where a.organisation_id = o.id) order by m.starts_at desc, m.id limit 20) m),
    'activities', (select coalesce(json_agg(json_build_object('id', c.id, 'title', c.title, 'kind', c.kind, 'status', c.status, 'startsOn', c.starts_on, 'endsOn', c.ends_on)
      order by c.starts_on desc nulls last, c.id), '[]') from (select c.* from activity c where ${record('c')} and c.id in (select q.activity_id from participation q where q.organisation_id = o.id)
      order by c.starts_on desc nulls last, c.id limit 20) c))::text as answer
  from organisation o where ${organisation('o')} and o.id = (with recursive trail(id, next) as (select id, merged_into_id from organisation where id = $4
    union select o.id, o.merged_into_id from organisation o join trail on o.id = trail.next) select id from trail where next is null)`;

const pair = (kind, from, key) => `select '${kind}' as kind, least(p.organisation_id, q.organisation_id) as a, greatest(p.organisation_id, q.organisation_id) as b, w.declares, w.weight
  from w join ${from} p on p.${key} = w.id join ${from} q on q.${key} = w.id and p.organisation_id < q.organisation_id`;
const fading = (last) => `(case when ${last} >= $3::date then 1 else power(0.5, ($3::date - ${last}) / 730.5::float8) end)::float8`;
const bound = (p) => `((${p}.signed_on <= $3::date or (${p}.signed_on is null and not ${p}.required)) and (${p}.withdrawn_on is null or ${p}.withdrawn_on > $3::date))`;

const NETWORK = `
  with node as materialized (select o.* from organisation o where ${organisation('o')}),
    there as materialized (select distinct a.meeting_id, a.organisation_id from attendance a where a.organisation_id is not null and a.presence <> 'excused'),
    took_part as materialized (select distinct activity_id, organisation_id from participation),
    evidence as (
      select 'agreement' as kind, p.organisation_id as a, q.organisation_id as b, true as declares, 1::float8 as weight from agreement g join agreement_span s on s.agreement_id = g.id and s.span @> $3::date
        join agreement_party p on p.agreement_id = g.id join agreement_party q on q.agreement_id = g.id and p.organisation_id < q.organisation_id where ${record('g')} and ${bound('p')} and ${bound('q')}
      union all select * from (with w as (select m.id, false as declares, ${fading('(m.starts_at at time zone m.time_zone)::date')} as weight from meeting m where ${record('m')} and (m.starts_at at time zone m.time_zone)::date <= $3::date) ${pair('meeting', 'there', 'meeting_id')}) m
      union all select * from (with w as (select c.id, false as declares, ${fading('coalesce(c.ends_on, c.starts_on)')} as weight from activity c where ${record('c')} and c.status in ('done', 'under_way')
        and coalesce(c.starts_on, c.ends_on) <= $3::date) ${pair('activity', 'took_part', 'activity_id')}) c
      union all select 'relationship', least(from_id, to_id), greatest(from_id, to_id), true, 1 from relationship where daterange(from_day, to_day, '[]') @> $3::date
      union all select 'parent', least(o.id, above.id), greatest(o.id, above.id), true, 1 from organisation o cross join lateral (select o.parent_id as id where o.parent_id is not null
        union select o.counts_with_id where o.counts_with_id is not null) above where o.archived_at is null and o.merged_into_id is null),
    tie as materialized (select a, b, bool_or(declares) as declared, bool_or(not declares) as demonstrated, round(sum(weight)::numeric, 3) as weight, count(*) filter (where kind = 'agreement') as agreements,
        count(*) filter (where kind = 'meeting') as meetings, count(*) filter (where kind = 'activity') as activities
      from evidence where weight >= 0.01 and a in (select id from node) and b in (select id from node) group by a, b),
    degree as (select id, count(*) as ties from (select a as id from tie union all select b from tie) ends group by id),
    shown as materialized (select id, ties from degree order by ties desc, id limit 2000)
  select json_build_object('total', (select count(*) from degree),
    'nodes', (select json_agg(json_build_object('id', n.id, 'name', n.name, 'acronym', n.acronym, 'standing', n.standing, 'audience', n.audience, 'kind', n.kind, 'scope', n.scope, 'seatCountry', n.seat_country,
      'ties', s.ties) order by s.ties desc, n.id) from shown s join node n on n.id = s.id),
    'ties', (select json_agg(t) from (select * from tie where a in (select id from shown) and b in (select id from shown) order by weight desc, a, b limit 20000) t))::text as answer`;

const MEETING = `
  with work as materialized (select begin_work($3::text, 'meeting.log')),
    m as (insert into meeting (title, kind, mode, starts_at, time_zone, agreed, visibility, country, created_by)
      select $4::jsonb->>'title', $4::jsonb->>'kind', $4::jsonb->>'mode', ($4::jsonb->>'startsAt')::timestamptz, $4::jsonb->>'timeZone', $4::jsonb->>'agreed', 'coalition', $2, $3::uuid from work returning *),
    t as (insert into attendance (meeting_id, organisation_id) select m.id, o.id from m, jsonb_array_elements($4::jsonb->'attendees') with ordinality e(a, at)
      join organisation o on o.id = (e.a->>'organisationId')::uuid and ${organisation('o')} returning *),
    c as (insert into commitment (text, owner_organisation_id, due_on, first_due_on, meeting_id, visibility, country, created_by)
      select e->>'text', o.id, (e->>'dueOn')::date, (e->>'dueOn')::date, m.id, m.visibility, m.country, $3::uuid from m, jsonb_array_elements($4::jsonb->'commitments') e
      join organisation o on o.id = (e->>'ownerOrganisationId')::uuid and ${organisation('o')} returning *)
  select json_build_object('id', m.id, 'title', m.title, 'startsAt', m.starts_at,
    'attendees', (select json_agg(json_build_object('organisation', json_build_object('id', o.id, 'name', o.name))) from t join organisation o on o.id = t.organisation_id),
    'commitments', (select json_agg(json_build_object('text', c.text, 'dueOn', c.due_on)) from c))::text as answer from m`;

/** The statement of a job with its values. @param scope [visibilities, country]; @param today YYYY-MM-DD */
export function byHand(job, { scope: [visibilities, country], userId, today, variables }, indicators) {
  const values = [visibilities, country];
  switch (job) {
    case 'page': return variables.after
      ? { name: 'page after', text: page(true), values: [...values, today, ...JSON.parse(Buffer.from(variables.after, 'base64').toString('utf8')).slice(0, 2)] }
      : { name: 'page', text: page(false), values: [...values, today] };
    case 'search': return { name: job, text: SEARCH, values: [...values, ...variables.text.split(' '), variables.text, ...slips(variables.text.split(' ')[1])] };
    case 'profile': return { name: job, text: PROFILE, values: [...values, today, variables.id] };
    case 'indicators': return { name: job, text: indicators, values: [variables.from, variables.to, today] };
    case 'network': return { name: job, text: NETWORK, values: [...values, variables.day] };
    case 'meeting': return { name: job, text: MEETING, values: [...values, userId, JSON.stringify(variables.input)] };
    default: throw new Error(`no job ${job}`);
  }
}
