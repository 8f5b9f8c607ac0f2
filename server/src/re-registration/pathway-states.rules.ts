import type { CalendarDate } from '../kernel/calendar-date.ts';
import { usualWaitAndWhy } from '../placements/usual-wait.rules.ts';

/** The steps of the way back, in the order in which they are shown. */
export const taskKeys = {
  PAUSE: 'The way back is paused, or was left.',
  ANSWERS: 'Your answers, and what they lead to.',
  ASK_HCPC: 'Ask HCPC, where the published rules do not settle the case.',
  PROFILE: 'Your profile: home, HCPC number, where you practised.',
  SHARING: 'Let the coordinators of your region help.',
  PROGRAMME_ENTRY: 'A coordinator decides whether the national programme can help.',
  PLAN: 'Plan your updating.',
  PLACEMENT: 'Find supervised practice.',
  UPDATING: 'Do your updating and log it.',
  SIGN_OFF: 'Have your updating signed.',
  ASSESSMENT: 'Assessments of your placement.',
  FORMS: 'Get your pack ready.',
  APPLICATION: 'Send your application to HCPC, and what becomes of it.',
  BACK: 'Back on the Register: your titles and your next renewal.',
} as const;
/** A step of the way back. */
export type TaskKey = keyof typeof taskKeys;

/** How a step stands. */
export const taskStates = {
  CANNOT_START_YET: 'Something else comes first.',
  TO_DO: 'It can be done now.',
  IN_PROGRESS: 'It has begun.',
  WAITING: 'Somebody else is at work; `waiting` says who.',
  DONE: 'It is done.',
} as const;
/** How a step stands. */
export type TaskState = keyof typeof taskStates;

/** One state that a step can be in, and what somebody in it must know. Words in braces are filled in. */
interface PathwayStateRow {
  readonly step: TaskKey;
  readonly state: TaskState;
  /** Whose turn it is. */
  readonly who: string;
  /** How long it usually takes; says so where that is assumed. */
  readonly usualTime: string;
  /** What the person can do, now or meanwhile. */
  readonly whatICanDo: string;
}

const you = 'You';
const noLimit = 'There is no time limit.';
const minutes = 'A few minutes.';
const notOurs = 'We do not know: another process decides, and it has its own times.';
const goOn = 'Nothing. You can look at it again at any time.';

/**
 * Every state of every step: whose turn it is, the usual time, and what the person can do. There is no state of a step outside this
 * table, so nobody is ever left in the dark. `since` comes from the record.
 */
