import { Navigate, useLocation } from 'react-router';
import { ConfidenceTable, HowFar, NoMark } from '../agreement/Progress.tsx';
import { shortConfidences } from '../agreement/words.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { graphql } from '../generated/gql.ts';
import type { SelfAssessmentFieldsFragment } from '../generated/graphql.ts';
import { ownConfidencePath, paths } from '../paths.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { Assumed, Details, Notice, Tag } from '../ui/Callouts.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { readSaid } from '../ui/said.ts';
import { TaskList } from '../ui/TaskList.tsx';

const MySelfAssessment = graphql(`
  query MySelfAssessment {
    viewer {
      returner {
        id
        describedAs
        selfAssessment {
          ...SelfAssessmentFields
        }
      }
    }
  }
`);

const title = 'How confident do you feel?';

/** All fifteen standards with what somebody has said of them, the gaps, and how far they have come. */
export function SelfAssessmentPage() {
  const said = readSaid(useLocation().state);
  const { data, instead } = useAnswer(MySelfAssessment, {}, 'your self-assessment');
  if (data === undefined) return <Page title={title}>{instead}</Page>;
  const { returner } = data.viewer;
  if (returner === null) return <Navigate to={paths.pathway} replace />;
  const assessment = returner.selfAssessment;
  return (
    <Page
      title={title}
      caption={`Self-assessment, ${returner.describedAs}`}
      backHref={paths.pathway}
      beforeHeading={
        said === undefined ? null : (
          <Notice heading="Done" look="success">
            <p>{said}</p>
          </Notice>
        )
      }
    >
      <p className="nhsuk-lede-text">
        HCPC has 15 standards of proficiency. Say for each how confident you feel, and what you want to reach. One
        standard a page: you can stop at any time and come back.
      </p>
      <NoMark />
      <p>
        Your coordinators can read it while they may see your record. Your supervisor can read it once you have shared a
        learning agreement.
      </p>
      <NextStandard assessment={assessment} />
      <HowFar assessment={assessment} />
      <Gaps assessment={assessment} />
      <h2>All 15 standards</h2>
      <TaskList
        tasks={assessment.standards.map((standard) => ({
          name: `${standard.number}. ${standard.label}`,
          href: ownConfidencePath(standard.number),
          status: sayStatus(standard),
        }))}
      />
      {assessment.answeredBefore === 0 ? null : (
        <Details summary="See all your answers in one table">
          <ConfidenceTable assessment={assessment} />
        </Details>
      )}
      <p>
        The labels are ours. HCPC’s own words: <a href={assessment.source.url}>{assessment.source.title}</a>, read on{' '}
        {sayDate(assessment.source.readOn)}.
      </p>
    </Page>
  );
}

type Standard = SelfAssessmentFieldsFragment['standards'][number];

const sayStatus = ({ before, after }: Standard) =>
  before === null ? (
    <Tag colour="blue">Not answered</Tag>
  ) : after === null ? (
    shortConfidences[before]
  ) : (
    `${shortConfidences[before]}, now ${shortConfidences[after].toLowerCase()}`
  );

/** The next page to fill in: the first answers come before the second ones. */
function NextStandard({ assessment }: { assessment: SelfAssessmentFieldsFragment }) {
  const { standards, answeredBefore, answeredAfter, isAfterOpen } = assessment;
  const next =
    standards.find(({ before }) => before === null) ??
    (isAfterOpen ? standards.find(({ after }) => after === null) : undefined);
  return (
    <>
      <p>
        You have answered <strong>{answeredBefore} of 15</strong>
        {isAfterOpen ? (
          <>
            {' '}
            as at the start, and <strong>{answeredAfter} of 15</strong> again
          </>
        ) : null}
        .
        {isAfterOpen ? null : (
          <>
            {' '}
            Once days stand in your log you can answer again, and see how far you have come. <Assumed />
          </>
        )}
      </p>
      {next === undefined ? null : (
        <ButtonLink href={ownConfidencePath(next.number)}>
          {answeredBefore === 0
            ? 'Start with standard 1'
            : next.before === null
              ? `Go on with standard ${next.number}`
              : `Answer standard ${next.number} again`}
        </ButtonLink>
      )}
    </>
  );
}

/** What wants attention, the most urgent first; those not answered yet stand in the list below. */
function Gaps({ assessment: { standards, gaps } }: { assessment: SelfAssessmentFieldsFragment }) {
  const told = gaps
    .map(({ number }) => standards.find((standard) => standard.number === number))
    .filter((standard) => standard !== undefined && standard.gap?.reason !== 'NOT_ANSWERED');
  if (told.length === 0) return null;
  return (
    <>
      <h2>What wants attention</h2>
      <p>
        <Assumed /> A standard stands here if your confidence fell, or if you would want somebody beside you. Write a
        goal for each: your learning agreement begins with them.
      </p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {told.map((standard) =>
          standard === undefined ? null : (
            <li key={standard.number}>
              <Link href={ownConfidencePath(standard.number)}>
                {standard.number}. {standard.label}
              </Link>
              : {standard.gap?.explanation} {standard.goal === null ? 'No goal yet.' : `Your goal: ${standard.goal}`}
            </li>
          ),
        )}
      </ul>
    </>
  );
}
