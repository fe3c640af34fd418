import { explainStatus } from './agreement-status.js';
import { type Bond, type AllianceOptions, type Entry, type Excluded, type Ledger, type Register, exclusionBy, ledgerOf } from './alliance-ledger.js';
import type { Day } from './day.js';
import { type Span, contains, inclusive, overlaps } from './span.js';

export const COUNTED_BECAUSE = ['in_force', 'was_in_force', 'first_ever', 'returned', 'ended', 'renewed'] as const;
export type CountedBecause = (typeof COUNTED_BECAUSE)[number];

/** One that counts: an ally's or an instrument's id, and the agreements and parties that make it count. */
export interface Counted {
  id: string;
  because: CountedBecause;
  /** For what happens on a day (an entry, an exit, a renewal), that day; an exit's is the first day without. */
  on: Day | null;
  agreementIds: readonly string[];
  organisationIds: readonly string[];
}

/** A number that answers "why?". Allies and instruments are both always told, whichever of them is the value. */
export interface AllianceCount {
  value: number;
  unit: 'ally' | 'instrument';
  counted: readonly Counted[];
  excluded: readonly Excluded[];
  allies: number;
  instruments: number;
}

/** A1, the stock: the allies (or instruments) in force on the day. Every agreement that does not count says why. */
export function alliancesInForce(register: Register, day: Day, options: AllianceOptions = {}): AllianceCount {
  return inForceIn(ledgerOf(register, options), day, options);
}

/** As `alliancesInForce`, from a ledger made once with the same options. */
export function inForceIn(ledger: Ledger, day: Day, options: AllianceOptions = {}): AllianceCount {
  return stock(ledger, inclusive(day, day), 'in_force', options, (entry) => outOfForce(entry, day));
}

/**
 * A1, ever: the distinct allies (or instruments) that were in force on some day from the baseline's start to `day`,
 * both included, also when they are no more.
 */
export function alliancesEver(register: Register, baselineStart: Day, day: Day, options: AllianceOptions = {}): AllianceCount {
  return everIn(ledgerOf(register, options), baselineStart, day, options);
}

/** As `alliancesEver`, from a ledger made once with the same options. */
export function everIn(ledger: Ledger, baselineStart: Day, day: Day, options: AllianceOptions = {}): AllianceCount {
  return stock(ledger, inclusive(baselineStart, day), 'was_in_force', options, (entry) => {
    const reason = outOfForce(entry, day);
    return { ...reason, reason: reason.reason === 'no_ally_bound' ? 'never_in_force_in_period' : reason.reason };
  });
}

const NONE: readonly Bond[] = [];

/** The bonds of an entry that hold on some day of the window. */
export function bondsIn(entry: Entry, window: Span): readonly Bond[] {
  // Most entries of a long history are out of force on a given day: one look at the whole spares one at each bond.
  if (!entry.spans.some((span) => overlaps(span, window))) return NONE;
  return entry.bonds.filter((bond) => bond.spans.some((span) => overlaps(span, window)));
}

interface Gathered {
  agreementIds: Set<string>;
  organisationIds: Set<string>;
}

function stock(
  ledger: Ledger, window: Span, because: CountedBecause, options: AllianceOptions, why: (entry: Entry) => Excluded,
): AllianceCount {
  const allies = new Map<string, Gathered>();
  const instruments = new Map<string, Gathered>();
  const idle: Entry[] = [];
  for (const entry of ledger.entries) {
    const bonds = bondsIn(entry, window);
    if (bonds.length === 0) idle.push(entry);
    for (const { unitId, organisationId } of bonds) {
      gather(allies, unitId, entry.agreement.id, organisationId);
      gather(instruments, entry.agreement.id, entry.agreement.id, organisationId);
    }
  }
  const chosen = options.unit === 'instrument' ? instruments : allies;
  const counted = [...chosen].map(([id, { agreementIds, organisationIds }]): Counted =>
    ({ id, because, on: null, agreementIds: [...agreementIds], organisationIds: [...organisationIds] }));
  return countOf({ value: chosen.size, unit: options.unit ?? 'ally', counted, allies: allies.size, instruments: instruments.size },
    () => [...ledger.ineligible, ...idle.map(why)]);
}

/** A count whose reasons of exclusion are found when they are first read: a trend of many years asks for none. */
export function countOf(count: Omit<AllianceCount, 'excluded'>, excluded: () => readonly Excluded[]): AllianceCount {
  let found: readonly Excluded[] | undefined;
  return { ...count, get excluded() { return (found ??= excluded()); } };
}

function gather(into: Map<string, Gathered>, id: string, agreementId: string, organisationId: string): void {
  const known = into.get(id);
  if (!known) into.set(id, { agreementIds: new Set([agreementId]), organisationIds: new Set([organisationId]) });
  known?.agreementIds.add(agreementId);
  known?.organisationIds.add(organisationId);
}

function outOfForce({ agreement }: Entry, day: Day): Excluded {
  const { status, because } = explainStatus(agreement, day);
  return { id: agreement.id, reason: status === 'in_force' ? 'no_ally_bound' : exclusionBy({ status, because }) };
}

/** Is the unit an ally on the day, by any agreement of the ledger? */
export function isAllyOn(ledger: Ledger, unitId: string, day: Day): boolean {
  return contains(ledger.allies.get(unitId) ?? [], day);
}
