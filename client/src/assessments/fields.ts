import { graphql } from '../generated/gql.ts';

/** Enough of an assessment for a line of a list. @fragment */
export const AssessmentLine = graphql(`
  fragment AssessmentLine on Assessment {
    id
    version
    kind
    state
    returnerName
    describedAs
    siteName
    assessorName
    assignedOn
    dueOn
    isLate
    submittedOn
    outcome
  }
`);

/** What was submitted. @fragment */
export const VersionFields = graphql(`
  fragment VersionFields on AssessmentVersion {
    number
    outcome
    summary
    reason
    submittedAt
    submittedBy
    agreedText
    criteria {
      standard
      outcome
      evidence
      comment
    }
    actions {
      actionId
      what
      byOn
      doneOn
    }
  }
`);

/** What an assessor is writing. @fragment */
export const DraftFields = graphql(`
  fragment DraftFields on Assessment {
    id
    version
    kind
    state
    returnerName
    siteName
    dueOn
    outcomes
    isBeingCorrected
    viewerActions
    standards {
      number
      label
      isHeadingConfirmed
    }
    draft {
      outcome
      summary
      reason
      savedOn
      criteria {
        standard
        outcome
        evidence
        comment
      }
      actions {
        actionId
        what
        byOn
        doneOn
      }
    }
    gaps {
      standard
      message
    }
  }
`);
