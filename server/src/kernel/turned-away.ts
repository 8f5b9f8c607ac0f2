/** Why a caller was turned away at the door, as opposed to refused by a rule. */
export type TurnedAwayCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'SECOND_FACTOR_NEEDED'
  | 'CONFIRM_IT_IS_YOU'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'LIMIT_EXCEEDED'
  | 'RATE_LIMITED'
  | 'DOCUMENT_NOT_REGISTERED'
  | 'UNAVAILABLE';

/** Ends an operation with a code and a sentence that may be shown to the caller. Anything else thrown is a bug. */
export class TurnedAway extends Error {
  override name = 'TurnedAway';
  readonly code: TurnedAwayCode;
  readonly field: string | undefined;

  constructor(code: TurnedAwayCode, message: string, field?: string) {
    super(message);
    this.code = code;
    this.field = field;
  }
}
