import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { conflict, problem, refuseIfAny, type FieldProblem } from '@tejido/domain/error.js';
import { textProblems } from '@tejido/domain/field-problems.js';
import type { Viewer } from '@tejido/domain/policy.js';
import { unnameable } from '../../platform/access/nameable.js';
import { Clock } from '../../platform/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { findParty, postOn } from './agreement-party.js';
import { type Agreement, AgreementParty, FormerSignatory } from './agreement.entity.js';
import { changeAgreement } from './agreements.service.js';

/** Who signs for a party: a person in a post. */
@Injectable()
export class AgreementSignatories {
  constructor(private readonly work: Work, private readonly clock: Clock) {}

  /**
   * Names who signs for the party. Whoever was named before stays in its history, with the reason.
   * @param postId one of the person's posts; left out: the one that they hold at the party today
   * @throws INVALID at personId, postId or reason; CONFLICT when the same person was named in the same post
   */
  name(viewer: Viewer, id: string, version: number, partyId: string, told: { personId: string; postId?: string | null; reason?: string | null }): Promise<void> {
    return changeAgreement(this.work, viewer, 'agreement.nameSignatory', id, version, async (tx, before: Agreement) => {
      const { party } = await findParty(tx, viewer, before, partyId);
      const { personId, postId, reason } = told;
      const substitutes = party.signatoryId !== null && party.signatoryId !== personId;
      refuseIfAny([
        ...(await unnameable(tx, viewer, [{ path: 'personId', table: 'person', id: personId }])), ...(await postProblems(tx, personId, postId)),
        ...textProblems('reason', reason, { max: 2000, required: substitutes }),
      ]);
      const affiliationId = postId ?? (await postOn(tx, personId, party.organisationId, this.clock.today()));
      if (party.signatoryId === personId && party.signatoryAffiliationId === affiliationId) throw conflict([problem('personId', 'duplicate_entry')]);
      if (substitutes) await this.remember(tx, party, reason!);
      await tx.amend(AgreementParty, party.id, party.version, { signatoryId: personId, signatoryAffiliationId: affiliationId });
      return {};
    });
  }

  private async remember(tx: Tx, { id: partyId, signatoryId, signatoryAffiliationId }: AgreementParty, reason: string): Promise<void> {
    await tx.insert(FormerSignatory, {
      partyId, personId: signatoryId!, affiliationId: signatoryAffiliationId, reason: reason.normalize('NFC').trim(), replacedOn: this.clock.today(),
    });
  }
}

async function postProblems(tx: Tx, personId: string, postId: string | null | undefined): Promise<FieldProblem[]> {
  if (!postId) return [];
  const theirs = isUuid(postId) && isUuid(personId) && (await tx.query(sql`select from affiliation where id = ${postId} and person_id = ${personId}`)).length > 0;
  return theirs ? [] : [problem('postId', 'post_of_another')];
}
