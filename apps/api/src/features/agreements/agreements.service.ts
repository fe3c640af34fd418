import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { DomainError, notFound, problem, refuseIfAny, type FieldProblem } from '@tejido/domain/error.js';
import { periodProblems, repeats, textProblems } from '@tejido/domain/field-problems.js';
import { canRead, type Ability, type Viewer } from '@tejido/domain/policy.js';
import { authorize } from '../../platform/access/ability.js';
import { Clock } from '../../platform/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { Agreement, AgreementParty, AgreementSuspension, Evidence } from './agreement.entity.js';
import type { AgreementEvidenceInput, AgreementInput, PartyInput } from './agreement.input.js';

/** The verbs that write agreements. A change of a part takes the agreement's version: two editors never miss each other. */
@Injectable()
export class AgreementsService {
  constructor(private readonly work: Work, private readonly clock: Clock) {}

  /** @returns the new agreement's id. @throws INVALID, FORBIDDEN */
  register(viewer: Viewer, input: AgreementInput): Promise<string> {
    return this.work.run(viewer, 'agreement.register', async (tx) => {
      const owner = { visibility: input.visibility ?? 'coalition', country: input.country ?? viewer.country } as const;
      authorize(viewer, 'agreement.register', owner);
      refuseIfAny(problemsOf({ ...input, title: input.title ?? '', parties: input.parties ?? [] }, this.clock.today()));
      const id = await tx.insert(Agreement, { ...columnsOf(input), ...owner, createdBy: viewer.userId, recordedOn: this.clock.today() });
      await this.replaceParties(tx, viewer, id, input.parties ?? []);
      return id;
    });
  }

  /** Absent keeps, null clears. @throws INVALID, NOT_FOUND, FORBIDDEN, CONFLICT_STALE */
  amend(viewer: Viewer, id: string, version: number, input: AgreementInput): Promise<void> {
    return this.change(viewer, 'agreement.amend', id, version, async (tx, before) => {
      authorize(viewer, 'agreement.amend', { visibility: input.visibility ?? before.visibility, country: input.country === undefined ? before.country : input.country });
      refuseIfAny(problemsOf({ effectiveFrom: before.effectiveFrom, effectiveTo: before.effectiveTo, ...input }, this.clock.today()));
      if (input.parties) await this.replaceParties(tx, viewer, id, input.parties);
      return columnsOf(input);
    });
  }

  sign(viewer: Viewer, id: string, version: number, partyId: string, signedOn: string): Promise<void> {
    return this.change(viewer, 'agreement.recordSignature', id, version, async (tx) => {
      if (signedOn > this.clock.today()) throw new DomainError('INVALID', [problem('signedOn', 'future_signature')]);
      await this.changeParty(tx, id, partyId, { signedOn, recordedOn: this.clock.today() });
      return {};
    });
  }

  withdraw(viewer: Viewer, id: string, version: number, partyId: string, withdrawnOn: string): Promise<void> {
    return this.change(viewer, 'agreement.withdrawParty', id, version, async (tx) => {
      await this.changeParty(tx, id, partyId, { withdrawnOn, withdrawalRecordedOn: this.clock.today() });
      return {};
    });
  }

  suspend(viewer: Viewer, id: string, version: number, fromDay: string, toDay: string | null, reason: string): Promise<void> {
    return this.change(viewer, 'agreement.suspend', id, version, async (tx) => {
      await tx.insert(AgreementSuspension, { agreementId: id, fromDay, toDay, reason, recordedOn: this.clock.today() });
      return {};
    });
  }

  terminate(viewer: Viewer, id: string, version: number, terminatedOn: string, reason: string): Promise<void> {
    return this.change(viewer, 'agreement.terminate', id, version, async () => ({ terminatedOn, terminationReason: reason || null, terminationRecordedOn: this.clock.today() }));
  }

  archive(viewer: Viewer, id: string, version: number): Promise<void> {
    return this.change(viewer, 'agreement.archive', id, version, async () => ({ archivedAt: this.clock.now() }));
  }

  addEvidence(viewer: Viewer, id: string, input: AgreementEvidenceInput): Promise<void> {
    return this.work.run(viewer, 'evidence.add', async (tx) => {
      const agreement = await this.allowed(tx, viewer, 'agreement.amend', id);
      authorize(viewer, 'evidence.add', { visibility: agreement.visibility, country: agreement.country });
      refuseIfAny(textProblems('title', input.title, { max: 300, required: true }));
      await tx.insert(Evidence, { agreementId: id, title: input.title.trim(), address: input.address || null, archiveReference: input.archiveReference || null, addedBy: viewer.userId, addedOn: this.clock.today() });
    });
  }

