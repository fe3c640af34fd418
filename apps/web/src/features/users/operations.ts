import { graphql } from '../../gql/gql.js';
import type { UsersQuery } from '../../gql/graphql.js';

export const Users = graphql(`
  query Users { users { id name email role country language lastSeenAt disabledAt hasPassword linkExpiresAt version } }
`);

export type User = UsersQuery['users'][number];

export const RegisterUser = graphql(`
  mutation RegisterUser($input: UserInput!) { registerUser(input: $input) { token expiresAt user { id name } } }
`);

export const AmendUser = graphql(`
  mutation AmendUser($id: ID!, $version: Int!, $input: UserInput!) { amendUser(id: $id, version: $version, input: $input) { id } }
`);

export const DisableUser = graphql(`
  mutation DisableUser($id: ID!, $handOver: UserHandOverInput) { disableUser(id: $id, handOver: $handOver) { id } }
`);

export const UserHandover = graphql(`
  query UserHandover($id: ID!) { userHandover(id: $id) { id kind recordId label day } }
`);

export const EnableUser = graphql(`mutation EnableUser($id: ID!) { enableUser(id: $id) { id } }`);

export const RenewUserLink = graphql(`
  mutation RenewUserLink($id: ID!) { renewUserLink(id: $id) { token expiresAt user { id name } } }
`);

/** A link as the server tells it, once. */
export interface IssuedLink { token: string; expiresAt: string; user: { name: string } }
