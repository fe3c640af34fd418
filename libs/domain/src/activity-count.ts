import { type EvidenceFacts, evidenceAsKnown, isVerified } from './agreement-facts.js';
import { isAllyOn } from './alliance-count.js';
import { type Ledger, type Register, ledgerOf } from './alliance-ledger.js';
import { type Units, unitsOf } from './counting-unit.js';
import type { Day } from './day.js';

export const ACTIVITY_STATUSES = ['planned', 'under_way', 'done', 'cancelled'] as const;
export type ActivityStatus = (typeof ACTIVITY_STATUSES)[number];

export interface ActivityFacts {
  id: string;
  /** False for kinds that follow an activity up and are none themselves. */
  kindCounts: boolean;
  kind: string | null;
  parentId: string | null;
  status: ActivityStatus;
  endsOn: Day | null;
  /** The strategy activity or axis that it serves. */
  strategyTie: string | null;
  evidence: readonly EvidenceFacts[];
  /** `roleContributes`: co-organises, funds, gives technical assistance, facilitates; attending does not. */
  participations: readonly { organisationId: string; roleContributes: boolean }[];
  countries: readonly string[];
  themes: readonly string[];
  sdgs: readonly number[];
  recordedOn: Day;
}

/** The agreements tell which of the contributors are allies by a formal alliance. */
export interface ActivityRegister extends Register {
  activities: readonly ActivityFacts[];
}

/** Rules that are left out are the standard ones. */
export interface ActivityOptions {
  knownOn?: Day;
  verifiedOnly?: boolean;
  rollUpOffices?: boolean;
}

export const ACTIVITY_EXCLUSIONS = [
  'recorded_later', 'sub_activity', 'kind_does_not_count', 'cancelled', 'planned', 'under_way', 'no_end_date',
  'outside_period', 'no_strategy_tie', 'no_external_contributor', 'to_verify',
] as const;
export type ActivityExclusion = (typeof ACTIVITY_EXCLUSIONS)[number];

export interface CountedActivity {
  id: string;
  because: 'done_with_contributors';
  endsOn: Day;
  kind: string | null;
  /** The external counting units that contributed to it or to one of its sub-activities. */
  allyIds: readonly string[];
  /** Its own and its sub-activities'. */
  countries: readonly string[];
  themes: readonly string[];
  sdgs: readonly number[];
}

/** A2 with its companions. `withAlliance` + `withoutAlliance` = `allies`. */
export interface ActivityCount {
  value: number;
  counted: readonly CountedActivity[];
  excluded: readonly { id: string; reason: ActivityExclusion }[];
  /** Distinct contributors. */
  allies: number;
  /** Contributors summed over activities. */
  participations: number;
  /** Contributors that had an alliance in force when (one of) their activities ended, and those that had none. */
  withAlliance: number;
  withoutAlliance: number;
  /** Distinct countries. */
  countries: number;
}

/** The activities judged but for the period: what a figure of any period is then read from. */
export interface ActivityLedger {
  verdicts: readonly Verdict[];
  alliances: Ledger;
}

interface Verdict {
  id: string;
  /** Why it counts in no period; told before the period is asked. */
  never: ActivityExclusion | null;
  endsOn: Day | null;
  /** Whether it counts in the period of its last day. */
  then: CountedActivity | ActivityExclusion;
}

interface Reading {
  unitOf: Units;
  children: ReadonlyMap<string, readonly ActivityFacts[]>;
  verifiedOnly: boolean;
}

/**
 * A2: top-level activities done in synergy whose last day is in the period (first and last day included). What is
 * recorded of sub-activities (contributors, countries, themes) is told of the activity that they are part of.
 */
export function jointActivitiesDone(
  register: ActivityRegister, from: Day, to: Day, options: ActivityOptions = {},
): ActivityCount {
  return activitiesIn(activityLedgerOf(register, options), from, to);
}

