import { useState } from 'react';
import { graphql } from '../generated/gql.ts';
import type { CounterSheetFieldsFragment } from '../generated/graphql.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Details, Inset, Warning } from '../ui/Callouts.tsx';
import { Radios } from '../ui/Choices.tsx';
import { DataTable } from '../ui/DataTable.tsx';
import { sayDays, sayHours } from '../ui/duration.ts';
import { errorFor, type FieldError } from '../ui/ErrorSummary.tsx';
import { SummaryList } from '../ui/SummaryList.tsx';
import { TextArea } from '../ui/TextInput.tsx';
import { kindWords, signingWords } from './words.ts';

/** The whole updating, as the counter-signatory sees it. @fragment */
export const CounterSheetFields = graphql(`
  fragment CounterSheetFields on CounterSignatureSheet {
    returnerName
    describedAs
    counterSignatoryName
    requiredMinutes
    totalMinutes
    from
    until
    kinds {
      kind
      minutes
      entries
    }
    lines {
      on
      kind
      minutes
      supervisorName
      siteName
      signing
    }
    toMend
    digest
    statement {
      version
      confirms
      doesNotConfirm
    }
  }
`);

type Sheet = CounterSheetFieldsFragment;

/** What a counter-signatory has chosen so far. */
export interface CounterDraft {
  readonly answer: 'SIGN' | 'SEND_BACK' | undefined;
  readonly comment: string;
}
/** Begins with nothing chosen: a signature is never the answer of somebody who has not looked. */
export const useCounterDraft = () => useState<CounterDraft>({ answer: undefined, comment: '' });

/** What is missing before the answer can be sent. */
export const missingFromAnswer = ({ answer, comment }: CounterDraft): FieldError[] => [
  ...(answer === undefined ? [{ field: 'answer', message: 'Choose whether you sign or send the record back' }] : []),
  ...(answer === 'SEND_BACK' && comment.trim() === ''
    ? [{ field: 'comment', message: 'Say what is wrong with the record' }]
    : []),
];

/** The answer as the server wants it. */
export const counterAnswerOf = ({ answer, comment }: CounterDraft, sheet: Sheet) => ({
  isConfirmed: answer === 'SIGN',
  comment: answer === 'SEND_BACK' ? comment.trim() : null,
  seenDigest: sheet.digest,
  wordingVersion: sheet.statement.version,
});

/** What the button says. */
export const sayCounterAnswer = ({ answer }: CounterDraft): string =>
  answer === 'SEND_BACK' ? 'Send the record back' : answer === 'SIGN' ? 'Sign the cover sheet' : 'Continue';

interface CounterSheetProps {
  sheet: Sheet;
  draft: CounterDraft;
  onChange: (draft: CounterDraft) => void;
  errors: readonly FieldError[];
}

/** Totals first, every day behind its name, what a signature means, and the answer. */
export const CounterSheet = ({ sheet, draft, onChange, errors }: CounterSheetProps) => (
  <>
    <h2>The updating in all</h2>
    <SummaryList
      rows={[
        {
          key: 'Asked for by HCPC',
          value: `${sayDays(sheet.requiredMinutes)} (${sayHours(sheet.requiredMinutes)})`,
        },
        { key: 'Declared', value: `${sayDays(sheet.totalMinutes)} (${sayHours(sheet.totalMinutes)})` },
        ...sheet.kinds.map(({ kind, minutes, entries }) => ({
          key: kindWords[kind],
          value: `${sayHours(minutes)} in ${entries === 1 ? '1 entry' : `${entries} entries`}`,
        })),
        {
          key: 'Period',
          value:
            sheet.from === null || sheet.until === null
              ? 'Nothing is declared'
              : `${sayDate(sheet.from)} to ${sayDate(sheet.until)}`,
        },
      ]}
    />
    <Details summary={`Every day that is declared (${sheet.lines.length})`}>
      <DataTable
        caption="Every day that is declared"
        hideCaption
        columns={[
          { heading: 'Day', cell: ({ on }) => sayDate(on) },
          { heading: 'Kind', cell: ({ kind }) => kindWords[kind] },
          { heading: 'Hours', cell: ({ minutes }) => sayHours(minutes), numeric: true },
          {
            heading: 'Supervisor',
            cell: ({ supervisorName, siteName }) =>
              [supervisorName, siteName].filter((part) => part !== null).join(', ') || 'None',
          },
          { heading: 'Signature', cell: ({ signing }) => signingWords[signing] },
        ]}
        rows={sheet.lines.map((line, index) => ({ ...line, index }))}
        rowKey={({ index }) => String(index)}
      />
    </Details>
    {sheet.toMend.length === 0 ? null : (
      <Warning heading="This cannot be signed yet">
        <p>The returner has to mend this first. Send the record back.</p>
        <ul>
          {sheet.toMend.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Warning>
    )}
    <Inset>
      <h2 className="nhsuk-heading-s">By signing you confirm</h2>
      <ul>
        {sheet.statement.confirms.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h2 className="nhsuk-heading-s">Your signature does not confirm</h2>
      <ul>
        {sheet.statement.doesNotConfirm.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Inset>
    <Radios
      id="answer"
      name="answer"
      label="Your answer"
      legendSize="m"
      choices={[
        { value: 'SIGN', label: 'I confirm this and sign' },
        { value: 'SEND_BACK', label: 'Something is wrong: I send the record back' },
      ]}
      value={draft.answer}
      onChange={(answer) => onChange({ ...draft, answer: answer === 'SIGN' ? 'SIGN' : 'SEND_BACK' })}
      error={errorFor(errors, 'answer')}
    />
    {draft.answer === 'SEND_BACK' ? (
      <TextArea
        id="comment"
        label="What is wrong?"
        hint="Name no patient."
        maxLength={1000}
        value={draft.comment}
        onChange={(event) => onChange({ ...draft, comment: event.target.value })}
        error={errorFor(errors, 'comment')}
      />
    ) : null}
  </>
);
