import { anonymous } from './access/actor.ts';
import type { Environment } from './environment.ts';
import { graphql } from './graphql/apollo.ts';
import { buildSchema } from './graphql/build-schema.ts';
import { readDocumentRegister } from './graphql/register.ts';
import type { Mount } from './http/app.ts';
import type { Log } from './http/log.ts';
import { createClock } from './kernel/clock.ts';
import type { Database } from './persistence/database.ts';

/** What the features of the server are made from. */
export interface MountParts {
  readonly environment: Pick<Environment, 'demo' | 'documents'>;
  readonly database: Database;
  readonly log: Log;
}

/** The one list of what the server mounts, in the order in which it is asked. */
export const mountsOf = ({ environment, database, log }: MountParts): readonly Mount[] => {
  const clock = createClock();
  return [
    graphql({
      schema: buildSchema(),
      database,
      clock,
      log,
      demonstration: environment.demo,
      register: readDocumentRegister(),
      documents: environment.documents,
      actorOf: () => Promise.resolve(anonymous),
      onSensitive: () => () => Promise.resolve(),
    }),
  ];
};
