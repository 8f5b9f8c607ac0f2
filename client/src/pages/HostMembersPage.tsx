import { useState } from 'react';
import { useParams } from 'react-router';
import { errorsFrom, type RefusalTold } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import type { HostMembersQuery } from '../generated/graphql.ts';
import { hostPath } from '../paths.ts';
import { hostRoleHints, hostRoles } from '../placements/words.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Button } from '../ui/Button.tsx';
import { Notice, Tag } from '../ui/Callouts.tsx';
import { Radios } from '../ui/Choices.tsx';
import { DataTable, Secondary } from '../ui/DataTable.tsx';
import { errorFor, ErrorSummary } from '../ui/ErrorSummary.tsx';
import { Page } from '../ui/Page.tsx';
import { Empty, ProblemMessage, type Problem } from '../ui/States.tsx';
import { Select, TextInput } from '../ui/TextInput.tsx';
import { useSending } from '../ui/useSending.ts';
import { choicesOf, isOneOf } from '../ui/words.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const HostMembers = graphql(`
  query HostMembers($id: ID!) {
    host(id: $id) {
      id
      name
      viewerMayGiveRoles
      members {
        displayName
        email
        role
        since
        isInvited
      }
    }
  }
`);

const GiveHostRole = graphql(`
  mutation GiveHostRole($input: GiveHostRoleInput!) {
    giveHostRole(input: $input) {
      ... on HostRoleGiven {
        host {
          id
          members {
            displayName
            email
            role
            since
            isInvited
          }
        }
      }
      ... on GiveHostRoleRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const TakeHostRole = graphql(`
  mutation TakeHostRole($input: HostRoleInput!) {
    takeHostRole(input: $input) {
      ... on HostRoleTaken {
        host {
          id
          members {
            displayName
            email
            role
            since
            isInvited
          }
        }
      }
      ... on TakeHostRoleRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

type Host = NonNullable<HostMembersQuery['host']>;
type Member = Host['members'][number];
type Role = Member['role'];

const title = 'Members and their roles';

/** Who works for an organisation here; those who may hand out its roles invite, change and end them. */
export function HostMembersPage() {
  const { id = '' } = useParams();
  const { data, instead } = useAnswer(HostMembers, { id }, 'the members');
  if (data === undefined) return <Page title={title}>{instead}</Page>;
  return data.host === null || !data.host.viewerMayGiveRoles ? <NotFoundPage /> : <Members host={data.host} />;
}

const nameOf = ({ displayName, email }: Member): string => displayName ?? email;

/** Sends a change of a role, and says what came of it. */
function useRoles(host: Host) {
  const give = useCommand(GiveHostRole);
  const take = useCommand(TakeHostRole);
  type Told = { refusals: readonly RefusalTold[] } | { problem: Problem };
  return {
    give: async (email: string, role: Role, insteadOf: Role | null): Promise<Told> => {
      const outcome = await give.run({ hostId: host.id, email, role, insteadOf });
      if ('problem' in outcome) return outcome;
      const { giveHostRole: answer } = outcome.data;
      return answer.__typename === 'HostRoleGiven' ? { refusals: [] } : answer;
    },
    take: async ({ email, role }: Member): Promise<Told> => {
      const outcome = await take.run({ hostId: host.id, email, role });
      if ('problem' in outcome) return outcome;
      const { takeHostRole: answer } = outcome.data;
      return answer.__typename === 'HostRoleTaken' ? { refusals: [] } : answer;
    },
  };
}

function Members({ host }: { host: Host }) {
  const roles = useRoles(host);
  const { submit, busy, errors, problem } = useSending();
  const [said, setSaid] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState('');
  /** Runs one change; what was said before is gone. */
  const run = (words: string, missing: Parameters<typeof submit>[0], change: () => ReturnType<typeof roles.take>) => {
    setSaid('');
    return submit(missing, async () => {
      const told = await change();
      if ('problem' in told) return told;
      if (told.refusals.length > 0) return { errors: errorsFrom(told.refusals) };
      setSaid(words);
      return { done: true };
    });
  };
  const invite = () =>
    run(
      `${email.trim()} is invited by mail; whoever works here already has the role at once.`,
      [
        ...(email.trim() === '' ? [{ field: 'email', message: 'Enter an e-mail address' }] : []),
        ...(isOneOf(hostRoles, role) ? [] : [{ field: 'role', message: 'Choose what they will do' }]),
      ],
      () => roles.give(email, isOneOf(hostRoles, role) ? role : 'ORGANISATION_MEMBER', null),
    ).then(() => setEmail(''));
  return (
    <Page
      title={title}
      caption={host.name}
      backHref={hostPath(host.id)}
      width="wide"
      hasErrors={errors.length > 0}
      beforeHeading={
        <>
          {problem === undefined ? null : <ProblemMessage problem={{ ...problem, mayRetry: false }} />}
          <ErrorSummary errors={errors} />
          {said === '' ? null : (
            <Notice heading="Done" look="success">
              <p>{said}</p>
            </Notice>
          )}
        </>
      }
    >
      {host.members.length === 0 ? (
        <Empty>
          <p>Nobody works for this organisation here yet. Invite somebody below.</p>
        </Empty>
      ) : (
        <DataTable
          caption="Members"
          hideCaption
          columns={[
            {
              heading: 'Who',
              cell: (member) => (
                <>
                  {nameOf(member)}
                  {member.displayName === null ? null : <Secondary>{member.email}</Secondary>}
                </>
              ),
            },
            {
              heading: 'Role',
              cell: (member) => (
                <>
                  {hostRoles[member.role]} {member.isInvited ? <Tag colour="yellow">Invited</Tag> : null}
                </>
              ),
            },
            { heading: 'Since', cell: ({ since }) => sayDate(since) },
            {
              heading: 'Change',
              cell: (member) => (
                <ChangeRole
                  key={member.role}
                  member={member}
                  busy={busy}
                  onChange={(next) =>
                    void run(`The role of ${nameOf(member)} is changed.`, [], () =>
                      roles.give(member.email, next, member.role),
                    )
                  }
                  onEnd={() => void run(`The role of ${nameOf(member)} has ended.`, [], () => roles.take(member))}
                />
              ),
            },
          ]}
          rows={host.members}
          rowKey={({ email: address, role: held }) => `${address} ${held}`}
        />
      )}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void invite();
        }}
      >
        <h2>Invite somebody</h2>
        <p className="nhsuk-u-reading-width">
          They get a mail, and have the role once they accept the invitation. Whoever has no account yet makes one with
          that address first.
        </p>
        <TextInput
          id="email"
          label="E-mail address at work"
          type="email"
          autoComplete="off"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          error={errorFor(errors, 'email')}
        />
        <Radios
          id="role"
          name="role"
          label="What will they do?"
          legendSize="s"
          choices={choicesOf(hostRoles).map((choice) => ({
            ...choice,
            hint: isOneOf(hostRoleHints, choice.value) ? hostRoleHints[choice.value] : undefined,
          }))}
          value={role}
          onChange={setRole}
          error={errorFor(errors, 'role')}
        />
        <Button busy={busy}>Invite</Button>
      </form>
    </Page>
  );
}

interface ChangeRoleProps {
  member: Member;
  busy: boolean;
  onChange: (role: Role) => void;
  onEnd: () => void;
}

/** Another role for somebody, or none. Ending one is asked for twice. */
function ChangeRole({ member, busy, onChange, onEnd }: ChangeRoleProps) {
  const [next, setNext] = useState<string>(member.role);
  const [isSure, setIsSure] = useState(false);
  const name = nameOf(member);
  return (
    <div className="rtp-row-actions">
      <Select
        id={`role-${member.email}-${member.role}`}
        label={
          <>
            Role <span className="nhsuk-u-visually-hidden">of {name}</span>
          </>
        }
        value={next}
        onChange={(event) => setNext(event.target.value)}
        options={choicesOf(hostRoles)}
      />
      <Button
        type="button"
        look="secondary"
        small
        busy={busy || next === member.role}
        onClick={() => (isOneOf(hostRoles, next) ? onChange(next) : undefined)}
      >
        Change <span className="nhsuk-u-visually-hidden">the role of {name}</span>
      </Button>
      <Button
        type="button"
        look={isSure ? 'warning' : 'secondary'}
        small
        busy={busy}
        onClick={() => (isSure ? onEnd() : setIsSure(true))}
      >
        {isSure ? 'Yes, end it' : 'End'} <span className="nhsuk-u-visually-hidden">the role of {name}</span>
      </Button>
    </div>
  );
}
