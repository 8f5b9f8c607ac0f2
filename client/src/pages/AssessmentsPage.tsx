import { useLocation } from 'react-router';
import { useViewer } from '../access/viewer.ts';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { LocalOnly } from '../assessments/LocalOnly.tsx';
import { kinds, outcomes, states, tasks } from '../assessments/words.ts';
import { CoordinatorPage } from '../coordination/CoordinatorPage.tsx';
import { graphql } from '../generated/gql.ts';
import type { AssessmentFilter, AssessmentLineFragment, AssessmentsQuery } from '../generated/graphql.ts';
import { sayCount, useListAddress } from '../organisations/list-address.ts';
import { answerSecondLookPath, assessmentPath, paths, writeAssessmentPath } from '../paths.ts';
import { CoordinatorsToAsk } from '../returners/CoordinatorsToAsk.tsx';
import { sayDate } from '../ui/approximate-date.ts';
import { Notice, Tag } from '../ui/Callouts.tsx';
import { DataTable, Secondary } from '../ui/DataTable.tsx';
import { Link } from '../ui/Link.tsx';
import { Page } from '../ui/Page.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { readSaid } from '../ui/said.ts';
import { Empty } from '../ui/States.tsx';
import { Select } from '../ui/TextInput.tsx';
import { isOneOf } from '../ui/words.ts';

const Assessments = graphql(`
  query Assessments($first: Int, $after: String, $last: Int, $before: String, $filter: AssessmentFilter) {
    assessments(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: DUE) {
      countUpTo1000
      nodes {
        ...AssessmentLine
        nextStep
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`);

const AssessmentsToDo = graphql(`
  query AssessmentsToDo {
    assessmentsToDo {
      assessmentId
      kind
      task
      returnerName
      describedAs
      siteName
      dueOn
      isLate
    }
  }
`);

/** Which assessments to show, by the word in the address. */
const views = {
  late: 'Late',
  differs: 'Two views to settle',
  appeals: 'With a note of the returner',
  submitted: 'Submitted',
} as const;
const filters: Readonly<Record<keyof typeof views, AssessmentFilter>> = {
  late: { isLate: true },
  differs: { moderation: 'DIFFERS' },
  appeals: { hasOpenAppeal: true },
  submitted: { state: 'SUBMITTED' },
};

/** Assessments: what waits for an assessor; for everybody else those that they may see. */
export function AssessmentsPage() {
  const role = useViewer()?.role;
  if (role === 'ASSESSOR') return <AssessorsHome />;
  return role === 'COORDINATOR' ? <CoordinatorsList /> : <OwnList isReturner={role === 'RETURNER'} />;
}

const Said = () => {
  const said = readSaid(useLocation().state);
  return said === undefined ? null : (
    <Notice heading="Done" look="success">
      <p>{said}</p>
    </Notice>
  );
};

/** What waits for an assessor over all returners, and what is done. */
function AssessorsHome() {
  const toDo = useAnswer(AssessmentsToDo, {}, 'what waits for you');
  const { page, neighbours } = useListAddress();
  const done = useAnswer(Assessments, { ...page, filter: filters.submitted }, 'what is done');
  return (
    <Page title="Your assessments" width="wide" beforeHeading={<Said />}>
      <LocalOnly />
      <h2>What waits for you</h2>
      {toDo.data === undefined ? (
        toDo.instead
      ) : toDo.data.assessmentsToDo.length === 0 ? (
        <Empty>
          <p>Nothing waits for you.</p>
        </Empty>
      ) : (
        <DataTable
          caption="What waits for you"
          hideCaption
          columns={[
            {
              heading: 'Returner',
              cell: ({ assessmentId, task, returnerName, describedAs }) => (
                <>
                  <Link
                    href={task === 'MODERATE' ? answerSecondLookPath(assessmentId) : writeAssessmentPath(assessmentId)}
                  >
                    {returnerName}
                  </Link>
                  <Secondary>{describedAs}</Secondary>
                </>
              ),
            },
            { heading: 'What', cell: ({ kind }) => kinds[kind] },
            { heading: 'Site', cell: ({ siteName }) => siteName },
            {
              heading: 'Due by',
              cell: ({ dueOn, isLate }) => (
                <>
                  {sayDate(dueOn)} {isLate ? <Tag colour="red">Late</Tag> : null}
                </>
              ),
            },
            { heading: 'State', cell: ({ task }) => tasks[task] },
          ]}
          rows={toDo.data.assessmentsToDo}
          rowKey={({ assessmentId, task }) => `${assessmentId} ${task}`}
        />
      )}
      <h2>Submitted</h2>
      {done.data === undefined ? (
        done.instead
      ) : (
        <Lines answer={done.data} neighbours={neighbours} none="You have submitted none yet." withReturner />
      )}
    </Page>
  );
}

