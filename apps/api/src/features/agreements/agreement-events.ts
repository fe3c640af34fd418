import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { PARTY_STAGES } from '@tejido/domain/agreement-facts.js';
import { conflict, invalid, notFound, problem, refuseIfAny, type FieldProblem } from '@tejido/domain/error.js';
import { textProblems } from '@tejido/domain/field-problems.js';
import type { Viewer } from '@tejido/domain/policy.js';
import { unnameable } from '../../platform/access/nameable.js';
import { Clock } from '../../platform/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { problemsOf, standingsOf, storedWhole, type PartyAfter, type Whole } from './agreement-draft.js';
import { type Agreement, AgreementParty, AgreementSuspension } from './agreement.entity.js';
import { findParty, postOn, type PartyFound } from './agreement-party.js';
import { changeAgreement } from './agreements.service.js';

/** What happens to an agreement on a day: signatures, withdrawals, suspensions, its end. Each takes the agreement's version. */
@Injectable()
export class AgreementEvents {
  constructor(private readonly work: Work, private readonly clock: Clock) {}

  /**
   * @param told the day; who signed, else whoever was to sign; the evidence that is the signed document. @throws INVALID at its field, NOT_FOUND
   */
  sign(viewer: Viewer, id: string, version: number, partyId: string, told: { signedOn: string; signatoryId?: string | null; documentId?: string | null }): Promise<void> {
    const { signedOn, signatoryId, documentId } = told;
    return changeAgreement(this.work, viewer, 'agreement.recordSignature', id, version, async (tx, before) => {
      const { whole, at, party } = await this.partyOf(tx, viewer, before, partyId);
      const path = `parties.${at}`;
      await this.refuse(tx, viewer, withParty(whole, at, { signedOn }), {
        [`${path}.signedOn`]: 'signedOn', [`${path}.withdrawnOn`]: 'signedOn', [`${path}.ratifiedOn`]: 'signedOn', terminatedOn: 'signedOn', actOn: 'signedOn',
      }, [
        ...(await unnameable(tx, viewer, [{ path: 'signatoryId', table: 'person', id: signatoryId ?? null }])), ...(await documentProblems(tx, id, documentId)),
        // Whoever was named does not vanish without a word.
        ...(signatoryId && party.signatoryId && signatoryId !== party.signatoryId ? [problem('signatoryId', 'substitution_needed')] : []),
      ]);
      await tx.amend(AgreementParty, party.id, party.version, {
        signedOn, ...(documentId === undefined ? {} : { evidenceId: documentId }), ...(party.signedOn ? {} : { recordedOn: this.clock.today() }),
        ...(signatoryId && signatoryId !== party.signatoryId ? { signatoryId, signatoryAffiliationId: await postOn(tx, signatoryId, party.organisationId, signedOn) } : {}),
      });
      return {};
    });
  }

  /** What binds a party whose signature alone does not. @throws INVALID at ratifiedOn, NOT_FOUND */
  ratify(viewer: Viewer, id: string, version: number, partyId: string, ratifiedOn: string): Promise<void> {
    return changeAgreement(this.work, viewer, 'agreement.recordRatification', id, version, async (tx, before) => {
      const { whole, at, party } = await this.partyOf(tx, viewer, before, partyId);
      await this.refuse(tx, viewer, withParty(whole, at, { ratifiedOn }), { [`parties.${at}.ratifiedOn`]: 'ratifiedOn', [`parties.${at}.withdrawnOn`]: 'ratifiedOn' });
      await tx.amend(AgreementParty, party.id, party.version, { ratifiedOn, ratificationRecordedOn: party.ratificationRecordedOn ?? this.clock.today() });
      return {};
    });
  }

  /** How far a party that has not signed has come. @throws INVALID for what is no stage, CONFLICT when its dates say more already */
  moveParty(viewer: Viewer, id: string, version: number, partyId: string, stage: string): Promise<void> {
    return changeAgreement(this.work, viewer, 'agreement.moveParty', id, version, async (tx, before) => {
      const { party } = await this.partyOf(tx, viewer, before, partyId);
      const known = PARTY_STAGES.find((each) => each === stage);
      if (!known) throw invalid([problem('stage', 'not_a_choice')]);
      if (party.signedOn ?? party.withdrawnOn) throw conflict([problem('stage', 'wrong_stage')]);
      await tx.amend(AgreementParty, party.id, party.version, { stage: known });
      return {};
    });
  }

  /** The act by which it enters into force has happened; told again, it is corrected. @throws CONFLICT when it waits for none, INVALID at actOn */
  recordAct(viewer: Viewer, id: string, version: number, actOn: string): Promise<void> {
    return changeAgreement(this.work, viewer, 'agreement.recordAct', id, version, async (tx, before) => {
      if (before.entryRule !== 'act') throw conflict([problem('actOn', 'wrong_stage')]);
      await this.refuse(tx, viewer, { ...(await storedWhole(tx, before)), agreement: { ...before, actOn } }, { actOn: 'actOn' });
      return { actOn, actRecordedOn: before.actRecordedOn ?? this.clock.today() };
    });
  }

