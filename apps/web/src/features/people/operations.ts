import { graphql } from '../../gql/gql.js';
import type { PersonQuery } from '../../gql/graphql.js';

export const PersonOperation = graphql(`
  query Person($id: ID!) {
    person(id: $id) {
      id name languages consentBasis consentOn notes visibility country erasedAt version viewerCan
      contactPoints { kind label value preferred }
      affiliations {
        id post fromDay toDay current version organisation { id name nameEn acronym acronymEn }
        corrections { said reason correctedOn correctedBy }
      }
    }
    meetings(filter: { personId: $id }, first: 20) { total nodes { id title startsAt timeZone kind } }
  }
`);

export type Person = NonNullable<PersonQuery['person']>;
export type PersonsMeetings = PersonQuery['meetings'];

export const RegisterPerson = graphql(`
  mutation RegisterPerson($input: PersonInput!) { registerPerson(input: $input) { id } }
`);
export const AmendPerson = graphql(`
  mutation AmendPerson($id: ID!, $version: Int!, $input: PersonInput!) { amendPerson(id: $id, version: $version, input: $input) { id version } }
`);
export const EndAffiliation = graphql(`
  mutation EndAffiliation($id: ID!, $version: Int!, $toDay: Day!, $handOver: PostHandOverInput) {
    endAffiliation(id: $id, version: $version, toDay: $toDay, handOver: $handOver) { id }
  }
`);
export const CorrectAffiliationEnd = graphql(`
  mutation CorrectAffiliationEnd($id: ID!, $version: Int!, $toDay: Day, $reason: String!) {
    correctAffiliationEnd(id: $id, version: $version, toDay: $toDay, reason: $reason) { id }
  }
`);
export const PostHandover = graphql(`
  query PostHandover($affiliationId: ID!) { postHandover(affiliationId: $affiliationId) { id kind recordId label day mayHandOver } }
`);
export const ColleaguesAt = graphql(`
  query ColleaguesAt($organisationId: ID!, $text: String) {
    people(organisationId: $organisationId, text: $text, first: 20) { nodes { id name affiliations { id post toDay organisation { id } } } }
  }
`);
export const LikelyPeople = graphql(`
  query LikelyPeople($name: String!, $emails: [String!], $phones: [String!], $organisationId: ID, $exceptId: ID) {
    likelyPeople(name: $name, emails: $emails, phones: $phones, organisationId: $organisationId, exceptId: $exceptId) {
      verdict because person { id name affiliations { id post current organisation { id name nameEn acronym acronymEn } } }
    }
  }
`);
export const ArchivePerson = graphql(`
  mutation ArchivePerson($id: ID!, $version: Int!) { archivePerson(id: $id, version: $version) }
`);
export const RestorePerson = graphql(`
  mutation RestorePerson($id: ID!, $version: Int!) { restorePerson(id: $id, version: $version) { id } }
`);
export const PersonTraces = graphql(`
  query PersonTraces($id: ID!) { personTraces(id: $id) { contactPoints posts history attendances ties texts { id kind label } } }
`);
export const ErasePerson = graphql(`
  mutation ErasePerson($id: ID!, $version: Int!, $reason: String!) { erasePerson(id: $id, version: $version, reason: $reason) }
`);
export const ImportContacts = graphql(`
  mutation ImportContacts($contacts: [ContactInput!]!, $consentBasis: String) {
    importContacts(contacts: $contacts, consentBasis: $consentBasis) { registered extended same organisations ids }
  }
`);
export const PersonFile = graphql(`
  query PersonFile($id: ID!) {
    personFile(id: $id) {
      name languages consentBasis consentOn notes country visibility registeredOn archivedOn
      contactPoints { kind label value preferred } posts { organisation post from to } meetings { title day presence }
      commitments { text dueOn fulfilledOn } agreements { title signedOn } history { at by action }
    }
  }
`);
export const OrganisationName = graphql(`
  query OrganisationName($id: ID!) { organisation(id: $id) { id name nameEn acronym acronymEn } }
`);
