import { useState, type ReactNode } from 'react';
import type { ApplicationEntryKind, ApplicationFieldsFragment, ApplicationWay } from '../generated/graphql.ts';
import { paths } from '../paths.ts';
import { emptyDate, readWholeDate, sayDate, typedFromDate } from '../ui/approximate-date.ts';
import { Radios } from '../ui/Choices.tsx';
import { DateInput, datePartId } from '../ui/DateInput.tsx';
import { errorFor, type FieldError } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { TextArea, TextInput } from '../ui/TextInput.tsx';
import { useSending, type Sent } from '../ui/useSending.ts';
import { entryKinds, ways } from './words.ts';

type Entry = ApplicationFieldsFragment['entries'][number];

/** What is told of something that happened. */
export interface ToldEntry {
  on: string;
  way: ApplicationWay | null;
  askedFor: string | null;
  dueOn: string | null;
  answersId: string | null;
  pence: number | null;
  registrationNumber: string | null;
  despiteMissing: boolean;
}

interface EntryFormProps {
  title: string;
  kind: ApplicationEntryKind;
  application: ApplicationFieldsFragment;
  /** What was recorded before, to be corrected. */
  before?: Entry;
  send: string;
  onSend: (told: ToldEntry) => Promise<Sent>;
  intro?: ReactNode;
  below?: ReactNode;
}

/** The boxes of a date stand for the field that the server names. */
const fieldOf = (path: readonly string[]): string | undefined => {
  const last = path.at(-1);
  return last === 'on' || last === 'dueOn' ? datePartId(last, 'day') : last;
};
/** The server's reasons at the fields of this form. */
export const entryErrors = (
  refusals: readonly { path: readonly string[]; message: string; help: string }[],
): FieldError[] => refusals.map(({ path, message, help }) => ({ field: fieldOf(path), message: `${message} ${help}` }));

const errorOfDate = (errors: readonly FieldError[], id: string) =>
  errors.find(({ field }) => field?.startsWith(`${id}-`))?.message;

/** Whole pence of a sum as it is typed; null where it is none. */
const penceOf = (typed: string): number | null => {
  const [, pounds, pence = '0'] = /^£?\s*(\d{1,6})(?:\.(\d{2}))?$/.exec(typed.trim().replaceAll(',', '')) ?? [];
  return pounds === undefined ? null : Number(pounds) * 100 + Number(pence);
};
const openQueries = ({ entries }: ApplicationFieldsFragment): Entry[] =>
  entries.filter(({ kind, id }) => kind === 'QUERIED' && !entries.some((other) => other.answersId === id));

