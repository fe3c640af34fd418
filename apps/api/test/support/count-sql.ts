/** The counting rules A1 and A2 once more, as plain SQL: the twin that the pure functions of libs/domain are compared with. */

/** The unit that an organisation counts as, for those outside the coalition: merges followed to the survivor, offices to their organisation. */
const UNIT = `
  trail(start, id, next, outside) as (
    select o.id, o.id, coalesce(o.merged_into_id, o.counts_with_id), o.merged_into_id is not null or o.standing = 'external' from organisation o
    union all
    select t.start, o.id, coalesce(o.merged_into_id, o.counts_with_id), t.outside and (o.merged_into_id is not null or o.standing = 'external')
      from trail t join organisation o on o.id = t.next),
  unit as (select start as organisation_id, id as unit_id from trail where next is null and outside)`;

/** When each ally was one, as known at the end of day $1 ('infinity': now). */
const PRESENCE = `
  presence as (
    select unit.unit_id, range_agg(agreement_in_force(a, $1::date) * bound.days) as days
    from agreement a join agreement_kind k on k.code = a.kind
      join agreement_party p on p.agreement_id = a.id join unit on unit.organisation_id = p.organisation_id,
      lateral (select case
        when p.signed_on is null or p.recorded_on > $1::date then case when p.required then '{}'::datemultirange
          else datemultirange(daterange(null, left_on.day)) end
        when not p.ratification_required then datemultirange(daterange(p.signed_on, left_on.day))
        when p.ratified_on is null or coalesce(p.ratification_recorded_on, p.recorded_on) > $1::date then '{}'
        else datemultirange(daterange(p.ratified_on, left_on.day)) end as days
        from (select case when coalesce(p.withdrawal_recorded_on, p.recorded_on) <= $1::date then p.withdrawn_on end as day) left_on) bound
    where k.is_instrument and a.in_coalition_name and a.archived_at is null
      and exists (select from evidence e where e.agreement_id = a.id and e.verified_on <= $1::date)
    group by unit.unit_id),
  turns as (select unit_id, lower(each) as entered, upper(each) as left_on, lower(each) = lower(days) as first
    from presence, unnest(days) each)`;

/** A1 over a period: $1 known on, $2 first and $3 last day. */
export const ALLIANCES = `with recursive ${UNIT}, ${PRESENCE} select
  (select count(*)::int from presence where days @> ($2::date - 1)) as start,
  (select count(*)::int from turns where first and entered between $2::date and $3::date) as new,
  (select count(*)::int from turns where not first and entered between $2::date and $3::date) as reactivated,
  (select count(*)::int from turns where left_on between $2::date and $3::date) as exits,
  (select count(*)::int from presence where days @> $3::date) as end,
  (select count(*)::int from presence where days && datemultirange(daterange($2::date, $3::date, '[]'))) as ever`;

/** A1 by the ally's scope: $1 known on, $2 the day. */
export const ALLIES_BY_SCOPE = `with recursive ${UNIT}, ${PRESENCE}
  select o.scope as key, count(*)::int as value from presence join organisation o on o.id = presence.unit_id
  where days @> $2::date group by 1 order by 1 nulls last`;

/** A2 over a period: $1 known on, $2 first and $3 last day. */
export const ACTIVITIES = `with recursive ${UNIT},
  part(top, id) as (
    select c.id, c.id from activity c where c.recorded_on <= $1::date and c.archived_at is null
    union all select p.top, c.id from part p join activity c on c.parent_id = p.id
      where c.status <> 'cancelled' and c.recorded_on <= $1::date and c.archived_at is null),
  contributor as (
    select distinct part.top, unit.unit_id from part join participation n on n.activity_id = part.id
      join activity_role r on r.code = n.role and r.contributes join unit on unit.organisation_id = n.organisation_id),
  done as (
    select c.id from activity c join activity_kind k on k.code = c.kind
    where k.counts and c.parent_id is null and c.status = 'done' and c.ends_on between $2::date and $3::date and c.archived_at is null
      and coalesce(c.strategy_activity, c.axis) is not null and c.recorded_on <= $1::date
      and exists (select from evidence e where e.activity_id = c.id and e.verified_on <= $1::date)
      and exists (select from contributor where contributor.top = c.id))
  select (select count(*)::int from done) as value, count(distinct unit_id)::int as allies, count(*)::int as participations
  from contributor join done on done.id = contributor.top`;
