import { graphql } from '../generated/gql.ts';

/** A file as every page about it needs it. @fragment */
export const EvidenceFields = graphql(`
  fragment EvidenceFields on Evidence {
    id
    version
    title
    kind
    bytes
    addedAt
    filedAt
    virusCheck
    warnings
    viewerMayOpen
    ties {
      loggedDayId
      onDate
      standardId
      standardNumber
      formLine
    }
  }
`);

/** One file, with everything it could be for. */
export const OneEvidence = graphql(`
  query OneEvidence($id: ID!) {
    node(id: $id) {
      ... on Evidence {
        ...EvidenceFields
      }
    }
    standardsOfProficiency(first: 15) {
      nodes {
        id
        number
        label
      }
    }
    viewer {
      returner {
        id
        loggedDays(first: 40) {
          nodes {
            id
            onDate
            kind
            minutes
          }
        }
      }
    }
  }
`);
