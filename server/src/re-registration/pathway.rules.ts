import { decisionWorkingDays } from '../eligibility/dated.rules.ts';
import type { NextAction, Route } from '../eligibility/outcome.rules.ts';
import type { Source } from '../eligibility/sources.rules.ts';
import { inWords, laterOf, type CalendarDate } from '../kernel/calendar-date.ts';
import type { PlacementState } from '../placements/placement.rules.ts';
import { placementTaskOf, type PlacementStanding } from '../placements/placement-task.rules.ts';
import type { QuestionToHcpc, Standing } from '../returners/standing.rules.ts';
import type { ApplicationView } from './application-view.rules.ts';
import {
  pathwayStates,
  standingIn,
  type PathwayStateKey,
  type StateWords,
  type StepStanding,
  type TaskKey,
  type TaskState,
} from './pathway-states.rules.ts';
import type { ProgrammeDecisionAnswer } from './programme-decision.rules.ts';

export { taskKeys, taskStates, type TaskKey, type TaskState } from './pathway-states.rules.ts';

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

/** One step. */
export interface PathwayTask {
  readonly key: TaskKey;
  readonly state: TaskState;
  readonly title: string;
  readonly explanation: string;
  /** Whose turn it is, since when, the usual time and what can be done: in every state. */
  readonly standing: StepStanding;
  /** With CANNOT_START_YET, and only then: the step that comes first. */
  readonly firstDo?: TaskKey;
  /** With WAITING, and only then: the same as `standing`, in its first form. */
  readonly waiting?: Waiting;
  /** Null for what is done in this service. */
  readonly elsewhere: Elsewhere | null;
}

/** How far supervised practice is signed, and the pack filled. */
export interface PackStanding {
  readonly isReady: boolean;
  /** What stands in the way, in sentences. */
  readonly missing: readonly string[];
  /** Declared minutes of supervised practice, by how they are signed. */
  readonly supervisedMinutes: number;
  readonly unsignedMinutes: number;
  readonly waitingMinutes: number;
  /** The cover sheet was sent to the counter-signatory, who has not answered; since when. */
  readonly counterSignatureAskedOn: CalendarDate | null;
}

/** What the steps are made from. */
export interface PathwayFacts {
  readonly standing: Standing;
  readonly question: QuestionToHcpc | null;
  readonly today: CalendarDate;
  readonly startedOn: CalendarDate;
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
  readonly planSavedOn: CalendarDate | null;
  readonly placement: PlacementStanding;
  /** When the placement came into the state in which it is. */
  readonly placementChangedOn: CalendarDate | null;
  readonly loggedMinutes: number;
  readonly isUpdatingComplete: boolean;
  /** The first and the last day in the log. */
  readonly firstLoggedOn: CalendarDate | null;
  readonly lastLoggedOn: CalendarDate | null;
  /** Since when a supervisor has been asked who has not answered. */
  readonly signatureAskedOn: CalendarDate | null;
  /** Days that a supervisor sent back and that stand as they were, and since when; null where there are none. */
  readonly sentBack: { readonly days: number; readonly since: CalendarDate } | null;
  readonly pack: PackStanding;
  /** The assessment that is due next, or the last one that was submitted; null where there is none. */
  readonly assessment: {
    readonly isSubmitted: boolean;
    readonly since: CalendarDate;
    readonly dueOn: CalendarDate;
    readonly assessorName: string;
  } | null;
  readonly application: ApplicationView;
  /** The person has paused the way back, or left it; null while they are on it. */
  readonly pause: { readonly state: 'PAUSED' | 'LEFT'; readonly since: CalendarDate } | null;
}

interface More {
  readonly words?: StateWords;
  readonly firstDo?: TaskKey;
  readonly elsewhere?: Elsewhere | null;
}

