import { graphql } from '../../../gql/gql.js';
import type { AllianceLapseQuery, ExpiringAgreementsQuery } from '../../../gql/graphql.js';

export const ExpiringAgreements = graphql(`
  query ExpiringAgreements($filter: AgreementFilter, $after: String) {
    agreements(filter: $filter, sort: EXPIRING, first: 100, after: $after) {
      total hasMore endCursor
      nodes {
        id title titleEn kind effectiveTo: endsOn responsible counting { counts }
        parties { id organisation { id name nameEn acronym acronymEn standing } }
        renewedBy { id title titleEn phase }
      }
    }
  }
`);
export type Expiring = ExpiringAgreementsQuery['agreements']['nodes'][number];

export const AllianceLapse = graphql(`
  query AllianceLapse($agreementIds: [ID!]!) {
    allianceLapse(agreementIds: $agreementIds) {
      today { on allies instruments } after { on allies instruments }
      lost { ...LapseOf } lostAnyway { ...LapseOf } kept { ...LapseOf } gained { ...LapseOf }
    }
  }
  fragment LapseOf on LapseGroup { value withheld allies { because record { id title } through { id title } } }
`);
export type Lapse = AllianceLapseQuery['allianceLapse'];
export type LapseGroup = Lapse['lost'];
