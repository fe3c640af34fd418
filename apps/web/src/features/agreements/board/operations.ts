import { graphql } from '../../../gql/gql.js';
import type { BoardColumnQuery } from '../../../gql/graphql.js';

export const BoardColumn = graphql(`
  query BoardColumn($filter: AgreementFilter, $sort: AgreementSort, $after: String) {
    agreements(filter: $filter, sort: $sort, first: 12, after: $after) {
      total hasMore endCursor
      nodes {
        id title titleEn kind phase effectiveTo: endsOn version viewerCan
        statusReason { because on organisations missing }
        parties { id organisation { id name nameEn acronym acronymEn standing } }
      }
    }
  }
`);
export type BoardColumnAnswer = BoardColumnQuery;
export type Card = BoardColumnQuery['agreements']['nodes'][number];

export const MoveAgreement = graphql(`
  mutation MoveAgreement($id: ID!, $version: Int!, $stage: String!) { moveAgreement(id: $id, version: $version, stage: $stage) { id version phase } }
`);
