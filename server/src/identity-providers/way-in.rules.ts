/** The ways into an account beside one identity provider. */
export interface WaysIn {
  readonly hasPassword: boolean;
  readonly passkeys: number;
  readonly otherProviders: number;
  /** A link goes to an address that is known to be theirs. */
  readonly hasConfirmedAddress: boolean;
}

/** Whether nothing else would open the account. */
export const isLastWayIn = ({ hasPassword, passkeys, otherProviders, hasConfirmedAddress }: WaysIn): boolean =>
  !hasPassword && passkeys === 0 && otherProviders === 0 && !hasConfirmedAddress;
