import { graphql } from '../../../gql/gql.js';
import type { AgreementTimelineQuery } from '../../../gql/graphql.js';

export const AgreementTimeline = graphql(`
  query AgreementTimeline($filter: AgreementFilter, $after: String) {
    agreements(filter: $filter, sort: STARTING, first: 50, after: $after) {
      total hasMore endCursor
      nodes {
        id title titleEn status phase effectiveFrom effectiveTo: endsOn inForce { from to } suspensions { id fromDay toDay } partOf { id suspensions { id fromDay toDay } }
        renews { id title titleEn } renewedBy { id title titleEn phase effectiveFrom effectiveTo: endsOn inForce { from to } }
      }
    }
    presidencyTerms { id country fromDay toDay }
  }
`);
export type TimelineRow = AgreementTimelineQuery['agreements']['nodes'][number];
export type Term = AgreementTimelineQuery['presidencyTerms'][number];
