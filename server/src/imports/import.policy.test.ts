import { describe, expect, it } from 'vitest';
import { actorKinds, type ActorKind } from '../access/actor.ts';
import { importKinds, type ImportKind } from './import-words.rules.ts';
import { coordinatesArea, mayImport } from './import.policy.ts';

const kinds = Object.keys(importKinds) as ImportKind[];
const allowed: Partial<Record<ActorKind, readonly ImportKind[]>> = {
  COORDINATOR: kinds,
  ORGANISATION_ADMINISTRATOR: ['capacity', 'supervisors'],
};

describe('whoever imports', () => {
  it.each(Object.keys(actorKinds) as ActorKind[])('as %s', (kind) => {
    expect(kinds.filter((asked) => mayImport({ kind, personId: 'somebody' }, asked))).toEqual(allowed[kind] ?? []);
    expect(kinds.filter((asked) => mayImport({ kind, personId: null }, asked))).toEqual([]);
  });

  it('brings in people of the own regions or boards alone', () => {
    const actor = {
      kind: 'COORDINATOR',
      personId: 'one',
      sessionId: null,
      roles: [],
      regionIds: ['r1'],
      boardIds: ['b2'],
      hostIds: [],
    } as const;
    expect(coordinatesArea(actor, { regionId: 'r1', boardId: 'b9' })).toBe(true);
    expect(coordinatesArea(actor, { regionId: 'r9', boardId: 'b2' })).toBe(true);
    expect(coordinatesArea(actor, { regionId: 'r9', boardId: 'b9' })).toBe(false);
    expect(coordinatesArea({ ...actor, kind: 'ORGANISATION_ADMINISTRATOR' }, { regionId: 'r1', boardId: null })).toBe(
      false,
    );
  });
});
