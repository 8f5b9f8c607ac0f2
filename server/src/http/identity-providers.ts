import { setTimeout as pause } from 'node:timers/promises';
import type { Request, Response, Router } from 'express';
import { z } from 'zod';
import { anonymous } from '../access/actor.ts';
import { newToken } from '../access/token.ts';
import { sendLink } from '../accounts/send-link.command.ts';
import { signOut } from '../accounts/sign-out.command.ts';
import { arrive, noteProviderFailure } from '../identity-providers/arrive.command.ts';
import { sayAsked } from '../identity-providers/assurance.rules.ts';
import { dropArrival, linkProvider, unlinkProvider } from '../identity-providers/change-providers.command.ts';
import { endByProvider } from '../identity-providers/end-by-provider.command.ts';
import {
  arrivalBy,
  keepRequest,
  providerAccountsOf,
  providerOfSession,
  takeRequest,
} from '../identity-providers/provider-account.queries.ts';
import type { ProviderConnection } from '../identity-providers/provider-connection.ts';
import { ProviderFailed, type ProviderProblem } from '../identity-providers/provider-problem.rules.ts';
import { isSame, secretsOf } from '../identity-providers/provider-secrets.ts';
import { accountTries, callerOf } from './account-tries.ts';
import { ALIKE_MS, type AuthRequests, readBody, refuse, type SignInParts, words } from './auth-requests.ts';
import { formBody } from './bodies.ts';
import { sendError } from './errors.ts';
import {
  arrivalToken,
  clearArrivalCookie,
  clearRequestCookie,
  clearSessionCookie,
  deviceOf,
  requestToken,
  setArrivalCookie,
  setRequestCookie,
} from './session-cookie.ts';

/** The pages of the web application that somebody who comes from a provider is led to. */
const pages = {
  asked: '/sign-in/provider',
  asksOwner: '/account/providers/link',
  home: '/my-home',
  code: '/sign-in/code',
  link: '/sign-in/link',
} as const;

/** A page of our own: "//elsewhere" and "/\elsewhere" lead out of it. */
const ownPath = z
  .string()
  .max(1_000)
  .regex(/^\/(?![/\\])[^\p{Cc}\s\\]*$/u);
const key = z.string().regex(/^[a-z][a-z0-9-]{0,29}$/);
const begun = z.object({
  provider: key,
  deviceName: words(60).nullable().default(null),
  next: ownPath.nullable().default(null).catch(null),
});

const problemOf = (error: unknown): { problem: ProviderProblem; reason: string } => {
  if (!(error instanceof ProviderFailed)) throw error;
  return { problem: error.problem, reason: typeof error.cause === 'string' ? error.cause : error.problem };
};

const withQuery = (path: string, query: Record<string, string>): string =>
  `${path}?${new URLSearchParams(query).toString()}`;

/** What the page says of somebody who came to nothing: the reason by name, and no word of anybody. */
const problemPage = (problem: ProviderProblem, provider: string): string =>
  withQuery(pages.asked, { problem, provider });

/**
 * How people sign in with an account they have elsewhere: to the provider and back, the question whether it is to open their account,
 * and the end of it from both sides.
 */
