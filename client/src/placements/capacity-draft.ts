import type { AddCapacityOfferInput, CapacityOfferFieldsFragment } from '../generated/graphql.ts';
import { emptyDate, readWholeDate, typedFromDate, type TypedDate } from '../ui/approximate-date.ts';
import { datePartId } from '../ui/DateInput.tsx';
import type { FieldError } from '../ui/ErrorSummary.tsx';
import { isOneOf } from '../ui/words.ts';
import { adjustments, answers, contracts, noReasons, settings } from './words.ts';

/** Places as they are typed. */
export interface CapacityDraft {
  answer: string;
  noReason: string;
  maybeUntil: TypedDate;
  askAgainOn: TypedDate;
  professionCode: string;
  places: string;
  startsOn: TypedDate;
  endsOn: TypedDate;
  weekdays: string[];
  dayStartsAt: string;
  dayEndsAt: string;
  supervisorId: string;
  supervisorNamedBy: TypedDate;
  setting: string;
  contract: string;
  noticeDays: string;
  remotePercent: string;
  adjustments: string[];
  /** Ids of the boards whose returners may have the places first. */
  firstShownTo: string[];
  shownToAllOn: TypedDate;
}

/** A new offer: yes, one place, on weekdays. */
export const newCapacity: CapacityDraft = {
  answer: 'YES',
  noReason: '',
  maybeUntil: emptyDate,
  askAgainOn: emptyDate,
  professionCode: '',
  places: '1',
  startsOn: emptyDate,
  endsOn: emptyDate,
  weekdays: ['1', '2', '3', '4', '5'],
  dayStartsAt: '540',
  dayEndsAt: '1020',
  supervisorId: '',
  supervisorNamedBy: emptyDate,
  setting: 'CLINICAL',
  contract: 'HONORARY',
  noticeDays: '14',
  remotePercent: '0',
  adjustments: [],
  firstShownTo: [],
  shownToAllOn: emptyDate,
};

const typed = (date: string | null): TypedDate => (date === null ? emptyDate : typedFromDate(date));

/** An offer as it would be typed. */
export const capacityOf = (offer: CapacityOfferFieldsFragment): CapacityDraft => ({
  answer: offer.answer,
  noReason: offer.noReason ?? '',
  maybeUntil: typed(offer.maybeUntil),
  askAgainOn: typed(offer.askAgainOn),
  professionCode: offer.profession.code,
  places: String(offer.places),
  startsOn: typed(offer.startsOn),
  endsOn: typed(offer.endsOn),
  weekdays: offer.weekdays.map(String),
  dayStartsAt: String(offer.dayStartsAt),
  dayEndsAt: String(offer.dayEndsAt),
  supervisorId: offer.supervisor?.id ?? '',
  supervisorNamedBy: typed(offer.supervisorNamedBy),
  setting: offer.setting,
  contract: offer.contract,
  noticeDays: String(offer.noticeDays),
  remotePercent: String(offer.remotePercent),
  adjustments: [...offer.adjustments],
  firstShownTo: offer.firstShownTo.map(({ id }) => id),
  shownToAllOn: typed(offer.shownToAllOn),
});

type CapacityRead = Required<
  Omit<AddCapacityOfferInput, 'placementSiteId' | 'idempotencyKey' | 'professionCode' | 'firstShownToBoardIds'>
> & { professionCode: string; firstShownToBoardIds: string[] };

/** Understands what was typed, or says what is missing. What is allowed is for the server to say. */
export function readCapacity(draft: CapacityDraft): { capacity: CapacityRead } | { errors: FieldError[] } {
  const errors: FieldError[] = [];
  const dateOf = (value: TypedDate, id: string, subject: string): string => {
    const read = readWholeDate(value, subject);
    if ('date' in read) return read.date;
    errors.push({ field: datePartId(id, read.part), message: read.message });
    return '';
  };
  const isEmpty = ({ day, month, year }: TypedDate) => [day, month, year].every((part) => part.trim() === '');
  if (draft.professionCode === '') errors.push({ field: 'professionCode', message: 'Choose the profession' });
  const isNo = draft.answer === 'NO';
  if (isNo && !isOneOf(noReasons, draft.noReason)) errors.push({ field: 'noReason', message: 'Choose why not' });
  const startsOn = dateOf(draft.startsOn, 'startsOn', 'the first day');
  const endsOn = dateOf(draft.endsOn, 'endsOn', 'the last day');
  const maybeUntil =
    draft.answer === 'MAYBE' ? dateOf(draft.maybeUntil, 'maybeUntil', 'the last day on which it is open') : null;
  const askAgainOn =
    isNo && draft.noReason === 'ASK_LATER' ? dateOf(draft.askAgainOn, 'askAgainOn', 'the day to ask again') : null;
  const supervisorNamedBy =
    draft.supervisorId !== '' || isNo || isEmpty(draft.supervisorNamedBy)
      ? null
      : dateOf(draft.supervisorNamedBy, 'supervisorNamedBy', 'the day by which a supervisor is named');
  const isForSome = !isNo && draft.firstShownTo.length > 0;
  const shownToAllOn =
    isForSome && !isEmpty(draft.shownToAllOn)
      ? dateOf(draft.shownToAllOn, 'shownToAllOn', 'the day from which everybody may have them')
      : null;
  if (draft.weekdays.length === 0) errors.push({ field: 'weekdays', message: 'Choose at least one day of the week' });
  for (const [field, words] of [
    ['places', 'how many places there are'],
    ['noticeDays', 'how many days of notice the site needs'],
    ['remotePercent', 'how much can be done from elsewhere'],
  ] as const) {
    if (!/^\d{1,3}$/.test(draft[field].trim())) errors.push({ field, message: `Enter ${words} as a number` });
  }
  if (errors.length > 0) return { errors };
  return {
    capacity: {
      answer: isOneOf(answers, draft.answer) ? draft.answer : 'YES',
      noReason: isNo && isOneOf(noReasons, draft.noReason) ? draft.noReason : null,
      maybeUntil,
      askAgainOn,
      professionCode: draft.professionCode,
      places: Number(draft.places),
      startsOn,
      endsOn,
      weekdays: draft.weekdays.map(Number).toSorted((one, other) => one - other),
      dayStartsAt: Number(draft.dayStartsAt),
      dayEndsAt: Number(draft.dayEndsAt),
      supervisorId: draft.supervisorId === '' || isNo ? null : draft.supervisorId,
      supervisorNamedBy,
      setting: isOneOf(settings, draft.setting) ? draft.setting : 'CLINICAL',
      contract: isOneOf(contracts, draft.contract) ? draft.contract : 'HONORARY',
      noticeDays: Number(draft.noticeDays),
      remotePercent: Number(draft.remotePercent),
      adjustments: draft.adjustments.filter((each) => isOneOf(adjustments, each)),
      firstShownToBoardIds: isForSome ? draft.firstShownTo : [],
      shownToAllOn,
    },
  };
}

/** The field of the form that a path of the server's refusal is about. */
export const capacityField = (path: readonly string[]): string | undefined => {
  const last = path.at(-1);
  return last !== undefined &&
    ['startsOn', 'endsOn', 'maybeUntil', 'askAgainOn', 'supervisorNamedBy', 'shownToAllOn'].includes(last)
    ? datePartId(last, 'day')
    : last;
};
