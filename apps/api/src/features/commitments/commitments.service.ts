import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { conflict, DomainError, notFound, problem, refuseIfAny, type FieldProblem } from '@tejido/domain/error.js';
import { textProblems } from '@tejido/domain/field-problems.js';
import { canRead, VISIBILITIES, type Ability, type Viewer, type Visibility } from '@tejido/domain/policy.js';
import { authorize } from '../../platform/access/ability.js';
import { unnameable } from '../../platform/access/nameable.js';
import { Clock } from '../../platform/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { Commitment, CommitmentPostponement } from './commitment.entity.js';
import type { CommitmentInput } from './commitment.input.js';
import { verifierProblems } from './commitment-verifier.js';

/** The verbs that write commitments. */
@Injectable()
export class CommitmentsService {
  constructor(private readonly work: Work, private readonly clock: Clock) {}

  /** @returns the new commitment's id. @throws INVALID, FORBIDDEN */
  make(viewer: Viewer, input: CommitmentInput): Promise<string> {
    return this.work.run(viewer, 'commitment.make', async (tx) => {
      authorize(viewer, 'commitment.make', { visibility: 'coalition', country: viewer.country });
      refuseIfAny([...textProblems('text', input.text, { max: 2000, required: true }), ...(await hiddenProblems(tx, viewer, input))]);
      const source = await asOpenAsItsSource(tx, viewer, input);
      const { ownerOrganisationId = null, ownerPersonId = null, dueOn = null, verifierId = null } = input;
      const ownerUserId = ownerOrganisationId || ownerPersonId ? null : viewer.userId;
      refuseIfAny(await verifierProblems(tx, verifierId, { ...source, ownerUserId }));
      return tx.insert(Commitment, {
        text: tidy(input.text!), ownerOrganisationId, ownerPersonId, ownerUserId, verifierId,
        beneficiaryOrganisationId: input.beneficiaryOrganisationId ?? null, dueOn, firstDueOn: dueOn,
        meetingId: input.meetingId ?? null, agreementId: input.agreementId ?? null, ...source, createdBy: viewer.userId, recordedOn: this.clock.today(),
      });
    });
  }

  /** What it says, who owes it and to whom. Another day is a postponement, not an amendment: `dueOn` is only given where there was none. */
  amend(viewer: Viewer, id: string, version: number, input: CommitmentInput): Promise<void> {
    return this.change(viewer, 'commitment.amend', 'commitment.amend', id, version, async (tx, before) => {
      refuseClosed(before);
      refuseIfAny([
        ...(await hiddenProblems(tx, viewer, input)),
        ...(input.text === undefined ? [] : textProblems('text', input.text, { max: 2000, required: true })),
        ...(before.dueOn && input.dueOn !== undefined && input.dueOn !== before.dueOn ? [problem('dueOn', 'read_only')] : []),
      ]);
      const { text, ...rest } = input;
      const owner = ownerAfter(viewer, before, input);
      if (input.verifierId !== undefined) refuseIfAny(await verifierProblems(tx, input.verifierId, { ...before, ...owner }));
      return { ...rest, ...owner, ...(text === undefined ? {} : { text: tidy(text) }), ...(input.dueOn && !before.firstDueOn ? { firstDueOn: input.dueOn } : {}) };
    });
  }

  fulfil(viewer: Viewer, id: string, version: number): Promise<void> {
    return this.change(viewer, 'commitment.amend', 'commitment.fulfil', id, version, async (_tx, before) => {
      refuseClosed(before);
      return { fulfilledOn: this.clock.today(), fulfilledBy: viewer.userId };
    });
  }

  /** Who is asked to verify it; null: whoever may. Also once it is fulfilled, until it is verified. @throws INVALID, CONFLICT */
  nameVerifier(viewer: Viewer, id: string, version: number, verifierId: string | null): Promise<void> {
    return this.change(viewer, 'commitment.amend', 'commitment.nameVerifier', id, version, async (tx, before) => {
      if (before.verifiedOn || before.cancelledOn) throw conflict([problem('', 'wrong_stage')]);
      refuseIfAny(await verifierProblems(tx, verifierId, before));
      return { verifierId };
    });
  }