export const addIdentityProviders = (
  router: Router,
  { database, clock, publicUrl, providers = new Map(), noteFailure = () => {} }: SignInParts,
  { confirmedOnly, contextFor, isTooOften, knownOnly, signedInOnly, throttle, setSession }: AuthRequests,
): void => {
  const fork = () => database.orm.em.fork();
  const nameOf = (providerKey: string): string => providers.get(providerKey)?.provider.name ?? providerKey;
  const nameOfIssuer = (issuer: string): string =>
    [...providers.values()].find(({ provider }) => provider.issuer === issuer)?.provider.name ?? issuer;
  const shown = ({ provider }: ProviderConnection) => ({
    key: provider.key,
    name: provider.name,
    assurance: sayAsked(provider),
  });

  router.get('/providers', (_request, response) => {
    response.json({ providers: [...providers.values()].map(shown) });
  });

  /** Sends somebody to a provider: the browser keeps the secret, the database its hash. */
  const begin = async (request: Request, response: Response, personId: string | null): Promise<void> => {
    const body = readBody(begun, request, response);
    if (!body) return;
    if (await isTooOften(response, [['providerFromAddress', callerOf(request)]])) return;
    const connection = providers.get(body.provider);
    if (!connection) {
      sendError(response, 404, 'NOT_FOUND', 'This way of signing in is not offered.');
      return;
    }
    const token = newToken();
    let address: URL;
    try {
      address = await connection.addressFor(secretsOf(token));
    } catch (error) {
      noteFailure({ provider: body.provider, ...problemOf(error) });
      sendError(
        response,
        503,
        'UNAVAILABLE',
        `${connection.provider.name} does not answer at the moment. Sign in another way, or try again later.`,
        'PROVIDER_NOT_REACHED',
      );
      return;
    }
    const { deviceName, next } = body;
    await keepRequest(
      fork(),
      token,
      { provider: body.provider, personId, deviceName, nextPath: next ?? pages.home },
      clock.now(),
    );
    setRequestCookie(response, token);
    response.json({ address: address.href });
  };
  router.post('/providers/begin', (request, response) => begin(request, response, null));
  router.post(
    '/providers/link/begin',
    confirmedOnly(async (request, response, { personId }) => begin(request, response, personId)),
  );

  /** What became of somebody who came back: the page they are led to. */
  const comeBack = async (request: Request, response: Response, connection: ProviderConnection): Promise<string> => {
    const { key: provider } = connection.provider;
    const context = contextFor(response, anonymous);
    const failed = async (problem: ProviderProblem, reason: string = problem): Promise<string> => {
      noteFailure({ provider, problem, reason });
      await noteProviderFailure(context, provider, problem);
      return problemPage(problem, provider);
    };
    const token = requestToken(request);
    const search = new URL(request.originalUrl, publicUrl).search;
    const state = new URLSearchParams(search).getAll('state');
    // an answer that was not begun here leaves alone what was begun here: else anybody's link could spoil a sign-in
    if (token === undefined || !isSame(state.join(' '), secretsOf(token).state)) return failed('NOT_BEGUN_HERE');
    clearRequestCookie(response);
    const sent = await takeRequest(fork(), token, provider, clock.now());
    if (sent === null) return failed('NOT_BEGUN_HERE');
    if (sent === 'TOO_LATE') return failed('TOO_LATE');
    try {
      const told = await connection.hear(search, secretsOf(token));
      const device = deviceOf(request);
      const arrived = await arrive(context, told, sent, device);
      if ('problem' in arrived) return await failed(arrived.problem);
      if ('cameIn' in arrived) {
        setSession(response, arrived.cameIn, device);
        return 'halfToken' in arrived.cameIn ? withQuery(pages.code, { next: sent.nextPath }) : sent.nextPath;
      }
      setArrivalCookie(response, arrived.asked);
      return sent.personId === null ? pages.asked : pages.asksOwner;
    } catch (error) {
      const { problem, reason } = problemOf(error);
      return failed(problem, reason);
    }
  };
  router.get('/providers/:key/callback', async (request, response) => {
    const connection = providers.get(request.params.key);
    const address = callerOf(request);
    if (!connection) {
      response.redirect(303, problemPage('NOT_OFFERED', ''));
      return;
    }
    if ((await throttle.attempt('providerFromAddress', address)) > 0) {
      response.redirect(303, problemPage('TOO_OFTEN', connection.provider.key));
      return;
    }
    response.redirect(303, await comeBack(request, response, connection));
  });

  const arrivalOf = async (request: Request) => {
    const token = arrivalToken(request);
    const arrival = token === undefined ? null : await arrivalBy(fork(), token, clock.now());
    return token === undefined || !arrival ? null : { token, arrival };
  };
  const nobodyCame = (response: Response): void => {
    sendError(response, 404, 'NOT_FOUND', 'This took too long, or is done already. Begin again on the sign-in page.');
  };
  router.get('/providers/arrival', async (request, response) => {
    const came = await arrivalOf(request);
    if (!came) {
      nobodyCame(response);
      return;
    }
    const { provider, email = null, displayName = null } = came.arrival;
    response.json({ name: nameOf(provider), email, displayName });
  });
  router.post('/providers/arrival/mail', async (request, response) => {
    const body = readBody(z.object({ displayName: words(80) }), request, response);
    if (!body) return;
    const came = await arrivalOf(request);
    const email = came?.arrival.email;
    if (email == null) {
      nobodyCame(response);
      return;
    }
    const tries = await accountTries(fork(), request, 'link', email);
    if (await isTooOften(response, tries)) return;
    // whoever opens the link is signed in, and asked on the next page
    const page = `${publicUrl}${withQuery(pages.link, { next: pages.asksOwner })}`;
    const context = contextFor(response, anonymous);
    await Promise.all([sendLink(context, { email, displayName: body.displayName, page }), pause(ALIKE_MS)]);
    response.status(202).json({ status: 'CHECK_YOUR_MAIL' });
  });
  router.post(
    '/providers/arrival/link',
    confirmedOnly(async (request, response, actor) => {
      const came = await arrivalOf(request);
      if (!came) {
        nobodyCame(response);
        return;
      }
      const name = nameOf(came.arrival.provider);
      const result = await linkProvider(contextFor(response, actor), { token: came.token, name });
      if ('refused' in result) {
        refuse(response, result.refused);
        return;
      }
      clearArrivalCookie(response);
      response.status(204).end();
    }),
  );
  router.post('/providers/arrival/drop', async (request, response) => {
    const token = arrivalToken(request);
    if (token !== undefined) await dropArrival(contextFor(response, anonymous), token);
    clearArrivalCookie(response);
    response.status(204).end();
  });

  router.get(
    '/providers/mine',
    signedInOnly(async (_request, response, { personId, sessionId }) => {
      const em = fork();
      const own = await providerAccountsOf(em, personId ?? '');
      const came = await providerOfSession(em, sessionId ?? '');
      const connection = came ? providers.get(came.provider) : undefined;
      const taken = new Set(own.map(({ issuer }) => issuer));
      response.json({
        mine: own.map(({ id, issuer, linkedAt, usedAt }) => ({
          id,
          name: nameOfIssuer(issuer),
          linkedAt,
          usedAt: usedAt ?? null,
        })),
        others: [...providers.values()].filter(({ provider }) => !taken.has(provider.issuer)).map(shown),
        leave: connection?.provider.endsSessions === true ? { name: connection.provider.name } : null,
      });
    }),
  );
  router.post(
    '/providers/unlink',
    confirmedOnly(async (request, response, actor) => {
      const body = readBody(z.object({ providerAccountId: z.uuid() }), request, response);
      if (!body) return;
      const { providerAccountId } = body;
      const result = await unlinkProvider(contextFor(response, actor), { providerAccountId, nameOf: nameOfIssuer });
      if ('refused' in result) refuse(response, result.refused);
      else response.status(204).end();
    }),
  );

  router.post(
    '/providers/sign-out',
    knownOnly(async (_request, response, actor) => {
      const came = await providerOfSession(fork(), actor.sessionId ?? '');
      await signOut(contextFor(response, actor), 'HERE');
      clearSessionCookie(response);
      const connection = came ? providers.get(came.provider) : undefined;
      const next = `${publicUrl}/signed-out`;
      // whoever wants to leave has left here, whatever the provider does
      const address = await connection?.leaveAddress(came?.idToken ?? null, next).catch(() => null);
      response.json({ address: address?.href ?? null });
    }),
  );
  router.post('/providers/:key/logged-out', formBody, async (request, response) => {
    const connection = providers.get(String(request.params['key']));
    const body = z.object({ logout_token: z.string().min(1).max(10_000) }).safeParse(request.body);
    const refused = (): void => void response.status(400).json({ error: 'invalid_request' });
    if (!connection || !body.success) {
      refused();
      return;
    }
    let left;
    try {
      left = await connection.whoLeft(body.data.logout_token);
    } catch (error) {
      noteFailure({ provider: connection.provider.key, ...problemOf(error) });
      response.status(503).json({ error: 'temporarily_unavailable' });
      return;
    }
    const ended = left ? await endByProvider(contextFor(response, anonymous), left, left.tokenId) : null;
    if (ended === null) refused();
    else response.status(200).end();
  });
  /** The provider shows this in a frame, where the browser gives no cookie: the name of the session there has to be enough. */
  router.get('/providers/:key/left', async (request, response) => {
    const issuer = providers.get(request.params.key)?.provider.issuer;
    const told = z.object({ iss: z.string(), sid: z.string().min(8).max(255) }).safeParse(request.query);
    if (issuer === undefined || !told.success || told.data.iss !== issuer) {
      response.status(400).json({ error: 'invalid_request' });
      return;
    }
    const whose = { issuer, session: told.data.sid, subject: null };
    await endByProvider(contextFor(response, anonymous), whose, null);
    response.status(200).type('text/plain').send('Signed out.');
  });
};
