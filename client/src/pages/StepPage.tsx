import { Navigate, useParams } from 'react-router';
import { useAnswer } from '../apollo/useAnswer.tsx';
import { graphql } from '../generated/gql.ts';
import { paths } from '../paths.ts';
import { TaskState } from '../returners/PathwayTasks.tsx';
import { sayDate } from '../ui/approximate-date.ts';
import { Inset } from '../ui/Callouts.tsx';
import { Page } from '../ui/Page.tsx';
import { Turn } from '../ui/Turn.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';

const PathwayStep = graphql(`
  query PathwayStep {
    viewer {
      returner {
        id
        pathway {
          ...PathwayFields
        }
      }
    }
  }
`);

/** One step that is waiting, or that is done outside this service. */
export function StepPage() {
  const { step } = useParams();
  const { data, instead } = useAnswer(PathwayStep, {}, 'this step');
  if (data === undefined) return <Page title="Your pathway">{instead}</Page>;
  const { returner } = data.viewer;
  if (returner === null) return <Navigate to={paths.pathway} replace />;
  const task = returner.pathway.tasks.find(({ key }) => key.toLowerCase().replaceAll('_', '-') === step);
  if (task === undefined) return <NotFoundPage />;
  return (
    <Page title={task.title} caption="Your pathway" backHref={paths.pathway}>
      <p>
        <TaskState task={task} />
      </p>
      <p>{task.explanation}</p>
      <Turn turn={task.standing} whose={task.state === 'WAITING' ? 'Waiting for' : 'Whose turn'} />
      {task.elsewhere === null ? null : (
        <Inset>
          <h2 className="nhsuk-heading-s">How to do it today</h2>
          <p>{task.elsewhere.explanation}</p>
          {task.elsewhere.link === null ? null : (
            <p>
              <a href={task.elsewhere.link.url}>{task.elsewhere.link.title}</a>, read on{' '}
              {sayDate(task.elsewhere.link.readOn)}
            </p>
          )}
        </Inset>
      )}
    </Page>
  );
}
