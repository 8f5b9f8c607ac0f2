import { useState } from 'react';
import { useParams } from 'react-router';
import { errorsFrom, isConflict, type RefusalTold } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import type { PartnerClientToManageQuery } from '../generated/graphql.ts';
import { NewKey } from '../partners/NewKey.tsx';
import { standingWords } from '../partners/scopes.ts';
import { paths } from '../paths.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Button } from '../ui/Button.tsx';
import { Notice, Tag } from '../ui/Callouts.tsx';
import { DataTable } from '../ui/DataTable.tsx';
import { errorFor, ErrorSummary } from '../ui/ErrorSummary.tsx';
import { sayInstant } from '../ui/instant.ts';
import { Page } from '../ui/Page.tsx';
import { ProblemMessage, type Problem } from '../ui/States.tsx';
import { SummaryList } from '../ui/SummaryList.tsx';
import { Select } from '../ui/TextInput.tsx';
import { useSending } from '../ui/useSending.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const PartnerClientToManage = graphql(`
  query PartnerClientToManage($id: ID!) {
    partnerClient(id: $id) {
      ...PartnerClientFacts
    }
  }
  fragment PartnerClientFacts on PartnerClient {
    id
    version
    name
    belongsTo
    ownerName
    endsOn
    createdAt
    revokedAt
    standing
    lastUsedAt
    viewerMayManage
    scopes {
      scope
      meaning
    }
    keys {
      id
      hint
      madeAt
      endsAt
      lastUsedAt
      isInUse
    }
    budget {
      points
      left
    }
  }
