import { execFileSync, spawnSync } from 'node:child_process';
import { childEnvironment } from '../../environment.ts';
import { DatabaseUnusableError } from '../postgres-connection.ts';

/** How to start a program so that PostgreSQL, which refuses the superuser, agrees to run. */
export interface RunAs {
  /** Put before the program and its arguments. */
  readonly prefix: readonly string[];
  /** The user to become, where this process is the superuser. Their id on disk owns the data. */
  readonly ids: { readonly uid: number; readonly gid: number } | undefined;
}

const AS_OURSELVES: RunAs = { prefix: [], ids: undefined };
/** Still the superuser on disk, but someone else in PostgreSQL's own eyes. */
const AS_NOBODY_IN_A_NAMESPACE: RunAs = {
  prefix: ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--'],
  ids: undefined,
};

/**
 * Finds a way to run PostgreSQL. An ordinary user runs it as themselves. The superuser becomes `postgres`, else `nobody`; where
 * that user cannot pass the folders above (a home of mode 0700), a user namespace of its own serves.
 * @param paths what that user must be able to reach: the program, and the folder that holds the data.
 * @throws DatabaseUnusableError where no way works.
 */
export function chooseRunAs(paths: readonly string[]): RunAs {
  if (process.getuid?.() !== 0) return AS_OURSELVES;
  for (const name of ['postgres', 'nobody']) {
    const ids = lookUp(name);
    if (ids && canReach({ prefix: [], ids }, paths)) return { prefix: [], ids };
  }
  if (canReach(AS_NOBODY_IN_A_NAMESPACE, paths)) return AS_NOBODY_IN_A_NAMESPACE;
  throw new DatabaseUnusableError(
    'PostgreSQL refuses to run as root, and no other user can reach this folder: start the server as an ordinary user, ' +
      'move it to a folder that others may enter, or set DATABASE_URL.',
  );
}

function lookUp(name: string): { uid: number; gid: number } | undefined {
  try {
    const id = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

function canReach({ prefix, ids }: RunAs, paths: readonly string[]): boolean {
  const [program = 'sh', ...args] = [...prefix, 'sh', '-c', 'for p; do test -x "$p" || exit 1; done', 'sh', ...paths];
  return spawnSync(program, args, { ...ids, env: childEnvironment(), cwd: '/', stdio: 'ignore' }).status === 0;
}
