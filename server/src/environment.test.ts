import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EnvironmentError, readEnvironment } from './environment.ts';

describe('with nothing set', () => {
  it('is the demonstration on this machine alone', () => {
    expect(readEnvironment({})).toEqual({
      port: 4000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:4000',
      trustedProxies: [],
      databaseUrl: undefined,
      databaseOwnerUrl: undefined,
      dataDir: resolve('.data'),
      production: false,
      demo: true,
      smtpUrl: undefined,
      routingUrl: undefined,
      identityProviders: [],
      sessionSecret: undefined,
      documents: 'any',
    });
  });

  it('treats an empty value as not set', () => {
    expect(readEnvironment({ PORT: '', DEMO: '' })).toEqual(readEnvironment({}));
  });
});

describe('the demonstration', () => {
  it.each([
    [{ NODE_ENV: 'production' }, false],
    [{ DATABASE_URL: 'postgres://app@db/rtp' }, false],
    [{ NODE_ENV: 'production', DEMO: 'on' }, true],
    [{ DEMO: 'off' }, false],
  ])('with %o is %s', (source, demo) => {
    expect(readEnvironment(source).demo).toBe(demo);
  });

  it('decides which operations a browser may send, unless told otherwise', () => {
    expect(readEnvironment({ DEMO: 'off' }).documents).toBe('registered');
    expect(readEnvironment({ DOCUMENTS: 'registered' }).documents).toBe('registered');
  });
});

it('follows the port in the address, and drops a slash at its end', () => {
  expect(readEnvironment({ PORT: '8080' }).publicUrl).toBe('http://localhost:8080');
  expect(readEnvironment({ PUBLIC_URL: 'https://return.example.org/' }).publicUrl).toBe('https://return.example.org');
});

it('lets the owner of the tables be another role', () => {
  const url = 'postgres://app@db/rtp';
  expect(readEnvironment({ DATABASE_URL: url }).databaseOwnerUrl).toBe(url);
  expect(readEnvironment({ DATABASE_URL: url, DATABASE_OWNER_URL: 'postgres://owner@db/rtp' }).databaseOwnerUrl).toBe(
    'postgres://owner@db/rtp',
  );
});

describe('a wrong value is one sentence', () => {
  it.each([
    [{ PORT: 'http' }, 'PORT must be a whole number from 1 to 65535.'],
    [{ PORT: '0' }, 'PORT must be a whole number from 1 to 65535.'],
    [{ PORT: '70000' }, 'PORT must be a whole number from 1 to 65535.'],
    [{ TRUSTED_PROXIES: 'uniquelocal' }, 'TRUSTED_PROXIES must be addresses or ranges such as 10.0.0.7,10.1.0.0/24.'],
    [{ TRUSTED_PROXIES: '0.0.0.0/0' }, 'TRUSTED_PROXIES must be addresses or ranges such as 10.0.0.7,10.1.0.0/24.'],
    [{ PUBLIC_URL: 'somewhere' }, 'PUBLIC_URL must be a web address such as https://example.org.'],
    [
      { DATABASE_URL: 'mysql://db' },
      'DATABASE_URL must be a PostgreSQL address such as postgres://user:password@host/database.',
    ],
    [
      { DATABASE_OWNER_URL: 'postgres://db/x' },
      'DATABASE_OWNER_URL is set without DATABASE_URL: set both, or neither.',
    ],
    [{ DEMO: 'yes' }, 'DEMO must be on or off.'],
    [{ DOCUMENTS: 'all' }, 'DOCUMENTS must be registered or any.'],
    [{ ROUTING_URL: 'router' }, 'ROUTING_URL must be a web address such as https://example.org.'],
    [{ SMTP_URL: 'mail' }, 'SMTP_URL must be a mail server such as smtp://user:password@host:587.'],
    [{ SESSION_SECRET: 'short' }, 'SESSION_SECRET must have at least 32 characters.'],
    [{ OIDC_ISSUER: 'https://id.example.org' }, 'OIDC_CLIENT_ID is missing.'],
  ])('%o', (source, sentence) => {
    expect(() => readEnvironment(source)).toThrow(new EnvironmentError(sentence));
  });
});
