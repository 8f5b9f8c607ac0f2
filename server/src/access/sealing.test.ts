import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { canonical, keyedHash, seal, unseal } from './sealing.ts';

const key = randomBytes(32);

it('opens what it has sealed, for the same use and with the same key alone', () => {
  const sealed = seal(key, 'audit', 'wörds');
  expect(unseal(key, 'audit', sealed)).toBe('wörds');
  expect(() => unseal(key, 'mail', sealed)).toThrow();
  expect(() => unseal(randomBytes(32), 'audit', sealed)).toThrow();
});

it('notices every changed byte', () => {
  const sealed = seal(key, 'audit', 'words');
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => unseal(key, 'audit', changed)).toThrow();
  }
});

it('seals the same words differently each time', () => {
  expect(seal(key, 'audit', 'words').equals(seal(key, 'audit', 'words'))).toBe(false);
});

it('hashes the same value alike, in whatever order its keys came, and only with the same key', () => {
  expect(canonical({ b: 1, a: [{ d: 1, c: 2 }] })).toBe('{"a":[{"c":2,"d":1}],"b":1}');
  expect(keyedHash(key, { a: 1, b: 2 })).toEqual(keyedHash(key, { b: 2, a: 1 }));
  expect(keyedHash(key, [1, 2])).not.toEqual(keyedHash(key, [2, 1]));
  expect(keyedHash(key, 'a')).not.toEqual(keyedHash(randomBytes(32), 'a'));
});
