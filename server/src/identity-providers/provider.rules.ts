/** The kinds of identity providers that are known here, each with what is its own. */
export const presets = {
  NHS_LOGIN: 'NHS login: people who use health and care services in England.',
  CIS2: 'NHS Care Identity Service 2: people who work in health and care in England.',
  GOV_UK_ONE_LOGIN: 'GOV.UK One Login: people who use services of the government.',
  GENERIC: 'Any other provider that speaks OpenID Connect, such as that of a trust or a university.',
} as const;

/** A kind of identity provider, by name. */
export type Preset = keyof typeof presets;

/** How tokens may be signed: with a key pair alone, so that nobody who knows our secret can make one, and never not at all. */
export const signingAlgorithms = ['RS256', 'RS512', 'PS256', 'ES256', 'EdDSA'] as const;

/** How tokens may be signed. */
export type SigningAlgorithm = (typeof signingAlgorithms)[number];

/** How we show the provider that it is we who ask. */
export type ClientProof =
  | { readonly by: 'SECRET'; readonly secret: string; readonly sentIn: 'HEADER' | 'BODY' }
  | {
      readonly by: 'KEY';
      /** A private key as PEM (PKCS 8). */
      readonly pem: string;
      readonly keyId: string | null;
      readonly algorithm: SigningAlgorithm;
    };

/** What of a provider is the same wherever it is used, as far as the settings do not say otherwise. */
export interface ProviderTerms {
  /** As people call it, for "Sign in with …". */
  readonly name: string;
  readonly scope: string;
  /** Vectors of trust that are asked for (RFC 8485), any of which is enough; none where the provider knows none. */
  readonly vectors: readonly string[];
  /** Authentication classes that are asked for, and of which one must be told back; none where any will do. */
  readonly classes: readonly string[];
  /** Classes that stand for two factors. */
  readonly twoFactorClasses: readonly string[];
  readonly idTokenAlgorithm: SigningAlgorithm;
  /** With which algorithm we sign, where we show ourselves by a key. */
  readonly proofAlgorithm: SigningAlgorithm;
  /** Where a secret is sent, where we show ourselves by one. */
  readonly secretSentIn: 'HEADER' | 'BODY';
  /** Whether people can be signed out there by us. */
  readonly endsSessions: boolean;
}

/** An identity provider that people may sign in with. */
export interface Provider extends Omit<ProviderTerms, 'proofAlgorithm' | 'secretSentIn'> {
  /** How it is called in addresses. Example: `nhs-login`. */
  readonly key: string;
  readonly preset: Preset;
  /** Its address, to the letter, as its tokens name it. */
  readonly issuer: string;
  readonly clientId: string;
  readonly proof: ClientProof;
}

const common = {
  scope: 'openid email profile',
  vectors: [],
  classes: [],
  twoFactorClasses: [],
  idTokenAlgorithm: 'RS256',
  proofAlgorithm: 'RS256',
  secretSentIn: 'HEADER',
  endsSessions: true,
} as const satisfies Omit<ProviderTerms, 'name'>;

/** Where each fact comes from stands in `docs/sign-in.md`. */
export const termsOf: Readonly<Record<Preset, ProviderTerms>> = {
  NHS_LOGIN: {
    ...common,
    name: 'NHS login',
    vectors: ['P5.Cp.Cd', 'P5.Cp.Ck', 'P5.Cm'],
    idTokenAlgorithm: 'RS512',
    proofAlgorithm: 'RS512',
    endsSessions: false,
  },
  CIS2: {
    ...common,
    name: 'NHS Care Identity',
    classes: ['AAL2_OR_AAL3_ANY'],
    secretSentIn: 'BODY',
  },
  GOV_UK_ONE_LOGIN: {
    ...common,
    name: 'GOV.UK One Login',
    scope: 'openid email',
    vectors: ['Cl.Cm'],
    idTokenAlgorithm: 'ES256',
    secretSentIn: 'BODY',
  },
  GENERIC: { ...common, name: 'your organisation’s account' },
};
