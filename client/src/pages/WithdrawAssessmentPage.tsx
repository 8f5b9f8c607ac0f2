import { useState } from 'react';
import { useParams } from 'react-router';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useAct } from '../assessments/useAct.ts';
import { kinds, withdrawalReasons } from '../assessments/words.ts';
import { graphql } from '../generated/gql.ts';
import type { AssessmentToWithdrawQuery } from '../generated/graphql.ts';
import { assessmentPath } from '../paths.ts';
import { Radios } from '../ui/Choices.tsx';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { choicesOf, isOneOf } from '../ui/words.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const AssessmentToWithdraw = graphql(`
  query AssessmentToWithdraw($id: ID!) {
    assessment(id: $id) {
      ...AssessmentLine
      viewerActions
    }
  }
`);

const WithdrawAssessment = graphql(`
  mutation WithdrawAssessment($input: WithdrawAssessmentInput!) {
    answer: withdrawAssessment(input: $input) {
      ... on AssessmentWithdrawn {
        assessment {
          ...AssessmentLine
          viewerActions
        }
      }
      ... on WithdrawAssessmentRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const title = 'Withdraw an assessment';

/** An assessment that is not submitted is not wanted any more. */
export function WithdrawAssessmentPage() {
  const { id = '' } = useParams();
  const { data, instead, retry } = useAnswer(AssessmentToWithdraw, { id }, 'the assessment');
  if (data === undefined) return <Page title={title}>{instead}</Page>;
  if (data.assessment === null || !data.assessment.viewerActions.includes('WITHDRAW')) return <NotFoundPage />;
  return <WithdrawForm assessment={data.assessment} readAgain={retry} />;
}

interface WithdrawFormProps {
  assessment: NonNullable<AssessmentToWithdrawQuery['assessment']>;
  readAgain: () => void;
}

function WithdrawForm({ assessment, readAgain }: WithdrawFormProps) {
  const [reason, setReason] = useState('');
  const { sending, act } = useAct(WithdrawAssessment, readAgain);
  const to = assessmentPath(assessment.id);
  return (
    <FormPage
      title={title}
      caption={`${kinds[assessment.kind]}: ${assessment.returnerName}`}
      backHref={to}
      sending={sending}
      send="Withdraw it"
      sendLook="warning"
      onSend={() =>
        act(
          isOneOf(withdrawalReasons, reason) ? [] : [{ field: 'reason', message: 'Choose why' }],
          {
            assessmentId: assessment.id,
            expectedVersion: assessment.version,
            reason: isOneOf(withdrawalReasons, reason) ? reason : 'MISTAKE',
          },
          { to, said: 'It is withdrawn, and the assessor is told.' },
        )
      }
      beside={<Link href={to}>Cancel</Link>}
    >
      <Radios
        id="reason"
        name="reason"
        label="Why?"
        choices={choicesOf(withdrawalReasons)}
        value={reason}
        onChange={setReason}
        error={errorFor(sending.errors, 'reason')}
      />
    </FormPage>
  );
}
