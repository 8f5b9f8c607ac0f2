import { useState } from 'react';
import { useNavigate } from 'react-router';
import { SureDownload } from '../access/SureDownload.tsx';
import { errorsFrom } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import type { MyDataQuery } from '../generated/graphql.ts';
import { MyData } from '../my-data/my-data.ts';
import { paths } from '../paths.ts';
import { Assumed } from '../ui/Callouts.tsx';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useSending } from '../ui/useSending.ts';

const AskErasure = graphql(`
  mutation AskErasure($input: AskErasureInput!) {
    askErasure(input: $input) {
      ... on ErasureAsked {
        viewer {
          erasure {
            dueOn
          }
        }
      }
      ... on AskErasureRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

/** Asks to be erased, after saying what is kept and why. */
export function ErasePage() {
  const { data, instead } = useAnswer(MyData, {}, 'what would be kept');
  if (data === undefined) return <Page title="Be erased">{instead}</Page>;
  return <EraseForm kept={data.viewer.keptAtErasure} />;
}

function EraseForm({ kept }: { kept: MyDataQuery['viewer']['keptAtErasure'] }) {
  const [email, setEmail] = useState('');
  const { submit, ...sending } = useSending();
  const { run } = useCommand(AskErasure);
  const navigate = useNavigate();
  const missing = email.trim() === '' ? [{ field: 'email', message: 'Type the e-mail address of your account' }] : [];
  const send = () =>
    submit(missing, async () => {
      const outcome = await run({ email });
      if ('problem' in outcome) return outcome;
      const { askErasure: answer } = outcome.data;
      if (answer.__typename === 'AskErasureRefused')
        return { errors: errorsFrom(answer.refusals, (path) => (path.at(-1) === 'email' ? 'email' : undefined)) };
      await navigate(paths.myData, {
        state: { said: 'You will be erased in 14 days. You can take it back until then.' },
      });
      return { done: true };
    });
  return (
    <FormPage
      title="Do you want to be erased?"
      caption="Your data"
      backHref={paths.myData}
      sending={sending}
      send="Ask to be erased"
      sendLook="warning"
      onSend={() => void send()}
      intro={
        <>
          <p>
            In 14 days <Assumed /> we take out your name, your address, your files, your notes and everything else that
            tells who you are, and leave your places. You cannot sign in any more, and nobody can bring it back. What
            you have sent to HCPC is not touched.
          </p>
          <p>
            <SureDownload href="/downloads/my-data">Download all of it first (ZIP)</SureDownload>
          </p>
          <h2>What is kept, and why</h2>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {kept.map(({ what, why }) => (
              <li key={why}>
                <strong>{what.join(', ')}.</strong> {why}
              </li>
            ))}
          </ul>
          <p>A backup made before that day still holds it, for as long as backups are kept.</p>
        </>
      }
      beside={<Link href={paths.myData}>No, stay</Link>}
    >
      <TextInput
        id="email"
        type="email"
        autoComplete="off"
        label="Type the e-mail address of your account, to show that you mean it"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={errorFor(sending.errors, 'email')}
      />
    </FormPage>
  );
}
