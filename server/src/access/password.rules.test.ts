import { expect, it } from 'vitest';
import { hashPassword, isPassword } from './password-hash.ts';
import { refusePassword } from './password.rules.ts';

const email = 'returner12@example.invalid';

it.each([
  ['three words apart', null],
  ['ünïcödé wörds', null],
  ['elevenchars', 'Use at least 12 characters.'],
  // eleven characters, though twice as many units
  ['😀😁😂🤣😃😄😅😆😉😊😋', 'Use at least 12 characters.'],
  ['a'.repeat(300), 'Use at most 256 characters.'],
  ['Password1234', 'Many people use this password. Choose another.'],
  ['abababababab', 'Many people use this password. Choose another.'],
  ['returner12 and more', 'Leave your e-mail address out of your password.'],
])('%s: %s', (password, message) => {
  expect(refusePassword(password, email)?.message ?? null).toBe(message);
});

it('knows a password again by its hash, and no other', async () => {
  const hash = await hashPassword('three words apart');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await isPassword('three words apart', hash)).toBe(true);
  expect(await isPassword('three words Apart', hash)).toBe(false);
  expect(await isPassword('three words apart', null)).toBe(false);
  expect(await isPassword('three words apart', 'nonsense')).toBe(false);
});

it('takes the same letters for the same, however the keyboard wrote them', async () => {
  expect(await isPassword('caf\u0065\u0301 au lait bol', await hashPassword('caf\u00e9 au lait bol'))).toBe(true);
});
