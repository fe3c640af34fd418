import { Injectable } from '@nestjs/common';
import { conflict, DomainError, notFound, problem, refuseIfAny } from '@tejido/domain/error.js';
import { textProblems, urlProblems } from '@tejido/domain/field-problems.js';
import type { Ability, Viewer } from '@tejido/domain/policy.js';
import { authorize } from '../../platform/access/ability.js';
import { Clock } from '../../platform/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { type Agreement, Evidence } from './agreement.entity.js';
import type { AgreementEvidenceInput } from './agreement.input.js';
import { allowedAgreement } from './agreements.service.js';

/** What proves an agreement: added by one person, verified by a second one. */
@Injectable()
export class AgreementEvidence {
  constructor(private readonly work: Work, private readonly clock: Clock) {}

  /** @throws INVALID: it needs a title, and an address or the place where it is archived */
  add(viewer: Viewer, agreementId: string, input: AgreementEvidenceInput): Promise<void> {
    return this.work.run(viewer, 'evidence.add', async (tx) => {
      const agreement = await allowedAgreement(tx, viewer, 'agreement.amend', agreementId);
      authorize(viewer, 'evidence.add', { visibility: agreement.visibility, country: agreement.country });
      const [title, address, archiveReference] = [input.title, input.address, input.archiveReference].map((text) => text?.normalize('NFC').trim() || null);
      refuseIfAny([
        ...textProblems('title', title, { max: 300, required: true }), ...urlProblems('address', address), ...textProblems('archiveReference', archiveReference, { max: 500 }),
        ...(address || archiveReference ? [] : [problem('address', 'required')]),
      ]);
      await tx.insert(Evidence, { agreementId, title: title!, address, archiveReference, addedBy: viewer.userId, addedOn: this.clock.today() });
    });
  }

  /** By a second person. @returns the agreement's id. @throws FORBIDDEN for whoever added it; CONFLICT when it was verified already */
  verify(viewer: Viewer, evidenceId: string): Promise<string> {
    return this.work.run(viewer, 'evidence.verify', async (tx) => {
      const { found, agreement } = await this.allowed(tx, viewer, 'agreement.read', evidenceId);
      if (viewer.userId !== null && found.addedBy === viewer.userId) throw new DomainError('FORBIDDEN', [problem('', 'own_evidence')]);
      authorize(viewer, 'evidence.verify', { visibility: agreement.visibility, country: agreement.country, ownerUserId: found.addedBy });
      if (found.verifiedOn) throw conflict([problem('', 'wrong_stage')]);
      await tx.amend(Evidence, found.id, found.version, { verifiedBy: viewer.userId, verifiedOn: this.clock.today() });
      return agreement.id;
    });
  }

  /** A wrong one, before anybody verified it. @returns the agreement's id. @throws CONFLICT afterwards: the figures rest on it */
  remove(viewer: Viewer, evidenceId: string): Promise<string> {
    return this.work.run(viewer, 'evidence.remove', async (tx) => {
      const { found, agreement } = await this.allowed(tx, viewer, 'agreement.amend', evidenceId);
      authorize(viewer, 'evidence.add', { visibility: agreement.visibility, country: agreement.country });
      if (found.verifiedOn) throw conflict([problem('', 'wrong_stage')]);
      await tx.remove(Evidence, { id: found.id });
      return agreement.id;
    });
  }

  private async allowed(tx: Tx, viewer: Viewer, ability: Ability, evidenceId: string): Promise<{ found: Evidence; agreement: Agreement }> {
    const found = isUuid(evidenceId) ? await tx.manager.findOneBy(Evidence, { id: evidenceId }) : null;
    if (!found?.agreementId) throw notFound();
    return { found, agreement: await allowedAgreement(tx, viewer, ability, found.agreementId) };
  }
}
