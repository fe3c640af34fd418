import { addDays, daysBetween, type Day } from './day.js';
import { can, canRead, type Visibility, type Viewer } from './policy.js';

/** What somebody is reminded of. The web and the digest have a text for each. */
export const REMINDER_KINDS = [
  'commitment_due', 'commitment_to_verify', 'agreement_expiring', 'minutes_to_circulate', 'minutes_to_approve', 'evidence_to_verify', 'organisation_to_confirm',
] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

/** Days before an agreement ends on which it is told, each once. */
export const EXPIRY_THRESHOLDS = [15, 30, 60, 90] as const;
/** Days before a commitment is due. Afterwards it is overdue, and told once more. */
export const DUE_THRESHOLDS = [0, 7] as const;
export const OVERDUE = -1;
/** Who we talk to is confirmed once a year (the freshness light is green so long). */
export const CONFIRMED_FOR_DAYS = 365;

/** An account that can sign in. */
export interface Account extends Viewer {
  userId: string;
}

interface Owned {
  id: string;
  visibility: Visibility;
  country: string | null;
}

/** What may be due on a day, whoever may know of it. */
export interface ReminderFacts {
  /** In force or suspended, with a last day, and no renewal that goes on after it. */
  agreements: readonly (Owned & { effectiveTo: Day; responsibleId: string | null })[];
  /** Neither verified nor cancelled. `owerIds`: the accounts that owe it or look after the organisation that does. */
  commitments: readonly (Owned & { dueOn: Day | null; owerIds: readonly string[]; fulfilledOn: Day | null; fulfilledBy: string | null; ownerUserId: string | null; verifierId: string | null })[];
  /** Of meetings that were held. `since`: the day of the meeting, or on which they were circulated. `approvableFrom`: the first day after the window for observations. */
  minutes: readonly (Owned & { state: 'draft' | 'circulated'; since: Day; approvableFrom: Day | null; writerId: string | null })[];
  /** Not verified. Owned by what it proves. */
  evidence: readonly (Owned & { proves: 'agreement' | 'activity'; provesId: string; addedBy: string | null })[];
  organisations: readonly (Owned & { ownerId: string | null; confirmedOn: Day | null; recordedOn: Day })[];
}

export interface Reminder {
  userId: string;
  kind: ReminderKind;
  subjectTable: 'agreement' | 'commitment' | 'meeting' | 'activity' | 'organisation';
  subjectId: string;
  /** The threshold that was reached: days left, OVERDUE, or null for what has no day. */
  threshold: number | null;
  dueOn: Day | null;
  /** What it is told of: the same cause is told once, another day or the next threshold anew. */
  cause: string;
}

type Told = Omit<Reminder, 'userId'>;

/** Everything that is due on the day, for each account that it concerns and that may see it. The source of the rule: issue "the secretariat's day". */
export function remindersOn(day: Day, facts: ReminderFacts, accounts: readonly Account[]): Reminder[] {
  const people = peopleOf(accounts);
  return [
    ...facts.agreements.flatMap((each) => expiring(day, each, people)),
    ...facts.commitments.flatMap((each) => (each.fulfilledOn ? toVerify(each, people) : owed(day, each, people))),
    ...facts.minutes.flatMap((each) => minutesWaiting(day, each, people)),
    ...facts.evidence.flatMap((each) => evidenceWaiting(each, people)),
    ...facts.organisations.flatMap((each) => unconfirmed(day, each, people)),
  ];
}

interface People {
  all: readonly Account[];
  /** The secretariat; where it has no account yet, whoever administers stands in. */
  office: readonly Account[];
  named(...ids: readonly (string | null)[]): Account[];
  delegatesOf(country: string | null): Account[];
}

function peopleOf(accounts: readonly Account[]): People {
  const having = (role: Viewer['role']) => accounts.filter((each) => each.role === role);
  const secretariat = having('secretariat');
  return {
    all: accounts,
    office: secretariat.length > 0 ? secretariat : having('admin'),
    named: (...ids) => accounts.filter(({ userId }) => ids.includes(userId)),
    delegatesOf: (country) => (country === null ? [] : having('delegate').filter((each) => each.country === country)),
  };
}

/** One reminder for each account, once, and for none that may not read the record. */
function tell(told: Told, record: Owned, ...groups: (readonly Account[])[]): Reminder[] {
  const readers = [...new Set(groups.flat())].filter((account) => canRead(account, record));
  return readers.map(({ userId }) => ({ userId, ...told }));
}

function expiring(day: Day, agreement: ReminderFacts['agreements'][number], people: People): Reminder[] {
  const left = daysBetween(day, agreement.effectiveTo);
  const threshold = EXPIRY_THRESHOLDS.find((each) => left <= each);
  if (left < 0 || threshold === undefined) return [];
  return tell({ kind: 'agreement_expiring', subjectTable: 'agreement', subjectId: agreement.id, threshold, dueOn: agreement.effectiveTo, cause: `${agreement.effectiveTo} ${threshold}` },
    agreement, people.named(agreement.responsibleId), people.office, people.delegatesOf(agreement.country));
}