/** Reads the register once; figures of many periods can then be taken from the one ledger. `alliances`: made with the same options. */
export function activityLedgerOf(register: ActivityRegister, options: ActivityOptions = {}, alliances = ledgerOf(register, options)): ActivityLedger {
  const known = register.activities
    .filter(({ recordedOn }) => options.knownOn === undefined || recordedOn <= options.knownOn)
    .map((activity) => activityAsKnown(activity, options.knownOn));
  const knownById = new Map(known.map((activity) => [activity.id, activity]));
  const reading: Reading = { unitOf: unitsOf(register.organisations, options), children: childrenOf(known), verifiedOnly: options.verifiedOnly ?? true };
  const verdicts = register.activities.map(({ id }): Verdict => {
    const activity = knownById.get(id);
    if (!activity) return { id, never: 'recorded_later', endsOn: null, then: 'recorded_later' };
    return { id, never: whyNever(activity), endsOn: activity.endsOn, then: judge(activity, reading) };
  });
  return { verdicts, alliances };
}

/** As `jointActivitiesDone`, from a ledger made once. */
export function activitiesIn(ledger: ActivityLedger, from: Day, to: Day): ActivityCount {
  const counted: CountedActivity[] = [];
  const excluded: { id: string; reason: ActivityExclusion }[] = [];
  for (const { id, never, endsOn, then } of ledger.verdicts) {
    const outside = endsOn === null || endsOn < from || endsOn > to;
    const verdict = never ?? (outside ? 'outside_period' : then);
    if (typeof verdict === 'string') excluded.push({ id, reason: verdict });
    else counted.push(verdict);
  }
  return { value: counted.length, counted, excluded, ...companions(counted, ledger.alliances) };
}

function whyNever(activity: ActivityFacts): ActivityExclusion | null {
  if (activity.parentId !== null) return 'sub_activity';
  if (!activity.kindCounts) return 'kind_does_not_count';
  if (activity.status !== 'done') return activity.status;
  return activity.endsOn === null ? 'no_end_date' : null;
}

function judge(activity: ActivityFacts, reading: Reading): CountedActivity | ActivityExclusion {
  const never = whyNever(activity);
  if (never !== null) return never;
  if (activity.strategyTie === null) return 'no_strategy_tie';
  const all = withParts(activity, reading.children);
  const allyIds = contributors(all, reading.unitOf);
  if (allyIds.length === 0) return 'no_external_contributor';
  if (reading.verifiedOnly && !isVerified(activity)) return 'to_verify';
  return {
    id: activity.id, because: 'done_with_contributors', endsOn: activity.endsOn!, kind: activity.kind, allyIds,
    countries: distinct(all.flatMap((each) => each.countries)),
    themes: distinct(all.flatMap((each) => each.themes)),
    sdgs: distinct(all.flatMap((each) => each.sdgs)),
  };
}

function companions(counted: readonly CountedActivity[], ledger: Ledger) {
  const allies = distinct(counted.flatMap((activity) => activity.allyIds));
  const allied = distinct(counted.flatMap((activity) => activity.allyIds.filter((id) => isAllyOn(ledger, id, activity.endsOn))));
  return {
    allies: allies.length,
    participations: counted.reduce((sum, activity) => sum + activity.allyIds.length, 0),
    withAlliance: allied.length,
    withoutAlliance: allies.length - allied.length,
    countries: distinct(counted.flatMap((activity) => activity.countries)).length,
  };
}

function contributors(activities: readonly ActivityFacts[], unitOf: Units): string[] {
  const units = activities.flatMap((activity) => activity.participations)
    .filter((participation) => participation.roleContributes)
    .map((participation) => unitOf(participation.organisationId));
  return distinct(units.filter((unit) => unit.external).map((unit) => unit.id));
}

function activityAsKnown(activity: ActivityFacts, knownOn?: Day): ActivityFacts {
  return knownOn === undefined ? activity : { ...activity, evidence: evidenceAsKnown(activity.evidence, knownOn) };
}

function childrenOf(activities: readonly ActivityFacts[]): Map<string, ActivityFacts[]> {
  const children = new Map<string, ActivityFacts[]>();
  for (const activity of activities) {
    if (activity.parentId === null) continue;
    const siblings = children.get(activity.parentId);
    if (siblings) siblings.push(activity);
    else children.set(activity.parentId, [activity]);
  }
  return children;
}

// The activity and what happened under it; only a top-level activity is asked, so no cycle can be entered.
function withParts(activity: ActivityFacts, children: Reading['children']): ActivityFacts[] {
  const parts = (children.get(activity.id) ?? []).filter((part) => part.status !== 'cancelled');
  return [activity, ...parts.flatMap((part) => withParts(part, children))];
}

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];
