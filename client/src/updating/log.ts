import { graphql } from '../generated/gql.ts';

/** A logged day as every page of the log needs it. @fragment */
export const LoggedDayFields = graphql(`
  fragment LoggedDayFields on LoggedDay {
    id
    version
    onDate
    kind
    minutes
    startsAt
    isPaidPost
    note
  }
`);

/** One day, with everything it ever said. */
export const OneLoggedDay = graphql(`
  query OneLoggedDay($id: ID!) {
    node(id: $id) {
      ... on LoggedDay {
        ...LoggedDayFields
        recordedAt
        evidence {
          id
          title
        }
        history {
          version
          onDate
          kind
          minutes
          startsAt
          isPaidPost
          note
          isRemoved
          recordedAt
        }
      }
    }
  }
`);

/** The meter as it stands after a change: it comes with the answer, so that nothing needs to be asked again. @fragment */
export const ReturnerMeterFields = graphql(`
  fragment ReturnerMeterFields on Returner {
    id
    version
    updating {
      ...MeterFields
    }
  }
`);
