import { Injectable } from '@nestjs/common';
import { notFound, refuseIfAny } from '@tejido/domain/error.js';
import { canRead, type Ability, type Viewer } from '@tejido/domain/policy.js';
import { authorize } from '../../platform/access/ability.js';
import { unnameable } from '../../platform/access/nameable.js';
import { Clock } from '../../platform/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { NOTHING_YET, problemsOf, standingsOf, storedWhole, textsProblems, wholeAfter, type PartyAfter, type Whole } from './agreement-draft.js';
import { nextReference, referenceProblems } from './agreement-references.js';
import { Agreement, AgreementParty } from './agreement.entity.js';
import type { AgreementInput } from './agreement.input.js';

/** Registers agreements and amends them as a whole. What happens to one (a signature, a suspension …) is AgreementEvents'. */
@Injectable()
export class AgreementsService {
  constructor(private readonly work: Work, private readonly clock: Clock) {}

  /** @returns the new agreement's id. @throws INVALID, FORBIDDEN */
  register(viewer: Viewer, input: AgreementInput): Promise<string> {
    return this.work.run(viewer, 'agreement.register', async (tx) => {
      const owner = { visibility: input.visibility ?? 'coalition', country: input.country ?? viewer.country } as const;
      authorize(viewer, 'agreement.register', owner);
      const whole = await this.checked(tx, viewer, NOTHING_YET, { ...input, kind: input.kind ?? null, parties: input.parties ?? [] }, null);
      const given = input.giveReference ? await nextReference(tx, input.kind!, this.clock.today()) : {};
      const id = await tx.insert(Agreement, { ...columnsOf(input), ...given, ...owner, createdBy: viewer.userId, recordedOn: this.clock.today() });
      await this.writeParties(tx, id, [], whole.parties);
      return id;
    });
  }

  /** Absent keeps, null clears; the whole agreement that results is checked. @throws INVALID, NOT_FOUND, FORBIDDEN, CONFLICT_STALE */
  amend(viewer: Viewer, id: string, version: number, input: AgreementInput): Promise<void> {
    return changeAgreement(this.work, viewer, 'agreement.amend', id, version, async (tx, before) => {
      authorize(viewer, 'agreement.amend', {
        visibility: input.visibility ?? before.visibility, country: input.country === undefined ? before.country : input.country,
      });
      const stored = await storedWhole(tx, before);
      const whole = await this.checked(tx, viewer, stored, input, before);
      if (input.parties) await this.writeParties(tx, id, stored.parties, whole.parties);
      return { ...columnsOf(input), ...(await linksThatStay(tx, viewer, before, input)) };
    });
  }

  /** Moves it to the trash. */
  archive(viewer: Viewer, id: string, version: number): Promise<void> {
    return changeAgreement(this.work, viewer, 'agreement.archive', id, version, async () => ({ archivedAt: this.clock.now() }));
  }

  /** Takes it back out of the trash. */
  restore(viewer: Viewer, id: string, version: number): Promise<void> {
    return this.work.run(viewer, 'agreement.restore', async (tx) => {
      await allowedAgreement(tx, viewer, 'agreement.amend', id, { archived: true });
      await tx.amend(Agreement, id, version, { archivedAt: null });
    });
  }

  private async checked(tx: Tx, viewer: Viewer, before: Whole, input: AgreementInput, stored: Agreement | null): Promise<Whole> {
    const ids = [...before.parties, ...(input.parties ?? [])].map((party) => party.organisationId.toLowerCase());
    const standings = await standingsOf(tx, viewer, ids);
    const whole = wholeAfter(before, input, standings.hidden);
    refuseIfAny([
      ...textsProblems(input),
      ...(await referenceProblems(tx, viewer, input.reference, stored)),
      ...problemsOf(whole, standings, this.clock.today()),
      ...(await unnameable(tx, viewer, [{ path: 'renewsId', table: 'agreement', id: input.renewsId }, { path: 'partOfId', table: 'agreement', id: input.partOfId }])),
    ]);
    return whole;
  }

