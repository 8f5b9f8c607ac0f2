import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useViewer } from '../access/viewer.ts';
import { errorsFrom, isConflict } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import type { SignOffToPassOnQuery } from '../generated/graphql.ts';
import { paths } from '../paths.ts';
import { otherSupervisors } from '../sign-off/chosen-supervisor.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { sayHours } from '../ui/duration.ts';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { Select } from '../ui/TextInput.tsx';
import { useSending } from '../ui/useSending.ts';
import { NotFoundPage } from './NotFoundPage.tsx';
import { worksForHost } from './StaffPage.tsx';

const SignOffToPassOn = graphql(`
  query SignOffToPassOn($id: ID!) {
    signOff(id: $id) {
      id
      version
      returnerName
      siteName
      supervisorName
      askedOn
      viewerActions
      days {
        ...SignOffDayFields
      }
      host {
        id
        supervisors(first: 100) {
          nodes {
            ...OtherSupervisorFields
          }
        }
      }
    }
  }
`);

const PassOnSignOff = graphql(`
  mutation PassOnSignOff($input: PassOnSignOffInput!) {
    passOnSignOff(input: $input) {
      ... on SignOffPassedOn {
        signOff {
          id
          version
          supervisorName
          viewerActions
        }
      }
      ... on PassOnSignOffRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const title = 'Ask another supervisor to sign';

/** The organisation or a coordinator hands days that wait to another supervisor, so that nobody is held up by an absence. */
export function PassOnSignOffPage() {
  const { id = '' } = useParams();
  const { data, instead, retry } = useAnswer(SignOffToPassOn, { id }, 'the days');
  const home = worksForHost(useViewer()?.role) ? paths.siteHome : paths.placements;
  if (data === undefined) return <Page title={title}>{instead}</Page>;
  const { signOff } = data;
  if (signOff === null) return <NotFoundPage />;
  return signOff.viewerActions.includes('PASS_ON') ? (
    <PassOnForm signOff={signOff} home={home} readAgain={retry} />
  ) : (
    <Page title="There is nothing to pass on" backHref={home}>
      <p>These days were answered already, or the question was taken back.</p>
    </Page>
  );
}

interface PassOnFormProps {
  signOff: NonNullable<SignOffToPassOnQuery['signOff']>;
  home: string;
  readAgain: () => void;
}

function PassOnForm({ signOff, home, readAgain }: PassOnFormProps) {
  const [supervisorId, setSupervisorId] = useState('');
  const { submit, ...sending } = useSending();
  const { run } = useCommand(PassOnSignOff);
  const navigate = useNavigate();
  const { days } = signOff;
  const send = () =>
    submit(supervisorId === '' ? [{ field: 'supervisor', message: 'Choose a supervisor' }] : [], async () => {
      const outcome = await run({ signOffId: signOff.id, expectedVersion: signOff.version, supervisorId });
      if ('problem' in outcome) return outcome;
      const { passOnSignOff: answer } = outcome.data;
      if (answer.__typename === 'PassOnSignOffRefused') {
        if (isConflict(answer.refusals)) readAgain();
        return { errors: errorsFrom(answer.refusals, () => 'supervisor') };
      }
      await navigate(home, { state: { said: `${answer.signOff.supervisorName} is asked to sign instead.` } });
      return { done: true };
    });
  return (
    <FormPage
      title={title}
      caption={`${signOff.returnerName}, ${signOff.siteName}`}
      backHref={home}
      sending={sending}
      send="Ask them"
      onSend={() => void send()}
      intro={
        <>
          <p>
            {signOff.supervisorName} was asked on {sayDate(signOff.askedOn)}, about{' '}
            {days.length === 1 ? '1 day' : `${days.length} days`},{' '}
            {sayHours(days.reduce((sum, { minutes }) => sum + minutes, 0))}. Their link stops working when you pass the
            days on.
          </p>
          <p>Ask somebody who was there: whoever signs confirms that they supervised these days.</p>
        </>
      }
      beside={<Link href={home}>Not now</Link>}
    >
      <Select
        id="supervisor"
        label="Who is asked instead?"
        value={supervisorId}
        onChange={(event) => setSupervisorId(event.target.value)}
        options={otherSupervisors(
          signOff.host.supervisors.nodes.filter(({ displayName }) => displayName !== signOff.supervisorName),
        )}
        error={errorFor(sending.errors, 'supervisor')}
      />
    </FormPage>
  );
}
