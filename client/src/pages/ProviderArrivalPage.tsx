import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { withNext } from '../access/next.ts';
import { sayProviderProblem } from '../access/provider-problems.ts';
import { dropArrival, mailArrival, useArrival, useProviders, type Arrival } from '../access/providers.ts';
import { handOverAnswers } from '../eligibility/hand-over.ts';
import { paths } from '../paths.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { Loading, ProblemMessage } from '../ui/States.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useSending } from '../ui/useSending.ts';

/** Where somebody lands who comes from an identity provider and is not signed in: for a reason, or because nobody knows them by it yet. */
export function ProviderArrivalPage() {
  const [search] = useSearchParams();
  const problem = search.get('problem');
  return problem === null ? <NotKnownYet /> : <CameToNothing problem={problem} provider={search.get('provider')} />;
}

function CameToNothing({ problem, provider }: { problem: string; provider: string | null }) {
  const name = useProviders().find(({ key }) => key === provider)?.name;
  const { heading, what, now } = sayProviderProblem(problem, name);
  return (
    <Page title={heading}>
      <p>{what}</p>
      <p>{now}</p>
      <div className="rtp-actions">
        <ButtonLink href={paths.signIn}>Go to the sign-in page</ButtonLink>
        <ButtonLink href={paths.sendLink} look="secondary">
          Get a link by e-mail
        </ButtonLink>
      </div>
    </Page>
  );
}

function NotKnownYet() {
  const { arrival, problem, again } = useArrival();
  if (problem !== undefined)
    return (
      <Page title="Sign in">
        <ProblemMessage problem={problem} onRetry={() => void again()} />
      </Page>
    );
  if (arrival === undefined)
    return (
      <Page title="Sign in">
        <Loading what="who you are" />
      </Page>
    );
  if (arrival === 'NOBODY')
    return (
      <Page title="There is nothing to answer here">
        <p>This took longer than half an hour, or you have answered already.</p>
        <ButtonLink href={paths.signIn}>Go to the sign-in page</ButtonLink>
      </Page>
    );
  return <AskForAccount arrival={arrival} />;
}

/** The same for everybody: whether there is an account with the address is told to its mailbox alone. */
function AskForAccount({ arrival: { name, email, displayName } }: { arrival: Arrival }) {
  const [called, setCalled] = useState(displayName ?? '');
  const { submit, ...sending } = useSending();
  const navigate = useNavigate();
  const send = () =>
    submit(called.trim() === '' ? [{ field: 'displayName', message: 'Enter your name' }] : [], async () => {
      const sent = await mailArrival(called.trim());
      if ('done' in sent) {
        handOverAnswers();
        await navigate(paths.checkEmail, { state: { email } });
      }
      return sent;
    });
  const forget = () =>
    submit([], async () => {
      const sent = await dropArrival();
      if ('done' in sent) await navigate(paths.signIn, { replace: true });
      return sent;
    });
  return (
    <FormPage
      title="One more step, this once"
      sending={sending}
      send="Send me a link"
      onSend={() => void send()}
      intro={
        <>
          <p>
            {name} has told us who you are{email === null ? '' : ': '}
            {email === null ? null : <strong>{email}</strong>}. It opens no account here yet. Show us which one is
            yours, and you can sign in with {name} from then on.
          </p>
          <h2>If you have an account</h2>
          <p>
            <Link href={withNext(paths.signIn, paths.linkProvider)}>Sign in as you did so far</Link>, then say that{' '}
            {name} may open it.
          </p>
          <h2>If you have none, or cannot sign in</h2>
          <p>We send a link to your e-mail address. It opens your account, or makes one. Open it in this browser.</p>
        </>
      }
      below={
        <>
          <h2>If this is not you</h2>
          <Button type="button" look="secondary" busy={sending.busy} onClick={() => void forget()}>
            Forget what {name} told
          </Button>
        </>
      }
    >
      <TextInput
        id="displayName"
        label="What should we call you?"
        autoComplete="name"
        maxLength={80}
        value={called}
        onChange={(event) => setCalled(event.target.value)}
        error={errorFor(sending.errors, 'displayName')}
      />
    </FormPage>
  );
}
