import { decisionWorkingDays } from '../eligibility/dated.rules.ts';
import type { NextAction, Route } from '../eligibility/outcome.rules.ts';
import { sources, type Source } from '../eligibility/sources.rules.ts';
import { inWords, laterOf, type CalendarDate } from '../kernel/calendar-date.ts';
import { placementTaskOf, type PlacementStanding } from '../placements/placement-task.rules.ts';
import type { QuestionToHcpc, Standing } from '../returners/standing.rules.ts';
import type { ProgrammeDecisionAnswer } from './programme-decision.rules.ts';

/** The steps of the way back, in the order in which they are shown. */
export const taskKeys = {
  ANSWERS: 'Your answers, and what they lead to.',
  ASK_HCPC: 'Ask HCPC, where the published rules do not settle the case.',
  PROFILE: 'Your profile: home, HCPC number, where you practised.',
  SHARING: 'Let the coordinators of your region help.',
  PROGRAMME_ENTRY: 'A coordinator decides whether the national programme can help.',
  PLAN: 'Plan your updating.',
  PLACEMENT: 'Find supervised practice.',
  UPDATING: 'Do your updating and log it.',
  SIGN_OFF: 'Have your updating signed.',
  FORMS: 'Fill in the forms.',
  APPLICATION: 'Send your application to HCPC.',
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

/** What somebody who waits must know. There is no waiting without all four. */
export interface Waiting {
  /** For whom we wait. */
  readonly forWhom: string;
  readonly since: CalendarDate;
  /** How long it usually takes, with what is assumed. */
  readonly usualTime: string;
  /** What the person can do meanwhile, or if it takes longer. */
  readonly whatICanDo: string;
}

/** How a step is done outside this service, for what the service cannot do yet. */
export interface Elsewhere {
  readonly explanation: string;
  readonly link: Source | null;
}

interface Words {
  readonly key: TaskKey;
  readonly title: string;
  readonly explanation: string;
}

/** One step. */
export type PathwayTask = Words & {
  /** Null for what is done in this service. */
  readonly elsewhere: Elsewhere | null;
} & (
    | { readonly state: 'CANNOT_START_YET'; readonly firstDo: TaskKey }
    | { readonly state: 'TO_DO' | 'IN_PROGRESS' | 'DONE' }
    | { readonly state: 'WAITING'; readonly waiting: Waiting }
  );

/** What the steps are made from. */
export interface PathwayFacts {
  readonly standing: Standing;
  readonly question: QuestionToHcpc | null;
  readonly today: CalendarDate;
  readonly hasHomeOrRegion: boolean;
  readonly hasHcpcNumber: boolean;
  readonly wasRegistered: boolean;
  readonly hasPracticeHistory: boolean;
  readonly hasPractised: boolean;
  readonly shares: boolean;
  readonly regionName: string | null;
  /** Since when the coordinators of the region can see the record; null while they cannot. */
  readonly seenSince: CalendarDate | null;
  /** Null while the answers are those with which the pathway began. */
  readonly answersChangedOn: CalendarDate | null;
  readonly decision: {
    readonly decision: ProgrammeDecisionAnswer;
    readonly reason: string;
    readonly on: CalendarDate;
  } | null;
  /** 'POSSIBLE' or not, by the forecast; null without a plan. */
  readonly plan: 'POSSIBLE' | 'IMPOSSIBLE' | null;
  readonly placement: PlacementStanding;
  readonly loggedMinutes: number;
  readonly isUpdatingComplete: boolean;
}

const task = (
  key: TaskKey,
  state: 'TO_DO' | 'IN_PROGRESS' | 'DONE',
  title: string,
  explanation: string,
  elsewhere: Elsewhere | null = null,
): PathwayTask => ({ key, state, title, explanation, elsewhere });

const later = (
  key: TaskKey,
  firstDo: TaskKey,
  title: string,
  explanation: string,
  elsewhere: Elsewhere | null = null,
): PathwayTask => ({
  key,
  state: 'CANNOT_START_YET',
  firstDo,
  title,
  explanation,
  elsewhere,
});

const waitFor = (key: TaskKey, title: string, explanation: string, waiting: Waiting): PathwayTask => ({
  key,
  state: 'WAITING',
  title,
  explanation,
  waiting,
  elsewhere: null,
});

const needsUpdating = ({ standing }: PathwayFacts): boolean => (standing.requirement?.days ?? 0) > 0;

/** Routes that lead through another process, where this service has no steps of its own. */
const otherProcess: readonly Route[] = [
  'RESTORATION',
  'INTERNATIONAL_APPLICATION',
  'OTHER_REGULATOR',
  'STAY_REGISTERED',
];

const answersTask = ({ standing: { outcome } }: PathwayFacts): PathwayTask => {
  const title = 'Check your answers';
  if (!outcome) return task('ANSWERS', 'TO_DO', title, 'Your answers no longer lead to a result. Look at them again.');
  if (outcome.verdict === 'BETTER_DATE_NEEDED')
    return task('ANSWERS', 'IN_PROGRESS', title, 'One of your dates must be known better before there is one answer.');
  return task('ANSWERS', 'DONE', title, outcome.headline);
};

const askTask = ({ standing, question }: PathwayFacts): PathwayTask[] => {
  if (standing.outcome?.verdict !== 'ASK_HCPC') return [];
  const title = 'Ask HCPC about your case';
  if (!question)
    return [
      task(
        'ASK_HCPC',
        'TO_DO',
        title,
        'The published rules do not settle your case. Ask HCPC, then record here when you asked. Until you have an answer we plan on the larger number of days.',
      ),
    ];
  if (question.answeredOn === null)
    return [
      waitFor('ASK_HCPC', title, 'You have asked HCPC. Record the answer when it comes.', {
        forWhom: 'HCPC',
        since: question.askedOn,
        usualTime: `HCPC names no time for questions. It aims to decide applications within ${decisionWorkingDays} working days, so we assume the same.`,
        whatICanDo:
          'Go on with your plan and your log: the larger number of days is safe. If no answer comes, ask again and name the day of your first question.',
      }),
    ];
  return [task('ASK_HCPC', 'DONE', title, `HCPC answered on ${inWords(question.answeredOn)}.`)];
};

const profileTask = (facts: PathwayFacts): PathwayTask => {
  const missing = [
    facts.hasHomeOrRegion ? [] : ['your home postcode or region'],
    facts.hasHcpcNumber || !facts.wasRegistered ? [] : ['your HCPC number'],
    facts.hasPracticeHistory || !facts.hasPractised ? [] : ['where you practised'],
  ].flat();
  const asked = 1 + Number(facts.wasRegistered) + Number(facts.hasPractised);
  const title = 'Fill in your profile';
  if (missing.length === 0)
    return task('PROFILE', 'DONE', title, 'Your profile has everything that is needed for now.');
  return task(
    'PROFILE',
    missing.length === asked ? 'TO_DO' : 'IN_PROGRESS',
    title,
    `Still missing: ${new Intl.ListFormat('en-GB').format(missing)}.`,
  );
};

const sharingTask = ({ shares, regionName }: PathwayFacts): PathwayTask => {
  const title = 'Let the coordinators of your region help you';
  if (!shares)
    return task(
      'SHARING',
      'TO_DO',
      title,
      'You choose. If you agree, the coordinators of your region see your record and can help. You can take it back at any time.',
    );
  return regionName === null
    ? task(
        'SHARING',
        'IN_PROGRESS',
        title,
        'You have agreed. Give your postcode or your region, so that we know which coordinators can help.',
      )
    : task('SHARING', 'DONE', title, `The coordinators of ${regionName} can see your record.`);
};

const programmeTask = (facts: PathwayFacts): PathwayTask[] => {
  const { standing, decision, seenSince, answersChangedOn, regionName } = facts;
  if (standing.outcome?.programme.verdict !== 'COORDINATOR_DECIDES') return [];
  const title = 'Ask to join the national programme';
  if (decision)
    return [
      task(
        'PROGRAMME_ENTRY',
        'DONE',
        title,
        `${decision.decision === 'ADMITTED' ? 'The national programme takes you.' : 'The national programme does not take you. Your way back through HCPC is open all the same.'} Decided on ${inWords(decision.on)}: ${decision.reason}`,
      ),
    ];
  const explanation =
    'The published conditions do not settle whether the programme can help you. A coordinator decides.';
  if (seenSince === null || regionName === null)
    return [
      later(
        'PROGRAMME_ENTRY',
        facts.hasHomeOrRegion ? 'SHARING' : 'PROFILE',
        title,
        `${explanation} First they must be able to see your record.`,
      ),
    ];
  return [
    waitFor('PROGRAMME_ENTRY', title, explanation, {
      forWhom: `The coordinators of ${regionName}`,
      // other answers are another case, for which the coordinators have not been waited for before
      since: laterOf(seenSince, answersChangedOn ?? seenSince),
      usualTime: '10 working days (assumed: after that time the scheme in Scotland asks people to chase an answer).',
      whatICanDo:
        'Go on with your plan and your log: what HCPC asks for does not depend on the programme. If you hear nothing, write to your regional team.',
    }),
  ];
};

const placementTask = (facts: PathwayFacts): PathwayTask => {
  const title = 'Find supervised practice, if you want it';
  const found = placementTaskOf(facts.placement, facts.regionName, facts.today);
  if (found?.state === 'WAITING') return waitFor('PLACEMENT', title, found.explanation, found.waiting);
  if (found && !(facts.isUpdatingComplete && found.state === 'TO_DO'))
    return task('PLACEMENT', found.state, title, found.explanation);
  if (facts.isUpdatingComplete)
    return task('PLACEMENT', 'DONE', title, 'Your updating is done. You need no placement for it.');
  const explanation =
    'Supervised practice is not needed by the rules, but many people choose it. Say when and where you can come, and the coordinators of your region look for a place. HCPC cannot find one for you.';
  if (!facts.shares)
    return later('PLACEMENT', 'SHARING', title, `${explanation} First they must be able to see your record.`);
  if (!facts.hasHomeOrRegion)
    return later('PLACEMENT', 'PROFILE', title, `${explanation} First we must know where you would travel from.`);
  return task('PLACEMENT', 'TO_DO', title, explanation);
};

const updatingTasks = (facts: PathwayFacts): PathwayTask[] => {
  if (!needsUpdating(facts)) return [];
  const days = facts.standing.requirement?.days ?? 0;
  const plan: PathwayTask =
    facts.plan === null
      ? task(
          'PLAN',
          'TO_DO',
          'Plan your updating',
          `You need ${days} days of updating within 12 months before you apply. See when you could be back.`,
        )
      : facts.plan === 'IMPOSSIBLE'
        ? task(
            'PLAN',
            'IN_PROGRESS',
            'Plan your updating',
            'Your plan cannot work as it stands: days drop out before the last one is done. See the least change that mends it.',
          )
        : task('PLAN', 'DONE', 'Plan your updating', 'Your plan works. You can change it at any time.');
  const updating: PathwayTask = facts.isUpdatingComplete
    ? task(
        'UPDATING',
        'DONE',
        'Do your updating and log it',
        `You have ${days} days that count. Apply before any of them drops out.`,
      )
    : task(
        'UPDATING',
        facts.loggedMinutes === 0 ? 'TO_DO' : 'IN_PROGRESS',
        'Do your updating and log it',
        `Log supervised practice, formal study and private study as you do them. ${days} days must count, at most half of them private study.`,
      );
  return [plan, placementTask(facts), updating];
};

const formsLink = (route: Route | null): Source =>
  route === 'UK_APPLICATION' || route === 'UK_APPLICATION_WITH_UPDATING' ? sources.H18 : sources.H7;

const sendingTasks = (facts: PathwayFacts): PathwayTask[] => {
  const { route } = facts.standing;
  const waitsForUpdating = needsUpdating(facts) && !facts.isUpdatingComplete;
  const stands = (key: TaskKey, title: string, explanation: string, elsewhere: Elsewhere): PathwayTask =>
    waitsForUpdating
      ? later(key, 'UPDATING', title, explanation, elsewhere)
      : task(key, 'TO_DO', title, explanation, elsewhere);
  const signing: PathwayTask[] = needsUpdating(facts)
    ? [
        stands(
          'SIGN_OFF',
          'Have your updating signed',
          'A supervisor signs supervised practice. A counter-signatory of your profession signs the cover sheet.',
          {
            explanation:
              'This service cannot collect signatures yet. Print HCPC’s return to practice form and have it signed by hand.',
            link: sources.H3,
          },
        ),
        stands(
          'FORMS',
          'Fill in the return to practice form',
          'It lists what you did, for how long, in each of the three kinds.',
          {
            explanation:
              'This service cannot fill in the form yet. Copy the days and hours from your log into HCPC’s form.',
            link: sources.H3,
          },
        ),
      ]
    : [];
  if (route === 'RENEW_OR_LEAVE')
    return [
      ...signing,
      stands(
        'APPLICATION',
        'Choose at renewal',
        'Come off the Register, or renew and send your updating within six months.',
        {
          explanation: 'You do this in your HCPC account.',
          link: sources.H14,
        },
      ),
    ];
  if (route === 'SHORT_READMISSION')
    return [
      ...signing,
      stands(
        'APPLICATION',
        'Send the short readmission form',
        'It must reach HCPC within one month of the day you came off the Register.',
        {
          explanation: 'You send it to HCPC by e-mail.',
          link: sources.H9,
        },
      ),
    ];
  return [
    ...signing,
    stands(
      'APPLICATION',
      'Send your application to HCPC',
      `HCPC aims to decide within ${decisionWorkingDays} working days.`,
      {
        explanation: 'This service cannot send the application yet. You send the forms and papers to HCPC yourself.',
        link: formsLink(route),
      },
    ),
  ];
};

const otherProcessTask = (action: NextAction | undefined): PathwayTask =>
  task(
    'APPLICATION',
    'TO_DO',
    action?.title ?? 'Follow the other process',
    action?.explanation ?? 'Another process holds for you.',
    {
      explanation: 'This service cannot lead you through this process.',
      link: action?.link ?? null,
    },
  );

/** The person's own way back, step by step: only the steps that hold for this person, in order. */
export const tasksOf = (facts: PathwayFacts): PathwayTask[] => {
  const { standing } = facts;
  if (standing.route !== null && otherProcess.includes(standing.route) && standing.isSettled)
    return [answersTask(facts), ...askTask(facts), otherProcessTask(standing.outcome?.nextActions[0])];
  return [
    answersTask(facts),
    ...askTask(facts),
    profileTask(facts),
    sharingTask(facts),
    ...programmeTask(facts),
    ...updatingTasks(facts),
    ...sendingTasks(facts),
  ];
};

const isReady = ({ state }: PathwayTask): boolean => state === 'TO_DO' || state === 'IN_PROGRESS';

/**
 * The step to take now: the first that can be taken, where a step that may be left out gives way to one that may not.
 * Null while there is only waiting.
 */
export const nextTaskOf = (tasks: readonly PathwayTask[]): TaskKey | null => {
  const ready = tasks.filter(isReady);
  const isAskedFor = (key: TaskKey): boolean =>
    // what waits for a step that may be left out itself does not make it needed
    tasks.some((other) => other.key !== 'PLACEMENT' && other.state === 'CANNOT_START_YET' && other.firstDo === key);
  const mayBeLeftOut = ({ key }: PathwayTask): boolean =>
    (key === 'SHARING' || key === 'PLACEMENT') && !isAskedFor(key);
  return (ready.find((one) => !mayBeLeftOut(one)) ?? ready[0])?.key ?? null;
};