  private async writeParties(tx: Tx, agreementId: string, before: readonly PartyAfter[], after: readonly PartyAfter[]): Promise<void> {
    const stays = new Set(after.map((party) => party.organisationId));
    for (const { organisationId } of before.filter((party) => !stays.has(party.organisationId))) await tx.remove(AgreementParty, { agreementId, organisationId });
    for (const { stored, role, required, signedOn, withdrawnOn, withdrawalReason, ratificationRequired, ratifiedOn, organisationId } of after.filter((party) => party.named)) {
      const values = {
        role, required, signedOn, withdrawnOn, withdrawalReason, ratificationRequired, ratifiedOn, ...this.entryDays(stored, { signedOn, withdrawnOn, ratifiedOn }),
      };
      if (stored) await tx.amend(AgreementParty, stored.id, stored.version, values);
      else await tx.insert(AgreementParty, { agreementId, organisationId, ...values });
    }
  }

  // A signature counts as known from the day of its entry; correcting its date, or anything else, does not make it known later.
  private entryDays(stored: AgreementParty | null, { signedOn, withdrawnOn, ratifiedOn }: Pick<AgreementParty, 'signedOn' | 'withdrawnOn' | 'ratifiedOn'>): Partial<AgreementParty> {
    const today = this.clock.today();
    const newlySigned = signedOn !== null && !stored?.signedOn;
    return {
      ...(stored && !newlySigned ? {} : { recordedOn: today }),
      ratificationRecordedOn: ratifiedOn === null ? null : (stored?.ratificationRecordedOn ?? today),
      withdrawalRecordedOn: withdrawnOn === null ? null : (stored?.withdrawalRecordedOn ?? today),
    };
  }
}

/** The agreement, if it exists for the viewer. @throws NOT_FOUND, FORBIDDEN */
export async function allowedAgreement(tx: Tx, viewer: Viewer, ability: Ability, id: string, { archived = false } = {}): Promise<Agreement> {
  const found = isUuid(id) ? await tx.manager.findOneBy(Agreement, { id }) : null;
  if (!found || (found.archivedAt !== null) !== archived || !canRead(viewer, found)) throw notFound();
  authorize(viewer, ability, { visibility: found.visibility, country: found.country, ownerUserId: found.createdBy });
  return found;
}

/** A change of a part takes the agreement's version: two editors never miss each other. */
export function changeAgreement(
  work: Work, viewer: Viewer, action: string, id: string, version: number, write: (tx: Tx, before: Agreement) => Promise<Partial<Agreement>>,
): Promise<void> {
  return work.run(viewer, action, async (tx) => {
    const before = await allowedAgreement(tx, viewer, 'agreement.amend', id);
    await tx.amend(Agreement, id, version, {});
    const patch = await write(tx, before);
    if (Object.keys(patch).length > 0) await tx.amend(Agreement, id, version + 1, patch);
  });
}

/** A link to an agreement that the viewer may not see is not theirs to clear: their form shows none. */
async function linksThatStay(tx: Tx, viewer: Viewer, before: Agreement, input: AgreementInput): Promise<Partial<Agreement>> {
  const links = (['renewsId', 'partOfId'] as const).filter((link) => input[link] === null && before[link] !== null);
  const hidden = await unnameable(tx, viewer, links.map((path) => ({ path, table: 'agreement', id: before[path] })));
  return Object.fromEntries(hidden.map(({ path }) => [path, before[path as 'renewsId']]));
}

const COLUMNS = ['reference', 'title', 'titleEn', 'kind', 'summary', 'stage', 'datedOn', 'effectiveFrom', 'effectiveTo', 'signaturesRequired', 'entryRule', 'entryAct', 'inCoalitionName', 'themes', 'sdgs',
  'strategyActivity', 'renewsId', 'partOfId', 'visibility', 'country'] as const satisfies readonly (keyof AgreementInput)[];

/** What clearing a column that always has a value means. */
const CLEARED: Partial<Record<(typeof COLUMNS)[number], unknown>> = { summary: '', themes: [], sdgs: [], entryRule: 'signatures' };

function columnsOf(input: AgreementInput): Partial<Agreement> {
  const given = COLUMNS.filter((column) => input[column] !== undefined).map((column) => {
    const value = input[column];
    const tidy = typeof value === 'string' ? value.normalize('NFC').trim() || null : value;
    return [column, tidy ?? CLEARED[column] ?? null];
  });
  const columns = Object.fromEntries(given) as Partial<Agreement>;
  return columns.entryRule === undefined || columns.entryRule === 'act' ? columns : { ...columns, actOn: null, actRecordedOn: null };
}
