import { describe, expect, test } from 'vitest';
import { anonymous, roles, type Actor, type ActorKind } from '../access/actor.ts';
import {
  coordinates,
  coordinatorsVisibleTo,
  mayEditReturner,
  maySeeReturner,
  mayStartPathway,
  ownReturner,
  returnersVisibleTo,
} from './returner.policy.ts';

const mine = { personId: 'me', regionId: 'here', boardId: 'board', sharesWithCoordinators: true };
const as = (kind: ActorKind, more: Partial<Actor> = {}): Actor => ({
  ...anonymous,
  kind,
  personId: 'somebody',
  ...more,
});
const everybodyElse = [...(Object.keys(roles) as ActorKind[]), 'ANONYMOUS' as const, 'SUSPENDED' as const].filter(
  (kind) => kind !== 'RETURNER' && kind !== 'COORDINATOR',
);

test.each(everybodyElse)('%s sees no returner and changes none', (kind) => {
  const actor = as(kind, { personId: 'me', regionIds: ['here'], boardIds: ['board'] });
  expect(returnersVisibleTo(actor)).toBe('NONE');
  expect(ownReturner(actor)).toBe('NONE');
  expect(coordinatorsVisibleTo(actor)).toBe('NONE');
  expect([maySeeReturner(actor, mine), mayEditReturner(actor, mine), mayStartPathway(actor)]).toEqual([
    false,
    false,
    false,
  ]);
});

describe('a returner', () => {
  test('sees and changes the own record', () => {
    const me = as('RETURNER', { personId: 'me' });
    expect([maySeeReturner(me, mine), mayEditReturner(me, mine), mayStartPathway(me)]).toEqual([true, true, true]);
    expect(returnersVisibleTo(me)).toEqual([[{ column: 'person_id', isOneOf: ['me'] }]]);
  });
  test('sees and changes no other', () => {
    expect([maySeeReturner(as('RETURNER'), mine), mayEditReturner(as('RETURNER'), mine)]).toEqual([false, false]);
  });
});

test('coordinators are named to returners, and nobody else’s role is', () => {
  expect(coordinatorsVisibleTo(as('RETURNER'))).toEqual([[{ column: 'role', isOneOfWords: ['COORDINATOR'] }]]);
  expect(coordinatorsVisibleTo(as('COORDINATOR'))).toBe('NONE');
});

describe('a coordinator', () => {
  test.each([
    ['of the region', { regionIds: ['here'] }, mine, true],
    ['of the board', { boardIds: ['board'] }, mine, true],
    ['of another region', { regionIds: ['there'] }, mine, false],
    ['of no place', {}, mine, false],
    [
      'of the region, of somebody who does not share',
      { regionIds: ['here'] },
      { ...mine, sharesWithCoordinators: false },
      false,
    ],
    ['of a region, of somebody without one', { regionIds: ['here'] }, { ...mine, regionId: null }, false],
  ])('%s', (_name, places, returner, isSeen) => {
    const actor = as('COORDINATOR', places);
    expect(coordinates(actor, returner)).toBe(isSeen);
    expect(maySeeReturner(actor, returner)).toBe(isSeen);
    expect(mayEditReturner(actor, returner)).toBe(false);
  });
});
