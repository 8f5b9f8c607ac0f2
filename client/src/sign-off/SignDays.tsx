import { useState } from 'react';
import { graphql } from '../generated/gql.ts';
import type {
  SignOffDayAnswerInput,
  SignOffDayFieldsFragment,
  SignOffStatementFieldsFragment,
} from '../generated/graphql.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Inset } from '../ui/Callouts.tsx';
import { Checkboxes } from '../ui/Choices.tsx';
import { sayDays, sayHours } from '../ui/duration.ts';
import { errorFor, type FieldError } from '../ui/ErrorSummary.tsx';
import { TextInput } from '../ui/TextInput.tsx';

/** A day to confirm. @fragment */
export const SignOffDayFields = graphql(`
  fragment SignOffDayFields on SignOffDay {
    loggedDayId
    version
    onDate
    minutes
    state
    comment
  }
`);
/** What is agreed to by signing. @fragment */
export const SignOffStatementFields = graphql(`
  fragment SignOffStatementFields on SignOffStatement {
    version
    confirms
    doesNotConfirm
  }
`);

type Day = SignOffDayFieldsFragment;

/** What a supervisor has said so far: every day is confirmed unless it goes back, with a comment. */
export interface SigningDraft {
  readonly back: readonly string[];
  readonly comments: Readonly<Record<string, string>>;
}
/** Begins with every day confirmed. */
export const useSigningDraft = () => useState<SigningDraft>({ back: [], comments: {} });

const commentId = (index: number): string => `comment-${index + 1}`;

/** The answer to each day, as the server wants it. */
export const answersOf = (days: readonly Day[], { back, comments }: SigningDraft): SignOffDayAnswerInput[] =>
  days.map(({ loggedDayId, version }) => ({
    loggedDayId,
    version,
    isConfirmed: !back.includes(loggedDayId),
    comment: back.includes(loggedDayId) ? (comments[loggedDayId] ?? '').trim() : null,
  }));

/** Days that go back without a word of why. */
export const missingComments = (days: readonly Day[], { back, comments }: SigningDraft): FieldError[] =>
  days.flatMap(({ loggedDayId, onDate }, index) =>
    back.includes(loggedDayId) && (comments[loggedDayId] ?? '').trim() === ''
      ? [{ field: commentId(index), message: `Say what is wrong with ${sayDate(onDate)}` }]
      : [],
  );

/** What the button says. */
export const sayAnswer = (days: readonly Day[], { back }: SigningDraft): string =>
  back.length === 0
    ? 'Sign all days'
    : back.length < days.length
      ? 'Sign, and send the others back'
      : 'Send all days back';

interface SignDaysProps {
  readonly days: readonly Day[];
  /** What the returner says was done on them. */
  readonly activities: readonly string[];
  readonly statement: SignOffStatementFieldsFragment;
  readonly draft: SigningDraft;
  readonly onChange: (draft: SigningDraft) => void;
  readonly errors: readonly FieldError[];
}

/** All days on one screen: each is confirmed unless it is ticked to go back. */
export const SignDays = ({ days, activities, statement, draft, onChange, errors }: SignDaysProps) => (
  <>
    <p>
      <strong>
        {days.length === 1 ? '1 entry' : `${days.length} entries`},{' '}
        {sayHours(days.reduce((sum, { minutes }) => sum + minutes, 0))}
      </strong>{' '}
      ({sayDays(days.reduce((sum, { minutes }) => sum + minutes, 0))} of 7 hours).
    </p>
    {activities.length === 0 ? null : <p>What was done: {activities.join('; ')}.</p>}
    <Checkboxes
      id="back"
      name="back"
      label="Tick the days that are not right"
      hint="Leave all boxes empty to confirm every day. A ticked day goes back with your comment."
      legendSize="m"
      choices={days.map(({ loggedDayId, onDate, minutes }) => ({
        value: loggedDayId,
        label: `${sayDate(onDate)}, ${sayHours(minutes)}`,
      }))}
      values={draft.back}
      onChange={(back) => onChange({ ...draft, back })}
      error={errorFor(errors, 'back')}
    />
    {days.map(({ loggedDayId, onDate }, index) =>
      draft.back.includes(loggedDayId) ? (
        <TextInput
          key={loggedDayId}
          id={commentId(index)}
          label={`What is wrong with ${sayDate(onDate)}?`}
          hint="Name no patient."
          maxLength={500}
          value={draft.comments[loggedDayId] ?? ''}
          onChange={(event) =>
            onChange({ ...draft, comments: { ...draft.comments, [loggedDayId]: event.target.value } })
          }
          error={errorFor(errors, commentId(index))}
        />
      ) : null,
    )}
    {draft.back.length < days.length ? (
      <Inset>
        <h2 className="nhsuk-heading-s">By signing you confirm</h2>
        <ul>
          {statement.confirms.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <h2 className="nhsuk-heading-s">Your signature does not confirm</h2>
        <ul>
          {statement.doesNotConfirm.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Inset>
    ) : null}
  </>
);
