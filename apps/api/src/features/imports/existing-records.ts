import sql from 'sql-template-tag';
import type { Viewer } from '@tejido/domain/policy.js';
import { fold } from '@tejido/domain/text.js';
import { readableBy } from '../../platform/access/scope.js';
import type { Tx } from '../../platform/database/work.js';
import { activityKey } from './plan-activities.js';
import { agreementKey } from './plan-agreements.js';
import { tieKey } from './plan-ties.js';

/** Records that the register had before the import, by what makes them the same. Each can be taken once: two rows alike are two records. */
export class ExistingRecords {
  private readonly ids = new Set<string>();
  private readonly byKey = new Map<string, string[]>();

  add(id: string, keys: readonly string[]): void {
    this.ids.add(id);
    for (const key of keys) this.byKey.set(key, [...(this.byKey.get(key) ?? []), id]);
  }

  has(id: string): boolean {
    return this.ids.has(id);
  }

  /** The id of a record of this key that no other row took; null when there is none left. */
  take(key: string): string | null {
    return this.byKey.get(key)?.shift() ?? null;
  }
}

export async function existingAgreements(tx: Tx, viewer: Viewer): Promise<ExistingRecords> {
  const rows = await tx.query<{ id: string; reference: string | null; title: string; from: string | null; to: string | null; parties: string[] }>(sql`
    select a.id, a.reference, a.title, a.effective_from as from, a.effective_to as to,
      array(select p.organisation_id from agreement_party p where p.agreement_id = a.id)::text[] as parties
    from agreement a where a.archived_at is null and ${readableBy(viewer, sql`a`)}`);
  const records = new ExistingRecords();
  for (const { id, reference, title, from, to, parties } of rows) {
    const key = agreementKey({ title, effectiveFrom: from, effectiveTo: to }, parties);
    records.add(id, reference === null ? [key] : [key, `reference ${fold(reference)}`]);
  }
  return records;
}

export async function existingActivities(tx: Tx, viewer: Viewer): Promise<ExistingRecords> {
  const rows = await tx.query<{ id: string; title: string; startsOn: string | null; endsOn: string | null; summary: string; participations: string[] }>(sql`
    select a.id, a.title, a.starts_on as "startsOn", a.ends_on as "endsOn", a.summary,
      array(select p.organisation_id || ' ' || p.role from participation p where p.activity_id = a.id)::text[] as participations
    from activity a where a.archived_at is null and ${readableBy(viewer, sql`a`)}`);
  const records = new ExistingRecords();
  for (const { id, participations, ...activity } of rows) records.add(id, [activityKey(activity, participations)]);
  return records;
}

/** The keys of the ties that organisations have already. */
export async function existingTies(tx: Tx): Promise<Set<string>> {
  const rows = await tx.query<{ from_id: string; to_id: string; type: string }>(sql`select from_id, to_id, type from relationship`);
  return new Set(rows.map(({ from_id: from, to_id: to, type }) => tieKey(from, to, type)));
}
