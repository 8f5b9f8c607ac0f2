import { useState } from 'react';
import { useParams } from 'react-router';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { TextForm } from '../assessments/TextForm.tsx';
import { useAct } from '../assessments/useAct.ts';
import { Version } from '../assessments/Version.tsx';
import { kinds, outcomes, settlements } from '../assessments/words.ts';
import { graphql } from '../generated/gql.ts';
import type { AssessmentToSettleQuery } from '../generated/graphql.ts';
import { assessmentPath } from '../paths.ts';
import { Radios } from '../ui/Choices.tsx';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { Page } from '../ui/Page.tsx';
import { choicesOf, isOneOf } from '../ui/words.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const AssessmentToSettle = graphql(`
  query AssessmentToSettle($id: ID!) {
    assessment(id: $id) {
      ...AssessmentLine
      viewerActions
      standards {
        number
        label
        isHeadingConfirmed
      }
      versions {
        ...VersionFields
      }
      moderations {
        state
        moderatorName
        outcome
        reasons
      }
    }
  }
`);

const SettleModeration = graphql(`
  mutation SettleModeration($input: SettleModerationInput!) {
    answer: settleModeration(input: $input) {
      ... on ModerationSettled {
        assessment {
          ...AssessmentLine
          viewerActions
        }
      }
      ... on SettleModerationRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

const title = 'Settle two views';

/** A coordinator reads both assessors and settles what becomes of the assessment. */
export function SettleSecondLookPage() {
  const { id = '' } = useParams();
  const { data, instead, retry } = useAnswer(AssessmentToSettle, { id }, 'both views');
  if (data === undefined) return <Page title={title}>{instead}</Page>;
  if (data.assessment === null || !data.assessment.viewerActions.includes('SETTLE')) return <NotFoundPage />;
  return <SettleForm assessment={data.assessment} readAgain={retry} />;
}

interface SettleFormProps {
  assessment: NonNullable<AssessmentToSettleQuery['assessment']>;
  readAgain: () => void;
}

function SettleForm({ assessment, readAgain }: SettleFormProps) {
  const [settlement, setSettlement] = useState('');
  const { sending, act } = useAct(SettleModeration, readAgain);
  const [version] = assessment.versions ?? [];
  const look = assessment.moderations?.find(({ state }) => state === 'DIFFERS');
  const to = assessmentPath(assessment.id);
  return (
    <TextForm
      title={title}
      caption={`${kinds[assessment.kind]}: ${assessment.returnerName}`}
      backHref={to}
      intro={
        <>
          <h2>{assessment.assessorName}, who submitted it</h2>
          {version === undefined ? null : <Version version={version} standards={assessment.standards} />}
          {look === undefined ? null : (
            <>
              <h2>{look.moderatorName}, the second assessor</h2>
              <p className="rtp-typed">
                <strong>{look.outcome === null ? '' : `${outcomes[look.outcome]}. `}</strong>
                {look.reasons}
              </p>
            </>
          )}
        </>
      }
      field="reason"
      label="Why?"
      hint="Both assessors and the returner read it."
      missing="Enter why"
      send="Settle it"
      sending={sending}
      onSend={(missing, reason) =>
        act(
          [
            ...(isOneOf(settlements, settlement)
              ? []
              : [{ field: 'settlement', message: 'Choose what becomes of it' }]),
            ...missing,
          ],
          {
            assessmentId: assessment.id,
            expectedVersion: assessment.version,
            settlement: isOneOf(settlements, settlement) ? settlement : 'STANDS',
            reason,
          },
          { to, said: 'It is settled, and those whom it concerns are told.' },
        )
      }
    >
      <Radios
        id="settlement"
        name="settlement"
        label="What becomes of it?"
        hint="What was submitted is not changed by you: nobody but an assessor says what was shown."
        choices={choicesOf(settlements)}
        value={settlement}
        onChange={setSettlement}
        error={errorFor(sending.errors, 'settlement')}
      />
    </TextForm>
  );
}
