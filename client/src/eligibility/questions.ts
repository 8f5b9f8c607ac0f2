import { graphql } from '../generated/gql.ts';

/** A question as its page needs it. @fragment */
export const EligibilityQuestionFields = graphql(`
  fragment EligibilityQuestionFields on EligibilityQuestion {
    key
    title
    hint
    why
    parts {
      field
      label
      hint
      kind
      options {
        value
        label
        hint
      }
    }
  }
`);

/** A question that was answered, with its answers in words. @fragment */
export const EligibilityStepFields = graphql(`
  fragment EligibilityStepFields on EligibilityStep {
    question {
      ...EligibilityQuestionFields
    }
    answers {
      field
      label
      answer
    }
  }
`);

/** What comes next, given the answers so far. */
export const EligibilitySteps = graphql(`
  query EligibilitySteps($answers: EligibilityAnswersInput!) {
    eligibility(answers: $answers) {
      ... on EligibilityQuestionDue {
        number
        atMost
        question {
          ...EligibilityQuestionFields
        }
        steps {
          ...EligibilityStepFields
        }
      }
      ... on EligibilityContradicted {
        refusals {
          path
          message
          help
        }
        steps {
          ...EligibilityStepFields
        }
      }
      ... on EligibilityOutcome {
        headline
        steps {
          ...EligibilityStepFields
        }
      }
    }
  }
`);
