import { typedFromDate, emptyDate, readWholeDate, type TypedDate } from '../ui/approximate-date.ts';
import { datePartId } from '../ui/DateInput.tsx';
import type { FieldError } from '../ui/ErrorSummary.tsx';
import type { PlacementPreference, PlacementRequestFieldsFragment, PlacementWishInput } from '../generated/graphql.ts';
import { isOneOf } from '../ui/words.ts';
import { adjustments, preferences, settings, travelModes } from './words.ts';

/** What somebody asks for, as they type it: kept in the tab until it is sent. */
export interface WishDraft {
  travelMode: string;
  travelMinutes: string;
  weekdays: string[];
  daysAWeek: string;
  daysNeeded: string;
  dayStartsAt: string;
  dayEndsAt: string;
  minutesADay: string;
  earliest: TypedDate;
  latest: TypedDate;
  noticeDays: string;
  adjustments: string[];
  likedWeekdays: string[];
  likedSettings: string[];
  wantsPaid: string;
  ranking: string[];
}

const allPreferences = Object.keys(preferences).filter((key): key is PlacementPreference => isOneOf(preferences, key));

/** The steps of the form, in their order. */
export const wishSteps = ['travel', 'days', 'dates', 'support', 'wishes'] as const;
export type WishStep = (typeof wishSteps)[number];

/** Whether some text, for example of an address, names a step. */
export const isWishStep = (text: string | undefined): text is WishStep => wishSteps.some((step) => step === text);

/** A new wish. `daysNeeded` is what is still missing in the log, in days. */
export const newWish = (daysNeeded: number | null): WishDraft => ({
  travelMode: '',
  travelMinutes: '45',
  weekdays: [],
  daysAWeek: '2',
  daysNeeded: daysNeeded === null || daysNeeded < 1 ? '' : String(Math.min(daysNeeded, 120)),
  dayStartsAt: '480',
  dayEndsAt: '1080',
  minutesADay: '240',
  earliest: emptyDate,
  latest: emptyDate,
  noticeDays: '14',
  adjustments: [],
  likedWeekdays: [],
  likedSettings: [],
  wantsPaid: 'no',
  ranking: [...allPreferences],
});

/** A request that was sent, as it would be typed. */
export const wishOf = (request: PlacementRequestFieldsFragment): WishDraft => ({
  travelMode: request.travelMode,
  travelMinutes: String(request.travelMinutesAtMost),
  weekdays: request.weekdays.map(String),
  daysAWeek: String(request.daysAWeek),
  daysNeeded: String(request.daysNeeded),
  dayStartsAt: String(request.dayStartsAt),
  dayEndsAt: String(request.dayEndsAt),
  minutesADay: String(request.minutesADayAtLeast),
  earliest: typedFromDate(request.earliestStartOn),
  latest: typedFromDate(request.latestStartOn),
  noticeDays: String(request.noticeDays),
  adjustments: [...request.adjustments],
  likedWeekdays: request.likedWeekdays.map(String),
  likedSettings: [...request.likedSettings],
  wantsPaid: request.wantsPaid ? 'yes' : 'no',
  ranking: [...request.ranking, ...allPreferences.filter((each) => !request.ranking.includes(each))],
});

/** Puts one thing of a ranking at a place, counted from nought. */
export function movedTo(ranking: readonly string[], item: string, to: number): string[] {
  if (!ranking.includes(item) || to < 0 || to >= ranking.length) return [...ranking];
  const rest = ranking.filter((each) => each !== item);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}

const readDate = (typed: TypedDate, id: string, subject: string): { date: string } | FieldError => {
  const read = readWholeDate(typed, subject);
  return 'date' in read ? read : { field: datePartId(id, read.part), message: read.message };
};

