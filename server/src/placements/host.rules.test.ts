import { describe, expect, it } from 'vitest';
import { faultsOfEmail, faultsOfText } from './host.rules.ts';

const isFine = (typed: string, form?: 'ONE_LINE' | 'LINES') =>
  faultsOfText('name', typed, 30, 'The name', form).length === 0;

describe('a text about an organisation', () => {
  it.each(['Example Clinic 12', ' Ysbyty Enghreifftiol ', "St Example's – Öst"])('may be %j', (typed) => {
    expect(isFine(typed)).toBe(true);
  });
  it.each([
    '',
    '   ',
    'x'.repeat(31),
    'a\0b',
    'a\r\nBcc: b',
    'a\nb',
    'a\rb',
    'half a sign \ud800',
    'a\u2028b',
    'a\u202eb',
    'a\u2066b',
  ])('may not be %j as a name', (typed) => {
    expect(isFine(typed)).toBe(false);
  });
  it('may have several lines where it is told, and still no null byte and no half sign', () => {
    expect(['one\r\ntwo', 'one\0two', 'one\ud800', 'one\u202etwo'].map((typed) => isFine(typed, 'LINES'))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

it.each(['"a\0"@example.org', 'a@b', '<a@example.org>', 'a@example..org', 'a\u202e@example.org', 'a@[127.0.0.1]'])(
  'nobody is written to at %j',
  (typed) => {
    expect(faultsOfEmail('email', typed)).toHaveLength(1);
  },
);
it('somebody is written to at an address, however it is typed', () => {
  expect(faultsOfEmail('email', ' Contact12@Example.Org ')).toEqual([]);
});