/** A step in one of the states of the table: there is no other way to make one, so each says who, since when, how long and what to do. */
const step = (
  key: PathwayStateKey,
  since: CalendarDate,
  title: string,
  explanation: string,
  { words = {}, firstDo, elsewhere = null }: More = {},
): PathwayTask => {
  const { step: task, state } = pathwayStates[key];
  const standing = standingIn(key, since, words);
  const { who, usualTime, whatICanDo } = standing;
  return {
    key: task,
    state,
    title,
    explanation,
    standing,
    ...(firstDo === undefined ? {} : { firstDo }),
    ...(state === 'WAITING' ? { waiting: { forWhom: who, since, usualTime, whatICanDo } } : {}),
    elsewhere,
  };
};

const needsUpdating = ({ standing }: PathwayFacts): boolean => (standing.requirement?.days ?? 0) > 0;
/** The day from which the answers are as they are. */
const answersSince = ({ answersChangedOn, startedOn }: PathwayFacts): CalendarDate => answersChangedOn ?? startedOn;

/** Routes that lead through another process, where this service has no steps of its own. */
const otherProcess: readonly Route[] = [
  'RESTORATION',
  'INTERNATIONAL_APPLICATION',
  'OTHER_REGULATOR',
  'STAY_REGISTERED',
];

const pauseTask = ({ pause }: PathwayFacts): PathwayTask[] =>
  pause === null
    ? []
    : pause.state === 'PAUSED'
      ? [
          step(
            'PAUSED',
            pause.since,
            'Your way back is paused',
            'Nobody is reminded of anything, and your record stays as it is. Days of updating go on dropping out.',
          ),
        ]
      : [
          step(
            'LEFT',
            pause.since,
            'You have left the way back',
            'Your record stays as it is until you come back or have it erased.',
          ),
        ];

const answersTask = (facts: PathwayFacts): PathwayTask => {
  const { outcome } = facts.standing;
  const title = 'Check your answers';
  const since = answersSince(facts);
  if (!outcome)
    return step('ANSWERS_LEAD_NOWHERE', since, title, 'Your answers no longer lead to a result. Look at them again.');
  if (outcome.verdict === 'BETTER_DATE_NEEDED')
    return step(
      'ANSWERS_NEED_A_DATE',
      since,
      title,
      'One of your dates must be known better before there is one answer.',
    );
  return step('ANSWERS_DECIDED', since, title, outcome.headline);
};

const askTask = (facts: PathwayFacts): PathwayTask[] => {
  const { standing, question } = facts;
  if (standing.outcome?.verdict !== 'ASK_HCPC') return [];
  const title = 'Ask HCPC about your case';
  if (!question)
    return [
      step(
        'HCPC_TO_BE_ASKED',
        answersSince(facts),
        title,
        'The published rules do not settle your case. Ask HCPC, then record here when you asked. Until you have an answer we plan on the larger number of days.',
      ),
    ];
  if (question.answeredOn === null)
    return [
      step('HCPC_ASKED', question.askedOn, title, 'You have asked HCPC. Record the answer when it comes.', {
        words: { decisionDays: String(decisionWorkingDays) },
      }),
    ];
  return [step('HCPC_HAS_ANSWERED', question.answeredOn, title, `HCPC answered on ${inWords(question.answeredOn)}.`)];
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
    return step('PROFILE_WHOLE', facts.startedOn, title, 'Your profile has everything that is needed for now.');
  return step(
    missing.length === asked ? 'PROFILE_EMPTY' : 'PROFILE_BEGUN',
    facts.startedOn,
    title,
    `Still missing: ${new Intl.ListFormat('en-GB').format(missing)}.`,
  );
};

const sharingTask = ({ shares, regionName, seenSince, startedOn }: PathwayFacts): PathwayTask => {
  const title = 'Let the coordinators of your region help you';
  if (!shares)
    return step(
      'SHARING_NOT_CHOSEN',
      startedOn,
      title,
      'You choose. If you agree, the coordinators of your region see your record and can help. You can take it back at any time.',
    );
  return regionName === null
    ? step(
        'SHARING_WITHOUT_REGION',
        startedOn,
        title,
        'You have agreed. Give your postcode or your region, so that we know which coordinators can help.',
      )
    : step('SHARING_CHOSEN', seenSince ?? startedOn, title, `The coordinators of ${regionName} can see your record.`);
};

