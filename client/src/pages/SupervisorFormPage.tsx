import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { errorsFrom, isConflict, type RefusalTold } from '../apollo/refusals.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useCommand } from '../apollo/useCommand.ts';
import { graphql } from '../generated/gql.ts';
import { hostPath } from '../paths.ts';
import { SpanFields } from '../placements/SpanFields.tsx';
import {
  newSupervisor,
  readSupervisor,
  supervisorDraftOf,
  supervisorField,
  type SupervisorDraft,
} from '../placements/supervisor-draft.ts';
import { weekdayChoices } from '../placements/words.ts';
import { Checkboxes } from '../ui/Choices.tsx';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import type { Problem } from '../ui/States.tsx';
import { Select, TextArea, TextInput } from '../ui/TextInput.tsx';
import { useSending } from '../ui/useSending.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const HostForSupervisor = graphql(`
  query HostForSupervisor($id: ID!) {
    host(id: $id) {
      id
      name
      viewerMayManage
    }
    professions(first: 100) {
      nodes {
        id
        code
        name
      }
    }
  }
`);

const SupervisorToChange = graphql(`
  query SupervisorToChange($id: ID!) {
    supervisor(id: $id) {
      ...SupervisorFields
      host {
        id
        name
        viewerMayManage
      }
    }
    professions(first: 100) {
      nodes {
        id
        code
        name
      }
    }
  }
`);

const AddSupervisor = graphql(`
  mutation AddSupervisor($input: AddSupervisorInput!) {
    addSupervisor(input: $input) {
      ... on SupervisorAdded {
        supervisor {
          ...SupervisorFields
        }
      }
      ... on AddSupervisorRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const ChangeSupervisor = graphql(`
  mutation ChangeSupervisor($input: ChangeSupervisorInput!) {
    changeSupervisor(input: $input) {
      ... on SupervisorChanged {
        supervisor {
          ...SupervisorFields
        }
      }
      ... on ChangeSupervisorRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

/** Puts a supervisor on an organisation's list. */
export function AddSupervisorPage() {
  const { id = '' } = useParams();
  const { data, instead } = useAnswer(HostForSupervisor, { id }, 'the organisation', 'cache-first');
  const { run } = useCommand(AddSupervisor);
  if (data === undefined) return <Page title="Add a supervisor">{instead}</Page>;
  const { host } = data;
  if (host === null || !host.viewerMayManage) return <NotFoundPage />;
  return (
    <SupervisorForm
      title="Add a supervisor"
      host={host}
      initial={newSupervisor}
      professions={data.professions.nodes}
      said="is on the list. Look them up on the Register next."
      send={async (supervisor) => {
        const outcome = await run({ hostId: host.id, ...supervisor });
        if ('problem' in outcome) return outcome;
        const { addSupervisor: answer } = outcome.data;
        return answer.__typename === 'SupervisorAdded' ? { refusals: [] } : answer;
      }}
    />
  );
}

/** Changes what is said of a supervisor. */
export function ChangeSupervisorPage() {
  const { id = '' } = useParams();
  const { data, instead, retry } = useAnswer(SupervisorToChange, { id }, 'the supervisor');
  const { run } = useCommand(ChangeSupervisor);
  if (data === undefined) return <Page title="Change a supervisor">{instead}</Page>;
  const { supervisor: known } = data;
  if (known === null || !known.host.viewerMayManage) return <NotFoundPage />;
  return (
    <SupervisorForm
      title="Change a supervisor"
      host={known.host}
      initial={supervisorDraftOf(known)}
      professions={data.professions.nodes}
      said="is changed."
      send={async (supervisor) => {
        const outcome = await run({ supervisorId: known.id, expectedVersion: known.version, ...supervisor });
        if ('problem' in outcome) return outcome;
        const { changeSupervisor: answer } = outcome.data;
        if (answer.__typename === 'SupervisorChanged') return { refusals: [] };
        if (isConflict(answer.refusals)) retry();
        return answer;
      }}
    />
  );
}

type Read = Extract<ReturnType<typeof readSupervisor>, { supervisor: unknown }>['supervisor'];

interface SupervisorFormProps {
  title: string;
  host: { id: string; name: string };
  initial: SupervisorDraft;
  professions: readonly { code: string; name: string }[];
  /** What is said of the person afterwards, behind their name. */
  said: string;
  send: (supervisor: Read) => Promise<{ refusals: readonly RefusalTold[] } | { problem: Problem }>;
}

function SupervisorForm({ title, host, initial, professions, said, send }: SupervisorFormProps) {
  const [draft, setDraft] = useState(initial);
  const change = (changes: Partial<SupervisorDraft>) => setDraft({ ...draft, ...changes });
  const { submit, ...sending } = useSending();
  const navigate = useNavigate();
  const save = () => {
    const read = readSupervisor(draft);
    return submit('errors' in read ? (read.errors ?? []) : [], async () => {
      if (!('supervisor' in read)) return { errors: read.errors ?? [] };
      const answer = await send(read.supervisor);
      if ('problem' in answer) return answer;
      if (answer.refusals.length > 0) return { errors: errorsFrom(answer.refusals, supervisorField) };
      await navigate(hostPath(host.id), { state: { said: `${draft.displayName.trim()} ${said}` } });
      return { done: true };
    });
  };
  const { errors } = sending;
  return (
    <FormPage
      title={title}
      caption={host.name}
      backHref={hostPath(host.id)}
      sending={sending}
      send="Save"
      onSend={() => void save()}
      beside={<Link href={hostPath(host.id)}>Cancel</Link>}
    >
      <TextInput
        id="displayName"
        label="Name"
        value={draft.displayName}
        autoComplete="off"
        maxLength={200}
        onChange={(event) => change({ displayName: event.target.value })}
        error={errorFor(errors, 'displayName')}
      />
      <Select
        id="professionCode"
        label="Profession on the Register"
        value={draft.professionCode}
        onChange={(event) => change({ professionCode: event.target.value })}
        options={[
          { value: '', label: 'Choose a profession' },
          ...professions.map(({ code, name }) => ({ value: code, label: name })),
        ]}
        error={errorFor(errors, 'professionCode')}
      />
      <SpanFields id="registered" spans={draft.spans} onChange={(spans) => change({ spans })} errors={errors} />
      <TextArea
        id="scope"
        label="What they do, one activity a line (if you want to say)"
        hint="A returner is supervised only in what the supervisor does. Leave it empty for everything of the profession."
        value={draft.scope}
        onChange={(event) => change({ scope: event.target.value })}
        error={errorFor(errors, 'scope')}
      />
      <TextInput
        id="atOnceAtMost"
        label="How many returners at once at most?"
        inputMode="numeric"
        autoComplete="off"
        characters={2}
        value={draft.atOnceAtMost}
        onChange={(event) => change({ atOnceAtMost: event.target.value })}
        error={errorFor(errors, 'atOnceAtMost')}
      />
      <Checkboxes
        id="weekdays"
        name="weekdays"
        label="On which days do they supervise?"
        legendSize="s"
        choices={weekdayChoices}
        values={draft.weekdays}
        onChange={(weekdays) => change({ weekdays })}
        error={errorFor(errors, 'weekdays')}
      />
    </FormPage>
  );
}
