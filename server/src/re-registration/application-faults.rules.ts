import { addYears, inWords, type CalendarDate } from '../kernel/calendar-date.ts';
import { invalid, missing, type Refusal } from '../kernel/refusal.ts';
import { checkHcpcNumber } from '../returners/profile.rules.ts';
import {
  askedForAtMost,
  type ApplicationEntry,
  type ApplicationEntryFacts,
  type ApplicationEntryKind,
} from './application-entry.rules.ts';
import type { ApplicationRoute } from './application-steps.rules.ts';
import { inOrder } from './application.rules.ts';

/** The highest fee that is taken for one: a slip of the keyboard is seen (assumed). */
export const penceAtMost = 100_000;

const rule = (key: string, path: readonly string[], message: string, help: string): Refusal => ({
  code: 'RULE_NOT_MET',
  path,
  rule: key,
  message,
  help,
});

/** In what must be known of an entry, what is wrong by itself. Whatever its kind does not need is left out. */
export const faultsOfFacts = (
  entry: ApplicationEntryFacts,
  professionCode: string | null,
  today: CalendarDate,
): Refusal[] => {
  const faults: Refusal[] = [];
  if (entry.on > today)
    faults.push(invalid('on', 'This day has not come yet.', 'Give the day on which it happened: today or before.'));
  if (entry.on < addYears(today, -5))
    faults.push(invalid('on', 'This day lies more than five years back.', 'Check the year.'));
  if (entry.kind === 'SENT' && entry.way === null)
    faults.push(missing('way', 'Say by which way you sent it.', 'Choose your HCPC account, e-mail or post.'));
  if (entry.kind === 'QUERIED') {
    const text = entry.askedFor?.trim() ?? '';
    if (text === '')
      faults.push(
        missing('askedFor', 'Say what HCPC asked for.', 'A few words will do, for example “proof of address”.'),
      );
    else if (text.length > askedForAtMost || /[^\P{Cc}\n\r\t]/u.test(text) || !text.isWellFormed())
      faults.push(
        invalid(
          'askedFor',
          'This text is too long, or holds characters that cannot be kept.',
          `Use at most ${askedForAtMost} characters.`,
        ),
      );
    if (entry.dueOn !== null && entry.dueOn < entry.on)
      faults.push(invalid('dueOn', 'The day by which HCPC wants it lies before the day it asked.', 'Check both days.'));
  }
  if (entry.kind === 'ANSWERED' && entry.answersId === null)
    faults.push(missing('answersId', 'Say which question you answered.', 'Choose one of the questions that are open.'));
  if (entry.kind === 'FEE_TAKEN') {
    if (entry.pence === null)
      faults.push(missing('pence', 'Say how much HCPC took.', 'Give the sum in pounds and pence, for example 308.35.'));
    else if (!Number.isInteger(entry.pence) || entry.pence <= 0 || entry.pence > penceAtMost)
      faults.push(invalid('pence', 'This cannot be the fee.', `Give a sum between 1p and £${penceAtMost / 100}.`));
  }
  if (entry.kind === 'REGISTERED') {
    if (entry.registrationNumber === null || entry.registrationNumber.trim() === '')
      faults.push(
        missing(
          'registrationNumber',
          'Give your registration number.',
          'It stands beside your name on the online Register.',
        ),
      );
    else {
      const checked = checkHcpcNumber(entry.registrationNumber, professionCode);
      if (!checked.isFine)
        faults.push(...checked.refusals.map((refusal) => ({ ...refusal, path: ['registrationNumber'] })));
    }
  }
  return faults;
};

/** What must have happened before, for each kind; one of them is enough. */
const needs: Readonly<Partial<Record<ApplicationEntryKind, readonly ApplicationEntryKind[]>>> = {
  QUERIED: ['SENT'],
  ANSWERED: ['QUERIED'],
  FEE_TAKEN: ['SENT'],
  REGISTERED: ['SENT'],
  REFUSED: ['SENT'],
  APPEALED: ['REFUSED'],
  APPEAL_DISMISSED: ['APPEALED'],
  WITHDRAWN: ['SENT', 'RENEWED'],
};
const wantedBefore = (
  kind: ApplicationEntryKind,
  renewedFirst: boolean,
): readonly ApplicationEntryKind[] | undefined => (kind === 'SENT' && renewedFirst ? ['RENEWED'] : needs[kind]);
const inPlainWords: Readonly<Record<ApplicationEntryKind, string>> = {
  RENEWED: 'you renewed',
  SENT: 'the application was sent',
  QUERIED: 'HCPC asked for something',
  ANSWERED: 'you sent what HCPC asked for',
  FEE_TAKEN: 'HCPC took the fee',
  REGISTERED: 'you were put on the Register',
  REFUSED: 'HCPC refused',
  APPEALED: 'you appealed',
  APPEAL_DISMISSED: 'the appeal was dismissed',
  WITHDRAWN: 'you took it back',
};
const once: readonly ApplicationEntryKind[] = [
  'RENEWED',
  'SENT',
  'FEE_TAKEN',
  'REGISTERED',
  'REFUSED',
  'APPEALED',
  'APPEAL_DISMISSED',
  'WITHDRAWN',
];
/** What ends an application, and what may come after it all the same. */
const endings: readonly (readonly [ApplicationEntryKind, readonly ApplicationEntryKind[]])[] = [
  ['WITHDRAWN', []],
  ['REGISTERED', []],
  ['APPEAL_DISMISSED', []],
  ['REFUSED', ['APPEALED', 'APPEAL_DISMISSED', 'REGISTERED']],
];

