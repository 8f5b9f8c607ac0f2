import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor, Role } from './actor.ts';
import { PersonSchema, RoleGrantSchema } from './person.entity.ts';

let made = 0;

/** A plainly invented person with one hat, and the actor they are while they wear it. */
export const makePerson = async (
  em: EntityManager,
  role: Role = 'RETURNER',
  place: {
    readonly regionId?: string;
    readonly boardId?: string;
    readonly trustId?: string;
    readonly hostId?: string;
  } = {},
): Promise<Actor & { readonly personId: string }> => {
  made += 1;
  const own = em.fork();
  const at = new Date('2026-01-05T09:00:00Z');
  const person = own.create(PersonSchema, {
    displayName: `Example Person ${made}`,
    email: `person${made}.${crypto.randomUUID().slice(0, 8)}@example.invalid`,
    emailConfirmedAt: at,
    createdAt: at,
  });
  own.create(RoleGrantSchema, { person, role, grantedAt: at, ...place });
  await own.flush();
  return {
    kind: role,
    personId: person.id,
    sessionId: null,
    roles: [role],
    regionIds: place.regionId === undefined ? [] : [place.regionId],
    boardIds: place.boardId === undefined ? [] : [place.boardId],
    hostIds: place.hostId === undefined ? [] : [place.hostId],
  };
};
