import { appealDays, decisionWorkingDays, renewalEvidenceMonths } from '../eligibility/dated.rules.ts';
import type { FiredRule } from '../eligibility/cited.rules.ts';
import { addDays, addMonths, compareDates, inWords, laterOf, type CalendarDate } from '../kernel/calendar-date.ts';
import { addWorkingDays } from '../kernel/working-days.ts';
import { applicationRule, type ApplicationRuleKey } from './application-cited.rules.ts';
import type { ApplicationEntry, ApplicationEntryKind } from './application-entry.rules.ts';
import type { ApplicationRoute } from './application-steps.rules.ts';
import { standingIn, type PathwayStateKey, type StateWords, type StepStanding } from './pathway-states.rules.ts';

/** How an application stands by its ledger alone; what a clock makes of it is said by `standingOfApplication`. */
export const applicationStates = {
  PREPARING: 'It is got ready, and has not been sent.',
  RENEWED: 'The person renewed without practice; HCPC waits for the evidence for six months.',
  SENT: 'It was sent, and HCPC looks at it.',
  QUERIED: 'HCPC asked for something, and waits for it.',
  FEE_TAKEN: 'HCPC has checked the form and taken the fee.',
  REGISTERED: 'The person is on the Register.',
  REFUSED: 'HCPC refused.',
  APPEALED: 'The person appealed, and the appeal is not decided.',
  APPEAL_DISMISSED: 'The appeal was dismissed.',
  WITHDRAWN: 'The person took it back.',
} as const;
/** How an application stands by its ledger. */
export type ApplicationState = keyof typeof applicationStates;

/** Whether somebody may begin a new application after this one. */
export const mayApplyAgain = (state: ApplicationState): boolean =>
  state === 'REFUSED' || state === 'APPEAL_DISMISSED' || state === 'WITHDRAWN';
/** The entries in the order in which they happened; on one day in the order in which such things happen. */
const order = Object.keys({
  RENEWED: 0,
  SENT: 1,
  QUERIED: 2,
  ANSWERED: 3,
  FEE_TAKEN: 4,
  REFUSED: 5,
  APPEALED: 6,
  APPEAL_DISMISSED: 7,
  REGISTERED: 8,
  WITHDRAWN: 9,
} satisfies Record<ApplicationEntryKind, number>);
/** The entries in order. */
export const inOrder = <Entry extends Pick<ApplicationEntry, 'kind' | 'on'>>(entries: readonly Entry[]): Entry[] =>
  entries.toSorted(
    (one, other) => compareDates(one.on, other.on) || order.indexOf(one.kind) - order.indexOf(other.kind),
  );

type Ledger = readonly ApplicationEntry[];
/** The entry of a kind; of a kind that comes once. */
export const entryOf = (entries: Ledger, kind: ApplicationEntryKind): ApplicationEntry | null =>
  entries.find((entry) => entry.kind === kind) ?? null;

/** What HCPC asked for and has not got. */
export const openQueries = (entries: Ledger): ApplicationEntry[] =>
  inOrder(entries).filter(
    ({ id, kind }) =>
      kind === 'QUERIED' && !entries.some((other) => other.kind === 'ANSWERED' && other.answersId === id),
  );

/** How an application stands by its ledger. */
export const stateOf = (entries: Ledger): ApplicationState => {
  const has = (kind: ApplicationEntryKind): boolean => entryOf(entries, kind) !== null;
  if (has('REGISTERED')) return 'REGISTERED';
  if (has('WITHDRAWN')) return 'WITHDRAWN';
  if (has('APPEAL_DISMISSED')) return 'APPEAL_DISMISSED';
  if (has('APPEALED')) return 'APPEALED';
  if (has('REFUSED')) return 'REFUSED';
  if (openQueries(entries).length > 0) return 'QUERIED';
  if (has('FEE_TAKEN')) return 'FEE_TAKEN';
  if (has('SENT')) return 'SENT';
  return has('RENEWED') ? 'RENEWED' : 'PREPARING';
};

/** Clocks that run while an application is under way. */
export const applicationClocks = {
  TARGET: `HCPC’s aim for its decision: ${decisionWorkingDays} working days.`,
  QUERY: 'The day by which HCPC wants what it asked for.',
  APPEAL: `The last day on which HCPC may receive an appeal: ${appealDays} days after the decision.`,
  RENEWAL_EVIDENCE: 'The last day to send the updating after renewing without practice: six months.',
  SHORT_FORM: 'The last day on which the short form may reach HCPC: one month after leaving the Register.',
} as const;
/** A clock of an application. */
export type ApplicationClockKind = keyof typeof applicationClocks;

