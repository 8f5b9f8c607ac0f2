import { graphql } from '../generated/gql.ts';
import type { PathwayFieldsFragment, PathwayTaskKey, PathwayTaskState } from '../generated/graphql.ts';
import { paths, stepPath } from '../paths.ts';
import { sayDate } from '../ui/approximate-date.ts';
import { Tag } from '../ui/Callouts.tsx';
import { TaskList } from '../ui/TaskList.tsx';

/** The steps of somebody's way back. @fragment */
export const PathwayFields = graphql(`
  fragment PathwayFields on Pathway {
    route
    isSettled
    doneCount
    nextTask
    requirement {
      days
      minutes
    }
    tasks {
      key
      state
      title
      explanation
      firstDo
      waiting {
        forWhom
        since
        usualTime
        whatICanDo
      }
      elsewhere {
        explanation
        link {
          title
          url
          readOn
        }
      }
    }
  }
`);

type Task = PathwayFieldsFragment['tasks'][number];

const sections: readonly { heading: string; keys: readonly PathwayTaskKey[] }[] = [
  { heading: 'Before you start', keys: ['ANSWERS', 'ASK_HCPC', 'PROFILE', 'SHARING', 'PROGRAMME_ENTRY'] },
  { heading: 'Update your skills', keys: ['PLAN', 'PLACEMENT', 'UPDATING', 'SIGN_OFF'] },
  { heading: 'Apply to HCPC', keys: ['FORMS', 'APPLICATION'] },
];

/** Where a step is taken. A step that this service cannot take yet has a page that says how to take it today. */
export const taskPath = (key: PathwayTaskKey): string =>
  (
    ({
      ANSWERS: paths.savedAnswers,
      ASK_HCPC: paths.askHcpc,
      PROFILE: paths.profile,
      SHARING: paths.sharing,
      PLAN: paths.plan,
      PLACEMENT: paths.placement,
      UPDATING: paths.log,
    }) satisfies Partial<Record<PathwayTaskKey, string>> as Partial<Record<PathwayTaskKey, string>>
  )[key] ?? stepPath(key.toLowerCase().replaceAll('_', '-'));

const states: Readonly<Record<PathwayTaskState, { text: string; colour?: 'blue' | 'white' | 'yellow' }>> = {
  CANNOT_START_YET: { text: 'Cannot start yet' },
  TO_DO: { text: 'To do', colour: 'blue' },
  IN_PROGRESS: { text: 'In progress', colour: 'white' },
  WAITING: { text: 'Waiting', colour: 'yellow' },
  DONE: { text: 'Done' },
};

/** How a step stands, in words. */
export function TaskState({ task }: { task: Pick<Task, 'state' | 'elsewhere'> }) {
  const { text, colour } = states[task.state];
  return colour === undefined ? <>{text}</> : <Tag colour={colour}>{text}</Tag>;
}

/** For whom we wait, since when, how long it usually takes and what can be done: all four, always. */
export const Waiting = ({ waiting, isOwn = true }: { waiting: NonNullable<Task['waiting']>; isOwn?: boolean }) => (
  <dl className="rtp-waiting">
    <div>
      <dt>Waiting for</dt>
      <dd>{waiting.forWhom}</dd>
    </div>
    <div>
      <dt>Since</dt>
      <dd>{sayDate(waiting.since)}</dd>
    </div>
    <div>
      <dt>Usual time</dt>
      <dd>{waiting.usualTime}</dd>
    </div>
    <div>
      <dt>{isOwn ? 'What you can do' : 'What we tell the returner'}</dt>
      <dd>{waiting.whatICanDo}</dd>
    </div>
  </dl>
);

const hintOf = (task: Task, all: readonly Task[], isOwn: boolean) => {
  const first = all.find(({ key }) => key === task.firstDo);
  return (
    <>
      {task.explanation}
      {first === undefined ? null : <> First: {first.title.toLowerCase()}.</>}
      {task.elsewhere === null || task.state === 'CANNOT_START_YET' ? null : (
        <> You do this outside this service for now.</>
      )}
      {task.waiting === null ? null : <Waiting waiting={task.waiting} isOwn={isOwn} />}
    </>
  );
};

/** All steps, in their sections, with how each one stands. */
export const PathwayTasks = ({ tasks, linked = true }: { tasks: readonly Task[]; linked?: boolean }) => (
  <>
    {sections.map(({ heading, keys }) => {
      const own = tasks.filter(({ key }) => keys.includes(key));
      return own.length === 0 ? null : (
        <section key={heading} aria-label={heading}>
          <h2 className="nhsuk-heading-m">{heading}</h2>
          <TaskList
            tasks={own.map((task) => ({
              name: task.title,
              href: linked && task.state !== 'CANNOT_START_YET' ? taskPath(task.key) : undefined,
              hint: hintOf(task, tasks, linked),
              status: <TaskState task={task} />,
              notYet: task.state === 'CANNOT_START_YET',
            }))}
          />
        </section>
      );
    })}
  </>
);
