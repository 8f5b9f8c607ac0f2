import { inWords, type CalendarDate } from '../kernel/calendar-date.ts';
import type { EligibilityAnswers } from './answers.rules.ts';
import { appealDays, decisionWorkingDays, feesOn, requirementOf, supervisorYearsRegistered } from './dated.rules.ts';
import type { Fees, FeeLine, MoneyHelp, Myth, NextAction, Programme, Route, WhatCounts } from './outcome.rules.ts';
import { sources, type SourceKey } from './sources.rules.ts';
import { pounds } from './wording.rules.ts';

const from = (...keys: readonly SourceKey[]) => keys.map((key) => sources[key]);

const payingOn = (route: Route): string => {
  if (route === 'RENEW_OR_LEAVE')
    return 'If you renew, you pay this for each year. If you come off the Register, you pay for readmission later.';
  const afterwards = 'You pay in your HCPC account after the form has been checked. It is not paid back.';
  return route === 'UK_APPLICATION'
    ? `${afterwards} If you finished your course less than two years ago, the registration fee may be half.`
    : `${afterwards} Some older pages still show smaller sums.`;
};

/** What HCPC charges on a route on a day; null where it charges nothing or the amount is not known. */
export const feesFor = (route: Route, applicationOn: CalendarDate): Fees | null => {
  const period = feesOn(applicationOn);
  if (!period) return null;
  const year: FeeLine = {
    label: 'Registration fee for the first year or part of a year',
    pence: period.registrationYear,
  };
  const lines: Readonly<Partial<Record<Route, readonly FeeLine[]>>> = {
    RENEW_OR_LEAVE: [{ label: 'Renewal, for each year', pence: period.registrationYear }],
    SHORT_READMISSION: [year],
    READMISSION: [{ label: 'Readmission fee', pence: period.readmission }, year],
    READMISSION_WITH_UPDATING: [{ label: 'Readmission fee', pence: period.readmission }, year],
    RESTORATION: [{ label: 'Restoration fee', pence: period.readmission }, year],
    UK_APPLICATION: [{ label: 'Checking a first application from the United Kingdom', pence: period.ukScrutiny }, year],
    UK_APPLICATION_WITH_UPDATING: [
      { label: 'Checking a first application from the United Kingdom', pence: period.ukScrutiny },
      year,
    ],
    INTERNATIONAL_APPLICATION: [
      { label: 'Checking a first application from abroad', pence: period.internationalScrutiny },
      year,
    ],
  };
  const charged = lines[route];
  if (!charged) return null;
  return {
    lines: charged,
    totalPence: charged.reduce((total, { pence }) => total + pence, 0),
    inForceFrom: period.from,
    explanation: payingOn(route),
    sources: from('H10', 'H6', 'H7'),
  };
};

/** Help with money, for those whom the national programme may take. Amounts are old: each says when it was true. */
export const moneyHelpFor = ({ verdict }: Programme): MoneyHelp[] =>
  verdict === 'NOT_ELIGIBLE' || verdict === 'NOT_NEEDED'
    ? []
    : [
        {
          title: 'National programme: help with costs',
          explanation:
            'The programme paid returners up to £800. We could not read the sum for this year. Ask before you spend anything.',
          upToPence: 80_000,
          asOf: 'January 2023',
          mayBeOutOfDate: true,
          sources: from('P13', 'E5'),
        },
        {
          title: 'One local scheme: practice and courses',
          explanation: 'In Hertfordshire and West Essex £500 was for practice and £300 for courses.',
          upToPence: 80_000,
          asOf: 'a page without a date, read in November 2026',
          mayBeOutOfDate: true,
          sources: from('T3'),
        },
        {
          title: 'One employer: childcare, study and travel',
          explanation:
            'A London community trust offered £800 for childcare, study and travel, and paid the HCPC fee of those who came back.',
          upToPence: 80_000,
          asOf: '2024',
          mayBeOutOfDate: true,
          sources: from('T1'),
        },
        {
          title: 'Paid work while you update',
          explanation: 'Some employers take returners into paid support posts in band 3 or 4. Ask each employer.',
          upToPence: null,
          asOf: 'read in November 2026',
          mayBeOutOfDate: true,
          sources: from('T1', 'T5', 'T8'),
        },
      ];

/** The three kinds of updating, for a number of days. */
export const whatCountsFor = (days: number): WhatCounts[] => [
  {
    kind: 'SUPERVISED',
    title: 'Supervised practice',
    explanation: `Working under somebody of your own profession who has been registered for at least ${supervisorYearsRegistered} years. It need not be with patients. You may do all of your updating this way, or none of it.`,
    examples: [
      'a placement in a hospital or clinic',
      'teaching or research',
      'leading a project',
      'a paid support post under your supervisor',
    ],
    daysAtMost: null,
    sources: from('H1', 'H3'),
  },
  {
    kind: 'FORMAL',
    title: 'Formal study',
    explanation: 'Structured study that a person or an organisation gives you. Study from home counts.',
    examples: ['a return to practice course', 'part of a university course', 'a short course', 'an online course'],
    daysAtMost: null,
    sources: from('H1', 'H3'),
  },
  {
    kind: 'PRIVATE',
    title: 'Private study',
    explanation: `Learning on your own. At most ${requirementOf(days).privateDaysAtMost} days of it count.`,
    examples: ['reading guidelines and journals', 'podcasts', 'reading and writing down what it means for your work'],
    daysAtMost: requirementOf(days).privateDaysAtMost,
    sources: from('H1', 'H3'),
  },
];

