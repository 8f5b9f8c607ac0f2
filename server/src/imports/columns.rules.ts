import { adjustments, contracts, noReasons } from '../placements/capacity-words.rules.ts';
import { settings } from '../placements/matching/terms.rules.ts';
import { rowsAtMost } from './file/limits.ts';
import type { ImportKind } from './import-words.rules.ts';

/** A column of a file. */
export interface Column {
  /** By which the rules know it. Example: `startsOn`. */
  readonly key: string;
  /** How it is written in the templates. Example: `First day`. */
  readonly heading: string;
  /** Other headings that mean the same. */
  readonly also: readonly string[];
  /** Whether the file must have it. */
  readonly isNeeded: boolean;
  /** What may stand in it. */
  readonly hint: string;
  /** What the template shows, in an example that is plainly invented. */
  readonly example: string;
}

const column = (
  key: string,
  heading: string,
  hint: string,
  example: string,
  { needed = false, also = [] }: { readonly needed?: boolean; readonly also?: readonly string[] } = {},
): Column => ({ key, heading, hint, example, isNeeded: needed, also });

/** A word of ours as it is written in a cell: `LETTER_OF_AGREEMENT` is "letter of agreement". */
export const asWritten = (word: string): string => word.toLowerCase().replaceAll('_', ' ');
const oneOf = (words: Readonly<Record<string, unknown>>): string => Object.keys(words).map(asWritten).join(', ');
const needed = { needed: true };
const aDate = 'A date, such as 04/01/2027 (day, month, year) or 2027-01-04.';
const days = 'Days of the week, such as Mon-Fri, or Mon Wed Thu.';
const professionHint = 'The code or the name of the profession, such as DT.';

const capacity: readonly Column[] = [
  column('organisation', 'Organisation', 'Its name or its ODS code. Leave it out if you look after one.', 'G6V2S', {
    also: ['Trust', 'Host', 'Organisation code'],
  }),
  column('site', 'Site', 'Its name as it stands here, or its ODS code.', 'Example Hospital', {
    needed: true,
    also: ['Hospital', 'Site name', 'Site code'],
  }),
  column('profession', 'Profession', professionHint, 'DT', needed),
  column('answer', 'Answer', 'yes, maybe or no.', 'yes', needed),
  column('startsOn', 'First day', aDate, '04/01/2027', {
    needed: true,
    also: ['Start', 'Starts on', 'Start date', 'From'],
  }),
  column('endsOn', 'Last day', aDate, '30/06/2027', {
    needed: true,
    also: ['End', 'Ends on', 'End date', 'To', 'Until'],
  }),
  column('places', 'Places', 'How many returners at once, 1 to 50. 1 if left out.', '2', { also: ['Seats', 'Slots'] }),
  column('weekdays', 'Days', `${days} Mon-Fri if left out.`, 'Mon-Thu', { also: ['Weekdays', 'Days of the week'] }),
  column('dayStartsAt', 'Day starts', 'A time, such as 09:00.', '09:00'),
  column('dayEndsAt', 'Day ends', 'A time, such as 17:00.', '17:00'),
  column('noticeDays', 'Notice in days', 'Days from an offer to a start, 0 to 180.', '14'),
  column('supervisor', 'Supervisor number', 'HCPC number of a supervisor of the organisation.', '', {
    also: ['Supervisor HCPC number', 'Supervisor'],
  }),
  column('supervisorNamedBy', 'Supervisor named by', `With “yes” and no supervisor yet. ${aDate}`, '15/12/2026'),
  column('contract', 'Contract', `${oneOf(contracts)}.`, 'honorary', needed),
  column('setting', 'Setting', `${oneOf(settings)}. Clinical if left out.`, 'clinical'),
  column('remotePercent', 'Remote percent', 'How much can be done from elsewhere, 0 to 100.', '0'),
  column(
    'adjustments',
    'Adjustments',
    `Any of these, with a semicolon between: ${oneOf(adjustments)}.`,
    'step free; quiet space',
  ),
  column('noReason', 'Reason for no', `With “no”: ${oneOf(noReasons)}.`, ''),
  column('askAgainOn', 'Ask again on', `With the reason “ask later”. ${aDate}`, ''),
  column('maybeUntil', 'Maybe until', `With “maybe”: the last day on which it is open. ${aDate}`, ''),
];

