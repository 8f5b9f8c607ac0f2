import type { Provider } from './provider.rules.ts';

/** How sure a provider is of whom it sends. */
export interface Assurance {
  /** How many factors somebody has shown there: something known, held or inborn; null where it does not say. */
  readonly factors: 1 | 2 | null;
  /** How well it knows who somebody is, in the provider's own words, such as `P9`; null where it does not say. */
  readonly proofing: string | null;
}

/** What of a token tells how sure the provider is. */
export interface AssuranceClaims {
  readonly vot: string | null;
  readonly acr: string | null;
  readonly amr: readonly string[];
  readonly identityProofingLevel: string | null;
  readonly authenticationAssuranceLevel: string | null;
  readonly idAssuranceLevel: string | null;
}

const componentsOf = (vector: string): readonly string[] => vector.split('.').filter((part) => part !== '');
/** P0 to P9: how well somebody's identity was checked, which is not how they signed in. */
const isProofing = (component: string): boolean => /^P\d$/.test(component);
const proofingIn = (vector: string | null): string | null => componentsOf(vector ?? '').find(isProofing) ?? null;

/** NHS login: a password and a device, or a key that the device unlocks for its owner alone. */
const factorsOfNhsLogin = (vot: string | null): Assurance['factors'] => {
  if (vot === null) return null;
  const shown = componentsOf(vot);
  return shown.includes('Cm') || (shown.includes('Cp') && (shown.includes('Cd') || shown.includes('Ck'))) ? 2 : 1;
};

const factorsOfOneLogin = (vot: string | null): Assurance['factors'] => {
  if (vot === null) return null;
  return componentsOf(vot).includes('Cm') ? 2 : 1;
};

/** Care Identity: every authenticator at levels 2 and 3 stands for several factors. */
const factorsOfCareIdentity = ({ authenticationAssuranceLevel: level, acr }: AssuranceClaims): Assurance['factors'] => {
  if (level !== null) return Number(level) >= 2 ? 2 : 1;
  if (acr === null) return null;
  return /^AAL[23]/.test(acr) ? 2 : 1;
};

/** How sure the provider is of somebody, by what its token says. */
export const assuranceOf = (
  { preset, twoFactorClasses }: Pick<Provider, 'preset' | 'twoFactorClasses'>,
  claims: AssuranceClaims,
): Assurance => {
  switch (preset) {
    case 'NHS_LOGIN':
      return {
        factors: factorsOfNhsLogin(claims.vot),
        proofing: claims.identityProofingLevel ?? proofingIn(claims.vot),
      };
    case 'GOV_UK_ONE_LOGIN':
      return { factors: factorsOfOneLogin(claims.vot), proofing: null };
    case 'CIS2':
      return { factors: factorsOfCareIdentity(claims), proofing: claims.idAssuranceLevel };
    case 'GENERIC': {
      const isTwo = claims.amr.includes('mfa') || (claims.acr !== null && twoFactorClasses.includes(claims.acr));
      return { factors: isTwo ? 2 : null, proofing: null };
    }
  }
};

/** The same or better: a provider that was asked for P5 may send somebody who was proofed to P9. */
const isProofedTo = (asked: string, shown: string | null): boolean =>
  shown !== null && Number(shown.slice(1)) >= Number(asked.slice(1));

/**
 * Whether the provider tells of what it was asked for: all of one of the vectors, and one of the classes. A provider is asked by the
 * browser, which can leave the question out: so the answer is what counts.
 */
export const isAsAsked = (
  { preset, vectors, classes }: Pick<Provider, 'preset' | 'vectors' | 'classes'>,
  claims: AssuranceClaims,
): boolean => {
  const shown = componentsOf(claims.vot ?? '');
  const isOneVector = vectors.some((vector) =>
    componentsOf(vector).every((component) => {
      if (!isProofing(component)) return shown.includes(component);
      // One Login tells of the credentials alone in the token, whatever was asked
      return preset === 'GOV_UK_ONE_LOGIN' || isProofedTo(component, proofingIn(claims.vot));
    }),
  );
  if (vectors.length > 0 && !isOneVector) return false;
  if (classes.length === 0) return true;
  // Care Identity is asked for a group of classes, and may tell the one that was used
  if (preset === 'CIS2') return factorsOfCareIdentity(claims) === 2 && isCareIdentityLevel(classes, claims);
  return claims.acr !== null && classes.includes(claims.acr);
};

const isCareIdentityLevel = (classes: readonly string[], claims: AssuranceClaims): boolean =>
  classes.some((asked) => !asked.startsWith('AAL3')) ||
  claims.authenticationAssuranceLevel === '3' ||
  claims.acr?.startsWith('AAL3') === true;

/** What a provider is asked for, for those who choose one. */
export const sayAsked = ({ preset, vectors, classes }: Pick<Provider, 'preset' | 'vectors' | 'classes'>): string => {
  const least = assuranceOf(
    { preset, twoFactorClasses: classes },
    nothingBut({ vot: vectors[0] ?? null, acr: classes[0] ?? null }),
  );
  const factors = least.factors === 2 ? 'two factors' : 'what it asks for itself';
  const proofing = vectors.flatMap(componentsOf).find(isProofing);
  return proofing === undefined || proofing === 'P0' ? factors : `${factors}, identity checked to ${proofing}`;
};

const nothingBut = (claims: Partial<AssuranceClaims>): AssuranceClaims => ({
  vot: null,
  acr: null,
  amr: [],
  identityProofingLevel: null,
  authenticationAssuranceLevel: null,
  idAssuranceLevel: null,
  ...claims,
});
