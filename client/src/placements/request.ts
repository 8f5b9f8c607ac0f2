import { graphql } from '../generated/gql.ts';

/** What somebody asks for, as every page about it needs it. @fragment */
export const PlacementRequestFields = graphql(`
  fragment PlacementRequestFields on PlacementRequest {
    id
    version
    state
    sentOn
    knownBy
    escalatesOn
    isOverdue
    travelMode
    travelMinutesAtMost
    weekdays
    daysAWeek
    daysNeeded
    dayStartsAt
    dayEndsAt
    minutesADayAtLeast
    earliestStartOn
    latestStartOn
    noticeDays
    adjustments
    likedWeekdays
    likedSettings
    wantsPaid
    ranking
  }
`);

/** A placement as the person it is for sees it. @fragment */
export const PlacementFields = graphql(`
  fragment PlacementFields on Placement {
    id
    version
    state
    startsOn
    endsOn
    weekdays
    expiresOn
    nextBestBy
    reason
    adjustments
    supervisorName
    returnerName
    fieldOfPractice
    viewerActions
    host {
      id
      name
      contactName
      contactEmail
      contactPhone
    }
    site {
      id
      name
      postcode
      about
      needs
    }
    checks {
      id
      version
      kind
      owner
      state
      begunOn
      dueOn
      usualTime
      isOverdue
      whatReturnerCanDo
    }
  }
`);

/** What the form needs to know of the person: what was asked for already, and what is still missing. */
export const MyWish = graphql(`
  query MyWish {
    viewer {
      returner {
        id
        fieldOfPractice
        updating {
          shortfallMinutes
        }
        placementRequest {
          ...PlacementRequestFields
        }
      }
    }
  }
`);

/** Offers a proposal to both sides. */
export const OfferPlacement = graphql(`
  mutation OfferPlacement($input: PlacementInput!) {
    offerPlacement(input: $input) {
      ... on PlacementOffered {
        placement {
          ...PlacementFields
        }
      }
      ... on OfferPlacementRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);
