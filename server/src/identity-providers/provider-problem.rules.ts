/** Why somebody who came from an identity provider, or was on the way to one, is not signed in. */
export const providerProblems = {
  NOT_OFFERED: 'This way of signing in is not offered.',
  NOT_REACHED: 'The provider did not answer in time, or answered what nobody can read.',
  NOT_BEGUN_HERE: 'The sign-in was not begun in this browser, or was finished already.',
  TOO_LATE: 'It took longer than ten minutes.',
  CANCELLED: 'The person went back, or refused.',
  NOT_TRUSTED: 'What the provider answered does not belong to this sign-in.',
  NOT_SURE_ENOUGH: 'The provider is less sure of the person than it was asked to be.',
  EMAIL_NOT_CONFIRMED: 'The provider has confirmed no e-mail address of somebody who is not known here.',
  TOO_OFTEN: 'There were too many tries from one address.',
} as const;

/** Why it came to nothing, by name. */
export type ProviderProblem = keyof typeof providerProblems;

/** A sign-in with an identity provider came to nothing. What the provider said stays out of it: it may hold a token. */
export class ProviderFailed extends Error {
  override name = 'ProviderFailed';

  constructor(
    readonly problem: ProviderProblem,
    options?: ErrorOptions,
  ) {
    super(providerProblems[problem], options);
  }
}
