import { createPrivateKey } from 'node:crypto';
import { createRemoteJWKSet, customFetch as keyFetch, importPKCS8, type JWTVerifyGetKey } from 'jose';
import * as oidc from 'openid-client';
import { carefulFetch } from './careful-fetch.ts';
import { type Left, readLogoutToken } from './logout-token.ts';
import { ProviderFailed, type ProviderProblem } from './provider-problem.rules.ts';
import type { Provider } from './provider.rules.ts';
import type { ProviderSecrets } from './provider-secrets.ts';
import { readTold, type Told } from './told.rules.ts';

/** How long a provider may take for one answer. */
const PATIENCE_S = 5;
const HOUR_MS = 60 * 60_000;
/** What a provider says of itself is asked again after an hour, and for a day taken as it was where it does not answer. */
const FRESH_MS = HOUR_MS;
const USABLE_MS = 24 * HOUR_MS;
/** Clocks differ. */
const TOLERANCE_S = 10;

/** What we ask a provider, and what it answers. Whatever goes wrong is thrown as `ProviderFailed`. */
export interface ProviderConnection {
  readonly provider: Provider;
  /** Where it sends people back to. */
  readonly callback: string;
  /** The address at the provider where somebody signs in. */
  readonly addressFor: (secrets: ProviderSecrets) => Promise<URL>;
  /** Exchanges what somebody came back with for what the provider tells of them. */
  readonly hear: (search: string, secrets: ProviderSecrets) => Promise<Told>;
  /** The address where somebody is signed out there; null where it has none. */
  readonly leaveAddress: (idToken: string | null, next: string) => Promise<URL | null>;
  /** Who has left, by the provider's own word; null where it is not its word. */
  readonly whoLeft: (logoutToken: string) => Promise<Left | null>;
}

/** The providers that are offered, by their keys. */
export type ProviderConnections = ReadonlyMap<string, ProviderConnection>;

/** They come to nothing at the provider, and not for what we did. */
const refusedThere: Readonly<Record<string, ProviderProblem>> = {
  access_denied: 'CANCELLED',
  login_required: 'CANCELLED',
  interaction_required: 'CANCELLED',
  consent_required: 'CANCELLED',
  server_error: 'NOT_REACHED',
  temporarily_unavailable: 'NOT_REACHED',
  unmet_authentication_requirements: 'NOT_SURE_ENOUGH',
};

/** Nothing that could be read came, or not in time. */
const unreadable = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_PARSE_ERROR',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
]);

/** What an error of the library means. Its words are left behind: they may hold what the provider sent. */
const problemOf = (error: unknown): ProviderProblem => {
  if (error instanceof oidc.AuthorizationResponseError) return refusedThere[error.error] ?? 'NOT_TRUSTED';
  if (error instanceof oidc.ResponseBodyError) return error.status >= 500 ? 'NOT_REACHED' : 'NOT_TRUSTED';
  if (error instanceof oidc.ClientError && error.code !== undefined)
    return unreadable.has(error.code) ? 'NOT_REACHED' : 'NOT_TRUSTED';
  // fetch itself says no more than that it failed
  return error instanceof TypeError || (error instanceof Error && error.name === 'TimeoutError')
    ? 'NOT_REACHED'
    : 'NOT_TRUSTED';
};

/** The short name of what went wrong, for the log: a code of the library, and never a text of the provider. */
const reasonOf = (error: unknown): string => {
  const code: unknown = Reflect.get(Object(error), 'code');
  return typeof code === 'string' ? code : error instanceof Error ? error.name : 'unknown';
};

const failed = (error: unknown): ProviderFailed => new ProviderFailed(problemOf(error), { cause: reasonOf(error) });

const proofOf = async ({ proof }: Provider): Promise<oidc.ClientAuth> => {
  if (proof.by === 'SECRET')
    return proof.sentIn === 'HEADER' ? oidc.ClientSecretBasic(proof.secret) : oidc.ClientSecretPost(proof.secret);
  const key = await importPKCS8(proof.pem, proof.algorithm);
  return oidc.PrivateKeyJwt(proof.keyId === null ? { key } : { key, kid: proof.keyId });
};

/** Throws where a provider shows itself by a key that cannot be read: better at the start than at the first sign-in. */
const checkKey = ({ proof, key }: Provider): void => {
  if (proof.by !== 'KEY') return;
  try {
    createPrivateKey(proof.pem);
  } catch {
    throw new TypeError(`The private key of the identity provider ${key} cannot be read.`);
  }
};

