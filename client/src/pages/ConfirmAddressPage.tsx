import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { errorsFrom } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import type { SupervisorAddressQuery } from '../generated/graphql.ts';
import { hostPath } from '../paths.ts';
import { Inset } from '../ui/Callouts.tsx';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useSending } from '../ui/useSending.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const SupervisorAddress = graphql(`
  query SupervisorAddress($id: ID!) {
    supervisor(id: $id) {
      id
      displayName
      signOffAddress
      host {
        id
        name
        viewerMayManage
      }
    }
  }
`);

const ConfirmSupervisorAddress = graphql(`
  mutation ConfirmSupervisorAddress($input: ConfirmSupervisorAddressInput!) {
    confirmSupervisorAddress(input: $input) {
      ... on SupervisorAddressConfirmed {
        supervisor {
          id
          signOffAddress
        }
      }
      ... on ConfirmSupervisorAddressRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const title = 'Where do links to sign go?';

/** Somebody who runs the organisation says which address is a supervisor’s own. Links to sign go nowhere else. */
export function ConfirmAddressPage() {
  const { id = '' } = useParams();
  const { data, instead } = useAnswer(SupervisorAddress, { id }, 'the supervisor');
  if (data === undefined) return <Page title={title}>{instead}</Page>;
  const { supervisor } = data;
  if (supervisor === null || !supervisor.host.viewerMayManage) return <NotFoundPage />;
  return <AddressForm supervisor={supervisor} />;
}

function AddressForm({ supervisor }: { supervisor: NonNullable<SupervisorAddressQuery['supervisor']> }) {
  const { host, displayName, signOffAddress } = supervisor;
  const [email, setEmail] = useState(signOffAddress ?? '');
  const { submit, ...sending } = useSending();
  const { run } = useCommand(ConfirmSupervisorAddress);
  const navigate = useNavigate();
  const missing = email.trim() === '' ? [{ field: 'email', message: 'Enter their e-mail address at work' }] : [];
  const save = () =>
    submit(missing, async () => {
      const outcome = await run({ supervisorId: supervisor.id, email });
      if ('problem' in outcome) return outcome;
      const { confirmSupervisorAddress: answer } = outcome.data;
      if (answer.__typename === 'ConfirmSupervisorAddressRefused') return { errors: errorsFrom(answer.refusals) };
      await navigate(hostPath(host.id), {
        state: { said: `Links to sign go to ${displayName} from now on. Those that waited are on their way.` },
      });
      return { done: true };
    });
  return (
    <FormPage
      title={title}
      caption={`${displayName}, ${host.name}`}
      backHref={hostPath(host.id)}
      sending={sending}
      send="Confirm this address"
      onSend={() => void save()}
      intro={
        <>
          <p>
            A returner asks, and {displayName} gets a link by e-mail, sees the days and signs. No account is needed.
            Whoever reads this mailbox can sign in their name, so give an address at work that is theirs alone.
          </p>
          <Inset>
            <p>
              {signOffAddress === null
                ? 'No address is confirmed yet. Until one is, no link is sent, and what they sign counts as provisional.'
                : `Links go to ${signOffAddress} now. If you give another address, links that went there stop working.`}
            </p>
          </Inset>
        </>
      }
      beside={<Link href={hostPath(host.id)}>Cancel</Link>}
    >
      <TextInput
        id="email"
        label="Their e-mail address at work"
        type="email"
        autoComplete="off"
        value={email}
        onChange={(event) => setEmail(event.target.value)}
        error={errorFor(sending.errors, 'email')}
      />
    </FormPage>
  );
}
