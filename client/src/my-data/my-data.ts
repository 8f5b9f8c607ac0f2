import { graphql } from '../generated/gql.ts';

/** What somebody may do with their own record as a whole, and how it stands. */
export const MyData = graphql(`
  query MyData {
    viewer {
      displayName
      roles
      account {
        id
        email
      }
      erasure {
        askedAt
        dueOn
      }
      keptAtErasure {
        what
        why
      }
      returner {
        id
        standingAside {
          kind
          from
          until
          reason
        }
      }
    }
  }
`);

/** What a pause would change. */
export const PauseEffect = graphql(`
  query PauseEffect($from: CalendarDate!, $until: CalendarDate!) {
    viewer {
      returner {
        id
        pauseEffect(from: $from, until: $until) {
          updatingDoneOnBefore
          updatingDoneOnAfter
          minutesThatDropOut
          placeFate
        }
      }
    }
  }
`);
