import { feesFor } from '../eligibility/advice.rules.ts';
import type { EligibilityAnswers } from '../eligibility/answers.rules.ts';
import type { FiredRule } from '../eligibility/cited.rules.ts';
import { shortReadmissionMonths } from '../eligibility/dated.rules.ts';
import type { Fees, Route } from '../eligibility/outcome.rules.ts';
import { sources, type Source } from '../eligibility/sources.rules.ts';
import { toInterval } from '../kernel/approximate-date.ts';
import { addMonths, inWords, laterOf, type CalendarDate } from '../kernel/calendar-date.ts';
import { answersToday, standingOf, type QuestionToHcpc, type Standing } from '../returners/standing.rules.ts';
import { countUpdating, type UpdatingEntry } from '../updating/updating-count.rules.ts';
import { applicationRule } from './application-cited.rules.ts';
import type { ApplicationEntry, ApplicationEntryKind, ApplicationWay } from './application-entry.rules.ts';
import { isApplicationRoute, stepsFor, wayFor, type ApplicationStep } from './application-steps.rules.ts';
import {
  clocksOf,
  entryOf,
  inOrder,
  mayApplyAgain,
  nextEntryKinds,
  standingOfApplication,
  type ApplicationClock,
  type ApplicationState,
} from './application.rules.ts';
import { standingIn, type StepStanding } from './pathway-states.rules.ts';
import { onTheRegister, type OnTheRegister, type ProfessionOfReturner } from './register-standing.rules.ts';
import type { PackMisses } from './steps-by-pack.rules.ts';

/** An application as it is stored. */
export interface StoredApplication {
  readonly version: number;
  readonly route: Route;
  readonly prepared: readonly string[];
  readonly state: ApplicationState;
  readonly beganOn: CalendarDate;
  readonly packDigest: string | null;
  readonly entries: readonly ApplicationEntry[];
}

/** What an application is shown from. */
export interface ApplicationFacts {
  readonly answers: EligibilityAnswers;
  readonly question: QuestionToHcpc | null;
  readonly entries: readonly UpdatingEntry[];
  readonly stored: StoredApplication | null;
  readonly profession: ProfessionOfReturner | null;
  readonly startedOn: CalendarDate;
  /** What the pack still misses. */
  readonly packMisses: PackMisses;
}

/** What still counts on the day on which somebody plans to send. */
export interface PlannedDay {
  readonly on: CalendarDate;
  readonly countedMinutes: number;
  readonly requiredMinutes: number;
  readonly isEnough: boolean;
  /** Days that count today, and will have dropped out by then. */
  readonly dropsOutBefore: readonly { readonly dropsOutOn: CalendarDate; readonly minutes: number }[];
  readonly explanation: string;
  readonly rule: FiredRule;
}

/** The application as it is shown. */
export interface ApplicationView {
  readonly version: number;
  readonly route: Route | null;
  readonly isFollowedHere: boolean;
  readonly state: ApplicationState;
  readonly standing: StepStanding;
  readonly steps: readonly ApplicationStep[];
  readonly ways: readonly ApplicationWay[];
  readonly wayExplanation: string | null;
  readonly wayLink: Source | null;
  readonly fees: Fees | null;
  readonly feeRule: FiredRule;
  readonly planned: PlannedDay | null;
  readonly clocks: readonly ApplicationClock[];
  readonly entries: readonly ApplicationEntry[];
  readonly sentOn: CalendarDate | null;
  readonly mayRecord: readonly ApplicationEntryKind[];
  readonly mayApplyAgain: boolean;
  readonly packDigest: string | null;
  readonly onTheRegister: OnTheRegister | null;
}

/** Where somebody stood on the day they sent the application, or stands today: what is sent is judged by the day it was sent. */
export const standingWhenSent = (
  answers: EligibilityAnswers,
  question: QuestionToHcpc | null,
  sentOn: CalendarDate | null,
  today: CalendarDate,
): Standing => standingOf(answers, question, sentOn ?? today);

