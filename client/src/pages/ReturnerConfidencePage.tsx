import { useParams } from 'react-router';
import { ConfidenceTable, HowFar, NoMark } from '../agreement/Progress.tsx';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { graphql } from '../generated/gql.ts';
import { returnerPath } from '../paths.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Page } from '../ui/Page.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';

const ReturnerConfidence = graphql(`
  query ReturnerConfidence($id: ID!) {
    returner(id: $id) {
      id
      displayName
      selfAssessment {
        ...SelfAssessmentFields
      }
    }
  }
`);

const title = 'How confident they feel';

/** A returner's self-assessment, as coordinators read it. */
export function ReturnerConfidencePage() {
  const { id = '' } = useParams();
  const { data, instead } = useAnswer(ReturnerConfidence, { id }, 'the self-assessment');
  if (data === undefined) return <Page title={title}>{instead}</Page>;
  const { returner } = data;
  if (returner === null) return <NotFoundPage />;
  const assessment = returner.selfAssessment;
  return (
    <Page title={title} caption={returner.displayName} backHref={returnerPath(returner.id)} width="wide">
      <NoMark />
      <p>
        {assessment.answeredBefore} of 15 answered as at the start, {assessment.answeredAfter} of 15 again.
      </p>
      <HowFar assessment={assessment} />
      <ConfidenceTable assessment={assessment} />
      <p>
        The labels are ours. HCPC’s own words: <a href={assessment.source.url}>{assessment.source.title}</a>, read on{' '}
        {sayDate(assessment.source.readOn)}.
      </p>
    </Page>
  );
}
