import sql from 'sql-template-tag';
import { agreementProblems, type AgreementDraft, type AmendmentDraft } from '@tejido/domain/agreement-problems.js';
import type { Standing } from '@tejido/domain/counting-unit.js';
import { problem, type FieldProblem } from '@tejido/domain/error.js';
import { textProblems } from '@tejido/domain/field-problems.js';
import type { Viewer } from '@tejido/domain/policy.js';
import { readableBy } from '../../platform/access/scope.js';
import type { Tx } from '../../platform/database/work.js';
import { isUuid } from '../../platform/graphql/uuid.js';
import { Agreement, AgreementAmendment, AgreementParty, AgreementSuspension } from './agreement.entity.js';
import type { AgreementInput, PartyInput } from './agreement.input.js';

/** A party as it will stand: `stored` is its row, if it has one; `named` when the input speaks of it. */
export interface PartyAfter extends Pick<AgreementParty, 'organisationId' | 'role' | 'required' | 'signedOn' | 'withdrawnOn' | 'withdrawalReason' | 'ratificationRequired' | 'ratifiedOn'> {
  stored: AgreementParty | null;
  named: boolean;
}

/** An agreement with its parts, as stored or as it will be. */
export interface Whole {
  agreement: Pick<Agreement, 'title' | 'inCoalitionName' | 'datedOn' | 'effectiveFrom' | 'effectiveTo' | 'terminatedOn' | 'signaturesRequired' | 'entryRule' | 'entryAct' | 'actOn'>;
  parties: readonly PartyAfter[];
  suspensions: readonly (Pick<AgreementSuspension, 'fromDay' | 'toDay'> & { id?: string })[];
  amendments: readonly (AmendmentDraft & { id?: string })[];
}

/** An agreement of which nothing is stored yet. */
export const NOTHING_YET: Whole = {
  agreement: {
    title: '', inCoalitionName: true, datedOn: null, effectiveFrom: null, effectiveTo: null, terminatedOn: null, signaturesRequired: null,
    entryRule: 'signatures', entryAct: null, actOn: null,
  },
  parties: [], suspensions: [], amendments: [],
};

export async function storedWhole(tx: Tx, agreement: Agreement): Promise<Whole> {
  const parties = await tx.manager.find(AgreementParty, { where: { agreementId: agreement.id }, order: { id: 'ASC' } });
  const suspensions = await tx.manager.find(AgreementSuspension, { where: { agreementId: agreement.id }, order: { fromDay: 'ASC' } });
  const amendments = await tx.manager.find(AgreementAmendment, { where: { agreementId: agreement.id }, order: { number: 'ASC' } });
  return { agreement, parties: parties.map((stored) => ({ ...stored, stored, named: false })), suspensions, amendments };
}

/** The whole after an edit: absent keeps. `hidden` are organisations that the viewer may not see; as parties they stay, named or not. */
export function wholeAfter(before: Whole, input: AgreementInput, hidden: ReadonlySet<string>): Whole {
  const given = Object.fromEntries(Object.keys(before.agreement).flatMap((field) => {
    const value = input[field as keyof AgreementInput];
    return value === undefined ? [] : [[field, value]];
  }));
  const agreement = { ...before.agreement, ...given, entryRule: input.entryRule === null ? 'signatures' : (input.entryRule ?? before.agreement.entryRule) };
  // An act is told of an agreement that waits for one.
  if (agreement.entryRule !== 'act') agreement.actOn = null;
  return { ...before, agreement, parties: input.parties ? partiesAfter(before.parties, input.parties, hidden) : before.parties };
}

function partiesAfter(before: readonly PartyAfter[], inputs: readonly PartyInput[], hidden: ReadonlySet<string>): PartyAfter[] {
  const named = inputs.map((input): PartyAfter => {
    const organisationId = input.organisationId.toLowerCase();
    const stored = hidden.has(organisationId) ? null : (before.find((party) => party.organisationId === organisationId)?.stored ?? null);
    const { role = stored?.role ?? null, signedOn = stored?.signedOn ?? null, withdrawnOn = stored?.withdrawnOn ?? null, ratifiedOn = stored?.ratifiedOn ?? null } = input;
    return {
      organisationId, stored, named: true, role, signedOn, withdrawnOn, ratifiedOn, ratificationRequired: input.ratificationRequired ?? stored?.ratificationRequired ?? false,
      required: input.required ?? stored?.required ?? true, withdrawalReason: withdrawnOn === null ? null : (stored?.withdrawalReason ?? null),
    };
  });
  const kept = before.filter((party) => hidden.has(party.organisationId) && !named.some((each) => each.organisationId === party.organisationId));
  return [...named, ...kept];
}

/** How each organisation stands to the coalition, and which of them the viewer may not see. */
export interface Standings {
  hidden: ReadonlySet<string>;
  /** Null: there is no such organisation. */
  of: (organisationId: string) => Standing | null;
}

export async function standingsOf(tx: Tx, viewer: Viewer, organisationIds: readonly string[]): Promise<Standings> {
  const ids = organisationIds.filter(isUuid);
  const rows = await tx.query<{ id: string; standing: Standing; seen: boolean }>(sql`select o.id, o.standing,
    (o.archived_at is null and o.merged_into_id is null and ${readableBy(viewer, sql`o`)}) as seen from organisation o where o.id = any(${ids}::uuid[])`);
  const byId = new Map(rows.map(({ id, standing }) => [id, standing]));
  return { hidden: new Set(rows.filter(({ seen }) => !seen).map(({ id }) => id)), of: (organisationId) => byId.get(organisationId) ?? null };
}

/** The whole as the domain judges it. */
export function draftOf({ agreement, parties, amendments, suspensions }: Whole): AgreementDraft {
  return { ...agreement, title: agreement.title ?? '', parties, amendments, suspensions: suspensions.map(({ fromDay, toDay }) => ({ from: fromDay, to: toDay })) };
}

/** All that contradicts itself in the whole. A hidden organisation that the input names is answered like one that does not exist. */
export function problemsOf(whole: Whole, standings: Standings, today: string): FieldProblem[] {
  const named = new Set(whole.parties.filter((party) => party.named).map((party) => party.organisationId));
  return agreementProblems(draftOf(whole), { today, standingOf: (id) => (named.has(id) && standings.hidden.has(id) ? null : standings.of(id)) });
}

/** What the columns alone can have wrong, beside the whole. */
export function textsProblems(input: AgreementInput): FieldProblem[] {
  return [
    ...textProblems('reference', input.reference, { max: 100 }),
    ...textProblems('entryAct', input.entryAct, { max: 300 }),
    ...textProblems('titleEn', input.titleEn, { max: 500 }),
    ...textProblems('summary', input.summary, { max: 10_000 }),
    ...(input.kind === null ? [problem('kind', 'required')] : []),
  ];
}
