import { graphql } from '../gql/gql.js';
import type { SearchEverythingQuery } from '../gql/graphql.js';
import { request } from './graphql.js';

const SearchEverything = graphql(`
  query SearchEverything($text: String!) { search(text: $text) { kind id label labelEn detail kindCode country day } }
`);

/** A record that the global search found. */
export type SearchHit = SearchEverythingQuery['search'][number];
export type SearchKind = SearchHit['kind'];

/** Finds records for what is typed, best first; misspelt words and missing accents are the server's business. */
export type SearchFn = (text: string) => Promise<readonly SearchHit[]>;

export const searchEverything: SearchFn = async (text) => (await request(SearchEverything, { text })).search;