const programmeTask = (facts: PathwayFacts): PathwayTask[] => {
  const { standing, decision, seenSince, answersChangedOn, regionName } = facts;
  if (standing.outcome?.programme.verdict !== 'COORDINATOR_DECIDES') return [];
  const title = 'Ask to join the national programme';
  const words = { region: regionName ?? 'your region' };
  if (decision)
    return [
      step(
        'PROGRAMME_DECIDED',
        decision.on,
        title,
        `${decision.decision === 'ADMITTED' ? 'The national programme takes you.' : 'The national programme does not take you. Your way back through HCPC is open all the same.'} Decided on ${inWords(decision.on)}: ${decision.reason}`,
        { words },
      ),
    ];
  const explanation =
    'The published conditions do not settle whether the programme can help you. A coordinator decides.';
  if (seenSince === null || regionName === null)
    return [
      step(
        'PROGRAMME_NOT_SEEN',
        answersSince(facts),
        title,
        `${explanation} First they must be able to see your record.`,
        { firstDo: facts.hasHomeOrRegion ? 'SHARING' : 'PROFILE' },
      ),
    ];
  return [
    // other answers are another case, for which the coordinators have not been waited for before
    step('PROGRAMME_WAITS', laterOf(seenSince, answersChangedOn ?? seenSince), title, explanation, { words }),
  ];
};

/** The state of the table for a placement that stands so; null for one that is not shown. */
const pathwayStateOf: Readonly<Record<PlacementState, PathwayStateKey | null>> = {
  PROPOSED: null,
  OFFERED: 'PLACEMENT_OFFERED',
  ACCEPTED_BY_SITE: 'PLACEMENT_OFFERED',
  ACCEPTED_BY_RETURNER: 'PLACEMENT_SITE_ANSWERS',
  ACCEPTED: 'PLACEMENT_AGREED',
  STARTED: 'PLACEMENT_STARTED',
  COMPLETED: 'PLACEMENT_COMPLETED',
  DECLINED: null,
  EXPIRED: null,
  WITHDRAWN: null,
  MOVED: null,
  ENDED_EARLY: null,
};

const placementTask = (facts: PathwayFacts): PathwayTask => {
  const title = 'Find supervised practice, if you want it';
  const { placement, startedOn } = facts;
  const found = placementTaskOf(placement, facts.regionName, facts.today);
  const words = {
    site: placement.placement?.siteName ?? '',
    region: facts.regionName ?? 'your region',
    ...(found?.state === 'WAITING' ? { time: found.waiting.usualTime, meanwhile: found.waiting.whatICanDo } : {}),
  };
  const place = placement.placement;
  // a place that has ended gives way to a search that is open
  const isLookedFor = placement.request !== null && (place === null || place.state === 'COMPLETED');
  if (found && isLookedFor && found.state === 'WAITING')
    return step('PLACEMENT_LOOKED_FOR', found.waiting.since, title, found.explanation, { words });
  const key = place === null ? null : pathwayStateOf[place.state];
  if (found && key && !(facts.isUpdatingComplete && found.state === 'TO_DO'))
    return step(
      key,
      found.state === 'WAITING' ? found.waiting.since : (facts.placementChangedOn ?? startedOn),
      title,
      found.explanation,
      { words },
    );
  if (facts.isUpdatingComplete)
    return step(
      'PLACEMENT_NOT_NEEDED',
      facts.lastLoggedOn ?? startedOn,
      title,
      'Your updating is done. You need no placement for it.',
    );
  const explanation =
    'Supervised practice is not needed by the rules, but many people choose it. Say when and where you can come, and the coordinators of your region look for a place. HCPC cannot find one for you.';
  if (!facts.shares)
    return step('PLACEMENT_NOT_SEEN', startedOn, title, `${explanation} First they must be able to see your record.`, {
      firstDo: 'SHARING',
    });
  if (!facts.hasHomeOrRegion)
    return step(
      'PLACEMENT_NOT_SEEN',
      startedOn,
      title,
      `${explanation} First we must know where you would travel from.`,
      { firstDo: 'PROFILE' },
    );
  return step('PLACEMENT_TO_ASK', facts.seenSince ?? startedOn, title, explanation);
};

