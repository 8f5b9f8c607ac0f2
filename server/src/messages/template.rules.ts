import type { MailName } from '../audit/mail-names.ts';

/** A mail in words. */
export interface Words {
  readonly subject: string;
  /** Plain text: it reads everywhere, aloud too. */
  readonly text: string;
  /** The same words as a page, with links to press. It loads nothing from anywhere. */
  readonly html: string;
}

type Values = Readonly<Record<string, string>>;

const sign = 'Return to Practice';
const letter = (subject: string, ...paragraphs: readonly string[]): Words => {
  const parts = ['Hello,', ...paragraphs, sign];
  return { subject, text: `${parts.join('\n\n')}\n`, html: pageOf(subject, parts) };
};

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);
const linked = (text: string): string => escape(text).replace(/https?:\/\/\S+/g, '<a href="$&">$&</a>');

/** A paragraph whose every line begins with a dash becomes a list. */
const blockOf = (part: string): string => {
  const lines = part.split('\n');
  return lines.every((line) => line.startsWith('- '))
    ? `<ul>${lines.map((line) => `<li>${linked(line.slice(2))}</li>`).join('')}</ul>`
    : `<p>${linked(part).replaceAll('\n', '<br>')}</p>`;
};
const pageOf = (subject: string, parts: readonly string[]): string =>
  `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>${escape(subject)}</title></head>` +
  `<body style="font-family: Arial, sans-serif; font-size: 19px; line-height: 1.5; max-width: 40em">` +
  `${parts.map(blockOf).join('\n')}</body></html>`;

/** A line with the page where something is done: behind the sign-in, the same for everybody, and without a name or a number in it. */
const at = (service: string, page: `/${string}`, words: string): string => `${words}: ${service}${page}`;

const linkHelp =
  'The link works once, and for 15 minutes. Do not pass this mail on: whoever opens the link is signed in as you.';
const notYou = 'If you did not ask for this, you need not do anything.';

