import { graphql } from '../generated/gql.ts';

/** The whole application of a returner. @fragment */
export const ApplicationFields = graphql(`
  fragment ApplicationFields on ReturnerApplication {
    version
    route
    isFollowedHere
    state
    standing {
      key
      who
      since
      usualTime
      whatICanDo
    }
    steps {
      key
      title
      explanation
      isForSome
      isReady
      followsPack
      isTicked
      missing {
        ...PackFindingFields
      }
      rule {
        key
        assumed
        sources {
          ...SourceFields
        }
      }
    }
    ways
    wayExplanation
    wayLink {
      title
      url
      readOn
    }
    fees {
      lines {
        label
        pence
      }
      totalPence
      inForceFrom
      explanation
    }
    feeRule {
      ...CitedRuleFields
    }
    planned {
      on
      isEnough
      countedMinutes
      requiredMinutes
      explanation
      dropsOutBefore {
        dropsOutOn
        minutes
      }
      rule {
        ...CitedRuleFields
      }
    }
    clocks {
      kind
      title
      startedOn
      endsOn
      isOver
      whatICanDo
      rule {
        ...CitedRuleFields
      }
    }
    entries {
      id
      version
      kind
      on
      way
      askedFor
      dueOn
      answersId
      pence
      registrationNumber
    }
    sentOn
    mayRecord
    mayApplyAgain
    packDigest
    onTheRegister {
      ...OnTheRegisterFields
    }
  }
`);

/** What every page of one's own application is read with. */
export const OwnApplication = graphql(`
  query OwnApplication {
    viewer {
      today
      returner {
        id
        describedAs
        application {
          ...ApplicationFields
        }
      }
    }
  }
`);
