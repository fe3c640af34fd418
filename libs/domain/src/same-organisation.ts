import { acronymOf, fold, hostOf, nameKey, similarity } from './text.js';

/** What tells one organisation from another. `names` holds the name, former names and aliases, in any language. */
export interface OrganisationMarks {
  names: readonly string[];
  acronyms: readonly string[];
  identifiers: readonly { scheme: string; value: string }[];
  website: string | null;
  /** Country of seat: every state has a Ministry of Foreign Affairs. */
  country: string | null;
}

export const SAME_BECAUSE = [
  'identifier', 'identifier_differs', 'name', 'name_in_other_country', 'acronym', 'website', 'similar_name', 'nothing_shared',
] as const;
export type SameBecause = (typeof SAME_BECAUSE)[number];

export interface SameVerdict {
  /** 'same': an import may join them unasked. 'maybe': a person decides. */
  verdict: 'same' | 'maybe' | 'different';
  because: SameBecause;
  /** Similarity of the two nearest names, 0 to 1. */
  score: number;
}

/** From this similarity on two names are shown to a person as possible duplicates. */
export const SIMILAR_ENOUGH = 0.6;

// Schemes that give a body one value only; another value there is another body.
const ONE_EACH = new Set(['ror', 'lei', 'wikidata']);

/** Are these two records one organisation? Used by search, import and the search for duplicates alike. */
export function sameOrganisation(a: OrganisationMarks, b: OrganisationMarks): SameVerdict {
  const score = nearest(a.names, b.names);
  const verdict = (said: SameVerdict['verdict'], because: SameBecause): SameVerdict => ({ verdict: said, because, score });
  if (shareIdentifier(a, b)) return verdict('same', 'identifier');
  const shareName = intersects(keys(a.names), keys(b.names));
  if (identifiersDiffer(a, b)) return verdict(shareName ? 'maybe' : 'different', 'identifier_differs');
  const elsewhere = a.country !== null && b.country !== null && a.country !== b.country;
  if (shareName) return elsewhere ? verdict('maybe', 'name_in_other_country') : verdict('same', 'name');
  if (intersects(initials(a), initials(b))) return verdict('maybe', 'acronym');
  if (shareWebsite(a, b)) return verdict('maybe', 'website');
  return score >= SIMILAR_ENOUGH ? verdict('maybe', 'similar_name') : verdict('different', 'nothing_shared');
}

function nearest(a: readonly string[], b: readonly string[]): number {
  return Math.max(0, ...a.flatMap((left) => b.map((right) => similarity(left, right))));
}

const keys = (names: readonly string[]): Set<string> => new Set(names.map(nameKey).filter((key) => key !== ''));

// Stated acronyms, those that the names would have, and names so short that they are one themselves ("ACNUR").
function initials({ names, acronyms }: OrganisationMarks): Set<string> {
  const short = names.filter((name) => /^\p{Lu}{3,10}$/u.test(name.trim()));
  const derived = names.map(acronymOf).filter((each) => each.length >= 3);
  return new Set([...acronyms, ...short, ...derived].map((each) => fold(each).replaceAll(' ', '')).filter((each) => each.length >= 2));
}

function shareIdentifier(a: OrganisationMarks, b: OrganisationMarks): boolean {
  return intersects(new Set(a.identifiers.map(identifierKey)), new Set(b.identifiers.map(identifierKey)));
}

function identifiersDiffer(a: OrganisationMarks, b: OrganisationMarks): boolean {
  return a.identifiers.some((left) =>
    ONE_EACH.has(fold(left.scheme)) && b.identifiers.some((right) => fold(left.scheme) === fold(right.scheme)));
}

// 'https://ror.org/02mhbdp94' and '02mhbdp94' name one entry: the last part of an address is the value.
function identifierKey({ scheme, value }: { scheme: string; value: string }): string {
  const last = value.trim().replace(/\/+$/, '').split('/').at(-1) ?? '';
  return `${fold(scheme)}:${last.toLowerCase()}`;
}

function shareWebsite(a: OrganisationMarks, b: OrganisationMarks): boolean {
  const host = a.website === null ? null : hostOf(a.website);
  return host !== null && b.website !== null && host === hostOf(b.website);
}

function intersects(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((each) => b.has(each));
}
