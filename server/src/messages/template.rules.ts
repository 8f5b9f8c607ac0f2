/** A mail in words. */
export interface Words {
  readonly subject: string;
  /** Plain text: it reads everywhere, aloud too. */
  readonly text: string;
}

type Values = Readonly<Record<string, string>>;

const sign = 'Return to Practice';
const letter = (subject: string, ...paragraphs: readonly string[]): Words => ({
  subject,
  text: `Hello,\n\n${paragraphs.join('\n\n')}\n\n${sign}\n`,
});

const linkHelp =
  'The link works once, and for 15 minutes. Do not pass this mail on: whoever opens the link is signed in as you.';
const notYou = 'If you did not ask for this, you need not do anything.';

/** Every mail that the service sends. */
const templates = {
  'confirm-address': ({ link = '' }) =>
    letter(
      'Confirm your e-mail address',
      'You asked for an account with Return to Practice. Open this link to confirm your address and sign in:',
      link,
      linkHelp,
      `${notYou} No account is made until the link is opened.`,
    ),
  'account-exists': ({ link = '' }) =>
    letter(
      'You already have an account',
      'Somebody asked for a new account with this address, but you have one already. Open this link to sign in to it:',
      link,
      linkHelp,
      notYou,
    ),
  'sign-in-link': ({ link = '' }) =>
    letter('Your link to sign in', 'Open this link to sign in to Return to Practice:', link, linkHelp, notYou),
  'password-changed': () =>
    letter(
      'Your password was changed',
      'The password of your account was changed a moment ago, and you were signed out everywhere else.',
      'If this was not you, ask for a link on the sign-in page and set a new password at once.',
    ),
  'account-suspended': () =>
    letter(
      'Your account is suspended',
      'An administrator has suspended your account. You cannot sign in to your record for now, and nothing in it is lost.',
      'If you do not know why, write to the address on our contact page.',
    ),
  'account-restored': () =>
    letter('You can use your account again', 'An administrator has restored your account. You can sign in as before.'),
  'programme-decided': () =>
    letter(
      'A coordinator has decided about the national programme',
      'A coordinator of your region has decided whether the national return to practice programme can help you.',
      'Sign in to Return to Practice to read the decision and the reason. Your way back through HCPC is open in any case.',
      'You get this mail because you agreed to it. You can take that back in your profile.',
    ),
  'placement-offered': () =>
    letter(
      'A placement is offered',
      'There is an offer of a placement. Sign in to see it, and say yes or no before its last day to answer.',
    ),
  'placement-accepted': () =>
    letter('A placement is agreed', 'Both sides have said yes. Sign in to see what must be ready before day one.'),
  'placement-declined': () =>
    letter(
      'A placement was declined',
      'One side has said no. Sign in to see more. The coordinator looks for the next best place.',
    ),
  'placement-withdrawn': () =>
    letter('A placement was taken back', 'A placement that was offered or agreed was taken back. Sign in to see more.'),
  'placement-moved': () =>
    letter('A placement has moved', 'The placement goes on at another site. Sign in to see where and when.'),
  'placement-ended': () =>
    letter('A placement has ended early', 'A placement has ended before its last day. Sign in to see more.'),
} as const satisfies Readonly<Record<string, (values: Values) => Words>>;

/** The name of a mail. */
export type TemplateName = keyof typeof templates;

/** The mail in words; undefined where there is no such template. */
export const wordMail = (template: string, values: Values): Words | undefined =>
  Object.hasOwn(templates, template) ? templates[template as TemplateName](values) : undefined;
