import { Injectable } from '@nestjs/common';
import { conflict, DomainError, notFound, problem, refuseIfAny } from '@tejido/domain/error.js';
import { evidenceProblems, type EvidenceDraft } from '@tejido/domain/evidence-problems.js';
import { textProblems } from '@tejido/domain/field-problems.js';
import { canRead, type Viewer } from '@tejido/domain/policy.js';
import { authorize } from '../../platform/access/ability.js';
import { Clock } from '../../platform/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { claimFile, releaseFile } from '../../platform/files/files.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { Activity } from '../activities/activity.entity.js';
import { Agreement } from '../agreements/agreement.entity.js';
import { Evidence, EvidenceVersion } from './evidence.entity.js';
import type { EvidenceInput } from './evidence.input.js';

/** The record that evidence proves: one of the two. */
export type Proven = Pick<Evidence, 'agreementId' | 'activityId'>;

/** What proves an agreement or an activity: added by one person, verified or sent back by a second one, replaced without losing what it was. */
@Injectable()
export class EvidenceService {
  constructor(private readonly work: Work, private readonly clock: Clock) {}

  /** @returns its id. @throws INVALID: it needs a title and somewhere to find it; NOT_FOUND, FORBIDDEN of the record */
  add(viewer: Viewer, proven: Proven, input: EvidenceInput): Promise<string> {
    return this.work.run(viewer, 'evidence.add', async (tx) => {
      await mayChange(tx, viewer, proven);
      const draft = draftOf(input, NOTHING);
      refuseIfAny(evidenceProblems(draft));
      if (draft.fileId) await claimFile(tx, viewer, draft.fileId);
      return tx.insert(Evidence, { ...proven, ...draft, title: draft.title!, ...this.newlyAdded(viewer) });
    });
  }

  /**
   * Puts another document in its place. What it was stays reachable as a version; a second person has to look again, and it is no longer
   * counted until then. @throws INVALID, NOT_FOUND, FORBIDDEN, CONFLICT_STALE
   */
  replace(viewer: Viewer, id: string, version: number, input: EvidenceInput): Promise<void> {
    return this.work.run(viewer, 'evidence.replace', async (tx) => {
      const before = await found(tx, viewer, id);
      await mayChange(tx, viewer, before);
      const draft = draftOf(input, before);
      refuseIfAny(evidenceProblems(draft));
      if (draft.fileId && draft.fileId !== before.fileId) await claimFile(tx, viewer, draft.fileId);
      const { id: evidenceId, agreementId: _, activityId: __, version: ___, ...was } = before;
      await tx.insert(EvidenceVersion, { ...was, evidenceId, replacedOn: this.clock.today() });
      await tx.amend(Evidence, id, version, { ...draft, title: draft.title!, ...this.newlyAdded(viewer), ...UNJUDGED });
    });
  }

  /** By a second person, who names the version that they looked at. @throws FORBIDDEN for whoever added it; CONFLICT when it does not wait; CONFLICT_STALE */
  verify(viewer: Viewer, id: string, version: number): Promise<void> {
    return this.work.run(viewer, 'evidence.verify', async (tx) => {
      await mayJudge(tx, viewer, await found(tx, viewer, id));
      await tx.amend(Evidence, id, version, { verifiedBy: viewer.userId, verifiedOn: this.clock.today() });
    });
  }

  /** The second person found it wanting: whoever added it reads why, and replaces it. @throws as verify; INVALID without a reason */
  sendBack(viewer: Viewer, id: string, version: number, reason: string): Promise<void> {
    return this.work.run(viewer, 'evidence.sendBack', async (tx) => {
      await mayJudge(tx, viewer, await found(tx, viewer, id));
      refuseIfAny(textProblems('reason', reason, { max: 1000, required: true }));
      await tx.amend(Evidence, id, version, { returnedBy: viewer.userId, returnedOn: this.clock.today(), returnReason: tidy(reason) });
    });
  }

  /** A wrong one. @throws CONFLICT once anybody verified it, in whatever version: figures were told on it */
  remove(viewer: Viewer, id: string): Promise<void> {
    return this.work.run(viewer, 'evidence.remove', async (tx) => {
      const before = await found(tx, viewer, id);
      await mayChange(tx, viewer, before);
      const versions = await tx.manager.findBy(EvidenceVersion, { evidenceId: id });
      if ([before, ...versions].some(({ verifiedOn }) => verifiedOn)) throw conflict([problem('', 'wrong_stage')]);
      await tx.remove(Evidence, { id });
      const files = new Set([before, ...versions].flatMap(({ fileId }) => fileId ?? []));
      for (const fileId of files) await releaseFile(tx, fileId);
    });
  }

  private newlyAdded(viewer: Viewer) {
    return { addedBy: viewer.userId, addedOn: this.clock.today() };
  }
}

const NOTHING: EvidenceDraft = { title: null, address: null, archiveReference: null, fileId: null };
const UNJUDGED = { verifiedBy: null, verifiedOn: null, returnedBy: null, returnedOn: null, returnReason: null };

function draftOf({ title, address, archiveReference, fileId }: EvidenceInput, before: EvidenceDraft): EvidenceDraft {
  const kept = (given: string | null | undefined, was: string | null) => (given === undefined ? was : tidy(given));
  return {
    title: kept(title, before.title), address: kept(address, before.address),
    archiveReference: kept(archiveReference, before.archiveReference), fileId: kept(fileId?.toLowerCase(), before.fileId),
  };
}

const tidy = (text: string | null) => text?.normalize('NFC').trim() || null;

/** @throws NOT_FOUND, also for what is hidden with the record that it proves */
async function found(tx: Tx, viewer: Viewer, id: string): Promise<Evidence> {
  const evidence = isUuid(id) ? await tx.manager.findOneBy(Evidence, { id }) : null;
  if (!evidence) throw notFound();
  await provenRecord(tx, viewer, evidence);
  return evidence;
}

async function provenRecord(tx: Tx, viewer: Viewer, { agreementId, activityId }: Proven): Promise<Agreement | Activity> {
  const [entity, id] = agreementId ? [Agreement, agreementId] as const : [Activity, activityId ?? ''] as const;
  const record = isUuid(id) ? await tx.manager.findOneBy<Agreement | Activity>(entity, { id }) : null;
  if (!record || record.archivedAt !== null || !canRead(viewer, record)) throw notFound();
  return record;
}

async function mayChange(tx: Tx, viewer: Viewer, proven: Proven): Promise<void> {
  const { visibility, country } = await provenRecord(tx, viewer, proven);
  authorize(viewer, 'evidence.add', { visibility, country });
}

async function mayJudge(tx: Tx, viewer: Viewer, evidence: Evidence): Promise<void> {
  const { visibility, country } = await provenRecord(tx, viewer, evidence);
  if (viewer.userId !== null && evidence.addedBy === viewer.userId) throw new DomainError('FORBIDDEN', [problem('', 'own_evidence')]);
  authorize(viewer, 'evidence.verify', { visibility, country, ownerUserId: evidence.addedBy });
  if (evidence.verifiedOn || evidence.returnedOn) throw conflict([problem('', 'wrong_stage')]);
}
