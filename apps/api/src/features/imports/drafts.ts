import type { NameRule } from './mapping.js';
import type { CellProblem } from './problems.js';
import type { CountryRef, Term } from './values.js';

/** What all drafts have: the key under which the source knows the record, and the lines that it was read from. */
export interface Draft {
  key: string;
  lines: number[];
}

export interface DraftName {
  role: NameRule['role'];
  /** ISO 639-1, null when the file does not say. */
  language: string | null;
  value: string;
}

export interface DraftIdentifier {
  scheme: string;
  value: string;
}

/** An organisation that a record points to; whether it is one of the register is decided when it is matched. */
export type OrganisationRef =
  | { by: 'name'; name: string; acronym: string | null }
  | { by: 'country'; country: CountryRef }
  | { by: 'identifier'; scheme: string; value: string };

export interface DraftRelation {
  /** A relationship type's code or label, or 'parent' or 'child'. */
  type: string;
  to: OrganisationRef;
  column: string | null;
}

export interface OrganisationDraft extends Draft {
  name: string;
  nameEn: string | null;
  acronym: string | null;
  acronymEn: string | null;
  /** All further names: those above are not repeated. */
  names: DraftName[];
  identifiers: DraftIdentifier[];
  relations: DraftRelation[];
  audience: Term | null;
  kind: Term | null;
  scope: Term | null;
  seatCountry: { ref: CountryRef; column: string | null } | null;
  countries: { ref: CountryRef; column: string | null }[];
  themes: Term[];
  sdgs: number[];
  description: string;
  website: string | null;
  email: string | null;
  phone: string | null;
  address: string | null;
}

/** An organisation's part in an agreement (a party) or in an activity (a participation). */
export interface DraftLink {
  line: number;
  column: string | null;
  organisation: OrganisationRef;
  role: Term | null;
  signedOn: string | null;
  /** What the row says about the organisation, used only when it is new. */
  kind: Term | null;
  country: CountryRef | null;
}

export interface AgreementDraft extends Draft {
  reference: string | null;
  title: string;
  titleEn: string | null;
  kind: Term | null;
  summary: string;
  stage: 'identified' | 'contacted' | 'negotiating' | 'text_agreed' | null;
  effectiveFrom: string | null;
  effectiveTo: string | null;
  terminatedOn: string | null;
  terminationReason: string | null;
  inCoalitionName: boolean | null;
  themes: Term[];
  sdgs: number[];
  strategyActivity: string | null;
  country: { ref: CountryRef; column: string | null } | null;
  evidence: string | null;
  /** Each with its own signature day: the party's, else the agreement's. */
  parties: DraftLink[];
}

export const ACTIVITY_STATUSES = ['planned', 'under_way', 'done', 'cancelled'] as const;

export interface ActivityDraft extends Draft {
  title: string;
  titleEn: string | null;
  kind: Term | null;
  status: (typeof ACTIVITY_STATUSES)[number];
  summary: string;
  startsOn: string | null;
  endsOn: string | null;
  countries: { ref: CountryRef; column: string | null }[];
  themes: Term[];
  sdgs: number[];
  axis: string | null;
  strategyActivity: string | null;
  /** Administrative areas by P-code and name, as far as the file gives them. */
  areas: { level: 1 | 2; code: string | null; name: string }[];
  sector: string | null;
  evidence: string | null;
  participants: DraftLink[];
}

/** A table read as records of one kind, with everything that is to be said about its cells. */
export interface Drafts<D extends Draft> {
  drafts: D[];
  problems: CellProblem[];
  /** Lines that the map's filter left out. */
  skipped: number[];
  /** Headers that no field uses. */
  unused: string[];
}
