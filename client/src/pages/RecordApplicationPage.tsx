import { Navigate, useNavigate, useParams } from 'react-router';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { OwnApplication } from '../application/application.ts';
import { EntryForm, entryErrors } from '../application/EntryForm.tsx';
import { entryKinds, kindOf } from '../application/words.ts';
import { graphql } from '../generated/gql.ts';
import { paths } from '../paths.ts';
import { Inset } from '../ui/Callouts.tsx';
import { Page } from '../ui/Page.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';

const RecordApplicationEntry = graphql(`
  mutation RecordApplicationEntry($input: RecordApplicationEntryInput!) {
    recordApplicationEntry(input: $input) {
      ... on ApplicationEntryRecorded {
        returner {
          id
          describedAs
          application {
            ...ApplicationFields
          }
        }
      }
      ... on RecordApplicationEntryRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

/** Records that something happened to the application. */
export function RecordApplicationPage() {
  const kind = kindOf(useParams()['kind']);
  const { data, instead } = useAnswer(OwnApplication, {}, 'your application');
  const { run } = useCommand(RecordApplicationEntry);
  const navigate = useNavigate();
  if (kind === undefined) return <NotFoundPage />;
  const title = entryKinds[kind].offered;
  if (data === undefined) return <Page title={title}>{instead}</Page>;
  const { returner } = data.viewer;
  if (returner === null) return <Navigate to={paths.pathway} replace />;
  const { application } = returner;
  if (!application.mayRecord.includes(kind)) return <Navigate to={paths.application} replace />;
  return (
    <EntryForm
      title={title}
      kind={kind}
      application={application}
      send="Save"
      intro={
        <>
          {kind === 'SENT' ? (
            <p>
              This service does not send anything to HCPC: you do. Record here when you have. Your pack is then kept as
              it was sent.
            </p>
          ) : null}
          {kind === 'REGISTERED' ? (
            <p>
              Look yourself up on HCPC’s online Register first. From this day on you may use the titles of your part of
              the Register.
            </p>
          ) : null}
          {kind === 'REFUSED' ? (
            <Inset>
              <p>HCPC must receive an appeal within 28 days of the date on the letter.</p>
            </Inset>
          ) : null}
        </>
      }
      onSend={async (told) => {
        const outcome = await run({ returnerId: returner.id, kind, ...told });
        if ('problem' in outcome) return outcome;
        const { recordApplicationEntry: answer } = outcome.data;
        if (answer.__typename === 'RecordApplicationEntryRefused') return { errors: entryErrors(answer.refusals) };
        await navigate(paths.application, { state: { said: `Saved: ${entryKinds[kind].told}.` } });
        return { done: true };
      }}
    />
  );
}
