import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useViewer } from '../access/viewer.ts';
import { errorsFrom } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import type { AddHostInput, TrustsToHostQuery } from '../generated/graphql.ts';
import { hostPath, paths } from '../paths.ts';
import { hostKinds } from '../placements/words.ts';
import { Radios } from '../ui/Choices.tsx';
import { errorFor, type FieldError } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { Select, TextInput } from '../ui/TextInput.tsx';
import { useSending } from '../ui/useSending.ts';
import { choicesOf, isOneOf } from '../ui/words.ts';
import { OnToday } from './OnToday.tsx';

const TrustsToHost = graphql(`
  query TrustsToHost($openOn: CalendarDate!) {
    regions(first: 10) {
      nodes {
        id
        name
        trusts(first: 100, filter: { openOn: $openOn }) {
          countUpTo1000
          nodes {
            id
            name
          }
        }
      }
    }
  }
`);

const AddHost = graphql(`
  mutation AddHost($input: AddHostInput!) {
    addHost(input: $input) {
      ... on HostAdded {
        host {
          id
          name
        }
      }
      ... on AddHostRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const title = 'Add an organisation';

/** Puts an organisation on the list of those that may host returners: a trust of the published list, or any other with its address. */
export function AddHostPage() {
  return <OnToday what="the trusts">{(today) => <TrustsOfToday openOn={today} />}</OnToday>;
}

function TrustsOfToday({ openOn }: { openOn: string }) {
  const { data, instead } = useAnswer(TrustsToHost, { openOn }, 'the trusts', 'cache-first');
  if (data === undefined) return <Page title={title}>{instead}</Page>;
  return <HostForm regions={data.regions.nodes} />;
}

interface Draft {
  kind: string;
  trustId: string;
  name: string;
  postcode: string;
}

const fault = (isMissing: boolean, field: keyof Draft, message: string): FieldError[] =>
  isMissing ? [{ field, message }] : [];

const missingIn = ({ kind, trustId, name, postcode }: Draft): FieldError[] => {
  if (kind === '') return fault(true, 'kind', 'Choose what kind of organisation it is');
  if (kind === 'NHS_TRUST') return fault(trustId === '', 'trustId', 'Choose the trust');
  return [
    ...fault(name.trim() === '', 'name', 'Enter the name of the organisation'),
    ...fault(postcode.trim() === '', 'postcode', 'Enter the postcode of its first site'),
  ];
};

const inputOf = ({ kind, trustId, name, postcode }: Draft): Omit<AddHostInput, 'idempotencyKey'> =>
  kind === 'NHS_TRUST'
    ? { trustId, kind: null, name: null, postcode: null }
    : { trustId: null, kind: isOneOf(hostKinds, kind) ? kind : null, name, postcode };

function HostForm({ regions }: { regions: TrustsToHostQuery['regions']['nodes'] }) {
  const places = useViewer()?.places ?? [];
  const [draft, setDraft] = useState<Draft>({ kind: '', trustId: '', name: '', postcode: '' });
  const change = (changes: Partial<Draft>) => setDraft({ ...draft, ...changes });
  const { submit, ...sending } = useSending();
  const { errors } = sending;
  const { run } = useCommand(AddHost);
  const navigate = useNavigate();
  const own = regions.filter(({ name }) => places.includes(name));
  // Who coordinates a board alone finds its trusts among all of them.
  const offered = own.length > 0 ? own : regions;
  const save = () =>
    submit(missingIn(draft), async () => {
      const outcome = await run(inputOf(draft));
      if ('problem' in outcome) return outcome;
      const { addHost: answer } = outcome.data;
      if (answer.__typename === 'AddHostRefused') return { errors: errorsFrom(answer.refusals) };
      await navigate(hostPath(answer.host.id), {
        state: { said: `${answer.host.name} is on the list. Name its contact next.` },
      });
      return { done: true };
    });
  return (
    <FormPage
      title={title}
      backHref={paths.hosts}
      sending={sending}
      send="Add the organisation"
      onSend={() => void save()}
      intro={<p>It must lie in your region or board.</p>}
      beside={<Link href={paths.hosts}>Cancel</Link>}
    >
      <Radios
        id="kind"
        name="kind"
        label="What kind of organisation is it?"
        choices={choicesOf(hostKinds)}
        value={draft.kind}
        onChange={(kind) => change({ kind })}
        error={errorFor(errors, 'kind')}
      />
      {draft.kind === 'NHS_TRUST' ? (
        <Select
          id="trustId"
          label="Which trust?"
          hint="Its name and its sites are taken over from the published list."
          value={draft.trustId}
          onChange={(event) => change({ trustId: event.target.value })}
          options={[
            { value: '', label: 'Choose a trust' },
            ...offered.flatMap(({ trusts }) => trusts.nodes.map(({ id, name }) => ({ value: id, label: name }))),
          ]}
          error={errorFor(errors, 'trustId')}
        />
      ) : null}
      {draft.kind === 'NHS_TRUST' && offered.some(({ trusts }) => trusts.countUpTo1000 > trusts.nodes.length) ? (
        <p>The first 100 trusts of each region by name are shown here.</p>
      ) : null}
      {draft.kind === '' || draft.kind === 'NHS_TRUST' ? null : (
        <>
          <TextInput
            id="name"
            label="Name of the organisation"
            autoComplete="off"
            maxLength={200}
            value={draft.name}
            onChange={(event) => change({ name: event.target.value })}
            error={errorFor(errors, 'name')}
          />
          <TextInput
            id="postcode"
            label="Postcode of its first site"
            hint="For example BS1 4ND. More sites can be added afterwards."
            autoComplete="off"
            characters={10}
            maxLength={10}
            value={draft.postcode}
            onChange={(event) => change({ postcode: event.target.value })}
            error={errorFor(errors, 'postcode')}
          />
        </>
      )}
    </FormPage>
  );
}