const updatingTasks = (facts: PathwayFacts): PathwayTask[] => {
  if (!needsUpdating(facts)) return [];
  const days = facts.standing.requirement?.days ?? 0;
  const planSince = facts.planSavedOn ?? answersSince(facts);
  const title = 'Plan your updating';
  const plan: PathwayTask =
    facts.plan === null
      ? step(
          'PLAN_MISSING',
          planSince,
          title,
          `You need ${days} days of updating within 12 months before you apply. See when you could be back.`,
        )
      : facts.plan === 'IMPOSSIBLE'
        ? step(
            'PLAN_IMPOSSIBLE',
            planSince,
            title,
            'Your plan cannot work as it stands: days drop out before the last one is done. See the least change that mends it.',
          )
        : step('PLAN_POSSIBLE', planSince, title, 'Your plan works. You can change it at any time.');
  const log = 'Do your updating and log it';
  const updating: PathwayTask = facts.isUpdatingComplete
    ? step(
        'UPDATING_COMPLETE',
        facts.lastLoggedOn ?? facts.startedOn,
        log,
        `You have ${days} days that count. Apply before any of them drops out.`,
      )
    : step(
        facts.loggedMinutes === 0 ? 'UPDATING_NOT_BEGUN' : 'UPDATING_BEGUN',
        facts.firstLoggedOn ?? answersSince(facts),
        log,
        `Log supervised practice, formal study and private study as you do them. ${days} days must count, at most half of them private study.`,
      );
  return [plan, placementTask(facts), updating];
};

const signOffTask = (facts: PathwayFacts): PathwayTask => {
  const { pack, signatureAskedOn, lastLoggedOn, startedOn } = facts;
  const title = 'Have your supervised days signed';
  const explanation = 'A supervisor signs the days of supervised practice, by a link that takes about a minute.';
  const since = lastLoggedOn ?? startedOn;
  if (pack.supervisedMinutes === 0)
    return facts.isUpdatingComplete
      ? step('SIGN_OFF_NOT_NEEDED', since, title, 'You have logged no supervised practice, so no supervisor signs.')
      : step('SIGN_OFF_NOTHING_YET', startedOn, title, explanation, { firstDo: 'UPDATING' });
  const { sentOn } = facts.application;
  if (sentOn !== null && pack.unsignedMinutes + pack.waitingMinutes > 0)
    return step('SIGN_OFF_SENT', sentOn, title, 'Your application is sent, with the days as they were signed by then.');
  if (facts.sentBack !== null)
    return step(
      'SIGN_OFF_SENT_BACK',
      facts.sentBack.since,
      title,
      `Your supervisor sent ${facts.sentBack.days === 1 ? '1 day' : `${facts.sentBack.days} days`} back to you, with a comment.`,
    );
  if (pack.unsignedMinutes > 0) return step('SIGN_OFF_TO_ASK', since, title, explanation);
  if (pack.waitingMinutes > 0)
    return step('SIGN_OFF_WAITS', signatureAskedOn ?? since, title, 'Your supervisor is asked, and has not answered.');
  return step('SIGN_OFF_DONE', since, title, 'All supervised days that count are signed.');
};

const assessmentTask = ({ assessment }: PathwayFacts): PathwayTask[] => {
  if (assessment === null) return [];
  const title = 'Assessments of your placement';
  const local = 'Your placement asks for them. HCPC does not, and nobody certifies competence on its behalf.';
  return assessment.isSubmitted
    ? [step('ASSESSMENT_DONE', assessment.since, title, `Your last assessment is there to read. ${local}`)]
    : [
        step(
          'ASSESSMENT_DUE',
          assessment.since,
          title,
          `The next assessment is due by ${inWords(assessment.dueOn)}. ${local}`,
          { words: { assessor: assessment.assessorName } },
        ),
      ];
};

