import { graphql } from '../../gql/gql.js';

/** Refused with SIGN_IN_REFUSED for an unknown e-mail and a wrong password alike. */
export const SignIn = graphql(`
  mutation SignIn($email: String!, $password: String!) { signIn(email: $email, password: $password) { viewer { id } } }
`);

export const SignOut = graphql(`mutation SignOut { signOut }`);

/** Creates the first administrator with the single-use link and signs them in. */
export const SetUp = graphql(`
  mutation SetUp($token: String!, $name: String!, $email: String!, $password: String!) {
    setUp(token: $token, name: $name, email: $email, password: $password) { viewer { id } }
  }
`);

/** Ends the account's other sessions. */
export const ChangePassword = graphql(`
  mutation ChangePassword($current: String!, $next: String!) { changePassword(current: $current, next: $next) }
`);

/** Whether a single-use link still works, and for what. */
export const SetUpLink = graphql(`query SetUpLink($token: String!) { setUpLink(token: $token) { state name email } }`);

/** Uses the link that an administrator handed over: sets the password and signs in. */
export const SetPassword = graphql(`
  mutation SetPassword($token: String!, $password: String!) { setPassword(token: $token, password: $password) { viewer { id } } }
`);
