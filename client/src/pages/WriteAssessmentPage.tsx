import { useLocation, useParams } from 'react-router';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { LocalOnly } from '../assessments/LocalOnly.tsx';
import { criterionOutcomes, kindHints, kinds, outcomes } from '../assessments/words.ts';
import { graphql } from '../generated/gql.ts';
import type { DraftFieldsFragment } from '../generated/graphql.ts';
import {
  assessmentPath,
  assessStandardPath,
  assessWholePath,
  dropCorrectionPath,
  paths,
  submitAssessmentPath,
} from '../paths.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Notice, Tag } from '../ui/Callouts.tsx';
import { ButtonLink } from '../ui/Button.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { readSaid } from '../ui/said.ts';
import { TaskList } from '../ui/TaskList.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';

const AssessmentToWrite = graphql(`
  query AssessmentToWrite($id: ID!) {
    assessment(id: $id) {
      ...DraftFields
    }
  }
`);

/** What an assessor has said so far, and what is still to be said; in any order, and saved page by page. */
export function WriteAssessmentPage() {
  const { id = '' } = useParams();
  const { data, instead } = useAnswer(AssessmentToWrite, { id }, 'the assessment');
  if (data === undefined) return <Page title="Write an assessment">{instead}</Page>;
  if (data.assessment === null) return <NotFoundPage />;
  return data.assessment.viewerActions.includes('WRITE') ? (
    <Tasks assessment={data.assessment} />
  ) : (
    <Page title="There is nothing to write" backHref={paths.assessments}>
      <p>
        It is submitted, or not yours to write. <Link href={assessmentPath(id)}>See how it stands</Link>.
      </p>
    </Page>
  );
}

function Tasks({ assessment }: { assessment: DraftFieldsFragment }) {
  const said = readSaid(useLocation().state);
  const { id, kind, standards, draft, gaps } = assessment;
  const saidOf = new Map(draft?.criteria.map(({ standard, outcome }) => [standard, outcome]));
  const lacking = new Set(gaps?.map(({ standard }) => standard));
  const isWholeSaid = draft !== null && draft.outcome !== null && draft.summary !== '';
  return (
    <Page
      title={kinds[kind]}
      caption={`${assessment.returnerName}, ${assessment.siteName}`}
      backHref={paths.assessments}
      beforeHeading={
        said === undefined ? null : (
          <Notice heading="Saved" look="success">
            <p>{said}</p>
          </Notice>
        )
      }
    >
      <LocalOnly />
      <p>
        {kindHints[kind]} It is due by {sayDate(assessment.dueOn)}. Each page is saved on its own, and nobody but you
        sees it before you submit it.
      </p>
      {assessment.isBeingCorrected && draft?.reason ? (
        <p>
          You are correcting what was submitted: {draft.reason}{' '}
          <Link href={dropCorrectionPath(id)}>Give the correction up</Link>
        </p>
      ) : null}
      {kind === 'FORMATIVE' ? <p>Say something of one standard at least; you need not look at all of them.</p> : null}
      <h2>Standards of proficiency</h2>
      <p>
        The numbers are HCPC’s, the labels our own. Read the standards themselves on{' '}
        <a href="https://www.hcpc-uk.org/standards/standards-of-proficiency/">HCPC’s site</a>.
      </p>
      <TaskList
        tasks={standards.map(({ number, label }) => {
          const outcome = saidOf.get(number);
          return {
            name: `${number}. ${label}`,
            href: assessStandardPath(id, number),
            status:
              outcome === undefined ? (
                <Tag colour="blue">Nothing said</Tag>
              ) : lacking.has(number) ? (
                <Tag colour="orange">Something is missing</Tag>
              ) : (
                criterionOutcomes[outcome]
              ),
          };
        })}
      />
      <h2>The whole</h2>
      <TaskList
        tasks={[
          {
            name: 'Outcome, summary and plan',
            href: assessWholePath(id),
            status:
              isWholeSaid && draft.outcome !== null ? outcomes[draft.outcome] : <Tag colour="blue">Nothing said</Tag>,
          },
        ]}
      />
      <div className="rtp-actions">
        <ButtonLink href={submitAssessmentPath(id)}>Check and submit</ButtonLink>
        <Link href={paths.assessments}>Go on later</Link>
      </div>
    </Page>
  );
}
