import { useState } from 'react';
import { useParams } from 'react-router';
import { useViewer } from '../access/viewer.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { LookUpFields, lookUpField, newLookUp, readLookUp } from '../assessments/LookUpFields.tsx';
import { useAct } from '../assessments/useAct.ts';
import { graphql } from '../generated/gql.ts';
import type { AssessorToLookUpQuery } from '../generated/graphql.ts';
import { hostAssessorsPath } from '../paths.ts';
import { typedFromDate } from '../ui/approximate-date.ts';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';

const AssessorToLookUp = graphql(`
  query AssessorToLookUp($id: ID!) {
    assessor(id: $id) {
      ...AssessorFields
      host {
        id
        name
        viewerMayManage
      }
    }
  }
`);

const CheckAssessor = graphql(`
  mutation CheckAssessor($input: CheckAssessorInput!) {
    answer: checkAssessor(input: $input) {
      ... on AssessorChecked {
        assessor {
          ...AssessorFields
        }
      }
      ... on CheckAssessorRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const title = 'Look an assessor up again';

/** Notes who looked an assessor up on the Register, when, and what they saw. */
export function CheckAssessorPage() {
  const { id = '' } = useParams();
  const viewer = useViewer();
  const { data, instead, retry } = useAnswer(AssessorToLookUp, { id }, 'the assessor');
  if (data === undefined || viewer === undefined) return <Page title={title}>{instead}</Page>;
  if (!data.assessor?.host.viewerMayManage) return <NotFoundPage />;
  return <CheckForm assessor={data.assessor} today={viewer.today} readAgain={retry} />;
}

interface CheckFormProps {
  assessor: NonNullable<AssessorToLookUpQuery['assessor']>;
  today: string;
  readAgain: () => void;
}

function CheckForm({ assessor, today, readAgain }: CheckFormProps) {
  const [look, setLook] = useState({
    ...newLookUp(today),
    registeredFrom: typedFromDate(assessor.registeredFrom),
    ...(assessor.registeredUntil === null ? {} : { registeredUntil: typedFromDate(assessor.registeredUntil) }),
  });
  const { sending, act } = useAct(CheckAssessor, readAgain, lookUpField);
  const to = hostAssessorsPath(assessor.host.id);
  const save = () => {
    const { input, missing } = readLookUp(look);
    act(
      missing,
      { assessorId: assessor.id, expectedVersion: assessor.version, ...input },
      { to, said: `It is noted that you looked ${assessor.displayName} up.` },
    );
  };
  return (
    <FormPage
      title={title}
      caption={`${assessor.displayName}, ${assessor.host.name}`}
      backHref={to}
      sending={sending}
      send="Record it"
      onSend={save}
      beside={<Link href={to}>Cancel</Link>}
    >
      <LookUpFields draft={look} onChange={setLook} errors={sending.errors} />
    </FormPage>
  );
}
