import { graphql } from '../generated/gql.ts';

/** When a plan ends, or why it never can. */
export const Forecast = graphql(`
  query Forecast($input: ForecastInput!) {
    forecast(input: $input) {
      ... on Forecast {
        updatingDoneOn
        backEarliestOn
        backLatestOn
        requirement {
          days
          minutes
        }
        binding {
          key
          explanation
        }
        changes {
          ...PlanChangeFields
        }
        warnings
        weeks {
          ...PlanWeekFields
        }
        rules {
          ...CitedRuleFields
        }
      }
      ... on ForecastImpossible {
        explanation
        bestCountedMinutes
        requirement {
          days
          minutes
        }
        leastChange {
          ...PlanChangeFields
        }
        changes {
          ...PlanChangeFields
        }
        warnings
        weeks {
          ...PlanWeekFields
        }
        rules {
          ...CitedRuleFields
        }
      }
      ... on ForecastRefused {
        refusals {
          path
          message
          help
        }
      }
    }
  }
`);
