// Both indicators with all their disaggregations for each year, as one statement over the rules of libs/domain.

// 'only:x', 'all' or 'several' (see themeSet in libs/domain); none is null.
const themeSet = (themes) => `case coalesce(cardinality(${themes}), 0) when 0 then null when 1 then 'only:' || ${themes}[1] when (select count(*) from theme) then 'all' else 'several' end`;
const distinct = (value) => `array_agg(distinct ${value}) filter (where ${value} is not null)`;

const ALLIANCES = `
  unit as materialized (select u.organisation_id, u.unit_id from organisation_unit u join organisation o on o.id = u.unit_id and o.standing = 'external'),
  bond as materialized (select a.themes, a.sdgs, u.unit_id, met.countries, k.span * datemultirange(daterange(p.signed_on, p.withdrawn_on)) as span
    from agreement a join agreement_kind kind on kind.code = a.kind and kind.is_instrument join agreement_span k on k.agreement_id = a.id
    join agreement_party p on p.agreement_id = a.id and p.signed_on is not null join unit u on u.organisation_id = p.organisation_id
    join organisation o on o.id = p.organisation_id join organisation met on met.id = coalesce(o.merged_into_id, o.id)
    where a.archived_at is null and a.in_coalition_name and exists (select from evidence e where e.agreement_id = a.id and e.verified_on is not null)),
  ally as materialized (select y.year, u.id, u.scope, u.audience, u.kind, ${distinct('t')} as themes, ${distinct('c')} as countries,
      coalesce(${distinct("s")}, (select array_agg(w) from unnest(u.sdgs) w)) as sdgs
    from years y join bond b on y.begun and b.span @> y.day join organisation u on u.id = b.unit_id
    left join lateral unnest(b.themes) t on true left join lateral unnest(b.countries) c on true left join lateral unnest(b.sdgs) s on true group by y.year, u.id),
  ally_key as (
    select year, 'scope' as dimension, scope as key, count(*) as value from ally group by 1, 3
    union all select year, 'audience', audience, count(*) from ally group by 1, 3
    union all select year, 'kind', kind, count(*) from ally group by 1, 3
    union all select year, 'theme_set', ${themeSet('themes')}, count(*) from ally group by 1, 3
    union all select year, 'theme', t, count(*) from ally left join lateral unnest(themes) t on true group by 1, 3
    union all select year, 'country', c, count(*) from ally left join lateral unnest(countries) c on true group by 1, 3
    union all select year, 'sdg', s::text, count(*) from ally left join lateral unnest(sdgs) s on true group by 1, 3)`;

const ACTIVITIES = `
  part(root, id) as (select id, id from activity where parent_id is null and archived_at is null
    union all select part.root, c.id from part join activity c on c.parent_id = part.id where c.status <> 'cancelled' and c.archived_at is null),
  by as materialized (select q.activity_id, o.id as unit_id, o.scope, o.audience from participation q join activity_role r on r.code = q.role and r.contributes
    join unit u on u.organisation_id = q.organisation_id join organisation o on o.id = u.unit_id),
  done as materialized (select extract(year from c.ends_on)::int as year, c.id, c.kind, ${distinct('t')} as themes, ${distinct('n')} as countries, ${distinct('s')} as sdgs,
      ${distinct('by.scope')} as scopes, ${distinct('by.audience')} as audiences
    from activity c join activity_kind k on k.code = c.kind and k.counts join part on part.root = c.id join activity a on a.id = part.id left join by on by.activity_id = a.id
    left join lateral unnest(a.themes) t on true left join lateral unnest(a.countries) n on true left join lateral unnest(a.sdgs) s on true
    where c.archived_at is null and c.status = 'done' and coalesce(c.strategy_activity, c.axis) is not null and c.ends_on between make_date($1, 1, 1) and least($3::date, make_date($2, 12, 31))
      and exists (select from evidence e where e.activity_id = c.id and e.verified_on is not null)
    group by c.id having bool_or(by.unit_id is not null)),
  done_key as (
    select year, 'kind' as dimension, kind as key, count(*) as value from done group by 1, 3
    union all select year, 'theme_set', ${themeSet('themes')}, count(*) from done group by 1, 3
    ${[['theme', 'themes'], ['country', 'countries'], ['scope', 'scopes'], ['audience', 'audiences'], ['sdg', 'sdgs']].map(([dimension, column]) =>
    `union all select year, '${dimension}', each::text, count(*) from done left join lateral unnest(${column}) each on true group by 1, 3`).join(' ')})`;

const years = (keys, counted, dimensions) => `(select json_agg(json_build_object('year', y.year, 'value', case when y.begun then v.value end, 'breakdowns', (select coalesce(json_agg(json_build_object('dimension', d.name,
    'total', v.value, 'cells', (select coalesce(json_agg(json_build_object('key', k.key, 'value', k.value) order by k.key collate "C" nulls last), '[]')
      from ${keys} k where k.year = y.year and k.dimension = d.name)) order by d.place), '[]') from unnest('{${dimensions}}'::text[]) with ordinality d(name, place) where y.begun)) order by y.year)
  from years y, lateral (select count(*) as value from ${counted} c where c.year = y.year) v)`;

export const INDICATORS = `with recursive years as (select year, least(make_date(year, 12, 31), $3::date) as day, make_date(year, 1, 1) <= $3::date as begun from generate_series($1::int, $2::int) year), ${ALLIANCES}, ${ACTIVITIES}
  select json_build_object('alliances', ${years('ally_key', 'ally', 'scope,audience,kind,theme_set,theme,country,sdg')}, 'activities', ${years('done_key', 'done', 'kind,theme_set,theme,country,scope,audience,sdg')})::text as answer`;