const formsTask = (facts: PathwayFacts): PathwayTask[] => {
  if (!needsUpdating(facts)) return [];
  const { pack, lastLoggedOn, startedOn } = facts;
  const title = 'Get your pack ready';
  const since = lastLoggedOn ?? startedOn;
  const sentOn = facts.application.sentOn;
  if (sentOn !== null) return [step('PACK_SENT', sentOn, title, `It was sent on ${inWords(sentOn)}.`)];
  if (!facts.isUpdatingComplete)
    return [
      step('PACK_NOT_YET', since, title, 'The pack fills HCPC’s return to practice form from your log.', {
        firstDo: 'UPDATING',
      }),
    ];
  if (pack.isReady)
    return [step('PACK_READY', since, title, 'Nothing is missing. Download it as a PDF, a page or data.')];
  if (pack.counterSignatureAskedOn !== null && pack.missing.length === 1)
    return [
      step(
        'PACK_WAITS_FOR_COUNTER_SIGNATORY',
        pack.counterSignatureAskedOn,
        title,
        'Your counter-signatory is asked to sign the cover sheet.',
      ),
    ];
  return [
    step(
      'PACK_MISSES_SOMETHING',
      since,
      title,
      `${pack.missing.length === 1 ? 'One thing is' : `${pack.missing.length} things are`} missing${pack.missing[0] === undefined ? '.' : `. First: ${pack.missing[0]}`}`,
    ),
  ];
};

const applicationTitles: Readonly<Partial<Record<Route, string>>> = {
  RENEW_OR_LEAVE: 'Renew, and send your updating to HCPC',
  SHORT_READMISSION: 'Send the short readmission form',
};

const applicationTasks = (facts: PathwayFacts): PathwayTask[] => {
  const { application } = facts;
  const { standing, state, onTheRegister, clocks, planned } = application;
  const { step: key, state: taskState } = pathwayStates[standing.key];
  const { who, since, usualTime, whatICanDo } = standing;
  const [clock] = clocks;
  const explanations: Readonly<Partial<Record<typeof state, string>>> = {
    PREPARING:
      planned && !planned.isEnough
        ? planned.explanation
        : `HCPC aims to decide within ${decisionWorkingDays} working days of your sending it.`,
    RENEWED: 'You have renewed, and send the evidence of your updating within six months.',
    SENT: 'You have sent your application. HCPC looks at it.',
    QUERIED: 'HCPC has asked you for something.',
    FEE_TAKEN: 'HCPC has taken the fee.',
    REGISTERED: onTheRegister
      ? `HCPC has put you on the Register on ${inWords(onTheRegister.since)}, with the number ${onTheRegister.registrationNumber}.`
      : 'HCPC has put you on the Register.',
    REFUSED: 'HCPC has refused your application.',
    APPEALED: 'You have appealed.',
    APPEAL_DISMISSED: 'Your appeal was dismissed.',
    WITHDRAWN: 'You have taken your application back.',
  };
  const task: PathwayTask = {
    key,
    state: taskState,
    title: (application.route && applicationTitles[application.route]) ?? 'Send your application to HCPC',
    explanation: `${explanations[state] ?? ''}${clock ? ` ${clock.title}: ${inWords(clock.endsOn)}.` : ''}`,
    standing,
    ...(taskState === 'CANNOT_START_YET' ? { firstDo: 'UPDATING' as const } : {}),
    ...(taskState === 'WAITING' ? { waiting: { forWhom: who, since, usualTime, whatICanDo } } : {}),
    elsewhere: null,
  };
  if (onTheRegister === null) return [task];
  const { nextRenewal } = onTheRegister;
  return [
    task,
    step(
      'BACK_ON_REGISTER',
      onTheRegister.since,
      'You are back on the Register',
      'You may use the titles of your part of the Register again. At your first renewal you are not picked for the CPD audit.',
      { words: { opens: inWords(nextRenewal.opensOn), closes: inWords(nextRenewal.closesOn) } },
    ),
  ];
};

