import { graphql } from '../generated/gql.ts';

/** An offer of places, as the board and its form need it. @fragment */
export const CapacityOfferFields = graphql(`
  fragment CapacityOfferFields on CapacityOffer {
    id
    version
    answer
    noReason
    maybeUntil
    askAgainOn
    standing
    startsOn
    endsOn
    weekdays
    dayStartsAt
    dayEndsAt
    noticeDays
    places
    takenPlaces
    setting
    remotePercent
    contract
    adjustments
    confirmedOn
    confirmedBy
    isOnBehalf
    shownToAllOn
    firstShownTo {
      id
      name
    }
    supervisorNamedBy
    profession {
      id
      code
      name
    }
    supervisor {
      id
      displayName
    }
    site {
      id
      name
    }
    host {
      id
      name
    }
  }
`);

/** Says that an offer is still so. */
export const ConfirmCapacityOffer = graphql(`
  mutation ConfirmCapacityOffer($input: ConfirmCapacityOfferInput!) {
    confirmCapacityOffer(input: $input) {
      ... on CapacityOfferConfirmed {
        capacityOffer {
          ...CapacityOfferFields
        }
      }
      ... on ConfirmCapacityOfferRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);