/** A clock that runs, or has run out. */
export interface ApplicationClock {
  readonly kind: ApplicationClockKind;
  readonly title: string;
  readonly startedOn: CalendarDate;
  /** The last day. */
  readonly endsOn: CalendarDate;
  readonly isOver: boolean;
  readonly whatICanDo: string;
  readonly rule: FiredRule;
}

/** HCPC’s aim is counted from the sending, and anew from the last answer to what HCPC asked (assumed). */
export const targetOf = (entries: Ledger): { readonly from: CalendarDate; readonly until: CalendarDate } | null => {
  const sent = entryOf(entries, 'SENT');
  if (!sent) return null;
  const from = entries.filter(({ kind }) => kind === 'ANSWERED').reduce((last, { on }) => laterOf(last, on), sent.on);
  return { from, until: addWorkingDays(from, decisionWorkingDays) };
};

/** The last day on which HCPC may receive an appeal against a decision. */
export const appealBy = (decidedOn: CalendarDate): CalendarDate => addDays(decidedOn, appealDays);
/** The last day to send the evidence after renewing without practice. */
export const evidenceBy = (renewedOn: CalendarDate): CalendarDate => addMonths(renewedOn, renewalEvidenceMonths);

/** The clocks that run for an application, those that end first in front. */
export const clocksOf = (
  entries: Ledger,
  /** The last day for the short form, where that is the way back and it has not been sent; null elsewhere. */
  shortFormBy: { readonly from: CalendarDate; readonly until: CalendarDate } | null,
  today: CalendarDate,
): ApplicationClock[] => {
  const state = stateOf(entries);
  const clock = (
    kind: ApplicationClockKind,
    startedOn: CalendarDate,
    endsOn: CalendarDate,
    title: string,
    whatICanDo: string,
    rule: ApplicationRuleKey,
  ): ApplicationClock => ({
    kind,
    title,
    startedOn,
    endsOn,
    isOver: today > endsOn,
    whatICanDo,
    rule: applicationRule(rule),
  });
  const clocks: ApplicationClock[] = [];
  const target = targetOf(entries);
  if (target && (state === 'SENT' || state === 'FEE_TAKEN'))
    clocks.push(
      clock(
        'TARGET',
        target.from,
        target.until,
        'HCPC aims to have decided',
        'If the day has passed, look yourself up on the online Register, then write to HCPC and name the day you sent it.',
        'APPLICATION_TARGET',
      ),
    );
  if (state === 'QUERIED')
    for (const { on, dueOn } of openQueries(entries))
      if (dueOn !== null)
        clocks.push(
          clock(
            'QUERY',
            on,
            dueOn,
            'HCPC wants what it asked for',
            'Send it, or ask HCPC for more time before the day comes.',
            'APPLICATION_TARGET',
          ),
        );
  const refused = entryOf(entries, 'REFUSED');
  if (refused && state === 'REFUSED')
    clocks.push(
      clock(
        'APPEAL',
        refused.on,
        appealBy(refused.on),
        'Last day on which HCPC may receive an appeal',
        'An appeal is in writing, signed, with grounds and papers. The day it arrives counts.',
        'APPLICATION_APPEAL',
      ),
    );
  const renewed = entryOf(entries, 'RENEWED');
  if (renewed && state === 'RENEWED')
    clocks.push(
      clock(
        'RENEWAL_EVIDENCE',
        renewed.on,
        evidenceBy(renewed.on),
        'Last day to send your updating after renewing',
        'Finish your updating and send the evidence. If you cannot, write to HCPC before the day comes.',
        'APPLICATION_RENEWAL_SIX_MONTHS',
      ),
    );
  if (shortFormBy && state === 'PREPARING')
    clocks.push(
      clock(
        'SHORT_FORM',
        shortFormBy.from,
        shortFormBy.until,
        'Last day on which the short form may reach HCPC',
        'Send it by e-mail today. After this day the full form and its fee are needed.',
        'APPLICATION_SHORT_FORM_MONTH',
      ),
    );
  return clocks.toSorted((one, other) => compareDates(one.endsOn, other.endsOn));
};

