import { Navigate, useNavigate, useParams } from 'react-router';
import { isConflict } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { OwnApplication } from '../application/application.ts';
import { EntryForm, entryErrors } from '../application/EntryForm.tsx';
import { entryKinds } from '../application/words.ts';
import { graphql } from '../generated/gql.ts';
import type { ApplicationFieldsFragment } from '../generated/graphql.ts';
import { paths, takeBackApplicationEntryPath } from '../paths.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { useSending } from '../ui/useSending.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const CorrectApplicationEntry = graphql(`
  mutation CorrectApplicationEntry($input: CorrectApplicationEntryInput!) {
    correctApplicationEntry(input: $input) {
      ... on ApplicationEntryCorrected {
        returner {
          id
          describedAs
          application {
            ...ApplicationFields
          }
        }
      }
      ... on CorrectApplicationEntryRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const TakeBackApplicationEntry = graphql(`
  mutation TakeBackApplicationEntry($input: TakeBackApplicationEntryInput!) {
    takeBackApplicationEntry(input: $input) {
      ... on ApplicationEntryTakenBack {
        returner {
          id
          describedAs
          application {
            ...ApplicationFields
          }
        }
      }
      ... on TakeBackApplicationEntryRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

type Entry = ApplicationFieldsFragment['entries'][number];

/** The entry that the address names, with the whole application; or what is shown instead. */
function useEntry(title: string) {
  const { entry: id } = useParams();
  const { data, instead, retry } = useAnswer(OwnApplication, {}, 'your application');
  if (data === undefined) return { instead: <Page title={title}>{instead}</Page> };
  const { returner } = data.viewer;
  if (returner === null) return { instead: <Navigate to={paths.pathway} replace /> };
  const entry = returner.application.entries.find((one) => one.id === id);
  return entry === undefined
    ? { instead: <NotFoundPage /> }
    : { entry, application: returner.application, readAgain: retry };
}

/** Corrects what was recorded; what it said before stays in the history. */
export function CorrectApplicationPage() {
  const found = useEntry('Correct what you recorded');
  const { run } = useCommand(CorrectApplicationEntry);
  const navigate = useNavigate();
  if ('instead' in found) return found.instead;
  const { entry, application, readAgain } = found;
  return (
    <EntryForm
      key={`${entry.id} ${entry.version}`}
      title={`Correct: ${entryKinds[entry.kind].told}`}
      kind={entry.kind}
      application={application}
      before={entry}
      send="Save the correction"
      onSend={async ({ on, way, askedFor, dueOn, pence, registrationNumber }) => {
        const facts = { on, way, askedFor, dueOn, pence, registrationNumber };
        const outcome = await run({ entryId: entry.id, expectedVersion: entry.version, ...facts });
        if ('problem' in outcome) return outcome;
        const { correctApplicationEntry: answer } = outcome.data;
        if (answer.__typename === 'CorrectApplicationEntryRefused') {
          if (isConflict(answer.refusals)) readAgain();
          return { errors: entryErrors(answer.refusals) };
        }
        await navigate(paths.application, { state: { said: 'The correction is saved.' } });
        return { done: true };
      }}
      below={
        <p>
          It never happened? <Link href={takeBackApplicationEntryPath(entry.id)}>Take it back</Link>.
        </p>
      }
    />
  );
}

/** Asks once more before an entry is taken back. */
export function TakeBackApplicationPage() {
  const found = useEntry('Take back what you recorded');
  if ('instead' in found) return found.instead;
  return <TakeBackForm entry={found.entry} readAgain={found.readAgain} />;
}

function TakeBackForm({ entry, readAgain }: { entry: Entry; readAgain: () => void }) {
  const { submit, ...sending } = useSending();
  const { run } = useCommand(TakeBackApplicationEntry);
  const navigate = useNavigate();
  const send = () =>
    submit([], async () => {
      const outcome = await run({ entryId: entry.id, expectedVersion: entry.version });
      if ('problem' in outcome) return outcome;
      const { takeBackApplicationEntry: answer } = outcome.data;
      if (answer.__typename === 'TakeBackApplicationEntryRefused') {
        if (isConflict(answer.refusals)) readAgain();
        return { errors: entryErrors(answer.refusals).map(({ message }) => ({ message })) };
      }
      await navigate(paths.application, { state: { said: 'It is taken back.' } });
      return { done: true };
    });
  return (
    <FormPage
      title="Take this back?"
      caption="Your application"
      backHref={paths.application}
      sending={sending}
      send="Yes, take it back"
      sendLook="warning"
      onSend={() => void send()}
      beside={<Link href={paths.application}>No, keep it</Link>}
    >
      <p>
        <strong>
          {sayDate(entry.on)}: {entryKinds[entry.kind].told}
        </strong>
      </p>
      <p>It then holds no longer. The history keeps what it said.</p>
    </FormPage>
  );
}
