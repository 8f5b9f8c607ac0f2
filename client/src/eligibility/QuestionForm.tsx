import { useState, type ReactNode } from 'react';
import type { EligibilityAnswersInput, EligibilityQuestionFieldsFragment } from '../generated/graphql.ts';
import {
  emptyDate,
  readApproximateDate,
  typedFrom,
  type ApproximateDateValue,
  type DatePart,
  type TypedDate,
} from '../ui/approximate-date.ts';
import { Button } from '../ui/Button.tsx';
import { Details } from '../ui/Callouts.tsx';
import { Radios } from '../ui/Choices.tsx';
import { DateInput, datePartId } from '../ui/DateInput.tsx';
import { ErrorSummary, type FieldError } from '../ui/ErrorSummary.tsx';
import { Page } from '../ui/Page.tsx';

type Question = EligibilityQuestionFieldsFragment;
type Part = Question['parts'][number];

/** What is wrong with one part of a question. */
export interface PartError extends FieldError {
  part: string;
  datePart?: DatePart;
}

interface QuestionFormProps {
  question: Question;
  caption: string;
  backHref: string;
  answers: EligibilityAnswersInput;
  /** What the server said is wrong with the answers as they stand. */
  wrong: readonly PartError[];
  /** Takes the answers of this page; gives back what the server finds wrong with them. */
  onAnswer: (given: EligibilityAnswersInput) => Promise<readonly PartError[]>;
  problem?: ReactNode;
}

/** One question on its own page. What was typed stays, whatever is wrong with it. */
export function QuestionForm({ question, caption, backHref, answers, wrong, onAnswer, problem }: QuestionFormProps) {
  const [choices, setChoices] = useState(() => chosenBefore(question, answers));
  const [dates, setDates] = useState(() => typedBefore(question, answers));
  const [errors, setErrors] = useState<readonly PartError[]>(wrong);
  const [busy, setBusy] = useState(false);
  const single = question.parts.length === 1;

  const submit = async () => {
    const read = question.parts.map((part) => readPart(part, choices[part.field], dates[part.field]));
    const missing = read.flatMap((reading) => ('error' in reading ? [reading.error] : []));
    setErrors(missing);
    if (missing.length > 0) return;
    setBusy(true);
    const found = await onAnswer(Object.fromEntries(read.flatMap((r) => ('value' in r ? [[r.field, r.value]] : []))));
    setBusy(false);
    setErrors(found);
  };

  return (
    <Page
      title={question.title}
      caption={caption}
      backHref={backHref}
      hasErrors={errors.length > 0}
      beforeHeading={
        <>
          {problem}
          <ErrorSummary errors={errors} />
        </>
      }
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {question.hint === null ? null : <p>{question.hint}</p>}
        {question.parts.map((part) => {
          const error = errors.find((one) => one.part === part.field);
          const field = {
            id: part.field,
            label: part.label,
            ...(part.hint === null ? {} : { hint: part.hint }),
            error: error?.message,
            legendSize: single ? ('hidden' as const) : ('m' as const),
          };
          return part.kind === 'OPTIONS' ? (
            <Radios
              key={part.field}
              {...field}
              name={part.field}
              choices={part.options.map(({ value, label, hint }) => ({
                value,
                label,
                ...(hint === null ? {} : { hint }),
              }))}
              value={choices[part.field]}
              onChange={(value) => setChoices({ ...choices, [part.field]: value })}
            />
          ) : (
            <DateInput
              key={part.field}
              {...field}
              approximate
              value={dates[part.field] ?? emptyDate}
              onChange={(value) => setDates({ ...dates, [part.field]: value })}
              wrongPart={error?.datePart}
            />
          );
        })}
        <Button busy={busy}>Continue</Button>
      </form>
      <Details summary="Why we ask">
        <p>{question.why}</p>
      </Details>
    </Page>
  );
}

/** What to do about a choice that was not made, as a sentence; by the field of the contract that it fills. */
const unanswered: Readonly<Record<string, string>> = {
  profession: 'Choose the profession that you want to go back to',
  registration: 'Choose what is true for you and the Register',
  practising: 'Choose whether you work in your profession now',
  trained: 'Choose where you trained',
  work: 'Choose whether you have worked in your profession since then',
  livesIn: 'Choose where you live',
  plansToWorkIn: 'Choose where you plan to work',
};

const sayUnanswered = ({ field, label }: Part): string => unanswered[field] ?? `Choose an answer to “${label}”`;

type Reading = { field: string; value: string | ApproximateDateValue } | { error: PartError };

function readPart(part: Part, choice: string | undefined, typed: TypedDate | undefined): Reading {
  if (part.kind === 'OPTIONS') {
    return choice === undefined
      ? { error: { part: part.field, field: part.field, message: sayUnanswered(part) } }
      : { field: part.field, value: choice };
  }
  const reading = readApproximateDate(typed ?? emptyDate, 'a date');
  return 'date' in reading
    ? { field: part.field, value: reading.date }
    : {
        error: {
          part: part.field,
          field: datePartId(part.field, reading.part),
          message: reading.message,
          datePart: reading.part,
        },
      };
}

const answerTo = (answers: EligibilityAnswersInput, field: string): unknown => Reflect.get(answers, field);

const chosenBefore = ({ parts }: Question, answers: EligibilityAnswersInput): Record<string, string> =>
  Object.fromEntries(
    parts.flatMap(({ field }) => {
      const before = answerTo(answers, field);
      return typeof before === 'string' ? [[field, before]] : [];
    }),
  );

const typedBefore = ({ parts }: Question, answers: EligibilityAnswersInput): Record<string, TypedDate> =>
  Object.fromEntries(
    parts.flatMap(({ field }) => {
      const before = answerTo(answers, field);
      return isDate(before) ? [[field, typedFrom(before)]] : [];
    }),
  );

const isDate = (before: unknown): before is ApproximateDateValue =>
  typeof before === 'object' && before !== null && 'year' in before && typeof before.year === 'number';
