import { graphql } from '../generated/gql.ts';

/** The regions as choices. @fragment */
export const RegionChoices = graphql(`
  fragment RegionChoices on Query {
    regions(first: 100) {
      nodes {
        id
        code
        name
      }
    }
  }
`);
