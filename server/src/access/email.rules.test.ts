import { expect, it } from 'vitest';
import { parseEmail } from './email.rules.ts';

it.each([
  [' Returner12@Example.Invalid ', 'returner12@example.invalid'],
  ["o'example+rtp@trust.example.org", "o'example+rtp@trust.example.org"],
  ['', undefined],
  ['returner12', undefined],
  ['@example.invalid', undefined],
  ['returner12@localhost', undefined],
  ['one@example.invalid, other@example.invalid', undefined],
  ['one@example.invalid\nBcc: other@example.invalid', undefined],
  ['<one@example.invalid>', undefined],
  ['one\0@example.invalid', undefined],
  ['one\u0001@example.invalid', undefined],
  ['one\u202e@example.invalid', undefined],
  ['one\ud800@example.invalid', undefined],
  [`${'a'.repeat(65)}@example.invalid`, undefined],
  [`a@${'b'.repeat(250)}.org`, undefined],
])('%j is read as %j', (text, email) => {
  expect(parseEmail(text)).toBe(email);
});
