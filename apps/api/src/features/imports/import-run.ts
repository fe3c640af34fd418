import { randomUUID } from 'node:crypto';
import type { Visibility, Viewer } from '@tejido/domain/policy.js';
import type { Batch } from './batch.js';
import type { OrganisationRef } from './drafts.js';
import type { Mapping } from './mapping.js';
import type { CellProblem } from './problems.js';
import type { Outcome, RowOutcome } from './receipt.js';
import type { Country, Register, Taxonomy } from './register.js';
import type { CountryRef, Term } from './values.js';

/** Where a problem stands in the file. */
export interface Place {
  line: number;
  column: string | null;
}

/** One import while it is planned: what is known, what will be written, what is to be told. Nothing here touches the database. */
export class ImportRun {
  readonly problems: CellProblem[] = [];
  readonly rows: RowOutcome[] = [];
  readonly organisationsCreated: string[] = [];

  constructor(
    readonly register: Register,
    readonly batch: Batch,
    /** The records that this source's keys already stand for. */
    readonly known: ReadonlyMap<string, string>,
    readonly mapping: Mapping,
    readonly owner: { viewer: Viewer; visibility: Visibility; today: string },
  ) {}

  private readonly told = new Set<string>();

  /** Writes a problem down, once: an agreement's day is every party's day. */
  readonly report = (place: Place, severity: CellProblem['severity'], problem: CellProblem['problem'], value: string, values?: CellProblem['values']): void => {
    const key = [place.line, place.column, problem, value].join('\n');
    if (this.told.has(key)) return;
    this.told.add(key);
    this.problems.push({ line: place.line, column: place.column, severity, problem, value, ...(values && { values }) });
  };

  /** The column that a field was read from, to show a problem of the whole record in its place. */
  columnOf(field: string): string | null {
    return this.mapping.fields[field]?.[0]?.column ?? null;
  }

  /** The code that a word stands for; an unknown word is reported, and leaves the field empty unless `needed`. */
  code(taxonomy: Taxonomy, term: Term | null, line: number, needed: 'needed' | 'optional' = 'optional'): string | null {
    if (term === null) return null;
    const code = this.register.terms.code(taxonomy, term.value);
    if (code === null) this.report({ line, column: term.column }, needed === 'needed' ? 'error' : 'warning', 'unknown_code', term.value);
    return code;
  }

  codes(taxonomy: Taxonomy, terms: readonly Term[], line: number): string[] {
    return [...new Set(terms.map((term) => this.code(taxonomy, term, line)).filter((code) => code !== null))];
  }

  country(ref: CountryRef | null | undefined, place: Place): Country | null {
    if (!ref) return null;
    const country = this.register.countries.find(ref);
    if (country === null) this.report(place, 'error', 'unknown_country', ref.value);
    return country;
  }

  /** Columns that every imported record has. */
  ownership() {
    const { viewer, visibility, today } = this.owner;
    return { id: randomUUID() as string, visibility, country: viewer.country, createdBy: viewer.userId, recordedOn: today, demonstration: false };
  }

  settle(table: string, key: string, lines: number[], label: string, outcome: Outcome, id: string): void {
    this.batch.sourceRecords.push({ table, key, id });
    this.rows.push({ lines, key, label, outcome, id });
  }
}

/** How a reference is shown to a reader. */
export function shownReference(ref: OrganisationRef): string {
  if (ref.by === 'name') return ref.name;
  return ref.by === 'country' ? ref.country.value : `${ref.scheme} ${ref.value}`;
}
