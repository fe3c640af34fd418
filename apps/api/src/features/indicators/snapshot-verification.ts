import type { EntityManager } from 'typeorm';
import { hashOf, type SnapshotContent } from './snapshot-content.js';
import { snapshotsStatement } from './snapshots.reads.js';

/** `content`: it does not have the hash that was signed; `signature`: not by whom, or not with what, the trail says; `missing`: it is no more. */
export type SnapshotProblem = 'content' | 'signature' | 'missing';

export interface AlteredSnapshot { id: string; indicator: string; day: string; problem: SnapshotProblem }

type Row = SnapshotContent & { id: string; contentHash: string };
interface Trail { id: string; kept: boolean; signed: boolean; indicator: string; day: string }

/** How many snapshots there are, and by id those that are not as they were signed. */
export async function verifySnapshots(manager: EntityManager): Promise<{ count: number; altered: AlteredSnapshot[] }> {
  const trail = (await manager.query(TRAIL)) as Trail[];
  const altered: AlteredSnapshot[] = [];
  // One at a time: a snapshot of a large register is long.
  for (const { id, kept, signed, indicator, day } of trail) {
    const problem = !kept ? 'missing' : !(await contentHolds(manager, id)) ? 'content' : signed ? null : 'signature';
    if (problem) altered.push({ id, indicator, day, problem });
  }
  return { count: trail.length, altered };
}

async function contentHolds(manager: EntityManager, id: string): Promise<boolean> {
  const { text, values } = snapshotsStatement(null, id);
  const [{ answer: [row] }] = (await manager.query(text, values)) as [{ answer: [Row?] }];
  return row !== undefined && hashOf(row) === row.contentHash;
}

// Whoever alters a snapshot can make a new hash; the trail, which is chained, still has the one that was signed, and by whom.
const TRAIL = `
  with told as (
    select e.row_id, (array_agg(e.after order by e.id))[1] as first, (array_agg(e.after order by e.id desc))[1] as last
    from audit_entry e where e.table_name = 'snapshot' and e.operation <> 'delete' and e.after is not null group by 1)
  select coalesce(s.id::text, t.row_id) as id, s.id is not null as kept,
    t.row_id is not null and s.content_hash = t.first ->> 'content_hash' and s.proposed_by::text = t.first ->> 'proposed_by'
      and s.approved_by::text is not distinct from t.last ->> 'approved_by' as signed,
    coalesce(s.indicator, t.first ->> 'indicator') as indicator,
    coalesce(s.on_day::text, s.to_day::text, t.first ->> 'on_day', t.first ->> 'to_day') as day
  from snapshot s full join told t on t.row_id = s.id::text order by s.proposed_at, 1`;
