import type { SupervisorFieldsFragment } from '../generated/graphql.ts';
import { emptyDate, readWholeDate, typedFromDate, type TypedDate } from '../ui/approximate-date.ts';
import { datePartId } from '../ui/DateInput.tsx';
import type { FieldError } from '../ui/ErrorSummary.tsx';

/** A stretch of time as it is typed; an empty end means that it goes on. */
export interface TypedSpan {
  from: TypedDate;
  until: TypedDate;
}

/** A supervisor as they are typed. */
export interface SupervisorDraft {
  displayName: string;
  professionCode: string;
  spans: TypedSpan[];
  /** One activity a line. */
  scope: string;
  atOnceAtMost: string;
  weekdays: string[];
}

export const emptySpan: TypedSpan = { from: emptyDate, until: emptyDate };

/** Nobody yet: two returners at once, on weekdays. */
export const newSupervisor: SupervisorDraft = {
  displayName: '',
  professionCode: '',
  spans: [emptySpan],
  scope: '',
  atOnceAtMost: '2',
  weekdays: ['1', '2', '3', '4', '5'],
};

/** A supervisor as they would be typed. */
export const supervisorDraftOf = (supervisor: SupervisorFieldsFragment): SupervisorDraft => ({
  displayName: supervisor.displayName,
  professionCode: supervisor.profession.code,
  spans: supervisor.registered.map(({ from, until }) => ({
    from: typedFromDate(from),
    until: until === null ? emptyDate : typedFromDate(until),
  })),
  scope: supervisor.scope.join('\n'),
  atOnceAtMost: String(supervisor.atOnceAtMost),
  weekdays: supervisor.weekdays.map(String),
});

const isEmpty = ({ day, month, year }: TypedDate): boolean => [day, month, year].every((part) => part.trim() === '');

/** Understands stretches of time; an end may stay empty. `id` is that of the form's fields. */
export function readSpans(
  spans: readonly TypedSpan[],
  id: string,
  errors: FieldError[],
): { from: string; until: string | null }[] {
  const dateOf = (value: TypedDate, field: string, subject: string): string => {
    const read = readWholeDate(value, subject);
    if ('date' in read) return read.date;
    errors.push({ field: datePartId(field, read.part), message: read.message });
    return '';
  };
  return spans
    .map(({ from, until }, index) => ({ from, until, index }))
    .filter(({ from, until, index }) => index === 0 || !isEmpty(from) || !isEmpty(until))
    .map(({ from, until, index }) => ({
      from: dateOf(from, `${id}-${index}-from`, 'the first day'),
      until: isEmpty(until) ? null : dateOf(until, `${id}-${index}-until`, 'the last day'),
    }));
}

/** Understands what was typed, or says what is missing. What is allowed is for the server to say. */
export function readSupervisor(draft: SupervisorDraft) {
  const errors: FieldError[] = [];
  if (draft.displayName.trim() === '') errors.push({ field: 'displayName', message: 'Enter a name' });
  if (draft.professionCode === '') errors.push({ field: 'professionCode', message: 'Choose the profession' });
  const registered = readSpans(draft.spans, 'registered', errors);
  if (!/^\d{1,2}$/.test(draft.atOnceAtMost.trim()))
    errors.push({ field: 'atOnceAtMost', message: 'Enter how many returners at once as a number' });
  if (draft.weekdays.length === 0) errors.push({ field: 'weekdays', message: 'Choose at least one day of the week' });
  if (errors.length > 0) return { errors };
  return {
    supervisor: {
      displayName: draft.displayName,
      professionCode: draft.professionCode,
      registered,
      scope: draft.scope
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
      atOnceAtMost: Number(draft.atOnceAtMost),
      weekdays: draft.weekdays.map(Number).toSorted((one, other) => one - other),
    },
  };
}

/** The field of the form that a path of the server's refusal is about. */
export const supervisorField = (path: readonly string[]): string | undefined => {
  const last = path.at(-1);
  return last === 'registered' ? datePartId('registered-0-from', 'day') : last;
};
