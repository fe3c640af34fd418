import { graphql } from '../../gql/gql.js';
import type { PersonQuery } from '../../gql/graphql.js';

export const PersonOperation = graphql(`
  query Person($id: ID!) {
    person(id: $id) {
      id name languages consentBasis consentOn notes visibility country version viewerCan
      contactPoints { kind label value }
      affiliations { id post fromDay toDay current version organisation { id name acronym } }
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
  mutation EndAffiliation($id: ID!, $version: Int!, $toDay: Day!) { endAffiliation(id: $id, version: $version, toDay: $toDay) { id } }
`);
export const OrganisationName = graphql(`
  query OrganisationName($id: ID!) { organisation(id: $id) { id name acronym } }
`);