/** Opens the way to one provider. Nothing is asked before somebody wants to sign in with it. */
const connectProvider = (provider: Provider, publicUrl: string, patienceS: number): ProviderConnection => {
  checkKey(provider);
  const callback = `${publicUrl}/auth/providers/${provider.key}/callback`;
  let known: { readonly configuration: oidc.Configuration; readonly at: number } | undefined;
  let asked: Promise<oidc.Configuration> | undefined;
  let keys: { readonly address: string; readonly get: JWTVerifyGetKey } | undefined;

  const discover = async (): Promise<oidc.Configuration> => {
    const isPlain = provider.issuer.startsWith('http:');
    const configuration = await oidc.discovery(
      new URL(provider.issuer),
      provider.clientId,
      {
        redirect_uris: [callback],
        id_token_signed_response_alg: provider.idTokenAlgorithm,
        [oidc.clockTolerance]: TOLERANCE_S,
      },
      await proofOf(provider),
      {
        timeout: patienceS,
        [oidc.customFetch]: carefulFetch,
        // the signature counts, though the token comes straight from the provider; http is for this machine alone
        execute: [oidc.enableNonRepudiationChecks, ...(isPlain ? [oidc.allowInsecureRequests] : [])],
      },
    );
    known = { configuration, at: Date.now() };
    return configuration;
  };
  const ask = (): Promise<oidc.Configuration> =>
    (asked ??= discover().finally(() => {
      asked = undefined;
    }));
  const configured = async (): Promise<oidc.Configuration> => {
    const age = known ? Date.now() - known.at : Infinity;
    if (known && age < USABLE_MS) {
      // whoever comes now does not wait for what may have changed
      if (age >= FRESH_MS) ask().catch(() => {});
      return known.configuration;
    }
    try {
      return await ask();
    } catch (error) {
      throw new ProviderFailed('NOT_REACHED', { cause: reasonOf(error) });
    }
  };

  return {
    provider,
    callback,
    async addressFor({ state, nonce, verifier }) {
      const configuration = await configured();
      const { scope, vectors, classes } = provider;
      return oidc.buildAuthorizationUrl(configuration, {
        redirect_uri: callback,
        scope,
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ...(vectors.length === 0 ? {} : { vtr: JSON.stringify(vectors) }),
        ...(classes.length === 0 ? {} : { acr_values: classes.join(' ') }),
      });
    },
    async hear(search, { state, nonce, verifier }) {
      const configuration = await configured();
      try {
        const tokens = await oidc.authorizationCodeGrant(configuration, new URL(`${callback}${search}`), {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const signed = tokens.claims();
        if (!signed || tokens.id_token === undefined) throw new ProviderFailed('NOT_TRUSTED');
        const hasMore = configuration.serverMetadata().userinfo_endpoint !== undefined;
        const more =
          signed['email'] === undefined && hasMore
            ? await oidc.fetchUserInfo(configuration, tokens.access_token, signed.sub)
            : undefined;
        const told = readTold(provider, tokens.id_token, signed, more);
        if (told === null) throw new ProviderFailed('NOT_TRUSTED');
        if (told === 'NOT_SURE_ENOUGH') throw new ProviderFailed('NOT_SURE_ENOUGH');
        return told;
      } catch (error) {
        throw error instanceof ProviderFailed ? error : failed(error);
      }
    },
    async leaveAddress(idToken, next) {
      if (!provider.endsSessions) return null;
      const configuration = await configured();
      if (configuration.serverMetadata().end_session_endpoint === undefined) return null;
      // without the token some providers take no address to go on to
      const hint = idToken === null ? {} : { id_token_hint: idToken };
      return oidc.buildEndSessionUrl(configuration, { ...hint, post_logout_redirect_uri: next });
    },
    async whoLeft(logoutToken) {
      const { jwks_uri: address } = (await configured()).serverMetadata();
      if (address === undefined) return null;
      if (keys?.address !== address) {
        const options = { timeoutDuration: patienceS * 1_000, [keyFetch]: carefulFetch };
        keys = { address, get: createRemoteJWKSet(new URL(address), options) };
      }
      return readLogoutToken(provider, keys.get, logoutToken);
    },
  };
};

/** Opens the way to all of them. */
export const connectProviders = (
  providers: readonly Provider[],
  publicUrl: string,
  patienceS = PATIENCE_S,
): ProviderConnections =>
  new Map(providers.map((provider) => [provider.key, connectProvider(provider, publicUrl, patienceS)]));
