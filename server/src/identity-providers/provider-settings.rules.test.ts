import { describe, expect, it } from 'vitest';
import { readProviders } from './provider-settings.rules.ts';
import { readTold } from './told.rules.ts';
import { isLastWayIn } from '../access/way-in.rules.ts';

const pem = String.raw`-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----`;
const trust = {
  OIDC_PROVIDERS: 'trust',
  OIDC_TRUST_ISSUER: 'https://id.trust.example',
  OIDC_TRUST_CLIENT_ID: 'us',
  OIDC_TRUST_CLIENT_SECRET: 'hush',
};

describe('the settings of providers', () => {
  it('name nobody, one without a name, or several', () => {
    expect(readProviders({})).toEqual([]);
    const { OIDC_TRUST_ISSUER, OIDC_TRUST_CLIENT_ID, OIDC_TRUST_CLIENT_SECRET } = trust;
    const [unnamed] = readProviders({
      OIDC_ISSUER: OIDC_TRUST_ISSUER,
      OIDC_CLIENT_ID: OIDC_TRUST_CLIENT_ID,
      OIDC_CLIENT_SECRET: OIDC_TRUST_CLIENT_SECRET,
    });
    expect(unnamed).toMatchObject({ key: 'organisation', preset: 'GENERIC', idTokenAlgorithm: 'RS256' });
    const several = readProviders({
      ...trust,
      OIDC_PROVIDERS: 'trust, nhs-login one-login',
      OIDC_NHS_LOGIN_PRESET: 'NHS_LOGIN',
      OIDC_NHS_LOGIN_ISSUER: 'https://auth.login.example/',
      OIDC_NHS_LOGIN_CLIENT_ID: 'us',
      OIDC_NHS_LOGIN_PRIVATE_KEY: pem,
      OIDC_NHS_LOGIN_VECTORS: 'P9.Cp.Cd,P9.Cm',
      OIDC_ONE_LOGIN_PRESET: 'GOV_UK_ONE_LOGIN',
      OIDC_ONE_LOGIN_ISSUER: 'https://oidc.account.example/',
      OIDC_ONE_LOGIN_CLIENT_ID: 'us',
      OIDC_ONE_LOGIN_PRIVATE_KEY: pem,
      OIDC_ONE_LOGIN_KEY_ID: 'k1',
    });
    expect(several.map(({ key, idTokenAlgorithm, vectors }) => [key, idTokenAlgorithm, vectors])).toEqual([
      ['trust', 'RS256', []],
      ['nhs-login', 'RS512', ['P9.Cp.Cd', 'P9.Cm']],
      ['one-login', 'ES256', ['Cl.Cm']],
    ]);
    expect(several[2]?.proof).toEqual({
      by: 'KEY',
      pem: '-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----',
      keyId: 'k1',
      algorithm: 'RS256',
    });
  });

  it.each<[Record<string, string | undefined>, string]>([
    [{ OIDC_PROVIDERS: 'Trust' }, 'OIDC_PROVIDERS must be names'],
    [{ OIDC_PROVIDERS: 'trust trust' }, 'each of them once'],
    [{ OIDC_TRUST_ISSUER: undefined }, 'OIDC_TRUST_ISSUER is missing'],
    [{ OIDC_TRUST_ISSUER: 'http://id.trust.example' }, 'OIDC_TRUST_ISSUER must be the https address'],
    [{ OIDC_TRUST_CLIENT_SECRET: undefined }, 'OIDC_TRUST_CLIENT_SECRET or PRIVATE_KEY must be set'],
    [{ OIDC_TRUST_PRIVATE_KEY: pem }, 'OIDC_TRUST_CLIENT_SECRET or PRIVATE_KEY must be set'],
    [{ OIDC_TRUST_PRESET: 'OTHER' }, 'OIDC_TRUST_PRESET must be one of NHS_LOGIN'],
    [{ OIDC_TRUST_ID_TOKEN_ALGORITHM: 'none' }, 'OIDC_TRUST_ID_TOKEN_ALGORITHM must be one of RS256'],
    [{ OIDC_TRUST_ID_TOKEN_ALGORITHM: 'HS256' }, 'OIDC_TRUST_ID_TOKEN_ALGORITHM must be one of RS256'],
    [{ OIDC_TRUST_SCOPE: 'email' }, 'OIDC_TRUST_SCOPE must name openid'],
    [{ OIDC_ISSUER: 'https://id.trust.example', OIDC_CLIENT_ID: 'x', OIDC_CLIENT_SECRET: 'y' }, 'the same issuer'],
  ])('say in one sentence what is wrong, without the value: %o', (change, sentence) => {
    const read = () => readProviders({ ...trust, ...change });
    expect(read).toThrow(sentence);
    expect(read).not.toThrow('hush');
  });
});

describe('what a provider tells', () => {
  const [provider] = readProviders(trust);
  const tell = (signed: unknown, more?: unknown) => provider && readTold(provider, 'token', signed, more);

  it('is taken with a confirmed address alone, in small letters', () => {
    expect(tell({ sub: 's', email: 'Ann@Example.invalid', email_verified: true })).toMatchObject({
      email: 'ann@example.invalid',
    });
    expect(tell({ sub: 's', email: 'ann@example.invalid', email_verified: 'true' })).toMatchObject({
      email: 'ann@example.invalid',
    });
    for (const is of [false, undefined, 'yes', 1])
      expect(tell({ sub: 's', email: 'ann@example.invalid', email_verified: is })).toMatchObject({ email: null });
    expect(tell({ sub: 's', email: 'not an address', email_verified: true })).toMatchObject({ email: null });
  });
  it('is of one person: what it adds on asking is theirs', () => {
    const more = { sub: 's', email: 'ann@example.invalid', email_verified: true, name: ' Example\u0007 Ann ' };
    expect(tell({ sub: 's' }, more)).toMatchObject({ email: 'ann@example.invalid', displayName: 'Example Ann' });
    expect(tell({ sub: 's' }, { ...more, sub: 'other' })).toBeNull();
    expect(tell({}, more)).toBeNull();
  });
});

it('keeps the last way in', () => {
  const none = { hasPassword: false, passkeys: 0, providers: 0, hasConfirmedAddress: false };
  expect(isLastWayIn(none)).toBe(true);
  for (const one of [{ hasPassword: true }, { passkeys: 1 }, { providers: 1 }, { hasConfirmedAddress: true }])
    expect(isLastWayIn({ ...none, ...one })).toBe(false);
});
