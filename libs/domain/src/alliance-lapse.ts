import { type AgreementFacts, linkFrameworks } from './agreement-facts.js';
import { endOn, inForceSpans, statusOn } from './agreement-status.js';
import { type AllianceCount, type Counted, inForceIn } from './alliance-count.js';
import { type AllianceOptions, type Ledger, type Register, ledgerOf } from './alliance-ledger.js';
import { type Day, dayAfter, maxDay, minDay } from './day.js';
import { contains } from './span.js';

/** An ally that the lapse touches, and the agreements by which it is lost, kept or gained. */
export interface Touched {
  id: string;
  agreementIds: readonly string[];
}

/** What the stock would be if some agreements ended and were not renewed. `after = today − lost + gained`, in allies, always. */
export interface Lapse {
  /** The indicator itself, on the day that is asked about. */
  today: AllianceCount;
  /** The first day on which none of the chosen ones is in force any more; the day itself when none is chosen. */
  dayAfter: Day;
  after: AllianceCount;
  /** Allies by chosen agreements alone. */
  lost: readonly Touched[];
  /** Allies that no choice touches and that are none any more on that day: a termination, withdrawal or suspension already recorded. */
  lostAnyway: readonly Touched[];
  /** Allies by a chosen agreement that stay so by another one, with those others. */
  kept: readonly Touched[];
  /** Allies by an agreement that is signed already and takes effect meanwhile. */
  gained: readonly Touched[];
}

/**
 * A1 asked ahead: the number of allies if the chosen agreements lapse. Those that the choice leaves out are taken to go on:
 * the question is about the chosen ones. A chosen one without a last day is taken to end on `day`.
 * @param day the day asked about, usually today
 * @param ledger of this register with the same options, if the caller has it
 */
export function lapseOf(register: Register, chosenIds: readonly string[], day: Day, options: AllianceOptions = {}, ledger: Ledger = ledgerOf(register, options)): Lapse {
  const chosen = new Set(chosenIds);
  const today = inForceIn(ledger, day, options);
  const end = endOf(register.agreements.filter(({ id }) => chosen.has(id)), day);
  if (end === day) return { today, dayAfter: day, after: today, lost: [], lostAnyway: [], kept: [], gained: [] };
  const later = ledgerOf({ ...register, agreements: withoutThem(register.agreements, chosen, day, end) }, options);
  return { today, dayAfter: end, after: inForceIn(later, end, options), ...difference(ledger, later, chosen, day, end, options) };
}

function endOf(chosen: readonly AgreementFacts[], day: Day): Day {
  return chosen.reduce((latest, each) => maxDay(latest, dayAfter(maxDay(endOn(each), day)!))!, day);
}

function withoutThem(all: readonly AgreementFacts[], chosen: ReadonlySet<string>, day: Day, end: Day): AgreementFacts[] {
  const agreements = linkFrameworks(all);
  const renewed = new Set(agreements.flatMap((each) => (each.renewsId !== null && !chosen.has(each.id) && contains(inForceSpans(each), end) ? [each.renewsId] : [])));
  return agreements.map((each) => {
    if (chosen.has(each.id)) return { ...each, terminatedOn: minDay(each.terminatedOn, end) };
    // Where its renewal has taken over, it does not go on beside it: that would be one instrument too many.
    const last = endOn(each);
    const goesOn = last !== null && last < end && !renewed.has(each.id) && statusOn(each, day) === 'in_force';
    return goesOn ? { ...each, effectiveTo: null, amendments: [] } : each;
  });
}

// Allies are compared whatever the unit of the value: an instrument is not lost or kept, it ends.
function difference(ledger: Ledger, later: Ledger, chosen: ReadonlySet<string>, day: Day, end: Day, options: AllianceOptions): Pick<Lapse, 'lost' | 'lostAnyway' | 'kept' | 'gained'> {
  const allies = { ...options, unit: 'ally' as const };
  const [before, after] = [inForceIn(ledger, day, allies).counted, inForceIn(later, end, allies).counted];
  const still = new Map(after.map((each) => [each.id, each]));
  const known = new Set(before.map(({ id }) => id));
  const byChoice = (each: Counted) => each.agreementIds.some((id) => chosen.has(id));
  const gone = before.filter(({ id }) => !still.has(id));
  return {
    lost: gone.filter(byChoice).map(touched),
    lostAnyway: gone.filter((each) => !byChoice(each)).map(touched),
    kept: before.filter(byChoice).flatMap(({ id }) => still.get(id) ?? []).map(touched),
    gained: after.filter(({ id }) => !known.has(id)).map(touched),
  };
}

const touched = ({ id, agreementIds }: Counted): Touched => ({ id, agreementIds });
