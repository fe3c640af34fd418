import type { GraphNode, GraphTie } from './graph.js';

/** Builders for tests: give what matters. */
export const aNode = (id: string, given: Partial<GraphNode> = {}): GraphNode => ({
  id, name: `Organización ${id}`, nameEn: null, acronym: null, acronymEn: null, standing: 'external', audience: 'forum', kind: 'forum', scope: 'national',
  seatCountry: null, countries: [], themes: [], ties: 1, ...given,
});

export const aTie = (a: string, b: string, weight = 1, given: Partial<GraphTie> = {}): GraphTie => ({
  a, b, weight, declared: true, demonstrated: false, agreements: 1, meetings: 0, activities: 0, relationships: 0, ...given,
});
