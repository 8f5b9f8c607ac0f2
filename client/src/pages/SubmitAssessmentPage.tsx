import { useState } from 'react';
import { useParams } from 'react-router';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { useAct } from '../assessments/useAct.ts';
import { criterionOutcomes, kinds, outcomes } from '../assessments/words.ts';
import { graphql } from '../generated/gql.ts';
import type { AssessmentToSubmitQuery } from '../generated/graphql.ts';
import { assessmentPath, assessStandardPath, assessWholePath, writeAssessmentPath } from '../paths.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Inset, Warning } from '../ui/Callouts.tsx';
import { Checkboxes } from '../ui/Choices.tsx';
import { errorFor } from '../ui/ErrorSummary.tsx';
import { FormPage } from '../ui/FormPage.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { SummaryList } from '../ui/SummaryList.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';

const AssessmentToSubmit = graphql(`
  query AssessmentToSubmit($id: ID!) {
    assessment(id: $id) {
      ...DraftFields
      statement {
        version
        confirms
        doesNotConfirm
      }
    }
  }
`);

const SubmitAssessment = graphql(`
  mutation SubmitAssessment($input: SubmitAssessmentInput!) {
    answer: submitAssessment(input: $input) {
      ... on AssessmentSubmitted {
        assessment {
          ...DraftFields
          ...AssessmentLine
        }
      }
      ... on SubmitAssessmentRefused {
        refusals {
          ...RefusalFields
        }
      }
    }
  }
`);

type Assessment = NonNullable<AssessmentToSubmitQuery['assessment']>;

/** What is written, all of it, with what is missing; then it is submitted for good. */
export function SubmitAssessmentPage() {
  const { id = '' } = useParams();
  const { data, instead, retry } = useAnswer(AssessmentToSubmit, { id }, 'what you wrote');
  if (data === undefined) return <Page title="Check and submit">{instead}</Page>;
  if (data.assessment === null || !data.assessment.viewerActions.includes('WRITE')) return <NotFoundPage />;
  return <SubmitForm assessment={data.assessment} readAgain={retry} />;
}

function SubmitForm({ assessment, readAgain }: { assessment: Assessment; readAgain: () => void }) {
  const { id, draft, gaps, standards, statement } = assessment;
  const [declared, setDeclared] = useState<readonly string[]>([]);
  const { sending, act } = useAct(SubmitAssessment, readAgain, (path) =>
    path.at(-1) === 'declares' || path.at(-1) === 'wordingVersion' ? 'declares' : undefined,
  );
  const back = writeAssessmentPath(id);
  const labelOf = new Map(standards.map(({ number, label }) => [number, label]));
  const rows = [
    ...(draft?.criteria ?? []).map(({ standard, outcome, evidence, comment }) => ({
      key: `${standard}. ${labelOf.get(standard) ?? ''}`,
      value: (
        <span className="rtp-typed">
          {[criterionOutcomes[outcome], evidence, comment].filter((text) => text !== '').join('\n')}
        </span>
      ),
      action: { href: assessStandardPath(id, standard), text: 'Change', hidden: `standard ${standard}` },
    })),
    {
      key: 'Outcome',
      value: draft?.outcome ? outcomes[draft.outcome] : 'Not chosen',
      action: { href: assessWholePath(id), text: 'Change', hidden: 'the outcome' },
    },
    {
      key: 'Summary',
      value: <span className="rtp-typed">{draft?.summary || 'Nothing yet'}</span>,
      action: { href: assessWholePath(id), text: 'Change', hidden: 'the summary' },
    },
    {
      key: 'Plan',
      value: (
        <span className="rtp-typed">
          {draft?.actions.map(({ what, byOn }) => `${what} By ${sayDate(byOn)}.`).join('\n') || 'Nothing to do'}
        </span>
      ),
      action: { href: assessWholePath(id), text: 'Change', hidden: 'the plan' },
    },
  ];
  const summary = <SummaryList rows={rows} />;
  if (gaps !== null && gaps.length > 0)
    return (
      <Page
        title="Something is still missing"
        caption={`${kinds[assessment.kind]}: ${assessment.returnerName}`}
        backHref={back}
      >
        <Warning heading="Before you can submit">
          <ul>
            {gaps.map(({ standard, message }) => (
              <li key={`${standard ?? ''} ${message}`}>
                <Link href={standard === null ? assessWholePath(id) : assessStandardPath(id, standard)}>{message}</Link>
              </li>
            ))}
          </ul>
        </Warning>
        {summary}
      </Page>
    );
  return (
    <FormPage
      title="Check and submit"
      caption={`${kinds[assessment.kind]}: ${assessment.returnerName}`}
      backHref={back}
      sending={sending}
      send="Submit"
      onSend={() =>
        act(
          declared.length === 0
            ? [{ field: 'declares', message: 'Confirm the statement, or do not submit and tell the coordinator' }]
            : [],
          {
            assessmentId: id,
            expectedVersion: assessment.version,
            wordingVersion: statement.version,
            declares: true,
          },
          { to: assessmentPath(id), said: `It is submitted, and ${assessment.returnerName} can read it.` },
        )
      }
      intro={summary}
      beside={<Link href={back}>Not yet</Link>}
    >
      <Inset>
        <h2 className="nhsuk-heading-s">By submitting you confirm</h2>
        <ul>
          {statement.confirms.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <h2 className="nhsuk-heading-s">What you submit does not confirm</h2>
        <ul>
          {statement.doesNotConfirm.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Inset>
      <Checkboxes
        id="declares"
        name="declares"
        label="Your confirmation"
        legendSize="s"
        hint="What is submitted does not change any more. A correction is a new version beside it."
        choices={[{ value: 'yes', label: 'I confirm this' }]}
        values={declared}
        onChange={setDeclared}
        error={errorFor(sending.errors, 'declares')}
      />
    </FormPage>
  );
}
