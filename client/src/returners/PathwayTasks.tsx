import { graphql } from '../generated/gql.ts';
import type { PathwayFieldsFragment, PathwayTaskKey, PathwayTaskState } from '../generated/graphql.ts';
import { paths, stepPath } from '../paths.ts';
import { Details, Tag } from '../ui/Callouts.tsx';
import { TaskList } from '../ui/TaskList.tsx';
import { Turn } from '../ui/Turn.tsx';

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
      standing {
        key
        who
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
  { heading: 'Before you start', keys: ['PAUSE', 'ANSWERS', 'ASK_HCPC', 'PROFILE', 'SHARING', 'PROGRAMME_ENTRY'] },
  { heading: 'Update your skills', keys: ['PLAN', 'PLACEMENT', 'UPDATING', 'SIGN_OFF', 'ASSESSMENT'] },
  { heading: 'Apply to HCPC', keys: ['FORMS', 'APPLICATION', 'BACK'] },
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
      SIGN_OFF: paths.signatures,
      FORMS: paths.pack,
      PAUSE: paths.myData,
      APPLICATION: paths.application,
      BACK: paths.application,
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
  <Turn turn={{ ...waiting, who: waiting.forWhom }} whose="Waiting for" isOwn={isOwn} />
);

/** Whose turn it is, since when, how long it usually takes and what can be done: open while somebody waits, else behind its name. */
export const Standing = ({ task, isOwn = true }: { task: Pick<Task, 'state' | 'standing'>; isOwn?: boolean }) =>
  task.state === 'WAITING' ? (
    <Turn turn={task.standing} whose="Waiting for" isOwn={isOwn} />
  ) : (
    <Details summary="Whose turn it is, and how long it takes">
      <Turn turn={task.standing} isOwn={isOwn} />
    </Details>
  );

const hintOf = (task: Task, all: readonly Task[], isOwn: boolean) => {
  const first = all.find(({ key }) => key === task.firstDo);
  return (
    <>
      {task.explanation}
      {first === undefined ? null : <> First: {first.title.toLowerCase()}.</>}
      {task.elsewhere === null || task.state === 'CANNOT_START_YET' ? null : <> You do this outside this service.</>}
      <Standing task={task} isOwn={isOwn} />
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
