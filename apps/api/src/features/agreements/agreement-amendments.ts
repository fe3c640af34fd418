import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { amendmentProblems, type AmendmentDraft } from '@tejido/domain/agreement-problems.js';
import { conflict, notFound, problem, refuseIfAny } from '@tejido/domain/error.js';
import { textProblems } from '@tejido/domain/field-problems.js';
import type { Viewer } from '@tejido/domain/policy.js';
import { Clock } from '../../platform/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { draftOf, storedWhole } from './agreement-draft.js';
import { type Agreement, AgreementAmendment } from './agreement.entity.js';
import type { AmendmentInput } from './agreement.input.js';
import { changeAgreement } from './agreements.service.js';

/** Amendments: drafted, corrected or dropped until they are signed; then numbered, and they change what the agreement's dates say. */
@Injectable()
export class AgreementAmendments {
  constructor(private readonly work: Work, private readonly clock: Clock) {}

  /** @throws INVALID at its fields */
  draft(viewer: Viewer, id: string, version: number, input: AmendmentInput): Promise<void> {
    return changeAgreement(this.work, viewer, 'agreement.draftAmendment', id, version, async (tx, before) => {
      const given = { ...EMPTY, ...valuesOf(input) };
      await this.refuse(tx, before, given);
      await tx.insert(AgreementAmendment, { ...given, agreementId: id, recordedOn: this.clock.today() });
      return {};
    });
  }

  /** Corrects what it says; the number stays. Absent keeps, null clears. @throws INVALID, NOT_FOUND */
  amend(viewer: Viewer, id: string, version: number, amendmentId: string, input: AmendmentInput): Promise<void> {
    return changeAgreement(this.work, viewer, 'agreement.amendAmendment', id, version, async (tx, before) => {
      const found = await amendmentOf(tx, id, amendmentId);
      const given = valuesOf(input);
      // A signed one always says from when it holds.
      if (found.signedOn !== null && given.effectiveFrom === null) given.effectiveFrom = found.signedOn;
      await this.refuse(tx, before, { ...found, ...given });
      await tx.amend(AgreementAmendment, found.id, found.version, given);
      return {};
    });
  }

  /** It gets the next number of this agreement. Told again, the day is corrected. @throws INVALID at signedOn or effectiveTo, NOT_FOUND */
  sign(viewer: Viewer, id: string, version: number, amendmentId: string, signedOn: string): Promise<void> {
    return changeAgreement(this.work, viewer, 'agreement.signAmendment', id, version, async (tx, before) => {
      const found = await amendmentOf(tx, id, amendmentId);
      await this.refuse(tx, before, { ...found, signedOn });
      // Writes come one after the other, and the version of the agreement was taken: no two get one number, and none is left out.
      const [last] = await tx.query<{ number: number }>(sql`select coalesce(max(number), 0)::int as number from agreement_amendment where agreement_id = ${id}`);
      const first = found.number === null;
      await tx.amend(AgreementAmendment, found.id, found.version, {
        signedOn, effectiveFrom: found.effectiveFrom ?? signedOn, number: found.number ?? last!.number + 1, ...(first ? { recordedOn: this.clock.today() } : {}),
      });
      return {};
    });
  }

  /** Drops a draft. @throws CONFLICT once it is signed: its number would leave a gap */
  drop(viewer: Viewer, id: string, version: number, amendmentId: string): Promise<void> {
    return changeAgreement(this.work, viewer, 'agreement.dropAmendment', id, version, async (tx) => {
      const found = await amendmentOf(tx, id, amendmentId);
      if (found.number !== null) throw conflict([problem('', 'wrong_stage')]);
      await tx.remove(AgreementAmendment, { id: found.id });
      return {};
    });
  }

  private async refuse(tx: Tx, before: Agreement, amendment: AmendmentDraft & { title: string; terms: string }): Promise<void> {
    const agreement = draftOf(await storedWhole(tx, before));
    refuseIfAny([
      ...textProblems('title', amendment.title, { max: 300, required: true }), ...textProblems('terms', amendment.terms, { max: 10_000 }),
      ...amendmentProblems(amendment, agreement, this.clock.today()),
    ]);
  }
}

const EMPTY = { title: '', terms: '', signedOn: null, effectiveFrom: null, changesEnd: false, effectiveTo: null };

type Values = Partial<Pick<AgreementAmendment, 'title' | 'terms' | 'effectiveFrom' | 'changesEnd' | 'effectiveTo'>>;

function valuesOf({ title, terms, effectiveFrom, changesEnd, effectiveTo }: AmendmentInput): Values {
  const tidy = (text: string | null) => (text ?? '').normalize('NFC').trim();
  return {
    ...(title === undefined ? {} : { title: tidy(title) }), ...(terms === undefined ? {} : { terms: tidy(terms) }),
    ...(effectiveFrom === undefined ? {} : { effectiveFrom }), ...(effectiveTo === undefined ? {} : { effectiveTo }),
    ...(changesEnd === undefined ? {} : { changesEnd: changesEnd ?? false }), ...(changesEnd === false ? { effectiveTo: null } : {}),
  };
}

async function amendmentOf(tx: Tx, agreementId: string, amendmentId: string): Promise<AgreementAmendment> {
  const found = isUuid(amendmentId) ? await tx.manager.findOneBy(AgreementAmendment, { id: amendmentId, agreementId }) : null;
  if (!found) throw notFound();
  return found;
}