export const pathwayStates = {
  PAUSED: {
    step: 'PAUSE',
    state: 'IN_PROGRESS',
    who: you,
    usualTime: 'As long as you need. HCPC’s 12 months for updating do not stop meanwhile.',
    whatICanDo: 'Come back at any time. Look at your log first: some days may have dropped out.',
  },
  LEFT: {
    step: 'PAUSE',
    state: 'DONE',
    who: you,
    usualTime: 'It has ended.',
    whatICanDo: 'You can come back later, and keep what still counts.',
  },

  ANSWERS_LEAD_NOWHERE: {
    step: 'ANSWERS',
    state: 'TO_DO',
    who: you,
    usualTime: minutes,
    whatICanDo: 'Go through the questions again.',
  },
  ANSWERS_NEED_A_DATE: {
    step: 'ANSWERS',
    state: 'IN_PROGRESS',
    who: you,
    usualTime: 'As long as it takes to find the date: an old payslip or an old e-mail may show it.',
    whatICanDo: 'Find the date and change your answer. Until then we plan on the larger number of days.',
  },
  ANSWERS_DECIDED: {
    step: 'ANSWERS',
    state: 'DONE',
    who: you,
    usualTime: minutes,
    whatICanDo: 'Change your answers if something in them has changed.',
  },

  HCPC_TO_BE_ASKED: {
    step: 'ASK_HCPC',
    state: 'TO_DO',
    who: you,
    usualTime: minutes,
    whatICanDo: 'Write to HCPC, then record here on which day you asked.',
  },
  HCPC_ASKED: {
    step: 'ASK_HCPC',
    state: 'WAITING',
    who: 'HCPC',
    usualTime:
      'HCPC names no time for questions. It aims to decide applications within {decisionDays} working days, so we assume the same.',
    whatICanDo:
      'Go on with your plan and your log: the larger number of days is safe. If no answer comes, ask again and name the day of your first question.',
  },
  HCPC_HAS_ANSWERED: { step: 'ASK_HCPC', state: 'DONE', who: 'HCPC', usualTime: 'It is answered.', whatICanDo: goOn },

  PROFILE_EMPTY: {
    step: 'PROFILE',
    state: 'TO_DO',
    who: you,
    usualTime: minutes,
    whatICanDo: 'Fill in what you know. You can come back for the rest.',
  },
  PROFILE_BEGUN: {
    step: 'PROFILE',
    state: 'IN_PROGRESS',
    who: you,
    usualTime: minutes,
    whatICanDo: 'Add what is missing when you have it.',
  },
  PROFILE_WHOLE: {
    step: 'PROFILE',
    state: 'DONE',
    who: you,
    usualTime: minutes,
    whatICanDo: 'Change it when you move or your name changes.',
  },

  SHARING_NOT_CHOSEN: {
    step: 'SHARING',
    state: 'TO_DO',
    who: you,
    usualTime: 'You choose, and you choose when.',
    whatICanDo: 'Agree, or go on without: HCPC asks for no coordinator.',
  },
  SHARING_WITHOUT_REGION: {
    step: 'SHARING',
    state: 'IN_PROGRESS',
    who: you,
    usualTime: minutes,
    whatICanDo: 'Give your postcode or your region.',
  },
  SHARING_CHOSEN: {
    step: 'SHARING',
    state: 'DONE',
    who: you,
    usualTime: 'It holds from the day you agreed.',
    whatICanDo: 'You can take it back at any time.',
  },

  PROGRAMME_NOT_SEEN: {
    step: 'PROGRAMME_ENTRY',
    state: 'CANNOT_START_YET',
    who: you,
    usualTime: 'It begins once your coordinators see your record.',
    whatICanDo: 'Give your region, and let your coordinators see your record.',
  },
  PROGRAMME_WAITS: {
    step: 'PROGRAMME_ENTRY',
    state: 'WAITING',
    who: 'The coordinators of {region}',
    usualTime: usualWaitAndWhy,
    whatICanDo:
      'Go on with your plan and your log: what HCPC asks for does not depend on the programme. If you hear nothing, write to your regional team.',
  },
  PROGRAMME_DECIDED: {
    step: 'PROGRAMME_ENTRY',
    state: 'DONE',
    who: 'The coordinators of {region}',
    usualTime: 'It is decided.',
    whatICanDo: 'If your answers change, it can be decided anew.',
  },

  PLAN_MISSING: {
    step: 'PLAN',
    state: 'TO_DO',
    who: you,
    usualTime: minutes,
    whatICanDo: 'Choose your days a week and your mix, and see when you could be back.',
  },
  PLAN_IMPOSSIBLE: {
    step: 'PLAN',
    state: 'IN_PROGRESS',
    who: you,
    usualTime: minutes,
    whatICanDo: 'Make the least change that works: your plan names it.',
  },
  PLAN_POSSIBLE: {
    step: 'PLAN',
    state: 'DONE',
    who: you,
    usualTime: 'As long as your plan says.',
    whatICanDo: 'Change it whenever life changes.',
  },

  PLACEMENT_NOT_SEEN: {
    step: 'PLACEMENT',
    state: 'CANNOT_START_YET',
    who: you,
    usualTime: 'It begins once your coordinators see your record.',
    whatICanDo: 'Let your coordinators see your record, or look for a supervisor yourself.',
  },
  PLACEMENT_TO_ASK: {
    step: 'PLACEMENT',
    state: 'TO_DO',
    who: you,
    usualTime: `Once you have asked: ${usualWaitAndWhy}`,
    whatICanDo: 'Say when and where you can come. Or do formal and private study alone: no day has to be supervised.',
  },
  PLACEMENT_LOOKED_FOR: {
    step: 'PLACEMENT',
    state: 'WAITING',
    who: 'The coordinators of {region}',
    usualTime: usualWaitAndWhy,
    whatICanDo: '{meanwhile}',
  },
  PLACEMENT_OFFERED: {
    step: 'PLACEMENT',
    state: 'TO_DO',
    who: you,
    usualTime: 'An offer has a last day on which you can answer.',
    whatICanDo: 'Look at the offer and say yes or no.',
  },
  PLACEMENT_SITE_ANSWERS: {
    step: 'PLACEMENT',
    state: 'WAITING',
    who: '{site}',
    usualTime: '{time}',
    whatICanDo: '{meanwhile}',
  },
  PLACEMENT_AGREED: {
    step: 'PLACEMENT',
    state: 'IN_PROGRESS',
    who: 'You and {site}',
    usualTime: 'Checks before day one take some weeks (assumed).',
    whatICanDo: 'Do the checks that are yours, and ask the site about the others.',
  },
  PLACEMENT_STARTED: {
    step: 'PLACEMENT',
    state: 'IN_PROGRESS',
    who: 'You and {site}',
    usualTime: 'Until the last day of the placement.',
    whatICanDo: 'Log each day, and have your days signed every week.',
  },
  PLACEMENT_COMPLETED: { step: 'PLACEMENT', state: 'DONE', who: you, usualTime: 'It has ended.', whatICanDo: goOn },
  PLACEMENT_NOT_NEEDED: {
    step: 'PLACEMENT',
    state: 'DONE',
    who: you,
    usualTime: 'None: you need no placement.',
    whatICanDo: goOn,
  },

  UPDATING_NOT_BEGUN: {
    step: 'UPDATING',
    state: 'TO_DO',
    who: you,
    usualTime: 'All of it within 12 months before you apply. Your plan says how long it takes you.',
    whatICanDo: 'Log your first day. It can be study at home.',
  },
  UPDATING_BEGUN: {
    step: 'UPDATING',
    state: 'IN_PROGRESS',
    who: you,
    usualTime: 'All of it within 12 months before you apply. Your plan says how long it takes you.',
    whatICanDo: 'Log each day. Watch when your first days drop out.',
  },
  UPDATING_COMPLETE: {
    step: 'UPDATING',
    state: 'DONE',
    who: you,
    usualTime: 'It counts until the first of its days drops out.',
    whatICanDo: 'Apply soon. You may log more days, to be safe.',
  },

  SIGN_OFF_NOTHING_YET: {
    step: 'SIGN_OFF',
    state: 'CANNOT_START_YET',
    who: you,
    usualTime: 'It begins with your first supervised day.',
    whatICanDo: 'Log your updating. Days under a supervisor can be signed week by week.',
  },
  SIGN_OFF_TO_ASK: {
    step: 'SIGN_OFF',
    state: 'TO_DO',
    who: you,
    usualTime: 'A supervisor needs about a minute.',
    whatICanDo: 'Ask your supervisor to sign the days that are not signed yet.',
  },
  SIGN_OFF_SENT_BACK: {
    step: 'SIGN_OFF',
    state: 'TO_DO',
    who: you,
    usualTime: minutes,
    whatICanDo: 'Read what your supervisor wrote, change the day, and ask again.',
  },
  SIGN_OFF_WAITS: {
    step: 'SIGN_OFF',
    state: 'WAITING',
    who: 'Your supervisor',
    usualTime: 'A link lasts 7 days; most are answered within them (assumed).',
    whatICanDo:
      'Remind your supervisor, at most every 3 days. If they are away, the organisation can name another one.',
  },
  SIGN_OFF_DONE: {
    step: 'SIGN_OFF',
    state: 'DONE',
    who: 'Your supervisor',
    usualTime: 'It is signed.',
    whatICanDo: 'Nothing, unless you log more supervised days.',
  },
  SIGN_OFF_SENT: {
    step: 'SIGN_OFF',
    state: 'DONE',
    who: you,
    usualTime: 'It is over: your application is sent.',
    whatICanDo: 'Nothing, unless HCPC asks about these days. It says so itself.',
  },
  SIGN_OFF_NOT_NEEDED: {
    step: 'SIGN_OFF',
    state: 'DONE',
    who: you,
    usualTime: 'None: only supervised practice is signed by a supervisor.',
    whatICanDo: 'Name your counter-signatory: the cover sheet needs one in any case.',
  },

  ASSESSMENT_DUE: {
    step: 'ASSESSMENT',
    state: 'WAITING',
    who: '{assessor}',
    usualTime: 'It has a day on which it is due; your assessments show it.',
    whatICanDo: 'Keep notes on your goals. If the day has passed, write to your coordinator.',
  },
  ASSESSMENT_DONE: {
    step: 'ASSESSMENT',
    state: 'DONE',
    who: 'Your assessor',
    usualTime: 'It is done.',
    whatICanDo: 'Read the result. You can add a note of appeal. Nobody certifies competence for HCPC.',
  },

  PACK_NOT_YET: {
    step: 'FORMS',
    state: 'CANNOT_START_YET',
    who: you,
    usualTime: 'It fills itself while you log.',
    whatICanDo: 'Finish your updating. Name your counter-signatory early.',
  },
  PACK_MISSES_SOMETHING: {
    step: 'FORMS',
    state: 'TO_DO',
    who: you,
    usualTime: 'Some days: copies must be certified and a counter-signatory must sign (assumed).',
    whatICanDo: 'Look at what is missing, one thing after the other.',
  },
  PACK_WAITS_FOR_COUNTER_SIGNATORY: {
    step: 'FORMS',
    state: 'WAITING',
    who: 'Your counter-signatory',
    usualTime: 'The link lasts 7 days; most are answered within them (assumed).',
    whatICanDo: 'Remind them. You can name somebody else of your profession.',
  },
  PACK_READY: {
    step: 'FORMS',
    state: 'DONE',
    who: you,
    usualTime: 'It is ready until the first of your days drops out.',
    whatICanDo: 'Download it and send it with your application.',
  },
  PACK_SENT: {
    step: 'FORMS',
    state: 'DONE',
    who: you,
    usualTime: 'It is over: your application is sent.',
    whatICanDo: 'Read what was kept of it, under “What you sent” with your papers.',
  },

  APPLICATION_ELSEWHERE: {
    step: 'APPLICATION',
    state: 'TO_DO',
    who: you,
    usualTime: notOurs,
    whatICanDo: 'Follow the link. Your record here stays as it is.',
  },
  APPLICATION_NOT_YET: {
    step: 'APPLICATION',
    state: 'CANNOT_START_YET',
    who: you,
    usualTime: 'You send it when your updating is complete and signed.',
    whatICanDo: 'Get your certified copies ready already: see what you will need.',
  },
  APPLICATION_TO_PREPARE: {
    step: 'APPLICATION',
    state: 'TO_DO',
    who: you,
    usualTime: 'A week or two, for certified copies (assumed).',
    whatICanDo: 'Get each thing ready, name the day on which you plan to send, and send it all together.',
  },
  APPLICATION_PREPARING: {
    step: 'APPLICATION',
    state: 'IN_PROGRESS',
    who: you,
    usualTime: 'A week or two, for certified copies (assumed).',
    whatICanDo: 'Get the rest ready. Send it before the first of your days drops out.',
  },
  APPLICATION_READY: {
    step: 'APPLICATION',
    state: 'IN_PROGRESS',
    who: you,
    usualTime: 'Everything is ready to be sent today.',
    whatICanDo: 'Send it to HCPC, then record here on which day you did.',
  },
  APPLICATION_RENEW_OR_LEAVE: {
    step: 'APPLICATION',
    state: 'TO_DO',
    who: you,
    usualTime: 'While the renewal of your profession is open: three months every two years.',
    whatICanDo: 'Renew and declare that you have not practised, or come off the Register. Then record it here.',
  },
  APPLICATION_RENEWED: {
    step: 'APPLICATION',
    state: 'IN_PROGRESS',
    who: you,
    usualTime: 'Six months from the day you renewed (the day is assumed).',
    whatICanDo: 'Do your updating and send the evidence before {until}.',
  },
  APPLICATION_RENEWED_OVER: {
    step: 'APPLICATION',
    state: 'IN_PROGRESS',
    who: you,
    usualTime: 'The six months ended on {until}.',
    whatICanDo: 'Write to HCPC at once and ask what holds now. Send what you have.',
  },
  APPLICATION_SENT: {
    step: 'APPLICATION',
    state: 'WAITING',
    who: 'HCPC',
    usualTime: 'HCPC aims to decide within {decisionDays} working days: by {until}.',
    whatICanDo:
      'Watch your e-mail and your HCPC account: a question or the fee may come. Do not use a protected title yet.',
  },
  APPLICATION_SENT_OVERDUE: {
    step: 'APPLICATION',
    state: 'WAITING',
    who: 'HCPC',
    usualTime: 'HCPC aims at {decisionDays} working days. They ended on {until}.',
    whatICanDo:
      'Look yourself up on the online Register first. Then write to HCPC, and name the day you sent it and by which way. If an offer of work hangs on it, say so.',
  },
  APPLICATION_FEE_TAKEN: {
    step: 'APPLICATION',
    state: 'WAITING',
    who: 'HCPC',
    usualTime: 'The form has been checked. HCPC aims to decide by {until}.',
    whatICanDo: 'Look yourself up on the online Register: it is the quickest way to know.',
  },
  APPLICATION_FEE_TAKEN_OVERDUE: {
    step: 'APPLICATION',
    state: 'WAITING',
    who: 'HCPC',
    usualTime: 'HCPC aimed at {until}, and has taken the fee.',
    whatICanDo: 'Look yourself up on the online Register. If you are not there, write to HCPC and name the payment.',
  },
  APPLICATION_QUERIED: {
    step: 'APPLICATION',
    state: 'IN_PROGRESS',
    who: you,
    usualTime: '{time}',
    whatICanDo: 'Send HCPC what it asks for, then record here on which day you did.',
  },
  APPLICATION_QUERY_OVERDUE: {
    step: 'APPLICATION',
    state: 'IN_PROGRESS',
    who: you,
    usualTime: 'HCPC wanted it by {until}.',
    whatICanDo: 'Send it now, or write to HCPC and ask for more time.',
  },
  APPLICATION_REFUSED: {
    step: 'APPLICATION',
    state: 'IN_PROGRESS',
    who: you,
    usualTime: 'HCPC must receive an appeal by {until}: within 28 days of the decision.',
    whatICanDo:
      'Read the reasons. Appeal in writing, signed, with your grounds and papers; or mend what was missing and apply again. Your professional body or union may help.',
  },
  APPLICATION_REFUSED_FOR_GOOD: {
    step: 'APPLICATION',
    state: 'IN_PROGRESS',
    who: you,
    usualTime: 'The 28 days for an appeal ended on {until}.',
    whatICanDo: 'Mend what was missing and apply again. Ask HCPC first what a new application needs.',
  },
  APPLICATION_APPEALED: {
    step: 'APPLICATION',
    state: 'WAITING',
    who: 'HCPC’s appeal panel',
    usualTime: 'We found no usual time. Ask HCPC when the appeal will be heard.',
    whatICanDo: 'Keep your updating fresh: days go on dropping out. Your professional body or union may speak for you.',
  },
  APPLICATION_APPEAL_DISMISSED: {
    step: 'APPLICATION',
    state: 'IN_PROGRESS',
    who: you,
    usualTime: 'It is decided.',
    whatICanDo: 'Read the letter: it says what you can still do. Ask HCPC what a new application needs.',
  },
  APPLICATION_WITHDRAWN: {
    step: 'APPLICATION',
    state: 'IN_PROGRESS',
    who: you,
    usualTime: noLimit,
    whatICanDo: 'You can apply again when you like. Check first which of your days still count.',
  },
  APPLICATION_REGISTERED: {
    step: 'APPLICATION',
    state: 'DONE',
    who: you,
    usualTime: 'It is decided.',
    whatICanDo: 'Tell your employer your registration number.',
  },

  BACK_ON_REGISTER: {
    step: 'BACK',
    state: 'DONE',
    who: you,
    usualTime: 'Your next renewal is open from {opens} to {closes} (assumed: last published dates and two years more).',
    whatICanDo: 'Keep a record of your learning. You may use the titles of your part of the Register again.',
  },
} as const satisfies Readonly<Record<string, PathwayStateRow>>;
/** A state that a step can be in. */
export type PathwayStateKey = keyof typeof pathwayStates;

/** What somebody must know in a state: whose turn it is, since when, the usual time, and what they can do. Always all four. */
export interface StepStanding {
  readonly key: PathwayStateKey;
  readonly who: string;
  readonly since: CalendarDate;
  readonly usualTime: string;
  readonly whatICanDo: string;
}

/** Words to fill in, by their name in braces. */
export type StateWords = Readonly<Record<string, string>>;

const filledIn = (text: string, words: StateWords): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => words[name] ?? whole);

/** A state with its words filled in. */
export const standingIn = (key: PathwayStateKey, since: CalendarDate, words: StateWords = {}): StepStanding => {
  const { who, usualTime, whatICanDo } = pathwayStates[key];
  return {
    key,
    who: filledIn(who, words),
    since,
    usualTime: filledIn(usualTime, words),
    whatICanDo: filledIn(whatICanDo, words),
  };
};
