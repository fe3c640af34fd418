import { graphql } from '../../gql/gql.js';
import type { ContentCoverageQuery, DisseminationsQuery } from '../../gql/graphql.js';

export const Disseminations = graphql(`
  query Disseminations($filter: DisseminationFilter, $after: String) {
    disseminations(filter: $filter, after: $after) {
      total hasMore endCursor facets { name values { value count } }
      nodes { id audience message planEntry product medium sentOn recipients strategyActivity visibility country version viewerCan organisation { id name nameEn acronym acronymEn } }
    }
  }
`);

/** One sending of a message or product. */
export type Sent = DisseminationsQuery['disseminations']['nodes'][number];

export const SentById = graphql(`
  query SentById($id: ID!) {
    dissemination(id: $id) {
      id audience message planEntry product medium sentOn recipients strategyActivity visibility country version viewerCan organisation { id name nameEn acronym acronymEn }
    }
  }
`);

export const RegisterDissemination = graphql(`mutation RegisterDissemination($input: DisseminationInput!) { registerDissemination(input: $input) { id } }`);

export const AmendDissemination = graphql(`
  mutation AmendDissemination($id: ID!, $version: Int!, $input: DisseminationInput!) { amendDissemination(id: $id, version: $version, input: $input) { id } }
`);

export const ArchiveDissemination = graphql(`mutation ArchiveDissemination($id: ID!, $version: Int!) { archiveDissemination(id: $id, version: $version) }`);

export const ContentCoverage = graphql(`
  query ContentCoverage($from: Day!, $to: Day!) {
    contentCoverage(from: $from, to: $to) {
      audience fromYear toYear due met share sent
      entries { code kind label { es en } term every sent lastOn due met gaps }
    }
  }
`);

export type Coverage = ContentCoverageQuery['contentCoverage'][number];
export type Entry = Coverage['entries'][number];