const otherProcessTask = (facts: PathwayFacts, action: NextAction | undefined): PathwayTask =>
  step(
    'APPLICATION_ELSEWHERE',
    answersSince(facts),
    action?.title ?? 'Follow the other process',
    action?.explanation ?? 'Another process holds for you.',
    { elsewhere: { explanation: 'This service cannot lead you through this process.', link: action?.link ?? null } },
  );

/** The person's own way back, step by step: only the steps that hold for this person, in order. */
export const tasksOf = (facts: PathwayFacts): PathwayTask[] => {
  const { standing, application } = facts;
  const isElsewhere = standing.route !== null && otherProcess.includes(standing.route) && standing.isSettled;
  // whatever was recorded goes on being shown, also where other answers lead elsewhere now
  if (isElsewhere && application.entries.length === 0)
    return [
      ...pauseTask(facts),
      answersTask(facts),
      ...askTask(facts),
      otherProcessTask(facts, standing.outcome?.nextActions[0]),
    ];
  return [
    ...pauseTask(facts),
    answersTask(facts),
    ...askTask(facts),
    profileTask(facts),
    sharingTask(facts),
    ...programmeTask(facts),
    ...updatingTasks(facts),
    ...(needsUpdating(facts) ? [signOffTask(facts)] : []),
    ...assessmentTask(facts),
    ...formsTask(facts),
    ...(application.isFollowedHere
      ? applicationTasks(facts)
      : [
          step(
            'APPLICATION_ELSEWHERE',
            answersSince(facts),
            'Send your application to HCPC',
            'It is not settled yet which way back is yours. Then you see here what to send.',
          ),
        ]),
  ];
};

/** States of an application that was sent. */
const sentStates: ReadonlySet<PathwayStateKey> = new Set<PathwayStateKey>([
  'APPLICATION_SENT',
  'APPLICATION_SENT_OVERDUE',
  'APPLICATION_QUERIED',
  'APPLICATION_QUERY_OVERDUE',
  'APPLICATION_FEE_TAKEN',
  'APPLICATION_FEE_TAKEN_OVERDUE',
  'APPLICATION_REFUSED',
  'APPLICATION_REFUSED_FOR_GOOD',
  'APPLICATION_APPEALED',
  'APPLICATION_APPEAL_DISMISSED',
  'APPLICATION_WITHDRAWN',
  'APPLICATION_REGISTERED',
]);

const isReady = ({ state }: PathwayTask): boolean => state === 'TO_DO' || state === 'IN_PROGRESS';

/**
 * The step to take now: the first that can be taken, where a step that may be left out gives way to one that may not.
 * Null while there is only waiting.
 */
export const nextTaskOf = (tasks: readonly PathwayTask[]): TaskKey | null => {
  if (tasks.some(({ standing }) => standing.key === 'LEFT')) return null;
  // once it is sent, all that came before is behind
  const application = tasks.find(({ key }) => key === 'APPLICATION');
  if (application && sentStates.has(application.standing.key)) return isReady(application) ? 'APPLICATION' : null;
  const ready = tasks.filter(isReady);
  // somebody else took the trouble to answer, and it is done in minutes
  if (ready.some(({ standing }) => standing.key === 'SIGN_OFF_SENT_BACK')) return 'SIGN_OFF';
  const isAskedFor = (key: TaskKey): boolean =>
    // what waits for a step that may be left out itself does not make it needed
    tasks.some((other) => other.key !== 'PLACEMENT' && other.state === 'CANNOT_START_YET' && other.firstDo === key);
  const mayBeLeftOut = ({ key }: PathwayTask): boolean =>
    (key === 'SHARING' || key === 'PLACEMENT') && !isAskedFor(key);
  return (ready.find((one) => !mayBeLeftOut(one)) ?? ready[0])?.key ?? null;
};
