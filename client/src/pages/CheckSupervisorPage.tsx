import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useViewer } from '../access/viewer.ts';
import { errorsFrom, isConflict } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import type { SupervisorToLookUpQuery } from '../generated/graphql.ts';
import { hostPath } from '../paths.ts';
import { proceedingKinds } from '../placements/words.ts';
import { emptyDate, readWholeDate, typedFromDate, type TypedDate } from '../ui/approximate-date.ts';
import { Button } from '../ui/Button.tsx';
import { DateInput, datePartId } from '../ui/DateInput.tsx';
import { errorFor, type FieldError } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { Select, TextArea } from '../ui/TextInput.tsx';
import { useSending } from '../ui/useSending.ts';
import { choicesOf, isOneOf } from '../ui/words.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const SupervisorToLookUp = graphql(`
  query SupervisorToLookUp($id: ID!) {
    supervisor(id: $id) {
      ...SupervisorFields
      host {
        id
        name
        viewerMayManage
      }
    }
  }
`);

const RecordRegisterCheck = graphql(`
  mutation RecordRegisterCheck($input: RecordRegisterCheckInput!) {
    recordRegisterCheck(input: $input) {
      ... on RegisterCheckRecorded {
        supervisor {
          ...SupervisorFields
        }
      }
      ... on RecordRegisterCheckRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

type Supervisor = NonNullable<SupervisorToLookUpQuery['supervisor']>;

interface Found {
  kind: string;
  from: TypedDate;
  until: TypedDate;
}

const title = 'What did you see on the Register?';

/** Records who looked a supervisor up on the Register, when, and what was seen. Whoever is signed in is the one who looked. */
export function CheckSupervisorPage() {
  const { id = '' } = useParams();
  const viewer = useViewer();
  const { data, instead, retry } = useAnswer(SupervisorToLookUp, { id }, 'the supervisor');
  if (data === undefined || viewer === undefined) return <Page title={title}>{instead}</Page>;
  const { supervisor } = data;
  if (supervisor === null || !supervisor.host.viewerMayManage) return <NotFoundPage />;
  return <CheckForm supervisor={supervisor} today={viewer.today} readAgain={retry} />;
}

const isEmpty = ({ day, month, year }: TypedDate): boolean => [day, month, year].every((part) => part.trim() === '');
const errorOf = (errors: readonly FieldError[], id: string) =>
  errors.find(({ field }) => field?.startsWith(`${id}-`))?.message;
const nothing: Found = { kind: 'OPEN_CASE', from: emptyDate, until: emptyDate };

function CheckForm({ supervisor, today, readAgain }: { supervisor: Supervisor; today: string; readAgain: () => void }) {
  const { host } = supervisor;
  const [checkedOn, setCheckedOn] = useState(typedFromDate(today));
  const [seen, setSeen] = useState('');
  const [advice, setAdvice] = useState(
    supervisor.adviceRecordedOn === null ? emptyDate : typedFromDate(supervisor.adviceRecordedOn),
  );
  const [found, setFound] = useState<Found[]>(
    supervisor.proceedings.map(({ kind, from, until }) => ({
      kind,
      from: typedFromDate(from),
      until: until === null ? emptyDate : typedFromDate(until),
    })),
  );
  const { submit, ...sending } = useSending();
  const { run } = useCommand(RecordRegisterCheck);
  const navigate = useNavigate();
  const save = () => {
    const missing: FieldError[] = [];
    const dateOf = (value: TypedDate, field: string, subject: string): string => {
      const read = readWholeDate(value, subject);
      if ('date' in read) return read.date;
      missing.push({ field: datePartId(field, read.part), message: read.message });
      return '';
    };
    const on = dateOf(checkedOn, 'checkedOn', 'the day on which you looked');
    if (seen.trim() === '') missing.push({ field: 'seen', message: 'Enter what you saw' });
    const proceedings = found.map(({ kind, from, until }, index) => ({
      kind: isOneOf(proceedingKinds, kind) ? kind : 'OPEN_CASE',
      from: dateOf(from, `found-${index}-from`, 'the first day'),
      until: isEmpty(until) ? null : dateOf(until, `found-${index}-until`, 'the last day'),
    }));
    const adviceRecordedOn = isEmpty(advice) ? null : dateOf(advice, 'adviceRecordedOn', 'the day of the advice');
    return submit(missing, async () => {
      const outcome = await run({
        supervisorId: supervisor.id,
        expectedVersion: supervisor.version,
        checkedOn: on,
        seen,
        proceedings,
        adviceRecordedOn,
      });
      if ('problem' in outcome) return outcome;
      const { recordRegisterCheck: answer } = outcome.data;
      if (answer.__typename === 'RecordRegisterCheckRefused') {
        if (isConflict(answer.refusals)) readAgain();
        return {
          errors: errorsFrom(answer.refusals, (path) =>
            path.at(-1) === 'seen' ? 'seen' : datePartId(path.at(-1) ?? 'checkedOn', 'day'),
          ),
        };
      }
      const { isEligible } = answer.supervisor.eligibility;
      await navigate(hostPath(host.id), {
        state: {
          said: `It is noted that you looked. ${supervisor.displayName} ${isEligible ? 'may supervise' : 'may not supervise yet: the reasons are listed'}.`,
        },
      });
      return { done: true };
    });
  };
  const { errors } = sending;
  return (
    <FormPage
      title={title}
      caption={`${supervisor.displayName}, ${host.name}`}
      backHref={hostPath(host.id)}
      sending={sending}
      send="Record it"
      onSend={() => void save()}
      intro={
        <p>
          Look {supervisor.displayName} up on{' '}
          <a href="https://www.hcpc-uk.org/" rel="noreferrer">
            HCPC’s Register
          </a>{' '}
          first. It is noted that you looked, when, and what you saw. After 6 months it is asked for again (assumed).
        </p>
      }
      beside={<Link href={hostPath(host.id)}>Cancel</Link>}
    >
      <DateInput
        id="checkedOn"
        label="When did you look?"
        legendSize="s"
        value={checkedOn}
        onChange={setCheckedOn}
        error={errorOf(errors, 'checkedOn')}
      />
      <TextArea
        id="seen"
        label="What did you see?"
        hint="One sentence. For example: on the Register since 2015, no conditions."
        value={seen}
        maxLength={2000}
        onChange={(event) => setSeen(event.target.value)}
        error={errorFor(errors, 'seen')}
      />
      <h2 className="nhsuk-heading-m">Cases and sanctions</h2>
      {found.length === 0 ? <p>None seen.</p> : null}
      {found.map((each, index) => {
        const set = (changes: Partial<Found>) =>
          setFound(found.map((other, at) => (at === index ? { ...other, ...changes } : other)));
        const which = found.length === 1 ? '' : ` (${index + 1} of ${found.length})`;
        return (
          <div className="rtp-conditional" key={`found-${index}`}>
            <Select
              id={`found-${index}-kind`}
              label={`What is it?${which}`}
              value={each.kind}
              onChange={(event) => set({ kind: event.target.value })}
              options={choicesOf(proceedingKinds)}
            />
            <DateInput
              id={`found-${index}-from`}
              label={`First day${which}`}
              legendSize="s"
              value={each.from}
              onChange={(from) => set({ from })}
              error={errorOf(errors, `found-${index}-from`)}
            />
            <DateInput
              id={`found-${index}-until`}
              label={`Last day${which}`}
              hint="Leave it empty while it goes on."
              legendSize="s"
              value={each.until}
              onChange={(until) => set({ until })}
              error={errorOf(errors, `found-${index}-until`)}
            />
            <Button
              type="button"
              look="secondary"
              small
              onClick={() => setFound(found.filter((_each, at) => at !== index))}
            >
              Take it out <span className="nhsuk-u-visually-hidden">{which}</span>
            </Button>
          </div>
        );
      })}
      <Button type="button" look="secondary" small onClick={() => setFound([...found, nothing])}>
        Add a case or a sanction
      </Button>
      {found.length === 0 ? null : (
        <DateInput
          id="adviceRecordedOn"
          label="When did you note HCPC’s advice on an old sanction? (if there is any)"
          legendSize="s"
          value={advice}
          onChange={setAdvice}
          error={errorOf(errors, 'adviceRecordedOn')}
        />
      )}
    </FormPage>
  );
}
