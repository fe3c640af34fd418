import type { ReadHints } from './table.js';

export const KINDS = ['organisations', 'agreements', 'activities'] as const;
/** What one file holds: each row, or group of rows, is one record of this kind. */
export type Kind = (typeof KINDS)[number];

export type DateOrder = 'dmy' | 'mdy';
export type Precision = 'day' | 'month' | 'year';

/** Where a value comes from. The first of several sources that is not blank counts. */
export interface Source {
  /** A header, or an HXL tag when it begins with '#'. */
  column?: string;
  constant?: string;
  /** Text with {Header} in braces. */
  template?: string;
  /** What the file writes → what is meant; null empties it. Compared folded; anything not listed stays as it is. */
  values?: Record<string, string | null>;
  /** Cuts a cell into several values. */
  separator?: string;
  order?: DateOrder;
  /** The coarsest date that is accepted: 'year' takes 2019 for its first day, or its last where a period ends. */
  precision?: Precision;
  /** A regular expression whose first group is the value. */
  take?: string;
}

export interface NameRule extends Source {
  role: 'name' | 'acronym' | 'alias' | 'former';
  /** 'es', 'en' …, or 'prefix' when each value begins with its language ('es: Cáritas'); none when unknown. */
  language?: string;
}

export interface IdentifierRule extends Source {
  scheme: string;
}

/** Ties between organisations as 'parent: X; child: Y' (`separator` and `types`), or one type for the whole column. */
export interface RelationRule extends Source {
  as: ReferenceKind;
  scheme?: string;
  /** The word before the colon → the relationship's type code; 'parent' and 'child' set the parent. */
  types?: Record<string, string | null>;
  type?: string;
}

/** How a cell points to an organisation: by name, by the state's ISO code, or by an identifier of `scheme`. */
export type ReferenceKind = 'name' | 'country' | 'identifier';

/** Organisations that take part in the record: parties of an agreement, participants of an activity. */
export interface LinkRule extends Source {
  /** A regular expression over headers, for parties in wide columns ('^c\\d+$'). */
  columns?: string;
  as: ReferenceKind;
  scheme?: string;
  /** The role's code or label; or the column that says it. */
  role?: string;
  roleFrom?: Source;
  signedOn?: Source;
  /** What the file says about the organisation itself, used when it is new. */
  acronym?: Source;
  kind?: Source;
  country?: Source;
}

/** Rows are kept when the column's value is (or is not) one of these. */
export interface Condition {
  column: string;
  in?: string[];
  notIn?: string[];
}

/** How a foreign table becomes records: what MAP.json says, or what the headers let recognise. */
export interface Mapping {
  kind: Kind;
  /** Name of the source: its keys are remembered under it, so that a second import of it creates nothing new. */
  source: string | null;
  table: ReadHints;
  /** Columns that tell records apart; rows that agree in them are one record. */
  key: string[];
  keep: Condition[];
  missing: string[];
  order: DateOrder;
  precision: Precision;
  fields: Record<string, Source[]>;
  names: NameRule[];
  identifiers: IdentifierRule[];
  relations: RelationRule[];
  organisations: LinkRule[];
}

/** The fields that a record of each kind can have; a map that names another is refused. */
export const FIELDS: Record<Kind, readonly string[]> = {
  organisations: ['name', 'nameEn', 'acronym', 'acronymEn', 'audience', 'kind', 'scope', 'seatCountry', 'countries', 'themes', 'sdgs',
    'description', 'website', 'email', 'phone', 'address', 'parent', 'countsWith'],
  agreements: ['reference', 'title', 'titleEn', 'kind', 'summary', 'stage', 'signedOn', 'effectiveFrom', 'effectiveTo', 'terminatedOn',
    'terminationReason', 'inCoalitionName', 'themes', 'sdgs', 'strategyActivity', 'country', 'evidence'],
  activities: ['title', 'titleEn', 'kind', 'status', 'summary', 'startsOn', 'endsOn', 'countries', 'themes', 'sdgs', 'axis',
    'strategyActivity', 'admin1', 'admin1Code', 'admin2', 'admin2Code', 'sector', 'evidence'],
};

// 'NA' is left to maps: it is also Namibia's code.
export const MISSING = ['n/a', '#n/a', 's/d', '-', '--', '—', 'null', 'sin dato', 'sin datos', 'no data', 'no aplica'];

export function emptyMapping(kind: Kind): Mapping {
  return {
    kind, source: null, table: {}, key: [], keep: [], missing: MISSING, order: 'dmy', precision: 'month',
    fields: {}, names: [], identifiers: [], relations: [], organisations: [],
  };
}