/** Says what happened to the application; each kind asks for its own facts. */
export function EntryForm({ title, kind, application, before, send, onSend, intro, below }: EntryFormProps) {
  const queries = openQueries(application);
  const [on, setOn] = useState(before ? typedFromDate(before.on) : emptyDate);
  const [way, setWay] = useState<string>(
    before?.way ?? (application.ways.length === 1 ? (application.ways[0] ?? '') : ''),
  );
  const [askedFor, setAskedFor] = useState(before?.askedFor ?? '');
  const [dueOn, setDueOn] = useState(before?.dueOn ? typedFromDate(before.dueOn) : emptyDate);
  const [answersId, setAnswersId] = useState(before?.answersId ?? (queries.length === 1 ? (queries[0]?.id ?? '') : ''));
  const [sum, setSum] = useState(before?.pence ? (before.pence / 100).toFixed(2) : '');
  const [number, setNumber] = useState(before?.registrationNumber ?? '');
  const [whole, setWhole] = useState('');
  const { submit, ...sending } = useSending();
  const day = readWholeDate(on, 'the day');
  const hasDue = Object.values(dueOn).some((part) => part.trim() !== '');
  const due = hasDue ? readWholeDate(dueOn, 'the day by which HCPC wants it') : undefined;
  const chosenWay = application.ways.find((one) => one === way) ?? null;
  const missing: FieldError[] = [
    ...('message' in day ? [{ field: datePartId('on', day.part), message: day.message }] : []),
    ...(due && 'message' in due ? [{ field: datePartId('dueOn', due.part), message: due.message }] : []),
    ...(kind === 'SENT' && chosenWay === null ? [{ field: 'way', message: 'Choose by which way you sent it' }] : []),
    ...(kind === 'QUERIED' && askedFor.trim() === ''
      ? [{ field: 'askedFor', message: 'Say in a few words what HCPC asked for' }]
      : []),
    ...(kind === 'ANSWERED' && answersId === ''
      ? [{ field: 'answersId', message: 'Choose what you have answered' }]
      : []),
    ...(kind === 'FEE_TAKEN' && penceOf(sum) === null
      ? [{ field: 'pence', message: 'Enter the sum in pounds and pence, for example 308.35' }]
      : []),
    ...(kind === 'REGISTERED' && number.trim() === ''
      ? [{ field: 'registrationNumber', message: 'Enter your registration number' }]
      : []),
  ];
  const errorOf = (field: string) => errorFor(sending.errors, field);
  const isRefusedAsMissing = sending.errors.some(({ field }) => field === 'despiteMissing');
  const [wasRefused, setWasRefused] = useState(false);
  if (isRefusedAsMissing && !wasRefused) setWasRefused(true);
  return (
    <FormPage
      title={title}
      caption="Your application"
      backHref={paths.application}
      sending={sending}
      send={send}
      onSend={() =>
        void submit(missing, () =>
          onSend({
            on: 'date' in day ? day.date : '',
            way: kind === 'SENT' ? chosenWay : null,
            askedFor: kind === 'QUERIED' ? askedFor : null,
            dueOn: due && 'date' in due ? due.date : null,
            answersId: kind === 'ANSWERED' ? answersId : null,
            pence: kind === 'FEE_TAKEN' ? penceOf(sum) : null,
            registrationNumber: kind === 'REGISTERED' ? number : null,
            despiteMissing: whole === 'yes',
          }),
        )
      }
      intro={intro}
      below={below}
    >
      <DateInput
        id="on"
        label={entryKinds[kind].ask}
        legendSize="s"
        value={on}
        onChange={setOn}
        error={errorOfDate(sending.errors, 'on')}
      />
      {kind === 'SENT' ? (
        <Radios
          id="way"
          name="way"
          label="By which way did you send it?"
          legendSize="s"
          choices={application.ways.map((value) => ({ value, label: ways[value] }))}
          value={way}
          onChange={setWay}
          error={errorOf('way')}
        />
      ) : null}
      {kind === 'SENT' && before === undefined && wasRefused ? (
        <Radios
          id="despiteMissing"
          name="despiteMissing"
          label="Have you sent it all the same?"
          legendSize="s"
          choices={[
            { value: 'no', label: 'No, I mend it first' },
            { value: 'yes', label: 'Yes, it is sent', hint: 'Then no copy of the pack is kept as sent.' },
          ]}
          value={whole}
          onChange={setWhole}
          error={errorOf('despiteMissing')}
        />
      ) : null}
      {kind === 'QUERIED' ? (
        <>
          <TextArea
            id="askedFor"
            label="What did HCPC ask for?"
            hint="Only you see this. Do not write anything that shows who a patient is."
            value={askedFor}
            onChange={(event) => setAskedFor(event.target.value)}
            error={errorOf('askedFor')}
          />
          <DateInput
            id="dueOn"
            label="By when does HCPC want it, if it said so?"
            legendSize="s"
            value={dueOn}
            onChange={setDueOn}
            error={errorOfDate(sending.errors, 'dueOn')}
          />
        </>
      ) : null}
      {kind === 'ANSWERED' && before === undefined ? (
        <Radios
          id="answersId"
          name="answersId"
          label="What have you answered?"
          legendSize="s"
          choices={queries.map((query) => ({
            value: query.id,
            label: query.askedFor ?? 'What HCPC asked',
            hint: `Asked on ${sayDate(query.on)}`,
          }))}
          value={answersId}
          onChange={setAnswersId}
          error={errorOf('answersId')}
        />
      ) : null}
      {kind === 'FEE_TAKEN' ? (
        <TextInput
          id="pence"
          label="How much, in pounds?"
          hint="For example 308.35"
          characters={10}
          inputMode="decimal"
          autoComplete="off"
          value={sum}
          onChange={(event) => setSum(event.target.value)}
          error={errorOf('pence')}
        />
      ) : null}
      {kind === 'REGISTERED' ? (
        <TextInput
          id="registrationNumber"
          label="Your registration number"
          hint="It stands beside your name on the online Register."
          characters={10}
          autoComplete="off"
          value={number}
          onChange={(event) => setNumber(event.target.value)}
          error={errorOf('registrationNumber')}
        />
      ) : null}
    </FormPage>
  );
}
