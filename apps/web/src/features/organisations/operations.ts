import { graphql } from '../../gql/gql.js';
import type { OrganisationQuery } from '../../gql/graphql.js';

export const OrganisationOperation = graphql(`
  query Organisation($id: ID!) {
    organisation(id: $id) {
      id name nameEn acronym acronymEn standing audience kind scope seatCountry countries themes sdgs description
      alliance freshness lastConfirmedOn lastContactOn visibility country version viewerCan
      names { role language value } identifiers { scheme value } contactPoints { kind label value }
      parent { id name nameEn acronym acronymEn } countsWith { id name nameEn acronym acronymEn }
      children { id name nameEn acronym acronymEn countsWith { id } }
      merges { id name mergedOn }
      timeline(first: 60) { kind id day title }
      whoKnows { name email country meetings lastMet people { id name contactPoints { kind value } } organisation { id name nameEn acronym acronymEn } }
      people { id name viewerCan affiliations { id post fromDay toDay current version organisation { id } } contactPoints { kind value } }
      agreements(first: 50) { id title kind status effectiveTo: endsOn }
      relationships { id type label { es en } fromDay toDay current fromHere version organisation { id name nameEn acronym acronymEn } }
    }
  }
`);

export type Organisation = NonNullable<OrganisationQuery['organisation']>;

export const ConfirmOrganisation = graphql(`
  mutation ConfirmOrganisation($id: ID!, $version: Int!) { confirmOrganisation(id: $id, version: $version) { id } }
`);
export const ArchiveOrganisation = graphql(`
  mutation ArchiveOrganisation($id: ID!, $version: Int!) { archiveOrganisation(id: $id, version: $version) }
`);
export const RestoreOrganisation = graphql(`
  mutation RestoreOrganisation($id: ID!, $version: Int!) { restoreOrganisation(id: $id, version: $version) { id } }
`);
export const PreviewMerge = graphql(`
  query PreviewMerge($survivorId: ID!, $duplicateId: ID!) {
    mergePreview(survivorId: $survivorId, duplicateId: $duplicateId) { refusals rows { kind id label alreadyThere } }
  }
`);
export const MergeOrganisations = graphql(`
  mutation MergeOrganisations($survivorId: ID!, $duplicateId: ID!, $version: Int!) {
    mergeOrganisations(survivorId: $survivorId, duplicateId: $duplicateId, version: $version) { id }
  }
`);
export const UndoMerge = graphql(`
  mutation UndoMerge($id: ID!) { undoMerge(id: $id) { id } }
`);
export const RelateOrganisations = graphql(`
  mutation RelateOrganisations($input: RelationshipInput!) { relateOrganisations(input: $input) }
`);
export const EndRelationship = graphql(`
  mutation EndRelationship($id: ID!, $version: Int!, $toDay: Day!) { endRelationship(id: $id, version: $version, toDay: $toDay) }
`);
export const AmendRelationship = graphql(`
  mutation AmendRelationship($id: ID!, $version: Int!, $input: RelationshipAmendment!) { amendRelationship(id: $id, version: $version, input: $input) }
`);
export const RemoveRelationship = graphql(`
  mutation RemoveRelationship($id: ID!, $version: Int!) { removeRelationship(id: $id, version: $version) }
`);
