import { inWords, type CalendarDate } from '../kernel/calendar-date.ts';
import { windowMonthsOn, windowOpensOn } from './dated.rules.ts';
import type { Route, Verdict } from './outcome.rules.ts';

/** The window in plain words. */
export const describeWindow = (applicationOn: CalendarDate): string =>
  `If you apply on ${inWords(applicationOn)}, updating counts from ${inWords(windowOpensOn(applicationOn))} to that day: ${windowMonthsOn(applicationOn)} months.`;

/** '1 day', '30 days', '2.5 days'. */
export const daysInWords = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`;

/** '£308.35'. */
export const pounds = (pence: number): string => `£${(pence / 100).toFixed(2)}`;

/** The answer in one line. */
export const headlineOf = (verdict: Verdict, route: Route | null, days: number | null): string => {
  if (verdict === 'BETTER_DATE_NEEDED') return 'A better date is needed for one answer';
  if (verdict === 'ASK_HCPC' || route === null) return 'Ask HCPC: the published rules allow more than one answer';
  const headlines: Readonly<Record<Route, string>> = {
    STAY_REGISTERED: 'You are on the Register and need no updating',
    RENEW_OR_LEAVE: `You need ${daysInWords(days ?? 0)} of updating, and have a choice when you renew`,
    SHORT_READMISSION: 'You can use the short form, if you are quick',
    READMISSION: 'You can apply now, with no updating',
    READMISSION_WITH_UPDATING: `You need ${daysInWords(days ?? 0)} of updating`,
    RESTORATION: 'You need another process: restoration',
    UK_APPLICATION: 'You can make your first application now',
    UK_APPLICATION_WITH_UPDATING: `You need ${daysInWords(days ?? 0)} of updating with your first application`,
    INTERNATIONAL_APPLICATION: 'You apply by the international route',
    OTHER_REGULATOR: 'Another body keeps the register of your profession',
  };
  return headlines[route];
};

const updatingSentence = (days: number): string =>
  days > 0
    ? `You do ${daysInWords(days)} of updating, ${days * 7} hours, all within 12 months before you apply. At most half may be private study.`
    : 'You need no updating.';

/** The answer in a few sentences. Of a person we say the field of practice, never a protected title. */
export const summaryOf = (verdict: Verdict, route: Route, days: number, fieldOfPractice: string): string => {
  const returning = `You are returning to ${fieldOfPractice}.`;
  if (verdict === 'BETTER_DATE_NEEDED')
    return `${returning} The answer turns on a date that you gave roughly. Until you know it better, plan on this. ${updatingSentence(days)}`;
  if (verdict === 'ASK_HCPC')
    return `${returning} HCPC’s pages do not settle your case, so we do not either. Until HCPC has told you, plan on this. ${updatingSentence(days)}`;
  const summaries: Readonly<Record<Route, string>> = {
    STAY_REGISTERED: 'You are registered. Renew as usual when your profession renews.',
    RENEW_OR_LEAVE: `You are registered in ${fieldOfPractice} but have not practised for two years or more. ${updatingSentence(days)} When your profession renews you may come off the Register, or renew and send the updating within six months.`,
    SHORT_READMISSION: `${returning} You came off the Register a month ago or less. Send the short form by e-mail and pay the registration fee. ${updatingSentence(days)}`,
    READMISSION: `${returning} ${updatingSentence(days)} Then HCPC can take you back by the readmission form.`,
    READMISSION_WITH_UPDATING: `${returning} ${updatingSentence(days)} Then HCPC can take you back by the readmission form.`,
    RESTORATION:
      'You were removed after a fitness to practise case. HCPC’s fitness to practise team runs restoration. This service and the national programme cannot lead you through it.',
    UK_APPLICATION: `You are going into ${fieldOfPractice} for the first time. ${updatingSentence(days)} You make a first application to HCPC.`,
    UK_APPLICATION_WITH_UPDATING: `You are going into ${fieldOfPractice} for the first time. ${updatingSentence(days)} You make a first application to HCPC.`,
    INTERNATIONAL_APPLICATION:
      'You trained abroad and were never registered here. HCPC has an international route for you. The national return to practice programme does not cover it.',
    OTHER_REGULATOR:
      'HCPC does not register osteopathy. The General Osteopathic Council does, and it has its own rules for coming back.',
  };
  return summaries[route];
};
