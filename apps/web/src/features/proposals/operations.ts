import { graphql } from '../../gql/gql.js';
import type { ProposalColumnQuery, ProposalQuery, ProposalTotalsQuery } from '../../gql/graphql.js';

export const Proposals = graphql(`
  query Proposals($filter: ProposalFilter, $sort: ProposalSort, $after: String) {
    proposals(filter: $filter, sort: $sort, after: $after) {
      total hasMore endCursor
      nodes { id title stage amount currency deadline submittedOn partners { role organisation { id name nameEn acronym acronymEn } } }
    }
  }
`);

export const ProposalFacets = graphql(`
  query ProposalFacets($filter: ProposalFilter) { proposals(filter: $filter) { facets { name values { value count } } } }
`);

export const ProposalColumn = graphql(`
  query ProposalColumn($filter: ProposalFilter, $after: String) {
    proposals(filter: $filter, sort: DEADLINE, after: $after) {
      total hasMore endCursor
      nodes { id title stage amount currency deadline submittedOn decidedOn version viewerCan partners { role organisation { id name nameEn acronym acronymEn } } }
    }
  }
`);

/** A proposal on the board. */
export type Card = ProposalColumnQuery['proposals']['nodes'][number];

export const ProposalTotals = graphql(`
  query ProposalTotals($filter: ProposalFilter) {
    proposalTotals(filter: $filter) { decided approved successRate byStage { stage count amounts { currency amount } } }
  }
`);

export type Totals = ProposalTotalsQuery['proposalTotals'];

export const ProposalById = graphql(`
  query Proposal($id: ID!) {
    proposal(id: $id) {
      id title stage amount currency deadline submittedOn decidedOn strategyActivity recordedOn visibility country version viewerCan
      partners { id role organisation { id name nameEn acronym acronymEn } }
    }
  }
`);

export type Proposal = NonNullable<ProposalQuery['proposal']>;

export const RegisterProposal = graphql(`mutation RegisterProposal($input: ProposalInput!) { registerProposal(input: $input) { id } }`);

export const AmendProposal = graphql(`
  mutation AmendProposal($id: ID!, $version: Int!, $input: ProposalInput!) { amendProposal(id: $id, version: $version, input: $input) { id } }
`);

export const SubmitProposal = graphql(`
  mutation SubmitProposal($id: ID!, $version: Int!, $on: Day!) { submitProposal(id: $id, version: $version, on: $on) { id } }
`);

export const DecideProposal = graphql(`
  mutation DecideProposal($id: ID!, $version: Int!, $approved: Boolean!, $on: Day!) { decideProposal(id: $id, version: $version, approved: $approved, on: $on) { id } }
`);

export const WithdrawProposal = graphql(`mutation WithdrawProposal($id: ID!, $version: Int!) { withdrawProposal(id: $id, version: $version) { id } }`);

export const ReopenProposal = graphql(`mutation ReopenProposal($id: ID!, $version: Int!) { reopenProposal(id: $id, version: $version) { id } }`);

export const ArchiveProposal = graphql(`mutation ArchiveProposal($id: ID!, $version: Int!) { archiveProposal(id: $id, version: $version) }`);
