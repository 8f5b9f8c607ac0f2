import { useNavigate } from 'react-router';
import { MyAccount } from '../access/my-account.ts';
import { acceptArrival, dropArrival, useArrival } from '../access/providers.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { paths } from '../paths.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Page } from '../ui/Page.tsx';
import { Loading, ProblemMessage } from '../ui/States.tsx';
import { SummaryList } from '../ui/SummaryList.tsx';
import { useSending, type Sent } from '../ui/useSending.ts';

/** Asks whether an identity provider is to open the account from now on. Nothing is linked before somebody says so. */
export function LinkProviderPage() {
  const { arrival, problem, again } = useArrival();
  const { data, instead } = useAnswer(MyAccount, {}, 'your account');
  const { submit, ...sending } = useSending();
  const navigate = useNavigate();
  const answer = (send: () => Promise<Sent>, next: string) =>
    submit([], async () => {
      const sent = await send();
      if ('done' in sent) await navigate(next, { replace: true });
      return sent;
    });
  if (arrival === 'NOBODY')
    return (
      <Page title="There is nothing to answer here" backHref={paths.providers}>
        <p>This took longer than half an hour, or you have answered already.</p>
        <ButtonLink href={paths.providers}>See how your account is opened</ButtonLink>
      </Page>
    );
  if (arrival === undefined || data === undefined)
    return (
      <Page title="Your account">
        {problem === undefined ? (instead ?? <Loading what="who you are" />) : null}
        {problem === undefined ? null : <ProblemMessage problem={problem} onRetry={() => void again()} />}
      </Page>
    );
  const { name, email, displayName } = arrival;
  return (
    <FormPage
      title={`May ${name} open your account?`}
      backHref={paths.providers}
      sending={{ ...sending, errors: sending.errors.map((error) => ({ ...error, field: 'may-open' })) }}
      send={`Yes, sign me in with ${name}`}
      onSend={() => void answer(acceptArrival, paths.providers)}
      intro={
        <div id="may-open" tabIndex={-1}>
          <SummaryList
            rows={[
              { key: `Who you are at ${name}`, value: [displayName, email].filter((part) => part !== null).join(', ') },
              { key: 'Your account here', value: [data.viewer.displayName, data.viewer.account?.email].join(', ') },
            ]}
          />
          <p>
            Whoever can sign in there can open your account here from then on. Every way that you have now stays. We
            tell your e-mail address, and you can take it back at any time.
          </p>
        </div>
      }
      beside={
        <Button
          type="button"
          look="secondary"
          busy={sending.busy}
          onClick={() => void answer(dropArrival, paths.myHome)}
        >
          No, leave it as it is
        </Button>
      }
    />
  );
}