  /** By a second person. @returns the agreement's id. @throws FORBIDDEN for whoever added it */
  verifyEvidence(viewer: Viewer, evidenceId: string): Promise<string> {
    return this.work.run(viewer, 'evidence.verify', async (tx) => {
      const found = isUuid(evidenceId) ? await tx.manager.findOneBy(Evidence, { id: evidenceId }) : null;
      if (!found?.agreementId) throw notFound();
      const agreement = await this.allowed(tx, viewer, 'agreement.read', found.agreementId);
      if (viewer.userId !== null && found.addedBy === viewer.userId) throw new DomainError('FORBIDDEN', [problem('', 'own_evidence')]);
      authorize(viewer, 'evidence.verify', { visibility: agreement.visibility, country: agreement.country, ownerUserId: found.addedBy });
      await tx.amend(Evidence, found.id, found.version, { verifiedBy: viewer.userId, verifiedOn: this.clock.today() });
      return found.agreementId;
    });
  }

  private change(viewer: Viewer, action: string, id: string, version: number, write: (tx: Tx, before: Agreement) => Promise<Partial<Agreement>>): Promise<void> {
    return this.work.run(viewer, action, async (tx) => {
      const before = await this.allowed(tx, viewer, 'agreement.amend', id);
      await tx.amend(Agreement, id, version, {});
      const patch = await write(tx, before);
      if (Object.keys(patch).length > 0) await tx.amend(Agreement, id, version + 1, patch);
    });
  }

  private async changeParty(tx: Tx, agreementId: string, partyId: string, patch: Partial<AgreementParty>): Promise<void> {
    const party = isUuid(partyId) ? await tx.manager.findOneBy(AgreementParty, { id: partyId, agreementId }) : null;
    if (!party) throw notFound();
    await tx.amend(AgreementParty, partyId, party.version, patch);
  }

  /** Parties that stay keep their dates; one that the viewer may not see cannot be named, nor removed by leaving it out. */
  private async replaceParties(tx: Tx, viewer: Viewer, agreementId: string, parties: readonly PartyInput[]): Promise<void> {
    const visible = await tx.query<{ id: string; visibility: never; country: string | null }>(sql`select id, visibility, country from organisation where id = any(${parties.map((each) => each.organisationId)}::uuid[]) and archived_at is null and merged_into_id is null`);
    const known = new Set(visible.filter((each) => canRead(viewer, each)).map((each) => each.id));
    refuseIfAny(parties.flatMap((each, at) => (known.has(each.organisationId) ? [] : [problem(`parties.${at}.organisationId`, 'unknown_record')])));
    const present = await tx.manager.findBy(AgreementParty, { agreementId });
    const wanted = new Set(parties.map((each) => each.organisationId));
    for (const party of present.filter((each) => !wanted.has(each.organisationId))) await tx.remove(AgreementParty, { id: party.id });
    for (const each of parties) {
      const stays = present.find((party) => party.organisationId === each.organisationId);
      const values = { role: each.role ?? null, required: each.required ?? true, ...(each.signedOn === undefined ? {} : { signedOn: each.signedOn, recordedOn: this.clock.today() }) };
      if (stays) await tx.amend(AgreementParty, stays.id, stays.version, values);
      else await tx.insert(AgreementParty, { agreementId, organisationId: each.organisationId, recordedOn: this.clock.today(), ...values });
    }
  }

  private async allowed(tx: Tx, viewer: Viewer, ability: Ability, id: string): Promise<Agreement> {
    const found = isUuid(id) ? await tx.manager.findOneBy(Agreement, { id }) : null;
    if (!found || found.archivedAt || !canRead(viewer, found)) throw notFound();
    authorize(viewer, ability, { visibility: found.visibility, country: found.country, ownerUserId: found.createdBy });
    return found;
  }
}

const COLUMNS = ['reference', 'title', 'titleEn', 'kind', 'summary', 'stage', 'effectiveFrom', 'effectiveTo', 'signaturesRequired', 'inCoalitionName', 'themes', 'sdgs',
  'strategyActivity', 'renewsId', 'partOfId', 'visibility', 'country'] as const satisfies readonly (keyof AgreementInput)[];

function columnsOf(input: AgreementInput): Partial<Agreement> {
  const given = COLUMNS.filter((column) => input[column] !== undefined).map((column) => {
    const value = input[column];
    return [column, typeof value === 'string' ? value.normalize('NFC').trim() || null : value];
  });
  return Object.fromEntries(given) as Partial<Agreement>;
}

function problemsOf(input: AgreementInput, today: string): FieldProblem[] {
  const parties = input.parties;
  return [
    ...(input.title === undefined ? [] : textProblems('title', input.title, { max: 500, required: true })),
    ...periodProblems(['effectiveFrom', input.effectiveFrom ?? null], ['effectiveTo', input.effectiveTo ?? null]),
    ...(parties && parties.length < 2 ? [problem('parties', 'parties_too_few', { min: 2 })] : []),
    ...repeats((parties ?? []).map((each) => each.organisationId)).map((at) => problem(`parties.${at}.organisationId`, 'party_twice')),
    ...(parties ?? []).flatMap((each, at) => (each.signedOn && each.signedOn > today ? [problem(`parties.${at}.signedOn`, 'future_signature')] : [])),
  ];
}
