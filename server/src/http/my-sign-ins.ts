import type { Router } from 'express';
import { z } from 'zod';
import { mySignIns, type VouchedBy } from '../access/sign-in.queries.ts';
import { endOtherSessions, endSession } from '../accounts/end-sessions.command.ts';
import { type AuthRequests, readBody, refuse, type SignInParts } from './auth-requests.ts';

/** Where somebody is signed in and how they came in, for themselves alone; and the end of it, elsewhere. */
export const addMySignIns = (
  router: Router,
  { database, clock, providers }: SignInParts,
  { signedInOnly, contextFor }: AuthRequests,
): void => {
  router.get(
    '/sign-ins',
    signedInOnly(async (_request, response, { personId, sessionId }) => {
      const told = await mySignIns(database, clock, { personId: personId ?? '', sessionId: sessionId ?? '' });
      const named = <One extends { readonly vouchedBy: VouchedBy | null }>(one: One) => ({
        ...one,
        vouchedBy: one.vouchedBy && {
          ...one.vouchedBy,
          name: providers?.get(one.vouchedBy.key)?.provider.name ?? one.vouchedBy.key,
        },
      });
      response.json({ sessions: told.sessions.map(named), signIns: told.signIns.map(named) });
    }),
  );
  router.post(
    '/sessions/end',
    signedInOnly(async (request, response, actor) => {
      const body = readBody(z.object({ sessionId: z.uuid() }), request, response);
      if (!body) return;
      const result = await endSession(contextFor(response, actor), body.sessionId);
      if ('refused' in result) refuse(response, result.refused);
      else response.status(204).end();
    }),
  );
  router.post(
    '/sessions/end-others',
    signedInOnly(async (_request, response, actor) => {
      const result = await endOtherSessions(contextFor(response, actor));
      if ('refused' in result) refuse(response, result.refused);
      else response.status(204).end();
    }),
  );
};
