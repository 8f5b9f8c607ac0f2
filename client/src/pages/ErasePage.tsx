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
            <strong>When:</strong> in 14 days <Assumed />. Until then you can change your mind here.
          </p>
          <p>
            <strong>What goes:</strong> your name, your addresses, your files, your notes and everything else that tells
            who you are. You lose your places, you can no longer sign in, and nobody can bring it back.
          </p>
          <p>
            <strong>What does not change:</strong> your application. HCPC has what you sent it, and goes on with it.
          </p>
          <p>
            <SureDownload href="/downloads/my-data">Download all of it first (ZIP)</SureDownload>
          </p>
          <h2>What stays, and why</h2>
          <p>These records stay without anything that tells who you are.</p>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {kept.map(({ what, why }) => (
              <li key={why}>
                <strong>{what.join(', ')}.</strong> {why}
              </li>
            ))}
          </ul>
          <p>
            Copies for emergencies (backups) from before that day still hold everything, until they are deleted in turn.
          </p>
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
