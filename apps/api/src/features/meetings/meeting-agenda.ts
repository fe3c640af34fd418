import sql from 'sql-template-tag';
import { problem, refuseIfAny } from '@tejido/domain/error.js';
import { repeats } from '@tejido/domain/field-problems.js';
import type { Viewer } from '@tejido/domain/policy.js';
import { unnameable } from '../../platform/access/nameable.js';
import type { Tx } from '../../platform/database/work.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { AgendaItem } from './meeting.entity.js';
import type { AgendaItemInput } from './meeting.input.js';

/**
 * Replaces the agenda by these points in their order. A point with the id of one that is there stays the same one, for the minutes
 * refer to it. @throws INVALID for an unknown point, organisation, person or colleague
 */
export async function keepAgenda(tx: Tx, viewer: Viewer, meetingId: string, items: readonly AgendaItemInput[]): Promise<void> {
  const known = new Map((await tx.manager.findBy(AgendaItem, { meetingId })).map((each) => [each.id, each]));
  const foreign = items.flatMap(({ id }, at) => (id && !known.has(id) ? [problem(`agenda.${at}`, 'unknown_record')] : []));
  const twice = repeats(items.map(({ id }, at) => id ?? at)).map((at) => problem(`agenda.${at}`, 'duplicate_entry'));
  refuseIfAny([...foreign, ...twice, ...await unknownOwners(tx, viewer, items)]);
  const hidden = await hiddenOwners(tx, viewer, [...known.values()]);
  const kept = items.flatMap(({ id }) => id ?? []);
  await tx.query(sql`delete from agenda_item where meeting_id = ${meetingId} and not id = any(${kept}::uuid[])`);
  const rows = items.map((each, position) => ({ id: each.id ?? undefined, position, title: each.title.normalize('NFC').trim(), minutes: each.minutes ?? null,
    ...(ownerOf(each) ?? hidden.get(each.id ?? '') ?? NOBODY) }));
  for (const { id, ...row } of rows.filter((each) => each.id && differs(known.get(each.id)!, each))) await tx.manager.update(AgendaItem, { id }, row);
  await tx.insertAll(AgendaItem, rows.filter(({ id }) => !id).map(({ id: _, ...row }) => ({ meetingId, ...row })));
}

type Owner = Pick<AgendaItem, 'ownerOrganisationId' | 'ownerPersonId' | 'ownerUserId'>;

const NOBODY: Owner = { ownerOrganisationId: null, ownerPersonId: null, ownerUserId: null };

function ownerOf({ ownerOrganisationId, ownerPersonId, ownerUserId }: AgendaItemInput): Owner | null {
  if (!ownerOrganisationId && !ownerPersonId && !ownerUserId) return null;
  return { ownerOrganisationId: ownerOrganisationId ?? null, ownerPersonId: ownerPersonId ?? null, ownerUserId: ownerUserId ?? null };
}

/** By point: owners that the viewer does not see. Whoever does not see them cannot take them away. */
async function hiddenOwners(tx: Tx, viewer: Viewer, items: readonly AgendaItem[]): Promise<Map<string, Owner>> {
  const references = items.flatMap(({ id, ownerOrganisationId, ownerPersonId }) => [
    { path: id, table: 'organisation' as const, id: ownerOrganisationId }, { path: id, table: 'person' as const, id: ownerPersonId }]);
  const unseen = new Set((await unnameable(tx, viewer, references)).map(({ path }) => path));
  return new Map(items.filter(({ id }) => unseen.has(id)).map(({ id, ownerOrganisationId, ownerPersonId }) => [id, { ...NOBODY, ownerOrganisationId, ownerPersonId }]));
}

const differs = (before: AgendaItem, row: object): boolean =>
  Object.entries(row).some(([column, value]) => before[column as keyof AgendaItem] !== value);

/** Owners that the viewer may not name, and colleagues who are none. */
async function unknownOwners(tx: Tx, viewer: Viewer, items: readonly AgendaItemInput[]) {
  const users = items.flatMap(({ ownerUserId }) => (ownerUserId && isUuid(ownerUserId) ? [ownerUserId] : []));
  const colleagues = users.length === 0 ? [] : await tx.query<{ id: string }>(sql`select id from user_account where id = any(${users}::uuid[]) and disabled_at is null`);
  return [
    ...await unnameable(tx, viewer, items.flatMap(({ ownerOrganisationId, ownerPersonId }, at) => [
      { path: `agenda.${at}.ownerOrganisationId`, table: 'organisation' as const, id: ownerOrganisationId },
      { path: `agenda.${at}.ownerPersonId`, table: 'person' as const, id: ownerPersonId },
    ])),
    ...items.flatMap(({ ownerUserId }, at) =>
      (ownerUserId && !colleagues.some(({ id }) => id === ownerUserId) ? [problem(`agenda.${at}.ownerUserId`, 'unknown_record')] : [])),
  ];
}
