import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import Provider, { errors, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';

/** Somebody with an account at the provider. */
export interface ProviderPerson {
  readonly name: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  /** How they sign in there, as tokens tell it. */
  readonly amr?: readonly string[];
  readonly vot?: string;
  readonly acr?: string;
}

/** What a test may do to an answer of the provider. */
export interface Tampering {
  /** Changes the claims, or the header, of the token before it is signed anew with the provider's own key. */
  readonly token?: (claims: Record<string, unknown>) => Record<string, unknown>;
  /** Gives another token altogether. */
  readonly insteadOfToken?: (claims: Record<string, unknown>) => string;
  /** Answers these paths with that, and nothing else. */
  readonly answer?: (path: string) => { readonly status: number; readonly body: string } | 'SILENCE' | undefined;
}

/** A real identity provider on this machine. */
export interface TestIdentityProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who signs in there next, or `GOES_BACK`; null shows a page with everybody on it. */
  next: string | null;
  people: Record<string, ProviderPerson>;
  tampering: Tampering;
  /** Makes a token that is signed with the provider's key. */
  readonly sign: (claims: Record<string, unknown>, type?: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

interface Wanted {
  readonly port?: number;
  /** The service that people are sent back to. */
  readonly publicUrl: string;
  /** How the service calls the provider. */
  readonly key: string;
  readonly algorithm?: 'RS256' | 'ES256';
  readonly people: Record<string, ProviderPerson>;
}

const clientId = 'return-to-practice';
const clientSecret = 'a secret for tests alone, of no worth';
const minutes = 60;

const settings = (
  { publicUrl, key, algorithm = 'RS256' }: Wanted,
  jwk: object,
  people: () => Record<string, ProviderPerson>,
): Configuration => ({
  clients: [
    {
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uris: [`${publicUrl}/auth/providers/${key}/callback`],
      post_logout_redirect_uris: [`${publicUrl}/signed-out`],
      response_types: ['code'],
      grant_types: ['authorization_code'],
      id_token_signed_response_alg: algorithm,
      backchannel_logout_uri: `${publicUrl}/auth/providers/${key}/logged-out`,
      backchannel_logout_session_required: true,
    },
  ],
  jwks: { keys: [jwk] },
  cookies: { keys: ['for tests alone'] },
  pkce: { required: () => true },
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
  scopes: ['openid', 'email', 'profile'],
  features: {
    devInteractions: { enabled: false },
    backchannelLogout: { enabled: true },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (ctx, form) => {
        ctx.body = `<!doctype html><title>Sign out</title>${form}<button form="op.logoutForm" name="logout" value="yes">Yes</button>`;
      },
    },
  },
  interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
  ttl: {
    AccessToken: 5 * minutes,
    AuthorizationCode: 60,
    IdToken: 5 * minutes,
    Interaction: 10 * minutes,
    Session: 60 * minutes,
    Grant: 60 * minutes,
  },
  findAccount: (_ctx, sub) => {
    const person = people()[sub];
    return person
      ? {
          accountId: sub,
          claims: () => ({ name: person.name, email: person.email, email_verified: person.email_verified, sub }),
        }
      : undefined;
  },
  // nobody is asked what the service may know
  loadExistingGrant: async ({ oidc }: KoaContextWithOIDC) => {
    const accountId = oidc.session?.accountId;
    if (accountId === undefined) return undefined;
    const grant = new oidc.provider.Grant({ clientId, accountId });
    grant.addOIDCScope('openid email profile');
    await grant.save();
    return grant;
  },
});

const claimsIn = (token: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;

const chooser = (uid: string, people: Record<string, ProviderPerson>): string =>
  `<!doctype html><html lang="en"><title>Test provider</title><h1>Sign in at the test provider</h1><form method="post" action="/interaction/${uid}">${[
    ...Object.entries(people).map(([sub, { name }]) => `<button name="sub" value="${sub}">${name}</button>`),
    '<button name="sub" value="GOES_BACK">Go back</button>',
  ].join(' ')}</form>`;

/** Starts a real OpenID provider (oidc-provider) on the loopback, with people of the test's own. */
export const startIdentityProvider = async (wanted: Wanted): Promise<TestIdentityProvider> => {
  const algorithm = wanted.algorithm ?? 'RS256';
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), alg: algorithm, use: 'sig', kid: 'test' };
  const handler: { answer: (request: IncomingMessage, response: ServerResponse) => void } = { answer: () => {} };
  const server = createServer((request, response) => handler.answer(request, response));
  server.listen(wanted.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const sign = (claims: Record<string, unknown>, type?: string): Promise<string> =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: algorithm, kid: 'test', ...(type === undefined ? {} : { typ: type }) })
      .sign(privateKey);
  const told: TestIdentityProvider = {
    issuer,
    clientId,
    clientSecret,
    next: null,
    people: { ...wanted.people },
    tampering: {},
    sign,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  const provider = new Provider(
    issuer,
    settings(wanted, jwk, () => told.people),
  );
  provider.use(async (context, next) => {
    const instead = told.tampering.answer?.(context.path);
    if (instead === 'SILENCE') {
      context.respond = false;
      return;
    }
    if (instead) {
      context.status = instead.status;
      context.body = instead.body;
      return;
    }
    await next();
    const body: unknown = context.body;
    const token: unknown = Reflect.get(Object(body), 'id_token');
    if (context.path !== '/token' || typeof token !== 'string') return;
    const { token: change, insteadOfToken } = told.tampering;
    const bare = claimsIn(token);
    const { amr, vot, acr } = told.people[String(bare['sub'])] ?? {};
    // the library tells how somebody signed in to those alone who ask for it claim by claim
    const claims = { ...bare, ...(amr && { amr }), ...(vot && { vot }), ...(acr && { acr }) };
    const given = insteadOfToken ? insteadOfToken(claims) : await sign(change?.(claims) ?? claims);
    context.body = { ...Object(body), id_token: given };
  });
  const callback = provider.callback();
  const finish = (request: IncomingMessage, response: ServerResponse, who: string): Promise<void> => {
    const person = told.people[who];
    return provider.interactionFinished(
      request,
      response,
      who === 'GOES_BACK' || !person
        ? { error: new errors.AccessDenied('The person went back.').error, error_description: 'The person went back.' }
        : { login: { accountId: who } },
      { mergeWithLastSubmission: false },
    );
  };
  const interact = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const uid = request.url?.split('/')[2] ?? '';
    if (request.method === 'POST') {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      await finish(request, response, new URLSearchParams(Buffer.concat(parts).toString()).get('sub') ?? '');
    } else if (told.next !== null) await finish(request, response, told.next);
    else response.setHeader('content-type', 'text/html; charset=utf-8').end(chooser(uid, told.people));
  };
  handler.answer = (request, response) => {
    const answered =
      request.url?.startsWith('/interaction/') === true ? interact(request, response) : callback(request, response);
    answered.catch((error: unknown) => {
      response.statusCode = 500;
      response.end(String(error));
    });
  };
  return told;
};