`);

const RotatePartnerKey = graphql(`
  mutation RotatePartnerKey($input: RotatePartnerKeyInput!) {
    rotatePartnerKey(input: $input) {
      ... on PartnerKeyRotated {
        key
        partnerClient {
          ...PartnerClientFacts
        }
      }
      ... on RotatePartnerKeyRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const RevokePartnerClient = graphql(`
  mutation RevokePartnerClient($input: RevokePartnerClientInput!) {
    revokePartnerClient(input: $input) {
      ... on PartnerClientRevoked {
        partnerClient {
          ...PartnerClientFacts
        }
      }
      ... on RevokePartnerClientRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const RevokePartnerKey = graphql(`
  mutation RevokePartnerKey($input: RevokePartnerKeyInput!) {
    revokePartnerKey(input: $input) {
      ... on PartnerKeyRevoked {
        partnerClient {
          ...PartnerClientFacts
        }
      }
      ... on RevokePartnerKeyRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

type Client = NonNullable<PartnerClientToManageQuery['partnerClient']>;
type Told = { refusals: readonly (RefusalTold & { code: string })[] } | { problem: Problem };

const overlaps = [
  { value: '24', label: 'One day' },
  { value: '168', label: 'One week' },
  { value: '1', label: 'One hour' },
  { value: '0', label: 'Not at all: it ends at once' },
];

/** One program: what it may do, its keys, and the ways to change a key or shut it out. */
export function PartnerClientPage() {
  const { id = '' } = useParams();
  const { data, instead, retry } = useAnswer(PartnerClientToManage, { id }, 'the program');
  if (data === undefined)
    return (
      <Page title="A program" backHref={paths.partnerClients}>
        {instead}
      </Page>
    );
  return data.partnerClient === null ? <NotFoundPage /> : <Manage client={data.partnerClient} readAgain={retry} />;
}

function Manage({ client, readAgain }: { client: Client; readAgain: () => void }) {
  const rotate = useCommand(RotatePartnerKey);
  const revoke = useCommand(RevokePartnerClient);
  const revokeKey = useCommand(RevokePartnerKey);
  const { submit, busy, errors, problem } = useSending();
  const [overlap, setOverlap] = useState('24');
  const [sureOf, setSureOf] = useState('');
  const [key, setKey] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const ofThis = { partnerClientId: client.id, expectedVersion: client.version };
  const run = (words: string, change: () => Promise<Told>) => {
    setSaid('');
    setKey(null);
    setSureOf('');
    return submit([], async () => {
      const told = await change();
      if ('problem' in told) return told;
      if (told.refusals.length > 0) {
        if (isConflict(told.refusals)) readAgain();
        return { errors: errorsFrom(told.refusals) };
      }
      setSaid(words);
      return { done: true };
    });
  };
  const makeKey = () =>
    run('The program has a new key.', async () => {
      const outcome = await rotate.run({ ...ofThis, overlapHours: Number(overlap) });
      if ('problem' in outcome) return outcome;
      const { rotatePartnerKey: answer } = outcome.data;
      if (answer.__typename === 'RotatePartnerKeyRefused') return answer;
      setKey(answer.key);
      return { refusals: [] };
    });
  const shutOut = () =>
    run('The program is shut out.', async () => {
      const outcome = await revoke.run(ofThis);
      if ('problem' in outcome) return outcome;
      const { revokePartnerClient: answer } = outcome.data;
      return answer.__typename === 'RevokePartnerClientRefused' ? answer : { refusals: [] };
    });
  const endKey = (partnerKeyId: string) =>
    run('The key has ended.', async () => {
      const outcome = await revokeKey.run({ partnerKeyId });
      if ('problem' in outcome) return outcome;
      const { revokePartnerKey: answer } = outcome.data;
      return answer.__typename === 'RevokePartnerKeyRefused' ? answer : { refusals: [] };
    });
  /** What cannot be undone is pressed twice. */
  const pressTwice = (what: string, doIt: () => Promise<unknown>) => () =>
    sureOf === what ? void doIt() : setSureOf(what);
  const isOpen = client.standing === 'IN_USE' && client.viewerMayManage;
  return (
    <Page
      title={client.name}
      caption={client.belongsTo}
      backHref={paths.partnerClients}
      width="wide"
      hasErrors={errors.length > 0}
      beforeHeading={
        <>
          {problem === undefined ? null : <ProblemMessage problem={{ ...problem, mayRetry: false }} />}
          <ErrorSummary errors={errors} />
          {said === '' || key !== null ? null : (
            <Notice heading="Done" look="success">
              <p>{said}</p>
            </Notice>
          )}
          {key === null ? null : <NewKey apiKey={key} />}
        </>
      }
    >
      <SummaryList
        rows={[
          {
            key: 'State',
            value:
              client.standing === 'IN_USE' ? (
                standingWords.IN_USE
              ) : (
                <Tag colour="red">{standingWords[client.standing]}</Tag>
              ),
          },
          {
            key: 'May',
            value: (
              <ul className="nhsuk-list nhsuk-list--bullet">
                {client.scopes.map(({ scope, meaning }) => (
                  <li key={scope}>{meaning}</li>
                ))}
              </ul>
            ),
          },
          { key: 'Last day', value: sayDate(client.endsOn) },
          { key: 'Who answers for it', value: client.ownerName },
          { key: 'Last asked', value: client.lastUsedAt === null ? 'Never' : sayInstant(client.lastUsedAt) },
          {
            key: 'Budget',
            value: `${client.budget.left.toLocaleString('en-GB')} of ${client.budget.points.toLocaleString('en-GB')} points are left. All of it is there again within an hour.`,
          },
          { key: 'Client id', value: <code className="rtp-key">{client.id}</code> },
        ]}
      />
      <h2>Keys</h2>
      <DataTable
        caption="Keys"
        hideCaption
        columns={[
          { heading: 'Begins with', cell: ({ hint }) => <code>{hint}</code> },
          { heading: 'Made', cell: ({ madeAt }) => sayInstant(madeAt) },
          { heading: 'Last used', cell: ({ lastUsedAt }) => (lastUsedAt === null ? 'Never' : sayInstant(lastUsedAt)) },
          {
            heading: 'Ends',
            cell: ({ endsAt, isInUse }) =>
              endsAt === null ? 'With the program' : `${isInUse ? '' : 'Ended '}${sayInstant(endsAt)}`,
          },
          {
            heading: 'Action',
            cell: ({ id, hint, isInUse }) =>
              isInUse && isOpen ? (
                <Button
                  type="button"
                  look={sureOf === id ? 'warning' : 'secondary'}
                  small
                  busy={busy}
                  onClick={pressTwice(id, () => endKey(id))}
                >
                  {sureOf === id ? 'Yes, end it now' : 'End'}{' '}
                  <span className="nhsuk-u-visually-hidden">the key {hint}</span>
                </Button>
              ) : (
                'None'
              ),
          },
        ]}
        rows={client.keys}
        rowKey={({ id }) => id}
      />
      {isOpen ? (
        <>
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              if (!busy) void makeKey();
            }}
          >
            <h2>Change the key</h2>
            <Select
              id="overlapHours"
              label="How long does the old key go on?"
              hint="Put the new key into your program in that time."
              value={overlap}
              onChange={(event) => setOverlap(event.target.value)}
              options={overlaps}
              error={errorFor(errors, 'overlapHours')}
            />
            <Button busy={busy}>Make a new key</Button>
          </form>
          <h2>Shut the program out</h2>
          <p className="nhsuk-u-reading-width">
            All its keys end within a second, for good. To let it in again, make a new program.
          </p>
          <Button
            type="button"
            look={sureOf === 'program' ? 'warning' : 'secondary'}
            busy={busy}
            onClick={pressTwice('program', shutOut)}
          >
            {sureOf === 'program' ? 'Yes, shut it out' : 'Shut it out'}
          </Button>
        </>
      ) : null}
    </Page>
  );
}