  /** `withdrawnOn` is the first day on which it is no party any more; it may lie ahead. */
  withdraw(viewer: Viewer, id: string, version: number, partyId: string, withdrawnOn: string, reason: string): Promise<void> {
    return changeAgreement(this.work, viewer, 'agreement.withdrawParty', id, version, async (tx, before) => {
      const { whole, at, party } = await this.partyOf(tx, viewer, before, partyId);
      await this.refuse(tx, viewer, withParty(whole, at, { withdrawnOn }), { [`parties.${at}.withdrawnOn`]: 'withdrawnOn' }, reasonProblems(reason));
      await tx.amend(AgreementParty, party.id, party.version, { withdrawnOn, withdrawalReason: tidy(reason), withdrawalRecordedOn: party.withdrawalRecordedOn ?? this.clock.today() });
      return {};
    });
  }

  /** Both days included; without a last day it lasts until it is ended. */
  suspend(viewer: Viewer, id: string, version: number, fromDay: string, toDay: string | null, reason: string): Promise<void> {
    return changeAgreement(this.work, viewer, 'agreement.suspend', id, version, async (tx, before) => {
      const whole = await storedWhole(tx, before);
      const at = whole.suspensions.length;
      await this.refuse(tx, viewer, { ...whole, suspensions: [...whole.suspensions, { fromDay, toDay }] }, suspensionPaths(at), reasonProblems(reason));
      await tx.insert(AgreementSuspension, { agreementId: id, fromDay, toDay, reason: tidy(reason), recordedOn: this.clock.today() });
      return {};
    });
  }

  /** Sets its last day, the day before it is in force again. @throws NOT_FOUND, INVALID at toDay */
  endSuspension(viewer: Viewer, id: string, version: number, suspensionId: string, toDay: string): Promise<void> {
    return changeAgreement(this.work, viewer, 'agreement.endSuspension', id, version, async (tx, before) => {
      const whole = await storedWhole(tx, before);
      const at = whole.suspensions.findIndex((each) => each.id === suspensionId);
      if (at < 0) throw notFound();
      const after = whole.suspensions.map((each, index) => (index === at ? { ...each, toDay } : each));
      await this.refuse(tx, viewer, { ...whole, suspensions: after }, { ...suspensionPaths(at), [`suspensions.${at + 1}`]: 'toDay' });
      await tx.query(sql`update agreement_suspension set to_day = ${toDay} where id = ${suspensionId} and agreement_id = ${id}`);
      return {};
    });
  }

  /** `terminatedOn` is the first day without it; it may lie ahead, and may be told again to correct it. */
  terminate(viewer: Viewer, id: string, version: number, terminatedOn: string, reason: string): Promise<void> {
    return changeAgreement(this.work, viewer, 'agreement.terminate', id, version, async (tx, before) => {
      const whole = await storedWhole(tx, before);
      await this.refuse(tx, viewer, { ...whole, agreement: { ...before, terminatedOn } }, { terminatedOn: 'on' }, reasonProblems(reason));
      return { terminatedOn, terminationReason: tidy(reason), terminationRecordedOn: before.terminationRecordedOn ?? this.clock.today() };
    });
  }

  /** Takes a termination back that was entered by mistake. @throws CONFLICT when there is none */
  reinstate(viewer: Viewer, id: string, version: number): Promise<void> {
    return changeAgreement(this.work, viewer, 'agreement.reinstate', id, version, async (_tx, before) => {
      if (before.terminatedOn === null) throw conflict([problem('', 'wrong_stage')]);
      return { terminatedOn: null, terminationReason: null, terminationRecordedOn: null };
    });
  }

  /** Only the problems at these paths of the whole are this verb's to tell, under the names of its own arguments. */
  private async refuse(tx: Tx, viewer: Viewer, whole: Whole, names: Record<string, string>, more: readonly FieldProblem[] = []): Promise<void> {
    const standings = await standingsOf(tx, viewer, whole.parties.map((party) => party.organisationId));
    const own = problemsOf(whole, standings, this.clock.today()).flatMap((each) => (names[each.path] === undefined ? [] : [{ ...each, path: names[each.path]! }]));
    refuseIfAny([...own, ...more]);
  }

  private partyOf(tx: Tx, viewer: Viewer, before: Agreement, partyId: string): Promise<PartyFound> {
    return findParty(tx, viewer, before, partyId);
  }
}

/** The signed document of a signature is one of the agreement's own evidence. */
async function documentProblems(tx: Tx, agreementId: string, documentId: string | null | undefined): Promise<FieldProblem[]> {
  if (!documentId) return [];
  const found = isUuid(documentId) && (await tx.query(sql`select from evidence where id = ${documentId} and agreement_id = ${agreementId}`)).length > 0;
  return found ? [] : [problem('documentId', 'unknown_record')];
}

const withParty = (whole: Whole, at: number, change: Partial<PartyAfter>): Whole =>
  ({ ...whole, parties: whole.parties.map((each, index) => (index === at ? { ...each, ...change } : each)) });

const suspensionPaths = (at: number) => ({ [`suspensions.${at}`]: 'fromDay', [`suspensions.${at}.from`]: 'fromDay', [`suspensions.${at}.to`]: 'toDay' });

const reasonProblems = (reason: string) => textProblems('reason', reason, { max: 2000, required: true });

const tidy = (text: string) => text.normalize('NFC').trim();
