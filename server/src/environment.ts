import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { Provider } from './identity-providers/provider.rules.ts';
import { ProviderSettingError, readProviders } from './identity-providers/provider-settings.rules.ts';

/** A setting is wrong. The message is one sentence for the person who starts the server. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError';
}

/** Everything the process may be told from outside, read once and checked. */
export interface Environment {
  /** `PORT`: where the server listens, 1 to 65535. Default 4000. */
  readonly port: number;
  /** `HOST`: the address it listens on. Default 127.0.0.1, which only this machine can reach. */
  readonly host: string;
  /** `PUBLIC_URL`: the address people type, without a slash at the end. Default `http://localhost:PORT`. */
  readonly publicUrl: string;
  /**
   * `TRUSTED_PROXIES`: the proxies in front of the server, by address or range, with commas between. They alone may say by
   * `X-Forwarded-For` who called. Default: none, and each caller is the address that connects.
   */
  readonly trustedProxies: readonly string[];
  /** `DATABASE_URL`: PostgreSQL 18 or newer, as the application's role. Without it, one is run under `DATA_DIR`. */
  readonly databaseUrl: string | undefined;
  /** `DATABASE_OWNER_URL`: the same database, as the role that owns the tables. Default: the same as `DATABASE_URL`. */
  readonly databaseOwnerUrl: string | undefined;
  /** `DATA_DIR`: where the server keeps its own database and secret. Default `.data`. An absolute path here. */
  readonly dataDir: string;
  /** `NODE_ENV=production`. */
  readonly production: boolean;
  /**
   * `DEMO=on|off`: invented people, open sign-in as any of them, a clock that can be moved. Default: on where the server
   * runs its own database and `NODE_ENV` is not `production` (a newcomer's machine), and off everywhere else.
   */
  readonly demo: boolean;
  /** `SMTP_URL`: where mail is sent, as `smtp://` or `smtps://`. Without it, mail is kept and not sent. */
  readonly smtpUrl: string | undefined;
  /**
   * `ROUTING_URL`: a routing service that speaks OSRM's table service, asked for minutes by car, by bicycle and on foot. It is told the
   * middles of postcode districts and the sites, never a person. Without it, or while it fails, ways are estimates.
   */
  readonly routingUrl: string | undefined;
  /**
   * `CLAMAV_URL`: a ClamAV virus scanner on TCP, as `tcp://host:3310`. Files wait until it has looked at them. Without it they are not
   * checked, and only their owners can open them.
   */
  readonly clamavUrl: string | undefined;
  /**
   * `OIDC_PROVIDERS` and the settings of each that it names, or `OIDC_ISSUER`, `OIDC_CLIENT_ID` and `OIDC_CLIENT_SECRET` for a single
   * one: whom people may sign in with. Default: nobody.
   */
  readonly identityProviders: readonly Provider[];
  /** `SESSION_SECRET`: at least 32 characters. Without it, one is made and kept in `DATA_DIR`. */
  readonly sessionSecret: string | undefined;
  /**
   * `DOCUMENTS=registered|any`: whether a signed-in browser may send only the operations of the web application.
   * Default: `any` in the demonstration, `registered` otherwise.
   */
  readonly documents: 'registered' | 'any';
}

const webAddress = z.url({ protocol: /^https?$/, error: 'must be a web address such as https://example.org' });
const databaseAddress = z
  .string()
  .regex(/^postgres(ql)?:\/\//, 'must be a PostgreSQL address such as postgres://user:password@host/database');

/** An address such as 10.0.0.7, or a range such as 10.0.0.0/24. */
const isRange = (text: string): boolean => {
  const [address = '', bits, ...more] = text.split('/');
  const most = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  const isLength = bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= most);
  return most > 0 && isLength && more.length === 0;
};

const settings = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a whole number from 1 to 65535')
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, 'must be a whole number from 1 to 65535')
    .default(4000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: webAddress.optional(),
  TRUSTED_PROXIES: z
    .string()
    .transform((text) => text.split(',').map((one) => one.trim()))
    .refine((all) => all.every(isRange), 'must be addresses or ranges such as 10.0.0.7,10.1.0.0/24')
    .default([]),
  DATABASE_URL: databaseAddress.optional(),
  DATABASE_OWNER_URL: databaseAddress.optional(),
  DATA_DIR: z.string().default('.data'),
  NODE_ENV: z.string().optional(),
  DEMO: z.enum(['on', 'off'], { error: 'must be on or off' }).optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^/]+/, 'must be a mail server such as smtp://user:password@host:587')
    .optional(),
  ROUTING_URL: webAddress.optional(),
  CLAMAV_URL: z
    .string()
    .regex(/^tcp:\/\/[^/]+$/, 'must be a virus scanner such as tcp://127.0.0.1:3310')
    .optional(),
  SESSION_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  DOCUMENTS: z.enum(['registered', 'any'], { error: 'must be registered or any' }).optional(),
});

/**
 * Reads the settings. An empty value counts as not set, so that `PORT= npm start` means the default.
 * A wrong value is never repeated in the message: it may hold a password.
 * @throws EnvironmentError naming the setting and what it must be.
 */
export function readEnvironment(source: Readonly<Record<string, string | undefined>> = process.env): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new EnvironmentError(`${issue?.path.join('.') ?? 'A setting'} ${issue?.message ?? 'is wrong'}.`);
  }
  const read = parsed.data;
  if (read.DATABASE_OWNER_URL !== undefined && read.DATABASE_URL === undefined) {
    throw new EnvironmentError('DATABASE_OWNER_URL is set without DATABASE_URL: set both, or neither.');
  }
  const production = read.NODE_ENV === 'production';
  const demo = read.DEMO === undefined ? !production && read.DATABASE_URL === undefined : read.DEMO === 'on';
  return {
    port: read.PORT,
    host: read.HOST,
    publicUrl: (read.PUBLIC_URL ?? `http://localhost:${read.PORT}`).replace(/\/+$/, ''),
    trustedProxies: read.TRUSTED_PROXIES,
    databaseUrl: read.DATABASE_URL,
    databaseOwnerUrl: read.DATABASE_OWNER_URL ?? read.DATABASE_URL,
    dataDir: resolve(read.DATA_DIR),
    production,
    demo,
    smtpUrl: read.SMTP_URL,
    routingUrl: read.ROUTING_URL?.replace(/\/+$/, ''),
    clamavUrl: read.CLAMAV_URL,
    identityProviders: identityProvidersOf(given),
    sessionSecret: read.SESSION_SECRET,
    documents: read.DOCUMENTS ?? (demo ? 'any' : 'registered'),
  };
}

function identityProvidersOf(given: Readonly<Record<string, string | undefined>>): readonly Provider[] {
  try {
    return readProviders(given);
  } catch (error) {
    throw error instanceof ProviderSettingError ? new EnvironmentError(error.message) : error;
  }
}

/** What a program started by the server may see: where to find commands, and none of the server's secrets. */
export function childEnvironment(): { PATH: string; LC_ALL: string; TZ: string } {
  return { PATH: process.env['PATH'] ?? '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}
