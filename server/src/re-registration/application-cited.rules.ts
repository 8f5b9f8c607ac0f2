import { citedAs, type CitedRule, type FiredRule } from '../eligibility/cited.rules.ts';

/** Every rule on sending an application, its clocks and its outcome. Amounts and numbers of days lie in `dated.rules.ts`. */
export const applicationCitedRules = {
  APPLICATION_TARGET: {
    title: 'HCPC aims to decide within 10 working days',
    explanation:
      'It is an aim, not a promise. We count from the day you sent the application, and again from the day you sent what HCPC asked for. Working days leave out weekends and bank holidays in England. Where the count begins is our reading.',
    sources: ['H7'],
    assumed: true,
  },
  APPLICATION_FEE_WHEN_CHECKED: {
    title: 'The fee is paid once the form has been checked',
    explanation:
      'You pay in your account on HCPC’s site after HCPC has checked the form. It is not paid back. It covers the first year, or the part of it that is left.',
    sources: ['H7', 'H6'],
    assumed: false,
  },
  APPLICATION_APPEAL: {
    title: 'HCPC must receive an appeal within 28 days of the decision',
    explanation:
      'An appeal is in writing, signed, with your reasons and your papers. The day HCPC receives it counts, not the day you send it. We count the 28 days from the date of the decision.',
    sources: ['H22'],
    assumed: true,
  },
  APPLICATION_RENEWAL_SIX_MONTHS: {
    title: 'After renewing without practice: six months to send your updating',
    explanation:
      'If you renew and declare that you have not practised, HCPC gives you six months to send the evidence of your updating. Your name stays on the Register meanwhile. We count from the day you renewed; HCPC’s page does not name the day.',
    sources: ['H14', 'H15'],
    assumed: true,
    inForceFrom: '2023-11-14',
  },
  APPLICATION_SHORT_FORM_MONTH: {
    title: 'The short form must reach HCPC within one month',
    explanation:
      'Count from the day you came off the Register. After that the full readmission form and its fee are needed. We count the same day of the next month in.',
    sources: ['H5', 'H9'],
    assumed: true,
  },
  FIRST_RENEWAL_NOT_AUDITED: {
    title: 'First renewal after coming back: not picked for the CPD audit',
    explanation:
      'HCPC looks at the learning records of some people at each renewal. It does not pick you at the first one after you come back. Its standards hold all the same, so keep a record.',
    sources: ['H23'],
    assumed: false,
  },
  FIRST_RENEWAL_WINDOW: {
    title: 'You renew with everybody of your profession',
    explanation:
      'Each profession renews every two years, in its own three months. The next dates are the last published ones and two years more, by our sum.',
    sources: ['H24'],
    assumed: true,
  },
  TITLES_ON_THE_REGISTER: {
    title: 'Protected titles are for people on the Register',
    explanation:
      'Until your name stands on the Register, this service calls you by your field of practice. Using a protected title before that is an offence. From the day you are on the Register you may use the titles of your part of it.',
    sources: ['H33'],
    assumed: false,
  },
  DAYS_STILL_COUNT_WHEN_SENT: {
    title: 'If you send later, early days of updating may drop out',
    explanation:
      'Only updating within 12 months before you apply counts. We count again for the day on which you plan to send.',
    sources: ['H39'],
    assumed: false,
    inForceFrom: '2025-02-01',
  },
} as const satisfies Record<string, CitedRule>;

/** Key of one of these rules. */
export type ApplicationRuleKey = keyof typeof applicationCitedRules;

/** One of these rules with its sources, ready to be shown. */
export const applicationRule = (key: ApplicationRuleKey): FiredRule => citedAs(key, applicationCitedRules[key]);
