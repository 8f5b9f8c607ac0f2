import { useState } from 'react';
import { Radios } from '../ui/Choices.tsx';
import { errorFor, type FieldError } from '../ui/ErrorSummary.tsx';
import { TextArea } from '../ui/TextInput.tsx';

/** An answer as it is typed; the choice is empty until one is made. */
export interface AnswerDraft {
  readonly answer: '' | 'AGREE' | 'SEND_BACK';
  readonly comment: string;
}

/** The answer as it is typed. Whoever may not agree any more can only ask for a change. */
export const useAnswerDraft = (mayAgree: boolean) =>
  useState<AnswerDraft>({ answer: mayAgree ? '' : 'SEND_BACK', comment: '' });

/** What is missing from an answer. */
export const missingFromAnswer = ({ answer, comment }: AnswerDraft): FieldError[] => [
  ...(answer === '' ? [{ field: 'answer', message: 'Say whether you agree' }] : []),
  ...(answer === 'SEND_BACK' && comment.trim() === '' ? [{ field: 'comment', message: 'Say what should change' }] : []),
];

interface AnswerFieldsProps {
  sentences: readonly string[];
  mayAgree: boolean;
  draft: AnswerDraft;
  onChange: (draft: AnswerDraft) => void;
  errors: readonly FieldError[];
}

/** What is agreed to, and the answer: yes, or what should change first. */
export const AnswerFields = ({ sentences, mayAgree, draft, onChange, errors }: AnswerFieldsProps) => (
  <>
    {mayAgree ? (
      <>
        <p>By agreeing you say:</p>
        <ul className="nhsuk-list nhsuk-list--bullet">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <Radios
          id="answer"
          name="answer"
          label="Do you agree?"
          legendSize="s"
          choices={[
            { value: 'AGREE', label: 'I agree' },
            { value: 'SEND_BACK', label: 'Something should change first' },
          ]}
          value={draft.answer}
          onChange={(answer) => onChange({ ...draft, answer: answer === 'AGREE' ? 'AGREE' : 'SEND_BACK' })}
          error={errorFor(errors, 'answer')}
        />
      </>
    ) : null}
    {draft.answer === 'SEND_BACK' ? (
      <TextArea
        id="comment"
        label="What should change?"
        hint="The returner reads this. Name no patient."
        maxLength={1000}
        value={draft.comment}
        onChange={(event) => onChange({ ...draft, comment: event.target.value })}
        error={errorFor(errors, 'comment')}
      />
    ) : null}
  </>
);
