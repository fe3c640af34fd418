import { STAGES } from '@tejido/domain/agreement-facts.js';
import { dayAfter } from '@tejido/domain/day.js';
import type { Visibility } from '@tejido/domain/policy.js';
import { organisationOption } from '../../app/pickers/find-organisations.js';
import type { AgreementInput } from '../../gql/graphql.js';
import type { PickOption } from '../../ui/pick-or-create.js';
import type { Agreement } from './operations.js';

export interface PartyValues {
  organisationId: string;
  label: string;
  role: string | null;
  required: boolean;
  signedOn: string | null;
  withdrawnOn: string | null;
  ratificationRequired: boolean;
}

/** The ways of entering into force as a reader chooses among them: some signatures are a choice of their own. */
export const ENTRY_CHOICES = ['all', 'some', 'day', 'act'] as const;
export type EntryChoice = (typeof ENTRY_CHOICES)[number];

export function entryChoiceOf({ entryRule, signaturesRequired }: { entryRule: string; signaturesRequired?: number | null }): EntryChoice {
  return entryRule !== 'signatures' ? (entryRule as 'day' | 'act') : signaturesRequired ? 'some' : 'all';
}

/** The form of an agreement; the names are those of the input, so that problems find their field. */
export interface AgreementValues {
  title: string;
  titleEn: string;
  reference: string;
  kind: string;
  stage: string;
  summary: string;
  parties: PartyValues[];
  signaturesRequired: number | string;
  entryRule: EntryChoice;
  entryAct: string;
  datedOn: string | null;
  giveReference: boolean;
  effectiveFrom: string | null;
  effectiveTo: string | null;
  inCoalitionName: boolean;
  themes: string[];
  /** Numbers of the goals, as the choice writes them. */
  sdgs: string[];
  strategyActivity: string | null;
  renewsId: PickOption | null;
  partOfId: PickOption | null;
  visibility: Visibility;
  country: string | null;
}

export const EMPTY: AgreementValues = {
  title: '', titleEn: '', reference: '', kind: 'memorandum', stage: STAGES[2], summary: '', parties: [], signaturesRequired: '', entryRule: 'all', entryAct: '', datedOn: null, giveReference: false, effectiveFrom: null, effectiveTo: null,
  inCoalitionName: true, themes: [], sdgs: [], strategyActivity: null, renewsId: null, partOfId: null, visibility: 'coalition', country: null,
};

export const partyOf = ({ id, label }: PickOption): PartyValues => ({ organisationId: id, label, role: null, required: true, signedOn: null, withdrawnOn: null, ratificationRequired: false });

export function valuesOf(agreement: Agreement): AgreementValues {
  const { title, titleEn, reference, kind, stage, summary, signaturesRequired, effectiveFrom, effectiveTo, inCoalitionName, themes, sdgs, strategyActivity, country } = agreement;
  const linked = (other: { id: string; title: string } | null | undefined) => (other ? { id: other.id, label: other.title } : null);
  return {
    entryRule: entryChoiceOf(agreement), entryAct: agreement.entryAct ?? '', datedOn: agreement.datedOn ?? null, giveReference: false,
    title, titleEn: titleEn ?? '', reference: reference ?? '', kind, stage, summary, signaturesRequired: signaturesRequired ?? '', effectiveFrom: effectiveFrom ?? null, effectiveTo: effectiveTo ?? null,
    inCoalitionName, themes, sdgs: sdgs.map(String), strategyActivity: strategyActivity ?? null, renewsId: linked(agreement.renews), partOfId: linked(agreement.partOf), visibility: agreement.visibility as Visibility, country: country ?? null,
    parties: agreement.parties.map(({ organisation, role, required, signedOn, withdrawnOn, ratificationRequired }) => ({
      organisationId: organisation.id, label: organisationOption(organisation).label, role: role ?? null, required, signedOn: signedOn ?? null, withdrawnOn: withdrawnOn ?? null, ratificationRequired,
    })),
  };
}

/** A new agreement after this one: the same parties, who sign anew, from the day after its last. */
export function renewalOf(agreement: Agreement): AgreementValues {
  const values = valuesOf(agreement);
  return {
    ...values, reference: '', datedOn: null, stage: 'negotiating', effectiveFrom: agreement.endsOn ? dayAfter(agreement.endsOn) : null, effectiveTo: null, renewsId: { id: agreement.id, label: agreement.title },
    parties: values.parties.filter((party) => party.withdrawnOn === null).map((party) => ({ ...party, signedOn: null })),
  };
}

/** A specific agreement under this one. */
export function partOf(agreement: Agreement): AgreementValues {
  const { inCoalitionName, themes, visibility, country, parties } = renewalOf(agreement);
  return { ...EMPTY, kind: 'specific_agreement', inCoalitionName, themes, visibility, country, parties, partOfId: { id: agreement.id, label: agreement.title } };
}

/** What the server needs to know: everything of a new one, of an existing one only what differs from `original`. */
export function inputOf(values: AgreementValues, original?: AgreementValues): AgreementInput {
  const whole: AgreementInput = {
    ...values, entryRule: values.entryRule === 'all' || values.entryRule === 'some' ? 'signatures' : values.entryRule, entryAct: values.entryAct || null, titleEn: values.titleEn || null, reference: values.reference || null, sdgs: values.sdgs.map(Number), signaturesRequired: values.signaturesRequired === '' ? null : Number(values.signaturesRequired),
    renewsId: values.renewsId?.id ?? null, partOfId: values.partOfId?.id ?? null, parties: values.parties.map(({ label: _shown, ...party }) => party),
  };
  if (!original) return whole;
  const changed = (field: string) => JSON.stringify(values[field as keyof AgreementValues]) !== JSON.stringify(original[field as keyof AgreementValues]);
  return Object.fromEntries(Object.entries(whole).filter(([field]) => changed(field)));
}
