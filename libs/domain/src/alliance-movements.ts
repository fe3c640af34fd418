import { type AllianceCount, type Counted, type CountedBecause, bondsIn, countOf, inForceIn } from './alliance-count.js';
import { type AllianceOptions, type Entry, type Excluded, type Ledger, type Register, ledgerOf } from './alliance-ledger.js';
import { type Day, dayBefore } from './day.js';
import { type Span, contains, inclusive, overlaps } from './span.js';

/** What a period did to the stock. `end = start + new + reactivated − exits`, always. */
export interface AllianceMovements {
  /** In force on the day before the period. */
  start: AllianceCount;
  /** Entries that are the first ever. */
  new: AllianceCount;
  /** Entries after a gap. One that comes back twice in the period counts twice, else the sum would not close. */
  reactivated: AllianceCount;
  /** Ends followed by a gap; `on` is the first day without. */
  exits: AllianceCount;
  /** In force on the period's last day. */
  end: AllianceCount;
  /** Instruments that took over from the one they renew without a gap; neither new allies nor exits. */
  renewals: AllianceCount;
}

interface Turn {
  id: string;
  because: CountedBecause;
  on: Day;
}

type TurnKind = 'first_ever' | 'returned' | 'ended';

/** A1, the flow, over a period whose first and last day are both in it. */
export function allianceMovements(register: Register, from: Day, to: Day, options: AllianceOptions = {}): AllianceMovements {
  return movementsIn(ledgerOf(register, options), from, to, options);
}

/** As `allianceMovements`, from a ledger made once with the same options. */
export function movementsIn(ledger: Ledger, from: Day, to: Day, options: AllianceOptions = {}): AllianceMovements {
  const period = inclusive(from, to);
  const idle = () => notInPeriod(ledger, period);
  const flow = (kind: TurnKind, excluded = idle) => flowCount(ledger, period, kind, options, excluded);
  return {
    start: inForceIn(ledger, dayBefore(from), options),
    new: flow('first_ever', () => [...idle(), ...alreadyAllies(ledger, period)]),
    reactivated: flow('returned'),
    exits: flow('ended'),
    end: inForceIn(ledger, to, options),
    renewals: renewalCount(ledger, period, options, idle),
  };
}

function flowCount(
  ledger: Ledger, period: Span, kind: TurnKind, options: AllianceOptions, excluded: () => Excluded[],
): AllianceCount {
  const allies = turnsIn(ledger.allies, period, kind);
  const instruments = turnsIn(ledger.instruments, period, kind);
  const turns = options.unit === 'instrument' ? instruments : allies;
  const entriesOf = options.unit === 'instrument'
    ? new Map(ledger.entries.map((entry) => [entry.agreement.id, [entry]])) : ledger.entriesOf;
  const counted = turns.map((turn) => withAgreements(turn, entriesOf.get(turn.id) ?? [], options));
  return countOf({ value: turns.length, unit: options.unit ?? 'ally', counted, allies: allies.length, instruments: instruments.length }, excluded);
}

function turnsIn(presences: ReadonlyMap<string, readonly Span[]>, period: Span, kind: TurnKind): Turn[] {
  return [...presences].flatMap(([id, spans]) =>
    spans
      .map((span, at) => ({ on: kind === 'ended' ? span.to : span.from, first: at === 0 }))
      .filter(({ first }) => kind === 'ended' || first === (kind === 'first_ever'))
      .flatMap(({ on }) => (on !== null && contains([period], on) ? [{ id, because: kind, on }] : [])));
}

// The agreements that began or ended the presence: those that hold on the first day with, or the last day with.
function withAgreements(turn: Turn, entries: readonly Entry[], options: AllianceOptions): Counted {
  const day = turn.because === 'ended' ? dayBefore(turn.on) : turn.on;
  const concerned = entries.flatMap((entry) =>
    bondsIn(entry, inclusive(day, day))
      .filter((bond) => (options.unit === 'instrument' ? entry.agreement.id : bond.unitId) === turn.id)
      .map((bond) => ({ agreementId: entry.agreement.id, organisationId: bond.organisationId })));
  return {
    ...turn,
    agreementIds: [...new Set(concerned.map((each) => each.agreementId))],
    organisationIds: [...new Set(concerned.map((each) => each.organisationId))],
  };
}

function notInPeriod(ledger: Ledger, period: Span): Excluded[] {
  const idle = ledger.entries.filter((entry) => !entry.spans.some((span) => overlaps(span, period)));
  return [...ledger.ineligible, ...idle.map((entry): Excluded => ({ id: entry.agreement.id, reason: 'never_in_force_in_period' }))];
}

// "IOM signed in 2023: why is it not new?" An ally whose new agreement came while or after it was one already.
function alreadyAllies(ledger: Ledger, period: Span): Excluded[] {
  const fresh = new Set(turnsIn(ledger.allies, period, 'first_ever').map((turn) => turn.id));
  const begun = ledger.entries.flatMap((entry) =>
    entry.bonds.filter((bond) => bond.spans.some((span) => contains([period], span.from))).map((bond) => bond.unitId));
  return [...new Set(begun)].filter((id) => !fresh.has(id)).map((id) => ({ id, reason: 'already_ally' }));
}

function renewalCount(ledger: Ledger, period: Span, options: AllianceOptions, excluded: () => Excluded[]): AllianceCount {
  const byId = new Map(ledger.entries.map((entry) => [entry.agreement.id, entry]));
  const renewals = ledger.entries.flatMap((entry) => {
    const on = renewedOn(entry, byId.get(entry.agreement.renewsId ?? ''));
    return on !== null && contains([period], on) ? [{ entry, on }] : [];
  });
  const counted = renewals.map(({ entry, on }): Counted => ({
    id: entry.agreement.id,
    because: 'renewed',
    on,
    agreementIds: [entry.agreement.id, entry.agreement.renewsId].filter((id) => id !== null),
    organisationIds: [...new Set(bondsIn(entry, inclusive(on, on)).map((bond) => bond.organisationId))],
  }));
  const allies = new Set(renewals.flatMap(({ entry, on }) => bondsIn(entry, inclusive(on, on)).map((bond) => bond.unitId)));
  return countOf({ value: counted.length, unit: options.unit ?? 'ally', counted, allies: allies.size, instruments: counted.length }, excluded);
}

// The day on which an instrument takes over; null when the day before was without the one it renews: that is a return.
function renewedOn(renewal: Entry, renewed: Entry | undefined): Day | null {
  const on = renewal.spans[0]?.from;
  return on !== undefined && renewed && contains(renewed.spans, dayBefore(on)) ? on : null;
}
