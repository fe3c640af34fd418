import { type AgreementFacts, asKnown, isVerified, linkFrameworks } from './agreement-facts.js';
import { type Status, type StatusBecause, inForceSpans, partySpans } from './agreement-status.js';
import { type CountingUnit, type OrganisationFacts, unitsOf } from './counting-unit.js';
import type { CountingRules } from './counting-rules.js';
import type { Day } from './day.js';
import { type Span, intersect, normalise } from './span.js';

/** All that an alliance count looks at. */
export interface Register {
  organisations: readonly OrganisationFacts[];
  agreements: readonly AgreementFacts[];
}

/** Rules that are left out are the standard ones. */
export interface AllianceOptions extends Partial<CountingRules> {
  /** Only what had been entered by the end of this day. Left out: all. */
  knownOn?: Day;
}

export const EXCLUSION_REASONS = [
  'recorded_later', 'not_instrument', 'kind_left_out', 'not_in_coalition_name', 'all_parties_internal', 'to_verify',
  'status_prospect', 'status_negotiating', 'status_awaiting_signatures', 'status_suspended', 'status_expired',
  'status_terminated', 'framework_suspended', 'no_ally_bound', 'never_in_force_in_period', 'already_ally',
] as const;
/** `kind_left_out`: an instrument, of a kind that the definition does not count. `no_ally_bound`: in force, but every ally's side has yet to sign or has withdrawn. */
export type ExclusionReason = (typeof EXCLUSION_REASONS)[number];

export interface Excluded {
  /** An agreement's id; for 'already_ally' an ally's. */
  id: string;
  reason: ExclusionReason;
}

/** A party outside the coalition, the unit it counts as, and the days on which this agreement makes it an ally. */
export interface Bond {
  organisationId: string;
  unitId: string;
  spans: readonly Span[];
}

/** An agreement that may count, with the days on which it does. */
export interface Entry {
  agreement: AgreementFacts;
  bonds: readonly Bond[];
  spans: readonly Span[];
}

/** The register reduced to presences in time, from which every alliance figure is read. */
export interface Ledger {
  entries: readonly Entry[];
  ineligible: readonly Excluded[];
  allies: ReadonlyMap<string, readonly Span[]>;
  instruments: ReadonlyMap<string, readonly Span[]>;
  /** The entries that may make a unit an ally. */
  entriesOf: ReadonlyMap<string, readonly Entry[]>;
}

/** Reads the register once; figures of many days and periods can then be taken from the one ledger. */
export function ledgerOf(register: Register, options: AllianceOptions = {}): Ledger {
  const unitOf = unitsOf(register.organisations, options);
  const entries: Entry[] = [];
  const ineligible: Excluded[] = [];
  for (const agreement of linkFrameworks(register.agreements)) {
    const known = asKnown(agreement, options.knownOn);
    const reason = known ? ineligibility(known, unitOf, options) : 'recorded_later';
    if (known && reason === null) entries.push(entryOf(known, unitOf));
    else if (reason !== null) ineligible.push({ id: agreement.id, reason });
  }
  return { entries, ineligible, ...presences(entries) };
}

/** The reason of exclusion that says which status the agreement has instead of being in force, and when its framework gives it that one. */
export function exclusionBy({ status, because }: { status: Exclude<Status, 'in_force'>; because: StatusBecause }): ExclusionReason {
  return because === 'framework_suspended' ? because : `status_${status}`;
}

// What no day can change. The first reason found is the one told, from what the agreement is to what it lacks.
function ineligibility(
  agreement: AgreementFacts, unitOf: (id: string) => CountingUnit, { verifiedOnly = true, agreementKinds = null }: AllianceOptions,
): ExclusionReason | null {
  if (!agreement.kindIsInstrument) return 'not_instrument';
  if (agreementKinds !== null && !agreementKinds.includes(agreement.kind ?? '')) return 'kind_left_out';
  if (!agreement.inCoalitionName) return 'not_in_coalition_name';
  if (!agreement.parties.some((party) => unitOf(party.organisationId).external)) return 'all_parties_internal';
  if (verifiedOnly && !isVerified(agreement)) return 'to_verify';
  return null;
}

function entryOf(agreement: AgreementFacts, unitOf: (id: string) => CountingUnit): Entry {
  const force = inForceSpans(agreement);
  const bonds = agreement.parties
    .map((party) => ({ party, unit: unitOf(party.organisationId) }))
    .filter(({ unit }) => unit.external)
    .map(({ party, unit }) => ({
      organisationId: party.organisationId,
      unitId: unit.id,
      spans: intersect(force, partySpans(party)),
    }));
  return { agreement, bonds, spans: normalise(bonds.flatMap((bond) => bond.spans)) };
}

function presences(entries: readonly Entry[]): Pick<Ledger, 'allies' | 'instruments' | 'entriesOf'> {
  const entriesOf = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const unitId of new Set(entry.bonds.map((bond) => bond.unitId))) {
      const of = entriesOf.get(unitId);
      if (of) of.push(entry);
      else entriesOf.set(unitId, [entry]);
    }
  }
  const allies = new Map([...entriesOf].map(([unitId, of]) =>
    [unitId, normalise(of.flatMap((entry) => entry.bonds.flatMap((bond) => (bond.unitId === unitId ? bond.spans : []))))] as const));
  // One agreement entered twice through two records of one organisation stays two instruments and one ally.
  return { allies, instruments: new Map(entries.map((entry) => [entry.agreement.id, entry.spans])), entriesOf };
}
