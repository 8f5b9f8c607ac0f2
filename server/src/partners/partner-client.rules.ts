import { allScopes, scopes, scopesFor, type Scope } from '../access/scopes.ts';
import { addDays, type CalendarDate } from '../kernel/calendar-date.ts';
import type { Refusal } from '../kernel/refusal.ts';

/** Points that a program's queries may cost within an hour. One query costs 1,000 at the most. */
export const HOURLY_BUDGET = 10_000;

/** A client lasts a year at the most; then somebody looks at it again (assumed). */
export const DAYS_AT_MOST = 366;

/** For how long the old key goes on beside a new one, at the most, in hours. */
export const OVERLAP_HOURS_AT_MOST = 168;

export const clientNameAtMost = 80;

/** How a client stands. */
export const clientStandings = {
  IN_USE: 'It may ask.',
  ENDED: 'Its last day is past.',
  REVOKED: 'Somebody has revoked it.',
} as const;
/** How a client stands. */
export type ClientStanding = keyof typeof clientStandings;

/** How a client stands today. */
export const standingOfClient = (
  { endsOn, isRevoked }: { readonly endsOn: string; readonly isRevoked: boolean },
  today: CalendarDate,
): ClientStanding => {
  if (isRevoked) return 'REVOKED';
  return endsOn < today ? 'ENDED' : 'IN_USE';
};

/** So many days before its last one, whoever answers for a client is written to (assumed). */
export const TOLD_BEFORE_DAYS = 14;

/** What whoever answers for a client is told of its end. */
export type NewsOfEnd = 'ENDS' | 'ENDED';

/** What is to be told of the end of a client today; null where there is nothing, or it was told. */
export const newsOfEnd = (
  { endsOn, told }: { readonly endsOn: CalendarDate; readonly told: NewsOfEnd | null },
  today: CalendarDate,
): NewsOfEnd | null => {
  if (endsOn < today) return told === 'ENDED' ? null : 'ENDED';
  return told === null && endsOn <= addDays(today, TOLD_BEFORE_DAYS) ? 'ENDS' : null;
};

/** Why these scopes cannot be given to a client of this kind; empty if they can. */
export const faultsOfScopes = (asked: readonly string[], of: keyof typeof scopesFor): Refusal[] => {
  const possible: readonly string[] = scopesFor[of];
  if (asked.length === 0)
    return [
      {
        code: 'VALUE_MISSING',
        path: ['scopes'],
        message: 'Choose what the program may do.',
        help: 'Choose at least one scope, and no more than it needs.',
      },
    ];
  const unfit = asked.filter((scope) => !possible.includes(scope));
  return unfit.length === 0
    ? []
    : [
        {
          code: 'VALUE_INVALID',
          path: ['scopes'],
          message: `A program of ${of === 'BOARD' ? 'a board' : 'an organisation'} cannot have ${unfit.join(', ')}.`,
          help: `Choose among ${possible.join(', ')}.`,
        },
      ];
};

/** Why a client cannot end on this day; empty if it can. */
export const faultsOfEnd = (endsOn: CalendarDate, today: CalendarDate): Refusal[] => {
  const last = addDays(today, DAYS_AT_MOST);
  return endsOn >= today && endsOn <= last
    ? []
    : [
        {
          code: 'VALUE_INVALID',
          path: ['endsOn'],
          message: 'A program can be let in for a year at the most, and not for the past.',
          help: `Give a day from ${today} to ${last}.`,
        },
      ];
};

/** The scopes of a list that are ours, each once, in the order of our list. */
export const inOrder = (asked: readonly string[]): Scope[] => allScopes.filter((scope) => asked.includes(scope));

/** What the scopes let a program do, in plain words. */
export const inWords = (granted: readonly Scope[]) => granted.map((scope) => ({ scope, meaning: scopes[scope] }));
