import { escalationWorkingDays } from './placement.rules.ts';
import { longerThanUsual } from './usual-wait.rules.ts';

/** One line for one thing, and one for many, by the kind of thing. */
export type ReminderWords = Readonly<Record<string, readonly [one: string, many: (count: number) => string]>>;

/** What people are reminded of, in one line each, for one thing and for many. No line says whom it is about. */
const words = {
  CONFIRM_CAPACITY: [
    'A place that you offered has not been confirmed for a while. Say whether it still stands',
    (n) => `${n} offers of places have not been confirmed for a while. Say whether they still stand`,
  ],
  LOOK_UP_SUPERVISOR: [
    'A supervisor must be looked up on the Register again',
    (n) => `${n} supervisors must be looked up on the Register again`,
  ],
  CHECK_IS_LATE: ['A check before day one is still open', (n) => `${n} checks before day one are still open`],
  REQUEST_WAITS: [
    `Your request for a placement has waited for ${longerThanUsual}. Your coordinator has been told`,
    (n) => `${n} requests of yours have waited for ${longerThanUsual}`,
  ],
  REQUEST_WAITS_FOR_YOU: [
    `A request for a placement has waited for ${longerThanUsual}`,
    (n) => `${n} requests for a placement have waited for ${longerThanUsual}`,
  ],
  REQUEST_WAITS_TOO_LONG: [
    `A request for a placement has waited for more than ${2 * escalationWorkingDays} working days`,
    (n) => `${n} requests for a placement have waited for more than ${2 * escalationWorkingDays} working days`,
  ],
  ANSWER_A_SITE_QUESTION: [
    `Somebody asked whether you could offer a place, ${longerThanUsual} ago`,
    (n) => `${n} people asked whether you could offer a place, ${longerThanUsual} ago`,
  ],
  SITE_IS_SILENT: [
    `A site has not said for ${longerThanUsual} whether it could offer a place`,
    (n) => `${n} times a site has not said for ${longerThanUsual} whether it could offer a place`,
  ],
  DAYS_DROP_OUT: [
    'Days in your log will soon be too old to count',
    () => 'Days in your log will soon be too old to count',
  ],
} as const satisfies ReminderWords;

/** A kind of thing that somebody is reminded of. */
export type ReminderKind = keyof typeof words;

/** One line for each kind, in the order of the table above and of later features after it, with the page where it is done. */
export const reminderLines = (
  things: readonly { readonly kind: string; readonly page: string }[],
  publicUrl: string,
  more: readonly ReminderWords[] = [],
): string[] =>
  [words, ...more]
    .flatMap((table): [string, ReminderWords[string]][] => Object.entries(table))
    .flatMap(([kind, [one, many]]) => {
      const same = things.filter((thing) => thing.kind === kind);
      const [first] = same;
      if (!first) return [];
      return [`${same.length === 1 ? one : many(same.length)}: ${publicUrl}${first.page}`];
    });