/** What is known besides the ledger, before anything is sent. */
export interface BeforeSending {
  readonly route: ApplicationRoute;
  /** True where updating, signatures or the pack still come first. */
  readonly somethingComesFirst: boolean;
  /** Steps that everybody on the route takes, and how many of them are ready. */
  readonly stepsNeeded: number;
  readonly stepsReady: number;
  /** Since when there is anything to get ready. */
  readonly since: CalendarDate;
}

/** How an application stands today, with all that somebody in that state must know. */
export const standingOfApplication = (
  entries: Ledger,
  before: BeforeSending,
  today: CalendarDate,
): StepStanding & { readonly state: ApplicationState } => {
  const state = stateOf(entries);
  const since = (kind: ApplicationEntryKind): CalendarDate => entryOf(entries, kind)?.on ?? before.since;
  const standing = (key: PathwayStateKey, from: CalendarDate, words: StateWords = {}) => ({
    ...standingIn(key, from, { decisionDays: String(decisionWorkingDays), ...words }),
    state,
  });
  switch (state) {
    case 'PREPARING':
      return before.route === 'RENEW_OR_LEAVE'
        ? standing('APPLICATION_RENEW_OR_LEAVE', before.since)
        : standing(
            before.somethingComesFirst
              ? 'APPLICATION_NOT_YET'
              : before.stepsReady >= before.stepsNeeded
                ? 'APPLICATION_READY'
                : before.stepsReady === 0
                  ? 'APPLICATION_TO_PREPARE'
                  : 'APPLICATION_PREPARING',
            before.since,
          );
    case 'RENEWED': {
      const until = evidenceBy(since('RENEWED'));
      return standing(today > until ? 'APPLICATION_RENEWED_OVER' : 'APPLICATION_RENEWED', since('RENEWED'), {
        until: inWords(until),
      });
    }
    case 'SENT':
    case 'FEE_TAKEN': {
      const target = targetOf(entries);
      const isOver = target !== null && today > target.until;
      return standing(
        `APPLICATION_${state}${isOver ? '_OVERDUE' : ''}`,
        state === 'SENT' ? (target?.from ?? before.since) : since(state),
        {
          until: inWords(target?.until ?? today),
        },
      );
    }
    case 'QUERIED': {
      const open = openQueries(entries);
      const due = open.flatMap(({ dueOn }) => dueOn ?? []).toSorted(compareDates)[0];
      const from = open[0]?.on ?? today;
      if (due === undefined)
        return standing('APPLICATION_QUERIED', from, { time: 'HCPC named no day. The sooner, the better.' });
      return due < today
        ? standing('APPLICATION_QUERY_OVERDUE', from, { until: inWords(due) })
        : standing('APPLICATION_QUERIED', from, { time: `HCPC wants it by ${inWords(due)}.` });
    }
    case 'REFUSED': {
      const until = appealBy(since('REFUSED'));
      return standing(today > until ? 'APPLICATION_REFUSED_FOR_GOOD' : 'APPLICATION_REFUSED', since('REFUSED'), {
        until: inWords(until),
      });
    }
    case 'APPEALED':
    case 'APPEAL_DISMISSED':
    case 'WITHDRAWN':
    case 'REGISTERED':
      return standing(`APPLICATION_${state}`, since(state));
  }
};

/** What can be recorded next, in the order in which it is offered. */
export const nextEntryKinds = (entries: Ledger, route: ApplicationRoute): ApplicationEntryKind[] => {
  const state = stateOf(entries);
  switch (state) {
    case 'PREPARING':
      return route === 'RENEW_OR_LEAVE' ? ['RENEWED'] : ['SENT'];
    case 'RENEWED':
      return ['SENT', 'WITHDRAWN'];
    case 'REFUSED':
      return ['APPEALED'];
    case 'APPEALED':
      return ['REGISTERED', 'APPEAL_DISMISSED'];
    case 'REGISTERED':
    case 'APPEAL_DISMISSED':
    case 'WITHDRAWN':
      return [];
    case 'SENT':
    case 'QUERIED':
    case 'FEE_TAKEN': {
      const kinds: ApplicationEntryKind[] = [];
      if (state === 'QUERIED') kinds.push('ANSWERED');
      kinds.push('QUERIED');
      if (!entryOf(entries, 'FEE_TAKEN')) kinds.push('FEE_TAKEN');
      kinds.push('REGISTERED', 'REFUSED', 'WITHDRAWN');
      return kinds;
    }
  }
};
