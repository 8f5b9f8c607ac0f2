import { graphql } from '../generated/gql.ts';
import type { MatchQuery } from '../generated/graphql.ts';

/** The best plan, as it is or with changes that are only tried out. */
export const Match = graphql(`
  query Match($whatIf: WhatIfInput) {
    match(whatIf: $whatIf) {
      feasiblePairs
      isRoutingComplete
      locksNotKept
      wouldRather
      wouldRatherPairs {
        returner {
          returnerId
          placementRequestId
          name
        }
        place {
          capacityOfferId
          siteName
          hostName
        }
      }
      totals {
        placed
        waitedDays
        changes
        costPoints
      }
      pairs {
        returner {
          placementRequestId
          returnerId
          name
          fieldOfPractice
          waitedDays
        }
        place {
          capacityOfferId
          placementSiteId
          siteName
          hostName
          supervisorName
        }
        startsOn
        endsOn
        weekdays
        travel {
          minutes
          plusMinus
          origin
        }
        rank
        fits
        isKept
        isLocked
        reasons
        costPoints
        costParts {
          preference
          points
          explanation
        }
      }
      unmatched {
        returner {
          placementRequestId
          returnerId
          name
          fieldOfPractice
          waitedDays
        }
        binding
        explanation
        fits
        offered
        cheapestFix {
          kind
          amount
          moves
          explanation
          place {
            placementSiteId
            siteName
          }
        }
      }
    }
  }
`);

export type Plan = MatchQuery['match'];
export type Pair = Plan['pairs'][number];
export type Unmatched = Plan['unmatched'][number];
