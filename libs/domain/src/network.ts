import { type Day, addDays, daysBetween } from './day.js';
import { contains } from './span.js';

export const EVIDENCE_KINDS = ['agreement', 'meeting', 'activity', 'relationship', 'parent'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/**
 * One reason to draw a tie between two organisations. The days are half open; a meeting of one day has `to` on the morrow.
 * An agreement appears once for each stretch in which it is in force.
 */
export interface TieEvidence {
  kind: EvidenceKind;
  id: string;
  a: string;
  b: string;
  from: Day;
  to: Day | null;
  label: string;
}

/** A tie without direction: `a` sorts before `b`. */
export interface Tie {
  a: string;
  b: string;
  /** On paper: an agreement in force, a relationship or a parent. */
  declared: boolean;
  /** In practice: they met or did something together, not so long ago that it weighs nothing. */
  demonstrated: boolean;
  weight: number;
  evidence: readonly TieEvidence[];
}

/** After two years an encounter says half as much about whether two bodies know each other: about one rotation of their staff. */
export const HALF_LIFE_DAYS = 730.5;
/** Below this an encounter weighs nothing (about 13 years), so that a tie does not live on for ever by rounding. */
const LEAST_WEIGHT = 0.01;

const DECLARES = { agreement: true, meeting: false, activity: false, relationship: true, parent: true } satisfies Record<EvidenceKind, boolean>;

/**
 * What one piece weighs on a day: what is declared, 1 while it holds and 0 otherwise; an encounter, 0 before it begins, 1
 * until it ends, then halved every two years.
 */
export function evidenceWeight(evidence: TieEvidence, day: Day): number {
  if (contains([evidence], day)) return 1;
  if (day < evidence.from || evidence.to === null || DECLARES[evidence.kind]) return 0;
  const weight = 0.5 ** (daysBetween(addDays(evidence.to, -1), day) / HALF_LIFE_DAYS);
  return weight < LEAST_WEIGHT ? 0 : weight;
}

/** The ties that exist on a day, the strongest first; order of the evidence and of a and b does not matter. */
export function tiesOn(evidence: readonly TieEvidence[], day: Day): Tie[] {
  const pairs = new Map<string, { evidence: TieEvidence; weight: number }[]>();
  for (const each of evidence) {
    const weight = evidenceWeight(each, day);
    if (weight === 0 || each.a === each.b) continue;
    const key = JSON.stringify([each.a, each.b].sort());
    const pieces = pairs.get(key);
    if (pieces) pieces.push({ evidence: each, weight });
    else pairs.set(key, [{ evidence: each, weight }]);
  }
  return [...pairs].map(([key, pieces]) => tieOf(key, pieces)).sort(byStrength);
}

function tieOf(key: string, pieces: { evidence: TieEvidence; weight: number }[]): Tie {
  const [a, b] = JSON.parse(key) as [string, string];
  const sorted = [...pieces].sort((x, y) => y.weight - x.weight || compare(x.evidence.id, y.evidence.id));
  return {
    a,
    b,
    declared: sorted.some((piece) => DECLARES[piece.evidence.kind]),
    demonstrated: sorted.some((piece) => !DECLARES[piece.evidence.kind]),
    weight: sorted.reduce((sum, piece) => sum + piece.weight, 0),
    evidence: sorted.map((piece) => piece.evidence),
  };
}

const byStrength = (x: Tie, y: Tie): number => y.weight - x.weight || compare(x.a, y.a) || compare(x.b, y.b);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
