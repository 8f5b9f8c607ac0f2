import { graphql } from '../generated/gql.ts';

/** The whole self-assessment. @fragment */
export const SelfAssessmentFields = graphql(`
  fragment SelfAssessmentFields on SelfAssessment {
    standards {
      number
      label
      version
      before
      beforeOn
      after
      afterOn
      goal
      evidence
      change
      gap {
        reason
        explanation
      }
    }
    gaps {
      number
    }
    answeredBefore
    answeredAfter
    rose
    same
    fell
    levels {
      confidence
      before
      after
    }
    isAfterOpen
    source {
      key
      title
      url
      readOn
    }
  }
`);

/** A learning agreement as it is read. @fragment */
export const AgreementFields = graphql(`
  fragment AgreementFields on LearningAgreement {
    id
    version
    state
    edition
    startedOn
    changedOn
    placementDays
    requiredDays
    plan {
      supervisedDays
      formalDays
      privateDays
      meetEveryWeeks
    }
    goals {
      number
      label
      goal
      how
      evidence
      by
    }
    requirements {
      key
      layer
      title
      explanation
      isMet
      isAssumed
      sources {
        key
        title
        url
      }
    }
    statement {
      version
      sentences
    }
    history {
      kind
      edition
      at
      party
      byName
      comment
    }
    agreed {
      edition
      agreedAt
      agreedBy
    }
    viewerActions
  }
`);

/** What an organisation asks on top of HCPC's minimum. @fragment */
export const LocalPolicyFields = graphql(`
  fragment LocalPolicyFields on LocalPolicy {
    id
    version
    supervisedPercentAtLeast
    daysHereAtLeast
    daysAWeekAtLeast
    meetEveryWeeksAtMost
    standards
    inOwnWords
    savedOn
    isOnBehalf
  }
`);
