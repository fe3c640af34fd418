import { Injectable } from '@nestjs/common';
import { notFound, refuseIfAny } from '@tejido/domain/error.js';
import { canRead, type Viewer } from '@tejido/domain/policy.js';
import { proposalProblems, proposalVerbProblems, type ProposalVerb } from '@tejido/domain/proposal.js';
import { authorize } from '../../platform/access/ability.js';
import { refuseUnnameable } from '../../platform/access/nameable.js';
import { Clock } from '../../platform/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { Proposal, ProposalPartner } from './proposal.entity.js';
import type { ProposalInput } from './proposal.input.js';

interface Which { id: string; version: number }

/** The verbs that write funding proposals. */
@Injectable()
export class ProposalsService {
  constructor(private readonly work: Work, private readonly clock: Clock) {}

  /** @returns the new proposal's id. @throws INVALID, FORBIDDEN */
  register(viewer: Viewer, input: ProposalInput): Promise<string> {
    return this.work.run(viewer, 'proposal.register', async (tx) => {
      const owner = { visibility: input.visibility ?? 'coalition', country: input.country === undefined ? viewer.country : input.country } as const;
      authorize(viewer, 'proposal.register', owner);
      refuseIfAny(proposalProblems(wholeOf(input)));
      await refuseUnnameable(tx, viewer, partnersNamed(input));
      const id = await tx.insert(Proposal, { ...columnsOf(input), ...owner, stage: 'drafting', createdBy: viewer.userId, recordedOn: this.clock.today() });
      await replacePartners(tx, id, input);
      return id;
    });
  }

  /** Absent keeps, null clears. @throws INVALID, NOT_FOUND, FORBIDDEN, CONFLICT_STALE */
  amend(viewer: Viewer, { id, version }: Which, input: ProposalInput): Promise<void> {
    return this.work.run(viewer, 'proposal.amend', async (tx) => {
      const before = await this.allowed(tx, viewer, id);
      authorize(viewer, 'proposal.amend', { visibility: input.visibility ?? before.visibility, country: input.country === undefined ? before.country : input.country });
      refuseIfAny(proposalProblems(wholeOf(input, before)));
      await refuseUnnameable(tx, viewer, partnersNamed(input));
      await tx.amend(Proposal, id, version, columnsOf(input));
      await replacePartners(tx, id, input);
    });
  }

  /** It went to the funder on this day. @throws INVALID, wrong_stage unless it is being drafted */
  submit(viewer: Viewer, which: Which, on: string): Promise<void> {
    return this.advance(viewer, 'submit', which, on, { stage: 'submitted', submittedOn: on });
  }

  /** The funder's answer. */
  decide(viewer: Viewer, which: Which, approved: boolean, on: string): Promise<void> {
    return this.advance(viewer, 'decide', which, on, { stage: approved ? 'approved' : 'rejected', decidedOn: on });
  }

  withdraw(viewer: Viewer, which: Which): Promise<void> {
    return this.advance(viewer, 'withdraw', which, null, { stage: 'withdrawn' });
  }

  /** Back to drafting, for another round or because the stage was set by mistake: its days are taken back. */
  reopen(viewer: Viewer, which: Which): Promise<void> {
    return this.advance(viewer, 'reopen', which, null, { stage: 'drafting', submittedOn: null, decidedOn: null });
  }

  archive(viewer: Viewer, { id, version }: Which): Promise<void> {
    return this.work.run(viewer, 'proposal.archive', async (tx) => {
      await this.allowed(tx, viewer, id);
      await tx.amend(Proposal, id, version, { archivedAt: this.clock.now() });
    });
  }

  private advance(viewer: Viewer, verb: ProposalVerb, { id, version }: Which, on: string | null, patch: Partial<Proposal>): Promise<void> {
    return this.work.run(viewer, `proposal.${verb}`, async (tx) => {
      const before = await this.allowed(tx, viewer, id);
      // Somebody else's verb came first: that is what the reader must hear, not that the stage is wrong.
      if (before.version === version) refuseIfAny(proposalVerbProblems(verb, before, on, this.clock.today()));
      await tx.amend(Proposal, id, version, patch);
    });
  }

  private async allowed(tx: Tx, viewer: Viewer, id: string): Promise<Proposal> {
    const found = isUuid(id) ? await tx.manager.findOneBy(Proposal, { id }) : null;
    if (!found || found.archivedAt || !canRead(viewer, found)) throw notFound();
    authorize(viewer, 'proposal.amend', { visibility: found.visibility, country: found.country, ownerUserId: found.createdBy });
    return found;
  }
}

const COLUMNS = ['title', 'amount', 'currency', 'deadline', 'strategyActivity', 'visibility', 'country'] as const satisfies readonly (keyof ProposalInput)[];

function columnsOf(input: ProposalInput): Partial<Proposal> {
  const given = COLUMNS.filter((column) => input[column] !== undefined).map((column) => {
    const value = input[column];
    return [column, typeof value === 'string' ? value.normalize('NFC').trim() : value];
  });
  return Object.fromEntries(given) as Partial<Proposal>;
}

/** The proposal as it would be: what is absent is as before. */
function wholeOf(input: ProposalInput, before?: Proposal) {
  return {
    title: input.title ?? before?.title ?? '',
    amount: input.amount === undefined ? before?.amount ?? null : input.amount,
    currency: input.currency === undefined ? before?.currency ?? null : input.currency,
    deadline: input.deadline === undefined ? before?.deadline ?? null : input.deadline,
    partners: input.partners ?? [],
  };
}

const partnersNamed = (input: ProposalInput) =>
  (input.partners ?? []).map(({ organisationId }, at) => ({ path: `partners.${at}.organisationId`, table: 'organisation' as const, id: organisationId }));

async function replacePartners(tx: Tx, proposalId: string, input: ProposalInput): Promise<void> {
  if (!input.partners) return;
  await tx.remove(ProposalPartner, { proposalId });
  await tx.insertAll(ProposalPartner, input.partners.map((each) => ({ ...each, proposalId })));
}
