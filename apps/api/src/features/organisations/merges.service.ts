import { Injectable } from '@nestjs/common';
import sql, { raw } from 'sql-template-tag';
import { conflict, notFound, problem } from '@tejido/domain/error.js';
import { canMerge } from '@tejido/domain/merge.js';
import { canRead, type Viewer } from '@tejido/domain/policy.js';
import { fold } from '@tejido/domain/text.js';
import { authorize } from '../../platform/access/ability.js';
import { Clock } from '../../platform/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { Reader } from '../../platform/graphql/read.js';
import type { MergePreview } from './merge.type.js';
import { HANGING, hangingRows, type HangingRow } from './organisation-merge.js';
import { Organisation, OrganisationMerge, type MergedRows } from './organisation.entity.js';

/** Two records of one body become one, and two again when that was a mistake. */
@Injectable()
export class MergesService {
  constructor(private readonly work: Work, private readonly reader: Reader, private readonly clock: Clock) {}

  /** What would happen. @returns null when the viewer may not know one of both */
  async preview(viewer: Viewer, survivorId: string, duplicateId: string): Promise<MergePreview | null> {
    authorize(viewer, 'organisation.merge');
    if (!isUuid(survivorId) || !isUuid(duplicateId)) return null;
    const both = await this.reader.rows<Candidate>(sql`select id, standing, merged_into_id as "mergedIntoId", visibility, country
      from organisation where id in (${survivorId}, ${duplicateId}) and archived_at is null`);
    const [survivor, duplicate] = [survivorId, duplicateId].map((id) => both.find((each) => each.id === id && canRead(viewer, each)));
    if (!survivor || !duplicate) return null;
    const verdict = canMerge(survivor, duplicate);
    const rows = verdict.ok ? await this.reader.rows<HangingRow>(hangingRows(survivorId, duplicateId)) : [];
    return {
      rows: rows.map(({ kind, record, label, dropped }) => ({ kind, id: record, label, alreadyThere: dropped !== null })),
      refusals: verdict.ok ? [] : verdict.fields.map((each) => each.problem),
    };
  }

  /** Moves what hangs on the duplicate to the survivor and leaves a redirect. @throws CONFLICT with the reasons, CONFLICT_STALE */
  merge(viewer: Viewer, survivorId: string, duplicateId: string, version: number): Promise<void> {
    return this.work.run(viewer, 'organisation.merge', async (tx) => {
      const survivor = await allowed(tx, viewer, survivorId);
      const duplicate = await allowed(tx, viewer, duplicateId);
      const verdict = canMerge(survivor, duplicate);
      if (!verdict.ok) throw conflict(verdict.fields);
      await tx.amend(Organisation, duplicateId, version, { mergedIntoId: survivorId });
      const rows = await tx.query<HangingRow>(hangingRows(survivorId, duplicateId));
      const moved: MergedRows[] = [];
      for (const at of new Set(rows.map((row) => row.at))) moved.push(await moveRows(tx, survivorId, at, rows.filter((row) => row.at === at)));
      const names = await keepNames(tx, survivorId, duplicate);
      await tx.insert(OrganisationMerge, { survivorId, duplicateId, moved: { rows: moved, names }, mergedBy: viewer.userId, mergedAt: this.clock.now() });
    });
  }

  /** Gives back what moved, as far as it is still with the survivor. @returns the id of the record that is its own again */
  undo(viewer: Viewer, mergeId: string): Promise<string> {
    return this.work.run(viewer, 'organisation.undoMerge', async (tx) => {
      const merge = isUuid(mergeId) ? await tx.manager.findOneBy(OrganisationMerge, { id: mergeId }) : null;
      if (!merge || merge.undoneAt) throw notFound();
      const survivor = await allowed(tx, viewer, merge.survivorId);
      if (survivor.mergedIntoId !== null) throw conflict([problem('', 'already_merged')]);
      await tx.query(sql`update organisation set merged_into_id = null where id = ${merge.duplicateId}`);
      for (const rows of merge.moved.rows) await giveBack(tx, merge, rows);
      await tx.query(sql`delete from organisation_name where id = any(${merge.moved.names}::uuid[]) and organisation_id = ${merge.survivorId}`);
      await tx.query(sql`update organisation_merge set undone_at = ${this.clock.now()}, undone_by = ${viewer.userId} where id = ${mergeId}`);
      return merge.duplicateId;
    });
  }
}

