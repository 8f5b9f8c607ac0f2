import { describe, expect, it } from 'vitest';
import { type AssuranceClaims, assuranceOf, isAsAsked, sayAsked } from './assurance.rules.ts';
import { type Preset, termsOf } from './provider.rules.ts';

const nothing: AssuranceClaims = {
  vot: null,
  acr: null,
  amr: [],
  identityProofingLevel: null,
  authenticationAssuranceLevel: null,
  idAssuranceLevel: null,
};
const providerOf = (preset: Preset, more: object = {}) => ({ preset, ...termsOf[preset], ...more });

describe('how sure a provider is', () => {
  it.each<[Preset, Partial<AssuranceClaims>, 1 | 2 | null, string | null]>([
    ['NHS_LOGIN', { vot: 'P9.Cp.Cd' }, 2, 'P9'],
    ['NHS_LOGIN', { vot: 'P5.Cp.Ck', identityProofingLevel: 'P9' }, 2, 'P9'],
    ['NHS_LOGIN', { vot: 'P5.Cm' }, 2, 'P5'],
    ['NHS_LOGIN', { vot: 'P5.Cp' }, 1, 'P5'],
    ['NHS_LOGIN', {}, null, null],
    ['GOV_UK_ONE_LOGIN', { vot: 'Cl.Cm' }, 2, null],
    ['GOV_UK_ONE_LOGIN', { vot: 'Cl' }, 1, null],
    ['CIS2', { acr: 'AAL3_ANY', authenticationAssuranceLevel: '3', idAssuranceLevel: '3' }, 2, '3'],
    ['CIS2', { acr: 'AAL2_OR_AAL3_ANY' }, 2, null],
    ['CIS2', { acr: 'AAL1_USERPASS', authenticationAssuranceLevel: '1' }, 1, null],
    ['CIS2', {}, null, null],
    ['GENERIC', { amr: ['pwd', 'mfa'] }, 2, null],
    ['GENERIC', { amr: ['pwd'] }, null, null],
    ['GENERIC', { acr: 'gold' }, 2, null],
  ])('%s %o', (preset, claims, factors, proofing) => {
    const provider = providerOf(preset, { twoFactorClasses: ['gold'] });
    expect(assuranceOf(provider, { ...nothing, ...claims })).toEqual({ factors, proofing });
  });
});

describe('whether it tells of what it was asked for', () => {
  it.each<[Preset, object, Partial<AssuranceClaims>, boolean]>([
    ['NHS_LOGIN', {}, { vot: 'P5.Cp.Cd' }, true],
    ['NHS_LOGIN', {}, { vot: 'P9.Cp.Cd' }, true],
    ['NHS_LOGIN', {}, { vot: 'P0.Cp.Cd' }, false],
    ['NHS_LOGIN', {}, { vot: 'P9.Cp' }, false],
    ['NHS_LOGIN', {}, {}, false],
    ['GOV_UK_ONE_LOGIN', {}, { vot: 'Cl.Cm' }, true],
    ['GOV_UK_ONE_LOGIN', {}, { vot: 'Cl' }, false],
    ['GOV_UK_ONE_LOGIN', { vectors: ['Cl.Cm.P2'] }, { vot: 'Cl.Cm' }, true],
    ['CIS2', {}, { acr: 'AAL3_ANY', authenticationAssuranceLevel: '3' }, true],
    ['CIS2', {}, { acr: 'AAL2_TOTP', authenticationAssuranceLevel: '2' }, true],
    ['CIS2', {}, { acr: 'AAL1_USERPASS', authenticationAssuranceLevel: '1' }, false],
    ['CIS2', {}, {}, false],
    ['CIS2', { classes: ['AAL3_ANY'] }, { acr: 'AAL2_TOTP', authenticationAssuranceLevel: '2' }, false],
    ['GENERIC', {}, {}, true],
    ['GENERIC', { classes: ['gold'] }, { acr: 'silver' }, false],
    ['GENERIC', { classes: ['gold'] }, { acr: 'gold' }, true],
  ])('%s %o %o', (preset, more, claims, expected) => {
    expect(isAsAsked(providerOf(preset, more), { ...nothing, ...claims })).toBe(expected);
  });
});

it('is said in words before anybody chooses', () => {
  expect(sayAsked(providerOf('NHS_LOGIN'))).toBe('two factors, identity checked to P5');
  expect(sayAsked(providerOf('GOV_UK_ONE_LOGIN'))).toBe('two factors');
  expect(sayAsked(providerOf('CIS2'))).toBe('two factors');
  expect(sayAsked(providerOf('GENERIC'))).toBe('what it asks for itself');
});
