import { z } from 'zod';
import {
  type ClientProof,
  type Preset,
  presets,
  type Provider,
  type ProviderTerms,
  type SigningAlgorithm,
  signingAlgorithms,
  termsOf,
} from './provider.rules.ts';

/** A setting of a provider is wrong. The message names the setting, and never repeats its value. */
export class ProviderSettingError extends Error {
  override name = 'ProviderSettingError';
}

type Settings = Readonly<Record<string, string | undefined>>;

const isLoopback = (host: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(host);
const isIssuer = (address: string): boolean => {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, search, hash } = new URL(address);
  return (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))) && search === '' && hash === '';
};
const list = z.string().transform((value) => value.split(/[\s,]+/).filter((part) => part !== ''));
const algorithm = z.enum(signingAlgorithms, { error: `must be one of ${signingAlgorithms.join(', ')}` });

const shape = z
  .object({
    PRESET: z
      .enum(Object.keys(presets) as [Preset, ...Preset[]], {
        error: `must be one of ${Object.keys(presets).join(', ')}`,
      })
      .default('GENERIC'),
    ISSUER: z
      .string({ error: 'is missing' })
      .refine(isIssuer, 'must be the https address of the provider, to the letter, as its tokens name it'),
    CLIENT_ID: z.string({ error: 'is missing' }),
    CLIENT_SECRET: z.string().optional(),
    PRIVATE_KEY: z
      .string()
      // one line in a file of settings, several in the key
      .transform((pem) => pem.replaceAll(String.raw`\n`, '\n').trim())
      .refine((pem) => pem.startsWith('-----BEGIN PRIVATE KEY-----'), 'must be a private key as PEM (PKCS 8)')
      .optional(),
    KEY_ID: z.string().optional(),
    NAME: z.string().max(60, 'must have at most 60 characters').optional(),
    SCOPE: z
      .string()
      .regex(/(^| )openid( |$)/, 'must name openid')
      .optional(),
    VECTORS: list.optional(),
    CLASSES: list.optional(),
    TWO_FACTOR_CLASSES: list.optional(),
    ID_TOKEN_ALGORITHM: algorithm.optional(),
    PROOF_ALGORITHM: algorithm.optional(),
  })
  .refine(({ CLIENT_SECRET: secret, PRIVATE_KEY: pem }) => (secret === undefined) !== (pem === undefined), {
    path: ['CLIENT_SECRET'],
    error: 'or PRIVATE_KEY must be set, and not both',
  });

const proofBy = ({ secretSentIn, proofAlgorithm }: ProviderTerms, read: z.output<typeof shape>): ClientProof =>
  read.PRIVATE_KEY === undefined
    ? { by: 'SECRET', secret: read.CLIENT_SECRET ?? '', sentIn: secretSentIn }
    : {
        by: 'KEY',
        pem: read.PRIVATE_KEY,
        keyId: read.KEY_ID ?? null,
        algorithm: read.PROOF_ALGORITHM ?? (proofAlgorithm satisfies SigningAlgorithm),
      };

const readOne = (key: string, prefix: string, settings: Settings): Provider => {
  const own = Object.fromEntries(Object.keys(shape.shape).map((name) => [name, settings[`${prefix}${name}`]]));
  const parsed = shape.safeParse(own);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ProviderSettingError(`${prefix}${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is wrong'}.`);
  }
  const read = parsed.data;
  const terms = termsOf[read.PRESET];
  return {
    key,
    preset: read.PRESET,
    issuer: read.ISSUER,
    clientId: read.CLIENT_ID,
    proof: proofBy(terms, read),
    name: read.NAME ?? terms.name,
    scope: read.SCOPE ?? terms.scope,
    vectors: read.VECTORS ?? terms.vectors,
    classes: read.CLASSES ?? terms.classes,
    twoFactorClasses: read.TWO_FACTOR_CLASSES ?? terms.twoFactorClasses,
    idTokenAlgorithm: read.ID_TOKEN_ALGORITHM ?? terms.idTokenAlgorithm,
    endsSessions: terms.endsSessions,
  };
};

/**
 * The providers that the settings name: those of `OIDC_PROVIDERS`, each with settings of its own, and the one whose settings carry no
 * name (`OIDC_ISSUER` and its like).
 * @throws ProviderSettingError naming the setting and what it must be.
 */
export const readProviders = (settings: Settings): readonly Provider[] => {
  const keys = (settings['OIDC_PROVIDERS'] ?? '').split(/[\s,]+/).filter((key) => key !== '');
  for (const [index, key] of keys.entries())
    if (!/^[a-z][a-z0-9-]{0,29}$/.test(key) || keys.indexOf(key) !== index)
      throw new ProviderSettingError(
        'OIDC_PROVIDERS must be names in small letters, digits and hyphens, each of them once, such as nhs-login,trust.',
      );
  const named = keys.map((key) => readOne(key, `OIDC_${key.toUpperCase().replaceAll('-', '_')}_`, settings));
  const isUnnamed = ['ISSUER', 'CLIENT_ID', 'CLIENT_SECRET'].some((name) => settings[`OIDC_${name}`] !== undefined);
  const all = isUnnamed ? [...named, readOne('organisation', 'OIDC_', settings)] : named;
  // accounts are known by issuer and subject: of two with one issuer nobody could say who sent somebody
  if (new Set(all.map(({ issuer }) => issuer)).size < all.length)
    throw new ProviderSettingError('Two identity providers have the same issuer: name each one once.');
  return all;
};
