import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useViewer } from '../access/viewer.ts';
import { errorsFrom, isConflict } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import type { CheckToRecordQuery } from '../generated/graphql.ts';
import { placementRecordPath } from '../paths.ts';
import { checks as checkWords, checkStates } from '../placements/words.ts';
import { emptyDate, readWholeDate, sayDate, typedFromDate, type TypedDate } from '../ui/approximate-date.ts';
import { Radios } from '../ui/Choices.tsx';
import { DateInput, datePartId } from '../ui/DateInput.tsx';
import { errorFor, type FieldError } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { useSending } from '../ui/useSending.ts';
import { choicesOf, isOneOf } from '../ui/words.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const CheckToRecord = graphql(`
  query CheckToRecord($id: ID!) {
    placement(id: $id) {
      id
      returnerName
      startsOn
      site {
        id
        name
      }
      checks {
        id
        version
        kind
        owner
        state
        begunOn
        dueOn
        settledOn
        goodUntil
      }
    }
  }
`);

const RecordStartingCheck = graphql(`
  mutation RecordStartingCheck($input: RecordStartingCheckInput!) {
    recordStartingCheck(input: $input) {
      ... on StartingCheckRecorded {
        startingCheck {
          id
          version
          state
          settledOn
          goodUntil
        }
      }
      ... on RecordStartingCheckRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

type Placement = NonNullable<CheckToRecordQuery['placement']>;
type Check = Placement['checks'][number];

const title = 'How does this check stand?';

/** Records how one check before day one stands: its outcome and dates, never a document. */
export function StartingCheckPage() {
  const { id = '', check: checkId = '' } = useParams();
  const viewer = useViewer();
  const { data, instead, retry } = useAnswer(CheckToRecord, { id }, 'the check');
  if (data === undefined || viewer === undefined) return <Page title={title}>{instead}</Page>;
  const check = data.placement?.checks.find((each) => each.id === checkId);
  // what follows from the learning agreement is nobody's to record
  if (data.placement === null || check === undefined || check.kind === 'LEARNING_AGREEMENT') return <NotFoundPage />;
  return <CheckForm placement={data.placement} check={check} today={viewer.today} readAgain={retry} />;
}

const isEmpty = ({ day, month, year }: TypedDate): boolean => [day, month, year].every((part) => part.trim() === '');
const errorOf = (errors: readonly FieldError[], id: string) =>
  errors.find(({ field }) => field?.startsWith(`${id}-`))?.message;

interface CheckFormProps {
  placement: Placement;
  check: Check;
  today: string;
  readAgain: () => void;
}

function CheckForm({ placement, check, today, readAgain }: CheckFormProps) {
  const [state, setState] = useState<string>(check.state);
  const [settledOn, setSettledOn] = useState(typedFromDate(check.settledOn ?? today));
  const [goodUntil, setGoodUntil] = useState(check.goodUntil === null ? emptyDate : typedFromDate(check.goodUntil));
  const { submit, ...sending } = useSending();
  const { run } = useCommand(RecordStartingCheck);
  const navigate = useNavigate();
  const isSettled = state === 'CLEARED' || state === 'NOT_CLEARED';
  const back = placementRecordPath(placement.id);
  const save = () => {
    const missing: FieldError[] = [];
    const dateOf = (value: TypedDate, field: string, subject: string): string => {
      const read = readWholeDate(value, subject);
      if ('date' in read) return read.date;
      missing.push({ field: datePartId(field, read.part), message: read.message });
      return '';
    };
    const settled = isSettled ? dateOf(settledOn, 'settledOn', 'the day of the outcome') : null;
    const good = state === 'CLEARED' && !isEmpty(goodUntil) ? dateOf(goodUntil, 'goodUntil', 'the last day') : null;
    return submit(missing, async () => {
      const outcome = await run({
        startingCheckId: check.id,
        expectedVersion: check.version,
        state: isOneOf(checkStates, state) ? state : check.state,
        settledOn: settled,
        goodUntil: good,
      });
      if ('problem' in outcome) return outcome;
      const { recordStartingCheck: answer } = outcome.data;
      if (answer.__typename === 'RecordStartingCheckRefused') {
        if (isConflict(answer.refusals)) readAgain();
        return {
          errors: errorsFrom(answer.refusals, (path) =>
            path.at(-1) === 'settledOn' ? datePartId('settledOn', 'day') : path.at(-1),
          ),
        };
      }
      await navigate(back, { state: { said: `“${checkWords[check.kind]}” is recorded.` } });
      return { done: true };
    });
  };
  return (
    <FormPage
      title={title}
      caption={`${checkWords[check.kind]}: ${placement.returnerName}, ${placement.site.name}`}
      backHref={back}
      sending={sending}
      send="Record it"
      onSend={() => void save()}
      intro={
        <p>
          {check.owner === 'SITE' ? 'The site' : 'The returner'} gets it going. Its clock runs since{' '}
          {sayDate(check.begunOn)}; after {sayDate(check.dueOn)} somebody should ask. The first day is{' '}
          {sayDate(placement.startsOn)}. Only the outcome and its date are kept, never a document.
        </p>
      }
      beside={<Link href={back}>Cancel</Link>}
    >
      <Radios
        id="state"
        name="state"
        label="State"
        choices={choicesOf(checkStates)}
        value={state}
        onChange={setState}
        error={errorFor(sending.errors, 'state')}
      />
      {isSettled ? (
        <DateInput
          id="settledOn"
          label="When was it settled?"
          legendSize="s"
          value={settledOn}
          onChange={setSettledOn}
          error={errorOf(sending.errors, 'settledOn')}
        />
      ) : null}
      {state === 'CLEARED' ? (
        <DateInput
          id="goodUntil"
          label="Until when does it hold? (if that is limited)"
          hint="While it holds it is taken over for another placement."
          legendSize="s"
          value={goodUntil}
          onChange={setGoodUntil}
          error={errorOf(sending.errors, 'goodUntil')}
        />
      ) : null}
    </FormPage>
  );
}
