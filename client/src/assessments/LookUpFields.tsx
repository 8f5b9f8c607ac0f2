import { graphql } from '../generated/gql.ts';
import { emptyDate, readWholeDate, typedFromDate, type TypedDate } from '../ui/approximate-date.ts';
import { Radios } from '../ui/Choices.tsx';
import { DateInput, datePartId } from '../ui/DateInput.tsx';
import { errorFor, type FieldError } from '../ui/ErrorSummary.tsx';
import { TextArea } from '../ui/TextInput.tsx';

/** An assessor with what was seen of them. @fragment */
export const AssessorFields = graphql(`
  fragment AssessorFields on Assessor {
    id
    version
    displayName
    registeredFrom
    registeredUntil
    hasProceedings
    checkedOn
    checkedBy
    seen
    profession {
      id
      code
      name
    }
  }
`);

/** What somebody saw on the Register, as they type it. */
export interface LookUpDraft {
  readonly registeredFrom: TypedDate;
  readonly registeredUntil: TypedDate;
  readonly hasProceedings: string;
  readonly checkedOn: TypedDate;
  readonly seen: string;
}

/** Begins with today as the day of the look. */
export const newLookUp = (today: string): LookUpDraft => ({
  registeredFrom: emptyDate,
  registeredUntil: emptyDate,
  hasProceedings: '',
  checkedOn: typedFromDate(today),
  seen: '',
});

const isEmpty = ({ day, month, year }: TypedDate): boolean => [day, month, year].every((part) => part.trim() === '');

/** What was typed, as the server wants it, and what is missing. */
export const readLookUp = (draft: LookUpDraft) => {
  const missing: FieldError[] = [];
  const dateOf = (value: TypedDate, field: string, subject: string): string => {
    const read = readWholeDate(value, subject);
    if ('date' in read) return read.date;
    missing.push({ field: datePartId(field, read.part), message: read.message });
    return '';
  };
  const input = {
    checkedOn: dateOf(draft.checkedOn, 'checkedOn', 'the day on which you looked'),
    registeredFrom: dateOf(draft.registeredFrom, 'registeredFrom', 'since when they are on the Register'),
    registeredUntil: isEmpty(draft.registeredUntil)
      ? null
      : dateOf(draft.registeredUntil, 'registeredUntil', 'until when they were on the Register'),
    hasProceedings: draft.hasProceedings === 'yes',
    seen: draft.seen,
  };
  if (draft.hasProceedings === '')
    missing.push({ field: 'hasProceedings', message: 'Choose whether you saw a case, a caution or conditions' });
  if (draft.seen.trim() === '') missing.push({ field: 'seen', message: 'Enter what you saw' });
  return { input, missing };
};

/** The field of the form for a path of the server. */
export const lookUpField = (path: readonly string[]): string | undefined => {
  const last = path.at(-1);
  return last === 'checkedOn' || last === 'registeredFrom' || last === 'registeredUntil'
    ? datePartId(last, 'day')
    : last;
};

interface LookUpFieldsProps {
  readonly draft: LookUpDraft;
  readonly onChange: (draft: LookUpDraft) => void;
  readonly errors: readonly FieldError[];
}
const errorOf = (errors: readonly FieldError[], id: string) =>
  errors.find(({ field }) => field?.startsWith(`${id}-`))?.message;

/** What somebody saw of an assessor on the Register. */
export const LookUpFields = ({ draft, onChange, errors }: LookUpFieldsProps) => (
  <>
    <DateInput
      id="checkedOn"
      label="When did you look them up?"
      legendSize="s"
      value={draft.checkedOn}
      onChange={(checkedOn) => onChange({ ...draft, checkedOn })}
      error={errorOf(errors, 'checkedOn')}
    />
    <DateInput
      id="registeredFrom"
      label="Since when are they on the Register?"
      legendSize="s"
      value={draft.registeredFrom}
      onChange={(registeredFrom) => onChange({ ...draft, registeredFrom })}
      error={errorOf(errors, 'registeredFrom')}
    />
    <DateInput
      id="registeredUntil"
      label="Until when? (if it has ended or will)"
      hint="Leave it empty while it goes on."
      legendSize="s"
      value={draft.registeredUntil}
      onChange={(registeredUntil) => onChange({ ...draft, registeredUntil })}
      error={errorOf(errors, 'registeredUntil')}
    />
    <Radios
      id="hasProceedings"
      name="hasProceedings"
      label="Did you see an open fitness to practise case, a caution or conditions?"
      legendSize="s"
      choices={[
        { value: 'no', label: 'No' },
        { value: 'yes', label: 'Yes' },
      ]}
      value={draft.hasProceedings}
      onChange={(hasProceedings) => onChange({ ...draft, hasProceedings })}
      error={errorFor(errors, 'hasProceedings')}
    />
    <TextArea
      id="seen"
      label="What did you see?"
      hint="One sentence. For example: on the Register since 2015, no conditions."
      value={draft.seen}
      maxLength={2000}
      onChange={(event) => onChange({ ...draft, seen: event.target.value })}
      error={errorFor(errors, 'seen')}
    />
  </>
);
