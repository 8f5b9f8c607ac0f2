import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { errorsFrom, isConflict } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import type { AccountToChangeQuery } from '../generated/graphql.ts';
import { paths } from '../paths.ts';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { sayInstant } from '../ui/instant.ts';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { TextArea } from '../ui/TextInput.tsx';
import { useSending } from '../ui/useSending.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const AccountToChange = graphql(`
  query AccountToChange($id: ID!) {
    node(id: $id) {
      ... on Account {
        id
        version
        displayName
        suspendedAt
        viewerMaySuspend
      }
    }
  }
`);

const SuspendAccount = graphql(`
  mutation SuspendAccount($input: SuspendAccountInput!) {
    suspendAccount(input: $input) {
      ... on AccountSuspended {
        account {
          id
          version
          suspendedAt
        }
      }
      ... on SuspendAccountRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const RestoreAccount = graphql(`
  mutation RestoreAccount($input: RestoreAccountInput!) {
    restoreAccount(input: $input) {
      ... on AccountRestored {
        account {
          id
          version
          suspendedAt
        }
      }
      ... on RestoreAccountRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

type Account = Extract<AccountToChangeQuery['node'], { __typename: 'Account' }>;

/** Suspends an account or restores it, always with a reason. */
export function AccountChangePage() {
  const { id = '' } = useParams();
  const { data, instead, retry } = useAnswer(AccountToChange, { id }, 'the account');
  if (data === undefined) return <Page title="An account">{instead}</Page>;
  const account = data.node;
  return account?.__typename === 'Account' && account.viewerMaySuspend ? (
    <ChangeForm account={account} readAgain={retry} />
  ) : (
    <NotFoundPage />
  );
}

function ChangeForm({ account, readAgain }: { account: Account; readAgain: () => void }) {
  const [reason, setReason] = useState('');
  const { submit, ...sending } = useSending();
  const suspend = useCommand(SuspendAccount);
  const restore = useCommand(RestoreAccount);
  const navigate = useNavigate();
  const isSuspended = account.suspendedAt !== null;
  const refusalsOf = async () => {
    const input = { accountId: account.id, expectedVersion: account.version, reason: reason.trim() };
    if (isSuspended) {
      const outcome = await restore.run(input);
      if ('problem' in outcome) return outcome;
      const { restoreAccount } = outcome.data;
      return { refusals: restoreAccount.__typename === 'AccountRestored' ? [] : restoreAccount.refusals };
    }
    const outcome = await suspend.run(input);
    if ('problem' in outcome) return outcome;
    const { suspendAccount } = outcome.data;
    return { refusals: suspendAccount.__typename === 'AccountSuspended' ? [] : suspendAccount.refusals };
  };
  const send = () =>
    submit(
      reason.trim().length < 3 ? [{ field: 'reason', message: 'Say why, in at least 3 letters' }] : [],
      async () => {
        const outcome = await refusalsOf();
        if ('problem' in outcome) return outcome;
        if (outcome.refusals.length > 0) {
          if (isConflict(outcome.refusals)) readAgain();
          return { errors: errorsFrom(outcome.refusals) };
        }
        await navigate(paths.accounts, {
          state: { said: `The account of ${account.displayName} is ${isSuspended ? 'in use again' : 'suspended'}.` },
        });
        return { done: true };
      },
    );
  return (
    <FormPage
      title={isSuspended ? 'Restore this account?' : 'Suspend this account?'}
      caption={account.displayName}
      backHref={paths.accounts}
      sending={sending}
      send={isSuspended ? 'Restore the account' : 'Suspend the account'}
      sendLook={isSuspended ? 'primary' : 'warning'}
      onSend={() => void send()}
      intro={
        isSuspended ? (
          <p>Suspended since {sayInstant(account.suspendedAt ?? '')}. Once restored, the person can sign in again.</p>
        ) : (
          <p>
            The person is signed out on every device within a second, and cannot see or change anything. Nothing is
            lost.
          </p>
        )
      }
      beside={<Link href={paths.accounts}>Cancel</Link>}
    >
      <TextArea
        id="reason"
        label="Why"
        hint="It is kept in the audit."
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={errorFor(sending.errors, 'reason')}
      />
    </FormPage>
  );
}
