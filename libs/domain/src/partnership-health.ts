import { type Day, addDays, daysBetween } from './day.js';

/**
 * How a partnership does, as three lights, each with what it is made of: never one score. Thresholds of decision 0018; grey for what
 * cannot be said, never red.
 */
export const HEALTH_LIGHTS = ['good', 'attention', 'bad', 'none'] as const;
export type HealthLight = (typeof HEALTH_LIGHTS)[number];

/** Days since the last meeting: a quarter is recent, up to half a year it cools. */
export const RECENT_CONTACT_DAYS = 90;
export const COOLING_CONTACT_DAYS = 180;

/** Of what fell due in the last year, the share kept in time that is good, and the one below which it is bad. */
const KEPT_GOOD = 0.75;
const KEPT_BAD = 0.5;
/** Overdue for longer than this is bad, however much else was kept. */
const OVERDUE_BAD_DAYS = 30;
const YEAR_DAYS = 365;
/** Of fewer than these no share is told: one slip of one or two says little. */
const FEWEST_TO_JUDGE = 3;

/** An agreement that ends within this many days asks for attention. */
export const ENDING_DAYS = 90;

export const CONTACT_STATES = ['recent', 'cooling', 'cold', 'never'] as const;
export type ContactState = (typeof CONTACT_STATES)[number];

export interface ContactHealth {
  light: HealthLight;
  state: ContactState;
  /** Since the last contact; null: never. */
  days: number | null;
}

/** Recency of contact. @param lastOn the last day on which somebody of ours met with them; null: never. */
export function contactHealth(lastOn: Day | null, today: Day): ContactHealth {
  if (lastOn === null) return { light: 'none', state: 'never', days: null };
  const days = daysBetween(lastOn, today);
  if (days <= RECENT_CONTACT_DAYS) return { light: 'good', state: 'recent', days };
  return days <= COOLING_CONTACT_DAYS ? { light: 'attention', state: 'cooling', days } : { light: 'bad', state: 'cold', days };
}

/** A commitment between us and them that was not cancelled. */
export interface Promised {
  /** Null: no day was set. */
  dueOn: Day | null;
  fulfilledOn: Day | null;
}

export interface CommitmentsHealth {
  light: HealthLight;
  /** What fell due in the last 365 days, and what is overdue for longer. */
  due: number;
  /** Of those: fulfilled. */
  kept: number;
  /** Of those fulfilled: after their day. */
  late: number;
  overdue: number;
  /** Of the one that is overdue the longest; null: none is. */
  overdueDays: number | null;
  /** Open, and not due yet. */
  ahead: number;
}

/** Commitments kept, both ways. What falls due today and is open is not late yet. */
export function commitmentsHealth(promises: readonly Promised[], today: Day): CommitmentsHealth {
  const since = addDays(today, -YEAR_DAYS);
  const overdue = promises.filter(({ dueOn, fulfilledOn }) => fulfilledOn === null && dueOn !== null && dueOn < today);
  const kept = promises.filter(({ dueOn, fulfilledOn }) => fulfilledOn !== null && dueOn !== null && dueOn > since && dueOn <= today);
  const late = kept.filter(({ dueOn, fulfilledOn }) => fulfilledOn! > dueOn!).length;
  const due = kept.length + overdue.length;
  const overdueDays = overdue.length === 0 ? null : Math.max(...overdue.map(({ dueOn }) => daysBetween(dueOn!, today)));
  const ahead = promises.filter(({ dueOn, fulfilledOn }) => fulfilledOn === null && (dueOn === null || dueOn >= today)).length;
  return { light: keptLight(due, (kept.length - late) / due, overdueDays), due, kept: kept.length, late, overdue: overdue.length, overdueDays, ahead };
}

function keptLight(due: number, inTime: number, overdueDays: number | null): HealthLight {
  if (due === 0) return 'none';
  if ((due >= FEWEST_TO_JUDGE && inTime < KEPT_BAD) || (overdueDays ?? 0) > OVERDUE_BAD_DAYS) return 'bad';
  return overdueDays === null && inTime >= KEPT_GOOD ? 'good' : 'attention';
}

export const AGREEMENT_STATES = ['in_force', 'ending', 'suspended', 'in_progress', 'ended', 'none'] as const;
export type AgreementState = (typeof AGREEMENT_STATES)[number];

/** One agreement to which they are a party. */
export interface Bond {
  id: string;
  /** Derived status of the agreement. */
  status: string;
  /** Last day, included; null: open. */
  until: Day | null;
  /** They withdrew from it on that day; null: they did not. */
  withdrawnOn: Day | null;
  /** The last day on which it was in force; null: never, or it still is. */
  endedOn: Day | null;
}

export interface AgreementHealth {
  light: HealthLight;
  state: AgreementState;
  /** The one that decides; null where there is none. */
  id: string | null;
  /** Its last day: to come, or past. */
  until: Day | null;
  /** To that day, negative once it is past; null without one. */
  days: number | null;
}

/** The state of the agreements: the one in force that ends last decides, else what is suspended, under way or ended. */
export function agreementHealth(bonds: readonly Bond[], today: Day): AgreementHealth {
  const left = ({ withdrawnOn }: Bond) => withdrawnOn !== null && withdrawnOn <= today;
  const inForce = longest(bonds.filter((each) => each.status === 'in_force' && !left(each)).map((each) => ({ ...each, last: each.until })));
  if (inForce) {
    const ending = inForce.last !== null && daysBetween(today, inForce.last) <= ENDING_DAYS;
    return told(ending ? 'attention' : 'good', ending ? 'ending' : 'in_force', inForce, today);
  }
  const suspended = bonds.find((each) => each.status === 'suspended' && !left(each));
  if (suspended) return told('attention', 'suspended', { id: suspended.id, last: suspended.until }, today);
  const underWay = bonds.find(({ status }) => status === 'negotiating' || status === 'awaiting_signatures');
  if (underWay) return told('attention', 'in_progress', { id: underWay.id, last: null }, today);
  const past = bonds.filter((each) => left(each) || each.status === 'expired' || each.status === 'terminated');
  const ended = past.map((each) => ({ ...each, last: left(each) ? each.withdrawnOn : each.endedOn ?? each.until })).sort((a, b) => ((a.last ?? '') < (b.last ?? '') ? 1 : -1))[0];
  return ended ? told('bad', 'ended', ended, today) : { light: 'none', state: 'none', id: null, until: null, days: null };
}

interface Decisive { id: string; last: Day | null }

/** An open end outlasts every day. */
function longest<Each extends Decisive>(bonds: readonly Each[]): Each | undefined {
  return [...bonds].sort((a, b) => ((a.last ?? '9999') < (b.last ?? '9999') ? 1 : -1))[0];
}

const told = (light: HealthLight, state: AgreementState, { id, last }: Decisive, today: Day): AgreementHealth =>
  ({ light, state, id, until: last, days: last === null ? null : daysBetween(today, last) });
