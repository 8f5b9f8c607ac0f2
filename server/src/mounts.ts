import { createDemonstrationClock } from './access/demonstration-clock.queries.ts';
import { recordReading } from './audit/record-reading.command.ts';
import type { Environment } from './environment.ts';
import { graphql } from './graphql/apollo.ts';
import { createPageReads } from './graphql/bulk-lists.ts';
import { sharedSchema } from './graphql/build-schema.ts';
import { readDocumentRegister } from './graphql/register.ts';
import type { Mount } from './http/app.ts';
import { assurance } from './http/assurance.ts';
import { applicationCalendarRoutes } from './http/application-calendar.ts';
import { bulkDownloadRoutes } from './http/bulk-downloads.ts';
import { calendarRoutes } from './http/calendars.ts';
import { demonstrationRoutes } from './http/demonstration.ts';
import { developerRoutes } from './http/developers.ts';
import { downloadRoutes } from './http/downloads.ts';
import { liveRoutes } from './http/live.ts';
import type { Log } from './http/log.ts';
import { checkForViruses } from './evidence/look-after-evidence.job.ts';
import { clamAv } from './evidence/virus-scanner.ts';
import { myDataRoutes } from './http/my-data.ts';
import { eventStreamRoutes } from './http/event-streams.ts';
import { evidenceRoutes } from './http/evidence.ts';
import { nationalFileRoutes } from './http/national-files.ts';
import { importRoutes } from './http/imports.ts';
import { packRoutes } from './http/pack-downloads.ts';
import { oauthRoutes } from './http/oauth.ts';
import { createPartnerDoor } from './http/partner-door.ts';
import { refuseCrossSite } from './http/same-site.ts';
import { createActorOf, signInRoutes } from './http/sign-in.ts';
import { wellKnownRoutes } from './http/well-known.ts';
import { connectProviders } from './identity-providers/provider-connection.ts';
import { doWhatTheDayBrings } from './jobs.ts';
import { createClock } from './kernel/clock.ts';
import { fillDemonstration } from './persistence/demonstration/fill.ts';
import type { Store } from './persistence/open-store.ts';

/** What the features of the server are made from. */
export interface MountParts {
  readonly environment: Pick<Environment, 'demo' | 'documents' | 'publicUrl'> &
    Partial<Pick<Environment, 'clamavUrl' | 'identityProviders'>>;
  readonly store: Pick<Store, 'database' | 'owner'>;
  /** Keys the hashes of what is counted at the sign-in page. */
  readonly sessionSecret: string;
  readonly log: Log;
  /** Given what has to end before the server can: answers that go on for as long as somebody listens. */
  readonly onStop?: (close: () => void) => void;
}

/** The one list of what the server mounts, in the order in which it is asked. */
export const mountsOf = ({
  environment,
  store,
  sessionSecret,
  log,
  onStop = () => {},
}: MountParts): readonly Mount[] => {
  const { database, owner } = store;
  const { demo, publicUrl, clamavUrl } = environment;
  const sessionClock = createClock();
  const demonstrationClock = createDemonstrationClock(database);
  const clock = demo ? demonstrationClock : sessionClock;
  const door = createPartnerDoor({ database, clock: sessionClock });
  const sessionActorOf = createActorOf({ database, clock: sessionClock });
  const actorOf: typeof sessionActorOf = async (request) => door.programOf(request) ?? sessionActorOf(request);
  const reset = () => fillDemonstration(owner, true);
  const onAdvance = () =>
    doWhatTheDayBrings(database.orm.em, demonstrationClock, publicUrl).catch((err: unknown) =>
      log.warn({ err }, 'what is due could not be done at once'),
    );
  const onTaken = () => {
    if (clamavUrl === undefined) return;
    checkForViruses(database.orm.em, clock, clamAv(clamavUrl)).catch((err: unknown) =>
      log.warn({ err }, 'a file could not be checked at once'),
    );
  };
  const readPageAs = createPageReads({ database, clock, demonstration: demo, publicUrl });
  return [
    (app) => void app.use(refuseCrossSite, door.handle),
    ...(demo
      ? [demonstrationRoutes({ database, publicUrl, clock: demonstrationClock, sessionClock, reset, onAdvance })]
      : []),
    assurance(actorOf),
    oauthRoutes({ database, clock: sessionClock }),
    signInRoutes(
      {
        database,
        clock: sessionClock,
        publicUrl,
        secret: sessionSecret,
        providers: connectProviders(environment.identityProviders ?? [], publicUrl),
        noteFailure: (told) => log.warn(told, 'somebody could not sign in by an identity provider'),
      },
      actorOf,
    ),
    wellKnownRoutes({ database, clock: sessionClock, publicUrl }),
    developerRoutes({ schema: sharedSchema, publicUrl }),
    liveRoutes({ database, clock: sessionClock, log, onStop }),
    importRoutes({ database, clock, actorOf }),
    nationalFileRoutes({ database, clock, demonstration: demo, actorOf }),
    myDataRoutes({ database, clock, actorOf }),
    evidenceRoutes({ database, clock, actorOf, isScanned: clamavUrl !== undefined, onTaken }),
    calendarRoutes({ database, clock, actorOf }),
    applicationCalendarRoutes({ database, clock, actorOf }),
    packRoutes({ database, clock, actorOf }),
    downloadRoutes({ database, clock, actorOf }),
    bulkDownloadRoutes({ database, clock, sessionClock, schema: sharedSchema, actorOf, readPageAs }),
    eventStreamRoutes({
      database,
      clock: sessionClock,
      schema: sharedSchema,
      log,
      actorOf,
      readPageAs,
      onStop,
      documents: environment.documents,
    }),
    graphql({
      schema: sharedSchema(),
      database,
      clock,
      log,
      demonstration: demo,
      publicUrl,
      register: readDocumentRegister(),
      documents: environment.documents,
      actorOf,
      onSensitive: (actor, traceId) => (fields) => recordReading(database.orm.em.fork(), clock, actor, traceId, fields),
    }),
  ];
};