const supervisors: readonly Column[] = [
  column('organisation', 'Organisation', 'Its name or its ODS code. Leave it out if you look after one.', 'G6V2S', {
    also: ['Trust', 'Host', 'Organisation code'],
  }),
  column(
    'site',
    'Site',
    'A site of the organisation; instead of the organisation, or to tell two apart.',
    'Example Hospital',
    {
      also: ['Hospital', 'Site name', 'Site code'],
    },
  ),
  column('name', 'Name', 'The supervisor’s name.', 'Example Supervisor 12', { needed: true, also: ['Supervisor'] }),
  column('hcpcNumber', 'HCPC number', 'The registration number, such as DT012345.', 'DT012345', {
    needed: true,
    also: ['Registration number', 'HCPC'],
  }),
  column('registeredFrom', 'Registered since', aDate, '01/09/2015', needed),
  column('atOnceAtMost', 'Most at once', 'How many returners at once, 1 to 20. 1 if left out.', '1'),
  column('weekdays', 'Days', `${days} Mon-Fri if left out.`, 'Mon-Fri', { also: ['Weekdays'] }),
  column('scope', 'Scope', 'What they do, with a semicolon between.', 'diabetes; renal care'),
];

const returners: readonly Column[] = [
  column('name', 'Name', 'What the person wants to be called.', 'Example Returner 12', needed),
  column('email', 'E-mail', 'The person’s own address: the way to sign in.', 'returner12@example.invalid', {
    needed: true,
    also: ['Email', 'E-mail address', 'Email address', 'Mail'],
  }),
  column('hcpcNumber', 'HCPC number', 'The last registration number, where it is known.', '', {
    also: ['Registration number', 'HCPC'],
  }),
  column('profession', 'Profession', professionHint, 'DT', needed),
  column('registration', 'Register', 'left, registered or never registered.', 'left', {
    also: ['Registration'],
    needed: true,
  }),
  column('leftRegister', 'Left the Register', 'With “left”: a year, a month and year, or a date.', '06/2024'),
  column(
    'practising',
    'Practising',
    'With “registered”: with people, managing teaching or research, not practising.',
    '',
  ),
  column('trained', 'Trained', 'With “never registered”: united kingdom or abroad.', ''),
  column('qualified', 'Qualified', 'With “never registered”: a year, a month and year, or a date.', ''),
  column('work', 'Work since', 'none, practised abroad or related work. None if left out.', 'none'),
  column('lastPractised', 'Last practised', 'A year, a month and year, or a date.', '09/2023'),
  column(
    'livesIn',
    'Lives in',
    'england, northern ireland, scotland, wales or elsewhere. England if left out.',
    'england',
  ),
  column('plansToWorkIn', 'Plans to work in', 'The same. England if left out.', 'england'),
  column('postcode', 'Postcode', 'The whole postcode of the home: it decides the region.', 'SE1 7EH', needed),
  column(
    'agreedOn',
    'Agreed to be seen on',
    `The day on which the person agreed that coordinators see the record. ${aDate}`,
    '02/11/2026',
    {
      needed: true,
      also: ['Consent', 'Consent date', 'Agreed on'],
    },
  ),
];

/** The columns of each kind, in the order of its template. */
export const columnsOf: Readonly<Record<ImportKind, readonly Column[]>> = { capacity, supervisors, returners };

/** The heading of the column that is added to a file that is handed back. It is passed over when the file comes again. */
export const whatToMend = 'What to mend';

/** How many rows an import takes, for those who explain it. */
export const rowsTaken = rowsAtMost;