type Candidate = Pick<Organisation, 'id' | 'standing' | 'mergedIntoId' | 'visibility' | 'country'>;

async function allowed(tx: Tx, viewer: Viewer, id: string): Promise<Organisation> {
  const found = isUuid(id) ? await tx.manager.findOneBy(Organisation, { id }) : null;
  if (!found || !canRead(viewer, found)) throw notFound();
  authorize(viewer, 'organisation.merge', { visibility: found.visibility, country: found.country, ownerUserId: found.createdBy });
  return found;
}

async function moveRows(tx: Tx, survivorId: string, at: number, rows: readonly HangingRow[]): Promise<MergedRows> {
  const { table, column } = HANGING[at]!;
  const dropped = rows.flatMap((row) => (row.dropped ? [row.dropped] : []));
  const kept = rows.filter((row) => row.dropped !== row.id).map((row) => row.id);
  // A record that hung on the duplicate and is the survivor itself only loses its tie.
  if (table === 'organisation') await tx.query(sql`update organisation set ${raw(column)} = null where id = any(${dropped}::uuid[])`);
  const removed = table === 'organisation' ? []
    : await tx.query<{ row: object }>(sql`select to_jsonb(gone) as row from ${raw(table)} gone where gone.id = any(${dropped}::uuid[])`);
  if (table !== 'organisation') await tx.query(sql`delete from ${raw(table)} where id = any(${dropped}::uuid[])`);
  await tx.query(sql`update ${raw(table)} set ${raw(column)} = ${survivorId} where id = any(${kept}::uuid[])`);
  return { table, column, moved: kept, cleared: table === 'organisation' ? dropped : [], removed: removed.map(({ row }) => row) };
}

async function giveBack(tx: Tx, { survivorId, duplicateId }: OrganisationMerge, { table, column, moved, cleared, removed }: MergedRows): Promise<void> {
  // Tables come from HANGING when the merge is written; what is read back is checked against it again.
  if (!HANGING.some((each) => each.table === table && each.column === column)) return;
  await tx.query(sql`update ${raw(table)} set ${raw(column)} = ${duplicateId} where id = any(${moved}::uuid[]) and ${raw(column)} = ${survivorId}`);
  await tx.query(sql`update ${raw(table)} set ${raw(column)} = ${duplicateId} where id = any(${cleared}::uuid[]) and ${raw(column)} is null`);
  await tx.query(sql`insert into ${raw(table)} select * from jsonb_populate_recordset(null::${raw(table)}, ${JSON.stringify(removed)}::jsonb) on conflict do nothing`);
}

/** The duplicate's names go on finding the survivor. @returns the ids of the rows added */
async function keepNames(tx: Tx, survivorId: string, duplicate: Organisation): Promise<string[]> {
  const { acronyms, names } = (await tx.query<{ acronyms: string[]; names: string[] }>(sql`select acronyms, names from organisation_search where organisation_id = ${survivorId}`))[0]!;
  const wanted = [
    { role: 'alias', language: null, value: duplicate.name }, { role: 'alias', language: 'en', value: duplicate.nameEn },
    { role: 'acronym', language: null, value: duplicate.acronym }, { role: 'acronym', language: 'en', value: duplicate.acronymEn },
  ].filter(({ role, value }) => value && !(role === 'acronym' ? acronyms : names).includes(fold(value)));
  const rows = await tx.query<{ id: string }>(sql`insert into organisation_name (organisation_id, role, language, value)
    select ${survivorId}, role, language, value from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as n(role text, language text, value text) returning id`);
  return rows.map(({ id }) => id);
}