/**
 * Whether the entries make one history of an application: everything after what it needs, nothing twice, nothing after the end. The
 * same rule looks at a new entry, at a corrected one and at what is left when one is taken back.
 */
export const faultsOfHistory = (
  entries: readonly ApplicationEntry[],
  route: ApplicationRoute,
  /** The entry that is new or changed: its day is what to put right; null where one is taken out. */
  changedId: string | null,
): Refusal[] => {
  const faults: Refusal[] = [];
  const sorted = inOrder(entries);
  const path = changedId === null ? [] : ['on'];
  const removing = 'Take back what came after it first.';
  const helpOf = (help: string): string => (changedId === null ? removing : help);
  const renewedFirst = route === 'RENEW_OR_LEAVE';
  for (const kind of once)
    if (entries.filter((entry) => entry.kind === kind).length > 1)
      faults.push(
        rule(
          'ONCE_IN_AN_APPLICATION',
          [],
          `It is recorded already that ${inPlainWords[kind]}.`,
          'Correct what is recorded instead.',
        ),
      );
  if (!renewedFirst && entries.some(({ kind }) => kind === 'RENEWED'))
    faults.push(
      rule(
        'ONLY_WHILE_REGISTERED',
        [],
        'Only somebody who is still registered renews.',
        'If you are still registered, change your answers.',
      ),
    );
  for (const [index, entry] of sorted.entries()) {
    const before = sorted.slice(0, index);
    const wanted = wantedBefore(entry.kind, renewedFirst);
    if (wanted && !before.some(({ kind }) => wanted.includes(kind))) {
      const needed = entries.find(({ kind }) => wanted.includes(kind));
      faults.push(
        rule(
          'IN_THE_ORDER_OF_AN_APPLICATION',
          path,
          needed
            ? `That ${inPlainWords[entry.kind]} cannot be before the day on which ${inPlainWords[needed.kind]}: ${inWords(needed.on)}.`
            : `It is not recorded that ${wanted.map((kind) => inPlainWords[kind]).join(' or that ')}, which comes before ${inPlainWords[entry.kind]}.`,
          helpOf(needed ? 'Check both days.' : 'Record that first.'),
        ),
      );
    }
    if (entry.kind === 'ANSWERED') {
      const query = entries.find(({ id, kind }) => kind === 'QUERIED' && id === entry.answersId);
      if (!query)
        faults.push(
          rule(
            'AN_ANSWER_HAS_ITS_QUESTION',
            ['answersId'],
            'There is no such question of HCPC.',
            helpOf('Choose one of the questions that are open.'),
          ),
        );
      else if (query.on > entry.on)
        faults.push(
          rule(
            'AN_ANSWER_HAS_ITS_QUESTION',
            path,
            `HCPC asked on ${inWords(query.on)}; an answer comes after that.`,
            helpOf('Check both days.'),
          ),
        );
      if (
        entries.some(
          (other) => other.id !== entry.id && other.kind === 'ANSWERED' && other.answersId === entry.answersId,
        )
      )
        faults.push(
          rule(
            'AN_ANSWER_HAS_ITS_QUESTION',
            ['answersId'],
            'This question is answered already.',
            'Correct the answer that is recorded instead.',
          ),
        );
    }
    for (const [end, after] of endings) {
      const ending = before.find(({ kind }) => kind === end);
      if (ending && !after.includes(entry.kind))
        faults.push(
          rule(
            'NOTHING_AFTER_THE_END',
            path,
            `On ${inWords(ending.on)} ${inPlainWords[end]}: nothing comes after that.`,
            'Check the days. To apply again, begin a new application.',
          ),
        );
    }
    if (
      entry.kind === 'REGISTERED' &&
      before.some(({ kind }) => kind === 'REFUSED') &&
      !before.some(({ kind }) => kind === 'APPEALED')
    )
      faults.push(
        rule(
          'IN_THE_ORDER_OF_AN_APPLICATION',
          path,
          'HCPC refused this application, and no appeal is recorded.',
          'Record the appeal first, or begin a new application.',
        ),
      );
  }
  // one sentence is enough where the same thing is wrong twice
  return faults.filter(({ message }, index) => faults.findIndex((other) => other.message === message) === index);
};
