import { graphql } from '../generated/gql.ts';

/** What the account page shows beyond what the header knows. */
export const MyAccount = graphql(`
  query MyAccount {
    viewer {
      displayName
      role
      roles
      places
      hasPassword
      account {
        id
        email
      }
    }
  }
`);