function CoordinatorsList() {
  const viewer = useViewer();
  const { filters: chosen, page, show, neighbours } = useListAddress('show');
  const view = chosen.show;
  const filter = isOneOf(views, view) ? filters[view] : null;
  const { data, instead } = useAnswer(Assessments, { ...page, filter }, 'the assessments');
  return (
    <CoordinatorPage
      title="Assessments"
      caption={viewer?.places.join(', ')}
      here={paths.assessments}
      beforeHeading={<Said />}
    >
      <p className="nhsuk-u-reading-width">
        You plan an assessment on the page of a <Link href={paths.placements}>placement</Link>. Nobody certifies
        competence on HCPC’s behalf: HCPC asks for no assessment.
      </p>
      <Select
        id="show"
        label="Show"
        value={view}
        onChange={(event) => show({ show: event.target.value })}
        options={[
          { value: '', label: 'All, what is due first comes first' },
          ...Object.entries(views).map(([value, label]) => ({ value, label })),
        ]}
      />
      {data === undefined ? (
        instead
      ) : (
        <>
          <p role="status">{sayCount(data.assessments.countUpTo1000, 'assessment', 'assessments')}</p>
          <Lines answer={data} neighbours={neighbours} none="There are none of these." withReturner />
        </>
      )}
    </CoordinatorPage>
  );
}

function OwnList({ isReturner }: { isReturner: boolean }) {
  const { page, neighbours } = useListAddress();
  const { data, instead } = useAnswer(Assessments, { ...page, filter: null }, 'the assessments');
  return (
    <Page
      title={isReturner ? 'Your assessments' : 'Assessments'}
      width="wide"
      backHref={isReturner ? paths.placement : paths.myHome}
      beforeHeading={<Said />}
    >
      <LocalOnly />
      {data === undefined ? (
        instead
      ) : (
        <Lines
          answer={data}
          neighbours={neighbours}
          none={
            isReturner
              ? 'No assessment is planned. Your coordinators or your site plan one with you, if it helps.'
              : 'There are none that you may see.'
          }
          withReturner={!isReturner}
        />
      )}
      {isReturner && data?.assessments.nodes.some(({ isLate }) => isLate) ? (
        <>
          <h2>One is late: whom to ask</h2>
          <p>You can ask the assessor who is named above, or the site, for a day.</p>
          <CoordinatorsToAsk />
        </>
      ) : null}
    </Page>
  );
}

type Line = AssessmentLineFragment & { nextStep: string | null };

interface LinesProps {
  answer: AssessmentsQuery;
  neighbours: ReturnType<typeof useListAddress>['neighbours'];
  none: string;
  withReturner: boolean;
}

function Lines({ answer: { assessments }, neighbours, none, withReturner }: LinesProps) {
  if (assessments.nodes.length === 0)
    return (
      <Empty>
        <p>{none}</p>
      </Empty>
    );
  const due = ({ state, dueOn, isLate, submittedOn }: Line) =>
    submittedOn === null ? (
      <>
        By {sayDate(dueOn)} {isLate ? <Tag colour="red">Late</Tag> : null}
        {state === 'WITHDRAWN' ? <Tag colour="grey">Withdrawn</Tag> : null}
      </>
    ) : (
      `On ${sayDate(submittedOn)}`
    );
  return (
    <>
      <DataTable
        caption="Assessments"
        hideCaption
        columns={[
          {
            heading: withReturner ? 'Returner' : 'What',
            cell: ({ id, kind, returnerName, describedAs }) => (
              <>
                <Link href={assessmentPath(id)}>{withReturner ? returnerName : kinds[kind]}</Link>
                {withReturner ? <Secondary>{describedAs}</Secondary> : null}
              </>
            ),
          },
          ...(withReturner ? [{ heading: 'What', cell: ({ kind }: Line) => kinds[kind] }] : []),
          { heading: 'Site', cell: ({ siteName }) => siteName },
          { heading: 'Assessor', cell: ({ assessorName }) => assessorName },
          { heading: 'When', cell: due },
          {
            heading: 'Result',
            cell: ({ state, outcome, nextStep }) => (
              <>
                {outcome === null ? states[state] : outcomes[outcome]}
                {nextStep === null || withReturner ? null : <Secondary>{nextStep}</Secondary>}
              </>
            ),
          },
        ]}
        rows={assessments.nodes}
        rowKey={({ id }) => id}
      />
      <Pagination of="assessments" {...neighbours(assessments.pageInfo)} />
    </>
  );
}
