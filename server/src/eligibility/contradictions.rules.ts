import { faultOf, toInterval, type ApproximateDate, type DateInterval } from '../kernel/approximate-date.ts';
import { addYears, earlierOf, inWords, laterOf, type CalendarDate } from '../kernel/calendar-date.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { AnswerField, EligibilityAnswers } from './answers.rules.ts';
import { isUsed } from './questions.rules.ts';

type DateField = 'leftRegister' | 'lastPractised' | 'qualified';
const dateFields: readonly DateField[] = ['leftRegister', 'lastPractised', 'qualified'];

const names: Readonly<Record<DateField, string>> = {
  leftRegister: 'The day you came off the Register',
  lastPractised: 'The day you last practised',
  qualified: 'The day you qualified',
};

const invalid = (path: readonly string[], message: string, help: string): Refusal => ({
  code: 'VALUE_INVALID',
  path: ['answers', ...path],
  message,
  help,
});

const faultOfDate = (field: DateField, date: ApproximateDate, today: CalendarDate): Refusal | undefined => {
  const fault = faultOf(date);
  if (fault) return invalid([field, fault.part], `${names[field]} is not a date.`, fault.message);
  return toInterval(date).earliest > today
    ? invalid([field], `${names[field]} has not come yet.`, 'Give a day in the past.')
    : undefined;
};

/** The days a given date can mean, up to today; undefined where it was not given, is not needed or is impossible. */
export const intervalOf = (
  answers: EligibilityAnswers,
  field: DateField,
  today: CalendarDate,
): DateInterval | undefined => {
  const date = answers[field];
  if (!date || !isUsed(field, answers) || faultOfDate(field, date, today)) return undefined;
  const { earliest, latest } = toInterval(date);
  return { earliest, latest: earlierOf(latest, today) };
};

const orderFaults = (answers: EligibilityAnswers, today: CalendarDate): Refusal[] => {
  const left = intervalOf(answers, 'leftRegister', today);
  const last = intervalOf(answers, 'lastPractised', today);
  const qualified = intervalOf(answers, 'qualified', today);
  const faults: Refusal[] = [];
  if (last && left && answers.work === 'PRACTISED_ABROAD' && last.latest < left.earliest)
    faults.push(
      invalid(
        ['lastPractised'],
        'You say that you practised abroad after you came off the Register, but this date is before it.',
        'Give the last day you practised abroad, or change the answer about work.',
      ),
    );
  if (last && left && answers.work && answers.work !== 'PRACTISED_ABROAD' && last.earliest > left.latest)
    faults.push(
      invalid(
        ['lastPractised'],
        'You say that you have not practised since you came off the Register, but this date is after it.',
        'Check both dates, or change the answer about work.',
      ),
    );
  if (last && qualified && last.latest < qualified.earliest)
    faults.push(invalid(['lastPractised'], 'This date is before you qualified.', 'Check both dates.'));
  return faults;
};

const applicationFaults = (answers: EligibilityAnswers, today: CalendarDate): Refusal[] => {
  const { applicationOn, registeredWithProgrammeOn } = answers;
  const faults: Refusal[] = [];
  const past = dateFields
    .map((field) => intervalOf(answers, field, today)?.earliest)
    .filter((date) => date !== undefined);
  if (applicationOn && past.length > 0 && applicationOn < past.reduce(laterOf))
    faults.push(
      invalid(
        ['applicationOn'],
        'The application is before the other dates.',
        `Give a day from ${inWords(past.reduce(laterOf))} on.`,
      ),
    );
  if (applicationOn && applicationOn > addYears(today, 10))
    faults.push(invalid(['applicationOn'], 'The application is more than ten years from now.', 'Give an earlier day.'));
  if (registeredWithProgrammeOn && registeredWithProgrammeOn > today)
    faults.push(
      invalid(['registeredWithProgrammeOn'], 'That day has not come yet.', 'Give a day in the past, or leave it out.'),
    );
  return faults;
};

/** Answers that are impossible or do not fit together, each with the field it concerns. */
export const contradictionsIn = (answers: EligibilityAnswers, today: CalendarDate): Refusal[] => {
  const impossible = dateFields.flatMap((field) => {
    const date = answers[field];
    const fault = date && isUsed(field satisfies AnswerField, answers) ? faultOfDate(field, date, today) : undefined;
    return fault ? [fault] : [];
  });
  return [...impossible, ...orderFaults(answers, today), ...applicationFaults(answers, today)];
};
