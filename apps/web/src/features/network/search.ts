import { EVIDENCE_KINDS, type EvidenceKind } from '@tejido/domain/network.js';
import type { NetworkFilter } from '../../gql/graphql.js';
import type { Selection } from './graph.js';

/** The filters with several values, each under its name in the address. */
export const NETWORK_FACETS = ['audience', 'kind', 'scope', 'country', 'theme', 'evidence'] as const;
export type NetworkFacet = (typeof NETWORK_FACETS)[number];

/** What the page's address says: a colleague who opens it sees the same. */
export type NetworkSearch = Partial<Record<NetworkFacet, string[]>> & {
  /** A past day; absent: today. */
  day?: string;
  /** The coalition itself is drawn as well. */
  coalition?: true;
  view?: 'table';
  /** The organisation looked at, and with `to` its tie to another. */
  at?: string;
  to?: string;
};

/** The kinds that the legend's two lines stand for. */
export const ON_PAPER: EvidenceKind[] = ['agreement', 'relationship', 'parent'];
export const IN_PRACTICE: EvidenceKind[] = EVIDENCE_KINDS.filter((kind) => !ON_PAPER.includes(kind));

/** Left out by default: the coalition is tied to nearly all, and hides who joins whom. */
const WITHOUT_COALITION = ['external', 'member'];

export function filterOf(search: NetworkSearch): NetworkFilter {
  const chosen = Object.fromEntries(NETWORK_FACETS.flatMap((facet) => (search[facet]?.length ? [[facet, search[facet]]] : [])));
  return search.coalition ? chosen : { ...chosen, standing: WITHOUT_COALITION };
}

export const isFiltered = (search: NetworkSearch): boolean => NETWORK_FACETS.some((facet) => search[facet]?.length);

export function selectionOf({ at, to }: NetworkSearch): Selection | null {
  if (!at) return null;
  return to ? { a: at, b: to } : { node: at };
}

export function withSelection(search: NetworkSearch, selection: Selection | null): NetworkSearch {
  const { at: _at, to: _to, ...rest } = search;
  if (!selection) return rest;
  return 'node' in selection ? { ...rest, at: selection.node } : { ...rest, at: selection.a, to: selection.b };
}

export function withFacet(search: NetworkSearch, facet: NetworkFacet, values: readonly string[]): NetworkSearch {
  return { ...search, [facet]: values.length > 0 ? [...values] : undefined };
}
