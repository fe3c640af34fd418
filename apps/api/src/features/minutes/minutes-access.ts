import { conflict, notFound, problem, stale } from '@tejido/domain/error.js';
import { stricter, type PartVisibility } from '@tejido/domain/minutes.js';
import { canRead, type Ability, type Subject, type Viewer } from '@tejido/domain/policy.js';
import { authorize } from '../../platform/access/ability.js';
import type { Tx } from '../../platform/database/work.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { Meeting } from '../meetings/meeting.entity.js';
import { Decision, Minutes, MinutesSection } from './minutes.entity.js';

/** The policy's subject of a meeting, or of a part of its minutes that fewer may see. */
export const subjectOf = ({ visibility, country }: Meeting, part: PartVisibility | null = null): Subject => ({ visibility: part ?? visibility, country });

/** The meeting, when the viewer may do this to its minutes. @throws NOT_FOUND also when it is hidden, FORBIDDEN */
export async function meetingFor(tx: Tx, viewer: Viewer, ability: Ability, id: string): Promise<Meeting> {
  const found = isUuid(id) ? await tx.manager.findOneBy(Meeting, { id }) : null;
  if (!found || found.archivedAt !== null || !canRead(viewer, found)) throw notFound();
  authorize(viewer, ability, subjectOf(found));
  return found;
}

/** A meeting with its minutes. @throws NOT_FOUND when it has none; CONFLICT unless they are in this state */
export async function minutesFor(
  tx: Tx, viewer: Viewer, ability: Ability, meetingId: string, state?: Minutes['state'],
): Promise<{ meeting: Meeting; minutes: Minutes }> {
  const meeting = await meetingFor(tx, viewer, ability, meetingId);
  const minutes = await tx.manager.findOneBy(Minutes, { meetingId });
  if (!minutes) throw notFound();
  if (state) refuseUnless(minutes, state);
  return { meeting, minutes };
}

export function refuseUnless(minutes: Minutes, state: Minutes['state']): void {
  if (minutes.state === state) return;
  throw conflict([problem('', minutes.state === 'approved' ? 'read_only' : 'wrong_stage')]);
}

export interface Written<Part> { part: Part; meeting: Meeting }

/** A section that the viewer may write now. @throws NOT_FOUND also when it is hidden, FORBIDDEN, CONFLICT unless a draft, CONFLICT_STALE */
export async function sectionToWrite(tx: Tx, viewer: Viewer, id: string, version?: number): Promise<Written<MinutesSection>> {
  const part = isUuid(id) ? await tx.manager.findOneBy(MinutesSection, { id }) : null;
  return toWrite(tx, viewer, part, version);
}

/** A decision that the viewer may write now; as `sectionToWrite`. */
export async function decisionToWrite(tx: Tx, viewer: Viewer, id: string, version: number): Promise<Written<Decision>> {
  const part = isUuid(id) ? await tx.manager.findOneBy(Decision, { id }) : null;
  return toWrite(tx, viewer, part, version);
}

async function toWrite<Part extends { meetingId: string; visibility: PartVisibility | null; version: number }>(
  tx: Tx, viewer: Viewer, part: Part | null, version: number | undefined,
): Promise<Written<Part>> {
  if (!part) throw notFound();
  const { meeting, minutes } = await minutesFor(tx, viewer, 'minutes.write', part.meetingId);
  if (part.visibility && !canRead(viewer, subjectOf(meeting, part.visibility))) throw notFound();
  authorize(viewer, 'minutes.write', subjectOf(meeting, part.visibility));
  refuseUnless(minutes, 'draft');
  if (version !== undefined && version !== part.version) throw stale();
  return { part, meeting };
}

/** May the viewer put a part there? Whoever could not see it afterwards cannot. @throws FORBIDDEN, INVALID */
export function refuseOutOfReach(viewer: Viewer, meeting: Meeting, visibility: PartVisibility | null): void {
  if (!visibility) return;
  if (visibility === 'country' && meeting.country === null) throw conflict([problem('visibility', 'country_missing')]);
  authorize(viewer, 'minutes.write', subjectOf(meeting, visibility));
}

/** A decision is at least as reserved as its section. */
export const within = (section: MinutesSection, visibility: PartVisibility | null): PartVisibility | null => stricter(section.visibility, visibility);
