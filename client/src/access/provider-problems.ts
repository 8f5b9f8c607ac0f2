/** Why somebody who went to an identity provider is not signed in: what happened, and what to do now. */
export interface ProviderProblem {
  heading: string;
  what: string;
  now: string;
}

const again = 'Try it again, or sign in another way.';

/** In the words of a person. `it` is what the provider is called. */
const problems: Readonly<Record<string, (it: string) => ProviderProblem>> = {
  NOT_OFFERED: () => ({
    heading: 'You cannot sign in this way',
    what: 'This way of signing in is not offered here any more.',
    now: 'Sign in another way.',
  }),
  NOT_REACHED: (it) => ({
    heading: `We cannot reach ${it}`,
    what: `${it} did not answer in time, or not in a way that we can read. You are not signed in, and nothing is lost.`,
    now: 'Try again in a few minutes, or sign in another way.',
  }),
  NOT_BEGUN_HERE: () => ({
    heading: 'This sign-in was not begun here',
    what: 'It was begun in another browser or another tab, or it was finished already. So we have stopped it, to keep your account safe.',
    now: 'Begin again on this page, and finish in the same tab.',
  }),
  TOO_LATE: () => ({
    heading: 'This took too long',
    what: 'For your safety there are ten minutes to sign in and come back.',
    now: 'Begin again. It is quicker now if you are still signed in there.',
  }),
  CANCELLED: (it) => ({
    heading: 'You are not signed in',
    what: `You went back, or ${it} did not let you in.`,
    now: again,
  }),
  NOT_TRUSTED: (it) => ({
    heading: 'We could not check this sign-in',
    what: `What ${it} answered does not belong to the sign-in that you began. So we have stopped it, to keep your account safe.`,
    now: again,
  }),
  NOT_SURE_ENOUGH: (it) => ({
    heading: `${it} needs to know more about you`,
    what: `It is less sure of who you are than we asked it to be, for example because you signed in without a code.`,
    now: 'Add a second step or prove who you are there, then try again. Or sign in another way.',
  }),
  EMAIL_NOT_CONFIRMED: (it) => ({
    heading: 'We do not know you by this sign-in yet',
    what: `${it} has not confirmed an e-mail address of yours, so we cannot tell which account here is yours.`,
    now: `Confirm your e-mail address there and try again. Or sign in another way, and add ${it} under your account.`,
  }),
  TOO_OFTEN: () => ({
    heading: 'Too many tries',
    what: 'There were too many tries from where you are.',
    now: 'Wait 15 minutes, or sign in another way.',
  }),
};

const unknown: ProviderProblem = {
  heading: 'You are not signed in',
  what: 'Something went wrong on the way back.',
  now: again,
};

/** What to say about a problem that the address names. Words in an address are anybody's: unknown ones are not repeated. */
export const sayProviderProblem = (problem: string, provider: string | undefined): ProviderProblem =>
  problems[problem]?.(provider ?? 'The provider') ?? unknown;
