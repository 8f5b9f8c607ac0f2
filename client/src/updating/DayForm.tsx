import { useState } from 'react';
import { sayDate } from '../ui/approximate-date.ts';
import { Button } from '../ui/Button.tsx';
import { Checkboxes, Radios } from '../ui/Choices.tsx';
import { DateInput } from '../ui/DateInput.tsx';
import { errorFor, type FieldError } from '../ui/ErrorSummary.tsx';
import { TextArea, TextInput } from '../ui/TextInput.tsx';
import { dayBefore, quickLengths, type DayDraft } from './day-draft.ts';
import { kinds } from './kinds.ts';

interface DayFieldsProps {
  draft: DayDraft;
  onChange: (changes: Partial<DayDraft>) => void;
  errors: readonly FieldError[];
  /** Today by the clock of the service. */
  today: string;
  /** True where the server saw something in the note that may be about a patient. */
  asksAboutNote: boolean;
}

/** The facts of a day: what must be known comes first, with the commonest answers one tap away. */
export function DayFields({ draft, onChange, errors, today, asksAboutNote }: DayFieldsProps) {
  const errorOfDate = errors.find(({ field }) => field?.startsWith('onDate-'))?.message;
  const errorOfLength = errorFor(errors, 'hours') ?? errorFor(errors, 'minutes');
  const isMoreWrong = ['startsAt', 'isPaidPost', 'note'].some((field) => errorFor(errors, field) !== undefined);
  const [wantsMore, setWantsMore] = useState(draft.startsAt !== '' || draft.note !== '' || draft.isPaidPost);
  return (
    <>
      <Radios
        id="kind"
        name="kind"
        label="What kind of updating?"
        choices={kinds}
        value={draft.kind}
        onChange={(kind) => onChange({ kind })}
        error={errorFor(errors, 'kind')}
      />
      <Radios
        id="when"
        name="when"
        label="When?"
        choices={[
          { value: 'today', label: `Today, ${sayDate(today)}` },
          { value: 'yesterday', label: `Yesterday, ${sayDate(dayBefore(today))}` },
          { value: 'other', label: 'Another day' },
        ]}
        value={draft.when}
        onChange={(when) => onChange({ when })}
        error={errorFor(errors, 'when')}
      />
      {draft.when === 'other' ? (
        <div className="rtp-conditional">
          <DateInput
            id="onDate"
            label="Date"
            legendSize="s"
            value={{ day: draft.day, month: draft.month, year: draft.year }}
            onChange={onChange}
            error={errorOfDate}
          />
        </div>
      ) : null}
      <Radios
        id="length"
        name="length"
        label="How long?"
        choices={[...quickLengths, { value: 'other', label: 'Another time' }]}
        value={draft.length}
        onChange={(length) => onChange({ length })}
        error={errorFor(errors, 'length')}
      />
      {draft.length === 'other' ? (
        <div className="rtp-conditional rtp-pair">
          <TextInput
            id="hours"
            label="Hours"
            inputMode="decimal"
            autoComplete="off"
            characters={4}
            value={draft.hours}
            onChange={(event) => onChange({ hours: event.target.value })}
            error={errorOfLength}
          />
          <TextInput
            id="minutes"
            label="Minutes"
            inputMode="numeric"
            autoComplete="off"
            characters={4}
            value={draft.minutes}
            onChange={(event) => onChange({ minutes: event.target.value })}
          />
        </div>
      ) : null}
      {wantsMore || isMoreWrong || asksAboutNote ? (
        <>
          <TextInput
            id="startsAt"
            label="When did it start? (if you want)"
            hint="For example 09:30. It helps us see whether the same hours are in your log twice."
            autoComplete="off"
            characters={5}
            value={draft.startsAt}
            onChange={(event) => onChange({ startsAt: event.target.value })}
            error={errorFor(errors, 'startsAt')}
          />
          {draft.kind === 'SUPERVISED' ? (
            <Checkboxes
              id="isPaidPost"
              name="isPaidPost"
              label="Were you paid?"
              legendSize="s"
              choices={[
                {
                  value: 'paid',
                  label: 'Yes, in a support post',
                  hint: 'Paid hours count too, if a supervisor of your profession looked after you (assumed).',
                },
              ]}
              values={draft.isPaidPost ? ['paid'] : []}
              onChange={(values) => onChange({ isPaidPost: values.length > 0 })}
              error={errorFor(errors, 'isPaidPost')}
            />
          ) : null}
          <TextArea
            id="note"
            label="Note (if you want)"
            hint="What you learned, in a few words. Never anything about a patient: no names, numbers or dates of birth."
            maxLength={500}
            value={draft.note}
            onChange={(event) => onChange({ note: event.target.value, isNoteChecked: false })}
            error={errorFor(errors, 'note')}
          />
          {asksAboutNote ? (
            <Checkboxes
              id="isNoteChecked"
              name="isNoteChecked"
              label="Check your note"
              legendSize="s"
              choices={[{ value: 'checked', label: 'I have checked: nothing in it is about a patient' }]}
              values={draft.isNoteChecked ? ['checked'] : []}
              onChange={(values) => onChange({ isNoteChecked: values.length > 0 })}
            />
          ) : null}
        </>
      ) : (
        <p>
          <Button type="button" look="secondary" small onClick={() => setWantsMore(true)}>
            Add a start time, a note or paid hours
          </Button>
        </p>
      )}
    </>
  );
}
