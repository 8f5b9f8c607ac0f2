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
      wantsReminders
      account {
        id
        email
      }
    }
  }
`);

/** Switches mail about what waits on or off. */
export const ChooseReminders = graphql(`
  mutation ChooseReminders($input: ChooseRemindersInput!) {
    chooseReminders(input: $input) {
      ... on RemindersChosen {
        viewer {
          wantsReminders
        }
      }
      ... on ChooseRemindersRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);
