import type { LoggedDayFieldsFragment, UpdatingKind } from '../generated/graphql.ts';
import { readWholeDate, typedFromDate } from '../ui/approximate-date.ts';
import { datePartId } from '../ui/DateInput.tsx';
import type { FieldError } from '../ui/ErrorSummary.tsx';
import { isKind } from './kinds.ts';

/** A day as it is being typed. Everything is text, so that nothing typed is lost. */
export interface DayDraft {
  kind: string;
  /** 'today', 'yesterday' or 'other'. */
  when: string;
  day: string;
  month: string;
  year: string;
  /** Minutes of a quick choice, or 'other'. */
  length: string;
  hours: string;
  minutes: string;
  startsAt: string;
  isPaidPost: boolean;
  note: string;
  isNoteChecked: boolean;
}

/** A day read from what was typed. */
export interface DayRead {
  onDate: string;
  kind: UpdatingKind;
  minutes: number;
  startsAt: string | null;
  isPaidPost: boolean;
  note: string | null;
  isNoteChecked: boolean;
}

/** The quick choices of a length, in minutes. */
export const quickLengths: readonly { value: string; label: string }[] = [
  { value: '420', label: 'A whole day (7 hours)' },
  { value: '210', label: 'Half a day (3 hours 30 minutes)' },
];

/** A new day: today, and a whole one. */
export const newDay: DayDraft = {
  kind: '',
  when: 'today',
  day: '',
  month: '',
  year: '',
  length: '420',
  hours: '',
  minutes: '',
  startsAt: '',
  isPaidPost: false,
  note: '',
  isNoteChecked: false,
};

/** A logged day as it would be typed. */
export function draftOf(day: Omit<LoggedDayFieldsFragment, '__typename' | 'id' | 'version'>): DayDraft {
  const isQuick = quickLengths.some(({ value }) => value === String(day.minutes));
  return {
    ...newDay,
    ...typedFromDate(day.onDate),
    kind: day.kind,
    when: 'other',
    length: isQuick ? String(day.minutes) : 'other',
    hours: isQuick ? '' : String(Math.floor(day.minutes / 60)),
    minutes: isQuick ? '' : String(day.minutes % 60),
    startsAt: day.startsAt ?? '',
    isPaidPost: day.isPaidPost,
    note: day.note ?? '',
  };
}

/** The calendar date before another. */
export function dayBefore(date: string): string {
  const before = new Date(`${date}T00:00:00Z`);
  before.setUTCDate(before.getUTCDate() - 1);
  return before.toISOString().slice(0, 10);
}

/** Understands what was typed, or says what is missing. What is allowed is for the server to say. */
export function readDay(draft: DayDraft, today: string): { day: DayRead } | { errors: FieldError[] } {
  const errors: FieldError[] = [];
  if (!isKind(draft.kind)) errors.push({ field: 'kind', message: 'Choose what kind of updating it was' });
  const date = readDate(draft, today);
  if ('message' in date) errors.push(date);
  const length = readLength(draft);
  if (typeof length !== 'number') errors.push(length);
  const startsAt = readTime(draft.startsAt);
  if (startsAt === undefined) errors.push({ field: 'startsAt', message: 'Enter the time like 09:30' });
  if (errors.length > 0 || !isKind(draft.kind) || 'message' in date || typeof length !== 'number') return { errors };
  return {
    day: {
      onDate: date.date,
      kind: draft.kind,
      minutes: length,
      startsAt: startsAt ?? null,
      isPaidPost: draft.isPaidPost && draft.kind === 'SUPERVISED',
      note: draft.note.trim() === '' ? null : draft.note.trim(),
      isNoteChecked: draft.isNoteChecked,
    },
  };
}

function readDate(draft: DayDraft, today: string): { date: string } | FieldError {
  if (draft.when === 'today') return { date: today };
  if (draft.when === 'yesterday') return { date: dayBefore(today) };
  const read = readWholeDate({ day: draft.day, month: draft.month, year: draft.year }, 'the date');
  return 'date' in read ? read : { field: datePartId('onDate', read.part), message: read.message };
}

function readLength({ length, hours, minutes }: DayDraft): number | FieldError {
  if (length !== 'other') return Number(length);
  const [typedHours, typedMinutes] = [hours.trim() || '0', minutes.trim() || '0'];
  // "7.5" hours is how many people write it down.
  const inHours = /^\d{1,2}([.,]\d{1,2})?$/.test(typedHours) ? Number(typedHours.replace(',', '.')) : Number.NaN;
  const rest = /^\d{1,2}$/.test(typedMinutes) ? Number(typedMinutes) : Number.NaN;
  if (Number.isNaN(inHours)) return { field: 'hours', message: 'Enter the hours as a number, like 7 or 7.5' };
  if (Number.isNaN(rest) || rest > 59) return { field: 'minutes', message: 'Enter minutes from 0 to 59' };
  const total = Math.round(inHours * 60) + rest;
  return total === 0 ? { field: 'hours', message: 'Enter how long it took' } : total;
}

/** '9:30', '9.30' and '0930' are all half past nine; null where nothing was typed. */
function readTime(typed: string): string | null | undefined {
  if (typed.trim() === '') return null;
  const [, hour, minute] = /^(\d{1,2})[:. ]?(\d{2})$/.exec(typed.trim()) ?? [];
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${hour.padStart(2, '0')}:${minute}`;
}

/** The field of the form that a path of the server's refusal is about. */
export const dayField = (path: readonly string[]): string | undefined => {
  const last = path.at(-1);
  if (last === 'onDate') return 'when';
  return last === 'minutes' ? 'length' : last;
};
