import { useState } from 'react';
import { useParams } from 'react-router';
import { errorsFrom } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import { NewKey } from '../partners/NewKey.tsx';
import { scopeWords } from '../partners/scopes.ts';
import { partnerClientPath, paths } from '../paths.ts';
import { emptyDate, readWholeDate } from '../ui/approximate-date.ts';
import { Checkboxes } from '../ui/Choices.tsx';
import { DateInput, datePartId } from '../ui/DateInput.tsx';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useSending } from '../ui/useSending.ts';
import { choicesOf, isOneOf } from '../ui/words.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const HostOfProgram = graphql(`
  query HostOfProgram($id: ID!) {
    host(id: $id) {
      id
      name
    }
  }
`);

const CreatePartnerClient = graphql(`
  mutation CreatePartnerClient($input: CreatePartnerClientInput!) {
    createPartnerClient(input: $input) {
      ... on PartnerClientCreated {
        key
        partnerClient {
          id
          name
        }
      }
      ... on CreatePartnerClientRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const title = 'Let a program in';

/** Lets a program of an organisation ask the API: what it may do, until when, and who answers for it. */
export function NewPartnerClientPage() {
  const { id = '' } = useParams();
  const { data, instead } = useAnswer(HostOfProgram, { id }, 'the organisation');
  if (data === undefined) return <Page title={title}>{instead}</Page>;
  return data.host === null ? <NotFoundPage /> : <NewClient host={data.host} />;
}

function NewClient({ host }: { host: { id: string; name: string } }) {
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<string[]>([]);
  const [endsOn, setEndsOn] = useState(emptyDate);
  const [ownerEmail, setOwnerEmail] = useState('');
  const [made, setMade] = useState<{ id: string; key: string | null }>();
  const { submit, ...sending } = useSending();
  const create = useCommand(CreatePartnerClient);
  if (made !== undefined)
    return (
      <Page title={`${name.trim()} may ask from now on`} caption={host.name}>
        {made.key === null ? <p>The key was shown when this was first sent.</p> : <NewKey apiKey={made.key} />}
        <p>
          Your program sends it as <code>Authorization: Bearer</code>, and never in an address.
        </p>
        <p>
          <Link href={partnerClientPath(made.id)}>See the program and its keys</Link>
        </p>
      </Page>
    );
  const send = () => {
    const read = readWholeDate(endsOn, 'the last day');
    return submit(
      [
        ...(name.trim() === '' ? [{ field: 'name', message: 'Give the program a name' }] : []),
        ...(scopes.length === 0 ? [{ field: 'scopes', message: 'Choose what it may do' }] : []),
        ...('message' in read ? [{ field: datePartId('endsOn', read.part), message: read.message }] : []),
      ],
      async () => {
        if ('message' in read) return { done: true };
        const outcome = await create.run({
          hostId: host.id,
          name: name.trim(),
          scopes: scopes.flatMap((scope) => (isOneOf(scopeWords, scope) ? [scope] : [])),
          endsOn: read.date,
          ...(ownerEmail.trim() === '' ? {} : { ownerEmail: ownerEmail.trim() }),
        });
        if ('problem' in outcome) return outcome;
        const { createPartnerClient: answer } = outcome.data;
        if (answer.__typename === 'CreatePartnerClientRefused') return { errors: errorsFrom(answer.refusals) };
        setMade({ id: answer.partnerClient.id, key: answer.key });
        return { done: true };
      },
    );
  };
  const { errors } = sending;
  return (
    <FormPage
      title={title}
      caption={host.name}
      backHref={paths.partnerClients}
      sending={sending}
      send="Let it in and show its key"
      onSend={() => void send()}
    >
      <TextInput
        id="name"
        label="What is the program called?"
        hint="For example: Capacity sync"
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={errorFor(errors, 'name')}
      />
      <Checkboxes
        id="scopes"
        name="scopes"
        label="What may it do?"
        hint="Allow no more than it needs. No program sees e-mail addresses, adjustments or anything about health."
        legendSize="s"
        choices={choicesOf(scopeWords)}
        values={scopes}
        onChange={setScopes}
        error={errorFor(errors, 'scopes')}
      />
      <DateInput
        id="endsOn"
        label="What is its last day?"
        hint="A year from now at the most. Then look at it again."
        legendSize="s"
        value={endsOn}
        onChange={setEndsOn}
        error={errors.find(({ field }) => field?.startsWith('endsOn'))?.message}
      />
      <TextInput
        id="ownerEmail"
        label="Who answers for it?"
        hint="E-mail address of somebody with a role here. Leave it empty to answer for it yourself."
        type="email"
        autoComplete="off"
        value={ownerEmail}
        onChange={(event) => setOwnerEmail(event.target.value)}
        error={errorFor(errors, 'ownerEmail')}
      />
    </FormPage>
  );
}
