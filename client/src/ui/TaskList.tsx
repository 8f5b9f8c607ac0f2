import { useId, type ReactNode } from 'react';
import { Link } from './Link.tsx';

/** One task. `href` is left out while it cannot be started. */
export interface Task {
  name: string;
  href?: string | undefined;
  hint?: ReactNode;
  status: ReactNode;
  /** Greys the state out: nothing can be done here yet. */
  notYet?: boolean;
}

/** A list of tasks with their states, to be done in any order the states allow. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  const prefix = useId();
  return (
    <ul className="nhsuk-task-list">
      {tasks.map((task, index) => (
        <TaskItem key={task.name} task={task} id={`${prefix}${index}`} />
      ))}
    </ul>
  );
}

function TaskItem({ task: { name, href, hint, status, notYet = false }, id }: { task: Task; id: string }) {
  const describedBy = `${hint === undefined ? '' : `${id}-hint `}${id}-status`;
  return (
    <li className={`nhsuk-task-list__item${href === undefined ? '' : ' nhsuk-task-list__item--with-link'}`}>
      <div className="nhsuk-task-list__name-and-hint">
        {href === undefined ? (
          <div>{name}</div>
        ) : (
          <Link href={href} className="nhsuk-link nhsuk-task-list__link" aria-describedby={describedBy}>
            {name}
          </Link>
        )}
        {hint === undefined ? null : (
          <div className="nhsuk-task-list__hint" id={`${id}-hint`}>
            {hint}
          </div>
        )}
      </div>
      <div
        className={`nhsuk-task-list__status${notYet ? ' nhsuk-task-list__status--cannot-start-yet' : ''}`}
        id={`${id}-status`}
      >
        {status}
      </div>
    </li>
  );
}