/** Readmission and first year from November 2023; many pages still show it (H6). */
const formerTotalPence = 29_090;

/** Things often said that would mislead this person. */
export const mythsFor = (
  answers: EligibilityAnswers,
  route: Route,
  days: number,
  applicationOn: CalendarDate,
): Myth[] => {
  const myths: Myth[] = [];
  if (days > 0)
    myths.push(
      {
        claim: 'You have 24 months to do your updating.',
        truth:
          'It was 24 months for a time, because of Covid. Since 1 February 2025 it is 12 months again. Many pages still say 24.',
        sources: from('H39', 'P1', 'P13', 'T5'),
      },
      {
        claim: 'So many days must be supervised practice.',
        truth: 'No day has to be. HCPC only limits private study to half. Formal study can be the other half.',
        sources: from('H1', 'P6', 'P9'),
      },
      {
        claim: 'All study, formal too, may be at most half.',
        truth: 'Only private study is limited. Formal study is not.',
        sources: from('H1', 'T7'),
      },
    );
  if (answers.registration === 'LEFT')
    myths.push({
      claim: 'The days depend on how long you have been off the Register.',
      truth: 'They depend on how long you have not practised. Work abroad counts as practice.',
      sources: from('H2', 'H5', 'P1'),
    });
  if (answers.registration === 'LEFT' && answers.trained === 'ABROAD')
    myths.push({
      claim: 'You must take a new English test, because you trained abroad.',
      truth: 'The change of January 2025 is for first applications from abroad. It does not touch readmission.',
      sources: from('H27'),
    });
  const fees = feesFor(route, applicationOn);
  const isReadmission = route === 'READMISSION' || route === 'READMISSION_WITH_UPDATING';
  if (isReadmission && fees && fees.totalPence !== formerTotalPence)
    myths.push({
      claim: `Readmission costs ${pounds(formerTotalPence)} in all.`,
      truth: `That was the sum from November 2023. Since ${inWords(fees.inForceFrom)} it is ${pounds(fees.totalPence)}.`,
      sources: from('H10', 'H6'),
    });
  return myths;
};

const action = (title: string, explanation: string, link?: SourceKey): NextAction => ({
  title,
  explanation,
  link: link ? sources[link] : null,
});

const planUpdating: readonly NextAction[] = [
  action(
    'Plan your updating',
    'Choose your mix and your days a week, and see when you could be back. All of it must fit into 12 months.',
  ),
  action(
    'Look for a supervisor and a counter-signatory early',
    'HCPC does not find placements. A counter-signatory of your profession is needed in any case, a supervisor only for supervised practice.',
    'H3',
  ),
  action(
    'Write down each day',
    'Keep the date, the hours and what you did. Never write anything that shows who a patient is.',
    'H3',
  ),
];
const documents = action(
  'Get copies of your papers certified',
  'HCPC asks for certified copies that show who you are and where you live.',
  'H2',
);
const waiting = action(
  'Send the application and wait',
  `HCPC aims to decide within ${decisionWorkingDays} working days. If it says no, it must receive your appeal within ${appealDays} days.`,
  'H7',
);

/** What to do next on a route, in order. */
export const actionsFor = (route: Route): readonly NextAction[] => {
  const actions: Readonly<Record<Route, readonly NextAction[]>> = {
    STAY_REGISTERED: [
      action(
        'Renew when your profession renews',
        'Say that you have practised in the two years. Keep a note of what you did.',
        'H15',
      ),
    ],
    RENEW_OR_LEAVE: [
      action(
        'Choose before the renewal closes',
        'Come off the Register, or renew, say that you have not practised, and send your updating within six months.',
        'H14',
      ),
      ...planUpdating,
    ],
    SHORT_READMISSION: [
      action(
        'Send the short form by e-mail now',
        'It must arrive within one month of the day your registration ended.',
        'H9',
      ),
      waiting,
    ],
    READMISSION: [
      action(
        'Fill in the readmission form',
        'You need no updating. If you practised abroad, say where you worked and were registered.',
        'H7',
      ),
      documents,
      waiting,
    ],
    READMISSION_WITH_UPDATING: [
      ...planUpdating,
      documents,
      action(
        'Fill in the readmission form and the return to practice form',
        'Send both within 12 months of your first day of updating.',
        'H7',
      ),
      waiting,
    ],
    RESTORATION: [
      action('Ask HCPC’s fitness to practise team', 'They run restoration and will tell you what you need.', 'H5'),
    ],
    UK_APPLICATION: [
      action('Make a first application', 'You apply as somebody who trained in the United Kingdom.', 'H18'),
      waiting,
    ],
    UK_APPLICATION_WITH_UPDATING: [
      ...planUpdating,
      action('Make a first application', 'Put the return to practice form into the part about education.', 'H18'),
      waiting,
    ],
    INTERNATIONAL_APPLICATION: [
      action('Read about the international route', 'You apply to HCPC as somebody who trained abroad.', 'H27'),
    ],
    OTHER_REGULATOR: [
      action(
        'Ask the General Osteopathic Council',
        'It keeps the register of your profession and has its own rules for coming back.',
        'A1',
      ),
    ],
  };
  return actions[route];
};
