import sql, { type Sql } from 'sql-template-tag';

/** Newest first; every column, the frozen lists included. */
export const snapshotsStatement = (indicator: string | null, id: string | null): Sql => sql`select coalesce(json_agg(json_build_object(
    'id', s.id, 'indicator', s.indicator, 'onDay', s.on_day, 'fromDay', s.from_day, 'toDay', s.to_day, 'knownOn', s.known_on, 'value', s.value,
    'counted', s.counted, 'excluded', s.excluded, 'definition', s.definition, 'figures', s.figures, 'hashVersion', s.hash_version, 'contentHash', s.content_hash,
    'proposedById', s.proposed_by, 'proposedBy', p.name, 'proposedAt', s.proposed_at, 'approvedBy', a.name, 'approvedAt', s.approved_at)
    order by s.proposed_at desc, s.id), '[]') as answer
  from snapshot s join user_account p on p.id = s.proposed_by left join user_account a on a.id = s.approved_by
  where (${indicator}::text is null or s.indicator = ${indicator}) and (${id}::uuid is null or s.id = ${id}::uuid)`;
