import { describe, expect, it } from 'vitest';
import { roles, type Role } from './actor.ts';
import { linkEndsAt, maySetPasswordWithoutOldOne, mustSignInAgain, sessionTerms } from './session.rules.ts';

const start = new Date('2026-11-21T09:00:00Z');
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

describe('a session', () => {
  it('of a returner on a named device lasts 30 days and is never idle', () => {
    expect(sessionTerms('RETURNER', 'my phone', start)).toEqual({ endsAt: after(30 * 24 * 60), idleMinutes: null });
  });

  it.each(Object.keys(roles) as Role[])('of %s on no named device lasts 12 hours and 30 minutes idle', (role) => {
    expect(sessionTerms(role, null, start)).toEqual({ endsAt: after(12 * 60), idleMinutes: 30 });
  });

  it('of staff is no longer on a named device', () => {
    expect(sessionTerms('COORDINATOR', 'my phone', start)).toEqual(sessionTerms('COORDINATOR', null, start));
  });

  it('asks who it is after 12 hours, and not a moment before', () => {
    expect(mustSignInAgain(start, new Date(after(12 * 60).getTime() - 1))).toBe(false);
    expect(mustSignInAgain(start, after(12 * 60))).toBe(true);
  });
});

it('gives a link 15 minutes', () => {
  expect(linkEndsAt(start)).toEqual(after(15));
});

it.each([
  ['LINK', 15, true],
  ['LINK', 15.01, false],
  ['PASSWORD', 1, false],
  ['DEMONSTRATION', 1, false],
] as const)('after %s and %d minutes a password is set without the old one: %s', (wayIn, minutes, may) => {
  expect(maySetPasswordWithoutOldOne(wayIn, start, after(minutes))).toBe(may);
});
