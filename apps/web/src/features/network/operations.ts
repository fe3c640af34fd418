import { graphql } from '../../gql/gql.js';
import type { NetworkQuery, TieEvidenceQuery } from '../../gql/graphql.js';

export const NetworkOperation = graphql(`
  query Network($day: Day, $filter: NetworkFilter, $first: Int!) {
    network(day: $day, filter: $filter, first: $first) {
      day matching total totalTies
      nodes { id name nameEn acronym acronymEn standing audience kind scope seatCountry countries themes ties }
      ties { a b declared demonstrated weight agreements meetings activities relationships }
    }
  }
`);

export const TieEvidenceOperation = graphql(`
  query TieEvidence($a: ID!, $b: ID!, $day: Day) {
    tieEvidence(a: $a, b: $b, day: $day) { kind id label labelEn from to readsFrom weight }
  }
`);

export type Network = NetworkQuery['network'];
export type Evidence = TieEvidenceQuery['tieEvidence'][number];

/** Most organisations drawn: above that the canvas is a thicket, and a list serves better. Those with the most ties are kept. */
export const MOST_DRAWN = 1_000;
