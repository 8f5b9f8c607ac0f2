/** Why a caller was turned away at the door, as opposed to refused by a rule. */
export type TurnedAwayCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'LIMIT_EXCEEDED'
  | 'RATE_LIMITED'
  | 'DOCUMENT_NOT_REGISTERED'
  | 'UNAVAILABLE';

/** Ends an operation with a code and a sentence that may be shown to the caller. Anything else thrown is a bug. */
export class TurnedAway extends Error {
  constructor(
    readonly code: TurnedAwayCode,
    message: string,
    readonly field?: string,
  ) {
    super(message);
    this.name = 'TurnedAway';
  }
}