/** Whoever owes it hears a week before, on the day and when it is late; whoever follows it up, from the day on. */
function owed(day: Day, commitment: ReminderFacts['commitments'][number], people: People): Reminder[] {
  if (commitment.dueOn === null) return [];
  const left = daysBetween(day, commitment.dueOn);
  const threshold = left < 0 ? OVERDUE : DUE_THRESHOLDS.find((each) => left <= each);
  if (threshold === undefined) return [];
  const followers = threshold > 0 ? [] : [...people.office, ...people.delegatesOf(commitment.country), ...people.named(commitment.verifierId)];
  return tell({ kind: 'commitment_due', subjectTable: 'commitment', subjectId: commitment.id, threshold, dueOn: commitment.dueOn, cause: `${commitment.dueOn} ${threshold}` },
    commitment, people.named(...commitment.owerIds), followers);
}

/** A named verifier alone hears of it; otherwise all who may verify it: none of those who owed or fulfilled it. */
function toVerify(commitment: ReminderFacts['commitments'][number], people: People): Reminder[] {
  const { visibility, country, ownerUserId, fulfilledBy } = commitment;
  const may = (account: Account) => [ownerUserId, fulfilledBy].every((owner) => can(account, 'commitment.verify', { visibility, country, ownerUserId: owner }));
  const named = people.named(commitment.verifierId).filter(may);
  const able = [...people.office, ...people.delegatesOf(country)].filter(may);
  return tell({ kind: 'commitment_to_verify', subjectTable: 'commitment', subjectId: commitment.id, threshold: null, dueOn: null, cause: `fulfilled ${commitment.fulfilledOn}` },
    commitment, named.length > 0 ? named : able);
}

function minutesWaiting(day: Day, minutes: ReminderFacts['minutes'][number], people: People): Reminder[] {
  const told = { subjectTable: 'meeting', subjectId: minutes.id, threshold: null, dueOn: null } as const;
  if (minutes.state === 'draft') {
    if (minutes.since >= day) return [];
    const writers = people.named(minutes.writerId).filter((account) => can(account, 'minutes.circulate', minutes));
    return tell({ ...told, kind: 'minutes_to_circulate', cause: `draft ${minutes.since}` }, minutes, writers, people.office);
  }
  if (minutes.approvableFrom !== null && day < minutes.approvableFrom) return [];
  return tell({ ...told, kind: 'minutes_to_approve', cause: `circulated ${minutes.since}` }, minutes, people.all.filter((account) => can(account, 'minutes.approve', minutes)));
}

function evidenceWaiting(evidence: ReminderFacts['evidence'][number], people: People): Reminder[] {
  const may = (account: Account) => can(account, 'evidence.verify', { ...evidence, ownerUserId: evidence.addedBy });
  return tell({ kind: 'evidence_to_verify', subjectTable: evidence.proves, subjectId: evidence.provesId, threshold: null, dueOn: null, cause: evidence.id }, evidence, people.all.filter(may));
}

function unconfirmed(day: Day, organisation: ReminderFacts['organisations'][number], people: People): Reminder[] {
  const last = organisation.confirmedOn ?? organisation.recordedOn;
  if (daysBetween(last, day) <= CONFIRMED_FOR_DAYS) return [];
  return tell({ kind: 'organisation_to_confirm', subjectTable: 'organisation', subjectId: organisation.id, threshold: null, dueOn: null, cause: `since ${last}` }, organisation, people.named(organisation.ownerId));
}

export const DIGEST_CHOICES = ['daily', 'weekly', 'never'] as const;
export type DigestChoice = (typeof DIGEST_CHOICES)[number];
/** Of whoever has not chosen: seldom enough not to be a nuisance. */
export const USUAL_DIGEST: DigestChoice = 'weekly';
/** The hour, in the coalition's time zone, from which a day's digest goes out. */
export const DIGEST_HOUR = 7;

/**
 * The period whose digest is due, by its first day; null when none is. A server that was off at the hour makes up for it later in the period.
 * @param moment day and hour in the coalition's time zone; @param since the day of the account's beginning: its first digest is of a whole period
 */
export function digestPeriod(choice: DigestChoice, moment: { day: Day; hour: number }, since: Day): { key: string; from: Day } | null {
  if (choice === 'never') return null;
  const from = choice === 'daily' ? moment.day : mondayOf(moment.day);
  if (since > from || (moment.day === from && moment.hour < DIGEST_HOUR)) return null;
  return { key: `${choice} ${from}`, from };
}

/** Daily tells when there is something new; weekly, as long as something waits. */
export const worthTelling = (choice: DigestChoice, { waiting, fresh }: { waiting: number; fresh: number }): boolean =>
  choice === 'daily' ? fresh > 0 : choice === 'weekly' && waiting > 0;

function mondayOf(day: Day): Day {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}