const plannedDay = (facts: ApplicationFacts, standing: Standing, today: CalendarDate): PlannedDay | null => {
  const on = answersToday(facts.answers, today).applicationOn ?? null;
  const { requirement } = standing;
  if (on === null) return null;
  const needed = requirement && requirement.days > 0 ? requirement : null;
  const then = needed && countUpdating(needed, facts.entries, on, today);
  const now = needed && countUpdating(needed, facts.entries, today, today);
  const dropsOutBefore = (now?.expiries ?? [])
    .filter(({ dropsOutOn }) => dropsOutOn <= on)
    .map(({ dropsOutOn, minutes }) => ({ dropsOutOn, minutes }));
  const first = dropsOutBefore[0];
  return {
    on,
    countedMinutes: then?.countedMinutes ?? 0,
    requiredMinutes: needed?.minutes ?? 0,
    isEnough: then?.isComplete ?? true,
    dropsOutBefore,
    explanation:
      first && !then?.isComplete
        ? `If you send on ${inWords(on)}, days that count now will have dropped out, the first on ${inWords(first.dropsOutOn)}. Send before that, or log more days.`
        : first
          ? `Some days drop out before ${inWords(on)}, and enough is left all the same.`
          : then && !then.isComplete
            ? `On ${inWords(on)} nothing that you have logged will have dropped out. You still need more days until then.`
            : `Everything that you have logged still counts on ${inWords(on)}.`,
    rule: applicationRule('DAYS_STILL_COUNT_WHEN_SENT'),
  };
};

/** The month of the short form, counted from the earliest day on which the person may have left: the safe reading. */
export const shortFormMonth = (
  route: Route | null,
  { leftRegister }: EligibilityAnswers,
): { readonly from: CalendarDate; readonly until: CalendarDate } | null => {
  if (route !== 'SHORT_READMISSION' || !leftRegister) return null;
  const from = toInterval(leftRegister).earliest;
  return { from, until: addMonths(from, shortReadmissionMonths) };
};

/** The application as it is shown: what to send, how it stands, which clocks run, and what can be recorded next. */
export const applicationView = (facts: ApplicationFacts, today: CalendarDate): ApplicationView => {
  const { stored, answers } = facts;
  const entries = inOrder(stored?.entries ?? []);
  const sentOn = entryOf(entries, 'SENT')?.on ?? null;
  const standing = standingWhenSent(answers, facts.question, sentOn, today);
  const route = stored && entries.length > 0 ? stored.route : standing.route;
  const common = {
    version: stored?.version ?? 0,
    route,
    entries,
    sentOn,
    feeRule: applicationRule('APPLICATION_FEE_WHEN_CHECKED'),
    packDigest: stored?.packDigest ?? null,
  };
  if (!isApplicationRoute(route))
    return {
      ...common,
      isFollowedHere: false,
      state: 'PREPARING',
      standing: standingIn('APPLICATION_ELSEWHERE', facts.startedOn),
      steps: [],
      ways: [],
      wayExplanation: null,
      wayLink: null,
      fees: null,
      planned: null,
      clocks: [],
      mayRecord: [],
      mayApplyAgain: false,
      onTheRegister: null,
    };
  const steps = stepsFor(route, answers.work === 'PRACTISED_ABROAD', stored?.prepared ?? [], facts.packMisses);
  const needed = steps.filter(({ isForSome }) => !isForSome);
  const { requirement } = standing;
  const isUpdatingShort =
    requirement !== null &&
    requirement.days > 0 &&
    !countUpdating(requirement, facts.entries, sentOn ?? standing.applicationOn, today).isComplete;
  const { state, ...told } = standingOfApplication(
    entries,
    {
      route,
      somethingComesFirst: isUpdatingShort,
      stepsNeeded: needed.length,
      stepsReady: needed.filter(({ isReady }) => isReady).length,
      since: laterOf(facts.startedOn, stored?.beganOn ?? facts.startedOn),
    },
    today,
  );
  const registered = entryOf(entries, 'REGISTERED');
  const { ways, explanation, source } = wayFor[route];
  const isUnsent = state === 'PREPARING' || state === 'RENEWED';
  return {
    ...common,
    isFollowedHere: true,
    state,
    standing: told,
    steps,
    ways,
    wayExplanation: explanation,
    wayLink: sources[source],
    fees: feesFor(route, sentOn ?? standing.applicationOn),
    planned: isUnsent ? plannedDay(facts, standing, today) : null,
    clocks: clocksOf(entries, shortFormMonth(route, answers), today),
    mayRecord: nextEntryKinds(entries, route),
    mayApplyAgain: mayApplyAgain(state),
    onTheRegister: onTheRegister(
      registered && { on: registered.on, registrationNumber: registered.registrationNumber ?? '' },
      facts.profession,
    ),
  };
};
