import { useState } from 'react';
import { useParams } from 'react-router';
import { useViewer } from '../access/viewer.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { LookUpFields, lookUpField, newLookUp, readLookUp } from '../assessments/LookUpFields.tsx';
import { useAct } from '../assessments/useAct.ts';
import { graphql } from '../generated/gql.ts';
import type { HostForAssessorQuery } from '../generated/graphql.ts';
import { hostAssessorsPath } from '../paths.ts';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { Select, TextInput } from '../ui/TextInput.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';

const HostForAssessor = graphql(`
  query HostForAssessor($id: ID!) {
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

const AddAssessor = graphql(`
  mutation AddAssessor($input: AddAssessorInput!) {
    answer: addAssessor(input: $input) {
      ... on AssessorAdded {
        assessor {
          ...AssessorFields
        }
      }
      ... on AddAssessorRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const title = 'Put an assessor on the list';

/** Puts somebody with an account on an organisation's list of assessors, with what was seen on the Register. */
export function AddAssessorPage() {
  const { id = '' } = useParams();
  const viewer = useViewer();
  const { data, instead, retry } = useAnswer(HostForAssessor, { id }, 'the organisation');
  if (data === undefined || viewer === undefined) return <Page title={title}>{instead}</Page>;
  if (!data.host?.viewerMayManage) return <NotFoundPage />;
  return <AddForm host={data.host} professions={data.professions.nodes} today={viewer.today} readAgain={retry} />;
}

interface AddFormProps {
  host: NonNullable<HostForAssessorQuery['host']>;
  professions: HostForAssessorQuery['professions']['nodes'];
  today: string;
  readAgain: () => void;
}

function AddForm({ host, professions, today, readAgain }: AddFormProps) {
  const [displayName, setDisplayName] = useState('');
  const [email, setEmail] = useState('');
  const [code, setCode] = useState('');
  const [look, setLook] = useState(newLookUp(today));
  const { sending, act } = useAct(AddAssessor, readAgain, lookUpField);
  const { errors } = sending;
  const to = hostAssessorsPath(host.id);
  const profession = professions.find((one) => one.code === code);
  const save = () => {
    const { input, missing } = readLookUp(look);
    act(
      [
        ...(displayName.trim() === '' ? [{ field: 'displayName', message: 'Enter the name' }] : []),
        ...(email.trim() === '' ? [{ field: 'email', message: 'Enter the e-mail address of their account' }] : []),
        ...(profession === undefined ? [{ field: 'professionCode', message: 'Choose the profession' }] : []),
        ...missing,
      ],
      { hostId: host.id, displayName, email, professionCode: profession?.code ?? 'DT', ...input },
      { to, said: `${displayName} is on the list.` },
    );
  };
  return (
    <FormPage
      title={title}
      caption={host.name}
      backHref={to}
      sending={sending}
      send="Put on the list"
      onSend={save}
      intro={
        <p>
          Look them up on{' '}
          <a href="https://www.hcpc-uk.org/" rel="noreferrer">
            HCPC’s Register
          </a>{' '}
          first. It is noted that you looked, when, and what you saw.
        </p>
      }
      beside={<Link href={to}>Cancel</Link>}
    >
      <TextInput
        id="displayName"
        label="Name"
        hint="As returners are to read it."
        value={displayName}
        maxLength={200}
        onChange={(event) => setDisplayName(event.target.value)}
        error={errorFor(errors, 'displayName')}
      />
      <TextInput
        id="email"
        type="email"
        label="E-mail address"
        hint="The address of their account here. If they have none, ask them to make one first."
        value={email}
        onChange={(event) => setEmail(event.target.value)}
        error={errorFor(errors, 'email')}
      />
      <Select
        id="professionCode"
        label="Profession"
        value={code}
        onChange={(event) => setCode(event.target.value)}
        error={errorFor(errors, 'professionCode')}
        options={[
          { value: '', label: 'Choose one' },
          ...professions.map((one) => ({ value: one.code, label: one.name })),
        ]}
      />
      <LookUpFields draft={look} onChange={setLook} errors={errors} />
    </FormPage>
  );
}
