import { expect, it } from 'vitest';
import {
  appAddress,
  appKey,
  bareCode,
  mustConfirm,
  readRecoveryCode,
  RECOVERY_BYTES,
  recoveryCodes,
  stepOfCode,
  waysToConfirm,
} from './second-factor.rules.ts';

// the key and the codes of RFC 6238, appendix B, with six digits
const key = appKey(new Uint8Array(Buffer.from('12345678901234567890')));
const at = (seconds: number) => new Date(seconds * 1000);

it.each([
  [59, '287082', 1],
  [1_111_111_109, '081804', 37_037_036],
  [20_000_000_000, '353130', 666_666_666],
])('at %i seconds the code is %s', (seconds, code, step) => {
  expect(stepOfCode(key, code, at(seconds), null)).toBe(step);
});

it('takes the code of the step before and after, and no other', () => {
  // its own step is that from 1,111,111,080 to 1,111,111,109
  const taken = [49, 50, 109, 139, 140].map((second) => stepOfCode(key, '081804', at(1_111_111_000 + second), null));
  expect(taken.map((step) => step !== null)).toEqual([false, true, true, true, false]);
});

it('takes no code twice, and none that is older than the last', () => {
  expect(stepOfCode(key, '287082', at(59), 1)).toBeNull();
  expect(stepOfCode(key, '287082', at(59), 2)).toBeNull();
  expect(stepOfCode(key, '287082', at(59), 0)).toBe(1);
});

it.each(['', '28708', '2870820', '28708a', '٢٨٧٠٨٢', '000000'])('takes %j for no code', (code) => {
  expect(stepOfCode(key, code, at(59), null)).toBeNull();
});

it('tells an app the key and whose it is', () => {
  expect(appAddress(key, 'one@example.invalid')).toBe(
    `otpauth://totp/Return%20to%20Practice:one%40example.invalid?issuer=Return%20to%20Practice&secret=${key}&algorithm=SHA1&digits=6&period=30`,
  );
});

it('gives ten recovery codes of which each says which it is, and reads them as they are typed', () => {
  const bytes = Uint8Array.from({ length: RECOVERY_BYTES }, (_, index) => (index * 37) % 256);
  const codes = recoveryCodes(bytes);
  expect(new Set(codes).size).toBe(10);
  for (const [place, code] of codes.entries()) {
    expect(code).toMatch(/^[A-HJK][0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(readRecoveryCode(` ${code.toLowerCase().replace('-', ' ')} `)).toEqual({ place, code: bareCode(code) });
  }
  expect(readRecoveryCode('AOOIL-22222')).toEqual({ place: 0, code: 'A001122222' });
  for (const odd of ['', '287082', 'Z0000-00000', 'A0000-0000', 'A0000-0000!'])
    expect(readRecoveryCode(odd)).toBeNull();
});

it('asks again after ten minutes', () => {
  expect([0, 599_999, 600_000].map((since) => mustConfirm(at(0), new Date(since)))).toEqual([false, false, true]);
});

it('asks for the passkey or the app of those who have one, and mails a code only to those who have nothing else', () => {
  const none = { wayIn: 'LINK', hasPassword: false, hasPasskey: false, hasApp: false, codesLeft: 0 } as const;
  expect(waysToConfirm(none)).toEqual(['MAIL']);
  expect(waysToConfirm({ ...none, hasApp: true })).toEqual(['CODE']);
  expect(waysToConfirm({ ...none, hasPassword: true })).toEqual(['PASSWORD']);
  expect(waysToConfirm({ ...none, hasPassword: true, hasApp: true })).toEqual(['CODE']);
  expect(waysToConfirm({ ...none, hasPassword: true, hasPasskey: true })).toEqual(['PASSKEY']);
  expect(waysToConfirm({ ...none, hasPasskey: true, codesLeft: 1 })).toEqual(['PASSKEY', 'CODE']);
  // codes stand in for something: alone they are none
  expect(waysToConfirm({ ...none, codesLeft: 1 })).toEqual(['MAIL']);
  expect(waysToConfirm({ ...none, wayIn: 'DEMONSTRATION', hasPassword: true })).toEqual(['DEMONSTRATION']);
});
