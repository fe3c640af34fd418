import { graphql } from '../../../gql/gql.js';

export const AgreementCalendar = graphql(`
  query AgreementCalendar($filter: AgreementFilter, $after: String) {
    agreements(filter: $filter, sort: STARTING, first: 100, after: $after) {
      total hasMore endCursor
      nodes { id title titleEn phase effectiveFrom effectiveTo: endsOn terminatedOn inForce { from to } }
    }
    presidencyTerms { id country fromDay toDay }
  }
`);
