/** The ways into an account that are left once one is taken away. */
export interface WaysIn {
  readonly hasPassword: boolean;
  readonly passkeys: number;
  readonly providers: number;
  /** A link goes to an address that is known to be theirs. */
  readonly hasConfirmedAddress: boolean;
}

/** Whether nothing else would open the account. */
export const isLastWayIn = ({ hasPassword, passkeys, providers, hasConfirmedAddress }: WaysIn): boolean =>
  !hasPassword && passkeys === 0 && providers === 0 && !hasConfirmedAddress;
