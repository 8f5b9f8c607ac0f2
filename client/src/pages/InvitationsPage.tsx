import { useState } from 'react';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { errorsFrom } from '../apollo/refusals.ts';
import { graphql } from '../generated/gql.ts';
import { paths } from '../paths.ts';
import { hostRoleHints, hostRoles } from '../placements/words.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Callouts.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { Empty, ProblemMessage } from '../ui/States.tsx';
import { useSending } from '../ui/useSending.ts';

const MyInvitations = graphql(`
  query MyInvitations {
    viewer {
      hostInvitations {
        id
        role
        invitedOn
        host {
          id
          name
        }
      }
    }
  }
`);

const AcceptHostInvitation = graphql(`
  mutation AcceptHostInvitation($input: AcceptHostInvitationInput!) {
    acceptHostInvitation(input: $input) {
      ... on HostInvitationAccepted {
        host {
          id
          name
        }
      }
      ... on AcceptHostInvitationRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

/** Roles at organisations that wait to be taken by whoever is signed in. */
export function InvitationsPage() {
  const { data, instead, retry } = useAnswer(MyInvitations, {}, 'your invitations');
  const { submit, busy, errors, problem } = useSending();
  const { run } = useCommand(AcceptHostInvitation);
  const [said, setSaid] = useState('');
  const accept = (id: string, name: string) =>
    submit([], async () => {
      const outcome = await run({ hostInvitationId: id });
      if ('problem' in outcome) return outcome;
      const { acceptHostInvitation: answer } = outcome.data;
      if (answer.__typename === 'AcceptHostInvitationRefused') {
        return { errors: errorsFrom(answer.refusals, () => undefined) };
      }
      setSaid(`You can now work for ${name}. Change your role under Account.`);
      retry();
      return { done: true };
    });
  return (
    <Page
      title="Your invitations"
      backHref={paths.account}
      hasErrors={errors.length > 0}
      beforeHeading={
        <>
          {problem === undefined ? null : <ProblemMessage problem={{ ...problem, mayRetry: false }} />}
          <ErrorSummary errors={errors} />
          {said === '' ? null : (
            <Notice heading="Done" look="success">
              <p>{said}</p>
              <p>
                <Link href={paths.account}>Go to your account</Link>
              </p>
            </Notice>
          )}
        </>
      }
    >
      {data === undefined ? (
        instead
      ) : data.viewer.hostInvitations.length === 0 ? (
        <Empty>
          <p>No invitation waits for you. They go to the confirmed address of your account.</p>
        </Empty>
      ) : (
        <ul className="rtp-rules">
          {data.viewer.hostInvitations.map(({ id, role, invitedOn, host }) => (
            <li key={id}>
              <h2 className="nhsuk-heading-s">{host.name}</h2>
              <p>
                {hostRoles[role]}: {hostRoleHints[role].toLowerCase()} Sent on {sayDate(invitedOn)}.
              </p>
              <Button type="button" busy={busy} onClick={() => void accept(id, host.name)}>
                Take it <span className="nhsuk-u-visually-hidden">from {host.name}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
