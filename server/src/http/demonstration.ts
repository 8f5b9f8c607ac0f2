import { Router } from 'express';
import { anonymous } from '../access/actor.ts';
import { readUserAgent } from '../access/device.rules.ts';
import type { DemonstrationClock } from '../access/demonstration-clock.queries.ts';
import { durationFrom } from '../access/duration.rules.ts';
import { signInAsPersona } from '../accounts/sign-in-as-persona.command.ts';
import type { Clock } from '../kernel/clock.ts';
import { latestMails } from '../messages/mail.queries.ts';
import type { Database } from '../persistence/database.ts';
import { demonstrationPrograms } from '../persistence/demonstration/programs.ts';
import type { Mount } from './app.ts';
import { formBody, jsonBody } from './bodies.ts';
import { sendError } from './errors.ts';
import { mailboxPage } from './mailbox-page.ts';
import { referenceOf } from './reference.ts';
import { sessionToken, setSessionCookie } from './session-cookie.ts';

/** What the demonstration needs. */
export interface DemonstrationParts {
  readonly database: Database;
  /** The address people type: the mails that are shown lead to its pages. */
  readonly publicUrl: string;
  readonly clock: DemonstrationClock;
  /** The machine's clock, by which sessions end. */
  readonly sessionClock: Clock;
  /** Fills the demonstration anew. */
  readonly reset: () => Promise<unknown>;
  /** Does what has become due, once the clock was moved. */
  readonly onAdvance: () => Promise<unknown>;
}

/** A field of a form or of JSON; empty where it is missing or no text that can be kept. */
const field = (body: unknown, name: string): string => {
  const value: unknown =
    typeof body === 'object' && body !== null ? Object.entries(body).find(([key]) => key === name)?.[1] : '';
  return readable(value) ?? '';
};

/** A text that a table can hold; PostgreSQL takes none with a null byte. */
const readable = (value: unknown): string | undefined =>
  typeof value === 'string' && !value.includes('\0') ? value : undefined;

/** `/demo/…`: invented people, open sign-in as any of them, a clock that can be moved. Mounted in the demonstration alone. */
export const demonstrationRoutes =
  ({ database, publicUrl, clock, sessionClock, reset, onAdvance }: DemonstrationParts): Mount =>
  (app) => {
    const router = Router();
    router.use(jsonBody, formBody, async (_request, response, next) => {
      response.setHeader('Cache-Control', 'no-store');
      await clock.refresh();
      next();
    });
    const time = () => ({ now: clock.now().toISOString(), today: clock.today() });

    router.get('/personas', async (_request, response) => {
      const personas = await database.query({
        name: 'demonstration_personas',
        text: `select persona.key, person.display_name as name, persona.role, persona.place as region
               from persona join person on person.id = persona.person_id order by persona.position`,
      });
      response.json({ personas, clock: time() });
    });

    router.post('/sign-in', async (request, response) => {
      const context = {
        actor: anonymous,
        clock: sessionClock,
        traceId: referenceOf(response),
        em: database.orm.em.fork(),
      };
      const persona = field(request.body, 'persona');
      const browser = { ...readUserAgent(request.get('user-agent') ?? ''), session: sessionToken(request) ?? null };
      // with `confirmed=no` what is risky asks again at once, so that it can be seen
      const isConfirmed = field(request.body, 'confirmed') !== 'no';
      const signedIn = await signInAsPersona(context, persona, browser, isConfirmed);
      if (!signedIn) {
        sendError(response, 404, 'NOT_FOUND', 'There is no such persona. `GET /demo/personas` lists them.');
        return;
      }
      setSessionCookie(response, signedIn.token, signedIn.isRemembered);
      // a form of a page goes on to the home page of the role; a script reads what it got
      if (request.accepts(['json', 'html']) === 'html') response.redirect(303, '/');
      else response.json({ persona, role: signedIn.role });
    });

    router.get('/keys', (_request, response) => {
      response.json({ keys: demonstrationPrograms });
    });
    // for a shell: `KEY=$(curl -s …/demo/keys/trust)`
    router.get('/keys/:program', (request, response) => {
      const found = demonstrationPrograms.find(({ key }) => key === request.params['program']);
      if (found) response.type('text/plain').send(`${found.secret}\n`);
      else sendError(response, 404, 'NOT_FOUND', 'There is no such program. `GET /demo/keys` lists them.');
    });

    const mailsTo = (to: unknown) =>
      latestMails(database.orm.em.fork(), publicUrl, readable(to)?.trim().toLowerCase() || undefined);
    router.get('/mailbox', async (request, response) => {
      const to = typeof request.query['to'] === 'string' ? request.query['to'] : undefined;
      response.type('html').send(mailboxPage(await mailsTo(to), to));
    });
    router.get('/mailbox.json', async (request, response) => {
      const mails = await mailsTo(request.query['to']);
      response.json({ mails: mails.map((mail) => ({ ...mail, link: /https?:\/\/\S+/.exec(mail.text)?.[0] ?? null })) });
    });

    router.post('/clock', async (request, response) => {
      const length = durationFrom(clock.now(), field(request.body, 'advance'));
      if (length === undefined) {
        sendError(
          response,
          400,
          'BAD_USER_INPUT',
          'Send `{"advance": "P30D"}`: how far the clock goes on, at most 20 years, and not past 2099.',
        );
        return;
      }
      await clock.advance(length);
      await onAdvance();
      response.json(time());
    });

    router.post('/reset', async (_request, response) => {
      await reset();
      await clock.advance(0);
      response.json({ status: 'RESET', ...time() });
    });

    app.use(['/graphql', '/live'], async (_request, _response, next) => {
      await clock.refresh();
      next();
    });
    app.use('/demo', router);
  };