const whyPaused: Readonly<Record<string, string>> = {
  FAILING: 'it has taken nothing for 24 hours, or refused one message for as long',
  GONE: 'it has answered that it wants no more (410)',
  NOT_ALLOWED: 'the program that registered it was revoked, has ended, or may not manage webhooks any more',
};

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
  'new-device': ({ device = '', moment = '', service = '' }) =>
    letter(
      'Your account was opened on a new device',
      `Somebody signed in to your account on a browser that it was not opened with before: ${device}, on ${moment}.`,
      'If this was you, you need not do anything. You also get this mail when you have cleared your cookies.',
      at(service, '/account/sign-ins', 'If this was not you, see where your account is open and end it there'),
      'Then set a new password, and look whether anything in your account was changed.',
    ),
  'provider-added': ({ name = '', service = '' }) =>
    letter(
      `You can sign in with ${name}`,
      `Your account is opened by ${name} from now on, beside the ways you had before.`,
      at(service, '/account/providers', 'If this was not you, remove it here'),
    ),
  'provider-removed': ({ name = '' }) =>
    letter(
      `You do not sign in with ${name} any more`,
      `Your account is not opened by ${name} any more. Whoever had come in by it elsewhere is signed out.`,
      'If this was not you, ask for a link on the sign-in page and look at how your account is opened.',
    ),
  'passkey-added': ({ name = '', service = '' }) =>
    letter(
      'A passkey was added to your account',
      `The passkey “${name}” opens your account from now on.`,
      at(service, '/account/passkeys', 'If this was not you, remove it here'),
      'Then set a new password, and sign out everywhere else.',
    ),
  'passkey-removed': ({ name = '' }) =>
    letter(
      'A passkey was removed from your account',
      `The passkey “${name}” does not open your account any more.`,
      'You can still sign in by a link in a mail. If this was not you, do that at once, set a new password and sign out everywhere else.',
    ),
  'second-factor-added': ({ service = '' }) =>
    letter(
      'Your account has a second factor',
      'From now on your account opens with a code of your authenticator app beside your password or your link. Keep the recovery codes where you find them without your phone.',
      at(service, '/account/sign-ins', 'If this was not you, see where your account is open and end it there'),
      'Then write to the address on our contact page.',
    ),
  'second-factor-removed': ({ service = '' }) =>
    letter(
      'Your account has no authenticator app any more',
      'The authenticator app was taken away from your account, and the recovery codes with it. Your password or a link opens the account again by itself.',
      at(service, '/account/second-factor', 'If this was not you, set up an app again here, and set a new password'),
    ),
  'recovery-codes-made': ({ service = '' }) =>
    letter(
      'You have new recovery codes',
      'New recovery codes were made for your account. Those you had before open nothing any more.',
      at(service, '/account/second-factor', 'If this was not you, make new ones here, and set a new password'),
    ),
  'recovery-code-used': ({ service = '' }) =>
    letter(
      'A recovery code was used',
      'One of your recovery codes was used in place of a code of your authenticator app. It opens nothing any more.',
      at(service, '/account/second-factor', 'If you have lost your phone, set up another app here'),
      at(service, '/account/sign-ins', 'If this was not you, see where your account is open and end it there'),
    ),
  'confirm-code': ({ code = '' }) =>
    letter(
      'Your code to confirm that it is you',
      'Type this code on the page that asked for it:',
      code,
      'It counts once, and for 10 minutes. Tell it to nobody: we never ask for it by phone or by mail.',
      'If you did not ask for it, somebody is signed in as you: sign out on every device, and set a new password.',
    ),
  'account-suspended': () =>
    letter(
      'Your account is suspended',
      'An administrator has suspended your account. You cannot sign in to your record for now, and nothing in it is lost.',
      'If you do not know why, write to the address on our contact page.',
    ),
  'account-restored': () =>
    letter('You can use your account again', 'An administrator has restored your account. You can sign in as before.'),
  'partner-key-ends': ({ program = '', endsOn = '' }) =>
    letter(
      'The keys of a program end soon',
      `${program} is let in to Return to Practice until ${endsOn}. After that day its keys open nothing.`,
      'If it is still of use, let it in anew before then, with a new key, on the page of your organisation’s programs. If it is not, there is nothing to do.',
    ),
  'partner-key-ended': ({ program = '', endsOn = '' }) =>
    letter(
      'The keys of a program have ended',
      `The last day of ${program} was ${endsOn}. Its keys open nothing any more, and nothing is sent to its webhooks.`,
      'If it is still of use, let it in anew, with a new key, on the page of your organisation’s programs.',
    ),
  'webhook-paused': ({ receiver = '', reason = '' }) =>
    letter(
      'A webhook of your organisation is paused',
      `Return to Practice sends nothing to the webhook at ${receiver} any more, because ${whyPaused[reason] ?? 'it does not work'}.`,
      'Nothing is lost: what happens meanwhile is kept for 90 days, and is sent in order once the webhook goes on. Put right what is wrong, look at its log of deliveries, and resume it with the mutation resumeWebhook.',
    ),
  'programme-decided': () =>
    letter(
      'A coordinator has decided about the national programme',
      'A coordinator of your region has decided whether the national return to practice programme can help you.',
      'Sign in to Return to Practice to read the decision and the reason. Your way back through HCPC is open in any case.',
      'You get this mail because you agreed to it. You can take that back in your profile.',
    ),
  'host-role-given': ({ organisation = '' }) =>
    letter(
      'You have a role at an organisation',
      `You can now work for ${organisation} in Return to Practice. Sign in and change your hat under Account.`,
      'If you did not expect this, tell the organisation, or write to the address on our contact page.',
    ),
  'host-invited': ({ organisation = '', service = '' }) =>
    letter(
      'You are invited to work with returners',
      `${organisation} invites you to Return to Practice. Create an account with this address, or sign in, and take the invitation under Account.`,
      at(service, '/invitations', 'It waits for you here'),
      'If you did not expect this, you need not do anything.',
    ),
  'brought-in': () =>
    letter(
      'You are on Return to Practice',
      'A coordinator of your region has put you on Return to Practice, the service for people on the way back to the HCPC Register, because you agreed to it. The coordinators of your region and board see your record.',
      'Sign in with this address: ask for a link on the sign-in page. You can put right what stands there, and you can take your agreement back at any time.',
      'If you did not agree to this, sign in and take it back, or write to the address on our contact page.',
    ),
  'region-move-asked': ({ from = '', service = '' }) =>
    letter(
      'Another region asks you to take somebody on',
      `The coordinators of ${from} ask whether your region takes on somebody who is on the way back to the Register.`,
      at(service, '/region-moves', 'Sign in to accept or decline'),
      'Until you accept nothing changes, and you do not learn who the person is.',
    ),
  'region-move-accepted': ({ from = '', to = '', service = '' }) =>
    letter(
      'A move between regions was accepted',
      `Somebody on the way back to the Register has moved from ${from} to ${to}. The coordinators of ${to} see the record from now on, and those of ${from} do not any more.`,
      at(service, '/region-moves', 'Sign in to see more'),
    ),
  'region-move-declined': ({ to = '', service = '' }) =>
    letter(
      'A move between regions was declined',
      `The coordinators of ${to} have declined a move that you asked for. Nothing has changed for the person.`,
      at(service, '/region-moves', 'Sign in to see why'),
    ),
  'region-moved': ({ to = '' }) =>
    letter(
      'You belong to another region now',
      `The coordinators of ${to} look after your way back from now on. They see your record, and those of the region before do not any more.`,
      'Nothing else has changed: requests and placements stand as they did. You can take back your agreement to be seen at any time, in your profile.',
      'You get this mail because you agreed to it. You can take that back in your profile.',
    ),
  'site-asked': ({ site = '', field = '', service = '' }) =>
    letter(
      'Could you take a returner?',
      `Somebody who lives within reach of ${site} and returns to ${field} asks whether you could take them for supervised practice. You have not said yet whether you have places for this profession.`,
      'Sign in to enter places, or say no with a reason. Both help: the person waits for your word, and if none comes a coordinator asks too.',
      at(service, '/my-organisation', 'Answer here'),
    ),
  'records-merged': () =>
    letter(
      'Two records of yours are one now',
      'There were two records on Return to Practice that are both about you. A coordinator of your region has made them one: logged days, requests and placements stand together.',
      'You can sign in with either address: both lead to the record that was kept. If these are not both yours, tell your coordinator soon, or write to the address on our contact page: it can be undone for 30 days.',
    ),
  'placement-offered': ({ service = '' }) =>
    letter(
      'A placement is offered',
      'There is an offer of a placement. Sign in to see it, and say yes or no before its last day to answer.',
      at(service, '/my-home', 'Answer here'),
    ),
  'placement-accepted': ({ service = '' }) =>
    letter(
      'A placement is agreed',
      at(service, '/my-home', 'Both sides have said yes. Sign in to see what must be ready before day one'),
      'The days are in the file that comes with this mail: open it to put them into your calendar.',
    ),
  'placement-declined': () =>
    letter(
      'A placement was declined',
      'One side has said no. Sign in to see more. The coordinator looks for the next best place.',
    ),
  'placement-expired': () =>
    letter(
      'The time to answer an offer has passed',
      'An offer of a placement was not answered by both sides in time, so it does not stand any more.',
      'You need not do anything. The coordinator looks for the next best place. Sign in to see more.',
    ),
  'things-to-do': ({ lines = '', account = '' }) =>
    letter(
      'Things that wait for you',
      'These things wait for you at Return to Practice:',
      lines,
      'You get one mail like this a week at most, on a working day, and none about what is done.',
      `If you want no more of them, sign in and choose so: ${account}`,
    ),
  'learning-agreement-shared': ({ field = '', service = '' }) =>
    letter(
      'A learning agreement waits for you',
      `Somebody who returns to ${field} has shared what they mean to learn with you: the goals, how and by when.`,
      at(service, '/agreements', 'Read it, agree to it or send it back here'),
    ),
  'learning-agreement-asked': ({ link = '', field = '' }) =>
    letter(
      'A learning agreement waits for you',
      `Somebody who returns to ${field} under your supervision has shared what they mean to learn with you: the goals, how and by when. Read it, and agree or send it back:`,
      link,
      'The link works once, and for 7 days. Do not pass this mail on: whoever opens the link answers in your name. Nothing is agreed to by opening it.',
      'If you do not supervise a returner, do not use the link, and tell the contact of your organisation.',
    ),
  'learning-agreement-receipt': ({ link = '' }) =>
    letter(
      'You have agreed to a learning agreement',
      'A learning agreement was agreed to in your name a moment ago. You need not do anything if this was you.',
      'If this was not you, open this link and say so. The answer then counts no more:',
      link,
    ),
  'learning-agreement-disowned': ({ service = '' }) =>
    letter(
      'A learning agreement is not agreed any more',
      'The supervisor who was named says that it was not them who agreed. What was agreed waits for an answer again.',
      at(service, '/', 'Sign in to see more'),
    ),
  'learning-agreement-answered': ({ service = '' }) =>
    letter(
      'Your learning agreement is answered',
      'Your supervisor or the site has answered your learning agreement.',
      at(service, '/learning-agreement', 'Read the answer here'),
      'You get this mail because you agreed to it. You can take that back in your profile.',
    ),
  'sign-off-asked': ({ link = '', field = '' }) =>
    letter(
      'Days of supervised practice wait for your signature',
      `Somebody who returns to ${field} under your supervision asks you to confirm days of supervised practice. It takes about a minute:`,
      link,
      'The link works once, and for 7 days. Do not pass this mail on: whoever opens the link signs in your name. Nothing is signed by opening it.',
      'You see the days and what your signature confirms before you sign, and you can send days back. If you do not supervise a returner, do not use the link, and tell the contact of your organisation.',
    ),
  'sign-off-waits': ({ field = '' }) =>
    letter(
      'Days of supervised practice wait for your signature',
      `Somebody who returns to ${field} under your supervision asks you to confirm days of supervised practice. Sign in to Return to Practice to see them.`,
      'Your organisation has not confirmed your e-mail address yet, so a signature counts as provisional until it does.',
    ),
  'sign-off-receipt': ({ link = '' }) =>
    letter(
      'You have signed days of supervised practice',
      'Days of supervised practice were signed in your name a moment ago. You need not do anything if this was you.',
      'If this was not you, open this link and say so. The signature then counts no more:',
      link,
    ),
  'application-clock': ({ what = '', doNow = '', service = '' }) =>
    letter(
      'A day in your application to HCPC',
      what,
      doNow,
      at(service, '/application', 'See how your application stands'),
      'If this is done already, record it there. You get this mail because you agreed to be written to. You can take that back in your profile.',
    ),
  'short-form-month': ({ until = '', service = '' }) =>
    letter(
      'The month for the short readmission form is running out',
      `The short readmission form must reach HCPC by ${until}, the last day of the month after you came off the Register. If you know that time only roughly, the month is counted from the earliest day that it can have been.`,
      'Send the form by e-mail before then. After that day the full form and its fee are needed.',
      at(service, '/application', 'See what to send, and how'),
      'If you have sent it already, record it there. You get this mail because you agreed to be written to. You can take that back in your profile.',
    ),
  'sign-off-answered': () =>
    letter(
      'Your supervisor has answered',
      'Your supervisor has answered about days that you asked them to sign. Sign in to see what is signed, and what came back with a comment.',
    ),
  'counter-signature-asked': ({ link = '', field = '' }) =>
    letter(
      'A cover sheet waits for your counter-signature',
      `Somebody who returns to ${field} has named you as counter-signatory, and asks you to look at the whole of their updating and sign the cover sheet:`,
      link,
      'The link works once, and for 7 days. Do not pass this mail on: whoever opens the link signs in your name. Nothing is signed by opening it.',
      'You see the days and what your signature confirms before you sign, and you can send the record back. If you do not know of this, do not use the link.',
    ),
  'counter-signature-receipt': ({ link = '' }) =>
    letter(
      'You have counter-signed a cover sheet',
      'A cover sheet was signed in your name a moment ago. You need not do anything if this was you.',
      'If this was not you, open this link and say so. The signature then counts no more:',
      link,
    ),
  'counter-signature-answered': () =>
    letter(
      'Your counter-signatory has answered',
      'Your counter-signatory has answered. Sign in to see whether the cover sheet is signed, or what came back with a comment.',
    ),
  'counter-signature-taken-back': () =>
    letter(
      'The counter-signature was taken back',
      'The signature on your cover sheet was taken back, or the person named says that it was not theirs. The cover sheet counts as unsigned again. Sign in to see more.',
    ),
  'sign-off-taken-back': () =>
    letter(
      'A signature was taken back',
      'A signature under days of supervised practice was taken back, or the person named says that it was not theirs. The days count as unsigned again. Sign in to see more.',
    ),
  'supervision-frozen': ({ service = '' }) =>
    letter(
      'A supervisor cannot go on',
      'A supervisor of a placement under way in your region has lapsed or was sanctioned, as far as is known. Days from then on cannot be logged under them, and nothing they have not signed yet can be signed by them.',
      at(service, '/monday', 'See which placement, and name another supervisor'),
    ),
  'supervision-frozen-at-site': ({ service = '' }) =>
    letter(
      'A supervisor cannot go on',
      'A supervisor of a returner who is with you has lapsed or was sanctioned, as far as is known. Days from then on cannot be logged under them.',
      at(service, '/my-home', 'Please name another supervisor for the placement'),
    ),
  'supervision-frozen-for-you': ({ service = '' }) =>
    letter(
      'Your supervisor cannot sign at the moment',
      'Something has changed in your supervisor’s registration, so no new days can be logged under them for now. Days before that stay as they are.',
      'You need not do anything. The site and your coordinator are told, and can name another supervisor for you. Study can be logged as before.',
      at(service, '/log/signatures', 'See how your days stand'),
    ),
  'stand-in-named': ({ service = '' }) =>
    letter(
      'You have another supervisor',
      at(
        service,
        '/log/signatures',
        'Another supervisor was named for your placement. Sign in to see who, and from when',
      ),
    ),
  'erasure-asked': ({ day = '', service = '' }) =>
    letter(
      'You asked to be erased',
      `You asked Return to Practice to erase everything about you. It is done on ${day}, and cannot be undone after that.`,
      at(service, '/my-data', 'Until then you can download what we hold, or take it back'),
      'If you did not ask for this, sign in, take it back, and set a new password at once.',
    ),
  'confirm-new-address': ({ link = '' }) =>
    letter(
      'Confirm your new e-mail address',
      'You asked Return to Practice to write to this address from now on. Open this link to confirm it:',
      link,
      'The link works once, and for 24 hours.',
      notYou,
    ),
  'address-changed': () =>
    letter(
      'Your e-mail address was changed',
      'The address of your account with Return to Practice was changed a moment ago. We write to the new one from now on.',
      'If this was not you, write to the address on our contact page at once.',
    ),
  'name-changed': () =>
    letter(
      'Your name was changed',
      'The name of your account with Return to Practice was changed a moment ago.',
      'If this was not you, sign in, put it right, and set a new password at once.',
    ),
  'placement-paused': ({ from = '', until = '', service = '' }) =>
    letter(
      'A returner pauses',
      `A returner who has a place with you pauses from ${from} until ${until}, and goes on after that. The place is kept.`,
      at(service, '/placements', 'Sign in to see which. If you cannot keep it, tell the returner'),
    ),
  'evidence-infected': ({ service = '' }) =>
    letter(
      'A virus was found in a file',
      'A virus was found in a file that you sent to Return to Practice. The file was destroyed, and nobody has opened it here.',
      'Check the device that you sent it from.',
      at(service, '/evidence', 'Then sign in to remove it from your list, and send a clean file'),
    ),
  'assessment-assigned': ({ service = '' }) =>
    letter(
      'You are asked to assess somebody',
      'You are asked to look at how somebody does who is on the way back to the HCPC Register. Sign in to see who, what is looked at, and by when.',
      at(service, '/my-home', 'It waits for you here'),
      'If you know the person in another way, do not begin: tell the coordinator, who names somebody else. Nobody certifies competence on behalf of HCPC.',
    ),
  'assessment-let-go': () =>
    letter(
      'An assessment does not wait for you any more',
      'An assessment that you were asked for was given to somebody else, or is not wanted any more. You need not do anything.',
    ),
  'assessment-planned': ({ service = '' }) =>
    letter(
      'An assessment is planned with you',
      'Somebody will look at how you do in your placement. Sign in to see who, what is looked at, and by when. HCPC asks for no assessment: it is a help on your way.',
      at(service, '/assessments', 'See it here'),
    ),
  'assessment-submitted': ({ service = '' }) =>
    letter(
      'Your assessment is there',
      'Your assessor has submitted an assessment. Sign in to read it, and to see what comes next.',
      at(service, '/assessments', 'Read it here'),
      'If you do not agree with it, you can say so there.',
    ),
  'assessment-corrected': ({ service = '' }) =>
    letter(
      'Your assessment was corrected',
      'Your assessor has put a corrected version beside an assessment. Sign in to read it, and why it differs.',
      at(service, '/assessments', 'Read it here'),
    ),
  'assessment-looked-at-again': ({ service = '' }) =>
    letter(
      'Your assessment was looked at a second time',
      'A second assessor has looked at your assessment, and what came of it is settled. Sign in to read it.',
      at(service, '/assessments', 'Read it here'),
    ),
  'assessment-to-correct': ({ service = '' }) =>
    letter(
      'An assessment is to be corrected',
      'A second assessor sees an assessment of yours in another way, and the coordinator asks you to correct it. Sign in to read why.',
      at(service, '/my-home', 'It waits for you here'),
    ),
  'moderation-asked': ({ service = '' }) =>
    letter(
      'You are asked for a second look',
      'You are asked to look at an assessment that somebody else has submitted, and to say whether you agree. Sign in to see it, and why you are asked.',
      at(service, '/my-home', 'It waits for you here'),
    ),
  'moderation-differs': ({ service = '' }) =>
    letter(
      'Two assessors do not agree',
      'A second assessor differs from the first about somebody of your region. Sign in to read both and to settle it.',
      at(service, '/assessments', 'Settle it here'),
    ),
  'appeal-noted': ({ service = '' }) =>
    letter(
      'Somebody does not agree with an assessment',
      'A returner of your region has left a note about an assessment. Sign in to read it and to answer.',
      at(service, '/assessments', 'Answer here'),
    ),
  'appeal-answered': ({ service = '' }) =>
    letter(
      'Your note about an assessment is answered',
      'The coordinators of your region have answered your note. Sign in to read the answer.',
      at(service, '/assessments', 'Read it here'),
    ),
  'organisations-will-change': ({ lines = '', service = '' }) =>
    letter(
      'Organisations of yours are going to change',
      'NHS organisations that you coordinate or work for are going to change. On its day each change is made by itself: people, places and placements go along, and you need not do anything.',
      lines,
      at(service, '/organisations/boards', 'The boards and trusts are listed here'),
    ),
  'coming-change-stuck': ({ inTheWay = '', service = '' }) =>
    letter(
      'A change of organisations could not be made on its day',
      'A national file that you imported speaks of a day that has come, and what it says could not be done. Nothing was changed. It is tried again every ten minutes.',
      inTheWay,
      at(service, '/administration/national-files', 'See what waits here'),
    ),
  'placement-withdrawn': () =>
    letter('A placement was taken back', 'A placement that was offered or agreed was taken back. Sign in to see more.'),
  'placement-moved': () =>
    letter('A placement has moved', 'The placement goes on at another site. Sign in to see where and when.'),
  'placement-move-undone': () =>
    letter(
      'A move to another site was taken back',
      'The placement goes on at the site where it was before. Sign in to see where and when.',
    ),
  'placement-ended': () =>
    letter('A placement has ended early', 'A placement has ended before its last day. Sign in to see more.'),
} as const satisfies Readonly<Record<MailName, (values: Values) => Words>>;

/**
 * The mail in words; undefined where there is no such template.
 *
 * @param service the address people type, without a slash at the end: who sends a mail knows it, and commands do not.
 */
export const wordMail = (template: string, values: Values, service: string): Words | undefined =>
  Object.hasOwn(templates, template) ? templates[template as MailName]({ ...values, service }) : undefined;
