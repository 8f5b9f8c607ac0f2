import { graphql } from '../generated/gql.ts';

/** A supervisor with everything that decides whether they may supervise. @fragment */
export const SupervisorFields = graphql(`
  fragment SupervisorFields on Supervisor {
    id
    version
    displayName
    atOnceAtMost
    weekdays
    scope
    registered {
      from
      until
    }
    checkedOn
    checkedBy
    checkAgainBy
    seen
    adviceRecordedOn
    proceedings {
      kind
      from
      until
    }
    profession {
      id
      code
      name
    }
    eligibility {
      isEligible
      eligibleFrom
      reasons {
        isMet
        message
        metFrom
        rule {
          ...CitedRuleFields
        }
      }
      notes {
        ...CitedRuleFields
      }
    }
  }
`);

/** What a site says of itself. @fragment */
export const SiteProfileFields = graphql(`
  fragment SiteProfileFields on PlacementSite {
    id
    version
    name
    postcode
    about
    atOnceAtMost
    adjustments
    needs
    checklist
    confirmedOn
  }
`);
