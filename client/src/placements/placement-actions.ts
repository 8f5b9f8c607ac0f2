import { graphql } from '../generated/gql.ts';

/** Says yes for one side. */
export const AcceptPlacement = graphql(`
  mutation AcceptPlacement($input: PlacementInput!) {
    acceptPlacement(input: $input) {
      ... on PlacementAccepted {
        placement {
          ...PlacementFields
        }
      }
      ... on AcceptPlacementRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

/** Says no for one side, with a reason. */
export const DeclinePlacement = graphql(`
  mutation DeclinePlacement($input: PlacementReasonInput!) {
    declinePlacement(input: $input) {
      ... on PlacementDeclined {
        placement {
          ...PlacementFields
        }
      }
      ... on DeclinePlacementRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

/** Takes a placement back. */
export const WithdrawPlacement = graphql(`
  mutation WithdrawPlacement($input: PlacementInput!) {
    withdrawPlacement(input: $input) {
      ... on PlacementWithdrawn {
        placement {
          ...PlacementFields
        }
      }
      ... on WithdrawPlacementRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

/** Says that the first day has come. */
export const StartPlacement = graphql(`
  mutation StartPlacement($input: PlacementInput!) {
    startPlacement(input: $input) {
      ... on PlacementStarted {
        placement {
          ...PlacementFields
        }
      }
      ... on StartPlacementRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

/** Says that the last day is done. */
export const CompletePlacement = graphql(`
  mutation CompletePlacement($input: PlacementInput!) {
    completePlacement(input: $input) {
      ... on PlacementCompleted {
        placement {
          ...PlacementFields
        }
      }
      ... on CompletePlacementRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

/** Takes a move back. */
export const UndoMovePlacement = graphql(`
  mutation UndoMovePlacement($input: PlacementInput!) {
    undoMovePlacement(input: $input) {
      ... on PlacementMoveUndone {
        placement {
          ...PlacementFields
        }
      }
      ... on UndoMovePlacementRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

/** Ends a placement early, with a reason. */
export const EndPlacementEarly = graphql(`
  mutation EndPlacementEarly($input: PlacementReasonInput!) {
    endPlacementEarly(input: $input) {
      ... on PlacementEndedEarly {
        placement {
          ...PlacementFields
        }
      }
      ... on EndPlacementEarlyRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

/** Holds a proposal fast, or lets it go. */
export const LockPlacement = graphql(`
  mutation LockPlacement($input: LockPlacementInput!) {
    lockPlacement(input: $input) {
      ... on PlacementLocked {
        placement {
          ...PlacementFields
          isLocked
        }
      }
      ... on LockPlacementRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);
