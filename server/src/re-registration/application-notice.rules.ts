import { addDays, inWords, type CalendarDate } from '../kernel/calendar-date.ts';
import type { ApplicationClock, ApplicationClockKind } from './application.rules.ts';

/** When somebody is told of a clock. */
export const noticeStages = {
  WEEK: 'A week before it ends.',
  SOON: 'Two days before it ends, or later.',
  OVER: 'After it has ended.',
} as const;
/** When somebody is told of a clock. */
export type NoticeStage = keyof typeof noticeStages;

/** What is told of each clock: HCPC's own aim only once it is over, what ends for the person before it ends as well. */
const stagesOf: Readonly<Record<ApplicationClockKind, readonly NoticeStage[]>> = {
  TARGET: ['OVER'],
  QUERY: ['SOON', 'OVER'],
  APPEAL: ['WEEK', 'SOON', 'OVER'],
  RENEWAL_EVIDENCE: ['WEEK', 'SOON', 'OVER'],
  SHORT_FORM: ['WEEK', 'SOON'],
};

/** Days after the end in which it is still told: a server that stood still for longer does not write about what is long past. */
const toldAfterAtMost = 14;

/** The stage in which a clock stands today, if it is one that is told. */
export const stageOf = (
  { kind, endsOn }: Pick<ApplicationClock, 'kind' | 'endsOn'>,
  today: CalendarDate,
): NoticeStage | null => {
  const stage: NoticeStage | null =
    today > endsOn
      ? today <= addDays(endsOn, toldAfterAtMost)
        ? 'OVER'
        : null
      : today >= addDays(endsOn, -2)
        ? 'SOON'
        : today >= addDays(endsOn, -7)
          ? 'WEEK'
          : null;
  return stage !== null && stagesOf[kind].includes(stage) ? stage : null;
};

/** What the mail about a clock says. It names a day and what to do, and nothing about the person. */
export const noticeWords = ({ title, endsOn, isOver, whatICanDo }: ApplicationClock): Record<string, string> => ({
  what: `${title}: ${inWords(endsOn)}.${isOver ? ' This day has passed.' : ''}`,
  doNow: whatICanDo,
});