/** What is missing on a step, or contradicts itself there. What is allowed is for the server to say. */
export function missingOn(step: WishStep, draft: WishDraft): FieldError[] {
  switch (step) {
    case 'travel':
      return isOneOf(travelModes, draft.travelMode)
        ? []
        : [{ field: 'travelMode', message: 'Choose how you would travel' }];
    case 'days':
      return [
        ...(draft.weekdays.length === 0
          ? [{ field: 'weekdays', message: 'Choose at least one day on which you can come' }]
          : []),
        ...(Number(draft.daysAWeek) > draft.weekdays.length && draft.weekdays.length > 0
          ? [{ field: 'daysAWeek', message: 'You ask for more days a week than you can come' }]
          : []),
        ...(Number(draft.dayEndsAt) - Number(draft.dayStartsAt) < Number(draft.minutesADay)
          ? [{ field: 'minutesADay', message: 'The shortest day is longer than the hours you can come' }]
          : []),
      ];
    case 'dates': {
      const earliest = readDate(draft.earliest, 'earliest', 'the earliest day you can start');
      const latest = readDate(draft.latest, 'latest', 'the latest day you can start');
      const errors = [earliest, latest].filter((each): each is FieldError => 'message' in each);
      if ('date' in earliest && 'date' in latest && latest.date < earliest.date) {
        errors.push({ field: datePartId('latest', 'day'), message: 'The latest day is before the earliest' });
      }
      return /^\d{1,3}$/.test(draft.daysNeeded.trim()) && Number(draft.daysNeeded) > 0
        ? errors
        : [...errors, { field: 'daysNeeded', message: 'Enter how many days you look for, like 20' }];
    }
    case 'support':
    case 'wishes':
      return [];
  }
}

const stepsOfFields: Readonly<Record<keyof PlacementWishInput, WishStep>> = {
  travelMode: 'travel',
  travelMinutesAtMost: 'travel',
  weekdays: 'days',
  daysAWeek: 'days',
  dayStartsAt: 'days',
  dayEndsAt: 'days',
  minutesADayAtLeast: 'days',
  earliestStartOn: 'dates',
  latestStartOn: 'dates',
  noticeDays: 'dates',
  daysNeeded: 'dates',
  adjustments: 'support',
  likedWeekdays: 'wishes',
  likedSettings: 'wishes',
  wantsPaid: 'wishes',
  ranking: 'wishes',
};

/** The step on which a field of a wish is put right; undefined for what no step asks. */
export const stepOfField = (field: string | undefined): WishStep | undefined =>
  Object.entries(stepsOfFields).find(([name]) => name === field)?.[1];

/** The first step that is not filled in yet. */
export const firstOpenStep = (draft: WishDraft): WishStep | undefined =>
  wishSteps.find((step) => missingOn(step, draft).length > 0);

/** The wish as the server takes it; undefined while something is missing. */
export function wishFrom(draft: WishDraft): Required<PlacementWishInput> | undefined {
  const earliest = readWholeDate(draft.earliest, '');
  const latest = readWholeDate(draft.latest, '');
  if (!isOneOf(travelModes, draft.travelMode) || !('date' in earliest) || !('date' in latest)) return undefined;
  if (firstOpenStep(draft) !== undefined) return undefined;
  const weekdays = draft.weekdays.map(Number).toSorted((one, other) => one - other);
  return {
    travelMode: draft.travelMode,
    travelMinutesAtMost: Number(draft.travelMinutes),
    weekdays,
    daysAWeek: Number(draft.daysAWeek),
    daysNeeded: Number(draft.daysNeeded),
    dayStartsAt: Number(draft.dayStartsAt),
    dayEndsAt: Number(draft.dayEndsAt),
    minutesADayAtLeast: Number(draft.minutesADay),
    earliestStartOn: earliest.date,
    latestStartOn: latest.date,
    noticeDays: Number(draft.noticeDays),
    adjustments: draft.adjustments.filter((each) => isOneOf(adjustments, each)),
    // A day that was taken out of the limits cannot be liked any more.
    likedWeekdays: draft.likedWeekdays.map(Number).filter((day) => weekdays.includes(day)),
    likedSettings: draft.likedSettings.filter((each) => isOneOf(settings, each)),
    wantsPaid: draft.wantsPaid === 'yes',
    ranking: draft.ranking.filter((each) => isOneOf(preferences, each)),
  };
}
