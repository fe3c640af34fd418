import type { Day } from '@tejido/domain/day.js';
import type { ReportKind, ReportSection, ReportState, ReportVisibility } from '@tejido/domain/report.js';

export type ReportLanguage = 'es' | 'en';
export interface InBoth { es: string; en: string }

/**
 * One edition of a report, whole: every document of it is made of this and of nothing else, so that the same content gives the same
 * document whenever it is asked for. Numbers come from approved snapshots. Names are those that the readers of the edition may see:
 * what they may not is counted, and said to be counted (`withheld`). Days are days of the coalition.
 */
export interface ReportContent {
  form: 1;
  edition: ReportEditionFacts;
  coalition: { acronym: string; name: InBoth; officialSince: number | null; countries: { code: string; label: InBoth }[] };
  strategy: { title: InBoth; fromYear: number; toYear: number } | null;
  /** Those of the period, the earliest first; `toDay` is the day of handover. The last one signs. */
  presidencies: { country: string; label: InBoth; fromDay: Day; toDay: Day | null }[];
  /** What the keys of breakdowns are called: labels.audience.forum. */
  labels: Record<string, Record<string, InBoth>>;
  /** Both main indicators first, alliances before activities; then what else has an approved snapshot of the period. */
  indicators: ReportIndicator[];
  /** Null where the register has no matrix. */
  matrix: ReportMatrix | null;
  /** As people wrote them; a blank one is filled by `proposedText`. */
  texts: Partial<Record<ReportSection, InBoth>>;
}

export interface ReportEditionFacts {
  kind: ReportKind;
  code: string;
  /** Where `code` is looked up, without the language: 'https://tejido.example.org/verificar/K7Q2M9TD4X'; null while the register has no address of its own. */
  verifyAddress: string | null;
  fromDay: Day;
  /** The cut-off. */
  toDay: Day;
  /** On which day the data was frozen. */
  frozenOn: Day;
  state: ReportState;
  issuedOn: Day | null;
  issuedBy: string | null;
  visibility: ReportVisibility;
}

export interface ReportIndicator {
  code: string;
  name: InBoth;
  definition: InBoth;
  definitionVersion: number;
  nature: 'stock' | 'flow';
  unit: string;
  /** The two of which every report tells; null: another one. */
  main: 'alliances' | 'activities' | null;
  value: number;
  snapshot: {
    id: string; onDay: Day | null; fromDay: Day | null; toDay: Day | null; knownOn: Day;
    approvedOn: Day; approvedBy: string; contentHash: string; hashVersion: number;
  };
  /** Why records were left out, the most frequent first. */
  excluded: { reason: string; count: number }[];
  /** Null: the snapshot is of the first form, which froze nothing but its value. */
  figures: ReportFigures | null;
}

export interface ReportRecord { id: string; title: string; titleEn: string | null }

export interface ReportFigures {
  companions: {
    allies: number | null; instruments: number | null; participations: number | null; ever: number | null;
    withAlliance: number | null; withoutAlliance: number | null; countries: number | null;
  };
  /** Of a stock: end = start + new + reactivated − exits. */
  movements: ReportMovements | null;
  breakdowns: { dimension: string; additive: boolean; total: number; cells: { key: string | null; value: number }[] }[];
  trend: { year: number; value: number | null; instruments: number | null; target: number | null; new: number | null; reactivated: number | null; exits: number | null }[];
  progress: {
    light: string; progress: number | null; expected: number | null; target: number | null; finalTarget: number | null; finalYear: number | null;
    freshness: string; confirmedOn: Day | null; baselineValue: number | null; baselineOn: Day | null;
  };
  instruments: ReportInstrument[];
  /** Counted, but not among `instruments`: not for these readers to name. */
  instrumentsWithheld: number;
  /** Counted and nameable, but beyond the longest annex: the snapshot's page lists them. */
  instrumentsBeyond: number;
  expiring: (ReportRecord & { effectiveTo: Day; allies: string[] })[];
  expiringWithheld: number;
}

export interface ReportMovements {
  from: Day;
  to: Day;
  start: ReportMovement;
  new: ReportMovement;
  reactivated: ReportMovement;
  exits: ReportMovement;
  renewals: ReportMovement;
  end: ReportMovement;
}

/** `value` counts all; `records` are those to name, `value − records.length` the others (allies; renewals count instruments). */
export interface ReportMovement { value: number; records: (ReportRecord & { because: string; on: Day | null })[] }

/** An instrument or activity that counts, with what proves it. */
export interface ReportInstrument extends ReportRecord {
  reference: string | null;
  kind: string;
  parties: string[];
  signedOn: Day | null;
  inForceFrom: Day | null;
  effectiveTo: Day | null;
  evidence: { title: string; address: string | null; verifiedOn: Day | null }[];
}

export interface ReportMatrix {
  axes: ReportAxis[];
  /** Of the period, the earliest first. */
  adjustments: ReportAdjustment[];
}

export const MATRIX_STATES = ['planned', 'under_way', 'done', 'constrained', 'cancelled'] as const;
export type MatrixState = (typeof MATRIX_STATES)[number];

export interface ReportAxis {
  code: string;
  label: InBoth;
  tactic: InBoth;
  /** Mean of its rows' progress, 0 to 100, cancelled rows aside; null without rows. */
  progress: number | null;
  counts: Record<MatrixState, number>;
  rows: ReportMatrixRow[];
}

export interface ReportMatrixRow {
  code: string;
  label: InBoth;
  state: MatrixState;
  /** 0 to 100. */
  progress: number;
  plannedFrom: Day;
  plannedTo: Day;
  currentFrom: Day;
  currentTo: Day;
  actualFrom: Day | null;
  actualTo: Day | null;
  responsible: string | null;
  responsibleCountry: string | null;
  observations: string | null;
  rating: string | null;
}

/** A change of the plan: what, why, by whom approved. */
export interface ReportAdjustment {
  row: string;
  on: Day;
  what: string;
  why: string;
  /** As the sheet shows it: '2025-12-31'. */
  from: string | null;
  to: string | null;
  approvedBy: string | null;
  minutes: string | null;
}

/** An indicator of the report, by what it is for. */
export const mainIndicator = ({ indicators }: ReportContent, main: 'alliances' | 'activities'): ReportIndicator | null =>
  indicators.find((each) => each.main === main) ?? null;

/** A record's title in the reader's language. */
export const titleIn = ({ title, titleEn }: ReportRecord, language: ReportLanguage): string => (language === 'en' ? titleEn ?? title : title);

/** What a key of a breakdown is called; a key without a label is told as it is, for nothing may vanish. */
export const labelOf = ({ labels }: ReportContent, dimension: string, key: string, language: ReportLanguage): string =>
  labels[dimension]?.[key]?.[language] ?? key;