  /** By whoever was asked by name, or may by policy; never by whoever owes or fulfilled it. @throws FORBIDDEN; CONFLICT unless it is fulfilled */
  verify(viewer: Viewer, id: string, version: number): Promise<void> {
    return this.change(viewer, 'commitment.read', 'commitment.verify', id, version, async (_tx, before) => {
      if (!before.fulfilledOn || before.verifiedOn || before.cancelledOn) throw conflict([problem('', 'wrong_stage')]);
      for (const ownerUserId of [before.ownerUserId, before.fulfilledBy]) {
        if (ownerUserId !== null && ownerUserId === viewer.userId) throw new DomainError('FORBIDDEN', [problem('', 'own_commitment')]);
        authorize(viewer, 'commitment.verify', { visibility: before.visibility, country: before.country, ownerUserId, verifierUserId: before.verifierId });
      }
      return { verifiedOn: this.clock.today(), verifiedBy: viewer.userId };
    });
  }

  /** The earlier day stays in its history, with the reason. */
  postpone(viewer: Viewer, id: string, version: number, dueOn: string, reason: string): Promise<void> {
    return this.change(viewer, 'commitment.amend', 'commitment.postpone', id, version, async (tx, before) => {
      refuseClosed(before);
      refuseIfAny([
        ...(before.dueOn && dueOn <= before.dueOn ? [problem('dueOn', 'end_before_start', { start: before.dueOn })] : []),
        ...textProblems('reason', reason, { max: 500, required: true }),
      ]);
      await tx.insert(CommitmentPostponement, { commitmentId: id, fromDay: before.dueOn, toDay: dueOn, reason: tidy(reason), postponedBy: viewer.userId, recordedOn: this.clock.today() });
      return { dueOn };
    });
  }

  cancel(viewer: Viewer, id: string, version: number): Promise<void> {
    return this.change(viewer, 'commitment.amend', 'commitment.cancel', id, version, async (_tx, before) => {
      refuseClosed(before);
      return { cancelledOn: this.clock.today() };
    });
  }

  private change(viewer: Viewer, ability: Ability, action: string, id: string, version: number, write: (tx: Tx, before: Commitment) => Promise<Partial<Commitment>>): Promise<void> {
    return this.work.run(viewer, action, async (tx) => {
      const before = isUuid(id) ? await tx.manager.findOneBy(Commitment, { id }) : null;
      if (!before || before.archivedAt || !canRead(viewer, before)) throw notFound();
      authorize(viewer, ability, { visibility: before.visibility, country: before.country });
      await tx.amend(Commitment, id, version, await write(tx, before));
    });
  }
}

/** What was fulfilled or cancelled is over. */
function refuseClosed(before: Commitment): void {
  if (before.fulfilledOn || before.cancelledOn) throw conflict([problem('', 'wrong_stage')]);
}

/** A colleague owes only while no organisation or person is named. */
function ownerAfter(viewer: Viewer, before: Commitment, input: CommitmentInput): Partial<Commitment> {
  const { ownerOrganisationId = before.ownerOrganisationId, ownerPersonId = before.ownerPersonId } = input;
  return { ownerUserId: ownerOrganisationId || ownerPersonId ? null : (before.ownerUserId ?? viewer.userId) };
}

const hiddenProblems = (tx: Tx, viewer: Viewer, input: CommitmentInput): Promise<FieldProblem[]> => unnameable(tx, viewer, [
  { path: 'ownerOrganisationId', table: 'organisation', id: input.ownerOrganisationId }, { path: 'ownerPersonId', table: 'person', id: input.ownerPersonId },
  { path: 'beneficiaryOrganisationId', table: 'organisation', id: input.beneficiaryOrganisationId },
  { path: 'meetingId', table: 'meeting', id: input.meetingId }, { path: 'agreementId', table: 'agreement', id: input.agreementId },
]);

interface Owned { visibility: Visibility; country: string | null }

/** What was promised in a meeting or under an agreement that few may see is not for more to see. */
async function asOpenAsItsSource(tx: Tx, viewer: Viewer, { agreementId, meetingId }: CommitmentInput): Promise<Owned> {
  const sources = await tx.query<Owned>(sql`select visibility, country from agreement where id = ${agreementId ?? null}
    union all select visibility, country from meeting where id = ${meetingId ?? null}`);
  const [strictest, other] = sources.sort((a, b) => VISIBILITIES.indexOf(b.visibility) - VISIBILITIES.indexOf(a.visibility));
  // Two countries' own: neither delegate sees both, and so only the secretariat sees what came of them.
  const apart = strictest?.visibility === 'country' && other?.visibility === 'country' && strictest.country !== other.country;
  return { visibility: apart ? 'secretariat' : strictest?.visibility ?? 'coalition', country: viewer.country ?? strictest?.country ?? null };
}

const tidy = (text: string) => text.normalize('NFC').trim();
