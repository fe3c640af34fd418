import { Injectable } from '@nestjs/common';
import { conflict, DomainError, notFound, problem, refuseIfAny } from '@tejido/domain/error.js';
import type { Viewer } from '@tejido/domain/policy.js';
import { authorize } from '../../platform/access/ability.js';
import { Clock } from '../../platform/clock.js';
import { Work } from '../../platform/database/work.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { Evidence } from '../agreements/agreement.entity.js';
import { allowedActivity } from './activities.service.js';
import { evidenceProblems } from './activity-problems.js';
import type { ActivityEvidenceInput } from './activity.input.js';

/** The document or official address that proves an activity: one person adds it, another verifies it. */
@Injectable()
export class ActivityEvidenceService {
  constructor(private readonly work: Work, private readonly clock: Clock) {}

  /** @throws INVALID, NOT_FOUND, FORBIDDEN */
  add(viewer: Viewer, activityId: string, input: ActivityEvidenceInput): Promise<void> {
    return this.work.run(viewer, 'evidence.add', async (tx) => {
      const { visibility, country } = await allowedActivity(tx, viewer, 'activity.amend', activityId);
      authorize(viewer, 'evidence.add', { visibility, country });
      refuseIfAny(evidenceProblems(input));
      await tx.insert(Evidence, {
        activityId, title: tidy(input.title), addedBy: viewer.userId, addedOn: this.clock.today(),
        address: tidy(input.address ?? '') || null, archiveReference: tidy(input.archiveReference ?? '') || null,
      });
    });
  }

  /** @returns the activity's id. @throws FORBIDDEN for whoever added it, CONFLICT when somebody verified it already */
  verify(viewer: Viewer, evidenceId: string): Promise<string> {
    return this.work.run(viewer, 'evidence.verify', async (tx) => {
      const found = isUuid(evidenceId) ? await tx.manager.findOneBy(Evidence, { id: evidenceId }) : null;
      if (!found?.activityId) throw notFound();
      const { visibility, country } = await allowedActivity(tx, viewer, 'activity.read', found.activityId);
      if (viewer.userId !== null && found.addedBy === viewer.userId) throw new DomainError('FORBIDDEN', [problem('', 'own_evidence')]);
      authorize(viewer, 'evidence.verify', { visibility, country, ownerUserId: found.addedBy });
      if (found.verifiedOn) throw conflict([problem('', 'wrong_stage')]);
      await tx.amend(Evidence, found.id, found.version, { verifiedBy: viewer.userId, verifiedOn: this.clock.today() });
      return found.activityId;
    });
  }
}

const tidy = (text: string) => text.normalize('NFC').trim();
